import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

@Suite("Accounts")
struct AccountTests {
    let accounts = Accounts(["m-token": .members, "o-token": .officers])

    @Test("A client gets the audience that it asks for as far as its account reaches", arguments: Audience.allCases)
    func reach(_ wish: Audience) throws {
        #expect(try accounts.audience(authorization: "Bearer o-token", wish: wish.rawValue) == wish)
        #expect(throws: wish == .officers ? ReportServiceError.self : nil) {
            #expect(try accounts.audience(authorization: "bearer m-token", wish: wish.rawValue) == wish)
        }
        #expect(throws: wish == .everyone ? nil : ReportServiceError.self) {
            #expect(try accounts.audience(authorization: nil, wish: wish.rawValue) == .everyone)
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
