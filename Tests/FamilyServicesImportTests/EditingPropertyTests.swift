@testable import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("Random changes of random packs", .slow)
struct EditingPropertyTests {
    /// A text that a table has to quote, or nearly.
    private static let texts = [
        "plain", "with, comma", "with; semicolon", "with\ttab", "two\nlines", "two\r\nlines", "\"quoted\"", "5\" pipe",
        "é – 日本 👩‍👩‍👧", "=1+1", "-", "#", "it's", "a \"b\", c\n\"d\"", "\u{301}combining", "'", ",", "\"", "0",
    ]

    /// The tables of a pack, written in a manner of their own.
    private struct Manner {
        let delimiter: String
        let lineEnd: String
        let start: String
        let quotes: Int

        init(_ generator: inout SeededGenerator) {
            delimiter = [",", ";", "\t"].randomElement(using: &generator) ?? ","
            lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            start = ["", "\u{FEFF}", "sep=\(delimiter)\n", "\n\n"].randomElement(using: &generator) ?? ""
            quotes = .random(in: 0..<3, using: &generator)
        }

        func table(_ columns: [String], _ rows: [[String: String]], _ generator: inout SeededGenerator) -> String {
            let columns = columns.shuffled(using: &generator)
            var text = start + line(columns, &generator)
            for row in rows {
                var fields = columns.map { row[$0] ?? "" }
                if Int.random(in: 0..<4, using: &generator) == 0 {
                    while fields.count > 1, fields.last == "" { fields.removeLast() }
                }
                if Int.random(in: 0..<8, using: &generator) == 0 { fields.append("") }
                if Int.random(in: 0..<8, using: &generator) == 0 { text += lineEnd }
                text += line(fields, &generator)
            }
            if Int.random(in: 0..<4, using: &generator) == 0 {
                text += String(repeating: delimiter, count: columns.count - 1) + lineEnd + lineEnd
            } else if Int.random(in: 0..<3, using: &generator) == 0, text.utf8.last == lineEnd.utf8.last {
                text.unicodeScalars.removeLast(lineEnd.unicodeScalars.count)
            }
            return text
        }

        private func line(_ fields: [String], _ generator: inout SeededGenerator) -> String {
            let written = fields.map { field in
                let special = field.unicodeScalars.contains {
                    "\"\n\r".unicodeScalars.contains($0) || String($0) == delimiter
                }
                let isQuoted = special || quotes == 2 || quotes == 1 && Bool.random(using: &generator)
                return isQuoted ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
            }
            return written.joined(separator: delimiter) + lineEnd
        }
    }

    private func files(_ generator: inout SeededGenerator) -> [String: String] {
        func text(_ generator: inout SeededGenerator) -> String { Self.texts.randomElement(using: &generator) ?? "" }
        func maybe(_ values: [String], _ generator: inout SeededGenerator) -> String {
            Bool.random(using: &generator) ? values.randomElement(using: &generator) ?? "" : ""
        }
        let statuses = ["on-track", "At risk", "complete", "not_started"]
        let (dates, roles) = (["2018", "2018-03", "2018-03-31", "31/3/2018"], ["head", "director"])
        let optional = ["due", "completed", "owner", "evidence", "status", "status_date", "status_commentary"]
        let columns = ["id", "title"] + optional.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }
        var actions: [[String: String]] = []
        var history: [[String: String]] = []
        for index in 0..<Int.random(in: 1...5, using: &generator) {
            var row = ["id": "a\(index)", "title": text(&generator), "due": maybe(dates, &generator)]
            row["completed"] = maybe(["2019", "2019-01"], &generator)
            row["owner"] = maybe(roles, &generator)
            row["evidence"] = maybe([text(&generator)], &generator)
            if columns.contains("status"), Bool.random(using: &generator) {
                row["status"] = statuses.randomElement(using: &generator)
                row["status_date"] = maybe(["2017-06-01", "2017-07"], &generator)
                row["status_commentary"] = maybe([text(&generator)], &generator)
            }
            actions.append(row)
            for month in 1..<Int.random(in: 1...3, using: &generator) {
                history.append([
                    "action": "a\(index)", "status": statuses.randomElement(using: &generator) ?? "",
                    "date": Bool.random(using: &generator) ? "2017-0\(month)" : "2017-0\(month)-05",
                    "commentary": maybe([text(&generator)], &generator),
                ])
            }
        }
        let notes = (0..<3).map { index in
            [
                "id": "n\(index)", "text": text(&generator), "status": maybe(statuses, &generator),
                "due": maybe(dates, &generator),
            ]
        }
        let remarks = (0..<4).map { _ in
            [
                "indicator": ["share", "number"].randomElement(using: &generator) ?? "", "text": text(&generator),
                "author": maybe(roles, &generator),
            ]
        }
        let lines = (1...3).map { number in
            ["number": "\(number)", "measure": text(&generator), "rating": maybe(["red", "Green"], &generator)]
        }
        var files = [
            "pack.yaml": PackOnDisk.manifest + "roles: [{id: head, title: Head}, {id: director, title: Director}]\n",
            "indicators.csv": PackOnDisk.indicators, "plans.yaml": "plans: [{id: plan, title: A plan}]\n",
        ]
        files["actions.csv"] = Manner(&generator).table(columns, actions, &generator)
        if !history.isEmpty {
            files["status-history.csv"] = Manner(&generator).table(
                ["action", "status", "date", "commentary"], history, &generator)
        }
        files["progress.csv"] = Manner(&generator).table(["id", "text", "status", "due"], notes, &generator)
        files["dashboard.csv"] = Manner(&generator).table(["number", "measure", "rating"], lines, &generator)
        if Int.random(in: 0..<4, using: &generator) > 0 {
            files["commentary.csv"] = Manner(&generator).table(["indicator", "text", "author"], remarks, &generator)
        }
        return files
    }

    private func change(_ pack: inout ReportPack, _ generator: inout SeededGenerator) throws {
        func text(_ generator: inout SeededGenerator) -> String { Self.texts.randomElement(using: &generator) ?? "" }
        func isChosen(_ generator: inout SeededGenerator) -> Bool { Int.random(in: 0..<3, using: &generator) == 0 }
        let dates = try [nil] + ["2018", "2018-06", "2018-06-30"].map { try PartialDate(iso: $0) }
        let roles: [Role.ID?] = [nil, "head", "director"]
        func date(_ generator: inout SeededGenerator) -> PartialDate? { dates.randomElement(using: &generator) ?? nil }
        for index in pack.plans[0].actions.indices {
            var action = pack.plans[0].actions[index]
            if isChosen(&generator) { action.due = date(&generator) }
            if isChosen(&generator) { action.owner = roles.randomElement(using: &generator) ?? nil }
            if isChosen(&generator) { action.evidence = Bool.random(using: &generator) ? text(&generator) : nil }
            if isChosen(&generator) { action.completed = try PartialDate(year: 2020) }
            if isChosen(&generator) {
                if Bool.random(using: &generator) { _ = action.statuses.popLast() }
                let count = action.statuses.count == pack.plans[0].actions[index].statuses.count ? 2 : 1
                for month in 1...count {
                    action.statuses.append(
                        PlanAction.StatusReport(
                            BRAGStatus.allCases.randomElement(using: &generator) ?? .complete,
                            on: try PartialDate(year: 2017, month: 10 + month),
                            commentary: Bool.random(using: &generator) ? text(&generator) : nil))
                }
            }
            pack.plans[0].actions[index] = action
        }
        for index in pack.plans[0].progress.indices where isChosen(&generator) {
            pack.plans[0].progress[index].due = date(&generator)
            pack.plans[0].progress[index].status = BRAGStatus.allCases.randomElement(using: &generator)
        }
        for index in pack.dashboard.indices where isChosen(&generator) {
            pack.dashboard[index].rating = [nil, .red, .amber].randomElement(using: &generator) ?? nil
        }
        for index in pack.indicators.indices {
            for item in pack.indicators[index].commentary.indices where isChosen(&generator) {
                pack.indicators[index].commentary[item] = Commentary(text(&generator), author: "director")
            }
            if isChosen(&generator) {
                pack.indicators[index].commentary.append(
                    Commentary(text(&generator), period: try ReportingPeriod("2017-11"), author: "head"))
            }
        }
    }

    /// The changes that a pack takes; `nil` for the one thing that files cannot always say: an undated status among dated ones.
    private func found(_ editor: PackFolderEditor, _ changed: ReportPack, _ comment: Comment) -> PackFolderChanges? {
        do {
            return try editor.changes(to: changed)
        } catch {
            #expect(error.diagnostics.allSatisfy { $0.message.contains("statuses") }, "\(comment): \(error)")
            return nil
        }
    }

    @Test(
        "What is read of the changed files is the changed pack, and Python finds the cells changed that are told, and no byte else"
    )
    func changes() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("editing-\(seed)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var expected: [[String: [[String]]]] = []
        var written = 0
        let rounds = TestSize.count(120)
        for round in 0..<rounds {
            let files = files(&generator)
            let disk = try PackOnDisk(files)
            let comment: Comment = "seed \(seed), round \(round)"
            let editor = try PackFolderEditor(folder: disk.folder.path)
            var changed = editor.pack
            try change(&changed, &generator)
            guard let changes = found(editor, changed, comment) else { continue }
            try editor.write(changes)
            #expect(disk.load().pack == changed, comment)
            written += 1
            var cells: [String: [[String]]] = [:]
            for (name, old) in files where name.hasSuffix(".csv") {
                let new = try Data(contentsOf: disk.folder.appendingPathComponent(name))
                try Data(old.utf8).write(to: folder.appendingPathComponent("\(expected.count)-old-\(name)"))
                try new.write(to: folder.appendingPathComponent("\(expected.count)-new-\(name)"))
                #expect(changes.files.contains(name) == (Data(old.utf8) != new), comment)
                cells[name] = changes.cells.filter { $0.location.file.hasSuffix("/\(name)") }.map {
                    ["\($0.location.line ?? 0)", $0.column, $0.new ?? ""]
                }
            }
            expected.append(cells)
        }
        #expect(written > rounds * 3 / 4, "seed \(seed)")
        try JSONEncoder().encode(expected).write(to: folder.appendingPathComponent("cells.json"))
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "check_edits.py")
        let output = try Program.python.answer([script.path, folder.path])
        #expect(output == "\(expected.count) packs\n", "seed \(seed): \(output)")
    }
}
