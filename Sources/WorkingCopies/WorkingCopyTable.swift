import ReportAnalysis
import ReportModel
import ReportVocabulary

/// The tables of a working copy that are read back, with the words by which they are found again.
enum WorkingCopyTable: String, CaseIterable, Sendable {
    case tracker, progress, commentary, dashboard

    /// The title of the section, which is the name of the sheet.
    var title: String {
        switch self {
        case .tracker: "Plan tracker"
        case .progress: "Progress"
        case .commentary: "Commentary"
        case .dashboard: "Dashboard"
        }
    }

    /// The header of the column with the identifiers, which no other table has.
    var identifierHeader: String {
        switch self {
        case .tracker: "Action identifier"
        case .progress: "Note identifier"
        case .commentary: "Remark identifier"
        case .dashboard: "Dashboard line"
        }
    }

    /// What the rows are, for the list of values as exported and for messages.
    var recordWord: String {
        switch self {
        case .tracker: "action"
        case .progress: "note"
        case .commentary: "remark"
        case .dashboard: "line"
        }
    }

    /// The fields that can be changed, in the order of their columns.
    var fields: [EditableField] {
        switch self {
        case .tracker:
            [
                .owner, .otherOwners, .partner, .priority, .due, .completed, .status, .statusDate, .statusCommentary,
                .evidence, .measureOfSuccess,
            ]
        case .progress: [.status, .due]
        case .commentary: [.text, .author, .date]
        case .dashboard: [.rating]
        }
    }

    /// Whether the column of a field is there only where some record has something in it, so that nobody is asked for what the
    /// council does not keep.
    static func isOptional(_ field: EditableField) -> Bool {
        [.partner, .priority, .measureOfSuccess].contains(field)
    }

    /// The header of the column of a field.
    func header(of field: EditableField) -> String {
        switch field {
        case .owner: "Owner"
        case .otherOwners: "Other owners"
        case .partner: "Partner"
        case .priority: "Priority"
        case .due: "Due"
        case .completed: "Completed"
        case .status: "Status"
        case .statusDate: "Status date"
        case .statusCommentary: "Why"
        case .evidence: "Evidence"
        case .measureOfSuccess: "Measure of success"
        case .text: "Remark"
        case .author: "By"
        case .date: "Written"
        case .rating: "Printed rating"
        }
    }

    /// The field that a column shows, where it is one that can be changed.
    func field(of header: String) -> EditableField? { fields.first { self.header(of: $0) == header } }

    /// The headers of columns that can be changed, for sentences.
    func headers(of fields: [EditableField]) -> String { MessageText.list(fields.map { "“\(header(of: $0))”" }) }
}

extension EditableRecord {
    private static let separator = " / "
    private static let unwritten = "new"
    private static let withoutPeriod = "no period"

    /// The table that the record has its row in.
    var table: WorkingCopyTable {
        switch self {
        case .action: .tracker
        case .progressNote: .progress
        case .remark, .newRemark: .commentary
        case .dashboardLine: .dashboard
        }
    }

    /// What is in the column of identifiers.
    var identifier: String {
        func remark(_ indicator: Indicator.ID, _ period: ReportingPeriod?, _ number: String) -> String {
            [indicator.text, period?.code ?? Self.withoutPeriod, number].joined(separator: Self.separator)
        }
        return switch self {
        case .action(let id): id.text
        case .progressNote(let id): id.text
        case .remark(let indicator, let period, let number): remark(indicator, period, String(number))
        case .newRemark(let indicator, let period): remark(indicator, period, Self.unwritten)
        case .dashboardLine(let number): String(number)
        }
    }

    /// What the list of values as exported calls the record.
    var originalName: String { "\(table.recordWord) \(identifier)" }

    /// Reads what is in the column of identifiers of a table.
    init?(identifier: String, in table: WorkingCopyTable) {
        switch table {
        case .tracker:
            guard let id = PlanAction.ID(identifier) else { return nil }
            self = .action(id)
        case .progress:
            guard let id = ProgressNote.ID(identifier) else { return nil }
            self = .progressNote(id)
        case .dashboard:
            guard let number = DigitParser.number(Array(identifier.utf8)) else { return nil }
            self = .dashboardLine(number)
        case .commentary:
            let parts = identifier.split(separator: Self.separator, omittingEmptySubsequences: false)
            guard parts.count >= 3,
                let indicator = Indicator.ID(parts.dropLast(2).joined(separator: Self.separator))
            else { return nil }
            let code = parts[parts.count - 2]
            let period = try? ReportingPeriod(String(code))
            guard period != nil || code == Self.withoutPeriod else { return nil }
            if parts[parts.count - 1] == Self.unwritten {
                self = .newRemark(indicator, period: period)
            } else {
                guard let number = DigitParser.number(Array(parts[parts.count - 1].utf8)) else { return nil }
                self = .remark(indicator, period: period, number: number)
            }
        }
    }
}

/// Names of a working copy beside those of its tables.
enum WorkingCopyNames {
    static let choices = "Choices"
    static let statuses = "Status"
    static let ratings = "Rating"
    static let roles = "Role"
    static let originals = "As exported"
    /// The columns of the list of values as exported.
    static let record = "Record"
    static let column = "Column"
    static let value = "Value as exported"
    static let check = "Check"
    /// The record in the list of values as exported that says whose the copy is.
    static let copy = "copy"
    /// Begins the names of remarks there that the copy of one role does not have, and that may come to have the number of one that
    /// was taken out.
    static let otherRemark = "other "
    /// What is said of the copy there.
    static let owner = "For"
    static let deadline = "Return by"
    /// Written into the cells of a column in which nothing is recorded at all, and counts as nothing: a table must not have blank
    /// columns.
    static let nothing = "Not recorded"
    /// Written in place of a text that is longer than a cell takes.
    static let tooLong = "This text is too long for a cell. Change it in the pack."
    /// The most bytes of a text that is shown in a cell.
    static let longestText = 16_000
}
