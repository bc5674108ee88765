import FamilyServicesKit

/// Divides what does not fit on one sheet, or does not belong on one.
enum SheetDivision {
    /// A section as it is, or its charts apart from its tables: a reader who walks through a sheet cell by cell must not be
    /// led around a chart.
    static func sections(of section: PublicationSection, taken: inout Set<SectionID>) -> [PublicationSection] {
        let hasCharts = section.blocks.contains { if case .chart = $0 { true } else { false } }
        let hasTables = section.blocks.contains { block in
            switch block {
            case .table, .facts: true
            case .heading, .paragraph, .list, .chart: false
            }
        }
        guard hasCharts, hasTables else { return [section] }
        let title = section.title + ": charts"
        let id = PublicationSection.freshID("\(section.id)-charts", taken: &taken)
        var charts: [Block] = []
        let rest: [Block] = section.blocks.flatMap { block in
            guard case .chart(let chart) = block else { return [block] }
            charts.append(block)
            return [
                .paragraph(SheetWording.chartElsewhere(chart.title)),
                .list([ListItem(title, link: SectionLink(section: id))]),
            ]
        }
        return [
            section.with(blocks: rest),
            section.with(blocks: charts, id: id, title: title, shortTitle: section.shortTitle + " charts"),
        ]
    }

    /// A section in parts with so many rows of content at most.
    static func parts(of section: PublicationSection, limit: Int, taken: inout Set<SectionID>) -> [SheetSource] {
        guard section.blocks.reduce(0, { $0 + rows(of: $1) }) > limit else { return [SheetSource(section)] }
        var parts: [[Block]] = [[]]
        var left = limit
        for block in section.blocks {
            var rest = block
            while rows(of: rest) > left {
                if let (head, tail) = divided(rest, rows: left) {
                    parts[parts.count - 1].append(head)
                    rest = tail
                } else if left == limit {
                    // It cannot be made smaller; its sheet has it to itself.
                    break
                }
                parts.append([])
                left = limit
            }
            parts[parts.count - 1].append(rest)
            left = max(left - rows(of: rest), 0)
        }
        return parts.enumerated().map { index, blocks in
            let number = index + 1
            var source = SheetSource(
                section.with(
                    blocks: blocks,
                    id: index == 0 ? nil : PublicationSection.freshID("\(section.id)-part-\(number)", taken: &taken),
                    title: "\(section.title) (part \(number) of \(parts.count))",
                    shortTitle: index == 0 ? nil : "\(section.shortTitle) (\(number))"))
            source.part = SheetSource.Part(number: number, count: parts.count)
            source.origin = section.id
            return source
        }
    }

    /// How many rows a block takes at most: a table has a heading, a header and a row of distance, and a text is written on
    /// several rows where it is long.
    private static func rows(of block: Block) -> Int {
        switch block {
        case .table(let table): table.rows.count + 3
        case .facts(let facts): facts.count + 2
        case .list(let items): items.reduce(0) { $0 + rows(of: $1.text) }
        case .paragraph(let text), .heading(_, let text): rows(of: text)
        case .chart: 8
        }
    }

    private static func rows(of text: String) -> Int {
        guard text.utf8.count > 40 else { return 1 }
        return 1 + text.utf8.count / 40 + text.utf8.count { $0 == 0x0A }
    }

    /// A table, list or list of facts as two of them, the first with so many rows at most.
    private static func divided(_ block: Block, rows: Int) -> (Block, Block)? {
        switch block {
        case .table(let table):
            let count = min(rows - 3, table.rows.count - 1)
            guard count > 0 else { return nil }
            func part(_ range: Range<Int>) -> Block {
                .table(
                    Table(
                        name: table.name, title: table.title, columns: table.columns, rows: Array(table.rows[range]),
                        anchors: table.anchors.isEmpty ? [] : range.map(table.anchor)))
            }
            return (part(0..<count), part(count..<table.rows.count))
        case .facts(let facts):
            let count = min(rows - 2, facts.count - 1)
            guard count > 0 else { return nil }
            return (.facts(Array(facts[..<count])), .facts(Array(facts[count...])))
        case .list(let items):
            var (count, left) = (0, rows)
            while count < items.count - 1, Self.rows(of: items[count].text) <= left {
                left -= Self.rows(of: items[count].text)
                count += 1
            }
            guard count > 0 else { return nil }
            return (.list(Array(items[..<count])), .list(Array(items[count...])))
        case .heading, .paragraph, .chart:
            return nil
        }
    }
}
