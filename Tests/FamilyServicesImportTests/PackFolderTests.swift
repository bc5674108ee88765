@testable import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("The folder of a pack")
struct PackFolderTests {
    @Test("Themes and indicators are known by their titles too, where only one has it")
    func titles() throws {
        let files = [
            "indicators.csv": PackOnDisk.indicators + "twin-a,Twins,count,neutral\ntwin-b,Twins,count,neutral\n",
            "observations.csv": "indicator,period,value\nA number,2017-11,4\nshare,2017-11,50\n",
            "commentary.csv": "indicator,period,text\na NUMBER,2017-11,Words.\n",
            "plans.yaml": """
            plans:
              - id: plan
                title: Plan
                themes: [{id: T1, title: Early help}, {id: T2, title: Court work}]
                worried_about: [A share]
            """,
            "actions.csv": "id,title,theme,indicators\na1,First,Court work,A number; share\n",
        ]
        let result = try PackOnDisk(files).load()
        let pack = try #require(result.pack, "\(result.errors)")
        #expect(pack.observations.map(\.indicator.text) == ["number", "share"])
        #expect(pack.indicators.first { $0.id == "number" }?.commentary.count == 1)
        #expect(pack.plans[0].worriedAbout == ["share"])
        #expect(pack.plans[0].actions[0].theme == "T2" && pack.plans[0].actions[0].indicators == ["number", "share"])
        let other = try PackOnDisk(
            files.merging(["observations.csv": "indicator,period,value\nTwins,2017-11,4\n"]) { $1 })
        #expect(other.problems().contains { $0.contains("Twins") && $0.contains("error") })
    }

    @Test("Two files make a pack, and one")
    func smallPacks() throws {
        #expect(try PackOnDisk().load().pack?.manifest.title == "Title")
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,value\nshare,2017-11,57.2%\n",
        ])
        let read = try #require(pack.load().pack)
        #expect(read.observations.map(\.value) == [.value(57.2)])
        #expect(read.observations.map(\.area) == ["exampleton"])
    }

    @Test("A pack in memory is read like one in a folder, and nothing is looked for on disk")
    func inMemory() throws {
        let files = [
            "pack.yaml": PackOnDisk.manifest, "indicators.csv": PackOnDisk.indicators,
            "observations.csv": "indicator,period,value\nshare,2017-11,57.2%\nnone,2017-11,1\n",
        ]
        let memory = ReportPackLoader().load(files: files.mapValues { Array($0.utf8) }, named: "upload")
        let disk = try PackOnDisk(files.filter { $0.key != "pack.yaml" }).load()
        #expect(memory.pack == disk.pack && memory.inputs == disk.inputs)
        #expect(memory.diagnostics.map(\.message) == disk.diagnostics.map(\.message) && memory.errorCount == 1)
        #expect(memory.diagnostics.first?.location?.file == "upload/observations.csv")
        let whole = ReportPackLoader().load(
            files: files.filter { $0.key != "observations.csv" }.mapValues { Array($0.utf8) })
        #expect(whole.pack?.indicators.count == 3 && whole.diagnostics.isEmpty)
        #expect(ReportPackLoader().load(files: [:]).errorCount == 1)
        let climbing = ReportPackLoader().load(files: ["../pack.yaml": Array(PackOnDisk.manifest.utf8)])
        #expect(climbing.pack == nil && climbing.errorCount > 0)
    }

    @Test("The example in the documentation is a pack")
    func documentedExample() throws {
        let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Sources/FamilyServicesImport/FamilyServicesImport.docc/ReportPacks.md")
        let blocks = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```")
        func block(_ language: String, _ number: Int) throws -> String {
            let found = blocks.filter { $0.hasPrefix(language + "\n") }
            return String(try #require(found.count > number ? found[number] : nil).dropFirst(language.count + 1))
        }
        let pack = try PackOnDisk([
            "pack.yaml": block("yaml", 0), "indicators.csv": block("csv", 0), "observations.csv": block("csv", 1),
        ])
        #expect(pack.problems() == [])
        let read = try #require(pack.load().pack)
        #expect(read.indicators.count == 2)
        #expect(read.observations.count == 4)
    }

    @Test("A missing folder, a file in its place and a missing manifest are errors")
    func missing() throws {
        let nowhere = ReportPackLoader().load(folder: "/nowhere/at/all")
        #expect(nowhere.diagnostics.map(\.description) == ["/nowhere/at/all: error: There is no such folder."])
        #expect(ReportPackLoader().load(folder: "").errors.count == 1)
        #expect(ReportPackLoader().load(folder: "a\u{0}b").errors.count == 1)
        let pack = try PackOnDisk()
        let file = ReportPackLoader().load(folder: pack.folder.path + "/pack.yaml")
        #expect(file.errors.first?.message == "This is a file, not a folder.")
        try pack.remove("pack.yaml")
        #expect(
            pack.problems() == ["pack.yaml: error: There is no pack.yaml in the folder; every pack has to have one."])
    }

    @Test(
        "Names are looked at",
        arguments: [
            ("Indicators.csv", "Indicators.csv: error: The name has capital letters; rename the file indicators.csv."),
            ("plans.yml", "plans.yml: error: A pack has plans.yaml, not plans.yml; rename the file."),
            (
                "observations.xlsx",
                "observations.xlsx: error: A pack has observations.csv, not observations.xlsx; save the file as CSV UTF-8 "
                    + "under that name."
            ),
            (
                "indicator.csv",
                "indicator.csv: warning: “indicator.csv” is not a file of a pack and is ignored. Did you mean “indicators.csv”?"
            ),
            ("letter.pdf", "letter.pdf: warning: “letter.pdf” is not a file of a pack and is ignored."),
        ])
    func names(name: String, expected: String) throws {
        let pack = try PackOnDisk([name: "id,title\n"])
        #expect(pack.problems() == [expected])
        #expect((pack.load().pack == nil) == expected.contains("error:"))
    }

    @Test("What people keep beside a pack is no one's business")
    func ignored() throws {
        let pack = try PackOnDisk([
            ".hidden": "", "~$lock.xlsx": "", "README.md": "", "Readme.txt": "", "notes.txt": "", "notes.md": "",
            "indicators.csv": PackOnDisk.indicators, "indicators.xlsx": "the workbook behind the table",
        ])
        try FileManager.default.createDirectory(
            at: pack.folder.appendingPathComponent("old"), withIntermediateDirectories: true)
        #expect(pack.problems() == [])
    }

    @Test("A folder with the name of a file, and a pipe, are errors and not waited for")
    func notFiles() throws {
        let pack = try PackOnDisk()
        try FileManager.default.createDirectory(
            at: pack.folder.appendingPathComponent("risks.csv"), withIntermediateDirectories: true)
        try #require(mkfifo(pack.folder.appendingPathComponent("budget.csv").path, 0o600) == 0)
        #expect(
            pack.problems() == [
                "budget.csv: error: This is a device or pipe, not a file.",
                "risks.csv: error: This is a folder, not a file.",
            ])
    }

    @Test("Links are followed inside the folder, and not out of it")
    func links() throws {
        let other = try PackOnDisk(["indicators.csv": PackOnDisk.indicators])
        let pack = try PackOnDisk([".shared.csv": PackOnDisk.indicators])
        let manager = FileManager.default
        let link = pack.folder.appendingPathComponent("indicators.csv")
        try manager.createSymbolicLink(at: link, withDestinationURL: pack.folder.appendingPathComponent(".shared.csv"))
        #expect(pack.load().pack?.indicators.count == 3)
        try manager.removeItem(at: link)
        try manager.createSymbolicLink(
            at: link, withDestinationURL: other.folder.appendingPathComponent("indicators.csv"))
        let problems = pack.problems()
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("indicators.csv: error: The file is a link that leads out of the folder") == true)
        try manager.removeItem(at: link)
        try manager.createSymbolicLink(at: link, withDestinationURL: pack.folder.appendingPathComponent("gone.csv"))
        #expect(pack.problems() == ["indicators.csv: error: The file does not exist."])
    }

    @Test("Bytes that are no UTF-8 are found, and what they may be is only guessed at")
    func encodings() throws {
        let heading = Array("id,title,unit,polarity\n".utf8)
        let windows = heading + Array("a,Caf".utf8) + [0xE9] + Array(",count,neutral\n".utf8)
        let dash = heading + Array("a,é ".utf8) + [0x96] + Array(",count,neutral\n".utf8)
        let cut = heading + Array("a,A,count,neutral".utf8) + [0xE2, 0x82]
        let surrogate = heading + [0x61, 0xED, 0xA0, 0x80]
        let bare: [UInt8] = "id,title\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + bare
        let save = "Save it from Excel as “CSV UTF-8 (Comma delimited)”."
        let cases: [([UInt8], String)] = [
            (
                windows,
                "2:6: error: The byte 0xE9 in line 2 is not UTF-8. In an old Windows encoding it would be “é”. \(save)"
            ),
            (
                dash,
                "2:5: error: The byte 0x96 in line 2 is not UTF-8. In an old Windows encoding it would be “–”. \(save)"
            ),
            (
                cut,
                "2:18: error: The byte 0xE2 in line 2 is not UTF-8. In an old Windows encoding it would be “â”. \(save)"
            ),
            (
                surrogate,
                "2:2: error: The byte 0xED in line 2 is not UTF-8. In an old Windows encoding it would be “í”. \(save)"
            ),
            (wide, "1:1: error: This is text in UTF-16 (“Unicode Text” in Excel), not a CSV file. \(save)"),
            (
                bare,
                "1:2: error: A zero byte, which no text has. The file looks like UTF-16 (“Unicode Text” in Excel). \(save)"
            ),
        ]
        for (bytes, expected) in cases {
            let pack = try PackOnDisk(bytes: ["indicators.csv": bytes])
            #expect(pack.problems() == ["indicators.csv:" + expected])
        }
    }

    @Test("The check for UTF-8 agrees with Swift's own on random bytes")
    func utf8LikeSwift() {
        var random = SeededGenerator(seed: 11)
        let interesting: [UInt8] = [
            0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                interesting.randomElement(using: &random) ?? 0
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Check.firstProblem(in: bytes, from: 0) == nil) == isValid, "\(bytes)")
        }
    }

    @Test("A byte-order mark, semicolons, tabs and Windows line ends make no difference", arguments: [",", ";", "\t"])
    func habits(delimiter: String) throws {
        let table = PackOnDisk.indicators.replacingOccurrences(of: ",", with: delimiter)
        let windows = "\u{FEFF}" + table.replacingOccurrences(of: "\n", with: "\r\n")
        let trailing = windows + "\(delimiter)\(delimiter)\r\n\r\n"
        let declared = "sep=\(delimiter)\r\n" + table
        let old = table.replacingOccurrences(of: "\n", with: "\r")
        for text in [table, windows, trailing, declared, old] {
            let pack = try PackOnDisk(["indicators.csv": text])
            #expect(pack.problems() == [])
            #expect(pack.load().pack?.indicators.map(\.id) == ["share", "number", "money"])
        }
    }

    @Test("Columns may be a part, in any order, with capitals, and wide")
    func columns() throws {
        let pack = try PackOnDisk([
            "indicators.csv": "Polarity,UNIT, Title ,id,Plan references,,\nneutral,count,\"A\nB\",x,5b,,\n",
            "observations.csv": "indicator,2017-11,2017-12,FY2014-15\nx,5,,[z]\n",
        ])
        #expect(pack.problems() == [])
        let read = try #require(pack.load().pack)
        #expect(read.indicators.first?.title == "A\nB")
        #expect(read.observations.map(\.period.code) == ["2017-11", "FY2014-15"])
        #expect(read.observations.map(\.value) == [.value(5), .missing(.notApplicable)])
    }
}
