import ReportModel
import ReportVocabulary

/// Nothing is, by way of others, a part or forerunner of itself.
enum CycleRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        report(
            cyclesAmong: pack.manifest.areas.map { ($0.id, $0.members) }, .area,
            "The areas are members of one another", field: "members", into: &problems)
        report(
            cyclesAmong: pack.indicators.map { ($0.id, $0.ties?.parts ?? []) }, .indicator,
            "The indicators are parts of one another", field: "parts", into: &problems)
        report(
            cyclesAmong: pack.indicators.map { ($0.id, single($0.ties?.yearToDateOf)) }, .indicator,
            "The indicators are years to date of one another", field: "year_to_date_of", into: &problems)
        for breakdown in pack.breakdowns {
            for path in cycles(among: breakdown.categories.map { ($0.id, single($0.parent)) }) {
                report(
                    path, about: RecordReference(.breakdown, breakdown.id),
                    "The categories are parts of one another", field: "categories", into: &problems)
            }
        }
        report(
            cyclesAmong: pack.plans.map { ($0.id, single($0.replaces)) }, .plan,
            "The plans replace one another", field: "replaces", into: &problems)
        let recommendations = pack.inspections.flatMap(\.recommendations) + pack.audits.recommendations
        report(
            cyclesAmong: recommendations.map { ($0.id, single($0.parent)) }, .recommendation,
            "The recommendations are parts of one another", field: "parent", into: &problems)
        report(
            cyclesAmong: recommendations.map { ($0.id, single($0.dependsOn)) }, .recommendation,
            "The recommendations wait for one another", field: "depends_on", into: &problems)
        report(
            cyclesAmong: pack.inspections.map { ($0.id, single($0.revokes)) }, .inspection,
            "The directions revoke one another", field: "revokes", into: &problems)
        report(
            cyclesAmong: pack.reports.map { ($0.id, single($0.within)) }, .report,
            "The reports are enclosed in one another", field: "within", into: &problems)
        report(
            cyclesAmong: pack.budget.map { ($0.id, single($0.partOf)) }, .budgetFigure,
            "The budget figures are parts of one another", field: "part_of", into: &problems)
        report(
            cyclesAmong: pack.budget.map { ($0.id, single($0.revises)) }, .budgetFigure,
            "The budget figures revise one another", field: "revises", into: &problems)
        for report in pack.reports {
            for path in cycles(among: report.enclosures.map { ($0.label, single($0.partOf)) }) {
                self.report(
                    path, about: RecordReference(.report, report.id),
                    "The enclosures are parts of one another", field: "enclosures", into: &problems)
            }
        }
    }

    private static func single<Name>(_ name: Name?) -> [Name] { name.map { [$0] } ?? [] }

    private static func report<Subject>(
        cyclesAmong edges: [(Identifier<Subject>, [Identifier<Subject>])], _ kind: RecordReference.Kind,
        _ what: String, field: FieldPath, into problems: inout ProblemList
    ) {
        for path in cycles(among: edges) {
            guard let first = path.first else { continue }
            report(path, about: RecordReference(kind, first), what, field: field, into: &problems)
        }
    }

    private static func report(
        _ path: [some CustomStringConvertible], about subject: RecordReference, _ what: String,
        field: FieldPath, into problems: inout ProblemList
    ) {
        // A long way round is shown by its beginning and its last step back.
        let shown = path.count <= 6 ? path[...] : path.prefix(4)
        var steps = shown.map { MessageText.value($0) }
        if path.count > 6 { steps.append("… \(path.count - 4) more") }
        steps += path.first.map { [MessageText.value($0)] } ?? []
        // The next step is what the field says; the way of one step leads back to itself.
        let next = (path.dropFirst().first ?? path.first).map { [$0.description] } ?? []
        problems.error(
            .cycle, about: subject, field: field, values: next,
            "\(what): \(steps.joined(separator: " → ")); leave one of them out.")
    }

    /// The ways that lead back to where they began, each once; of several that share a record, one.
    ///
    /// The search goes deep along the edges with a stack of its own, since a pack may nest deeper than the program's.
    static func cycles<Name: Hashable>(among edges: [(Name, [Name])]) -> [[Name]] {
        // Two records with one name, which is an error of its own, lead where either leads.
        let graph = edges.reduce(into: [Name: [Name]]()) { $0[$1.0, default: []] += $1.1 }
        var result: [[Name]] = []
        var finished: Set<Name> = []
        for (start, _) in edges where !finished.contains(start) {
            var path: [Name] = []
            var depth: [Name: Int] = [:]
            var pending: [[Name].SubSequence] = []
            // The way up to here belongs to a reported cycle; whatever leads back into it is the same knot.
            var reportedDepth = -1
            func enter(_ name: Name) {
                depth[name] = path.count
                path.append(name)
                pending.append(graph[name, default: []][...])
            }
            enter(start)
            while let next = pending.last?.first {
                pending[pending.count - 1].removeFirst()
                if let begin = depth[next] {
                    if begin > reportedDepth {
                        result.append(Array(path[begin...]))
                        reportedDepth = path.count - 1
                    }
                } else if graph[next] != nil, !finished.contains(next) {
                    enter(next)
                }
                while let last = pending.last, last.isEmpty, let done = path.popLast() {
                    pending.removeLast()
                    depth[done] = nil
                    finished.insert(done)
                    reportedDepth = min(reportedDepth, path.count - 1)
                }
            }
            finished.insert(start)
        }
        return result
    }
}
