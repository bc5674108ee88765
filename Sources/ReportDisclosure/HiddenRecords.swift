import ReportModel
import ReportVocabulary

extension ReportPack {
    /// The pack with the limits of a later one on top of its own, for sources, indicators and agreements of the same names.
    func limited(as manifest: Manifest, _ indicators: [Indicator]) -> ReportPack {
        var result = self
        let sources = Dictionary(manifest.sources.map { ($0.id, $0.access) }) { $0.combined(with: $1) }
        result.manifest.sources = self.manifest.sources.map { source in
            SourceDocument(
                id: source.id, title: source.title, publisher: source.publisher, date: source.date,
                address: source.address, access: source.access.combined(with: sources[source.id] ?? .unrestricted))
        }
        let limits = Dictionary(indicators.map { ($0.id, $0.access) }) { $0.combined(with: $1) }
        for index in result.indicators.indices {
            guard let limit = limits[result.indicators[index].id] else { continue }
            result.indicators[index].access = result.indicators[index].access.combined(with: limit)
        }
        let agreements = RecordTable("sharing agreement", of: manifest.agreements)
        result.manifest.agreements = self.manifest.agreements.map { agreement in
            let others = agreements.every(agreement.id)
            guard !others.isEmpty else { return agreement }
            return SharingAgreement(
                id: agreement.id, title: agreement.title, owner: agreement.owner, terms: agreement.terms,
                audiences: agreement.audiences.filter { audience in
                    others.allSatisfy { $0.audiences.contains(audience) }
                })
        }
        return result
    }
}

/// The keys of records that a version withholds.
struct HiddenRecords {
    private var keys: Set<Key> = []

    /// What a record is known by.
    private enum Key: Hashable {
        case indicator(Indicator.ID)
        case figure(Observation.Key)
        case plan(ImprovementPlan.ID)
        case action(PlanAction.ID)
        case note(ProgressNote.ID)
        case inspection(InspectionEvent.ID)
        case finding(Finding.ID)
        case recommendation(Recommendation.ID)
        case requirement(DirectionRequirement.ID)
        case risk(Risk.ID)
        case report(CommitteeReport.ID)
        case enclosure(CommitteeReport.ID, String)
        case grades(GradeDistribution.ID)
    }

    /// The versions of two packs without what either of them withholds, so that neither its words nor its figures come back
    /// as "gone", "new" or "was before".
    static func comparable(
        _ later: ReportPack, seenAs visible: ReportPack, with earlier: ReportPack, seenAs visibleEarlier: ReportPack
    ) -> (earlier: ReportPack, later: ReportPack) {
        var hidden = HiddenRecords()
        hidden.add(later, seenAs: visible)
        hidden.add(earlier, seenAs: visibleEarlier)
        return (hidden.removed(from: visibleEarlier), hidden.removed(from: visible))
    }

    /// Notes what of a pack is not in the version of it that is seen; of two records with one key, one withheld is enough.
    mutating func add(_ pack: ReportPack, seenAs visible: ReportPack) {
        var seen: [Key: Int] = [:]
        for key in Self.keys(of: visible) { seen[key, default: 0] += 1 }
        for key in Self.keys(of: pack) {
            let left = seen[key] ?? 0
            if left > 0 { seen[key] = left - 1 } else { keys.insert(key) }
        }
    }

    private static func keys(of pack: ReportPack) -> [Key] {
        var keys: [Key] = pack.indicators.map { .indicator($0.id) } + pack.observations.map { .figure($0.key) }
        for plan in pack.plans {
            keys.append(.plan(plan.id))
            keys += plan.actions.map { .action($0.id) } + plan.progress.map { .note($0.id) }
        }
        for event in pack.inspections {
            keys.append(.inspection(event.id))
            keys += event.findings.map { .finding($0.id) } + event.recommendations.map { .recommendation($0.id) }
            keys += event.requirements.map { .requirement($0.id) }
        }
        keys += pack.audits.recommendations.map { .recommendation($0.id) } + pack.audits.grades.map { .grades($0.id) }
        keys += pack.risks.map { .risk($0.id) }
        for report in pack.reports {
            keys.append(.report(report.id))
            keys += report.enclosures.map { .enclosure(report.id, $0.label) }
        }
        return keys
    }

    /// A pack without the records that are withheld.
    func removed(from pack: ReportPack) -> ReportPack {
        guard !keys.isEmpty else { return pack }
        func isShown(_ key: Key) -> Bool { !keys.contains(key) }
        var result = pack
        result.indicators = pack.indicators.filter { isShown(.indicator($0.id)) }
        result.observations = pack.observations.filter {
            isShown(.figure($0.key)) && isShown(.indicator($0.indicator))
        }
        result.plans = pack.plans.filter { isShown(.plan($0.id)) }.map { plan in
            var plan = plan
            plan.actions = plan.actions.filter { isShown(.action($0.id)) }
            plan.progress = plan.progress.filter { isShown(.note($0.id)) }
            return plan
        }
        result.inspections = pack.inspections.filter { isShown(.inspection($0.id)) }.map { event in
            var event = event
            event.findings = event.findings.filter { isShown(.finding($0.id)) }
            event.recommendations = event.recommendations.filter { isShown(.recommendation($0.id)) }
            event.requirements = event.requirements.filter { isShown(.requirement($0.id)) }
            return event
        }
        result.audits.recommendations = pack.audits.recommendations.filter { isShown(.recommendation($0.id)) }
        result.audits.grades = pack.audits.grades.filter { isShown(.grades($0.id)) }
        result.risks = pack.risks.filter { isShown(.risk($0.id)) }
        result.reports = pack.reports.filter { isShown(.report($0.id)) }.map { report in
            var report = report
            report.enclosures = report.enclosures.filter { isShown(.enclosure(report.id, $0.label)) }
            return report
        }
        return result
    }
}
