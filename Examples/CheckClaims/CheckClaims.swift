import FamilyServicesKit

/// Sentences of a committee paper, checked against the figures that they are about.
///
/// The figures are a pack without a report: measures, periods and counts are enough.
@main
enum CheckClaims {
    static func main() throws {
        let referrals = Indicator(
            id: "re-referrals", title: "Referrals within 12 months of the one before", unit: .percent,
            polarity: .lowerIsBetter)
        let pack = ReportPack(
            manifest: .init(
                title: "Re-referrals", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"), isSynthetic: true,
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            indicators: [referrals],
            observations: try [("2025-06", 60, 240), ("2026-05", 41, 205), ("2026-06", 45, 250)].map {
                month, again, all in
                Observation(
                    indicator: referrals.id, period: try ReportingPeriod(month), area: "exampleton",
                    value: .fraction(numerator: Double(again), denominator: Double(all)))
            })

        let now = try FigureReference("re-referrals@2026-06")
        let yearAgo = try FigureReference("re-referrals@2025-06")
        let noFigure = try FigureReference("re-referrals@2024-06")
        let claims = [
            claim("In June 18% were referred again.", .value, "18%", now),
            claim(
                "That is 7 percentage points fewer than a year ago.", .points, "7 percentage points fewer", now, yearAgo
            ),
            claim("It fell by 7% in a year.", .percentChange, "fell by 7%", now, yearAgo),
            claim("It fell by 39% in a year.", .percentChange, "fell by 39%", now, yearAgo),
            claim("It is lower than in June 2024.", .comparison, "lower", now, noFigure),
        ]
        for result in claims.map(pack.check) {
            print("\(result.verdict.label): \(result.claim.statement)")
            print("  \(result.sentence)")
            if let mistake = result.likelyMistake { print("  The usual mistake: \(mistake.label)") }
        }
    }

    private static func claim(
        _ sentence: String, _ kind: Claim.Kind, _ stated: String, _ figure: FigureReference,
        _ earlier: FigureReference? = nil
    ) -> Claim {
        Claim(
            id: "in-the-paper", statement: sentence, kind: kind, stated: StatedFigure(stated), figures: [figure],
            comparedWith: earlier)
    }
}
