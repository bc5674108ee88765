import FamilyServicesImport
import FamilyServicesKit

extension PackWorkbook {
    /// A workbook to fill in: every sheet and column that a pack can have, with the rows of a pack as examples.
    ///
    /// Sheets without examples are there and hidden, so that the first look is not at fifty of them; the first sheet says what each
    /// holds.
    ///
    /// - Parameters:
    ///   - path: The folder of the pack with the examples.
    ///   - words: Examples of words that a council may use, as rows of the sheet Words.
    /// - Returns: The bytes of the workbook.
    /// - Throws: ``ConversionError`` where the pack has errors.
    package static func template(ofFolder path: String, words: [[String]]) throws(ConversionError) -> [UInt8] {
        let loaded = ReportPackLoader().load(folder: path)
        guard let pack = loaded.pack else { throw ConversionError(loaded.diagnostics) }
        let examples = try conversion { () throws(ReportPackError) in try PackConversion.sheets(ofFolder: path) }
        var sheets: [PlainSheet] = []
        var hidden: Set<String> = []
        for empty in PlainSheet.all where !SheetGuide.alternatives.contains(empty.name) {
            var sheet = empty
            if let fields = PlainSheet.fieldRows[sheet.name] {
                sheet = prepared(sheet, fields, examples.first { $0.name == sheet.name })
            } else if let example = examples.first(where: { $0.name == sheet.name }) {
                sheet.rows = example.rows.map { row in
                    sheet.columns.map { column in
                        example.columns.firstIndex { $0.name == column.name }.map { row[$0] } ?? ""
                    }
                }
            } else if sheet.name == "Words" {
                sheet.rows = words
            } else {
                hidden.insert(sheet.name)
            }
            sheets.append(sheet)
        }
        let bytes = try PackWorkbookWriter.bytes(
            of: [SheetGuide.readMe(sheets, hidden: hidden)] + sheets, title: pack.manifest.title, hidden: hidden)
        let read: [ReadSheet]
        do throws(SheetReadingProblem) {
            read = try WorkbookSheets().sheets(in: bytes)
        } catch {
            throw ConversionError([Diagnostic(.error, .file, error.message)])
        }
        try check(ReportPackLoader().load(sheets: read, named: "the workbook"), against: pack, path)
        return bytes
    }

    /// A sheet of fields with a row for every field, and what each means beside it.
    private static func prepared(
        _ sheet: PlainSheet, _ fields: [PlainSheet.Column], _ example: PlainSheet?
    ) -> PlainSheet {
        var sheet = sheet
        sheet.columns.append(PlainSheet.Column(name: "meaning", heading: "What it is"))
        // A pack without errors has each field once.
        let values = Dictionary(
            (example?.rows ?? []).map { (PlainSheet.name(ofHeading: $0[0]), $0[1]) }
        ) { first, _ in first }
        sheet.rows = fields.map { field in
            [
                field.heading, values[field.name] ?? "",
                ColumnGuide.note(on: field.name, sheet.name) ?? "",
            ]
        }
        return sheet
    }
}

/// What people are told about the sheets of a pack.
enum SheetGuide {
    /// The sheets that hold what others hold too, for packs that were written in the other form, or by a program.
    static let alternatives: Set<String> = [
        "Plan actions", "Plan action statuses", "Plan action milestones", "Plan progress", "Published",
        "Published areas", "Published sources", "Published inspections", "Published judgements", "Published breaks",
    ]

    static func readMe(_ sheets: [PlainSheet], hidden: Set<String>) -> PlainSheet {
        var rows = [
            [
                "How to use this workbook",
                "Put your own rows in place of the examples. Point at a heading to see what belongs below it. Delete the rows and sheets "
                    + "that you do not need: only Pack and Areas have to be there.",
            ],
            [
                "Sheets that you do not see",
                "Sheets for which there is no example are hidden. To see one, right-click the name of any sheet at the bottom and choose "
                    + "Unhide (in LibreOffice, Show Sheet).",
            ],
            ["Check it", "committee-workbook WORKBOOK --check says what is wrong, with sheet and cell."],
            ["Make the report", "committee-workbook WORKBOOK makes the report for the public."],
        ]
        rows += sheets.map { [$0.name + (hidden.contains($0.name) ? " (hidden)" : ""), notes[$0.name] ?? ""] }
        return PlainSheet(
            name: "Read me",
            columns: [
                PlainSheet.Column(name: "sheet", heading: "Sheet"),
                PlainSheet.Column(name: "holds", heading: "What it holds"),
            ], rows: rows)
    }

    /// What each sheet holds.
    static let notes: [String: String] = [
        "Pack": "What the report is: title, council, period, date.", "Words": "Words of your own, and what they mean.",
        "Areas": "Your council, England, and others whose figures you have.",
        "Roles": "Who answers for measures and actions, by post.",
        "Sources": "Documents from which figures and findings come.",
        "Sharing agreements": "Agreements under which figures may not be published.",
        "Indicators": "The measures, one in each row.", "Targets": "Targets that change over time.",
        "Breaks": "Days from which figures mean something else.", "Breakdowns": "Ways in which measures are split.",
        "Categories": "The categories of each breakdown.", "Observations": "The figures.",
        "Commentary": "Remarks on figures.",
        "Dashboard": "Lines of a dashboard as it was printed elsewhere.", "Plans": "Improvement plans.",
        "Objectives": "The objectives of each plan.", "Themes": "The themes or chapters of each plan.",
        "Outcomes": "The outcomes of each theme.",
        "Plan history": "When a plan was drafted, agreed and changed.", "Actions": "The actions of the plans.",
        "Status history": "Earlier statuses of actions.", "Progress": "Notes on progress.",
        "Audit programme": "What the audit programme is.",
        "Audit methods": "How audits are done.", "Audit phases": "The stages of the programme.",
        "Audit themes": "What audits found, theme by theme.",
        "Audit statements": "Sentences of an audit report.", "Practice standards": "What practice is held to.",
        "Standards measured": "How often a standard was met.", "Reasons for failure": "Why it was not met.",
        "Audit recommendations": "What audits recommend.", "Audit activity": "Audits planned and completed.",
        "Audit grades": "How files were graded.", "Moderation": "Grades of auditors and moderators.",
        "Inspections": "Inspections, visits, reviews and directions.",
        "Inspection dates": "Other dates of an inspection.",
        "Judgements": "The judgements of each inspection.", "Findings": "What each inspection found.",
        "Recommendations": "What each inspection recommends.", "Requirements": "What a direction requires.",
        "Terms of reference": "What a review was asked.", "Inspection phases": "The stages of an inspection or review.",
        "Letters": "Letters of an inspection.", "Committee reports": "The front page of each committee report.",
        "Enclosures": "What is enclosed with it.", "Committee recommendations": "What the committee is asked to do.",
        "Sections": "The headings of the report.", "Paragraphs": "The paragraphs below each heading.",
        "Report tables": "Tables of the report.", "Background papers": "Papers that the report rests on.",
        "Commitment sets": "Pledges and priorities.", "Commitments": "The items of each.",
        "Commitment milestones": "What is to be reached by when.",
        "Milestones": "Other dates to reach.", "Governance": "Boards and panels.", "Facts": "Facts about the council.",
        "Risks": "The risk register.", "Budget": "Money.", "Checks": "Figures of a source that were checked.",
        "Claims": "Sentences that state figures, for the kit to check.",
        "Plan actions": "Actions that are kept with their plan, with milestones.",
        "Plan action statuses": "Their earlier statuses.",
        "Published": "What was taken from published statistics; refresh writes it anew.",
        "Published areas": "Areas of published statistics.", "Published sources": "The files that were published.",
        "Published inspections": "Inspections of which Ofsted published the outcome.",
        "Published judgements": "The judgements of each.",
        "Published breaks": "Days from which published figures mean something else.",
        "Plan action milestones": "Their milestones.", "Plan progress": "Notes that are kept with their plan.",
    ]
}
