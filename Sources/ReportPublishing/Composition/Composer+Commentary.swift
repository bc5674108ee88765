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
        typealias Row = (indicator: Indicator, remark: Commentary)
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
            }.map { (indicator, $0.element) }
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
                ]
            ).block(of: rows, on: page))
    }
}
