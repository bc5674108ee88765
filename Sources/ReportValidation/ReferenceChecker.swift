import ReportModel
import ReportVocabulary

/// Looks names up and reports those that nothing has, with the name that was probably meant.
///
/// It walks the catalogue of fields, so that no field can be forgotten.
final class ReferenceChecker: FieldVisitor, NameVisitor {
    let index: PackIndex
    var problems: ProblemList
    let sorts: FieldSorts = .names

    /// The field that is looked at.
    private var place = FieldPlace()
    private var key = ""

    /// How many pairs of names of one sort are compared at most.
    ///
    /// Looking for a near name reads all names, so it is done once for each name that is missing, and only for the first
    /// of them where there are many: where thousands are missing, what is wrong is not their spelling.
    private static let mostComparisons = 100_000
    private var suggestions: [String: [String: String?]] = [:]

    init(_ index: PackIndex, _ problems: ProblemList) {
        self.index = index
        self.problems = problems
    }

    // MARK: Fields

    func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace) {
        switch field.content {
        case .names(let names):
            (self.place, key) = (place, field.key)
            names.walk(record, index, place, self)
        case .planReferences(let path):
            expect(record[keyPath: path], field.key, place)
        case .planReference(let path):
            if let reference = record[keyPath: path] { expect([reference], field.key, place) }
        case .source(let path):
            if let source = record[keyPath: path] { check(source, field.key, place) }
        case .sources(let path):
            for source in record[keyPath: path] { check(source, field.key, place) }
        case .access(let path):
            let agreements = record[keyPath: path].agreements
            guard !agreements.isEmpty else { return }
            (self.place, key) = (place, field.key)
            for name in agreements.sorted() { visit(name, in: index.agreements) }
        case .text, .optionalText, .texts, .shownText, .records: break
        }
    }

    func passesOver(_ figure: Observation) -> Bool {
        guard index.indicators.contains(figure.indicator), index.areas.contains(figure.area),
            figure.source.map({ index.sources.contains($0.document) }) ?? true, figure.access.agreements.isEmpty
        else { return false }
        return figure.category.map { index.category($0, of: figure.indicator) != nil } ?? true
    }

    func visit<Target>(_ name: Identifier<Target>, in table: RecordTable<Target>) {
        guard !table.contains(name) else { return }
        need(name, in: table, about: place.subject, field: place.path(to: key), Self.context(of: place))
    }

    private func check(_ source: SourceReference, _ key: String, _ place: FieldPlace) {
        guard !index.sources.contains(source.document) else { return }
        need(
            source.document, in: index.sources, about: place.subject, field: place.path(to: key),
            Self.context(of: place))
    }

    /// Says where a name stands that is in no record with a name of its own.
    private static func context(of place: FieldPlace) -> String {
        let words = place.words(for: "")
        guard place.subject == nil, let first = words.first else { return "" }
        return first.uppercased() + words.dropFirst() + ": "
    }

    // MARK: Names

    /// Reports a name that nothing has.
    func need<Target>(
        _ name: Identifier<Target>?, in names: RecordTable<Target>, about subject: RecordReference?,
        field: FieldPath?, _ context: String = ""
    ) {
        guard let name, !names.contains(name) else { return }
        let advice = suggestion(for: name, in: names).map { "did you mean \(MessageText.quoted($0))?" }
        problems.error(
            .unresolvedReference, about: subject, field: field, values: [name.text],
            "\(context)There is no \(names.noun) \(MessageText.value(name)) in the pack; "
                + (advice ?? "add it, or correct the name."))
    }

    /// Warns of references to a plan that no plan of the pack explains.
    ///
    /// Reports refer to plans that are not in the pack, so it is no error. Plans number their actions alike: a reference that
    /// is made in no plan and that several plans explain is reported too.
    private func expect(_ references: [PlanReference], _ key: String, _ place: FieldPlace) {
        guard index.hasPlanReferences else { return }
        for reference in references {
            let owners = index.plans(with: reference)
            if owners.isEmpty {
                problems.warning(
                    .unresolvedReference, about: place.subject, field: place.path(to: key), values: [reference.text],
                    "No plan of the pack has an action, outcome or theme \(MessageText.value(reference)); correct the "
                        + "reference, or add what it refers to.")
            } else if owners.count > 1, place.plan.map({ !owners.contains($0) }) ?? true, !isTwice(reference) {
                problems.warning(
                    .ambiguous, about: place.subject, field: place.path(to: key), values: [reference.text],
                    "\(owners.count) plans have \(MessageText.value(reference)), "
                        + "\(MessageText.list(owners.map { MessageText.value($0) })), and the reference counts for all of "
                        + "them; to mean one, name its action by its identifier.")
            }
        }
    }

    /// Whether a reference is the identifier of several actions, which is an error of its own.
    private func isTwice(_ reference: PlanReference) -> Bool {
        guard let action = PlanAction.ID(reference.text) else { return false }
        return index.actions.every(action).count > 1
    }

    private func suggestion<Target>(for name: Identifier<Target>, in names: RecordTable<Target>) -> String? {
        if let known = suggestions[names.noun]?[name.text] { return known }
        let mostSuggestions = max(5, Self.mostComparisons / max(names.count, 1))
        guard suggestions[names.noun, default: [:]].count < mostSuggestions else { return nil }
        let nearest = names.nearest(to: name)
        suggestions[names.noun, default: [:]].updateValue(nearest, forKey: name.text)
        return nearest
    }
}
