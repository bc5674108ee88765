import FamilyServicesKit
import Foundation

/// Who may see what: the host's own knowledge, here from a file of tokens.
///
/// ```json
/// {"a-long-random-token": "members", "another-one": "officers"}
/// ```
///
/// A real host would ask its identity provider. What matters is that the audience comes from here, and that a client's
/// wish can only narrow it.
struct Accounts: Sendable {
    private let audiences: [String: Audience]

    init(_ audiences: [String: Audience] = [:]) {
        self.audiences = audiences
    }

    init(contentsOf file: URL) throws {
        audiences = try JSONDecoder().decode([String: Audience].self, from: Data(contentsOf: file))
    }

    /// The audience that a request is answered for.
    ///
    /// - Parameters:
    ///   - authorization: The header `Authorization`; without it the client is the public.
    ///   - wish: The audience that the client asks for. Without one it is the public too: an officer who saves a report to
    ///     pass it on gets the version that may be passed on.
    /// - Throws: ``ReportServiceError`` where the token is unknown or does not reach that far.
    func audience(authorization: String?, wish: String?) throws(ReportServiceError) -> Audience {
        let granted = try self.granted(authorization)
        guard let wish else { return .everyone }
        guard let wanted = Audience(rawValue: wish) else {
            let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
            throw ReportServiceError(.badRequest, "There is no such audience; use one of: \(known).")
        }
        guard Self.reach(wanted) <= Self.reach(granted) else {
            throw ReportServiceError(.notAllowed, "This version is for \(wanted.label) only.")
        }
        return wanted
    }

    private func granted(_ authorization: String?) throws(ReportServiceError) -> Audience {
        guard let authorization else { return .everyone }
        let words = authorization.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer", let audience = audiences[String(words[1])] else {
            throw ReportServiceError(.badToken, "The token is not known here.")
        }
        return audience
    }

    /// Each audience sees what those before it see, and more.
    private static func reach(_ audience: Audience) -> Int {
        switch audience {
        case .everyone: 0
        case .members: 1
        case .officers: 2
        }
    }
}
