@testable import ExporterTestKit
import Foundation
import Testing

@Suite("Looking for what is secret")
struct SecretFormsTests {
    private let secret = "Kestrelmoorbb"

    @Test(
        "A word is found however it is written",
        arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian])
    func encodings(_ encoding: String.Encoding) throws {
        let data = try #require("before Kestrelmoorbb after".data(using: encoding))
        #expect(SecretForms(secret).occur(in: Array(data)))
    }

    @Test("A word is found in base64, wherever in it", arguments: 0..<6)
    func base64(_ offset: Int) throws {
        let text = Data((String(repeating: "x", count: offset) + secret + "yz").utf8).base64EncodedString()
        #expect(SecretForms(secret).occur(in: Array(text.utf8)))
    }

    @Test("A word is found in percent signs, references and escapes")
    func escapes() {
        for text in [
            secret.utf8.map { "%" + String($0, radix: 16) }.joined(),
            secret.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined(),
            secret.utf8.map { "&#\($0);" }.joined(), secret.utf8.map { "\\u00" + String($0, radix: 16) }.joined(),
        ] {
            #expect(SecretForms(secret).occur(in: Array("before \(text) after".utf8)))
        }
    }

    @Test("A part of a word, or another word, is not found")
    func others() {
        for text in ["Kestrelmoorb", "estrelmoorbb", "Kestrelmoorbc", "", "K"] {
            #expect(!SecretForms(secret).occur(in: Array(text.utf8)))
        }
    }
}
