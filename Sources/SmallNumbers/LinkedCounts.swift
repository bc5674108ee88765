import ReportVocabulary

/// Counts of children and the sums that tie them together: a table, several tables that share figures, months and their years.
///
/// Put every count that is to be published into one value, each of them once however often it is printed, with every sum that
/// a reader can form; then ask for a pattern that protects the small ones.
///
/// ```swift
/// var counts = LinkedCounts()
/// let table = try counts.addTwoWayTable([[3, 20, 31], [18, 25, 14], [22, 17, 40]])
/// let pattern = try counts.protected(by: .suppressOneToFive)
/// pattern.counts[table.cells[0][0]]  // .hidden
/// ```
public struct LinkedCounts: Sendable, Hashable {
    /// The greatest count that can be protected.
    public static let greatestCount = 1_000_000_000_000

    /// Whether a cell may be hidden.
    public enum Display: String, Sendable, Hashable, Codable {
        /// As the policy needs it.
        case byPolicy = "by-policy"
        /// Never, because readers know it already or it does not count children. A small one is shown.
        case always
        /// Always, for a reason of its own. Nobody can work it out exactly; a small one is protected as others are.
        case never
        /// It is not printed anywhere, with or without a symbol, but follows from what is: the rest of a whole, what a month
        /// adds to a year to date. A small one is protected; of any other, readers may work out what they can.
        case implied
    }

    /// One count.
    public struct Cell: Sendable, Hashable {
        /// The count.
        public var value: Int
        /// What it counts, for messages to the people who prepare the release.
        public var label: String?
        /// Whether it may be hidden.
        public var display: Display
        /// Whether it is of the whole country, which ``SmallNumberPolicy/Level/belowNational`` leaves alone.
        public var isNational: Bool
        /// What readers lose, compared with other cells, if it is hidden so that a small one is safe.
        ///
        /// As usual where absent, which is 100, and 140 for a total; held between 1 and a million. It must not depend on a count
        /// that may be hidden: readers know the rules, and would work their way back from what was chosen.
        public var weight: Int?
        /// Whether it counts people whose small numbers are protected; of any other, none is small, and it is hidden only so that
        /// one that is withheld does not follow.
        package var isSensitive = true
        /// How an earlier release had it, which nobody can take back; `nil` where it is new.
        package var earlier: Earlier?
        /// How much more than usual readers lose if it is hidden, times.
        package var importance = 1

        /// Describes a count.
        ///
        /// - Parameters:
        ///   - value: The count, 0 to ``LinkedCounts/greatestCount``.
        ///   - label: What it counts.
        ///   - display: Whether it may be hidden.
        ///   - isNational: Whether it is of the whole country.
        ///   - weight: What readers lose if it is hidden.
        public init(
            _ value: Int, label: String? = nil, display: Display = .byPolicy, isNational: Bool = false,
            weight: Int? = nil
        ) {
            self.value = value
            self.label = label
            self.display = display
            self.isNational = isNational
            self.weight = weight
        }
    }

    /// How an earlier release had a count.
    package enum Earlier: Sendable {
        /// With its number, so that hiding it now protects nobody.
        case shown
        /// Without, and it is not in this release.
        case hidden
    }

    /// A sum that readers can form: a total and its parts.
    public struct Relation: Sendable, Hashable {
        /// The position of the total.
        public let total: Int
        /// The positions of the parts.
        public let parts: [Int]
        /// The table or line that it belongs to, for messages.
        public let label: String?
    }

    /// The counts, by position.
    public private(set) var cells: [Cell] = []
    /// The sums.
    public private(set) var relations: [Relation] = []

    /// Begins without counts.
    public init() {}

    /// For counts and sums of others that were checked.
    init(cells: [Cell], relations: [Relation]) {
        self.cells = cells
        self.relations = relations
    }

    /// Adds a count.
    ///
    /// - Parameter cell: The count.
    /// - Returns: Its position, by which sums and patterns name it.
    /// - Throws: ``SmallNumberError`` with the code `invalid-count` for a count that is negative or more than
    ///   ``greatestCount``.
    @discardableResult
    public mutating func add(_ cell: Cell) throws(SmallNumberError) -> Int {
        guard (0...Self.greatestCount).contains(cell.value) else {
            throw SmallNumberError(
                .invalidCount, "\(Self.name(of: cell, at: cells.count)) is not a count; it must be 0 to 10^12.",
                cells: [cells.count])
        }
        cells.append(cell)
        return cells.count - 1
    }

    package mutating func reserveCapacity(_ count: Int) { cells.reserveCapacity(count) }

    /// Changes what is said about a count, but not the count.
    package mutating func change(_ position: Int, _ change: (inout Cell) -> Void) {
        let value = cells[position].value
        change(&cells[position])
        cells[position].value = value
    }

    /// Adds a sum of counts.
    ///
    /// The total need not be exactly the sum of the parts: where published figures do not add up, they are protected as if
    /// readers knew by how much. Sums may be added in any order, and more than once.
    ///
    /// - Parameters:
    ///   - total: The position of the total.
    ///   - parts: The positions of the parts.
    ///   - label: The table or line that it belongs to.
    /// - Throws: ``SmallNumberError`` with the code `invalid-relation` where a position is unknown or comes twice, or there are
    ///   no parts.
    public mutating func addRelation(total: Int, parts: [Int], label: String? = nil) throws(SmallNumberError) {
        var name: String { label.map { MessageText.quoted($0) } ?? "Sum \(relations.count + 1)" }
        guard !parts.isEmpty else {
            throw SmallNumberError(.invalidRelation, "\(name) has no parts; name at least one.", cells: [total])
        }
        var seen: Set<Int> = []
        for position in [total] + parts {
            guard cells.indices.contains(position) else {
                throw SmallNumberError(
                    .invalidRelation, "\(name) names cell \(position), but there are \(cells.count); add it first.",
                    cells: [position])
            }
            guard seen.insert(position).inserted else {
                throw SmallNumberError(
                    .invalidRelation, "\(name) names \(self.name(of: position)) twice; name it once.", cells: [position]
                )
            }
        }
        relations.append(Relation(total: total, parts: parts, label: label))
    }

    /// Adds a count that is the sum of others.
    ///
    /// - Parameters:
    ///   - parts: The positions of the parts.
    ///   - label: What the total counts; also the name of the sum.
    ///   - isNational: Whether it is of the whole country.
    /// - Returns: The position of the total.
    /// - Throws: ``SmallNumberError`` as for ``add(_:)`` and ``addRelation(total:parts:label:)``.
    @discardableResult
    public mutating func addTotal(
        of parts: [Int], label: String? = nil, isNational: Bool = false
    ) throws(SmallNumberError) -> Int {
        var sum = 0
        for part in parts where cells.indices.contains(part) {
            // Each is at most 10^12: only more cells than memory holds could overflow, and `add` refuses the sum before.
            sum = min(sum + cells[part].value, Self.greatestCount + 1)
        }
        let total = try add(Cell(sum, label: label, isNational: isNational))
        do {
            try addRelation(total: total, parts: parts, label: label)
        } catch {
            cells.removeLast()
            throw error
        }
        return total
    }

    /// The sums whose total is not the sum of their parts, by position.
    public var relationsThatDoNotAddUp: [Int] {
        relations.indices.filter { index in
            let relation = relations[index]
            return relation.parts.reduce(0) { $0 &+ cells[$1].value } != cells[relation.total].value
        }
    }

    /// Gives every count a name, and each sum that of its total, for messages.
    package mutating func name(_ label: (Int) -> String) {
        for position in cells.indices { cells[position].label = label(position) }
        relations = relations.map { .init(total: $0.total, parts: $0.parts, label: cells[$0.total].label) }
    }

    package func name(of position: Int) -> String { Self.name(of: cells[position], at: position) }

    private static func name(of cell: Cell, at position: Int) -> String {
        cell.label.map { MessageText.quoted($0) } ?? "cell \(position)"
    }
}

extension LinkedCounts.Cell {
    /// Adds what another mention of the same count says about it.
    package mutating func combine(with other: LinkedCounts.Cell) {
        switch (earlier, other.earlier) {
        case (.shown, _): break
        case (_, .shown):
            earlier = .shown
            if display == .never { display = .byPolicy }
        case (.hidden, nil), (nil, .hidden):
            // Hidden once, it costs readers nothing to be hidden again.
            earlier = nil
            weight = 1
        case (nil, nil), (.hidden, .hidden): break
        }
        isSensitive = isSensitive || other.isSensitive
        importance = max(importance, other.importance)
    }
}

extension LinkedCounts {
    /// Which of some counts are nearest to others: those to which the fewest sums lead.
    ///
    /// - Parameters:
    ///   - positions: The others.
    ///   - targets: The counts.
    package func tied(to positions: Set<Int>, reaching targets: Set<Int>) -> Set<Int> {
        var seen = positions
        var isUsed = [Bool](repeating: false, count: relations.count)
        while true {
            let found = seen.intersection(targets)
            if !found.isEmpty { return found }
            var next: Set<Int> = []
            for (index, relation) in relations.enumerated() where !isUsed[index] {
                let cells = [relation.total] + relation.parts
                guard cells.contains(where: seen.contains) else { continue }
                isUsed[index] = true
                next.formUnion(cells)
            }
            next.subtract(seen)
            if next.isEmpty { return [] }
            seen.formUnion(next)
        }
    }
}
