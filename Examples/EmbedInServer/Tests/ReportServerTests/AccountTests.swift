import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

@Suite("Accounts")
struct AccountTests {
    let accounts = Accounts(["m-token": [.members], "o-token": [.officers], "both-token": [.members, .officers]])

    @Test(
        "A token reaches the audiences that it names and the public, and no other",
        arguments: [
            (nil, [.everyone]), ("Bearer m-token", [.everyone, .members]), ("bearer o-token", [.everyone, .officers]),
            ("Bearer both-token", [.everyone, .members, .officers]),
            // A browser sends a name and the token: “me:m-token”.
            ("Basic bWU6bS10b2tlbg==", [.everyone, .members]),
        ] as [(String?, Set<Audience>)])
    func audiences(_ authorization: String?, _ expected: Set<Audience>) throws {
        let granted = try accounts.audiences(authorization: authorization)
        #expect(granted == expected)
        for audience in Audience.allCases {
            if expected.contains(audience) {
                #expect(try accounts.audience(authorization: authorization, wish: audience.rawValue) == audience)
            } else {
                #expect {
                    try accounts.audience(authorization: authorization, wish: audience.rawValue)
                } throws: { ($0 as? ReportServiceError)?.status == (authorization == nil ? 401 : 403) }
            }
        }
    }

    @Test("Who asks for no audience gets the public version")
    func noWish() throws {
        #expect(try accounts.audience(authorization: nil, wish: nil) == .everyone)
        #expect(try accounts.audience(authorization: "Bearer o-token", wish: nil) == .everyone)
    }

    @Test(
        "An unknown token is refused even for the public version",
        arguments: [
            "", "Bearer", "Bearer x", "Bearer m-toke", "Bearer m-token2", "Bearer m-token m-token", "Basic o-token",
            "Basic bS10b2tlbg==", "Basic bWU6", "Digest m-token", "Bearer " + String(repeating: "m-token", count: 200),
        ])
    func unknownToken(_ authorization: String) {
        #expect {
            try accounts.audiences(authorization: authorization)
        } throws: { ($0 as? ReportServiceError)?.status == 401 }
    }

    @Test("Who is an account without a token is nobody")
    func emptyToken() {
        #expect(throws: ReportServiceError.self) {
            try Accounts(["": [.officers]]).audiences(authorization: "Basic bWU6")
        }
    }
}
