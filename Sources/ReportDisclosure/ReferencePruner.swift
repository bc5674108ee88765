import ReportModel
import ReportVocabulary

/// Takes out of a filtered pack the names of records that are no longer in it.
///
/// An identifier says that a record exists and often what it is about, so it is withheld with its record. What is left resolves:
/// a pack that was valid before it was filtered is valid after.
struct ReferencePruner {
    private let index: PackIndex
    private let sources: Set<SourceDocument.ID>
    /// References to a plan that the whole pack explains and the filtered one does not.
    private let hiddenReferences: Set<PlanReference>

    /// Finds out which names are left.
    ///
    /// - Parameters:
    ///   - visible: The filtered pack.
    ///   - whole: The pack before it was filtered.
    init(visible: ReportPack, of whole: ReportPack) {
        index = PackIndex(visible)
        sources = Set(visible.manifest.sources.map(\.id))
        hiddenReferences = PackIndex(whole).planReferences.subtracting(index.planReferences)
    }

    /// The pack without names that lead nowhere.
    ///
    /// O(records).
    func pruned(_ pack: ReportPack) -> ReportPack {
        var result = pack
        if let baseline = pack.manifest.baseline {
            result.manifest.baseline = .init(
                title: baseline.title, period: baseline.period, inspection: keep(baseline.inspection, index.inspections)
            )
        }
        change(&result.indicators) { indicator in
            keep(&indicator.planReferences)
            indicator.ties = keep(indicator.ties)
            indicator.sources = indicator.sources.filter { sources.contains($0.document) }
            change(&indicator.targets) { keep(&$0.source) }
        }
        // Figures from a withheld source are withheld too, so that none needs a change.
        change(&result.dashboard) { line in
            keep(&line.indicators, index.indicators)
            keep(&line.planReferences)
        }
        change(&result.plans, prune)
        prune(&result.audits)
        change(&result.inspections, prune)
        change(&result.reports, prune)
        change(&result.commitments) { set in
            change(&set.items) { item in
                keep(&item.indicators, index.indicators)
                prune(&item.milestones)
            }
        }
        change(&result.risks) { risk in
            keep(&risk.plans, index.plans)
            keep(&risk.indicators, index.indicators)
        }
        change(&result.budget) { figure in
            figure.partOf = keep(figure.partOf, index.budget)
            figure.revises = keep(figure.revises, index.budget)
        }
        prune(&result.milestones)
        change(&result.checks) { check in
            keep(&check.indicators, index.indicators)
            check.dashboardLines = check.dashboardLines.filter(index.dashboardNumbers.contains)
        }
        return result
    }

    // MARK: Records with records in them

    private func prune(_ plan: inout ImprovementPlan) {
        plan.replaces = keep(plan.replaces, index.plans)
        keep(&plan.respondsTo, index.inspections)
        keep(&plan.worriedAbout, index.indicators)
        keep(&plan.workingWell, index.indicators)
        change(&plan.actions) { action in
            prune(&action.milestones)
            keep(&action.recommendations, index.recommendations)
            keep(&action.indicators, index.indicators)
        }
        change(&plan.progress) { note in
            keep(&note.references)
            keep(&note.indicators, index.indicators)
            keep(&note.inspections, index.inspections)
            keep(&note.recommendations, index.recommendations)
        }
    }

    private func prune(_ audits: inout AuditProgramme) {
        change(&audits.methods) { keep(&$0.source) }
        change(&audits.activity) { keep(&$0.indicators, index.indicators) }
        change(&audits.grades) { grades in
            if let reference = grades.planReference, hiddenReferences.contains(reference) { grades.planReference = nil }
        }
        change(&audits.themes) { keep(&$0.indicators, index.indicators) }
        change(&audits.statements) { keep(&$0.indicators, index.indicators) }
        change(&audits.standards) { standard in
            keep(&standard.indicators, index.indicators)
            keep(&standard.source)
        }
        change(&audits.compliance) { keep(&$0.indicators, index.indicators) }
        change(&audits.recommendations, prune)
    }

    private func prune(_ event: inout InspectionEvent) {
        event.revokes = keep(event.revokes, index.inspections)
        change(&event.letters) { keep(&$0.source) }
        change(&event.findings) { finding in
            keep(&finding.planReferences)
            keep(&finding.actions, index.actions)
            keep(&finding.indicators, index.indicators)
        }
        change(&event.recommendations, prune)
    }

    private func prune(_ recommendation: inout Recommendation) {
        recommendation.parent = keep(recommendation.parent, index.recommendations)
        recommendation.dependsOn = keep(recommendation.dependsOn, index.recommendations)
        keep(&recommendation.findings, index.findings)
        keep(&recommendation.planReferences)
        keep(&recommendation.progress, index.progressNotes)
        keep(&recommendation.indicators, index.indicators)
    }

    private func prune(_ report: inout CommitteeReport) {
        report.within = keep(report.within, index.reports)
        let labels = Set(report.enclosures.map(\.label))
        change(&report.enclosures) { enclosure in
            if let whole = enclosure.partOf, !labels.contains(whole) { enclosure.partOf = nil }
        }
        change(&report.recommendations) { recommendation in
            if let label = recommendation.enclosure, !labels.contains(label) { recommendation.enclosure = nil }
        }
        change(&report.backgroundPapers) { $0.inspection = keep($0.inspection, index.inspections) }
    }

    private func prune(_ milestones: inout [Milestone]) {
        change(&milestones) { milestone in
            keep(&milestone.indicators, index.indicators)
            keep(&milestone.source)
        }
    }

    // MARK: Names

    private func change<Record>(_ records: inout [Record], _ body: (inout Record) -> Void) {
        for position in records.indices { body(&records[position]) }
    }

    private func keep<Subject>(
        _ name: Identifier<Subject>?, _ known: KnownNames<Subject>
    ) -> Identifier<Subject>? {
        name.flatMap { known.contains($0) ? $0 : nil }
    }

    private func keep<Subject>(_ names: inout [Identifier<Subject>], _ known: KnownNames<Subject>) {
        names.removeAll { !known.contains($0) }
    }

    private func keep(_ ties: CountTies?) -> CountTies? {
        guard var ties else { return nil }
        keep(&ties.parts, index.indicators)
        ties.numerator = keep(ties.numerator, index.indicators)
        ties.denominator = keep(ties.denominator, index.indicators)
        ties.yearToDateOf = keep(ties.yearToDateOf, index.indicators)
        return ties.all.isEmpty ? nil : ties
    }

    private func keep(_ references: inout [PlanReference]) {
        references.removeAll(where: hiddenReferences.contains)
    }

    private func keep(_ source: inout SourceReference?) {
        if let document = source?.document, !sources.contains(document) { source = nil }
    }
}
