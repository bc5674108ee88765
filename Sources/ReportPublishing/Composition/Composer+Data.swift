import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Figures and statements that contradict one another.
struct ChecksSection: StandardSection {
    static let id: SectionID = "checks"
    let composer: Composer

    func compose() -> PublicationSection? {
        let rows = pack.checks.filter { $0.outcome == .differs }.enumerated().sorted { left, right in
            let (first, second) = (left.element.severity ?? .low, right.element.severity ?? .low)
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
        let agreeing = pack.checks.count - rows.count
        return section(
            ReferenceWording.checksTitle, ReferenceWording.checksLead(agreeing: agreeing),
            exempt: rows.map(\.access),
            TableSketch<FigureCheck>(
                name: "Data_quality", title: ReferenceWording.checksTitle,
                columns: [
                    .init(Heading.howSerious, width: 9) { row in
                        row.severity.map { severity in
                            .text(
                                severity.rawValue.capitalisedFirst,
                                tone: severity == .high ? .negative : severity == .medium ? .caution : .neutral)
                        } ?? .empty
                    },
                    .init(Heading.whatWasChecked, width: 44) { $0.statement },
                    .init(Heading.where, width: 22) { $0.source?.place },
                    .init(Heading.printed, width: 18) { $0.printed },
                    .init(Heading.workedOut, width: 18) { $0.recomputed },
                    .init(Heading.how, width: 24) { $0.method?.capitalisedFirst },
                    .init(Heading.likelyCause, width: 28) { $0.likelyCause?.capitalisedFirst },
                ]
            ).block(of: rows, on: page))
    }
}

/// Every figure of the version.
struct DataSection: StandardSection {
    static let id: SectionID = "data"
    static let role = SectionRole.data
    let composer: Composer

    func compose() -> PublicationSection? {
        guard composer.options.includesDataSection else { return nil }
        let areas = Set(pack.observations.map(\.area))
        // One area for all figures is said once.
        let area = areas.count == 1 ? areas.first.map { index.areas[$0]?.title ?? $0.text } : nil
        return section(
            ReferenceWording.dataTitle, short: ReferenceWording.dataShortTitle, ReferenceWording.dataLead(area: area),
            exempt: pack.observations.map(\.access),
            TableSketch<Observation>(
                name: "Data", title: "Data",
                columns: [
                    .init(Heading.measure, width: 30) {
                        index.indicators[$0.indicator]?.fullTitle ?? $0.indicator.text
                    },
                    .init(Heading.period, width: 15) { $0.period.label },
                    .init(number: Heading.endsOn, width: 11) { .date($0.period.lastDay) },
                    .init(Heading.area, width: 15) { row in
                        area == nil ? index.areas[row.area]?.title ?? row.area.text : nil
                    },
                    .init(Heading.category, width: 14) { row in
                        row.category.map { index.category($0, of: row.indicator)?.title ?? $0.text }
                    },
                    .init(number: Heading.value, width: 9) { row in
                        value(row)
                    },
                    .init(Heading.unit, width: 10) { row in index.indicators[row.indicator]?.unit.label.capitalisedFirst
                    },
                    .init(number: Heading.numerator, width: 10) { row in
                        guard case .fraction(let numerator, _) = row.value else { return .empty }
                        return plain(numerator)
                    },
                    .init(number: Heading.outOf, width: 8) { row in
                        switch row.value {
                        case .fraction(_, let denominator): plain(denominator)
                        case .value(_, let base): base.map(plain) ?? .empty
                        case .missing: .empty
                        }
                    },
                    .init(Heading.asPrintedWhereDifferent, width: 12) { row in
                        row.printed.flatMap { isShown($0, by: row) ? nil : $0.text }
                    },
                    .init(Heading.note, width: 17) { row in
                        let exactness = row.qualifier == .exact ? nil : row.qualifier.rawValue.replacingHyphens
                        return [exactness, row.note].compactMap { $0 }.joined(separator: "; ").capitalisedFirst
                    },
                    .init(Heading.identifier, width: 18) { identifier(of: $0) },
                ]
            ).block(of: pack.observations, on: page))
    }

    /// The value as the column of units has it: 69 where the unit is per cent.
    private func value(_ row: Observation) -> Cell {
        guard let indicator = index.indicators[row.indicator] else { return .empty }
        let cell = figure(row, of: indicator, isQualified: false)
        guard case .percentage(let value, let decimals) = cell.value else { return cell }
        return Cell(.number(value, decimals: decimals))
    }

    /// The name by which claims and programs refer to a figure.
    private func identifier(of row: Observation) -> String {
        FigureReference.figure(
            row.indicator, row.period, area: row.area == index.ownArea ? nil : row.area, category: row.category
        ).description
    }

    /// Whether the value of a figure shows the digits that were printed.
    private func isShown(_ printed: PrintedFigure, by observation: Observation) -> Bool {
        guard let indicator = index.indicators[observation.indicator] else { return false }
        let value = figure(observation, of: indicator, isQualified: false).value
        switch (value, PrintedNumber.cell(printed.text)?.value) {
        case (.number(let number, let decimals), .number(let other, let otherDecimals)),
            (.percentage(let number, let decimals), .percentage(let other, let otherDecimals)):
            return decimals == otherDecimals
                && DecimalText.plain(number, decimals: decimals) == DecimalText.plain(other, decimals: decimals)
        default: return false
        }
    }

    private func plain(_ number: Double) -> Cell {
        number.isFinite ? Cell(.number(number, decimals: number == number.rounded() ? 0 : 2)) : .empty
    }
}
