import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Claims of the report, checked.
struct ClaimsSection: StandardSection {
    static let id: SectionID = "claims"
    let composer: Composer

    /// The claims of the report with what came of checking them, those that the figures contradict first.
    func compose() -> PublicationSection? {
        let order = ClaimResult.Verdict.allCases
        let results = order.flatMap { verdict in claimResults.filter { $0.verdict == verdict } }
        return section(
            ReferenceWording.claimsTitle, ReferenceWording.claimsLead,
            exempt: results.map(\.claim.access),
            TableSketch<ClaimResult>(
                name: "Claims_checked", title: ReferenceWording.claimsTitle,
                columns: [
                    .init(Heading.statement, width: 44) { $0.claim.statement },
                    .init(Heading.where, width: 22) { result in
                        [result.claim.paragraph, composer.place(result.claim.source)].compactMap { $0 }
                            .joined(separator: "; ")
                    },
                    .init(Heading.stated, width: 14) { $0.claim.stated.text },
                    .init(Heading.computed, width: 12) { computedCell($0) },
                    .init(Heading.verdict, width: 14) { .text($0.verdict.label, tone: $0.verdict.tone) },
                    .init(Heading.explanation, width: 56) { explanation(of: $0) },
                ]
            ).block(of: results, on: page))
    }

    /// What came of a claim and why, with the likely mistake and the note of the one who wrote the claim down.
    private func explanation(of result: ClaimResult) -> String {
        let mistakes = result.explanations.map(\.label)
        let isTold = mistakes.allSatisfy { result.sentence.contains($0) }
        let mistake = isTold ? nil : ReferenceWording.mistakes(mistakes)
        return [result.sentence, mistake, result.claim.note].compactMap { $0 }.joined(separator: " ")
    }

    /// What the figures give, with a decimal more than is stated where it has more.
    private func computedCell(_ result: ClaimResult) -> Cell {
        if let rating = result.computedRating { return .outcome(rating) }
        guard let computed = result.computed, result.claim.kind != .comparison else { return .empty }
        let unit = result.claim.figures.first?.observed.flatMap { index.indicators[$0.indicator]?.unit }
        return .text(result.claim.text(of: computed, unit: unit))
    }
}

/// The printed dashboard, checked.
struct DashboardChecksSection: StandardSection {
    static let id: SectionID = "dashboard-checks"
    let composer: Composer

    /// What the printed dashboard contradicts in itself.
    func compose() -> PublicationSection? {
        let results = pack.dashboardDisagreements()
        return section(
            ReferenceWording.dashboardTitle, ReferenceWording.dashboardLead,
            exempt: results.compactMap { index.dashboardLines[$0.line]?.access },
            TableSketch<DashboardDisagreement>(
                name: "Dashboard_checked", title: ReferenceWording.dashboardTitle,
                columns: [
                    .init(number: Heading.line, width: 7) { .count($0.line) },
                    .init(Heading.measure, width: 42) { index.dashboardLines[$0.line]?.fullMeasure },
                    .init(Heading.whatDisagrees, width: 18) { $0.kind.label },
                    .init(Heading.printed, width: 12) { $0.printed },
                    .init(Heading.workedOut, width: 12) { $0.computed },
                    .init(Heading.explanation, width: 60) { row in
                        // The measure has a column of its own.
                        let prefix = index.dashboardLines[row.line].map { "\($0.fullMeasure): " } ?? ""
                        guard !prefix.isEmpty, row.sentence.hasPrefix(prefix) else { return row.sentence }
                        return String(row.sentence.dropFirst(prefix.count)).capitalisedFirst
                    },
                ]
            ).block(of: results, on: page))
    }
}

extension Composing {
    /// How many claims were checked and what came of them, for the summary; `nil` where there are none.
    var claimFact: String? {
        guard !claimResults.isEmpty else { return nil }
        let order: [ClaimResult.Verdict] = [.confirmed, .contradicted, .withinRounding, .notCheckable]
        let parts = order.compactMap { verdict in
            let count = claimResults.count { $0.verdict == verdict }
            return count == 0 ? nil : ReferenceWording.verdict(verdict, count)
        }
        let explained = claimResults.count { $0.verdict == .contradicted && $0.likelyMistake != nil }
        return ReferenceWording.claims(claimResults.count, parts, explained: explained)
    }
}

extension ClaimResult.Verdict {
    var tone: Tone {
        switch self {
        case .confirmed: .positive
        case .contradicted: .negative
        case .withinRounding: .caution
        case .notCheckable: .neutral
        }
    }
}
