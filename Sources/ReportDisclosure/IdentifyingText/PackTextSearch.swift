import ReportModel
import ReportVocabulary

/// Goes through every free text of a pack, as the catalogue of fields lists them.
final class PackTextSearch: FieldVisitor {
    // Names are passed over below, but references to plans are texts as their councils write them.
    let sorts: FieldSorts = [.texts, .names]
    private(set) var found: [IdentifyingText.FoundText] = []
    private var scanner: IdentifyingTextScanner

    init(options: IdentifyingText.Options) {
        scanner = IdentifyingTextScanner(options: options)
    }

    func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace) {
        switch field.content {
        case .text(let path): read(record[keyPath: path], field.key, field.words, place)
        case .optionalText(let path): read(record[keyPath: path], field.key, field.words, place)
        case .shownText(let path): read(record[keyPath: path], field.key, field.words, place)
        case .texts(let path):
            for (position, text) in record[keyPath: path].enumerated() {
                read(text, field.key, "\(field.words) \(position + 1)", place)
            }
        case .source(let path): read(record[keyPath: path]?.place, field.key, field.words, place)
        case .sources(let path):
            for source in record[keyPath: path] { read(source.place, field.key, field.words, place) }
        case .access(let path): read(record[keyPath: path].publicInterestReason, field.key, field.words, place)
        case .planReference(let path): read(record[keyPath: path]?.text, field.key, "the plan reference", place)
        case .planReferences(let path):
            for (position, reference) in record[keyPath: path].enumerated() {
                read(reference.text, field.key, "plan reference \(position + 1)", place)
            }
        case .names, .records: break
        }
    }

    func passesOver(_ figure: Observation) -> Bool {
        figure.printed == nil && figure.note == nil && figure.source == nil && figure.access == .unrestricted
    }

    /// Looks into a text; which it is is said only where something is found.
    private func read(_ text: String?, _ key: String, _ words: @autoclosure () -> String, _ place: FieldPlace) {
        guard let text else { return }
        let hits = scanner.hits(in: text)
        guard !hits.isEmpty else { return }
        for kind in IdentifyingText.Kind.allCases {
            let ofKind = hits.filter { $0.kind == kind }
            guard let first = ofKind.first else { continue }
            let start = text.utf8.index(text.startIndex, offsetBy: first.range.lowerBound)
            found.append(
                IdentifyingText.FoundText(
                    finding: IdentifyingText.Finding(
                        kind: kind, subject: place.subject, field: place.words(for: words()),
                        position: text.distance(from: text.startIndex, to: start) + 1, count: ofKind.count),
                    path: place.path(to: key), text: text))
        }
    }
}
