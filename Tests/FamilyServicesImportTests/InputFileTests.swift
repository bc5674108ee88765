import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("The files that a pack was read from")
struct InputFileTests {
    /// The digest that the loader gives for a file of some bytes.
    private func digest(_ bytes: [UInt8]) throws -> String? {
        try PackOnDisk(bytes: ["risks.csv": bytes]).load().inputs.first { $0.name == "risks.csv" }?.sha256
    }

    @Test("are listed by name with their sizes, and no other file is")
    func listed() throws {
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators, "README.md": "notes", "risk.csv": "x", "claims.xlsx": "x",
        ])
        let inputs = pack.load().inputs
        #expect(inputs.map(\.name) == ["indicators.csv", "pack.yaml"])
        #expect(inputs.map(\.byteCount) == [PackOnDisk.indicators.utf8.count, PackOnDisk.manifest.utf8.count])
        #expect(ReportPackLoader().load(folder: "/nowhere/at/all").inputs.isEmpty)
    }

    // The examples of NIST for FIPS 180-4, and the empty message of its test vectors (SHA256ShortMsg).
    @Test(
        "have the digests of the published examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(message: String, expected: String) throws {
        #expect(try digest(Array(message.utf8)) == expected)
    }

    @Test("have the digest of a million letters")
    func million() throws {
        #expect(
            try digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("have the digests that Python gives, for every length up to 200 bytes and for a mebibyte")
    func python() throws {
        let lengths = Array(0...200) + [1 << 20]
        let program =
            "import hashlib\nfor n in list(range(201))+[1<<20]: "
            + "print(hashlib.sha256(bytes((i*37+n)&255 for i in range(n))).hexdigest())"
        let expected = try Program.python.answer(["-c", program]).split(separator: "\n").map(String.init)
        try #require(expected.count == lengths.count)
        for (length, expected) in zip(lengths, expected) {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + length) }
            #expect(try digest(bytes) == expected, "\(length) bytes")
        }
    }
}

@Suite("Text that identifies a person, in files")
struct IdentifyingTextInFilesTests {
    private let kit = [
        "indicators.csv": PackOnDisk.indicators,
        "commentary.csv": "indicator,text\nshare,Fine.\nshare,Ring 020 7946 0123.\n",
        "observations.csv":
            "indicator,period,value,note\nshare,2017-10,50,fine\nshare,2017-11,51,see a.b@example.org\n",
        "risks.csv": "id,title,response\nR1,Title,Three children wait.\n",
        "report.yaml": """
        reports:
          - id: report
            title: Report
            sections:
              - title: Section
                paragraphs:
                  - text: All well.
                  - text: She lives at SW1A 2AA.

        """,
        "context.yaml": "milestones:\n  - {date: 2018-01, text: Born 14/02/2011}\n",
        "audits.yaml": "headline: NHS 943 476 5919\n",
    ]

    @Test("is warned about with file, line and column, and never repeated")
    func places() throws {
        let pack = try PackOnDisk(kit)
        let result = pack.load()
        #expect(result.pack != nil)
        let found = result.diagnostics.filter { $0.code == .identifyingText }
        #expect(
            found.map { pack.text($0).prefix { $0 != " " } } == [
                "audits.yaml:1:11:", "commentary.csv:3:7:", "context.yaml:2:27:", "observations.csv:3:18:",
                "report.yaml:8:19:", "risks.csv:2:10:",
            ])
        #expect(found.allSatisfy { $0.severity == .warning })
        for secret in ["7946", "example.org", "SW1A", "2011", "5919"] {
            #expect(!found.contains { $0.message.contains(secret) }, "\(secret)")
        }
    }

    @Test("is not looked for where nobody asks")
    func switchedOff() throws {
        let pack = try PackOnDisk(kit)
        let loader = ReportPackLoader(identifyingText: nil)
        #expect(loader.load(folder: pack.folder.path).diagnostics.isEmpty)
    }
}
