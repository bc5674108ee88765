package import ReportModel

/// What is different between two reports: an earlier pack and a later one.
///
/// Records are matched by identifier, figures by indicator, period, area and category. Each difference is reported once, by
/// the most telling kind: an action that was completed is not also reported as having a new status, a new indicator not as
/// having a new rating. The order is fixed: by severity, the highest first, then by kind as listed in ``PackChange/Kind``,
/// then in the order of the later pack, with what is gone in the order of the earlier one.
package struct PackChanges: Sendable, Hashable {
    /// The differences.
    package let all: [PackChange]

    /// Whether nothing is different.
    package var isEmpty: Bool { all.isEmpty }

    /// The differences of some kinds, in order.
    ///
    /// - Parameter kinds: The kinds.
    /// - Returns: Those of them.
    package func of(_ kinds: PackChange.Kind...) -> [PackChange] { all.filter { kinds.contains($0.kind) } }

    init(from earlier: ReportPack, to later: ReportPack) {
        var list = ChangeList()
        list.compareIndicators(earlier, later)
        list.compareFigures(earlier, later)
        list.compareActions(earlier, later)
        list.compareInspections(earlier, later)
        list.compareRisks(earlier, later)
        list.compareEnclosures(earlier, later)
        let place = Dictionary(uniqueKeysWithValues: PackChange.Kind.allCases.enumerated().map { ($1, $0) })
        all = list.changes.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.severity != second.severity { return first.severity > second.severity }
            if first.kind != second.kind { return (place[first.kind] ?? 0) < (place[second.kind] ?? 0) }
            return left.offset < right.offset
        }.map(\.element)
    }
}

extension ReportPack {
    /// What is different in this pack since an earlier one.
    ///
    /// For a publication both packs must be filtered for the audience, and what either of them withholds must be left out of
    /// both: ``publish(for:options:)`` does so with ``PublicationOptions/previous``. O(n log n) for n observations and records.
    ///
    /// - Parameter earlier: The pack of the earlier report.
    /// - Returns: The differences, none for a pack and itself.
    package func changes(since earlier: ReportPack) -> PackChanges {
        PackChanges(from: earlier, to: self)
    }
}

/// Differences being collected.
struct ChangeList {
    private(set) var changes: [PackChange] = []

    mutating func add(
        _ kind: PackChange.Kind, _ subject: PackChange.Subject, _ severity: PackChange.Severity,
        _ meaning: PackChange.Meaning = .neutral, from before: String? = nil, to after: String? = nil, _ text: String
    ) {
        changes.append(
            PackChange(
                kind: kind, subject: subject, severity: severity, meaning: meaning, before: before, after: after,
                text: text))
    }

    /// Walks through two lists of records by identifier: what is in both or only in the later, then what is gone.
    ///
    /// Of two records with one identifier, which is an error that validation reports, the first counts.
    static func matched<Item: Identifiable>(
        _ earlier: [Item], _ later: [Item], _ body: (_ before: Item?, _ after: Item?) -> Void
    ) {
        let before = Dictionary(earlier.map { ($0.id, $0) }) { first, _ in first }
        var seen: Set<Item.ID> = []
        for item in later where seen.insert(item.id).inserted { body(before[item.id], item) }
        for item in earlier where seen.insert(item.id).inserted { body(item, nil) }
    }
}
