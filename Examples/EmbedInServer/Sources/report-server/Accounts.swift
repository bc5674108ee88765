import FamilyServicesKit
import Foundation

/// Who may see what: the host's own knowledge, here from a file of tokens.
///
/// ```json
/// {"a-long-random-token": ["members"], "another-one": ["members", "officers"]}
/// ```
///
/// A real host would ask its identity provider. What matters is that audiences come from here, and that each is named: they
/// are not a ladder. Members see exempt information that officers need not see, and officers see what stays in the council.
struct Accounts: Sendable {
    private struct Account {
        let token: [UInt8]
        let audiences: Set<Audience>
    }

    /// Longer tokens are not looked at.
    private static let longestToken = 512

    private let accounts: [Account]

    /// - Parameter audiences: The audiences of each token, beside the public, which everybody belongs to.
    init(_ audiences: [String: Set<Audience>] = [:]) {
        accounts = audiences.filter { (1...Self.longestToken).contains($0.key.utf8.count) }
            .map { Account(token: Array($0.key.utf8), audiences: $0.value) }
    }

    init(contentsOf file: URL) throws {
        let audiences = try decode([String: Set<Audience>].self, from: file)
        guard audiences.keys.allSatisfy({ (1...Self.longestToken).contains($0.utf8.count) }) else {
            throw SettingsError("\(file.path): A token has between 1 and \(Self.longestToken) bytes.")
        }
        self.init(audiences)
    }

    /// The audiences that a client belongs to.
    ///
    /// - Parameter authorization: The header `Authorization`; without it the client is the public alone. Programs send
    ///   `Bearer TOKEN`; browsers ask for a name and password and send both, of which the password is the token.
    /// - Throws: ``ReportServiceError`` where the token is unknown.
    func audiences(authorization: String?) throws(ReportServiceError) -> Set<Audience> {
        guard let authorization else { return [.everyone] }
        guard let token = Self.token(in: authorization), let found = audiences(of: token) else {
            throw ReportServiceError(.badToken, "The token is not known here.")
        }
        return found.union([.everyone])
    }

    /// The audience that a request is answered for.
    ///
    /// - Parameters:
    ///   - authorization: The header `Authorization`.
    ///   - wish: The audience that the client asks for. Without one it is the public: an officer who saves a report to pass it
    ///     on gets the version that may be passed on.
    /// - Throws: ``ReportServiceError`` where there is no such audience, or the client does not belong to it.
    func audience(authorization: String?, wish: String?) throws(ReportServiceError) -> Audience {
        let granted = try audiences(authorization: authorization)
        guard let wish else { return .everyone }
        guard let wanted = Audience(rawValue: wish) else {
            let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
            throw ReportServiceError(.badRequest, "There is no such audience; use one of: \(known).")
        }
        guard granted.contains(wanted) else {
            // Who has not signed in is asked to; browsers then try again by themselves.
            throw ReportServiceError(
                authorization == nil ? .badToken : .notAllowed, "This version is for \(wanted.label) only.")
        }
        return wanted
    }

    private static func token(in authorization: String) -> [UInt8]? {
        let words = authorization.split(separator: " ")
        guard words.count == 2 else { return nil }
        switch words[0].lowercased() {
        case "bearer": return Array(words[1].utf8)
        case "basic":
            guard let bytes = Data(base64Encoded: String(words[1])), let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
            else { return nil }
            return Array(bytes[(colon + 1)...])
        default: return nil
        }
    }

    /// Compares every token whole, so that the time tells nothing of how much of one was right.
    private func audiences(of given: [UInt8]) -> Set<Audience>? {
        guard given.count <= Self.longestToken else { return nil }
        var found: Set<Audience>?
        for account in accounts {
            var difference = given.count ^ account.token.count
            for (index, byte) in given.enumerated() {
                difference |= Int(byte ^ account.token[index % account.token.count])
            }
            if difference == 0 { found = account.audiences }
        }
        return found
    }
}
