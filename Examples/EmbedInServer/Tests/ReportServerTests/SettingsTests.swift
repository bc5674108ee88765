import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

@Suite("The files that the server is set up with")
struct SettingsTests {
    private func file(_ text: String) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "fsk-\(UUID().uuidString).json")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test("A list names reports, with folders that begin where the list is")
    func list() throws {
        let file = try file(
            #"[{"name": "a-1", "title": "A", "folder": "Packs/a", "audiences": ["public", "members"]}]"#)
        defer { try? FileManager.default.removeItem(at: file) }
        let list = try ReportList(contentsOf: file)
        let item = try list.item(named: "a-1", for: .members)
        #expect(item.folder == file.deletingLastPathComponent().appending(path: "Packs/a").path)
        for (name, audience) in [("a-1", Audience.officers), ("b", .everyone), ("../a", .everyone), ("", .everyone)] {
            #expect { try list.item(named: name, for: audience) } throws: { ($0 as? ReportServiceError)?.status == 404 }
        }
    }

    @Test(
        "What is wrong with a file is said, with the place and without its tokens",
        arguments: [
            (#"[{"name": "a", "title": "A", "folder": "a"}]"#, "Item 1: The key “audiences” is missing."),
            (#"[{"name": "a/b", "title": "A", "folder": "a", "audiences": []}]"#, "“a/b” is not a name"),
            (
                #"[{"name":"a","title":"A","folder":"a","audiences":[]},{"name":"a","title":"A","folder":"a","audiences":[]}]"#,
                "The report “a” is listed twice."
            ),
            (#"[{"name": "a", "title": "A", "folder": "a", "audiences": ["all"]}]"#, "Item 1: "), ("[", "JSON"),
        ])
    func wrongList(_ text: String, _ message: String) throws {
        let file = try file(text)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect { try ReportList(contentsOf: file) } throws: { "\($0)".contains(message) }
    }

    @Test("Accounts are read, and a wrong file is told without a token", arguments: [true, false])
    func accounts(_ isRight: Bool) throws {
        let file = try file(isRight ? #"{"s3cret": ["members"]}"# : #"{"s3cret": ["nobody"]}"#)
        defer { try? FileManager.default.removeItem(at: file) }
        if isRight {
            #expect(try Accounts(contentsOf: file).audiences(authorization: "Bearer s3cret") == [.everyone, .members])
        } else {
            #expect { try Accounts(contentsOf: file) } throws: { $0 is SettingsError && !"\($0)".contains("s3cret") }
        }
    }

    @Test("The command line is a list of reports, with accounts, an address and a port")
    func commandLine() throws {
        let settings = try Settings(["r.json", "--accounts", "a.json", "--port", "0", "--host", "::1"])
        #expect(settings.reports == "r.json" && settings.accounts == "a.json" && settings.port == 0)
        for wrong in [
            [], ["--port", "1"], ["a", "b"], ["a", "--port", "65536"], ["a", "--accounts"], ["a", "--x"],
        ] {
            #expect { try Settings(wrong) } throws: { ($0 as? SettingsError)?.code == 64 }
        }
    }
}
