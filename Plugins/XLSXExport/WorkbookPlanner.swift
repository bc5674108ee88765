import FamilyServicesKit

/// Turns a publication into a plan of the workbook.
///
/// Everything that Excel would refuse is found here.
struct WorkbookPlanner {
    let options: XLSXExporter.Options
    var limits = SheetLimits()
    let context: ExportContext

    func plan(_ publication: Publication) throws -> WorkbookPlan {
        guard !publication.sections.isEmpty else {
            throw XLSXExportError(.noSections, "The publication has no section; a workbook needs at least one sheet.")
        }
        let isWorkingCopy = publication.metadata.purpose == .workingCopy
        let sources = SheetSources(
            isWorkingCopy ? publication.sections : FrontPage.first(of: publication.sections), limits: limits)
        let sheets = sources.sheets
        guard sheets.count <= limits.sheets else {
            throw XLSXExportError(
                .tooManySheets,
                "The publication needs \(sheets.count) sheets and a workbook holds \(limits.sheets); split the publication."
            )
        }
        let names = sheetNames(sheets.map(\.section))
        let notesSheet = zip(sheets, names).first { source, _ in source.section.role == .notes }?.1
        var sheetOfSection: [SectionID: String] = [:]
        for (source, name) in zip(sheets, names) { sheetOfSection[source.section.id] = name }
        var styles = SheetStyles(options: options)
        var texts = WorkbookTexts()
        var tableNames: Set<String> = []
        var plans = [SheetPlan?](repeating: nil, count: sheets.count)
        // The figures of charts come first, because a chart needs to know in which rows they are.
        let figureSheets = Set(
            sources.sites.filter { !$0.rows.isEmpty }.map(\.sheet) + (sources.trends.map { [$0.sheet] } ?? []))
        let order = sheets.indices.filter(figureSheets.contains) + sheets.indices.filter { !figureSheets.contains($0) }
        for (done, index) in order.enumerated() {
            try context.checkCancellation()
            let source = sheets[index]
            var surroundings = SheetSurroundings(
                isCover: index == 0, isSynthetic: publication.metadata.isSynthetic,
                isWorkingCopy: isWorkingCopy,
                isMembersEdition: options.edition == .members && !isWorkingCopy, notesSheet: notesSheet,
                longTextsSheet: sources.longTexts.flatMap { sheetOfSection[$0] }, sheetOfSection: sheetOfSection)
            if let trends = sources.trends, let table = plans[trends.sheet]?.tables.first {
                surroundings.trends = trends.places(onSheet: names[trends.sheet], headerRow: table.headerRow)
            }
            if let part = source.part {
                surroundings.part = part
                if part.number > 1 { surroundings.previousPart = names[index - 1] }
                if part.number < part.count { surroundings.nextPart = names[index + 1] }
            }
            let charts = source.charts.map { number in
                let site = sources.sites[number]
                return PlacedChart(
                    chart: sources.charts[number], site: site, sheet: names[site.sheet],
                    table: plans[site.sheet]?.tables.first)
            }
            var planner = SheetPlanner(
                section: source.section, name: names[index], surroundings: surroundings, charts: charts,
                options: options, limits: limits, context: context)
            var sheet = try planner.plan(styles: &styles, texts: &texts, tableNames: &tableNames)
            if options.pageFooters { sheet.footer = footer(publication.metadata.title) }
            plans[index] = sheet
            context.progress?(0.3 * Double(done + 1) / Double(sheets.count))
        }
        return WorkbookPlan(
            properties: properties(publication.metadata, created: context.dayOfCreation(of: publication)),
            styles: styles.book.styles, texts: texts,
            sheets: WorkbookPlan.withLists(
                linked(plans.compactMap { $0 }, origins: sheets.map(\.origin), sheetOfSection: sheetOfSection)),
            normalFont: CellStyle.Font(size: TypeScale.body, colour: options.theme.resolved.text),
            sparklineColour: options.theme.resolved.charts.measure)
    }

    /// The sheets with the links to rows led to their places, now that these are known.
    ///
    /// A link to a row that its section does not have leads to the section.
    private func linked(
        _ sheets: [SheetPlan], origins: [SectionID], sheetOfSection: [SectionID: String]
    ) -> [SheetPlan] {
        var places: [SectionLink: String] = [:]
        for (sheet, origin) in zip(sheets, origins) {
            for (anchor, row) in sheet.anchors {
                places[SectionLink(section: origin, row: anchor)] = TextRules.link(toSheet: sheet.name, row: row + 1)
            }
        }
        return sheets.map { sheet in
            var sheet = sheet
            func place(_ link: CellPlan.Link?) -> CellPlan.Link? {
                guard case .row(let link) = link else { return link }
                return (places[link] ?? sheetOfSection[link.section].map { TextRules.link(toSheet: $0) })
                    .map(CellPlan.Link.place)
            }
            sheet.rows.forEachKept { row in
                for column in row.cells.indices { row.cells[column].link = place(row.cells[column].link) }
            }
            sheet.rows.forEachTable { rows in
                for index in rows.links.indices { rows.links[index].target = place(rows.links[index].target) }
            }
            return sheet
        }
    }

    /// A legal name for each section, different from the others: from its short title, else its title, else its number.
    private func sheetNames(_ sections: [PublicationSection]) -> [String] {
        var taken: Set<String> = []
        return sections.enumerated().map { index, section in
            let name = [section.shortTitle, section.title].map(TextRules.sheetName).first { !$0.isEmpty }
            return TextRules.uniqueSheetName(name ?? "Section \(index + 1)", taken: &taken)
        }
    }

    private func properties(_ metadata: PublicationMetadata, created: CalendarDate) -> DocumentProperties {
        DocumentProperties(
            title: TextRules.property(metadata.title),
            subject: TextRules.property(
                [metadata.committee, metadata.period].compactMap { $0 }.joined(separator: ", ")),
            author: TextRules.property(
                [metadata.author, options.branding.organisation ?? metadata.organisation].compactMap { $0 }.joined(
                    separator: ", ")),
            company: TextRules.property(options.branding.organisation ?? metadata.organisation),
            category: TextRules.property("For \(metadata.audience.label)"),
            keywords: TextRules.property(metadata.keywords.joined(separator: ", ")),
            comments: TextRules.property(
                (metadata.isSynthetic ? "Synthetic data. " : "") + "Made with \(metadata.generator)."),
            language: TextRules.property(metadata.language), created: created)
    }

    /// The footer of printed pages.
    ///
    /// An ampersand begins a code in footers, and is written twice where it is meant. The library takes “&&G” for the code of a
    /// picture all the same, so the size of the letters is repeated between them.
    private func footer(_ title: String) -> String {
        let plain = Array(TextRules.oneLine(title).split(separator: " ").joined(separator: " "))
        var text = ""
        for (index, character) in plain.enumerated() {
            var piece = String(character)
            if character == "&" {
                let beginsCode = index + 1 < plain.count && "G[".contains(plain[index + 1])
                piece = beginsCode ? "&&&10" : "&&"
            }
            if text.utf16.count + piece.utf16.count > 180 { break }
            text += piece
        }
        return "&L&\"Arial,Regular\"&10 \(text)&R&\"Arial,Regular\"&10Page &P of &N"
    }
}
