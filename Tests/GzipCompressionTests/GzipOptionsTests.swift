import Foundation
import GzipCompression
import Testing

@Suite("Options of compression are checked")
struct GzipOptionsTests {
    private func refusal(_ make: () throws -> GzipOptions) -> GzipError? {
        do {
            _ = try make()
            return nil
        } catch {
            return error as? GzipError
        }
    }

    private func decode(_ json: String) throws -> GzipOptions {
        try JSONDecoder().decode(GzipOptions.self, from: Data(json.utf8))
    }

    @Test("Level 5 on all cores, unless something else is asked for")
    func defaults() throws {
        #expect(GzipOptions().level == 5)
        #expect(GzipOptions().threads == nil)
        #expect(try GzipOptions(threads: 1).level == 5)
        #expect(try decode("{}") == GzipOptions())
    }

    @Test("Levels 1 to 9 are allowed", arguments: [-1, 0, 1, 9, 10, .max])
    func levels(_ level: Int) {
        let isAllowed = (1...9).contains(level)
        for error in [refusal { try GzipOptions(level: level) }, refusal { try decode(#"{"level":\#(level)}"#) }] {
            #expect(error?.code == (isAllowed ? nil : .invalidOption))
            #expect(error?.option == (isAllowed ? nil : "level"))
            #expect(error.map { $0.description.contains("“level”: \(level) ") } == (isAllowed ? nil : true))
        }
    }

    @Test("1 to 64 threads are allowed", arguments: [-1, 0, 1, 64, 65])
    func threads(_ threads: Int) {
        let isAllowed = (1...64).contains(threads)
        for error in [
            refusal { try GzipOptions(threads: threads) }, refusal { try decode(#"{"threads":\#(threads)}"#) },
        ] {
            #expect(error?.code == (isAllowed ? nil : .invalidOption))
            #expect(error?.option == (isAllowed ? nil : "threads"))
        }
    }

    @Test("Options come back from JSON as they were")
    func coding() throws {
        for options in [GzipOptions(), try GzipOptions(level: 9, threads: 3)] {
            let data = try JSONEncoder().encode(options)
            #expect(try JSONDecoder().decode(GzipOptions.self, from: data) == options)
        }
    }

    @Test("A value that is no whole number is refused with the name of the option")
    func wrongType() {
        var path: [String] = []
        do { _ = try decode(#"{"level":"high"}"#) } catch {
            if case DecodingError.typeMismatch(_, let context)? = error as? DecodingError {
                path = context.codingPath.map(\.stringValue)
            }
        }
        #expect(path == ["level"])
    }
}
