import FamilyServicesKit
@testable import ReportPublishing
import Foundation
import TestSupport
import Testing

/// A value of every sort that a type can ask a decoder for.
private struct Everything: Hashable, Codable {
    enum Word: String, Hashable, Codable, CaseIterable { case plain, tinted, none }
    enum Level: Int, Hashable, Codable, CaseIterable { case low = -1, high = 7 }
    enum Shape: Hashable, Codable {
        case dot
        case circle(radius: Double)
        case box(Int, Int)
    }
    struct Inner: Hashable, Codable {
        var name: String
        var size: Int?
        var shape: Shape
    }

    var flag: Bool
    var int: Int
    var int8: Int8
    var int16: Int16
    var int32: Int32
    var int64: Int64
    var uint: UInt
    var uint8: UInt8
    var uint16: UInt16
    var uint32: UInt32
    var uint64: UInt64
    var double: Double
    var float: Float
    var text: String
    var optional: String?
    var word: Word
    var level: Level
    var shape: Shape
    var inner: Inner
    var inners: [Inner]
    var matrix: [[Double]]
    var gaps: [Int?]
    var sets: Set<String>
    var dictionary: [String: Inner]
    var numbers: [Int: Bool]
    var address: URL?
    var data: Data
    var amount: Decimal
    var day: Date
}

extension Everything.Shape {
    fileprivate static func random(_ generator: inout SeededGenerator) -> Self {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: .dot
        case 1: .circle(radius: .random(in: -1e6...1e6, using: &generator))
        default: .box(.random(in: 0...9, using: &generator), .random(in: 0...9, using: &generator))
        }
    }
}

extension Everything.Inner {
    fileprivate static func random(_ generator: inout SeededGenerator) -> Self {
        Self(
            name: text(&generator), size: Bool.random(using: &generator) ? .random(in: 0...99, using: &generator) : nil,
            shape: .random(&generator))
    }
}

private let pieces = [
    "a", "Z", " ", ",", "=", ".", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "😀", "e\u{301}", "\u{2028}",
    "\u{202E}", "{", "]", "null", "true", "0",
]

private func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
}

private func list<T>(_ generator: inout SeededGenerator, _ make: (inout SeededGenerator) -> T) -> [T] {
    var result: [T] = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) { result.append(make(&generator)) }
    return result
}

private func integer<T: FixedWidthInteger>(_ generator: inout SeededGenerator) -> T {
    [T.min, T.max, 0, T.random(in: T.min...T.max, using: &generator)].randomElement(using: &generator) ?? 0
}

extension Everything {
    fileprivate static func random(_ generator: inout SeededGenerator) -> Everything {
        Everything(
            flag: .random(using: &generator), int: integer(&generator), int8: integer(&generator),
            int16: integer(&generator), int32: integer(&generator), int64: integer(&generator),
            uint: integer(&generator), uint8: integer(&generator), uint16: integer(&generator),
            uint32: integer(&generator), uint64: integer(&generator),
            double: [0, -1.5, 1e-300, 1.7976931348623157e308, 0.1].randomElement(using: &generator) ?? 0,
            float: [0, 3.4e38, 0.1].randomElement(using: &generator) ?? 0,
            text: FamilyServicesKitTests.text(&generator),
            optional: Bool.random(using: &generator) ? FamilyServicesKitTests.text(&generator) : nil,
            word: Word.allCases.randomElement(using: &generator) ?? .plain,
            level: Level.allCases.randomElement(using: &generator) ?? .low, shape: .random(&generator),
            inner: .random(&generator), inners: list(&generator) { .random(&$0) },
            matrix: list(&generator) { list(&$0) { .random(in: -1...1, using: &$0) } },
            gaps: list(&generator) { Bool.random(using: &$0) ? 1 : nil },
            sets: Set(list(&generator) { FamilyServicesKitTests.text(&$0) }),
            dictionary: Dictionary(
                list(&generator) { (FamilyServicesKitTests.text(&$0), Inner.random(&$0)) },
                uniquingKeysWith: { a, _ in a }),
            numbers: [.random(in: -9...9, using: &generator): true],
            address: Bool.random(using: &generator) ? URL(string: "https://sample.example/a?b=c#d") : nil,
            data: Data(list(&generator) { UInt8.random(in: 0...255, using: &$0) }),
            amount: Decimal(string: ["0.10", "-12345678901234567890.123", "7"].randomElement(using: &generator) ?? "")
                ?? 0,
            day: Date(timeIntervalSinceReferenceDate: .random(in: 0...1e9, using: &generator)))
    }
}

private class Base: Codable {
    var first = 1
    init() {}
}

private final class Derived: Base {
    var second = "x"
    private enum CodingKeys: CodingKey { case second, parent }

    override init() { super.init() }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        second = try container.decode(String.self, forKey: .second)
        try super.init(from: try container.superDecoder())
        let again = try Base(from: container.superDecoder(forKey: .parent))
        first += 100 * again.first
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(second, forKey: .second)
        try super.encode(to: container.superEncoder())
        try super.encode(to: container.superEncoder(forKey: .parent))
    }
}

/// Reads two numbers from a list, by hand.
private struct Point: Hashable, Codable {
    var x = 0
    var y = 0

    init() {}

    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        x = try list.decode(Int.self)
        y = try Int(from: list.superDecoder())
    }

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode(x)
        try list.encode(y)
    }
}

/// A number or a word, tried one after the other.
private enum Width: Hashable, Codable {
    case number(Int)
    case word(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = .number(try container.decode(Int.self))
        } catch DecodingError.typeMismatch {
            self = .word(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .word(let word): try container.encode(word)
        }
    }
}

/// Goes through nested containers by hand, and refuses in its own way.
private struct Nested: Hashable, Codable {
    struct Own: Error {}
    enum Outer: CodingKey { case group, list }
    enum Key: CodingKey { case value }
    var value = 1
    var sum = 0

    init() {}

    init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: Outer.self)
        value = try outer.nestedContainer(keyedBy: Key.self, forKey: .group).decode(Int.self, forKey: .value)
        var list = try outer.nestedUnkeyedContainer(forKey: .list)
        while !list.isAtEnd {
            if try list.decodeNil() { continue }
            var inner = try list.nestedUnkeyedContainer()
            while !inner.isAtEnd {
                sum += try inner.nestedContainer(keyedBy: Key.self).decode(Int.self, forKey: .value)
            }
        }
        if value == 13 { throw Own() }
    }

    func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: Outer.self)
        var group = outer.nestedContainer(keyedBy: Key.self, forKey: .group)
        try group.encode(value, forKey: .value)
        _ = outer.nestedUnkeyedContainer(forKey: .list)
    }
}

@Suite("The decoder of options")
struct OptionDecoderTests {
    @Test("Whatever Foundation writes as JSON is read back as an equal value, whatever the default is")
    func roundTrip() throws {
        var generator = SeededGenerator()
        for _ in 0..<300 {
            let (value, other) = (Everything.random(&generator), Everything.random(&generator))
            let text = try json(value)
            let read = try ExportOptionsInput.json(text).read(over: other)
            // An absent optional is a member that was not given, which stays as in the default.
            var expected = value
            if value.optional == nil { expected.optional = other.optional }
            if value.address == nil { expected.address = other.address }
            if value.inner.size == nil { expected.inner.size = other.inner.size }
            #expect(read == expected, "seed \(generator.seed): \(text)")
        }
    }

    @Test("Members that are left out are the default's, as if they had been written")
    func partial() throws {
        var generator = SeededGenerator()
        for _ in 0..<300 {
            var (value, other) = (Everything.random(&generator), Everything.random(&generator))
            // Foundation's untyped objects have no decimal numbers.
            (value.amount, other.amount) = (1, 2)
            let all = try JSONSerialization.jsonObject(with: Data(json(value).utf8)) as? [String: Any] ?? [:]
            let standard = try JSONSerialization.jsonObject(with: Data(json(other).utf8)) as? [String: Any] ?? [:]
            let given = all.filter { $0.key != "inner" && UInt8.random(in: 0...1, using: &generator) == 0 }
            let text = String(decoding: try JSONSerialization.data(withJSONObject: given), as: UTF8.self)
            let merged = standard.merging(given) { _, new in new }
            let expected = try JSONDecoder().decode(
                Everything.self, from: JSONSerialization.data(withJSONObject: merged))
            #expect(try ExportOptionsInput.json(text).read(over: other) == expected, "seed \(generator.seed): \(text)")
        }
    }

    @Test("A class reads its parent's part, from the key for it and from one of its own choice")
    func parents() throws {
        let text = #"{"second": "y", "super": {"first": 5}, "parent": {"first": 7}}"#
        let derived = try ExportOptionsInput.json(text).read(over: Derived())
        #expect(derived.first == 705)
        #expect(derived.second == "y")
        #expect(try ExportOptionsInput.text(["super.first=2"]).read(over: Derived()).first == 102)
        #expect(throws: ExportOptionsError.self) {
            try ExportOptionsInput.text(["super.frist=2"]).read(over: Derived())
        }
    }

    @Test("A list of fixed length is refused when it is shorter or longer", arguments: ["[1]", "[1, 2, 3]", "[]"])
    func fixedLength(text: String) throws {
        #expect(try ExportOptionsInput.json("[3, 4]").read(over: Point()).y == 4)
        let error = try #require(throws: ExportOptionsError.self) {
            try ExportOptionsInput.json("{\"points\": [\(text)]}").read(over: ["points": [Point()]])
        }
        #expect(error.code == .invalidValue)
        #expect(error.option == "points[0]")
        #expect(error.description.contains("elements"))
        #expect(try ExportOptionsInput.text(["point=1,2"]).read(over: ["point": Point()])["point"]?.y == 2)
        #expect(throws: ExportOptionsError.self) {
            try ExportOptionsInput.text(["point=1,2,3"]).read(over: ["point": Point()])
        }
    }

    @Test("A type that tries one form after another gets what it tried last")
    func alternatives() throws {
        #expect(try ExportOptionsInput.text(["w=12"]).read(over: ["w": Width.number(1)]) == ["w": .number(12)])
        #expect(try ExportOptionsInput.text(["w=auto"]).read(over: ["w": Width.number(1)]) == ["w": .word("auto")])
        #expect(try ExportOptionsInput.json(#"{"w": "12"}"#).read(over: ["w": Width.number(1)]) == ["w": .word("12")])
    }

    @Test("Nested containers are read, and an error of the type's own passes through")
    func nested() throws {
        let text = #"{"group": {"value": 2}, "list": [[{"value": 1}, {"value": 5}], null, []]}"#
        let read = try ExportOptionsInput.json(text).read(over: Nested())
        #expect(read.value == 2 && read.sum == 6)
        #expect(throws: Nested.Own.self) { try ExportOptionsInput.text(["group.value=13"]).read(over: Nested()) }
        let error = try #require(throws: ExportOptionsError.self) {
            try ExportOptionsInput.json(#"{"list": [[{"value": 1, "vlaue": 2}]]}"#).read(over: Nested())
        }
        #expect(error.option == "list[0][0].vlaue")
        #expect(error.description.contains("Did you mean “list[0][0].value”?"))
    }
}
