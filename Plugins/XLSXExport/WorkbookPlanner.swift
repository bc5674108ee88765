import FamilyServicesKit

/// Turns a publication into a plan of the workbook.
///
/// Everything that Excel would refuse is found here.
struct WorkbookPlanner {
    let options: XLSXExporter.Options
    let context: ExportContext

    func plan(_ publication: Publication) throws -> WorkbookPlan {
        guard !publication.sections.isEmpty else {
            throw XLSXExportError(.noSections, "The publication has no section; a workbook needs at least one sheet.")
        }
        let names = try sheetNames(publication.sections)
        var styles = SheetStyles(options: options)
        var tableNames: Set<String> = []
        var sheets: [SheetPlan] = []
        let notesSheet = zip(publication.sections, names).first { section, name in
            section.id == "notes" || name.lowercased().hasPrefix("notes")
        }?.1
        var sheetOfSection: [String: String] = [:]
        for (section, name) in zip(publication.sections, names) { sheetOfSection[section.id] = name }
        for (index, section) in publication.sections.enumerated() {
            try context.checkCancellation()
            var planner = SheetPlanner(
                section: section, name: names[index], isCover: index == 0, notesSheet: notesSheet,
                isSynthetic: publication.metadata.isSynthetic, sheetOfSection: sheetOfSection, context: context)
            var sheet = try planner.plan(styles: &styles, tableNames: &tableNames)
            if options.pageFooters { sheet.footer = footer(publication.metadata.title) }
            sheets.append(sheet)
            context.progress?(0.3 * Double(index + 1) / Double(publication.sections.count))
        }
        return WorkbookPlan(
            properties: properties(publication.metadata, created: context.dayOfCreation(of: publication)),
            styles: styles.book.styles, sheets: sheets,
            normalFont: CellStyle.Font(size: TypeScale.body, colour: options.theme.text))
    }

    private func sheetNames(_ sections: [PublicationSection]) throws -> [String] {
        var seen: Set<String> = []
        return try sections.map { section in
            let name = try TextRules.sheetName(section.shortTitle)
            guard seen.insert(name.lowercased()).inserted else {
                throw XLSXExportError(
                    .duplicateSheetName,
                    "Two sections have this short title, which Excel does not tell apart by case; change one.",
                    sheet: name)
            }
            return name
        }
    }

    private func properties(_ metadata: PublicationMetadata, created: CalendarDate) -> DocumentProperties {
        DocumentProperties(
            title: TextRules.property(metadata.title),
            subject: TextRules.property(
                [metadata.committee, metadata.period].compactMap { $0 }.joined(separator: ", ")),
            author: TextRules.property(
                [metadata.author, metadata.organisation].compactMap { $0 }.joined(separator: ", ")),
            company: TextRules.property(metadata.organisation),
            category: TextRules.property("For \(metadata.audience.label)"),
            keywords: TextRules.property(metadata.keywords.joined(separator: ", ")),
            comments: TextRules.property(
                (metadata.isSynthetic ? "Synthetic data. " : "") + "Made with \(metadata.generator)."),
            language: TextRules.property(metadata.language), created: created)
    }

    /// The footer of printed pages.
    ///
    /// The ampersand begins a code in footers, and writing it twice confuses the library.
    private func footer(_ title: String) -> String {
        let words = TextRules.oneLine(title).split(separator: "&").joined(separator: " and ")
        let plain = words.split(separator: " ").joined(separator: " ")
        var text = ""
        for character in plain {
            if text.utf16.count + character.utf16.count > 180 { break }
            text.append(character)
        }
        return "&L&\"Arial,Regular\"&10 \(text)&R&\"Arial,Regular\"&10Page &P of &N"
    }
}
