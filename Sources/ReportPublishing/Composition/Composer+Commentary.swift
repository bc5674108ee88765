import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What those who answer for the measures say.
struct CommentarySection: StandardSection {
    static let id: SectionID = "commentary"
    let composer: Composer

    /// What those who answer for the measures say about them, the latest remarks of each measure first.
    func compose() -> PublicationSection? {
        typealias Row = (indicator: Indicator, remark: Commentary, isFirst: Bool)
        let rows: [Row] = pack.indicators.flatMap { indicator in
            indicator.commentary.enumerated().filter { entry in
                // A report on an earlier period does not know what was said later.
                entry.element.period.map { $0.firstDay <= pack.manifest.period.lastDay } ?? true
            }.sorted { left, right in
                switch (left.element.period, right.element.period) {
                case (let first?, let second?):
                    first != second ? ReportingPeriod.listingOrder(second, first) : left.offset < right.offset
                case (nil, nil): left.offset < right.offset
                case (let first, _): first != nil
                }
            }.enumerated().map { (indicator, $0.element.element, $0.offset == 0) }
        }
        return section(
            DashboardWording.commentaryTitle, short: DashboardWording.commentaryShortTitle,
            withNote(on: rows.map(\.remark.text), DashboardWording.commentaryLead), exempt: rows.map(\.remark.access),
            TableSketch<Row>(
                name: "Commentary", title: DashboardWording.commentaryTitle,
                columns: [
                    .init(Heading.measure, width: 38) { $0.indicator.fullTitle },
                    .init(Heading.period, width: 18) { $0.remark.period?.label },
                    .init(Heading.remark, width: 84) { $0.remark.text },
                    .init(Heading.by, width: 24) { index.role($0.remark.author) },
                    .init(Heading.written, width: 20) { row in
                        let newer = newerFigure(than: row.remark, on: row.indicator, isFirst: row.isFirst)
                        let words = [
                            row.remark.date?.label, newer.map { DashboardWording.older($0.labelWithinSentence) },
                        ]
                        return .text(
                            CellText.lines(words.compactMap { $0 }), tone: newer == nil ? nil : .caution)
                    },
                ], isFitted: true
            ).block(of: rows, on: page))
    }

    /// The period of the figure that a remark is older than: its own, where it was made before that period ended; or the latest of
    /// the measure, where the latest remark on it is about an earlier one.
    private func newerFigure(
        than remark: Commentary, on indicator: Indicator, isFirst: Bool
    ) -> ReportingPeriod? {
        let report = pack.manifest.period
        let series = composer.mainSeries(
            of: indicator.id, area: pack.manifest.area, like: remark.period ?? report)
        guard let latest = series?.latest(asOf: report.lastDay)?.period else { return nil }
        let own = remark.period ?? latest
        if let date = remark.date, date.lastDay < own.lastDay { return own }
        return isFirst && own.kind == latest.kind && own.lastDay < latest.lastDay ? latest : nil
    }
}
