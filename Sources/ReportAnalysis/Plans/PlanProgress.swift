public import ReportModel
public import ReportVocabulary

/// How far a plan, or a theme of it, had come by a day.
///
/// It counts the actions it is given: for a version of a report that withholds some, count what that version shows.
public struct PlanProgress: Sendable, Hashable, Codable {
    /// How many actions had a status.
    public struct StatusCount: Sendable, Hashable, Codable {
        /// The status.
        public let status: BRAGStatus
        /// How many actions had it, at least 1.
        public let actions: Int
    }

    /// The theme; absent for the plan as a whole, and for actions without a theme of the plan.
    public let theme: ImprovementPlan.Theme.ID?
    /// What is counted, in words: the title of the plan or theme.
    public let title: String
    /// The day.
    public let day: CalendarDate
    /// How many actions there are.
    public let actions: Int
    /// How many actions had each status, from not started to embedded; statuses that none had are left out.
    public let statuses: [StatusCount]
    /// How many actions had no status yet.
    public let withoutStatus: Int
    /// How many actions were done: by status, or by their date of completion.
    public let done: Int
    /// The actions that were overdue, in the order of the plan.
    public let overdue: [PlanAction.ID]
    /// How many actions were due by the day, their whole due month or year included.
    public let due: Int
    /// How many of those were done.
    public let dueAndDone: Int

    /// Counts actions.
    ///
    /// - Parameters:
    ///   - actions: The actions.
    ///   - day: The day.
    ///   - theme: The theme that they belong to.
    ///   - title: What is counted, in words.
    /// - Complexity: O(n) for n actions with a bounded number of reports.
    public init(
        of actions: [PlanAction], on day: CalendarDate, theme: ImprovementPlan.Theme.ID? = nil, title: String
    ) {
        self.theme = theme
        self.title = title
        self.day = day
        self.actions = actions.count
        var statuses: [BRAGStatus: Int] = [:]
        var (unknown, done, due, dueAndDone) = (0, 0, 0, 0)
        var overdue: [PlanAction.ID] = []
        for action in actions {
            if let status = action.status(on: day) { statuses[status, default: 0] += 1 } else { unknown += 1 }
            let isDone = action.isDone(on: day)
            if isDone { done += 1 }
            if let date = action.due, date.lastDay <= day {
                due += 1
                if isDone { dueAndDone += 1 }
            }
            if action.isOverdue(on: day) { overdue.append(action.id) }
        }
        self.statuses = BRAGStatus.allCases.compactMap { status in
            statuses[status].map { StatusCount(status: status, actions: $0) }
        }
        withoutStatus = unknown
        self.done = done
        self.overdue = overdue
        self.due = due
        self.dueAndDone = dueAndDone
    }

    /// How many actions had a status.
    ///
    /// - Parameter status: The status.
    /// - Returns: 0 or more.
    public func count(of status: BRAGStatus) -> Int { statuses.first { $0.status == status }?.actions ?? 0 }

    /// Actions done out of all: numerator and denominator.
    public var doneShare: ObservedValue { .fraction(numerator: Double(done), denominator: Double(actions)) }

    /// Actions done out of those due: numerator and denominator.
    public var doneOfDue: ObservedValue { .fraction(numerator: Double(dueAndDone), denominator: Double(due)) }

    /// The progress in a sentence or two.
    public var explanation: String {
        guard actions > 0 else { return "\(title): no actions." }
        let parts = statuses.map { "\(DecimalText.grouped($0.actions)) \($0.status.label.lowercased())" }
        let all = parts + (withoutStatus > 0 ? ["\(DecimalText.grouped(withoutStatus)) without a status"] : [])
        return "\(title): \(DecimalText.grouped(done)) of \(CountText.of(actions, "action")) done by \(day.label) "
            + "(\(CountText.percentage(done, of: actions))). By status: \(MessageText.list(all))."
            + (overdue.isEmpty ? "" : " \(DecimalText.grouped(overdue.count)) overdue.")
    }
}

extension ImprovementPlan {
    /// How far the plan as a whole had come by a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: The counts.
    /// - Complexity: O(n) for n actions.
    public func progress(on day: CalendarDate) -> PlanProgress {
        PlanProgress(of: actions, on: day, title: title)
    }

    /// How far each theme had come by a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: The counts in the order of the themes, also of themes without actions; last those of actions that
    ///   belong to no theme of the plan, where there are any.
    /// - Complexity: O(n + t) for n actions and t themes.
    public func progressByTheme(on day: CalendarDate) -> [PlanProgress] {
        var groups: [Theme.ID: [PlanAction]] = [:]
        var rest: [PlanAction] = []
        let known = Set(themes.map(\.id))
        for action in actions {
            if let theme = action.theme, known.contains(theme) {
                groups[theme, default: []].append(action)
            } else {
                rest.append(action)
            }
        }
        return themes.map { PlanProgress(of: groups[$0.id] ?? [], on: day, theme: $0.id, title: $0.title) }
            + (rest.isEmpty ? [] : [PlanProgress(of: rest, on: day, title: "Without a theme")])
    }
}
