import ReportVocabulary

/// A section of a list, and what a program makes of it.
struct RevisedSection: SectionComposer {
    let base: any SectionComposer
    let change: @Sendable (PublicationSection, SectionContext) -> PublicationSection?

    var id: SectionID { base.id }

    func compose(_ context: SectionContext) -> PublicationSection? {
        base.compose(context).flatMap { change($0, context) }
    }
}

extension SectionList {
    /// Changes what a section says: its words, its blocks or its place among pages.
    ///
    /// The section that comes of it is checked like one of your own.
    ///
    /// ```swift
    /// try options.sections.revise("summary") { section, _ in
    ///     section.replacing("What we are worried about", with: "What worries us")
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - id: The section.
    ///   - change: Given the section as it was composed and what the audience may see, returns what takes its place; `nil` leaves
    ///     it out this time.
    /// - Throws: ``SectionListError`` where the list has no such section, or where it is the release note, which says what a
    ///   version withholds.
    public mutating func revise(
        _ id: SectionID, _ change: @escaping @Sendable (PublicationSection, SectionContext) -> PublicationSection?
    ) throws(SectionListError) {
        guard id != ReleaseNoteSection.id else { throw SectionListError(section: id, problem: .required, known: ids) }
        guard let section = sections.first(where: { $0.id == id }) else {
            throw SectionListError(section: id, problem: .unknown, known: ids)
        }
        replace(id, with: RevisedSection(base: section, change: change))
    }
}

extension PublicationSection {
    /// The section with another title, summary or blocks.
    ///
    /// - Parameters:
    ///   - title: The heading; by default as it is.
    ///   - shortTitle: The name for places with little room; by default as it is.
    ///   - isAnnex: Whether the section is printed only where all is to be; by default as it is.
    ///   - summary: What the section holds; by default as it is.
    ///   - blocks: The content; by default as it is.
    /// - Returns: The section.
    public func changing(
        title: String? = nil, shortTitle: String? = nil, isAnnex: Bool? = nil, summary: String? = nil,
        blocks: [Block]? = nil
    ) -> PublicationSection {
        PublicationSection(
            id: id, title: title ?? self.title, shortTitle: shortTitle ?? self.shortTitle, role: role,
            isAnnex: isAnnex ?? self.isAnnex, summary: summary ?? self.summary, blocks: blocks ?? self.blocks)
    }

    /// The section with other words wherever some words are: in its titles, sentences, lists, facts and cells.
    ///
    /// - Parameters:
    ///   - words: The words, exactly as they are.
    ///   - others: What takes their place.
    /// - Returns: The section.
    public func replacing(_ words: String, with others: String) -> PublicationSection {
        guard !words.isEmpty else { return self }
        func text(_ text: String) -> String { text.replacing(words, with: others) }
        func cell(_ cell: Cell) -> Cell {
            guard case .text(let words) = cell.value else { return cell }
            return Cell(
                .text(text(words)), tone: cell.tone, link: cell.link, trend: cell.trend, isHeading: cell.isHeading)
        }
        return changing(
            title: text(title), shortTitle: text(shortTitle), summary: text(summary),
            blocks: blocks.map { block in
                switch block {
                case .heading(let level, let words): .heading(level: level, text: text(words))
                case .paragraph(let words): .paragraph(text(words))
                case .list(let items): .list(items.map { ListItem(text($0.text), link: $0.link) })
                case .facts(let facts): .facts(facts.map { Fact(text($0.label), text($0.value)) })
                case .table(let table):
                    .table(
                        Table(
                            name: table.name, title: text(table.title),
                            columns: table.columns.map {
                                TableColumn(
                                    text($0.title), alignment: $0.alignment, width: $0.width, editing: $0.editing)
                            }, rows: table.rows.map { $0.map(cell) }, anchors: table.anchors))
                case .chart(let chart):
                    .chart(
                        Chart(
                            name: chart.name, title: text(chart.title), alternativeText: text(chart.alternativeText),
                            form: chart.form, labelTitle: text(chart.labelTitle), valueTitle: text(chart.valueTitle),
                            isPercentage: chart.isPercentage, decimals: chart.decimals, labels: chart.labels,
                            series: chart.series))
                }
            })
    }
}
