/// One line of the dashboard, whether printed in a source or worked out from the figures of the pack.
private struct DashboardRow {
    var reference: String?
    var section: String
    var measure: String
    var periods: String?
    var previous: Cell
    var latest: Cell
    var change: Cell
    var lastYear = Cell.empty
    var sinceBaseline: Cell
    var comparator = Cell.empty
    var target: String?
    var printedRating: PrintedRating?
    var rating: Rating?
    var isTranscribed = false
}

extension Composer {
    func dashboard() -> PublicationSection? {
        let printed = pack.dashboard.sorted { $0.number < $1.number }.map(row(for:))
        let shown = Set(pack.dashboard.flatMap(\.indicators))
        // A transcribed dashboard is shown as it was; figures of other indicators have their own table below it.
        let computed = pack.indicators.filter { !shown.contains($0.id) && $0.respondents == nil }.compactMap(row(for:))
        let baseline = pack.manifest.baseline?.title ?? "the baseline"
        if printed.isEmpty {
            return section(
                "dashboard", "Indicator dashboard", short: "Dashboard",
                "Each measure with its latest and previous position, its changes, what it is compared with, its target and its "
                    + "rating. A comparator of another period is dated.",
                [.table(table("Dashboard", "Indicator dashboard", baseline, computed))].filter { _ in !computed.isEmpty
                })
        }
        return section(
            "dashboard", "Indicator dashboard", short: "Dashboard",
            "The dashboard as printed in the source: positions, targets and ratings are the source's own. The words for each "
                + "change are worked out from the positions, so they can contradict what was printed; the recomputed rating "
                + "says where a printed rating contradicts its target.",
            [.table(table("Dashboard", "Indicator dashboard", baseline, printed))])
    }

    /// The measures that a printed dashboard does not hold.
    func otherIndicators() -> PublicationSection? {
        guard !pack.dashboard.isEmpty else { return nil }
        let shown = Set(pack.dashboard.flatMap(\.indicators))
        let rows = pack.indicators.filter { !shown.contains($0.id) && $0.respondents == nil }.compactMap(row(for:))
        return section(
            "other-indicators", "Other indicators", short: "Other indicators",
            "Measures of this report that are not on the dashboard, with their latest and previous position.",
            rows.isEmpty
                ? []
                : [.table(table("Other_indicators", "Other indicators", pack.manifest.baseline?.title ?? "", rows))])
    }

    private func table(_ name: String, _ title: String, _ baseline: String, _ rows: [DashboardRow]) -> Table {
        let isPrinted = rows.contains { $0.printedRating != nil }
        // Only printed lines hold several shares in place of a position.
        let isTranscribed = rows.contains { $0.isTranscribed }
        return TableSketch<DashboardRow>(
            name: name, title: title,
            columns: [
                .init("Reference", width: 10) { $0.reference },
                .init("Section", width: isTranscribed ? 22 : 18) { $0.section },
                .init("Measure", width: isTranscribed ? 36 : 34) { $0.measure },
                .init("Periods compared", width: 16) { $0.periods },
                .init(number: "Previous period", width: 11) { $0.previous },
                .init(number: "Latest position", width: isTranscribed ? 20 : 11) { $0.latest },
                .init("Change", width: 24) { $0.change },
                .init("Same period last year", width: 20) { $0.lastYear },
                .init("Change since \(baseline)", width: 24) { $0.sinceBaseline },
                .init("Comparator", width: 24) { $0.comparator },
                .init("Target", width: 11) { $0.target },
                .init("Printed rating", width: 9) { row in row.printedRating.map { .outcome($0.outcome) } ?? .empty },
                .init(isPrinted ? "Recomputed rating" : "Rating", width: isPrinted ? 13 : 10) { ratingCell($0) },
            ]
        ).table(of: rows)
    }

    private func ratingCell(_ row: DashboardRow) -> Cell {
        guard let rating = row.rating else { return .empty }
        guard let printed = row.printedRating, rating.outcome != .notRated, printed.outcome != rating.outcome else {
            return .outcome(rating.outcome)
        }
        return .text("\(rating.outcome.label): differs from printed", tone: rating.outcome.tone)
    }

    // MARK: Worked out from the figures

    private func row(for indicator: Indicator) -> DashboardRow? {
        let period = pack.manifest.period
        guard let series = index.mainSeries(of: indicator.id, area: pack.manifest.area, like: period),
            let latest = series.latest(asOf: period.lastDay)
        else { return nil }
        let previous = series.previous(to: latest.period)
        let travel = TravelComparisons(
            of: series, at: latest.period, for: indicator, baseline: pack.manifest.baseline)
        return DashboardRow(
            reference: indicator.planReferences.map(\.text).joined(separator: "; "), section: indicator.group,
            measure: indicator.fullTitle,
            periods: previous.map { "\($0.period.label) and \(latest.period.label)" } ?? latest.period.label,
            previous: previous.map { figure($0, of: indicator) } ?? .empty, latest: figure(latest, of: indicator),
            change: change(travel.previous, of: indicator), lastYear: change(travel.lastYear, of: indicator),
            sinceBaseline: travel.baseline.map { change($0, of: indicator) } ?? .empty,
            comparator: comparator(for: indicator, latest: latest),
            target: indicator.target(on: latest.period.lastDay)?.label(in: indicator.unit),
            rating: Rating(of: latest.value, for: indicator, on: latest.period.lastDay))
    }

    /// A figure as a cell: its number, or the shorthand of the reason why there is none.
    func figure(_ observation: Observation, of indicator: Indicator) -> Cell {
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
            default: return .empty
            }
        }
        let direction = travel.direction
        let size = DecimalText.formatted(direction.change.magnitude, decimals: indicator.decimals)
        return .text(direction.label(by: size + (indicator.unit == .percent ? " percentage points" : "")))
    }

    /// Statistical neighbours where they have a value that may stand beside the latest one, else the country; with its period
    /// where that is another.
    private func comparator(for indicator: Indicator, latest: Observation) -> Cell {
        let figures = (index.series[indicator.id] ?? []).flatMap(\.observations)
        for area in pack.manifest.mainComparatorAreas {
            let summary = ComparatorSummary(of: area, from: figures, for: indicator, at: latest.period)
            guard let label = summary.label else { continue }
            var text = "\(summary.title): \(label)"
            if let members = summary.members, let known = summary.membersWithValue {
                text += ", \(summary.statistic.label) of \(known) of \(members)"
            }
            if let period = summary.comparatorPeriod, summary.isOfAnotherPeriod {
                text += " (\(period.labelWithinSentence))"
            }
            let difference = ComparatorDifference(of: latest.value, with: summary, for: indicator)
            if let verdict = difference?.verdict, verdict != .notJudged { text += "; \(verdict.rawValue)" }
            return .text(text)
        }
        return .empty
    }

    // MARK: As printed

    private func row(for line: DashboardLine) -> DashboardRow {
        let indicator = line.indicators.count == 1 ? index.indicators[line.indicators[0]] : nil
        let old = line.previous?.figure.number
        let new = line.latest?.figure.number
        let target = line.latest?.period.flatMap { indicator?.target(on: $0.lastDay) } ?? indicator?.targets.last
        return DashboardRow(
            reference: line.planReferences.map(\.text).joined(separator: "; "), section: line.section,
            measure: line.fullMeasure, periods: periods(of: line),
            previous: printedCell(line.previous?.figure),
            latest: latestCell(of: line),
            change: printedChange(line.change, indicator, from: old, to: new, target),
            sinceBaseline: printedChange(
                line.sinceBaseline, indicator, from: line.sinceBaseline?.text.flatMap(PrintedNumber.value), to: new,
                target),
            target: line.target, printedRating: line.rating,
            rating: new.flatMap { number in target.map { Rating(of: number, against: $0) } }, isTranscribed: true)
    }

    private func periods(of line: DashboardLine) -> String? {
        let labels = [line.previous, line.latest].compactMap { $0?.period?.label ?? $0?.label }
        return labels.isEmpty ? nil : labels.joined(separator: " and ")
    }

    /// The latest position; or the several shares, or the words, that stand in its place.
    private func latestCell(of line: DashboardLine) -> Cell {
        if !line.shares.isEmpty { return .text(shares(of: line)) }
        return line.latest.map { printedCell($0.figure) } ?? .text(line.availability)
    }

    private func shares(of line: DashboardLine) -> String {
        line.shares.map { share in "\(share.label?.capitalisedFirst ?? "Unlabelled"): \(share.figure.text)" }
            .joined(separator: "\n")
    }

    /// A printed figure as a number that shows the same digits, or as its own words.
    private func printedCell(_ figure: PrintedFigure?) -> Cell {
        guard let figure else { return .empty }
        return PrintedNumber.cell(figure.text) ?? .text(figure.text)
    }

    /// What was printed, with words for the direction between the two positions.
    ///
    /// Arrows of the source that contradict the positions stay visible through the printed text.
    private func printedChange(
        _ printed: PrintedChange?, _ indicator: Indicator?, from old: Double?, to new: Double?, _ target: Target?
    ) -> Cell {
        var parts: [String] = []
        if let indicator, let old, let new {
            parts.append(DirectionOfTravel(from: old, to: new, of: indicator, target: target).label)
        } else if let arrow = printed?.arrow, arrow != .unreadable {
            parts.append("Arrow printed: \(arrow.rawValue)")
        }
        if let text = printed?.text { parts.append("printed \(text)") }
        return .text(parts.joined(separator: "; "))
    }
}

extension PrintedNumber {
    /// A cell that shows exactly the printed digits, for a plain number or percentage; `nil` for anything else.
    static func cell(_ text: String) -> Cell? {
        let isPercentage = text.hasSuffix("%")
        let digits = isPercentage ? text.dropLast() : text[...]
        guard let first = digits.first, first.isASCII, first.isNumber,
            digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(digits)
        else { return nil }
        let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        guard DecimalText.plain(value, decimals: decimals) == digits else { return nil }
        return Cell(isPercentage ? .percentage(value, decimals: decimals) : .number(value, decimals: decimals))
    }
}
