import ReportModel
import ReportVocabulary

/// Goes through every free text of a pack.
struct PackTextSearch {
    private(set) var found: [IdentifyingText.FoundText] = []
    private var scanner: IdentifyingTextScanner

    init(options: IdentifyingText.Options) {
        scanner = IdentifyingTextScanner(options: options)
    }

    // MARK: Texts

    /// Looks into a text; which it is is said only where something is found.
    mutating func read(_ text: String?, of subject: RecordReference?, _ field: @autoclosure () -> String) {
        guard let text else { return }
        let hits = scanner.hits(in: text)
        guard !hits.isEmpty else { return }
        for kind in IdentifyingText.Kind.allCases {
            let ofKind = hits.filter { $0.kind == kind }
            guard let first = ofKind.first else { continue }
            let start = text.utf8.index(text.startIndex, offsetBy: first.range.lowerBound)
            found.append(
                IdentifyingText.FoundText(
                    finding: IdentifyingText.Finding(
                        kind: kind, subject: subject, field: field(),
                        position: text.distance(from: text.startIndex, to: start) + 1, count: ofKind.count),
                    text: text))
        }
    }

    /// Looks into several texts of one sort.
    mutating func read(_ texts: [String], of subject: RecordReference?, _ noun: String) {
        for (position, text) in texts.enumerated() { read(text, of: subject, "\(noun) \(position + 1)") }
    }

    mutating func read(_ source: SourceReference?, of subject: RecordReference?, _ owner: String = "") {
        read(source?.place, of: subject, "the place in the source\(owner)")
    }

    mutating func read(_ access: Access, of subject: RecordReference?, _ owner: String = "") {
        read(access.publicInterestReason, of: subject, "the reason for the exemption\(owner)")
    }

    mutating func read(_ milestones: [Milestone], of subject: RecordReference?) {
        for (position, milestone) in milestones.enumerated() {
            read(milestone.text, of: subject, "milestone \(position + 1)")
            read(milestone.source, of: subject, " of milestone \(position + 1)")
        }
    }

    mutating func read(_ timescale: TimescaleRule?, of subject: RecordReference) {
        read(timescale?.start, of: subject, "the start of the timescale")
        read(timescale?.end, of: subject, "the end of the timescale")
    }

    // MARK: Packs

    /// Looks into everything in a pack.
    mutating func read(_ pack: ReportPack) {
        read(pack.manifest)
        for indicator in pack.indicators { read(indicator) }
        for breakdown in pack.breakdowns {
            let subject = RecordReference(.breakdown, breakdown.id)
            read(breakdown.title, of: subject, "the title")
            read(breakdown.categories.map(\.title), of: subject, "the title of category")
        }
        for (position, observation) in pack.observations.enumerated() {
            let subject = RecordReference(.observation, at: position)
            read(observation.printed?.text, of: subject, "the printed figure")
            read(observation.note, of: subject, "the note")
            read(observation.source, of: subject)
            read(observation.access, of: subject)
        }
        for line in pack.dashboard { read(line) }
        for plan in pack.plans { read(plan) }
        read(pack.audits)
        for inspection in pack.inspections { read(inspection) }
        for report in pack.reports { read(report) }
        for set in pack.commitments { read(set) }
        for risk in pack.risks { read(risk) }
        for figure in pack.budget { read(figure) }
        read(pack.milestones, of: nil)
        for body in pack.governance {
            let subject = RecordReference(.governanceBody, body.id)
            read(body.title, of: subject, "the title")
            read(body.cadence?.text, of: subject, "how often it meets")
            read(body.source, of: subject)
        }
        for fact in pack.context {
            let subject = RecordReference(.fact, fact.id)
            read(fact.text, of: subject, "the text")
            read(fact.area, of: subject, "the area")
            read(fact.source, of: subject)
        }
        for check in pack.checks { read(check) }
        for claim in pack.claims { read(claim) }
    }

    private mutating func read(_ manifest: ReportPack.Manifest) {
        read(manifest.title, of: .manifest, "the title")
        read(manifest.organisation, of: .manifest, "the name of the organisation")
        read(manifest.baseline?.title, of: .manifest, "the title of the baseline")
        read(manifest.notes, of: .manifest, "note")
        for area in manifest.areas { read(area.title, of: RecordReference(.area, area.id), "the title") }
        for role in manifest.roles { read(role.title, of: RecordReference(.role, role.id), "the title") }
        for source in manifest.sources {
            let subject = RecordReference(.source, source.id)
            read(source.title, of: subject, "the title")
            read(source.publisher, of: subject, "the publisher")
            read(source.address, of: subject, "the address")
            read(source.access, of: subject)
        }
        for agreement in manifest.agreements {
            let subject = RecordReference(.agreement, agreement.id)
            read(agreement.title, of: subject, "the title")
            read(agreement.owner, of: subject, "the owner")
            read(agreement.terms, of: subject, "the terms")
        }
    }

    private mutating func read(_ indicator: Indicator) {
        let subject = RecordReference(.indicator, indicator.id)
        read(indicator.title, of: subject, "the title")
        read(indicator.group, of: subject, "the group")
        read(indicator.part, of: subject, "the part")
        read(indicator.definition.text, of: subject, "the definition")
        read(indicator.definition.numerator, of: subject, "the numerator")
        read(indicator.definition.denominator, of: subject, "the denominator")
        read(indicator.definition.population, of: subject, "the population")
        for (position, target) in indicator.targets.enumerated() {
            read(target.source, of: subject, " of target \(position + 1)")
        }
        read(indicator.timescale, of: subject)
        for (position, remark) in indicator.commentary.enumerated() {
            read(remark.text, of: subject, "remark \(position + 1)")
            read(remark.access, of: subject, " of remark \(position + 1)")
        }
        for source in indicator.sources { read(source, of: subject) }
        read(indicator.access, of: subject)
    }

    private mutating func read(_ line: DashboardLine) {
        let subject = RecordReference(.dashboardLine, String(line.number))
        read(line.section, of: subject, "the section")
        read(line.measure, of: subject, "the measure")
        read(line.part, of: subject, "the part")
        for (position, name) in [(line.previous, "the earlier figure"), (line.latest, "the latest figure")] {
            read(position?.label, of: subject, "the period of \(name)")
            read(position?.figure.text, of: subject, name)
        }
        read(line.change?.text, of: subject, "the change")
        read(line.sinceBaseline?.text, of: subject, "the change since the baseline")
        read(line.target, of: subject, "the target")
        for (position, share) in line.shares.enumerated() {
            read(share.label, of: subject, "the label of share \(position + 1)")
            read(share.figure.text, of: subject, "share \(position + 1)")
        }
        read(line.availability, of: subject, "the availability")
        read(line.source, of: subject)
        read(line.access, of: subject)
    }
}
