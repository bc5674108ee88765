/// An action of the improvement plan, with how it went.
struct PlannedAction {
    /// The ends of the reporting cycles at which every action gets a status.
    static let cycles = [
        "2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30",
    ]

    let reference: String
    let title: String
    let text: String
    let owner: String
    let start: String
    let due: String
    var completed = ""
    /// One letter for each cycle: N not started, G on track, A at risk, R off track, C complete, E embedded, and a dash
    /// before the action was added.
    let course: String
    var recommendations = ""
    var indicators: [String] = []
    var domains = ""
    /// What shows that it was done; blank where nothing does.
    var evidence = ""
    /// What is said when it first gets behind.
    var slip = ""
    /// What is said when it recovers.
    var recovery = ""

    /// The theme.
    var theme: String { "TH\(reference.prefix(1))" }

    /// The statuses by cycle, with a remark where the status changes.
    var statuses: [(date: String, status: String, commentary: String)] {
        var previous: Character = "-"
        var result: [(date: String, status: String, commentary: String)] = []
        for (letter, date) in zip(course, Self.cycles) where letter != "-" {
            let word: String
            var commentary = ""
            switch letter {
            case "N": word = "not-started"
            case "A": word = "at-risk"
            case "R": word = "off-track"
            case "C": word = "complete"
            case "E": word = "embedded"
            default: word = "on-track"
            }
            if letter != previous {
                switch letter {
                case "A", "R": commentary = slip
                case "G": commentary = previous == "A" || previous == "R" ? recovery : ""
                case "C": commentary = evidence.isEmpty ? "Reported as done by the owner." : "Done: \(evidence)"
                case "E": commentary = "Checked again at the board: the change has lasted."
                default: break
                }
            }
            result.append((date, word, commentary))
            previous = letter
        }
        return result
    }
}
