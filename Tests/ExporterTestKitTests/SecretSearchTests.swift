import Foundation
import GzipCompression
import Testing

@testable import ExporterTestKit

@Suite("Looking for what is secret")
struct SecretSearchTests {
    private let secret = Words.word(3, of: .secrets)
    private let number = "735190341283"

    private func finds(_ bytes: [UInt8]) -> Bool { !SecretSearch([secret]).found(in: bytes).isEmpty }
    private func finds(_ text: String) -> Bool { finds(Array("before \(text) after".utf8)) }
    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    @Test(
        "A word is found however its characters are encoded",
        arguments: [
            String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
        ])
    func encodings(_ encoding: String.Encoding) throws {
        let data = try #require("before \(secret) after".data(using: encoding))
        #expect(finds(Array(data)))
    }

    @Test("A word is found in base64, wherever in it, and with line breaks and the other alphabet", arguments: 0..<6)
    func base64(_ offset: Int) throws {
        let data = Data((String(repeating: "ÿ", count: offset) + secret + "yz").utf8)
        #expect(finds("x\(data.base64EncodedString())"))
        #expect(
            finds(
                data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(
                    of: "/", with: "_")))
        let long = Data((String(repeating: "x", count: 60 + offset) + secret + String(repeating: "y", count: 60)).utf8)
        #expect(finds(long.base64EncodedString(options: .lineLength76Characters)))
    }

    @Test("A word is found in digits, escapes and references")
    func digits() {
        let bytes = Array(secret.utf8)
        let small = bytes.map { hex($0) }
        let capital = small.map { $0.uppercased() }
        let binary = bytes.map { byte in
            let digits = String(byte, radix: 2)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }
        let runs: [String] = [
            small.joined(), capital.joined(), small.joined(separator: " "), small.joined(separator: ":"),
        ]
        let escapes: [String] = ["%", "=", "\\x", "\\u00"].map { prefix in small.map { prefix + $0 }.joined() }
        let references: [String] = [
            small.map { "&#x\($0);" }.joined(), bytes.map { "&#\($0);" }.joined(),
            small.map { "0x" + $0 }.joined(separator: ", "), bytes.map { "\($0)" }.joined(separator: ", "),
            bytes.map { "\\" + String($0, radix: 8) }.joined(), binary.joined(separator: " "),
        ]
        for text in runs + escapes + references {
            #expect(finds(text), "\(text)")
        }
    }

    @Test("A word is found in pieces, backwards, in capitals, and with its letters changed one like another")
    func shapes() {
        let letters = secret.map { String($0) }
        let (first, second) = (secret.prefix(6), secret.dropFirst(6))
        let rotated = String(
            String.UnicodeScalarView(
                secret.unicodeScalars.compactMap { scalar in
                    let base: UInt32 = scalar.value < 97 ? 65 : 97
                    return UnicodeScalar((scalar.value - base + 13) % 26 + base)
                }))
        for text in [
            String(secret.reversed()), secret.uppercased(), secret.lowercased(), rotated,
            letters.joined(separator: " "),
            letters.joined(separator: "\u{200B}"), letters.joined(separator: "\u{AD}"),
            "\(first)\",\"\(second)", "<b>\(first)</b><i>\(second)</i>", "\(second) and \(first)",
            letters.map { "<i>\($0)</i>" }.joined(),
            "{"
                + stride(from: 0, to: 12, by: 3).map { "\"k\($0)\":\"\(secret.dropFirst($0).prefix(3))\"" }.joined(
                    separator: ",") + "}",
        ] {
            #expect(finds(text), "\(text)")
        }
        #expect(finds(secret.utf8.map { $0 ^ 0x5A }))
    }

    @Test("A word is found in a compressed stream, and in one form within another")
    func streams() throws {
        var plain = Array("A text of some length, so that there is something to compress: \(secret).".utf8)
        let packed = try GzipWriter.compress(plain)
        #expect(finds(packed))
        #expect(finds(Array("before".utf8) + packed))
        #expect(finds(Data(packed).base64EncodedString()))
        #expect(finds(packed.map { hex($0) }.joined()))
        // Without the header and the check at the end, as formats have it that have their own.
        #expect(finds(Data(packed.dropFirst(10).dropLast(8)).base64EncodedString()))
        #expect(finds([0x78, 0x9C] + packed.dropFirst(10).dropLast(8)))
        plain.reverse()
        #expect(finds(Data(plain).base64EncodedString()))
        // Stored, with the codes of RFC 1951, and with codes of its own.
        for count in [1, 40, 4_000] {
            let text = Array(String(repeating: "All children are seen. ", count: count).utf8) + Array(secret.utf8)
            #expect(finds(try GzipWriter.compress(text)))
        }
    }

    @Test("A number is found with whatever separates its digits, and in binary")
    func numbers() throws {
        let search = SecretSearch([number])
        let value = try #require(UInt64(number))
        for text in [number, "735,190,341,283", "735.190.341.283", "7.35190341283e11", String(number.reversed())] {
            #expect(search.found(in: Array("before \(text) after".utf8)) == [0], "\(text)")
        }
        for pattern in [value, Double(value).bitPattern] {
            let bytes = (0..<8).map { UInt8(truncatingIfNeeded: pattern >> UInt64($0 * 8)) }
            #expect(search.found(in: [1] + bytes + [2]) == [0])
            #expect(search.found(in: [1] + bytes.reversed() + [2]) == [0])
        }
        #expect(search.found(in: Array("735190341284 and 73519034128".utf8)).isEmpty)
    }

    @Test("Other words, and words that are not there, are not found")
    func others() throws {
        #expect(!finds(Words.word(4, of: .secrets)))
        #expect(!finds(""))
        var random = SplitMix(state: 7)
        let noise = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let search = SecretSearch((0..<40).map { Words.word($0, of: .secrets) } + [number])
        #expect(search.found(in: noise).isEmpty)
        #expect(search.found(in: Array(Data(noise).base64EncodedString().utf8)).isEmpty)
    }

    @Test("The day of the clock is found in the ways in which people and programs write it, and other days are not")
    func clock() throws {
        let now = Date(timeIntervalSince1970: 1_780_000_000)  // 28 May 2026, 20:26:40
        let traces = ClockTraces(now)
        func trace(_ text: String) -> String? { traces.trace(in: [Array("Written \(text).".utf8)]) }
        for text in [
            "2026-05-28", "20260528", "28/05/2026", "05/28/2026", "28.05.2026", "28 May 2026", "May 28, 2026",
            "28th May 2026", "2026-05-28T20:26:40Z", "20260528T202640Z", "5/28/2026", "29 May 2026", "1780000003",
            "1780000003127", "<created>2026-05-28</created>",
        ] {
            #expect(trace(text) != nil, "\(text)")
        }
        for text in ["2026-06-28", "28 May 2025", "1 May 2026", "12026-05-280", "1480000003", "2026", "528 2026"] {
            #expect(trace(text) == nil, "\(text)")
        }
        var gzip = try GzipWriter.compress(Array("text".utf8))
        #expect(traces.trace(in: [gzip]) == nil)
        for (index, byte) in [0x00, 0x98, 0x18, 0x6A].enumerated() { gzip[4 + index] = UInt8(byte) }
        #expect(ClockTraces(Date(timeIntervalSince1970: 0x6A18_9800 + 9)).trace(in: [gzip]) != nil)
    }
}
