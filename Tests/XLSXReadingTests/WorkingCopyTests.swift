import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport
import XLSXReading

@Suite("Working copies in LibreOffice", .slow)
struct WorkingCopyTests {
    /// A change to be made, and what has to be found of it.
    private struct Wanted: Hashable {
        var record: EditableRecord
        var field: EditableField
        var value: EditableValue?
    }

    /// Changes of many cells, as they are typed and as they are meant; no two of one record.
    private func changes(_ generator: inout SeededGenerator) throws -> [(
        id: String, header: String, typed: String, wanted: Wanted
    )] {
        var changes: [(id: String, header: String, typed: String, wanted: Wanted)] = []
        func change(
            _ id: String, _ record: EditableRecord, _ header: String, _ field: EditableField, _ typed: String,
            _ value: EditableValue?
        ) {
            changes.append((id, header, typed, Wanted(record: record, field: field, value: value)))
        }
        let texts = [
            "Grüße – 10 €, 😀", "two\nlines", "00123", "1/2", "said \"yes\"; 'no'", "TRUE", "3 March", "a_x0041_b",
            "<b>&amp;",
        ]
        for number in (1...800).shuffled(using: &generator).prefix(160) {
            let id = "A\(number)"
            guard let action = PlanAction.ID(id), let role = Role.ID("role-\(number % 11 + 2)") else { continue }
            let record = EditableRecord.action(action)
            let text = texts[number % texts.count]
            switch changes.count % 8 {
            case 0 where number % 12 != number % 11 + 1:
                change(id, record, "Owner", .owner, WorkingFolder.roles[number % 11 + 1], .role(role))
            case 1: change(id, record, "Due", .due, "2027-02-28", .date(try PartialDate(iso: "2027-02-28")))
            case 2: change(id, record, "Completed", .completed, "2026-07-01", .date(try PartialDate(iso: "2026-07-01")))
            case 3: change(id, record, "Status", .status, "Complete and embedded", .status(.embedded))
            case 4: change(id, record, "Why", .statusCommentary, text, .text(text))
            case 5:
                change(id, record, "Status date", .statusDate, "2026-06-30", .date(try PartialDate(iso: "2026-06-30")))
            case 6 where number % 3 == 0: change(id, record, "Evidence", .evidence, "", nil)
            default: change(id, record, "Evidence", .evidence, text, .text(text))
            }
        }
        for number in (1...150).shuffled(using: &generator).prefix(20) {
            guard let note = ProgressNote.ID("N\(number)") else { continue }
            change(
                "N\(number)", .progressNote(note), "Due", .due, "2027-01-31", .date(try PartialDate(iso: "2027-01-31")))
        }
        let period = try ReportingPeriod("2026-06")
        for number in (1...50).shuffled(using: &generator).prefix(20) {
            guard let indicator = Indicator.ID("M\(number)") else { continue }
            let text = texts[number % texts.count]
            change(
                "M\(number) / 2026-06 / 1", .remark(indicator, period: period, number: 1), "Remark", .text, text,
                .text(text))
        }
        return changes
    }

    @Test(
        "Of a thousand rows edited in Calc every change is found, nothing else, and the folder of the pack gets them",
        .enabled(if: LibreOffice.isInstalled, LibreOffice.advice))
    func roundTrip() throws {
        var generator = SeededGenerator()
        try withTemporaryDirectory { directory in
            let folder = try WorkingFolder(in: directory)
            let editor = try PackFolderEditor(folder: folder.path)
            let original = directory + "/working copy.xlsx"
            try XLSXExporter().write(editor.pack.workingCopy(), toFile: original)
            let sheets = try XLSXReader().read(contentsOf: original)
            let untouched = try WorkingCopy(sheets).review(against: editor.pack)
            #expect(untouched.changes.isEmpty && untouched.conflicts.isEmpty && untouched.problems.isEmpty)

            let tables = try ["Action identifier", "Note identifier", "Remark identifier"].map {
                try #require(WorkingTable($0, in: sheets))
            }
            #expect(tables.reduce(0) { $0 + $1.count } >= 1_000)
            let wanted = try changes(&generator)
            let edits = try wanted.map { change in
                let place = try #require(tables.lazy.compactMap { $0.place(change.id, change.header) }.first)
                return Calc.Edit(sheet: place.sheet, cell: place.cell, text: change.typed)
            }
            #expect(edits.count == 200, "seed \(generator.seed)")
            let edited = directory + "/edited.xlsx"
            try Calc(in: directory).edit(original, edits, saveAs: edited)

            let copy = try WorkingCopy(XLSXReader().read(contentsOf: edited))
            let review = copy.review(against: editor.pack)
            #expect(review.problems.map(\.description) == [], "seed \(generator.seed)")
            #expect(review.conflicts.isEmpty && review.settled.isEmpty, "seed \(generator.seed)")
            let found = review.changes.map { Wanted(record: $0.record, field: $0.field, value: $0.new) }
            #expect(found.count == wanted.count, "seed \(generator.seed)")
            #expect(Set(wanted.map(\.wanted)).subtracting(found) == [], "not found, seed \(generator.seed)")
            #expect(Set(found).subtracting(wanted.map(\.wanted)) == [], "found too much, seed \(generator.seed)")

            let accepted = try editor.pack.accepting(review.changes)
            let changes = try editor.changes(to: accepted)
            try editor.write(changes)
            #expect(changes.files == ["actions.csv", "commentary.csv", "progress.csv", "status-history.csv"])
            let again = try PackFolderEditor(folder: folder.path)
            #expect(again.pack == accepted, "seed \(generator.seed)")
            // What was taken into the pack is settled when the same copy is read once more.
            let second = copy.review(against: again.pack)
            #expect(second.changes.isEmpty && second.problems.isEmpty, "seed \(generator.seed)")
        }
    }

    @Test(
        "Working copies of the example packs come back unchanged when LibreOffice has saved them",
        .enabled(if: LibreOffice.isInstalled, LibreOffice.advice))
    func unchanged() throws {
        try withTemporaryDirectory { directory in
            let names = ExamplePacks.forLibreOffice
            let copies = try names.map { name in
                try SharedFiles.path("\(name)-working-copy.xlsx") { path in
                    try XLSXExporter().write(try ExamplePacks.workingCopy(name), toFile: path)
                }
            }
            try LibreOffice.convert(copies, to: "xlsx", in: directory)
            for name in names {
                let copy = try WorkingCopy(XLSXReader().read(contentsOf: directory + "/\(name)-working-copy.xlsx"))
                let review = copy.review(against: try ExamplePacks.load(name))
                #expect(review.changes.map(\.description) == [], "\(name)")
                #expect(review.conflicts.isEmpty && review.settled.isEmpty, "\(name)")
                #expect(review.problems.map(\.description) == [], "\(name)")
            }
        }
    }
}
