import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The progress of a plan on the day of the report: what the sections about it are made from.
package struct PlanStanding: Sendable {
    /// A theme of the plan, or its actions without one.
    struct Theme: Sendable {
        let progress: PlanProgress
        let aim: String?
        /// By how many days its actions slipped, one number for each action that did.
        let slips: [Int]
        /// How many notes on progress are about it.
        let notes: Int
    }

    let plan: ImprovementPlan
    /// The plan as a whole.
    let whole: PlanProgress
    /// Its themes in order, those without actions too.
    let themes: [Theme]
    /// How each action slipped.
    let slippages: [PlanAction.ID: [PlanSlippage]]

    /// Looks at a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - day: The day of the report.
    ///   - earlier: The plan as it was in the report before, where there is one.
    init(of plan: ImprovementPlan, on day: CalendarDate, since earlier: ImprovementPlan?) {
        self.plan = plan
        whole = plan.progress(on: day)
        let slippages = Dictionary(grouping: plan.slippages(on: day, since: earlier), by: \.action)
        self.slippages = slippages
        let themes = RecordTable("theme", of: plan.themes)
        func place(_ theme: ImprovementPlan.Theme.ID?) -> ImprovementPlan.Theme.ID? {
            theme.flatMap { themes.contains($0) ? $0 : nil }
        }
        var slips: [ImprovementPlan.Theme.ID?: [Int]] = [:]
        for action in plan.actions {
            guard let days = slippages[action.id]?.map(\.days).max() else { continue }
            slips[place(action.theme), default: []].append(days)
        }
        let notes = Dictionary(grouping: plan.progress) { place($0.theme) }
        self.themes = plan.progressByTheme(on: day).map { progress in
            Theme(
                progress: progress, aim: themes[progress.theme]?.aim,
                slips: slips[progress.theme] ?? [], notes: notes[progress.theme]?.count ?? 0)
        }
    }

    /// Whether anything says how far the actions are.
    var hasStatuses: Bool { !whole.statuses.isEmpty || whole.done > 0 }
    /// Whether any action has a due date.
    var hasDueDates: Bool { plan.actions.contains { $0.due != nil } }
}

extension PlanSlippage {
    /// The slip beside the due date, such as "Was 31 March 2025, moved by 92 days".
    var note: String {
        PlanWording.slip(self)
    }
}
