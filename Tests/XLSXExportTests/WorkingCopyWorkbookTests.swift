import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport

@Suite("Workbooks of working copies", .enabled(if: Python.isReady, Python.advice))
struct WorkingCopyWorkbookTests {
    /// What openpyxl finds on the sheets of a workbook, beyond cells.
    private struct Sheet: Decodable {
        var name: String
        var panes: String?
        var filters: [String]
        var validations: [Validation]
        var header: Int?
        var headers: [String]
        var formats: [String]
        var fills: [String?]
        var introduction: String
    }

    private struct Validation: Decodable {
        var kind: String
        var range: String
        var list: String?
        var message: String
        var stops: Bool
    }

    private static let script = """
        import json, sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        sheets = []
        for s in book.worksheets:
            refs = [t.ref for t in s.tables.values()]
            top = int(''.join(c for c in refs[0].split(':')[0] if c.isdigit())) if refs else None
            fill = lambda c: c.fill.fgColor.rgb if c.fill.patternType == 'solid' else None
            sheets.append(dict(
                name=s.title, panes=s.freeze_panes, filters=[t.autoFilter.ref for t in s.tables.values() if t.autoFilter],
                validations=[dict(kind=v.type or 'none', range=str(v.sqref), list=v.formula1, message=v.prompt or '',
                                  stops=(v.errorStyle or 'stop') == 'stop') for v in s.data_validations.dataValidation],
                header=top, headers=[c.value for c in s[top]] if top else [],
                formats=[c.number_format for c in s[top + 1]] if top else [],
                fills=[fill(c) for c in s[top + 1]] if top else [],
                introduction=' '.join(str(s.cell(r, 1).value or '') for r in range(1, top or 1))))
        json.dump(sheets, sys.stdout)
        """

    private func pack(roles: Int = 3) throws -> ReportPack {
        let period = try ReportingPeriod("2026-06")
        var manifest = ReportPack.Manifest(
            title: "Plan of O'Neill & Co", organisation: "Exampleton", area: "exampleton", period: period,
            date: try CalendarDate(iso: "2026-07-14"),
            areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)])
        manifest.roles = try (0..<roles).map {
            Role(id: try #require(Role.ID("role-\($0)")), title: "Post £££££ “\($0)”, with a comma")
        }
        var pack = ReportPack(manifest: manifest)
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan",
                actions: [
                    PlanAction(
                        id: "1a", title: "Open hubs", owner: manifest.roles.first?.id,
                        due: try PartialDate(iso: "2026-11-30"), statuses: [.init(.onTrack)], evidence: "0012"),
                    PlanAction(id: "1b", title: "Train staff", due: try PartialDate(iso: "2026-11")),
                ])
        ]
        pack.indicators = [Indicator(id: "visits", title: "Visits", unit: .percent, polarity: .higherIsBetter)]
        return pack
    }

    private func sheets(_ pack: ReportPack, options: XLSXExporter.Options = .init()) throws -> [Sheet] {
        let publication = try pack.workingCopy()
        return try withTemporaryDirectory { directory in
            let path = directory + "/copy.xlsx"
            try XLSXExporter(options: options).write(publication, toFile: path)
            let (status, output) = try Python.run(Self.script, [path])
            try #require(status == 0)
            return try JSONDecoder().decode([Sheet].self, from: output)
        }
    }

    private func sheet(_ name: String, _ sheets: [Sheet]) throws -> Sheet {
        try #require(sheets.first { $0.name == name })
    }

    @Test("Tables have filters, and headers and the columns that say what a row is about stay in sight")
    func filtersAndPanes() throws {
        let sheets = try sheets(pack())
        for name in ["Plan tracker", "Commentary", "Choices", "As exported"] {
            let sheet = try sheet(name, sheets)
            let header = try #require(sheet.header)
            #expect(sheet.filters.count == 1, "\(name)")
            #expect(sheet.panes?.hasSuffix(String(header + 1)) == true, "\(name)")
            #expect(sheet.introduction.contains("filter buttons") && sheet.introduction.contains("frozen"))
        }
        #expect(try sheet("Plan tracker", sheets).panes?.hasPrefix("C") == true)
        for name in ["Cover", "Contents"] {
            let sheet = try sheet(name, sheets)
            #expect(sheet.filters.isEmpty && sheet.panes == nil && sheet.validations.isEmpty)
        }
    }

    @Test("Cells offer the words of the lists as a range of cells, however many there are", arguments: [1, 3, 400])
    func lists(roles: Int) throws {
        let sheets = try sheets(pack(roles: roles))
        let tracker = try sheet("Plan tracker", sheets)
        let choices = try sheet("Choices", sheets)
        let top = try #require(choices.header)
        func range(_ column: String, _ count: Int) throws -> String {
            let index = try #require(choices.headers.firstIndex(of: column))
            let letter = ["A", "B", "C"][index]
            return "'Choices'!$\(letter)$\(top + 1):$\(letter)$\(top + count)"
        }
        func validation(_ header: String) throws -> Validation {
            let index = try #require(tracker.headers.firstIndex(of: header))
            let letter = String(UnicodeScalar(UInt8(65 + index)))
            let first = try #require(tracker.header) + 1
            return try #require(tracker.validations.first { $0.range == "\(letter)\(first):\(letter)\(first + 1)" })
        }
        let status = try validation("Status")
        #expect(status.kind == "list" && status.stops)
        #expect(try status.list == range("Status", BRAGStatus.allCases.count))
        #expect(try validation("Owner").list == range("Role", roles))
        #expect(status.message.contains("Choices"))
        let due = try validation("Due")
        #expect(due.kind == "none" && due.list == nil && due.message.contains("apostrophe"))
    }

    @Test("Cells to be changed are formatted as what belongs into them, also while they are empty")
    func formats() throws {
        let sheets = try sheets(pack())
        let tracker = try sheet("Plan tracker", sheets)
        func format(_ header: String) throws -> String {
            tracker.formats[try #require(tracker.headers.firstIndex(of: header))]
        }
        // Nobody has completed anything, which the cells say in words.
        #expect(try format("Due") == "d mmm yyyy" && format("Completed") == "d mmm yyyy")
        #expect(try format("Evidence") == "@" && format("Why") == "@" && format("Status") == "@")
        #expect(try format("Action") == "General")
    }

    @Test(
        "All cells of a column to be changed have one tint, and none in the plain style; words say which columns they are"
    )
    func tint() throws {
        let tracker = try sheet("Plan tracker", try sheets(pack()))
        let editable = ["Owner", "Other owners", "Due", "Completed", "Status", "Status date", "Why", "Evidence"]
        for (header, fill) in zip(tracker.headers, tracker.fills) {
            #expect((fill != nil) == editable.contains(header), "\(header)")
        }
        for header in editable { #expect(tracker.introduction.contains("“\(header)”")) }
        #expect(tracker.introduction.contains("Blank cells in the columns to be changed"))
        let plain = try sheet("Plan tracker", try sheets(pack(), options: .init(style: .plain)))
        #expect(plain.fills.allSatisfy { $0 == nil })
    }

    @Test("A report with the same columns has no filters, panes or lists")
    func report() throws {
        let publication = try pack().publish(for: .officers)
        try withTemporaryDirectory { directory in
            let path = directory + "/report.xlsx"
            try XLSXExporter(options: .init()).write(publication, toFile: path)
            let (status, output) = try Python.run(Self.script, [path])
            try #require(status == 0)
            let sheets = try JSONDecoder().decode([Sheet].self, from: output)
            #expect(sheets.allSatisfy { $0.filters.isEmpty && $0.panes == nil && $0.validations.isEmpty })
        }
    }
}
