import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The measures, a line for each: what members read of the dashboard.
struct MeasuresSection: StandardSection {
    static let id: SectionID = "measures"
    static let isAnnex = false
    let composer: Composer

    /// A group of measures, or one of them.
    private enum Row {
        case group(String)
        case measure(IndicatorPosition)

        var position: IndicatorPosition? { if case .measure(let position) = self { position } else { nil } }
    }

    /// So many comparators have a column; the dashboard has all.
    private static let comparators = 2

    func compose() -> PublicationSection? {
        let shown = pack.indicators.filter { $0.respondents == nil }.compactMap { positions[$0.id] }
        let comparators = commonComparators(of: shown)
        let usual = shown.map(\.latest.period).usual
        let dates = shown.flatMap { comparisons(for: $0.indicator) }.filter { comparators.contains($0.comparison.area) }
            .compactMap { $0.summary.isOfAnotherPeriod ? $0.summary.comparatorPeriod : nil }
        let usualDate = dates.usual
        var notes: [String] = []
        if let usual { notes.append(SummaryWording.period(usual.labelWithinSentence)) }
        if let usualDate { notes.append(DashboardWording.comparatorPeriod(usualDate.labelWithinSentence)) }
        if shown.contains(where: { $0.mainMove() != nil }) { notes.append(MembersWording.directionNote) }
        return section(
            MembersWording.measuresTitle, MembersWording.measuresLead(notes),
            exempt: shown.flatMap { [$0.indicator.access, $0.latest.access] },
            TableSketch<Row>(
                name: "Measures", title: MembersWording.measuresTitle,
                columns: [
                    .init(Heading.measure, width: 46) { row in
                        switch row {
                        case .group(let name): return Cell(.text(name), isHeading: true)
                        case .measure(let position):
                            let period = position.latest.period
                            return .text(
                                SummaryWording.measure(
                                    position.indicator.titleWithUnit,
                                    in: period == usual ? nil : period.labelWithinSentence))
                        }
                    },
                    .init(number: MembersWording.latest, width: 18) { row in
                        row.position.map(figureWithTrend) ?? .empty
                    },
                    .init(number: Heading.count, width: 15) { row in .text(row.position.flatMap(count)) },
                    .init(Heading.target, width: 13) { row in
                        row.position.flatMap { position in
                            position.indicator.target(on: position.latest.period.lastDay)?.label(
                                in: position.indicator.unit)
                        }
                    },
                    .init(Heading.rating, width: 10) { row in row.position.map { .outcome($0.rating.outcome) } ?? .empty
                    },
                    .init(Heading.direction, width: 20) { row in row.position?.mainMove()?.travel?.direction.label },
                ]
                    + comparators.map { area in
                        .init(number: heading(of: area, among: comparators), width: 12) { row in
                            row.position.map { value(of: area, beside: $0, usualDate) } ?? .empty
                        }
                    },
                record: { $0.position.map { .indicator($0.indicator.id) } }
            ).block(of: rows(shown), on: page))
    }

    /// The measures with the name of each group above it.
    private func rows(_ shown: [IndicatorPosition]) -> [Row] {
        guard shown.contains(where: { !$0.indicator.group.isEmpty }) else { return shown.map { .measure($0) } }
        var rows: [Row] = []
        var start = shown.startIndex
        while start < shown.endIndex {
            let group = shown[start].indicator.group
            let members = shown[start...].prefix { $0.indicator.group == group }
            rows.append(.group(group.isEmpty ? MembersWording.otherMeasures : group))
            rows += members.map { .measure($0) }
            start = members.endIndex
        }
        return rows
    }

    /// What a percentage is made of.
    private func count(_ position: IndicatorPosition) -> String? {
        guard position.indicator.unit == .percent, case .fraction(let part, let whole) = position.latest.value,
            part == part.rounded(), whole == whole.rounded(), part.magnitude < 1e15, whole.magnitude < 1e15
        else { return nil }
        return MembersWording.count(DecimalText.grouped(Int(part)), of: DecimalText.grouped(Int(whole)))
    }

    /// The comparators that most measures have, in the order in which the pack has them.
    private func commonComparators(of shown: [IndicatorPosition]) -> [Area.ID] {
        var counts: [Area.ID: Int] = [:]
        var order: [Area.ID] = []
        for area in shown.flatMap({ comparisons(for: $0.indicator).map(\.comparison.area) }) {
            if counts[area] == nil { order.append(area) }
            counts[area, default: 0] += 1
        }
        let most = order.enumerated().sorted { left, right in
            let (first, second) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
            return first != second ? first > second : left.offset < right.offset
        }.prefix(Self.comparators).map(\.element)
        return order.filter(Set(most).contains)
    }

    /// The name of a comparator; with its identifier where another has the same name.
    private func heading(of area: Area.ID, among areas: [Area.ID]) -> String {
        let title = index.areas[area]?.title ?? area.text
        let isAlone = areas.count { (index.areas[$0]?.title ?? $0.text).lowercased() == title.lowercased() } == 1
        return isAlone ? title : "\(title) (\(area.text))"
    }

    private func value(
        of area: Area.ID, beside position: IndicatorPosition, _ usualDate: ReportingPeriod?
    ) -> Cell {
        guard let found = comparisons(for: position.indicator).first(where: { $0.comparison.area == area }),
            let value = found.summary.value, value.isFinite
        else { return .empty }
        guard let period = found.summary.comparatorPeriod, found.summary.isOfAnotherPeriod, period != usualDate else {
            return .number(value, position.indicator.unit, decimals: position.indicator.decimals)
        }
        return .text(MembersWording.value(found.label, of: period.shortLabel))
    }
}

extension Composing {
    /// The latest figure of a measure, with those before it as a small picture.
    func figureWithTrend(of position: IndicatorPosition) -> Cell {
        let cell = figure(position.latest, of: position.indicator)
        let figures = position.series.observations.filter { $0.period.lastDay <= position.latest.period.lastDay }
            .suffix(MembersWording.trendLength)
        let indicator = position.indicator
        let points = figures.map { $0.value.number(in: indicator.unit).flatMap { $0.isFinite ? $0 : nil } }
        guard points.count(where: { $0 != nil }) > 2 else { return cell }
        return Cell(cell.value, trend: Trend(indicator.fullTitle, points: points))
    }
}
