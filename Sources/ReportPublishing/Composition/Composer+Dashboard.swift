import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
package import ReportModel
import ReportVocabulary

/// The measures at a glance.
struct DashboardSection: StandardSection {
    static let id: SectionID = "dashboard"
    let composer: Composer

    func compose() -> PublicationSection? {
        let printed = pack.dashboard.sorted { $0.number < $1.number }.map(row(for:))
        let rows = printed.isEmpty ? dashboardIndicators.compactMap(row(for:)) : printed
        guard !rows.isEmpty else { return nil }
        let lead = printed.isEmpty ? [DashboardWording.lead] : DashboardWording.printedLead
        return section(DashboardWording.title, short: DashboardWording.shortTitle, lead, "Dashboard", rows)
    }
}

/// Measures that are not on the printed dashboard.
struct OtherIndicatorsSection: StandardSection {
    static let id: SectionID = "other-indicators"
    let composer: Composer

    /// The measures that a printed dashboard does not hold.
    func compose() -> PublicationSection? {
        guard !pack.dashboard.isEmpty else { return nil }
        let shown = Set(pack.dashboard.flatMap(\.indicators))
        let rows = dashboardIndicators.filter { !shown.contains($0.id) }.compactMap(row(for:))
        guard !rows.isEmpty else { return nil }
        return section(
            DashboardWording.othersTitle, short: DashboardWording.othersTitle, [DashboardWording.othersLead],
            "Other_indicators", rows)
    }
}

extension StandardSection {
    /// The indicators but those of surveys, which have a section of their own.
    fileprivate var dashboardIndicators: [Indicator] { pack.indicators.filter { $0.respondents == nil } }

    fileprivate func section(
        _ title: String, short: String, _ lead: [String], _ name: String, _ rows: [DashboardRow]
    ) -> PublicationSection? {
        let dashboard = DashboardTable(
            name: name, title: title, baseline: pack.manifest.baseline?.title ?? DashboardWording.baseline, rows: rows)
        return section(
            title, short: short, (lead + dashboard.notes).joined(separator: " "), [.table(dashboard.table(on: page))])
    }

    // MARK: Worked out from the figures

    fileprivate func row(for indicator: Indicator) -> DashboardRow? {
        guard let position = positions[indicator.id] else { return nil }
        let (series, latest) = (position.series, position.latest)
        let previous = series.previous(to: latest.period)
        let travel = position.comparisons
        return DashboardRow(
            indicator: indicator.id, number: index.number(of: indicator.id),
            reference: indicator.planReferences.map(\.text).joined(separator: "; "),
            section: indicator.group, measure: indicator.titleWithUnit,
            periods: previous.map { DashboardWording.periods($0.period.label, latest.period.label) }
                ?? latest.period.label,
            previous: previous.map { figure($0, of: indicator) } ?? .empty, latest: figure(latest, of: indicator),
            target: indicator.target(on: latest.period.lastDay)?.label(in: indicator.unit),
            distance: TargetDistance(of: position), rating: position.rating,
            change: change(travel.previous, of: indicator), lastYear: change(travel.lastYear, of: indicator),
            sinceBaseline: travel.baseline.map { change($0, of: indicator) } ?? .empty,
            yearEnd: position.yearEnd, comparisons: comparisons(for: indicator), hasPoints: indicator.unit == .percent)
    }
}

extension Composing {
    /// A figure as a cell: its number, or the shorthand of the reason why there is none.
    ///
    /// - Parameters:
    ///   - observation: The figure.
    ///   - indicator: Its measure.
    ///   - isQualified: Whether a limit or a rough figure is shown in words, as "above 90%"; not where another column has the word.
    package func figure(_ observation: Observation, of indicator: Indicator, isQualified: Bool = true) -> Cell {
        if let reason = observation.value.missingReason { return Cell(.missing(reason)) }
        guard let number = observation.value.number(in: indicator.unit), number.isFinite else { return .empty }
        if isQualified, !observation.qualifier.isExact {
            return .text(indicator.text(of: number, observation.qualifier))
        }
        return .number(number, indicator.unit, decimals: indicator.decimals)
    }

    /// A change as a cell: its direction, size and meaning, or why there is none.
    func change(_ comparison: TravelComparison, of indicator: Indicator) -> Cell {
        guard let travel = comparison.travel else {
            switch comparison.obstacle {
            case .yearToDate: return .text(DashboardWording.yearToDate)
            case .differentLengths: return .text(DashboardWording.differentLengths)
            case .seriesBreak(let item): return .text(DashboardWording.seriesBreak(on: item.day.label))
            case .roundedCounts: return .text(DashboardWording.roundedCounts)
            case .roughFigure: return .text(DashboardWording.roughFigure)
            default: return .empty
            }
        }
        return .text(travel.direction.label(by: travel.size.terseLabel(decimals: indicator.decimals)))
    }

    /// The comparators that have a value to set beside the latest figure.
    func comparisons(for indicator: Indicator) -> [DashboardComparison] {
        (indicatorComparisons[indicator.id] ?? []).compactMap { comparison in
            comparison.summary.label.map {
                DashboardComparison(comparison: comparison, indicator: indicator, label: $0)
            }
        }
    }
}
