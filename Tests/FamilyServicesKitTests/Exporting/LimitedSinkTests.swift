import FamilyServicesKit
import Foundation
import Testing

@Suite("A limited sink")
struct LimitedSinkTests {
    @Test("Lets through what the limit allows and refuses the first byte past it", arguments: 0...12)
    func limits(_ limit: Int) throws {
        var sink = LimitedSink(MemorySink(), limit: limit)
        var error: SinkLimitError?
        do {
            for part in ["abc", "", "defg", "hi", "j"] { try sink.write(part) }
            try sink.finish()
        } catch let refusal as SinkLimitError {
            error = refusal
        }
        #expect(sink.base.bytes == Array("abcdefghij".utf8.prefix(limit)))
        #expect(sink.count == min(limit, 10))
        #expect(error?.limit == (limit < 10 ? limit : nil))
        #expect(error.map { $0.description.contains("limit of \(limit) byte") } ?? true)
    }

    @Test("Takes nothing once it has refused, and does not finish the other sink")
    func staysClosed() throws {
        let path = FileManager.default.temporaryDirectory.path + "/limited-\(UUID().uuidString)"
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var errors = 0
        do {
            var sink = LimitedSink(try FileSink(path: path), limit: 2)
            do { try sink.write("abc") } catch is SinkLimitError { errors += 1 }
            do { try sink.write("") } catch is SinkLimitError { errors += 1 }
            do { try sink.finish() } catch is SinkLimitError { errors += 1 }
        }
        #expect(errors == 3)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }

    @Test("A limit below 0 is 0, and nothing at all is still allowed")
    func negative() throws {
        var sink = LimitedSink(MemorySink(), limit: -5)
        try sink.write("")
        #expect(throws: SinkLimitError.self) { try sink.write("a") }
        #expect(sink.limit == 0)
        #expect(sink.base.bytes.isEmpty)
    }

    @Test("The other sink's own error comes through")
    func baseError() throws {
        var sink = LimitedSink(LimitedSink(MemorySink(), limit: 3), limit: 9)
        var limit: Int?
        do { try sink.write("abcd") } catch { limit = (error as? SinkLimitError)?.limit }
        #expect(limit == 3)
        #expect(sink.base.base.bytes == Array("abc".utf8))
    }
}
