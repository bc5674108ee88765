import ReportModel
import ReportVocabulary

/// Every name is the name of something in the pack.
enum ReferenceRules {
    static func check(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        let checker = ReferenceChecker(index, problems)
        checker.walk(pack)
        problems = checker.problems
        checkCategories(pack, index, into: &problems)
        for report in pack.reports { check(report, into: &problems) }
        for check in pack.checks { self.check(check, index, into: &problems) }
    }

    /// A category needs a breakdown that it could be a category of.
    private static func checkCategories(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        for (position, observation) in pack.observations.enumerated() {
            guard let category = observation.category, let indicator = index.indicators[observation.indicator],
                indicator.breakdown == nil
            else { continue }
            problems.error(
                .unresolvedReference, about: RecordReference(.observation, at: position), field: "category",
                values: [category.text],
                "The indicator \(MessageText.value(indicator.id)) has no breakdown that \(MessageText.value(category)) "
                    + "could be a category of; give it one, or leave the category out.")
        }
    }

    private static func check(_ item: FigureCheck, _ index: PackIndex, into problems: inout ProblemList) {
        for number in item.dashboardLines where index.dashboardLines[number] == nil {
            problems.error(
                .unresolvedReference, about: RecordReference(.check, item.id), field: "dashboard_lines",
                values: [String(number)],
                "There is no line \(number) on the dashboard of the pack; correct the number, or add the line.")
        }
    }

    /// Enclosures are named by their labels, within their report.
    private static func check(_ report: CommitteeReport, into problems: inout ProblemList) {
        let labels = Set(report.enclosures.map(\.label))
        func need(_ label: String?, _ list: String, _ position: Int, _ key: String) {
            guard let label, !labels.contains(label) else { return }
            let advice = NearestName.nearest(to: label, among: labels).map {
                "did you mean \(MessageText.quoted($0))?"
            }
            problems.error(
                .unresolvedReference, about: RecordReference(.report, report.id),
                field: FieldPath([.init(list, item: position + 1), .init(key)]), values: [label],
                "The report has no enclosure \(MessageText.value(label)); "
                    + (advice ?? "add it, or correct the label."))
        }
        for (position, enclosure) in report.enclosures.enumerated() {
            need(enclosure.partOf, "enclosures", position, "part_of")
        }
        for (position, recommendation) in report.recommendations.enumerated() {
            need(recommendation.enclosure, "recommendations", position, "enclosure")
        }
    }
}
