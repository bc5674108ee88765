import ReportModel
import ReportVocabulary

/// Every identifier is used once, and could be written in a file.
enum DuplicateRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        let names = NameCount()
        names.walk(pack)
        for name in names.inOrder { report(name, uses: names.uses[name] ?? 1, into: &problems) }
        for breakdown in pack.breakdowns {
            for category in repeated(breakdown.categories.map(\.id)) {
                reportRepeated(
                    category.text, "categories", breakdown.categories.count { $0.id == category },
                    about: RecordReference(.breakdown, breakdown.id), field: "categories", into: &problems)
            }
        }
        for plan in pack.plans {
            for objective in repeated(plan.objectives.map(\.id)) {
                reportRepeated(
                    objective.text, "objectives", plan.objectives.count { $0.id == objective },
                    about: RecordReference(.plan, plan.id), field: "objectives", into: &problems)
            }
            checkReferences(of: plan, into: &problems)
        }
        checkLabels(pack, into: &problems)
    }

    private static func report(_ name: RecordReference, uses: Int, into problems: inout ProblemList) {
        if name.kind == .dashboardLine {
            guard uses > 1 else { return }
            problems.error(
                .duplicate, about: name, field: "number", values: [name.key],
                "More than one line of the dashboard has the number \(name.key); give each its own.")
            return
        }
        if uses > 1 {
            reportRepeated(name.key, plural(of: name.kind), uses, about: name, field: "id", into: &problems)
        }
        if !Identifier<ReportPack>.isValid(name.key) {
            problems.error(
                .badValue, about: name, field: "id", values: [name.key],
                "\(MessageText.value(name.key)) cannot be an identifier; use 1 to 120 characters without blanks at the "
                    + "ends or control characters.")
        }
    }

    private static func reportRepeated(
        _ identifier: String, _ plural: String, _ uses: Int, about subject: RecordReference, field: FieldPath,
        into problems: inout ProblemList
    ) {
        problems.error(
            .duplicate, about: subject, field: field, values: [identifier],
            "\(uses) \(plural) have the identifier \(MessageText.value(identifier)); give each its own.")
    }

    /// What is named within its record, and probably meant to be named apart.
    private static func checkLabels(_ pack: ReportPack, into problems: inout ProblemList) {
        for inspection in pack.inspections {
            for area in repeated(inspection.judgements.map(\.area)) {
                problems.warning(
                    .duplicate, about: RecordReference(.inspection, inspection.id), field: "judgements",
                    values: [area],
                    "More than one judgement is about \(MessageText.value(area)); keep the one that was made, or name what "
                        + "each is about.")
            }
        }
        for report in pack.reports {
            for label in repeated(report.enclosures.map(\.label)) {
                problems.warning(
                    .duplicate, about: RecordReference(.report, report.id), field: "enclosures", values: [label],
                    "More than one enclosure is called \(MessageText.value(label)); give each its own label, so that "
                        + "recommendations say which they mean.")
            }
        }
    }

    /// References are unique in their plan: a record that names one means the one action.
    private static func checkReferences(of plan: ImprovementPlan, into problems: inout ProblemList) {
        let byReference = Dictionary(
            grouping: plan.actions.filter { $0.reference != nil }, by: { $0.reference?.text ?? "" })
        for reference in repeated(plan.actions.compactMap(\.reference)) {
            let actions = byReference[reference.text] ?? []
            guard let again = actions.dropFirst().first else { continue }
            problems.warning(
                .duplicate, about: RecordReference(.action, again.id), field: "reference", values: [reference.text],
                "\(actions.count) actions of the plan have the reference \(MessageText.value(reference)), "
                    + "\(MessageText.list(actions.map { MessageText.value($0.id) })); give each its own.")
        }
    }

    /// What stands in a list more than once, each once, in the order of the list.
    private static func repeated<Value: Hashable>(_ values: [Value]) -> [Value] {
        var uses: [Value: Int] = [:]
        for value in values { uses[value, default: 0] += 1 }
        return values.filter { (uses.removeValue(forKey: $0) ?? 0) > 1 }
    }

    private static func plural(of kind: RecordReference.Kind) -> String {
        switch kind {
        case .governanceBody: "governance bodies"
        default: kind.rawValue + "s"
        }
    }
}

/// Counts how often records have a name.
private final class NameCount: FieldVisitor {
    let sorts: FieldSorts = .records
    private(set) var uses: [RecordReference: Int] = [:]
    private(set) var inOrder: [RecordReference] = []

    func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace) {}

    func found(_ name: RecordReference) {
        if uses[name] == nil { inOrder.append(name) }
        uses[name, default: 0] += 1
    }
}
