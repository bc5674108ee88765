import FamilyServicesKit

/// A section with the table, beside the few sheets that every report has.
private struct Figures: SectionComposer {
    let id: SectionID = "figures"
    let rows: [[Cell]]

    func compose(_ context: SectionContext) -> PublicationSection? {
        let columns = (1...12).map { TableColumn("Column \($0)", alignment: $0 > 5 ? .trailing : .leading) }
        return context.section(
            id, title: "Figures", summary: "Figures to measure with.", access: [],
            blocks: [.table(Table(name: "Figures", title: "Figures", columns: columns, rows: rows))])
    }
}

/// A report with a table of twelve columns: five of words, seven of numbers and days.
func table(rows count: Int) throws -> Publication {
    var options = PublicationOptions()
    try options.sections.insert(Figures(rows: try cells(count)), after: "dashboard")
    let pack = ReportPack(
        manifest: .init(
            title: "Figures", organisation: "Exampleton Council", area: "exampleton",
            period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"), isSynthetic: true,
            areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]))
    return try pack.publish(for: .officers, options: options)
}

/// The same cells as the program in C makes.
private func cells(_ count: Int) throws -> [[Cell]] {
    var state: UInt64 = 4
    func random(below bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
    }
    let texts = (0..<2_000).map { "Text number " + String("0000000\($0 * 37 % 2_000)".suffix(8)) }
    // The fortieth thousandth day of Excel.
    let first = try CalendarDate(iso: "2009-07-06")
    return (0..<count).map { _ in
        var row = (0..<5).map { _ in Cell(.text(texts[Int(random(below: 2_000))])) }
        for (bound, divisor, decimals) in [(100_000, 1.0, 0), (100_000, 1, 0), (10_000, 10, 1), (10_000, 100, 2)] {
            row.append(Cell(.number(Double(random(below: UInt64(bound))) / divisor, decimals: decimals)))
        }
        for _ in 0..<2 {
            row.append(Cell(.number(Double(random(below: 1 << 30)) / 1_073_741_824 * 1_000, decimals: 15)))
        }
        row.append(Cell(first.adding(days: Int(random(below: 4_000))).map { .date($0) } ?? .empty))
        return row
    }
}
