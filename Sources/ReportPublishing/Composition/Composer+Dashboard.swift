import ReportAnalysis
package import ReportModel
import ReportVocabulary

extension Composer {
    func dashboard() -> PublicationSection? {
        let printed = pack.dashboard.sorted { $0.number < $1.number }.map(row(for:))
        let rows = printed.isEmpty ? dashboardIndicators.compactMap(row(for:)) : printed
        guard !rows.isEmpty else { return nil }
        let lead =
            printed.isEmpty
            ? [
                "Each measure with its latest and previous position, its target and how far it is from it, its changes and what "
                    + "it is compared with."
            ]
            : [
                "The dashboard as printed in the source: positions, targets and ratings are the source's own.",
                "The words for each change and the distance to the target are worked out from the positions, so they can "
                    + "contradict what was printed; the computed rating says where a printed rating contradicts its target.",
            ]
        return section("dashboard", "Indicator dashboard", short: "Dashboard", lead, "Dashboard", rows)
    }

    /// The measures that a printed dashboard does not hold.
    func otherIndicators() -> PublicationSection? {
        guard !pack.dashboard.isEmpty else { return nil }
        let shown = Set(pack.dashboard.flatMap(\.indicators))
        let rows = dashboardIndicators.filter { !shown.contains($0.id) }.compactMap(row(for:))
        guard !rows.isEmpty else { return nil }
        return section(
            "other-indicators", "Other indicators", short: "Other indicators",
            ["Measures of this report that are not on the dashboard, with their latest and previous position."],
            "Other_indicators", rows)
    }

    /// The indicators but those of surveys, which have a section of their own.
    private var dashboardIndicators: [Indicator] { pack.indicators.filter { $0.respondents == nil } }

    private func section(
        _ id: String, _ title: String, short: String, _ lead: [String], _ name: String, _ rows: [DashboardRow]
    ) -> PublicationSection? {
        let dashboard = DashboardTable(
            name: name, title: title, baseline: pack.manifest.baseline?.title ?? "the baseline", rows: rows)
        return section(
            id, title, short: short, (lead + dashboard.notes).joined(separator: " "), [.table(dashboard.table)])
    }

    // MARK: Worked out from the figures

    private func row(for indicator: Indicator) -> DashboardRow? {
        guard let position = positions[indicator.id] else { return nil }
        let (series, latest) = (position.series, position.latest)
        let previous = series.previous(to: latest.period)
        let travel = TravelComparisons(
            of: series, at: latest.period, for: indicator, baseline: pack.manifest.baseline)
        return DashboardRow(
            indicator: indicator.id, number: index.numbers[indicator.id],
            reference: indicator.planReferences.map(\.text).joined(separator: "; "),
            section: indicator.group, measure: indicator.fullTitle,
            periods: previous.map { "\($0.period.label) and \(latest.period.label)" } ?? latest.period.label,
            previous: previous.map { figure($0, of: indicator) } ?? .empty, latest: figure(latest, of: indicator),
            target: indicator.target(on: latest.period.lastDay)?.label(in: indicator.unit),
            distance: TargetDistance(of: position), rating: position.rating,
            change: change(travel.previous, of: indicator), lastYear: change(travel.lastYear, of: indicator),
            sinceBaseline: travel.baseline.map { change($0, of: indicator) } ?? .empty,
            comparison: comparison(for: indicator, with: latest), hasPoints: indicator.unit == .percent)
    }

    /// A figure as a cell: its number, or the shorthand of the reason why there is none.
    package func figure(_ observation: Observation, of indicator: Indicator) -> Cell {
        if let reason = observation.value.missingReason { return Cell(.missing(reason)) }
        guard let number = observation.value.number(in: indicator.unit), number.isFinite else { return .empty }
        return .number(number, indicator.unit, decimals: indicator.decimals)
    }

    /// A change as a cell: its direction, size and meaning, or why there is none.
    func change(_ comparison: TravelComparison, of indicator: Indicator) -> Cell {
        guard let travel = comparison.travel else {
            switch comparison.obstacle {
            case .yearToDate: return .text("Not comparable: year to date")
            case .differentLengths: return .text("Not comparable: periods of different length")
            case .roundedCounts: return .text("Not said: counts are rounded")
            default: return .empty
            }
        }
        let direction = travel.direction
        guard direction.movement != .unchanged else { return .text(direction.movement.label) }
        let size = DecimalText.formatted(direction.change.magnitude, decimals: indicator.decimals)
        let suffix = indicator.unit == .percent ? (size == "1" ? " point" : " points") : ""
        let meaning = direction.label.dropFirst(direction.movement.label.count)
        return .text("\(direction.movement.label) \(size)\(suffix)\(meaning)")
    }

    /// Statistical neighbours where they have a value that may stand beside the latest one, else the country.
    func comparison(for indicator: Indicator, with latest: Observation) -> DashboardComparison? {
        let figures = (index.series[indicator.id] ?? []).flatMap(\.observations)
        for area in pack.manifest.mainComparatorAreas {
            let summary = ComparatorSummary(of: area, from: figures, for: indicator, at: latest.period)
            guard let label = summary.label else { continue }
            let difference = ComparatorDifference(of: latest.value, with: summary, for: indicator)
            let isDecided = latest.isDecided(in: indicator.unit) {
                ComparatorDifference(of: $0, with: summary, for: indicator)?.verdict
            }
            return DashboardComparison(
                summary: summary, difference: isDecided ? difference : nil, label: label)
        }
        return nil
    }
}
