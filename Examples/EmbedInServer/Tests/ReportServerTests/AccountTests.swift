import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

@Suite("Accounts")
struct AccountTests {
    let accounts = Accounts(["m-token": .members, "o-token": .officers])

    @Test("A client gets the audience that it asks for as far as its account reaches, and no further")
    func reach() throws {
        for (token, reach) in [(nil, 0), ("Bearer m-token", 1), ("bearer o-token", 2)] as [(String?, Int)] {
            for (wish, place) in [(Audience.everyone, 0), (.members, 1), (.officers, 2)] {
                if place <= reach {
                    #expect(try accounts.audience(authorization: token, wish: wish.rawValue) == wish)
                } else {
                    #expect {
                        try accounts.audience(authorization: token, wish: wish.rawValue)
                    } throws: { ($0 as? ReportServiceError)?.status == 403 }
                }
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
        arguments: ["", "Bearer", "Bearer x", "Basic o-token"])
    func unknownToken(_ authorization: String) {
        #expect { try accounts.audience(authorization: authorization, wish: "public") } throws: { error in
            (error as? ReportServiceError)?.status == 401
        }
    }
}
