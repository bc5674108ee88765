import FamilyServicesKit
@testable import XLSXExport

/// What a workbook has to say of a publication, for a reader in another language.
///
/// Texts are as the publication has them; what a workbook cannot hold of them is the reader's to know.
struct ExpectedBook: Encodable {
    /// What a cell holds.
    enum Content: Encodable {
        case nothing
        case text(String)
        case number(Double)
        case date(String)

        init(_ value: Cell.Value) {
            switch value {
            case .empty: self = .nothing
            case .text(let text): self = text.isEmpty ? .nothing : .text(text)
            case .missing(let reason): self = .text(reason.shorthand)
            case .number(let number, let decimals):
                self = Content(number) { DecimalText.plain($0, decimals: min(max(decimals, 0), 15)) }
            case .percentage(let number, let decimals):
                self = Content(number, divisor: 100) {
                    DecimalText.plain($0, decimals: min(max(decimals, 0), 13)) + "e-2"
                }
            case .date(let date):
                // The last days that Excel counts wrongly or not at all.
                if date.description < "1900-03-01" {
                    self = .text("\(date.day) \(CalendarDate.monthNames[date.month - 1].prefix(3)) \(date.year)")
                } else {
                    self = .date(date.description)
                }
            }
        }

        private init(_ number: Double, divisor: Double = 1, _ digits: (Double) -> String) {
            if !number.isFinite {
                self = .text("[z]")
            } else if number.magnitude / divisor > 9.99999999999999e307 {
                self = .text("\(number)")
            } else {
                self = .number(Double(digits(number)) ?? .nan)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            switch self {
            case .nothing: break
            case .text(let text):
                try container.encode("s")
                try container.encode(text)
            case .number(let number):
                try container.encode("n")
                // With all digits, whatever the encoder would make of them.
                try container.encode("\(number)")
            case .date(let text):
                try container.encode("d")
                try container.encode(text)
            }
        }
    }

    struct Table: Encodable {
        var columns: [String]
        var rows: [[Content]]
    }

    struct Chart: Encodable {
        var title: String
        var labels: [String]
        var series: [String]
        var values: [[Content]]
    }

    /// What stands outside tables.
    var texts: [String] = []
    var tables: [Table] = []
    /// The charts that Excel can draw.
    var charts: [Chart] = []

    init(_ publication: Publication) {
        let sections =
            publication.metadata.purpose == .workingCopy
            ? publication.sections : FrontPage.first(of: publication.sections)
        for section in sections {
            texts += [section.title, section.summary]
            for block in section.blocks { add(block) }
        }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .heading(_, let text), .paragraph(let text): texts.append(text)
        case .list(let items): texts += items.map(\.text)
        case .facts(let facts):
            guard !facts.isEmpty else { return }
            tables.append(
                Table(
                    columns: ["Item", "Detail"],
                    rows: facts.map { [Content(.text($0.label)), Content(.text($0.value))] }))
        case .table(let table):
            texts.append(table.title)
            guard !table.rows.isEmpty else { return }
            tables.append(
                Table(columns: table.columns.map(\.title), rows: table.rows.map { $0.map { Content($0.value) } }))
        case .chart(let chart):
            texts.append(chart.title)
            guard (1...32_000).contains(chart.labels.count), (1...255).contains(chart.series.count) else { return }
            charts.append(Chart(chart))
        }
    }
}

extension ExpectedBook.Chart {
    init(_ chart: Chart) {
        title = chart.title
        labels = chart.labels.map { $0.isEmpty ? "No label" : $0 }
        series = chart.series.map(\.title)
        values = chart.series.map { series in
            chart.labels.indices.map { index in
                guard series.points.indices.contains(index), let value = series.points[index].value, value.isFinite,
                    value.magnitude <= 9.99999999999999e307
                else { return .nothing }
                return .init(
                    chart.isPercentage
                        ? .percentage(value, decimals: chart.decimals) : .number(value, decimals: chart.decimals))
            }
        }
    }
}
