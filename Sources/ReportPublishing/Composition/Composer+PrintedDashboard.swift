import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension Composing {
    /// A line of a printed dashboard.
    func row(for line: DashboardLine) -> DashboardRow {
        let indicator = line.indicators.count == 1 ? index.indicators[line.indicators[0]] : nil
        let old = line.previous?.figure.number
        let new = line.latest?.figure.number
        let target = line.latest?.period.flatMap { indicator?.target(on: $0.lastDay) } ?? indicator?.targets.last
        return DashboardRow(
            indicator: indicator?.id, number: indicator.flatMap { index.number(of: $0.id) },
            reference: line.planReferences.map(\.text).joined(separator: "; "),
            section: line.section, measure: line.fullMeasure, periods: periods(of: line),
            previous: printedCell(line.previous?.figure), latest: latestCell(of: line), target: line.target,
            distance: distance(of: line, indicator, from: target), printedRating: line.rating,
            rating: new.flatMap { number in target.map { Rating(of: number, against: $0) } },
            change: printedChange(
                line.change, indicator, from: old, to: new, target,
                clarity(of: line, indicator, since: line.previous?.period)),
            sinceBaseline: printedChange(
                line.sinceBaseline, indicator, from: line.sinceBaseline?.text.flatMap(PrintedNumber.value), to: new,
                target, clarity(of: line, indicator, since: pack.manifest.baseline?.period)),
            hasPoints: target != nil && indicator?.unit == .percent, isTranscribed: true)
    }

    /// Whether a printed move is more than ups and downs, where the pack holds the figures of both periods.
    private func clarity(
        of line: DashboardLine, _ indicator: Indicator?, since earlier: ReportingPeriod?
    ) -> DirectionOfTravel.Clarity {
        guard let indicator, let earlier, let latest = line.latest?.period, let position = positions[indicator.id],
            let before = position.series.figure(for: earlier), let after = position.series.figure(for: latest)
        else { return .untested }
        return position.rule.clarity(from: before, to: after)
    }

    /// The distance of the printed position from the target, with the decimals that the two have.
    private func distance(of line: DashboardLine, _ indicator: Indicator?, from target: Target?) -> TargetDistance? {
        guard let number = line.latest?.figure.number, let indicator, let target else { return nil }
        let size = DecimalText.withoutNoise(target.requirement.signedDistance(of: number))
        return TargetDistance(
            from: target.requirement, to: number, in: indicator.unit, decimals: PrintedPrecision.decimals(of: size))
    }

    private func periods(of line: DashboardLine) -> String? {
        let labels = [line.previous, line.latest].compactMap { $0?.period?.label ?? $0?.label }
        return labels.isEmpty ? nil : labels.joined(separator: " and ")
    }

    /// The latest position; or the several shares, or the words, in its place.
    private func latestCell(of line: DashboardLine) -> Cell {
        if !line.shares.isEmpty { return .text(shares(of: line)) }
        return line.latest.map { printedCell($0.figure) } ?? .text(line.availability)
    }

    private func shares(of line: DashboardLine) -> String {
        line.shares.map { share in
            "\(share.label?.capitalisedFirst ?? DashboardWording.unlabelled): \(share.figure.text)"
        }
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
        _ printed: PrintedChange?, _ indicator: Indicator?, from old: Double?, to new: Double?, _ target: Target?,
        _ clarity: DirectionOfTravel.Clarity
    ) -> Cell {
        var parts: [String] = []
        if let indicator, let old, let new {
            parts.append(DirectionOfTravel(from: old, to: new, of: indicator, target: target, clarity: clarity).label)
        } else if let arrow = printed?.arrow, arrow != .unreadable {
            parts.append(DashboardWording.arrow(arrow.rawValue))
        }
        if let text = printed?.text { parts.append(DashboardWording.printed(text)) }
        return .text(parts.joined(separator: "; "))
    }
}

extension PrintedNumber {
    /// A cell that shows exactly the printed digits, for a plain number or percentage; `nil` for anything else.
    static func cell(_ text: String) -> Cell? {
        guard let number = NumberReader.leading(in: text) else { return nil }
        let (value, decimals, isPercentage) = (number.value, number.decimals, number.kind == .percent)
        guard DecimalText.plain(value, decimals: decimals) + (isPercentage ? "%" : "") == text else { return nil }
        return Cell(isPercentage ? .percentage(value, decimals: decimals) : .number(value, decimals: decimals))
    }
}
