import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Whom a working copy is for, and so which rows it has.
struct CopyRecipient {
    /// The role whose rows the copy has; `nil` for all rows.
    let owner: Role.ID?
    /// By when it is to be returned.
    let deadline: CalendarDate?
    private let index: PackIndex

    init(_ owner: Role.ID? = nil, deadline: CalendarDate? = nil, in index: PackIndex) {
        self.owner = owner
        self.deadline = deadline
        self.index = index
    }

    // MARK: Rows

    func has(_ action: PlanAction) -> Bool { isTheirs(Self.roles(of: action)) }

    func has(_ note: ProgressNote, of plan: ImprovementPlan.ID) -> Bool {
        owner == nil || isTheirs(Self.roles(of: note, in: plan, index))
    }

    func has(_ line: DashboardLine) -> Bool { owner == nil || isTheirs(Self.roles(of: line, index)) }

    func has(remarkOn indicator: Indicator, by author: Role.ID?) -> Bool {
        isTheirs([indicator.owner, author].compactMap { $0 })
    }

    private func isTheirs(_ roles: [Role.ID]) -> Bool { owner.map(roles.contains) ?? true }

    // MARK: Who answers for what

    private static func roles(of action: PlanAction) -> [Role.ID] { action.owners }

    /// Those that a note names, else those of the actions that it is about.
    private static func roles(
        of note: ProgressNote, in plan: ImprovementPlan.ID, _ index: PackIndex
    ) -> [Role.ID] {
        guard note.roles.isEmpty else { return note.roles }
        return note.references.flatMap { index.actions(at: $0, in: plan) }
            .flatMap { index.actions[$0].map(roles) ?? [] }
    }

    private static func roles(of line: DashboardLine, _ index: PackIndex) -> [Role.ID] {
        line.indicators.compactMap { index.indicators[$0]?.owner }
    }

    /// The roles that answer for something, in the order of the pack, and how many rows nobody answers for.
    static func owners(in pack: ReportPack) -> (roles: [Role.ID], rowsOfNobody: Int) {
        let index = PackIndex(pack)
        var found: Set<Role.ID> = []
        var rest = 0
        func take(_ roles: [Role.ID]) {
            if roles.isEmpty { rest += 1 }
            found.formUnion(roles)
        }
        for plan in pack.plans {
            for action in plan.actions { take(roles(of: action)) }
            for note in plan.progress { take(roles(of: note, in: plan.id, index)) }
        }
        for indicator in pack.indicators {
            take([indicator.owner].compactMap { $0 })
            found.formUnion(indicator.commentary.compactMap(\.author))
        }
        for line in pack.dashboard { take(roles(of: line, index)) }
        let listed = pack.manifest.roles.map(\.id).filter { found.remove($0) != nil }
        return (listed + found.sorted { $0.text < $1.text }, rest)
    }
}
