import ReportModel
import ReportVocabulary

/// Takes out of a filtered pack the names of records that are no longer in it.
///
/// An identifier says that a record exists and often what it is about, so it is withheld with its record. What is left resolves:
/// a pack that was valid before it was filtered is valid after. The catalogue of fields says where names are.
final class ReferencePruner: FieldChanger {
    let sorts: FieldSorts = .names
    private let index: PackIndex
    /// References to a plan that the whole pack explains and the filtered one does not.
    private let hiddenReferences: Set<PlanReference>

    /// Finds out which names are left.
    ///
    /// - Parameters:
    ///   - visible: The filtered pack.
    ///   - whole: The pack before it was filtered.
    init(visible: ReportPack, of whole: ReportPack) {
        index = PackIndex(visible)
        hiddenReferences = PackIndex(whole).planReferences.subtracting(index.planReferences)
    }

    /// The pack without names that lead nowhere.
    ///
    /// O(records).
    func pruned(_ pack: ReportPack) -> ReportPack {
        var result = pack
        walk(&result)
        for position in result.reports.indices { pruneLabels(of: &result.reports[position]) }
        for position in result.checks.indices {
            result.checks[position].dashboardLines.removeAll { index.dashboardLines[$0] == nil }
        }
        return result
    }

    /// Figures go with their indicator and their source, so that none needs a change.
    func enters(_ key: String) -> Bool { key != "observations" }

    func change<Record: CataloguedRecord>(_ field: PackField<Record>, of record: inout Record, at place: FieldPlace) {
        switch field.content {
        case .names(let names): names.pruned(&record, index, place)
        case .planReferences(let path):
            if record[keyPath: path].contains(where: hiddenReferences.contains) {
                record[keyPath: path].removeAll(where: hiddenReferences.contains)
            }
        case .planReference(let path):
            if let reference = record[keyPath: path], hiddenReferences.contains(reference) {
                record[keyPath: path] = nil
            }
        case .source(let path):
            if let document = record[keyPath: path]?.document, !index.sources.contains(document) {
                record[keyPath: path] = nil
            }
        case .sources(let path):
            if record[keyPath: path].contains(where: { !index.sources.contains($0.document) }) {
                record[keyPath: path].removeAll { !index.sources.contains($0.document) }
            }
        case .access, .text, .optionalText, .texts, .shownText, .records: break
        }
    }

    /// Enclosures are named by their labels, within their report.
    private func pruneLabels(of report: inout CommitteeReport) {
        let labels = Set(report.enclosures.map(\.label))
        for position in report.enclosures.indices {
            if let whole = report.enclosures[position].partOf, !labels.contains(whole) {
                report.enclosures[position].partOf = nil
            }
        }
        for position in report.recommendations.indices {
            if let label = report.recommendations[position].enclosure, !labels.contains(label) {
                report.recommendations[position].enclosure = nil
            }
        }
    }
}
