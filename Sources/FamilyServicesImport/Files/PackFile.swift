/// The files of a report pack.
enum PackFile: String, CaseIterable {
    case pack = "pack.yaml"
    /// What a program wrote from published statistics, and writes anew from newer ones.
    case published = "published.yaml"
    case indicators = "indicators.csv"
    case targets = "targets.csv"
    case breaks = "breaks.csv"
    case breakdowns = "breakdowns.yaml"
    case observations = "observations.csv"
    case commentary = "commentary.csv"
    case dashboard = "dashboard.csv"
    case plans = "plans.yaml"
    case actions = "actions.csv"
    case statusHistory = "status-history.csv"
    case progress = "progress.csv"
    case audits = "audits.yaml"
    case auditActivity = "audit-activity.csv"
    case auditGrades = "audit-grades.csv"
    case moderation = "moderation.csv"
    case inspections = "inspections.yaml"
    case report = "report.yaml"
    case context = "context.yaml"
    case risks = "risks.csv"
    case budget = "budget.csv"
    case checks = "checks.csv"
    case claims = "claims.csv"

    /// What a file is written in.
    enum Format {
        case table
        case document

        /// The name for people.
        var noun: String {
            switch self {
            case .table: "CSV file"
            case .document: "YAML file"
            }
        }

        /// How to make a right one.
        var howToSave: String {
            switch self {
            case .table: "Save it from Excel as “CSV UTF-8 (Comma delimited)”."
            case .document: "Save it from a text editor as UTF-8."
            }
        }
    }

    /// What the file is written in.
    var format: Format { rawValue.hasSuffix(".csv") ? .table : .document }

    /// Whether a file is a table of observations: `observations.csv`, or another beside it such as
    /// `observations-workforce.csv`.
    static func isOfObservations(_ name: String) -> Bool {
        name == observations.rawValue
            || name.hasPrefix("observations-") && name.hasSuffix(".csv")
                && name.utf8.count > "observations-.csv".utf8.count
    }

    /// All names.
    static let names = allCases.map(\.rawValue)
}
