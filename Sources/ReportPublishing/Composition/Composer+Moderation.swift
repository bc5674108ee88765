import ReportModel
import ReportAnalysis
import ReportVocabulary

extension Composer {
    /// How far auditors and those who check them agree, by domain and period, in plain words and numbers.
    func moderation() -> PublicationSection? {
        typealias Row = (domain: String, period: String, agreement: GradeAgreement)
        let pairs = pack.audits.moderation.filter { $0.period.firstDay <= pack.manifest.period.lastDay }
        guard !pairs.isEmpty else { return nil }
        var domains: [String] = []
        for pair in pairs where !domains.contains(pair.domain) { domains.append(pair.domain) }
        var words: [String] = []
        var rows: [Row] = []
        for domain in domains {
            let own = pairs.filter { $0.domain == domain }
            let title = domain.capitalisedFirst
            let byPeriod = Dictionary(grouping: own, by: \.period)
            if let whole = try? GradeAgreement(own) {
                words.append("\(title): \(whole.explanation)")
                if byPeriod.count > 1 { rows.append((title, "All periods", whole)) }
            }
            for period in byPeriod.keys.sorted(by: { ReportingPeriod.listingOrder($1, $0) }) {
                if let agreement = try? GradeAgreement(byPeriod[period] ?? []) {
                    rows.append((title, period.label, agreement))
                }
            }
        }
        return section(
            "moderation", "Moderation of audits", short: "Moderation",
            "A moderator grades some audited cases again without changing them. Where the two grades agree, the audit grades can "
                + "be relied on; where auditors grade higher than moderators, practice is worse than the audit grades say.",
            [.heading(level: 2, text: "How far auditors and moderators agree"), .list(words.map { ListItem($0) })]
                + [
                    .paragraph(
                        "Kappa is 1 where they always agree and 0 where they agree no more often than chance would bring; it "
                            + "counts grades that are further apart as a greater disagreement. Of few cases it says little."
                    )
                ]
                + TableSketch<Row>(
                    name: "Moderation", title: "Moderation of audits",
                    columns: [
                        .init("Domain", width: 24) { $0.domain },
                        .init("Period", width: 20) { $0.period },
                        .init(number: "Cases graded twice", width: 9) { .count($0.agreement.cases) },
                        .init(number: "Same grade", width: 9) { .count($0.agreement.agreed) },
                        .init(number: "Share with the same grade", width: 12) { Self.share($0.agreement) },
                        .init(number: "Auditor graded higher", width: 10) { .count($0.agreement.auditorMoreGenerous) },
                        .init(number: "Auditor graded lower", width: 10) { .count($0.agreement.auditorHarsher) },
                        .init(number: "More than one grade apart", width: 11) { row in
                            .count(row.agreement.furtherThanOneGrade)
                        },
                        .init(number: "Kappa", width: 8) { row in
                            row.agreement.quadraticKappa.number.map { Cell(.number($0, decimals: 2)) } ?? .empty
                        },
                        .init("Kappa in words", width: 16) { Self.strength($0.agreement.quadraticKappa) },
                        .init("Direction", width: 32) { Self.direction($0.agreement) },
                    ]
                ).block(of: rows))
    }

    private static func share(_ agreement: GradeAgreement) -> Cell {
        agreement.exactAgreement.number(in: .percent).map { Cell(.percentage($0, decimals: 0)) } ?? .empty
    }

    private static func strength(_ kappa: GradeAgreement.Kappa) -> String? {
        if case .oneGradeOnly(let grade) = kappa { return "All graded \(grade.label.lowercased())" }
        return kappa.strength?.capitalisedFirst
    }

    /// Which way the auditors lean, and whether chance would explain it.
    private static func direction(_ agreement: GradeAgreement) -> Cell {
        let (higher, lower) = (agreement.auditorMoreGenerous, agreement.auditorHarsher)
        switch agreement.lean() {
        case .generous: return .text("Auditors grade higher than moderators", tone: .negative)
        case .harsh: return .text("Auditors grade lower than moderators", tone: .caution)
        case .none where higher == 0 && lower == 0: return .text("Always the same grade")
        case .none where higher == lower: return .text("Neither higher nor lower")
        case .none: return .text("More often \(higher > lower ? "higher" : "lower"), which can be chance")
        }
    }
}
