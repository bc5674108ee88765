import FamilyServicesKit

/// Columns that more than one type of record has.
extension LineSketch {
    static func period(_ period: @escaping (Record) -> ReportingPeriod?) -> [Column] {
        [
            Column("period") { .text(period($0)?.code) },
            Column("period_kind") { .text(period($0)?.kind.rawValue) },
            Column("first_day") { .date(period($0)?.firstDay) },
            Column("last_day") { .date(period($0)?.lastDay) },
        ]
    }

    static func area(_ index: PackIndex, _ area: @escaping (Record) -> Area.ID?) -> [Column] {
        [
            Column("area") { .text(area($0)?.text) },
            Column("area_title") { row in .text(area(row).flatMap { index.areas[$0]?.title }) },
        ]
    }

    /// A date of which only the month or year may be known: the day that counts, and what is known.
    static func date(
        _ name: String, isStart: Bool = false, _ date: @escaping (Record) -> PartialDate?
    ) -> [Column] {
        [
            Column("\(name)_day") { row in .date(isStart ? date(row)?.firstDay : date(row)?.lastDay) },
            Column("\(name)_precision") { row in
                .text(date(row).map { $0.day != nil ? "day" : $0.month != nil ? "month" : "year" })
            },
        ]
    }

    /// How a figure moved since an earlier one.
    static func travel(_ name: String, _ travel: @escaping (Record) -> Assessment.TravelResult?) -> [Column] {
        [
            Column("\(name)_period") { .text(travel($0)?.since?.code) },
            Column("\(name)_value") { .number(travel($0)?.earlier) },
            Column("\(name)_change") { .number(travel($0)?.change) },
            Column("\(name)_movement") { .text(travel($0)?.movement?.rawValue) },
            Column("\(name)_meaning") { .text(travel($0)?.meaning?.rawValue) },
        ]
    }

    /// Where a record comes from, and who may see it.
    static func provenance(
        source: @escaping (Record) -> SourceReference?, access: @escaping (Record) -> Access
    ) -> [Column] {
        [
            Column("source") { .text(source($0)?.document.text) },
            Column("source_place") { .text(source($0)?.place) },
            Column("exempt_paragraphs") { .list(access($0).exemptParagraphs.sorted().map(\.rawValue)) },
            Column("agreements") { .list(access($0).agreements.sorted()) },
        ]
    }
}
