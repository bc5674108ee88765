import FamilyServicesKit
import ReportModel
import ReportVocabulary

extension DashboardMapping {
    /// How the measures of a pack are split.
    struct Splits {
        private let index: PackIndex
        private let names: [Breakdown.ID: ObservationTable.CategoryNames]

        init(of pack: ReportPack) {
            index = PackIndex(pack)
            names = index.breakdowns.all.mapValues(PackAssembly.names(of:))
        }

        /// The names that the categories of an indicator go by; `nil` where it is not split.
        func names(of indicator: Indicator) -> ObservationTable.CategoryNames? {
            indicator.breakdown.flatMap { names[$0] }
        }

        /// The category that a text of a dashboard is, for an indicator; blank for the whole.
        ///
        /// - Returns: `nil` where the row cannot be read, which is reported.
        func category(
            _ text: String, of indicator: String, at position: Position, _ problems: FileProblems
        ) -> String? {
            let breakdown = index.indicators[Indicator.ID(indicator)]?.breakdown.flatMap { index.breakdowns[$0] }
            if let breakdown,
                let id = names[breakdown.id]?.categories[text] ?? names[breakdown.id]?.categories[text.lowercased()]
            {
                return id == breakdown.total ? "" : id.text
            }
            guard !DashboardMapping.isWhole(text) else { return "" }
            guard let breakdown else {
                problems.warning(
                    .unresolvedReference, at: position,
                    "The row is not read: it is a part of \(Excerpt.quoted(indicator)), which has no breakdown. Write the ID of "
                        + "a breakdown under “breakdown” in the table of indicators; or, where each part is an indicator of its own, "
                        + "move the column from “category” to “part” in \(MapFiles.sheets), and list the parts in \(MapFiles.measures)."
                )
                return nil
            }
            problems.error(
                .unresolvedReference, at: position,
                "\(Excerpt.quoted(text)) is not a category of the breakdown \(Excerpt.quoted(breakdown.id.text)); add it there, or "
                    + "write one of its own: \(QuotedValue.marked(Excerpt.list(breakdown.categories.map(\.title)))).")
            return nil
        }
    }
}
