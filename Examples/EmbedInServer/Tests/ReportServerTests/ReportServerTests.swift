import FamilyServicesImport
import FamilyServicesKit
import Foundation
import GzipCompression
import Logging
import MarkdownExport
import Testing

@testable import report_server

@Suite("The report server")
struct ReportServerTests {
    @Test("Reports are served to the audiences that a token names, and what is not listed is not there")
    func audiences() async throws {
        let packs = try TestPacks()
        let name = "improvement-plan-2019-03"
        let items = [
            TestPacks.example(name), try packs.pack("draft", for: [.officers]),
            try packs.pack("members", for: [.members]),
        ]
        let pack = try ReportPack(contentsOfFolder: items[0].folder)
        // A pack beside the others that is not listed.
        _ = try packs.pack("secret")
        try await TestServer.run(items) { server in
            for (token, audience) in [(nil, Audience.everyone), ("m-token", .members), ("o-token", .officers)] {
                let answer = try await server.ask("/reports/\(name).md?audience=\(audience.rawValue)", token: token)
                #expect(answer.status == 200)
                #expect(answer["Content-Type"] == "text/markdown; charset=utf-8")
                #expect(answer.body == (try MarkdownExporter().data(try pack.publish(for: audience))))
                #expect(answer["Cache-Control"] == (audience == .everyone ? "no-cache" : "private, no-store"))
                #expect(answer["Content-Disposition"] == "attachment; filename=\"\(name)-\(audience.rawValue).md\"")
            }
            let workbook = try await server.ask("/reports/\(name).xlsx", headers: ["Accept-Encoding: gzip"])
            #expect(workbook.status == 200 && workbook["Content-Encoding"] == nil)
            #expect(workbook.body.starts(with: Array("PK".utf8)))

            for (path, token, status) in [
                ("\(name).md?audience=officers", nil, 401), ("\(name).md?audience=officers", "m-token", 403),
                // Officers are not above members, who see what is exempt.
                ("\(name).md?audience=members", "o-token", 403), ("\(name).md?audience=members", "both-token", 200),
                ("\(name).md", "no-token", 401), ("\(name).md?audience=everybody", nil, 400), ("nothing.md", nil, 404),
                ("secret.md", nil, 404), ("secret.md?audience=officers", "both-token", 404), ("draft.md", nil, 404),
                ("draft.md?audience=officers", "o-token", 200), ("draft.md?audience=members", "m-token", 404),
                ("members.md?audience=members", "m-token", 200), ("members.md?audience=officers", "o-token", 404),
                ("..%2Fmain.md", nil, 404), ("\(name).pdf", nil, 406), ("\(name)", nil, 406), ("../secrets", nil, 404),
                (".md", nil, 406), ("a%00b.md", nil, 404), ("%FF.md", nil, 404), ("\(name).md/x", nil, 404),
            ] {
                #expect(try await server.ask("/reports/" + path, token: token).status == status, "\(path)")
            }
            // An unlisted report and one for others are told in the same words.
            let unknown = try await server.ask("/reports/nothing.md")
            #expect(try await server.ask("/reports/draft.md").body == unknown.body)
        }
    }

    @Test("The page lists what one may see, and nothing else")
    func page() async throws {
        let packs = try TestPacks()
        let items = [
            try packs.pack("open", title: "Open & <shut>"), try packs.pack("draft", for: [.officers]),
            try packs.pack("exempt", for: [.members]),
        ]
        try await TestServer.run(items) { server in
            let page = try await server.ask("/")
            #expect(page.status == 200 && page["Content-Type"] == "text/html; charset=utf-8")
            #expect(
                page.text.contains("Open &amp; &lt;shut&gt;")
                    && page.text.contains("/reports/open.html?audience=public"))
            #expect(
                !page.text.contains("draft") && !page.text.contains("exempt") && !page.text.contains("audience=members")
            )
            #expect(page.text.contains("/sign-in"))
            let members = try await server.ask("/", token: "m-token").text
            #expect(members.contains("exempt.html?audience=members") && members.contains("open.html?audience=members"))
            #expect(!members.contains("draft") && !members.contains("audience=officers"))

            let html = try await server.ask("/reports/open.html")
            #expect(html["Content-Type"] == "text/html; charset=utf-8")
            #expect(html["Content-Disposition"]?.hasPrefix("inline") == true)
            for answer in [page, html, try await server.ask("/nothing")] {
                #expect(answer["X-Content-Type-Options"] == "nosniff")
                #expect(
                    answer["Content-Security-Policy"]?.contains("default-src 'none'; style-src 'unsafe-inline'") == true
                )
                #expect(answer["Referrer-Policy"] == "no-referrer")
            }
            let challenge = try await server.ask("/sign-in")
            #expect(challenge.status == 401 && challenge["WWW-Authenticate"]?.contains("Basic realm") == true)
            let signedIn = try await server.ask("/sign-in", headers: ["Authorization: Basic bWU6bS10b2tlbg=="])
            #expect(signedIn.status == 200 && signedIn.text == members)
        }
    }

    @Test("HEAD has the headers of GET and no body; other methods are refused with those there are")
    func methods() async throws {
        let packs = try TestPacks()
        try await TestServer.run([try packs.pack()]) { server in
            let client = try server.connect()
            for path in ["/reports/small.md", "/reports/nothing.md", "/"] {
                try await client.send(TestClient.request(path))
                let get = try #require(try await client.answer())
                try await client.send(TestClient.request(path, method: "HEAD"))
                let head = try #require(try await client.answer(hasBody: false))
                #expect(head.status == get.status && !get.body.isEmpty)
                for name in ["Content-Length", "Content-Type", "ETag", "Cache-Control"] {
                    #expect(head[name] == get[name], "\(path) \(name)")
                }
            }
            for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"] {
                try await client.send(
                    TestClient.request("/reports/small.md", method: method, headers: ["Content-Length: 0"]))
                let answer = try #require(try await client.answer())
                #expect(answer.status == 405 && answer["Allow"] == "GET, HEAD", "\(method)")
            }
            let body = try await server.ask("/", method: "POST", headers: ["Content-Length: 99999999999999999999"])
            #expect(body.status == 400 || body.status == 405)
            let large = try await server.ask("/", headers: ["Content-Length: 20000"])
            #expect(large.status == 413)
        }
    }

    @Test("What a client has is not sent again, also by a server that was started anew")
    func conditions() async throws {
        let packs = try TestPacks()
        let item = try packs.pack()
        let tag = try await TestServer.run([item]) { server in
            let first = try await server.ask("/reports/small.md")
            let (tag, time) = (try #require(first["ETag"]), try #require(first["Last-Modified"]))
            for header in ["If-None-Match: \(tag)", "If-None-Match: W/\(tag), \"x\"", "If-Modified-Since: \(time)"] {
                let answer = try await server.ask("/reports/small.md", headers: [header])
                #expect(answer.status == 304 && answer.body.isEmpty && answer["ETag"] == tag, "\(header)")
                #expect(answer["Content-Length"] == nil && answer["Vary"] == first["Vary"])
            }
            for header in ["If-None-Match: \"x\"", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"] {
                #expect(try await server.ask("/reports/small.md", headers: [header]).status == 200, "\(header)")
            }
            return tag
        }
        try await TestServer.run([item]) { server in
            let answer = try await server.ask("/reports/small.md", headers: ["If-None-Match: \(tag)"])
            #expect(answer.status == 304)
        }
    }

    @Test("Text is compressed for who takes it, as another thing to caches")
    func compression() async throws {
        let packs = try TestPacks()
        try await TestServer.run([try packs.pack()]) { server in
            let plain = try await server.ask("/reports/small.html")
            let packed = try await server.ask("/reports/small.html", headers: ["Accept-Encoding: br, gzip"])
            #expect(plain["Content-Encoding"] == nil && packed["Content-Encoding"] == "gzip")
            #expect(packed.body.count * 2 < plain.body.count)
            #expect(try GzipReader.decompress(packed.body) == plain.body)
            #expect(packed["ETag"] != plain["ETag"])
            #expect(plain["Vary"] == "Accept-Encoding, Authorization" && packed["Vary"] == plain["Vary"])
        }
    }

    @Test("A pack with errors is judged once, however many ask, and nobody is told what is wrong with it")
    func brokenPack() async throws {
        let packs = try TestPacks()
        let items = [try packs.pack("broken", isBroken: true), try packs.pack()]
        try await TestServer.run(items) { server in
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask { try await server.ask("/reports/broken.md") }
                }
                for try await answer in group {
                    #expect(answer.status == 500)
                    #expect(answer.text == "This report cannot be published at present.\n")
                }
            }
            #expect(try await server.ask("/reports/small.md").status == 200)
            try await Task.sleep(for: .milliseconds(100))
            #expect(server.library.readingCount == 2)
            #expect(server.logged.count { $0.level == .error } == 1)
        }
    }

    @Test("64 requests at once are all answered, with the same bytes for the same report, each made once")
    func manyAtOnce() async throws {
        let packs = try TestPacks()
        let items = [try packs.pack("a"), try packs.pack("b"), try packs.pack("c")]
        let files = ["a.md", "b.xlsx", "c.html"]
        try await TestServer.run(items) { server in
            let bodies = try await withThrowingTaskGroup { group in
                for index in 0..<64 {
                    group.addTask { (index % 3, try await server.ask("/reports/" + files[index % 3])) }
                }
                return try await group.reduce(into: [Int: Set<[UInt8]>]()) { bodies, answer in
                    #expect(answer.1.status == 200)
                    bodies[answer.0, default: []].insert(answer.1.body)
                }
            }
            #expect(bodies.count == files.count)
            #expect(bodies.values.allSatisfy { $0.count == 1 })
            #expect(await server.reports.exports.begunCount == files.count)
        }
    }

    @Test("When no more exports can wait, clients are told when to come again, and cached reports are still served")
    func queueFull() async throws {
        let packs = try TestPacks()
        let title = "queue full"
        let gate = GatedExporter.newGate(title)
        let item = try packs.pack(title: title)
        try await TestServer.run([item], change: { $0.exportLimits = .init(running: 1, waiting: 1) }) { server in
            #expect(try await server.ask("/reports/small.md").status == 200)
            async let first = server.ask("/reports/small.gated")
            try await wait { gate.begun == 1 }
            async let second = server.ask("/reports/small.gated?audience=members", token: "both-token")
            try await wait { await server.reports.exports.waitingCount == 1 }
            let third = try await server.ask("/reports/small.gated?audience=officers", token: "both-token")
            #expect(third.status == 503 && third["Retry-After"] == "5")
            #expect(try await server.ask("/reports/small.md").status == 200)
            gate.open()
            #expect(try await first.text == "public")
            #expect(try await second.text == "members")
        }
    }

    @Test("A client that leaves while its report is made stops the export")
    func clientLeaves() async throws {
        let packs = try TestPacks()
        let title = "client leaves"
        let gate = GatedExporter.newGate(title)
        let item = try packs.pack(title: title)
        try await TestServer.run([item], change: { $0.connectionLimits.farewell = .milliseconds(50) }) { server in
            let client = try server.connect()
            try await client.send(TestClient.request("/reports/small.gated"))
            try await wait { gate.begun == 1 }
            client.leave()
            try await wait { gate.cancelled == 1 }
        }
    }

    @Test("Tokens are in no log, whatever a client does with them")
    func log() async throws {
        let packs = try TestPacks()
        try await TestServer.run([try packs.pack()]) { server in
            for token in ["both-token", "wrong-token"] {
                _ = try await server.ask("/reports/small.md?audience=members&token=\(token)", token: token)
                _ = try await server.ask(
                    "/?\(token)", headers: ["Authorization: Nonsense \(token)", "Cookie: \(token)"])
            }
            let lines = server.logged.map(\.line)
            #expect(lines.contains { $0.contains("/reports/small.md") })
            #expect(!lines.contains { $0.contains("-token") })
        }
    }
}
