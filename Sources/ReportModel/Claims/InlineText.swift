import ReportVocabulary

/// A text of a pack in which figures may stand in braces, and where it belongs.
package struct InlineText {
    package let text: String
    package let subject: RecordReference
    /// The field of the record that it is.
    package let field: FieldPath
    /// Words that say which text of the record it is.
    package let context: String

    /// All such texts with a brace in them: paragraphs of reports, remarks on indicators, and notes on progress.
    package static func all(in pack: ReportPack) -> [InlineText] {
        var found: [InlineText] = []
        func add(
            _ text: String, _ subject: RecordReference, _ field: @autoclosure () -> FieldPath,
            _ context: @autoclosure () -> String = ""
        ) {
            guard InlineFigure.mayStand(in: text) else { return }
            found.append(InlineText(text: text, subject: subject, field: field(), context: context()))
        }
        for report in pack.reports {
            for (number, section) in report.sections.enumerated() {
                for (position, paragraph) in section.paragraphs.enumerated() {
                    let name = paragraph.number ?? "\(position + 1) of “\(section.title)”"
                    add(
                        paragraph.text, RecordReference(.report, report.id),
                        FieldPath([
                            .init("sections", item: number + 1), .init("paragraphs", item: position + 1), .init("text"),
                        ]), "Paragraph \(name): ")
                }
            }
        }
        for indicator in pack.indicators {
            for (position, remark) in indicator.commentary.enumerated() {
                add(
                    remark.text, RecordReference(.indicator, indicator.id),
                    FieldPath([.init("commentary", item: position + 1), .init("text")]), "Remark: ")
            }
        }
        for note in pack.plans.flatMap(\.progress) { add(note.text, RecordReference(.progressNote, note.id), "text") }
        return found
    }
}
