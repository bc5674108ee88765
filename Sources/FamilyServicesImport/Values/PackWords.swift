import FamilyServicesKit

/// The words that a pack gives a meaning of its own, by the fields in which they are used.
struct PackWords {
    private var meanings: [String: [String: String]] = [:]

    /// The columns and keys whose words can have a meaning of their own.
    static let fields: Set<String> = {
        let shapes = [
            ObservationTable.shape, IndicatorShapes.indicator, IndicatorShapes.target, IndicatorShapes.commentary,
            DashboardShapes.line, PlanShapes.actionRow, PlanShapes.action, PlanShapes.statusRow, PlanShapes.progressRow,
            AuditTableShapes.activity, AuditTableShapes.grades, AuditTableShapes.moderation, RegisterShapes.risk,
            RegisterShapes.budget, RegisterShapes.check, ClaimShapes.claim, InspectionShapes.inspection,
            InspectionShapes.finding,
        ]
        return Set(shapes.flatMap(\.names))
    }()

    /// Takes a word.
    ///
    /// - Returns: Whether it was new.
    mutating func add(_ word: String, meaning: String, in field: String) -> Bool {
        meanings[field, default: [:]].updateValue(meaning, forKey: TradeWords.folded(word)) == nil
    }

    /// What a text in a field means; the text itself where the pack says nothing of it.
    func meaning(of text: String, in field: String) -> String {
        guard !meanings.isEmpty, let words = meanings[field], text.utf8.count <= 200 else { return text }
        return words[TradeWords.folded(text)] ?? text
    }

    /// Whether the pack says what a text in a field means.
    func has(_ text: String, in field: String) -> Bool {
        guard !meanings.isEmpty, let words = meanings[field], text.utf8.count <= 200 else { return false }
        return words[TradeWords.folded(text)] != nil
    }

    /// How it is said that a word of the trade was read as one of the kit's.
    ///
    /// - Parameter isWorkbook: Whether the pack is a workbook, in which such words have a sheet.
    static func message(_ text: String, _ meaning: String, in field: String, isWorkbook: Bool) -> String {
        if isWorkbook {
            return
                "\(Excerpt.quoted(text)) is read as \(meaning). To confirm that, or to give it another meaning, add a row to the sheet "
                + "Words: Column \(SheetColumns.heading(field)), Word \(word(text)), Meaning \(meaning)."
        }
        return
            "\(Excerpt.quoted(text)) is read as \(meaning). To confirm that, or to give it another meaning, add the line "
            + "words: {\(field): {\"\(key(text))\": \(meaning)}} to pack.yaml, or add the word there to the group \(field)."
    }

    /// How a word that the kit does not know can be given a meaning; nothing where it is too long for a word.
    static func advice(on text: String, in field: String, among known: [String], ofWorkbook: Bool) -> String {
        guard !known.isEmpty, text.utf8.count <= 60 else { return "" }
        // Which one is meant is for a person to say: an example would be copied.
        return ofWorkbook
            ? " To keep your own word, say which of these it means, in a row of the sheet Words: Column "
                + "\(SheetColumns.heading(field)), Word \(word(text)), Meaning the one that is meant."
            : " To keep your own word, say in pack.yaml which of these it means, in the place of MEANING: "
                + "words: {\(field): {\"\(key(text))\": MEANING}}."
    }

    /// A word as a cell of the sheet of words has it.
    private static func word(_ text: String) -> String {
        QuotedValue.marked(Excerpt.short(text), hiddenAs: "as it is in this cell")
    }

    /// A word as a key of a YAML file.
    private static func key(_ text: String) -> String { QuotedValue.marked(quoted(text), hiddenAs: "THE WORD") }

    /// A text between the double quotes of a YAML file.
    private static func quoted(_ text: String) -> String {
        Excerpt.short(text).split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
    }
}
