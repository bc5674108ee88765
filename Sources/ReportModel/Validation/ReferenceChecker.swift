import ReportVocabulary

/// Looks names up and reports those that nothing has, with the name that was probably meant.
struct ReferenceChecker {
    let index: PackIndex
    var problems: ProblemList

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

    /// Reports a name that nothing has.
    mutating func need<Subject>(
        _ name: Identifier<Subject>?, in names: KnownNames<Subject>, about subject: RecordReference?,
        _ context: String = ""
    ) {
        guard let name, !names.contains(name) else { return }
        let advice = suggestion(for: name, in: names).map { "did you mean \(MessageText.quoted($0))?" }
        problems.error(
            .unresolvedReference, about: subject,
            "\(context)There is no \(names.noun) \(MessageText.quoted(name)) in the pack; "
                + (advice ?? "add it, or correct the name."))
    }

    /// Reports the names that nothing has.
    mutating func need<Subject>(
        _ list: [Identifier<Subject>], in names: KnownNames<Subject>, about subject: RecordReference?,
        _ context: String = ""
    ) {
        for name in list { need(name, in: names, about: subject, context) }
    }

    /// Reports a source document or a sharing agreement that the manifest does not list.
    mutating func need(
        _ source: SourceReference?, _ access: Access = .unrestricted, about subject: RecordReference?,
        _ context: String = ""
    ) {
        need(source?.document, in: index.sources, about: subject, context)
        if !access.agreements.isEmpty {
            need(access.agreements.sorted(), in: index.agreements, about: subject, context)
        }
    }

    /// Warns of references to a plan that no plan of the pack explains.
    ///
    /// Reports refer to plans that are not in the pack, so it is no error.
    mutating func expect(_ references: [PlanReference], about subject: RecordReference) {
        guard !index.planReferences.isEmpty else { return }
        for reference in references where !index.planReferences.contains(reference) {
            problems.warning(
                .unresolvedReference, about: subject,
                "No plan of the pack has an action, outcome or theme \(MessageText.quoted(reference)); correct the "
                    + "reference, or add what it refers to.")
        }
    }

    private mutating func suggestion<Subject>(
        for name: Identifier<Subject>, in names: KnownNames<Subject>
    ) -> String? {
        if let known = suggestions[names.noun]?[name.text] { return known }
        let mostSuggestions = max(5, Self.mostComparisons / max(names.count, 1))
        guard suggestions[names.noun, default: [:]].count < mostSuggestions else { return nil }
        let nearest = names.nearest(to: name)
        suggestions[names.noun, default: [:]].updateValue(nearest, forKey: name.text)
        return nearest
    }
}
