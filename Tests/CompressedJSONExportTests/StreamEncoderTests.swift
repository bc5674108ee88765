@testable import JSONExport
import FamilyServicesKit
import Foundation
import Testing

@Suite("Encoding into a sink")
struct StreamEncoderTests {
    private struct Failing: Error {}

    /// Encodes by hand, as a type with encoding of its own does.
    private struct Custom: Encodable {
        enum Keys: String, CodingKey { case a, b, c }

        let body: @Sendable (any Encoder) throws -> Void

        func encode(to encoder: any Encoder) throws { try body(encoder) }
    }

    private func text(_ value: some Encodable) throws -> String {
        var bytes: [UInt8] = []
        try withUnsafeMutablePointer(to: &bytes) { bytes in
            let output = JSONOutput(context: ExportContext()) { piece in
                piece.withUnsafeBytes { bytes.pointee.append(contentsOf: $0) }
            }
            try JSONStreamEncoder.encode(value, to: output)
            try output.drain()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("writes single values, lists, optionals and numbers of every kind")
    func values() throws {
        #expect(try text("a\"b") == #""a\"b""#)
        #expect(try text([1, -2, 3]) == "[1,-2,3]")
        #expect(try text([UInt8.max, 0]) == "[255,0]")
        #expect(try text(UInt64.max) == "18446744073709551615")
        #expect(try text(Int64.min) == "-9223372036854775808")
        #expect(try text([true, nil, false]) == "[true,null,false]")
        #expect(try text([[Int]](repeating: [], count: 2)) == "[[],[]]")
        #expect(try text([0.5, 2]) == "[0.5,2]")
        #expect(try text(String?.none) == "null")
    }

    @Test("closes a nested container when the one around it goes on")
    func nested() throws {
        let value = Custom { encoder in
            var container = encoder.container(keyedBy: Custom.Keys.self)
            var inner = container.nestedContainer(keyedBy: Custom.Keys.self, forKey: .a)
            try inner.encode(1, forKey: .b)
            var list = inner.nestedUnkeyedContainer(forKey: .c)
            try list.encode("x")
            var deep = list.nestedContainer(keyedBy: Custom.Keys.self)
            try deep.encodeNil(forKey: .a)
            try container.encode(2, forKey: .b)
            var last = container.superEncoder(forKey: .c).singleValueContainer()
            try last.encode(3)
        }
        let expected = #"{"a":{"b":1,"c":["x",{"a":null}]},"b":2,"c":3}"#
        #expect(try text([value, value]) == "[\(expected),\(expected)]")
    }

    @Test("writes an object for a type that encodes nothing")
    func nothing() throws {
        #expect(try text([Custom { _ in }]) == "[{}]")
    }

    @Test("refuses what could not stand in order")
    func outOfOrder() {
        let late = Custom { encoder in
            var container = encoder.container(keyedBy: Custom.Keys.self)
            var inner = container.nestedContainer(keyedBy: Custom.Keys.self, forKey: .a)
            try container.encode(2, forKey: .b)
            try inner.encode(1, forKey: .b)
        }
        #expect(throws: EncodingError.self) { try text(late) }
        let twice = Custom { encoder in
            var first = encoder.singleValueContainer()
            try first.encode(1)
            try first.encode(2)
        }
        #expect(throws: EncodingError.self) { try text(twice) }
        let mixed = Custom { encoder in
            _ = encoder.container(keyedBy: Custom.Keys.self)
            _ = encoder.unkeyedContainer()
        }
        #expect(throws: EncodingError.self) { try text(mixed) }
    }

    @Test("passes on what a type throws")
    func passesOn() {
        #expect(throws: Failing.self) { try text(["a": Custom { _ in throw Failing() }]) }
    }
}
