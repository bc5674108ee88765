import ReportModel
import ReportVocabulary

/// Goes through every free text of a pack, as the catalogue of fields lists them, for numbers that tell hidden figures.
///
/// Texts whose records are about figures, such as remarks and claims, have been looked at before, each by a rule of its own. This
/// is for all the others, those of a field included that nobody has thought of yet.
final class TextEchoes: FieldChanger {
    let sorts: FieldSorts = .texts
    /// Where each text was that was taken out, and what it told.
    private(set) var found: [(place: String, number: String, reason: AlteredFigures.Reason)] = []

    private let altered: AlteredFigures
    private let index: PackIndex
    /// What is put in place of a text that a record cannot be without.
    private let substitute: String
    /// The same page is named as the source of very many records.
    private var places: [String: (number: String, reason: AlteredFigures.Reason)?] = [:]

    init(_ altered: AlteredFigures, in pack: ReportPack, substitute: String) {
        self.altered = altered
        index = PackIndex(pack)
        self.substitute = substitute
    }

    /// The texts of figures, checks and claims have rules of their own.
    func enters(_ key: String) -> Bool { !["observations", "checks", "claims"].contains(key) }

    func change<Record: CataloguedRecord>(_ field: PackField<Record>, of record: inout Record, at place: FieldPlace) {
        func tells(_ text: String?) -> Bool {
            // What holds no words is the number of a section or of a recommendation.
            guard let text, text.contains(where: \.isLetter), let told = told(by: text, of: record, at: place) else {
                return false
            }
            note(told, place.words(for: field.words), at: place)
            return true
        }
        switch field.content {
        case .text(let path):
            if tells(record[keyPath: path]) { record[keyPath: path] = substitute }
        case .optionalText(let path):
            if tells(record[keyPath: path]) { record[keyPath: path] = nil }
        case .texts(let path):
            let kept = record[keyPath: path].filter { !tells($0) }
            if kept.count < record[keyPath: path].count { record[keyPath: path] = kept }
        case .source(let path):
            if let source = record[keyPath: path], self.tells(of: source, at: place) {
                record[keyPath: path] = SourceReference(source.document)
            }
        case .sources(let path):
            for (position, source) in record[keyPath: path].enumerated() where self.tells(of: source, at: place) {
                record[keyPath: path][position] = SourceReference(source.document)
            }
        case .access(let path):
            let access = record[keyPath: path]
            if tells(access.publicInterestReason) {
                record[keyPath: path] = Access(exemptParagraphs: access.exemptParagraphs, agreements: access.agreements)
            }
        // What a printed figure shows is looked at where its number is known; references to plans are names.
        case .shownText, .planReference, .planReferences, .names, .records: break
        }
    }

    /// Whether the place in words in a source tells a hidden figure.
    func tells(of source: SourceReference?, at place: FieldPlace) -> Bool {
        guard let text = source?.place else { return false }
        let told: (number: String, reason: AlteredFigures.Reason)?
        if let known = places[text] {
            told = known
        } else {
            told = altered.told(by: text).map { ($0.number.text, $0.reason) }
            places[text] = .some(told)
        }
        guard let told else { return false }
        note(told, "the place in the source", at: place)
        return true
    }

    private func told<Record: CataloguedRecord>(
        by text: String, of record: Record, at place: FieldPlace
    ) -> (number: String, reason: AlteredFigures.Reason)? {
        var about = Self.indicators(of: record, index, place)
        var closeness = AlteredFigures.Closeness.named
        // What describes a measure or a line has numbers of its own: “three or more placements”, “aged 16 and 17”.
        if about.isEmpty, let subject = place.subject, subject.kind == .indicator {
            about = [Indicator.ID(stringLiteral: subject.key)]
        }
        if place.subject.map({ Self.describing.contains($0.kind) }) ?? true { closeness = .resembling }
        return altered.told(by: text, about: about, closeness).map { ($0.number.text, $0.reason) }
    }

    private static let describing: Set<RecordReference.Kind> = [
        .manifest, .area, .role, .source, .agreement, .breakdown, .indicator, .dashboardLine, .auditMethod,
        .practiceStandard, .theme,
    ]

    /// The measures that a record names as those it is about.
    private static func indicators<Record: CataloguedRecord>(
        of record: Record, _ index: PackIndex, _ place: FieldPlace
    ) -> [Indicator.ID] {
        guard !(record is Indicator) else { return [] }
        let names = IndicatorNames()
        for field in Record.fields {
            if case .names(let field) = field.content { field.walk(record, index, place, names) }
        }
        return names.ids
    }

    private func note(
        _ told: (number: String, reason: AlteredFigures.Reason), _ words: String, at place: FieldPlace
    ) {
        let subject = place.subject?.description ?? "the pack"
        found.append((words.isEmpty ? subject : "\(words), \(subject)", told.number, told.reason))
    }
}
