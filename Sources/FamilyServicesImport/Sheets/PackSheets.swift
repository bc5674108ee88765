import FamilyServicesKit

/// The records of a YAML file that lie in one list, as a sheet: a column for each of their fields, and before them one for each
/// record that they belong to.
///
/// The columns are the fields of the ``Shape`` by which the file is read, so that a new field there is a new column here.
struct RecordSheet: Sendable {
    /// The name of the sheet.
    let name: String
    /// The list in the record above, or in the file.
    let field: String
    let shape: Shape
    /// What the column of those is called that belong to one of these records; `nil` where none do.
    let reference: String?
    /// The fields by which these records can be named, the shortest first.
    let keys: [[String]]
    /// The fields that hold several texts, each on a line of its own in the cell.
    let texts: Set<String>
    /// The fields that are records, whose fields have columns of their own.
    let groups: [(field: String, shape: Shape)]
    /// Whether a record of nothing but its first field is written as that field alone.
    let mayBeName: Bool
    let children: [RecordSheet]

    init(
        _ name: String, _ field: String, _ shape: Shape, as reference: String? = nil, keys: [[String]] = [["id"]],
        texts: Set<String> = [], groups: [(field: String, shape: Shape)] = [], mayBeName: Bool = false,
        _ children: [RecordSheet] = []
    ) {
        (self.name, self.field, self.shape, self.reference, self.keys) = (name, field, shape, reference, keys)
        (self.texts, self.groups, self.mayBeName, self.children) = (texts, groups, mayBeName, children)
    }

    /// The columns of the records themselves.
    var columns: [String] { SheetColumns.columns(of: shape, groups: groups, without: children.map(\.field)) }

    /// The columns of a record that have to be filled in.
    var required: [String] {
        mayBeName
            ? Array(shape.required.prefix(1))
            : shape.required.filter { name in
                !children.contains { $0.field == name } && !groups.contains { $0.field == name }
            }
    }
}

/// How the fields of a shape become columns.
enum SheetColumns {
    static func columns(of shape: Shape, groups: [(field: String, shape: Shape)], without lists: [String]) -> [String] {
        var columns: [String] = []
        for name in shape.names where !lists.contains(name) {
            if let group = groups.first(where: { $0.field == name }) {
                columns += group.shape.names.map { column(name, $0) }
            } else {
                columns.append(name)
                if name == "access" { columns.append(reason) }
            }
        }
        return columns
    }

    /// The column of the reason why an exemption is kept, which a YAML file has inside `access`.
    static let reason = "access_reason"

    /// The column of a field in a group.
    static func column(_ group: String, _ field: String) -> String { CSVTable.name(of: group + " " + field) }

    /// A name as people write it: `Plan references`.
    static func heading(_ name: String) -> String {
        switch name {
        case "id": return "ID"
        case "ons": return "ONS"
        case "dfe": return "DfE"
        default:
            let words = name.split { $0 == "_" || $0 == "-" }.joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
    }
}

/// A YAML file as sheets.
struct DocumentSheets: Sendable {
    let file: PackFile
    let shape: Shape
    /// The sheet with the fields of the file itself, one in each row; `nil` where it has only lists.
    var fields: String?
    /// The fields of the file that hold several texts.
    var texts: Set<String> = []
    /// The fields of the file that are records.
    var groups: [(field: String, shape: Shape)] = []
    /// The sheet of the words that the pack gives a meaning of its own.
    var words: String?
    let lists: [RecordSheet]

    /// The rows of the sheet of fields.
    var fieldNames: [String] {
        SheetColumns.columns(
            of: shape, groups: groups, without: lists.map(\.field) + (words == nil ? [] : ["words"]))
    }

    /// The names of all its sheets, in order.
    var sheetNames: [String] {
        func names(_ list: RecordSheet) -> [String] { [list.name] + list.children.flatMap(names) }
        return [fields, words].compactMap { $0 } + lists.flatMap(names)
    }

    /// The sheet that holds a list of a YAML file in a workbook; `nil` where there is none.
    ///
    /// - Parameters:
    ///   - field: The key of the list in the file.
    ///   - file: The name of the file.
    ///   - isWorkbook: Whether the pack is a workbook.
    static func sheet(of field: String, in file: String, ofWorkbook isWorkbook: Bool) -> String? {
        guard isWorkbook else { return nil }
        return all.first { $0.file.rawValue == file }?.lists.first { $0.field == field }?.name
    }

    /// Every YAML file of a pack.
    static let all: [DocumentSheets] = [
        DocumentSheets(
            file: .pack, shape: ManifestShapes.manifest, fields: "Pack", texts: ["notes", "action_columns"],
            groups: [("baseline", ManifestShapes.baseline)], words: "Words",
            lists: [
                RecordSheet("Areas", "areas", ManifestShapes.area, mayBeName: true),
                RecordSheet("Roles", "roles", ManifestShapes.role),
                RecordSheet("Sources", "sources", ManifestShapes.source),
                RecordSheet("Sharing agreements", "agreements", ManifestShapes.agreement),
            ]),
        DocumentSheets(
            file: .published, shape: PublishedShapes.published, fields: "Published",
            lists: [
                RecordSheet("Published areas", "areas", ManifestShapes.area, mayBeName: true),
                RecordSheet("Published sources", "sources", ManifestShapes.source),
                RecordSheet(
                    "Published inspections", "inspections", PublishedShapes.inspection, as: "inspection",
                    texts: ["focus", "services"],
                    [RecordSheet("Published judgements", "judgements", InspectionShapes.judgement)]),
                RecordSheet("Published breaks", "breaks", IndicatorShapes.seriesBreak),
            ]),
        DocumentSheets(
            file: .breakdowns, shape: IndicatorShapes.breakdowns,
            lists: [
                RecordSheet(
                    "Breakdowns", "breakdowns", IndicatorShapes.breakdown, as: "breakdown",
                    [RecordSheet("Categories", "categories", IndicatorShapes.category)])
            ]),
        DocumentSheets(
            file: .plans, shape: PlanShapes.plans,
            lists: [
                RecordSheet(
                    "Plans", "plans", PlanShapes.plan, as: "plan",
                    [
                        RecordSheet("Objectives", "objectives", PlanShapes.objective),
                        RecordSheet(
                            "Themes", "themes", PlanShapes.theme, as: "theme",
                            [RecordSheet("Outcomes", "outcomes", PlanShapes.outcome)]),
                        RecordSheet("Plan history", "history", PlanShapes.event),
                        RecordSheet(
                            "Plan actions", "actions", PlanShapes.action, as: "action", keys: [["id"], ["reference"]],
                            texts: ["audit_domains"],
                            [
                                RecordSheet("Plan action statuses", "statuses", PlanShapes.status),
                                RecordSheet("Plan action milestones", "milestones", RecordReader.milestoneShape),
                            ]),
                        RecordSheet("Plan progress", "progress", PlanShapes.progress),
                    ])
            ]),
        DocumentSheets(
            file: .audits, shape: AuditShapes.programme, fields: "Audit programme",
            lists: [
                RecordSheet("Audit methods", "methods", AuditShapes.method, texts: ["steps"]),
                RecordSheet("Audit phases", "phases", RecordReader.phaseShape),
                RecordSheet(
                    "Audit themes", "themes", AuditShapes.theme, texts: ["issues", "improvements", "future_focus"]),
                RecordSheet(
                    "Audit statements", "statements", AuditShapes.statement, groups: [("shares", AuditShapes.shares)]),
                RecordSheet("Practice standards", "standards", AuditShapes.standard),
                RecordSheet(
                    "Standards measured", "compliance", AuditShapes.compliance, as: "standard",
                    keys: [["standard"], ["standard", "period"], ["standard", "period", "cases"]],
                    texts: ["explanations", "requirements"],
                    [RecordSheet("Reasons for failure", "failures", AuditShapes.failure)]),
                RecordSheet("Audit recommendations", "recommendations", InspectionShapes.recommendation),
            ]),
        DocumentSheets(
            file: .inspections, shape: InspectionShapes.inspections,
            lists: [
                RecordSheet(
                    "Inspections", "inspections", InspectionShapes.inspection, as: "inspection",
                    texts: ["focus", "services"],
                    [
                        RecordSheet("Inspection dates", "dates", InspectionShapes.date),
                        RecordSheet("Judgements", "judgements", InspectionShapes.judgement),
                        RecordSheet("Findings", "findings", InspectionShapes.finding, texts: ["audit_domains"]),
                        RecordSheet("Recommendations", "recommendations", InspectionShapes.recommendation),
                        RecordSheet("Requirements", "requirements", InspectionShapes.requirement, texts: ["parts"]),
                        RecordSheet("Terms of reference", "terms_of_reference", InspectionShapes.term),
                        RecordSheet("Inspection phases", "phases", RecordReader.phaseShape),
                        RecordSheet("Letters", "letters", InspectionShapes.letter),
                    ])
            ]),
        DocumentSheets(
            file: .report, shape: ReportShapes.reports,
            lists: [
                RecordSheet(
                    "Committee reports", "reports", ReportShapes.report, as: "report",
                    [
                        RecordSheet("Enclosures", "enclosures", ReportShapes.enclosure),
                        RecordSheet(
                            "Committee recommendations", "recommendations", ReportShapes.recommendation),
                        RecordSheet(
                            "Sections", "sections", ReportShapes.section, as: "section",
                            keys: [["number"], ["title"], ["number", "title"]],
                            [RecordSheet("Paragraphs", "paragraphs", ReportShapes.paragraph)]),
                        RecordSheet("Report tables", "tables", ReportShapes.table),
                        RecordSheet("Background papers", "background_papers", ReportShapes.paper),
                    ])
            ]),
        DocumentSheets(
            file: .context, shape: ContextShapes.context,
            lists: [
                RecordSheet(
                    "Commitment sets", "commitments", ContextShapes.commitments, as: "commitment_set",
                    [
                        RecordSheet(
                            "Commitments", "items", ContextShapes.commitment, as: "commitment",
                            [RecordSheet("Commitment milestones", "milestones", RecordReader.milestoneShape)])
                    ]),
                RecordSheet("Milestones", "milestones", RecordReader.milestoneShape),
                RecordSheet("Governance", "governance", ContextShapes.body),
                RecordSheet("Facts", "facts", ContextShapes.fact),
            ]),
    ]
}

/// The tables of a pack as sheets.
package enum PackTables {
    /// The name of the sheet of a table: `Status history` for `status-history.csv`.
    static func sheetName(ofFile name: String) -> String {
        SheetColumns.heading(String(name.prefix { $0 != "." }))
    }

    /// The file of the table that a sheet is; `nil` where it is none.
    static func fileName(ofSheet name: String) -> String? {
        let words = name.lowercased().split { " -_\u{A0}".contains($0) }.joined(separator: "-")
        let file = words + ".csv"
        let isKnown =
            PackFile(rawValue: file) != nil || PackFile.isOfObservations(file) || MapFiles.names.contains(file)
        return isKnown ? file : nil
    }

    /// The fields of a table.
    static func shape(of file: PackFile) -> Shape? {
        switch file {
        case .indicators: IndicatorShapes.indicator
        case .targets: IndicatorShapes.target
        case .breaks: IndicatorShapes.seriesBreak
        case .observations: ObservationTable.shape
        case .commentary: IndicatorShapes.commentary
        case .dashboard: DashboardShapes.line
        case .actions: PlanShapes.actionRow
        case .statusHistory: PlanShapes.statusRow
        case .progress: PlanShapes.progressRow
        case .auditActivity: AuditTableShapes.activity
        case .auditGrades: AuditTableShapes.grades
        case .moderation: AuditTableShapes.moderation
        case .risks: RegisterShapes.risk
        case .budget: RegisterShapes.budget
        case .checks: RegisterShapes.check
        case .claims: ClaimShapes.claim
        case .pack, .published, .breakdowns, .plans, .audits, .inspections, .report, .context: nil
        }
    }

    /// The columns whose cells are numbers, taken as they are held.
    private static let numeric: Set<String> = [
        "value", "numerator", "denominator", "amount", "decimals", "planned", "cases", "children", "compliant",
        "outstanding", "good", "requires_improvement", "inadequate", "inherent_likelihood", "inherent_impact",
        "residual_likelihood", "residual_impact", "recomputed",
    ]

    /// Whether the cells under a heading are numbers.
    package static func isNumeric(_ heading: String) -> Bool {
        numeric.contains(CSVTable.name(of: heading)) || PeriodHeading(heading) != nil
    }
}
