import FamilyServicesKit

/// Councils side by side: the same measures from several packs, and from the councils within one pack, each beside the others as
/// chance and the usual differences between councils allow.
@main
enum CompareCouncils {
    static func main() throws {
        let june = try ReportingPeriod("2026-06")
        // Each council keeps a pack of its own; the region's pack holds four councils.
        let packs = [
            try pack("Ashford", june, [("ashford", "Ashford", [(168, 196), (31, 180)])]),
            try pack("Birchwood", june, [("birchwood", "Birchwood", [(231, 290), (66, 254)])]),
            try pack("Cedarham", june, [("cedarham", "Cedarham", [(58, 97), (19, 88)])]),
            try pack(
                "The region", june,
                [
                    ("dunmore", "Dunmore", [(402, 481), (90, 445)]),
                    ("elmbridge", "Elmbridge", [(150, 176), (40, 170)]),
                    ("firley", "Firley", [(275, 322), (52, 301)]), ("glenton", "Glenton", [(196, 240), (49, 221)]),
                ]),
        ]
        for measure in measures {
            print("\(measure.title), \(june.label)")
            let figures = figures(of: measure, in: june, packs)
            for (index, own) in figures.enumerated() {
                let others = figures.indices.filter { $0 != index }.map { figures[$0].share }
                print(try line(own, beside: others, of: measure))
            }
            print()
        }
    }

    /// The counts of every council that has them, whichever pack they are in.
    private static func figures(
        of measure: Indicator, in period: ReportingPeriod, _ packs: [ReportPack]
    ) -> [(council: String, share: Proportion)] {
        packs.flatMap { pack in
            pack.observations.compactMap { figure in
                guard figure.indicator == measure.id, figure.period == period,
                    case .fraction(let part, let whole) = figure.value, let share = try? Proportion(part, of: whole)
                else { return nil }
                let council = pack.manifest.areas.first { $0.id == figure.area }
                return (council?.title ?? figure.area.text, share)
            }
        }
    }

    /// A council beside the others: what chance could make of its own figure, and where a council of its size usually is.
    private static func line(
        _ own: (council: String, share: Proportion), beside others: [Proportion], of measure: Indicator
    ) throws -> String {
        let chance = own.share.interval()
        var words = "\(own.council): \(chance.label(in: .percent))"
        guard let usual = Overdispersion(of: others.map { SteadyEstimate($0) }) else { return words }
        let funnel = try Funnel(
            .proportion, around: try Funnel(others).average, multiplier: 100, variance: usual.variance)
        let lines = try funnel.limits(at: own.share.denominator)
        let upper = lines.upper ?? 100
        words +=
            "; usual \(DecimalText.formatted(lines.lower, decimals: 1))% to \(DecimalText.formatted(upper, decimals: 1))%"
        if (lines.lower...upper).contains(own.share.value) { return words + "; no clear difference" }
        let isHigher = own.share.value > upper
        return words + ((isHigher == (measure.polarity == .higherIsBetter)) ? "; better" : "; worse")
    }

    private static let measures = [
        Indicator(
            id: "assessments-45-days", title: "Assessments completed within 45 working days", unit: .percent,
            polarity: .higherIsBetter),
        Indicator(
            id: "re-referrals", title: "Referrals within 12 months of the one before", unit: .percent,
            polarity: .lowerIsBetter),
    ]

    private static func pack(
        _ title: String, _ period: ReportingPeriod,
        _ councils: [(id: Area.ID, title: String, counts: [(Double, Double)])]
    ) throws -> ReportPack {
        ReportPack(
            manifest: .init(
                title: "Figures of \(title)", organisation: title, area: councils[0].id, period: period,
                date: try CalendarDate(iso: "2026-07-14"), isSynthetic: true,
                areas: councils.map { Area(id: $0.id, title: $0.title, kind: .localAuthority) }),
            indicators: measures,
            observations: councils.flatMap { council in
                zip(measures, council.counts).map { measure, count in
                    Observation(
                        indicator: measure.id, period: period, area: council.id,
                        value: .fraction(numerator: count.0, denominator: count.1))
                }
            })
    }
}
