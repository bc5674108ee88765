import ReportVocabulary

/// A text of a pack in which figures may stand in braces, and where it belongs.
package struct InlineText {
    package let text: String
    package let subject: RecordReference
    /// Words that say which text of the record it is.
    package let context: String

    /// All such texts with a brace in them: paragraphs of reports, remarks on indicators, and notes on progress.
    package static func all(in pack: ReportPack) -> [InlineText] {
        var found: [InlineText] = []
        func add(_ text: String, _ subject: RecordReference, _ context: String = "") {
            guard InlineFigure.mayStand(in: text) else { return }
            found.append(InlineText(text: text, subject: subject, context: context))
        }
        for report in pack.reports {
            for section in report.sections {
                for (position, paragraph) in section.paragraphs.enumerated() {
                    let name = paragraph.number ?? "\(position + 1) of “\(section.title)”"
                    add(paragraph.text, RecordReference(.report, report.id), "Paragraph \(name): ")
                }
            }
        }
        for indicator in pack.indicators {
            for remark in indicator.commentary {
                add(remark.text, RecordReference(.indicator, indicator.id), "Remark: ")
            }
        }
        for note in pack.plans.flatMap(\.progress) { add(note.text, RecordReference(.progressNote, note.id)) }
        return found
    }
}
