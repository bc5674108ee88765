import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The main messages on one page.
struct SummarySection: StandardSection {
    static let id: SectionID = "summary"
    static let role = SectionRole.summary
    static let isAnnex = false
    let composer: Composer

    /// How much the parts of the summary may say: the first that fits the page is taken.
    private struct Room {
        var worries: Int
        var strengths: Int
        /// The characters of each reason, and of what is being done; the first sentence of each is whole.
        var words: Int
        var changes: Int
        /// Serious findings of the checks.
        var checks: Int

        static let steps = [
            Room(worries: 5, strengths: 5, words: 240, changes: 3, checks: 2),
            Room(worries: 5, strengths: 5, words: 140, changes: 3, checks: 2),
            Room(worries: 5, strengths: 5, words: 100, changes: 2, checks: 1),
            Room(worries: 5, strengths: 5, words: 60, changes: 2, checks: 0),
            Room(worries: 5, strengths: 4, words: 60, changes: 1, checks: 0),
            Room(worries: 5, strengths: 3, words: 60, changes: 1, checks: 0),
            Room(worries: 4, strengths: 3, words: 60, changes: 1, checks: 0),
            Room(worries: 4, strengths: 2, words: 60, changes: 1, checks: 0),
            Room(worries: 3, strengths: 2, words: 60, changes: 1, checks: 0),
        ]
    }

    /// How many kinds of what small numbers hide are named.
    private static let fewKinds = 4

    /// One page: how far the work is, what changed, which checks failed, what is withheld, what to worry about and what works.
    ///
    /// A part that has nothing to say is left out.
    func compose() -> PublicationSection? {
        let facts = keyFacts()
        let failed = failedChecks
        let items = PageOne(composer: composer).items
        func blocks(_ room: Room) -> [Block] {
            // The table comes last: readers of a screen do not look for anything below it.
            let list =
                facts + changedItems(atMost: room.changes) + failed.counts + failed.serious.prefix(room.checks)
                + withheldItems
            let worries = PageOne.first(items.worries, room.worries)
            let strengths = PageOne.first(items.strengths, room.strengths)
            let shown = worries.shown + strengths.shown
            let more =
                SummaryWording.moreMessages(worries: worries.left, strengths: strengths.left)
                .map { [ListItem($0, link: SectionLink(section: ExceptionsSection.id))] } ?? []
            guard !list.isEmpty || !shown.isEmpty else { return [] }
            return [.paragraph(imprint)] + (list.isEmpty ? [] : [.list(list + more)])
                + PageOne.table(of: shown, upTo: room.words, on: sheet)
        }
        let fitting = Room.steps.lazy.map(blocks).first { sheet.holds($0) }
        return section(
            SummaryWording.title, MembersWording.lead,
            exempt: accesses(items.worries, Room.steps[0].worries) + accesses(items.strengths, Room.steps[0].strengths),
            fitting ?? Room.steps.last.map(blocks) ?? [])
    }

    /// The access of all that the page may show.
    private func accesses(_ items: [PageOne.Item], _ most: Int) -> [Access] {
        (items.prefix(most) + PageOne.first(items, most).shown).flatMap(\.access)
    }

    /// The page at the size of letters that everybody can read.
    private var sheet: PageExtent { page.inLargeLetters }

    /// Who the report is for, what it is about and whom to ask.
    private var imprint: String {
        let manifest = pack.manifest
        let report = composer.report
        return MembersWording.imprint(
            committee: report?.committee ?? manifest.organisation, meeting: report?.date?.label,
            reportOf: index.role(report?.reportOf), period: manifest.period.labelWithinSentence,
            day: manifest.date.label, contacts: composer.contacts, nextRelease: manifest.nextRelease?.label)
    }

    // MARK: Numbers

    private func keyFacts() -> [ListItem] {
        var facts: [ListItem] = []
        func add(_ label: String, _ value: String) { facts.append(ListItem(SummaryWording.fact(label, value))) }
        let ratings = pack.indicators.compactMap { positions[$0.id]?.rating.outcome }
        let rated = ratings.filter { $0 != .notRated }
        if !rated.isEmpty {
            let parts = [Rating.Outcome.red, .amber, .green, .betterThanTolerance].compactMap { outcome in
                let count = rated.count { $0 == outcome }
                return count == 0 ? nil : "\(count) \(outcome.label.lowercased())"
            }
            add(SummaryWording.rated, SummaryWording.rated(parts, of: ratings.count))
        }
        let actions = pack.plans.last?.actions ?? []
        if !actions.isEmpty {
            let statuses = BRAGStatus.allCases.compactMap { status in
                let count = actions.count { $0.status(on: pack.manifest.date) == status }
                return count == 0 ? nil : "\(count) \(status.label.lowercased())"
            }
            let overdue = actions.count { $0.isOverdue(on: pack.manifest.date) }
            add(
                SummaryWording.actions,
                SummaryWording.actions(
                    actions.count, statuses: statuses, overdue: overdue, on: pack.manifest.date.label))
        }
        let judged = events.last { event in
            event.overallJudgement != nil && event.listingDate.map { $0.firstDay <= pack.manifest.date } ?? false
        }
        if let judged, let grade = judged.overallJudgement {
            add(
                SummaryWording.judgement,
                SummaryWording.judgement(grade.label.lowercased(), by: judged.body, in: judged.listingDate?.label))
        }
        let findings = pack.inspections.flatMap(\.findings)
        if !findings.isEmpty {
            let strengths = findings.count { $0.kind == .strength }
            add(
                SummaryWording.findings,
                SummaryWording.findings(strengths: strengths, toImprove: findings.count - strengths))
        }
        if let claimFact, !claimResults.contains(where: { $0.verdict == .contradicted }) {
            add(SummaryWording.claims, claimFact)
        }
        return facts
    }

    // MARK: Changes

    private func changedItems(atMost room: Int) -> [ListItem] {
        guard let changes = comparison?.changes.all else { return [] }
        let items = changes.prefix(room).map { change in
            ListItem(MembersWording.changed(SummaryWording.change(change.kind.label, change.text)))
        }
        let left = changes.count - items.count
        return items + more(left, "change", ReportWording.changesTitle, in: "changes")
    }

    private func more(_ count: Int, _ noun: String, _ title: String, in section: SectionID) -> [ListItem] {
        guard count > 0 else { return [] }
        return [ListItem(SummaryWording.more(count, noun, see: title), link: SectionLink(section: section))]
    }

    // MARK: Checks

    /// How much of the report contradicts itself, and the most serious of it.
    private var failedChecks: (counts: [ListItem], serious: [ListItem]) {
        var items: [ListItem] = []
        if let claimFact, claimResults.contains(where: { $0.verdict == .contradicted }) {
            let words = SummaryWording.fact(SummaryWording.claims, claimFact)
            items.append(ListItem(words, link: SectionLink(section: ClaimsSection.id)))
        }
        let lines = pack.dashboardDisagreements().filter { !$0.couldBeRounding }
        if !lines.isEmpty {
            let places = Set(lines.map(\.line)).count
            items.append(
                ListItem(
                    SummaryWording.printedDashboard(contradicted: places, of: pack.dashboard.count),
                    link: SectionLink(section: DashboardChecksSection.id)))
        }
        let failed = pack.checks.filter { $0.outcome == .differs }
        guard !failed.isEmpty else { return (items, []) }
        let serious = failed.filter { $0.severity == .high }
        items.append(
            ListItem(
                SummaryWording.checks(made: pack.checks.count, differing: failed.count, serious: serious.count),
                link: SectionLink(section: ChecksSection.id)))
        return (items, serious.map { ListItem(SummaryWording.serious($0.statement)) })
    }

    // MARK: What is withheld

    /// What is withheld, one line for each reason.
    private var withheldItems: [ListItem] {
        var reasons: [String] = []
        var items: [String: [WithheldItem]] = [:]
        for item in withheld {
            if items[item.reason] == nil { reasons.append(item.reason) }
            items[item.reason, default: []].append(item)
        }
        var isCut = false
        let lines = reasons.map { reason -> ListItem in
            let kinds = items[reason] ?? []
            let most = kinds.enumerated().sorted { left, right in
                (right.element.count, left.offset) < (left.element.count, right.offset)
            }.map(\.element)
            // What is exempt must be named; of what small numbers hide the greatest part will do.
            let shown = kinds.contains { !$0.protectsSmallNumbers } ? kinds : Array(most.prefix(Self.fewKinds))
            let left = kinds.count - shown.count
            isCut = isCut || left > 0
            let names = shown.map { $0.count > 1 ? SummaryWording.several($0.item, $0.count) : $0.item }
            return ListItem(MembersWording.withheld(SummaryWording.withheld(reason, names, others: left)))
        }
        let section = SectionLink(section: ReleaseNoteSection.id)
        return lines + (isCut ? [ListItem(SummaryWording.allWithheld, link: section)] : [])
    }
}
