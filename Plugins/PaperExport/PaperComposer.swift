import FamilyServicesKit
import ChartSVG

/// Puts a publication into the order of a committee paper.
///
/// Front matter and recommendations come first, as on the first page of every council's paper; then the key facts, the report in
/// the council's own sections, and the sections of the members' edition with their tables and charts. Then comes what goes with the
/// paper. Wide tables are last, on pages on their side, so that the page turns once and leaves no page before it nearly empty. The
/// annex stays in the workbook.
struct PaperComposer {
    /// So many charts of a section are printed; they come with the most important first.
    private static let mostCharts = 6
    /// The parts of a publication that the paper has from the report itself.
    private static let ownParts: Set<SectionID> = ["committee-recommendations", "report", "enclosures"]

    private let publication: Publication
    private let context: ExportContext
    private var blocks: [Paper.Block] = []
    private var pictures: [Paper.Picture] = []
    private var tables = 0

    /// Composes a paper.
    ///
    /// - Throws: ``PaperExportError`` where a table is not as tables have to be, or `ExportCancelled`.
    static func paper(of publication: Publication, context: ExportContext) throws -> Paper {
        var composer = PaperComposer(publication, context)
        try composer.compose()
        return Paper(
            title: publication.metadata.title, metadata: publication.metadata, blocks: composer.blocks,
            pictures: composer.pictures)
    }

    private init(_ publication: Publication, _ context: ExportContext) {
        self.publication = publication
        self.context = context
    }

    private mutating func compose() throws {
        if publication.metadata.isSynthetic { blocks.append(.notice(PublicationWording.synthetic)) }
        for section in publication.sections where section.role == .cover { try append(section.blocks, below: 1) }
        let reports = publication.pack.reports
        if let first = reports.first { addRecommendations(of: first, below: 0) }
        let printed = publication.sections.filter { !$0.isAnnex && !Self.ownParts.contains($0.id) }
        for section in printed where section.role == .summary { try add(section, titled: keyFactsTitle(section)) }
        let rest = printed.filter { $0.role != .summary }
        let (upright, wide) = (try rest.filter { try !isWide($0) }, try rest.filter(isWide))
        if !wide.isEmpty { blocks.append(.paragraph(PaperWording.atTheEnd(wide.map(\.title)))) }
        for (index, report) in reports.enumerated() { addText(of: report, isFirst: index == 0) }
        for section in upright { try add(section, titled: section.title) }
        for section in publication.sections where section.id == "enclosures" {
            try add(section, titled: PaperWording.appendices)
        }
        addBackgroundPapers(reports)
        blocks.append(.heading(level: 1, PaperWording.aboutThisPaper))
        blocks.append(.paragraph(PaperWording.about(publication.metadata)))
        let before = blocks
        blocks = []
        for section in wide { try add(section, titled: section.title) }
        blocks = before + (blocks.isEmpty ? [] : [.landscape(blocks)])
    }

    /// Whether a section has a table that needs a page on its side.
    private func isWide(_ section: PublicationSection) throws -> Bool {
        try section.blocks.contains { block in
            guard case .table(let table) = block else { return false }
            try check(table)
            return PaperTable(table).isWide
        }
    }

    /// The council's own report may have a summary of that name.
    private func keyFactsTitle(_ section: PublicationSection) -> String {
        let titles = publication.pack.reports.flatMap { $0.sections.map { $0.title.lowercased() } }
        return titles.contains(section.title.lowercased()) ? PaperWording.keyFacts : section.title
    }

    // MARK: The report's own parts

    private mutating func addRecommendations(of report: CommitteeReport, below level: Int) {
        guard !report.recommendations.isEmpty else { return }
        blocks.append(.heading(level: level + 1, PaperWording.recommendations))
        blocks.append(.paragraph(PaperWording.committeeIsAskedTo(report.committee)))
        for item in report.recommendations { blocks.append(.numbered("\(item.number).", item.text)) }
    }

    /// The sections of a report that say something, under their own numbers.
    private mutating func addText(of report: CommitteeReport, isFirst: Bool) {
        let sections = report.sections
        let hasText = sections.contains { !$0.paragraphs.isEmpty }
        guard hasText || !isFirst && !report.recommendations.isEmpty else { return }
        if !isFirst { blocks.append(.heading(level: 1, PaperWording.report(report.title))) }
        addNotice(report.access)
        if !isFirst { addRecommendations(of: report, below: 1) }
        // The sections in which others lie, which is known only when one of those says something.
        var waiting: [ReportSection] = []
        var said: [Int] = []
        for section in sections {
            waiting.removeAll { $0.level >= section.level }
            said.removeAll { $0 >= section.level }
            waiting.append(section)
            guard !section.paragraphs.isEmpty else { continue }
            for heading in waiting where !said.contains(heading.level) {
                said.append(heading.level)
                let words = [heading.number, heading.title].filter { !$0.isEmpty }.joined(separator: " ")
                blocks.append(.heading(level: min(said.count + (isFirst ? 0 : 1), 6), words))
                addNotice(heading.access)
            }
            for paragraph in section.paragraphs {
                blocks.append(paragraph.number.map { .numbered($0, paragraph.text) } ?? .paragraph(paragraph.text))
            }
        }
    }

    private mutating func addNotice(_ access: Access) {
        let paragraphs = access.exemptParagraphs.sorted().map { String($0.rawValue) }
        guard !paragraphs.isEmpty else { return }
        let words = ReportWording.notForPublication(paragraphs, access.publicInterestReason.map { [$0] } ?? [])
        blocks.append(.notice(String(words.drop { $0 == " " })))
    }

    private mutating func addBackgroundPapers(_ reports: [CommitteeReport]) {
        let papers = reports.flatMap(\.backgroundPapers)
        guard !papers.isEmpty else { return }
        blocks.append(.heading(level: 1, PaperWording.backgroundPapers))
        blocks.append(
            .list(papers.map { paper in [paper.title, paper.date?.label].compactMap { $0 }.joined(separator: ", ") }))
    }

    // MARK: Sections of the publication

    private mutating func add(_ section: PublicationSection, titled title: String) throws {
        try context.checkCancellation()
        blocks.append(.heading(level: 1, title))
        if !HTMLText.isBlank(section.summary) { blocks.append(.paragraph(section.summary)) }
        try append(section.blocks, below: 1)
    }

    private mutating func append(_ content: [Block], below level: Int) throws {
        let charts = content.count { if case .chart = $0 { true } else { false } }
        var drawn = 0
        var levels: [Int] = []
        // A heading that nothing follows, because its chart is left out, is left out with it.
        var headings: [Paper.Block] = []
        for block in content {
            if case .heading(let wanted, let text) = block {
                guard !HTMLText.isBlank(text) else { continue }
                while let last = levels.last, last >= wanted { levels.removeLast() }
                levels.append(wanted)
                if drawn < Self.mostCharts || charts <= Self.mostCharts {
                    let depth = min(level + levels.count, 6)
                    headings.removeAll { if case .heading(let other, _) = $0 { other >= depth } else { false } }
                    headings.append(.heading(level: depth, text))
                }
                continue
            }
            if charts > Self.mostCharts, drawn >= Self.mostCharts {
                if case .table(let table) = block { try add(table) }
                continue
            }
            blocks += headings
            headings = []
            switch block {
            case .heading: break
            case .paragraph(let text): if !HTMLText.isBlank(text) { blocks.append(.paragraph(text)) }
            case .list(let items):
                let words = items.map(\.text).filter { !HTMLText.isBlank($0) }
                if !words.isEmpty { blocks.append(.list(words)) }
            case .facts(let facts): if !facts.isEmpty { blocks.append(.facts(facts)) }
            case .table(let table): try add(table)
            case .chart(let chart):
                add(chart)
                drawn += 1
            }
        }
        if charts > Self.mostCharts { blocks.append(.paragraph(PaperWording.chartsLeftOut(charts - drawn))) }
    }

    private mutating func add(_ table: Table) throws {
        try check(table)
        guard !table.rows.isEmpty else {
            blocks.append(.paragraph(PublicationWording.nothing(under: table.title)))
            return
        }
        tables += 1
        let paper = PaperTable(table)
        blocks.append(.table(paper.titled(PaperWording.table(tables, table.title))))
        blocks += paper.key.map { .paragraph($0) }
    }

    private mutating func add(_ chart: Chart) {
        // What is said between a heading and its chart stays with the chart.
        if case .paragraph(let words)? = blocks.last { blocks[blocks.count - 1] = .lead(words) }
        let isAnnounced = blocks.suffix(2).contains { if case .heading(_, chart.title) = $0 { true } else { false } }
        guard let drawing = ChartPicture(of: chart) else {
            blocks.append(.paragraph(chart.alternativeText))
            return
        }
        let number = pictures.count + 1
        pictures.append(
            Paper.Picture(
                file: "chart-\(number).svg", drawing: drawing,
                title: isAnnounced ? nil : PaperWording.chart(number, chart.title),
                alternativeText: chart.alternativeText))
        blocks.append(.picture(number - 1))
    }

    private func check(_ table: Table) throws(PaperExportError) {
        guard !table.columns.isEmpty, table.rows.allSatisfy({ $0.count == table.columns.count }) else {
            throw PaperExportError(
                .raggedTable,
                "The table “\(table.title)” has no column, or a row with more or fewer cells than columns; make them equal."
            )
        }
        for (row, cells) in table.rows.enumerated() {
            for (cell, column) in zip(cells, table.columns) {
                switch cell.value {
                case .number(let value, _), .percentage(let value, _):
                    guard !value.isFinite else { continue }
                    throw PaperExportError(
                        .nonFiniteNumber,
                        "The number in row \(row + 1), column “\(column.title)” of the table “\(table.title)” is not finite; "
                            + "give a missing value with its reason instead.")
                case .text, .date, .missing, .empty: continue
                }
            }
        }
    }
}
