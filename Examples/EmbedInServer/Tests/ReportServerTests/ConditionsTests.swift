import Foundation
import HTTPTypes
import Testing

@testable import report_server

@Suite("What requests say about answers")
struct ConditionsTests {
    @Test(
        "Gzip is sent to who takes it",
        arguments: [
            (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("br, gzip;q=0.5", true), ("gzip;q=0", false),
            ("gzip; q=0.0, *", false), ("*", true), ("*;q=0", false), ("identity", false), ("br", false),
            ("x-gzip", true),
            ("gzip;q=rubbish", false), (",;,", false),
        ] as [(String?, Bool)])
    func gzip(_ codings: String?, _ expected: Bool) {
        #expect(Conditions.acceptsGzip(codings.map { [.acceptEncoding: $0] } ?? [:]) == expected)
    }

    /// It is 1994-11-06T08:49:37.5Z.
    private let changed = Date(timeIntervalSince1970: 784_111_777.5)

    @Test("A time is written as headers have it")
    func time() {
        #expect(Conditions.text(of: changed) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test(
        "What the client has is not sent again",
        arguments: [
            ("\"t\"", nil, true), ("W/\"t\"", nil, true), ("\"a\", \"t\"", nil, true), ("*", nil, true),
            ("\"a\"", nil, false),
            ("t", nil, false), (nil, "Sun, 06 Nov 1994 08:49:37 GMT", true),
            (nil, "Sun, 06 Nov 1994 08:49:38 GMT", true),
            (nil, "Sun, 06 Nov 1994 08:49:36 GMT", false), (nil, "yesterday", false), (nil, nil, false),
            // Where there is a tag, times are not asked.
            ("\"a\"", "Sun, 06 Nov 1994 08:49:37 GMT", false),
        ] as [(String?, String?, Bool)])
    func known(_ tags: String?, _ time: String?, _ expected: Bool) {
        var headers = HTTPFields()
        headers[.ifNoneMatch] = tags
        headers[.ifModifiedSince] = time
        #expect(Conditions.isKnown("\"t\"", changed, headers) == expected)
    }
}
