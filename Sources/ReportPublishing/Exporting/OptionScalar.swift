#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value that an option can have without parts.
protocol OptionScalar: Decodable {
    /// What such a value is, as the end of a sentence.
    static var optionWords: String { get }

    /// Reads a value: from a text in any sensible way, from JSON only where it has the right type.
    ///
    /// - Returns: `nil` where the node holds no such value.
    static func optionValue(_ node: OptionNode) -> Self?
}

extension Bool: OptionScalar {
    static var optionWords: String { "true or false" }

    static func optionValue(_ node: OptionNode) -> Bool? {
        switch node {
        case .bool(let value): value
        case .text(let text):
            switch text.lowercased() {
            case "true", "yes": true
            case "false", "no": false
            default: nil
            }
        default: nil
        }
    }
}

extension String: OptionScalar {
    static var optionWords: String { "a text in quotation marks" }

    static func optionValue(_ node: OptionNode) -> String? {
        switch node {
        case .string(let text), .text(let text): text
        default: nil
        }
    }
}

extension OptionScalar where Self: FixedWidthInteger {
    static var optionWords: String {
        bitWidth < 64
            ? "a whole number from \(Self.min) to \(Self.max)"
            : "a whole number that " + (isSigned ? "" : "is not negative and ") + "fits into \(bitWidth) bits"
    }

    static func optionValue(_ node: OptionNode) -> Self? {
        switch node {
        case .text(let text): Self(text)
        // JSON has one type of number: 10, 10.0 and 1e1 are the same.
        case .number(let text): Self(text) ?? Double(text).flatMap { Self(exactly: $0) }
        default: nil
        }
    }
}

extension Int: OptionScalar {}
extension Int8: OptionScalar {}
extension Int16: OptionScalar {}
extension Int32: OptionScalar {}
extension Int64: OptionScalar {}
extension UInt: OptionScalar {}
extension UInt8: OptionScalar {}
extension UInt16: OptionScalar {}
extension UInt32: OptionScalar {}
extension UInt64: OptionScalar {}

extension OptionScalar where Self: BinaryFloatingPoint & LosslessStringConvertible {
    static var optionWords: String { "a finite number" }

    static func optionValue(_ node: OptionNode) -> Self? {
        guard let text = node.numberText, let value = Self(text), value.isFinite else { return nil }
        return value
    }
}

extension Double: OptionScalar {}
extension Float: OptionScalar {}

extension Decimal: OptionScalar {
    static var optionWords: String { "a decimal number" }

    static func optionValue(_ node: OptionNode) -> Decimal? {
        node.numberText.flatMap { Decimal(string: $0) }
    }
}

extension URL: OptionScalar {
    static var optionWords: String { "an address" }

    static func optionValue(_ node: OptionNode) -> URL? {
        String.optionValue(node).flatMap { URL(string: $0) }
    }
}

extension Data: OptionScalar {
    static var optionWords: String { "bytes in Base64" }

    static func optionValue(_ node: OptionNode) -> Data? {
        String.optionValue(node).flatMap { Data(base64Encoded: $0) }
    }
}

extension OptionNode {
    /// The text of a number in decimal digits; nothing that only Swift takes for one, such as `0x1p3`.
    fileprivate var numberText: String? {
        switch self {
        case .text(let text), .number(let text):
            !text.isEmpty && text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) ? text : nil
        default: nil
        }
    }
}
