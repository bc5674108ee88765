import TestSupport
import FamilyServicesKit

/// A random pack of which every figure is a sum of children in one age, one place and one month, in two sorts: those of whom
/// something is so, and the rest.
///
/// What a reader knows of it is written down here from the figures that a version shows and from what each figure is a sum of,
/// without anything of the kit's own search for sums.
struct RandomPack {
    /// Those whom a figure is about.
    struct Figure {
        let ages: [Int]
        let places: [Int]
        let months: [Int]
        /// Whether it prints what it is out of as well.
        let isShare: Bool
    }

    private static let ages = ["under-5", "5-to-9", "10-plus"]
    private static let places = ["north", "south", "west"]
    private static let months = ["2026-04", "2026-05", "2026-06"]

    var counted: CountedPack
    /// What each observation is about, in the order of the pack.
    private(set) var figures: [Figure] = []
    /// How many there are of each sort, by age, place and month.
    private var cells: [[Int]]

    init(using random: inout SeededGenerator) throws {
        counted = try CountedPack()
        let isSparse = Bool.random(using: &random)
        cells = (0..<27).map { _ in
            [0, 1].map { sort in
                let isEmpty = Int.random(in: 0..<10, using: &random) < (isSparse ? 6 : 2)
                return isEmpty ? 0 : Int.random(in: 0...12, using: &random) * (sort + 1)
            }
        }
        let accumulation: Accumulation = [.period, .period, .yearToDate][Int.random(in: 0..<3, using: &random)]
        let isShare = Bool.random(using: &random)
        let isLocal = Bool.random(using: &random)
        let withQuarter = accumulation == .period && Bool.random(using: &random)
        counted.add("m", unit: isShare ? .percent : .count, accumulation: accumulation, breakdown: "age")
        let periods = Self.months.indices.map { ($0, accumulation == .period ? [$0] : Array(0...$0)) }
        let areas: [(Area.ID, [Int])] =
            [("exampleton", [0, 1, 2])]
            + (isLocal ? Self.places.enumerated().map { (.init(stringLiteral: $1), [$0]) } : [])
        let categories: [(Breakdown.Category.ID?, [Int])] =
            [(nil, [0, 1, 2])] + Self.ages.enumerated().map { (.init($1), [$0]) }
        // In every other pack of periods, somebody has left a row out.
        let isWhole = accumulation == .yearToDate || Bool.random(using: &random)
        var leftOut = isWhole ? -1 : Int.random(in: 1...48, using: &random)
        let quarter = withQuarter ? [("FY2026-27-Q1", [0, 1, 2])] : []
        for (month, months) in periods.map({ (Self.months[$0.0], $0.1) }) + quarter {
            for (area, places) in areas {
                for (category, ages) in categories {
                    leftOut -= 1
                    if leftOut == 0 { continue }
                    try add(
                        Figure(ages: ages, places: places, months: months, isShare: isShare), month, area, category)
                }
            }
        }
    }

    private mutating func add(
        _ figure: Figure, _ period: String, _ area: Area.ID, _ category: Breakdown.Category.ID?
    ) throws {
        let part = Double(sum(figure, sort: 0))
        let whole = part + Double(sum(figure, sort: 1))
        try counted.add(
            figure.isShare ? .fraction(numerator: part, denominator: whole) : .value(part), to: "m", period,
            area: area, category: category)
        figures.append(figure)
    }

    /// The positions of the cells of one sort that a figure is the sum of.
    private func positions(_ figure: Figure, sort: Int) -> [Int] {
        figure.ages.flatMap { age in
            figure.places.flatMap { place in figure.months.map { ((age * 3 + place) * 3 + $0) * 2 + sort } }
        }
    }

    private func sum(_ figure: Figure, sort: Int) -> Int {
        positions(figure, sort: sort).reduce(0) { $0 + cells[$1 / 2][$1 % 2] }
    }

    /// The pack with what a version shows of it, for a message.
    func described(_ shown: [ObservedValue?]) -> String {
        zip(counted.pack.observations, shown).map { observation, value in
            "\(observation.period) \(observation.area) \(observation.category?.text ?? "all"): "
                + "\(observation.value)\(value == nil ? " hidden" : "")"
        }.joined(separator: "\n")
    }

    // MARK: The reader

    /// What a reader knows, and of which sums they want to know how small and how great these can be.
    struct Question: Encodable {
        /// A sum of cells that is known to lie between two numbers, the second of which may be open.
        struct Rule: Encodable {
            let cells: [Int]
            let least: Int
            let most: Int?
        }

        var cells = 54
        var rules: [Rule] = []
        var targets: [[Int]] = []
        /// The true sum of each target, and the least that a reader may know it to be.
        var truths: [Int] = []
        var names: [String] = []
    }

    /// What is known from a version.
    ///
    /// - Parameter shown: The figures of the version, in the order of the pack.
    func question(_ shown: [ObservedValue?]) -> Question {
        var question = Question()
        for (index, (figure, value)) in zip(figures, shown).enumerated() {
            let part = positions(figure, sort: 0)
            let rest = positions(figure, sort: 1)
            switch value {
            case .fraction(let numerator, let denominator):
                question.rules.append(.init(cells: part, least: Int(numerator), most: Int(numerator)))
                question.rules.append(.init(cells: part + rest, least: Int(denominator), most: Int(denominator)))
            case .value(let count, _):
                question.rules.append(.init(cells: part, least: Int(count), most: Int(count)))
            case .missing, nil:
                // Zeros are shown, so that a symbol stands for somebody.
                question.rules.append(.init(cells: figure.isShare ? part + rest : part, least: 1, most: nil))
            }
            let before = figures[..<index].last {
                $0.ages == figure.ages && $0.places == figure.places && $0.months == Array(figure.months.dropLast())
            }
            for sort in figure.isShare ? [0, 1] : [0] {
                let cells = positions(figure, sort: sort)
                ask(&question, cells, "figure \(index), sort \(sort)")
                if let before {
                    let earlier = Set(positions(before, sort: sort))
                    ask(&question, cells.filter { !earlier.contains($0) }, "increment of \(index), sort \(sort)")
                }
            }
        }
        return question
    }

    private func ask(_ question: inout Question, _ positions: [Int], _ name: String) {
        let truth = positions.reduce(0) { $0 + cells[$1 / 2][$1 % 2] }
        guard (1...5).contains(truth) else { return }
        question.targets.append(positions)
        question.truths.append(truth)
        question.names.append(name)
    }

    /// How many parts of a sum, each with a symbol of its own, hold somebody: a reader knows that the sum is at least that.
    func partsWithSymbols(_ target: [Int], _ shown: [ObservedValue?]) -> Int {
        // Who is known not to be there changes nothing.
        let nobody = zip(figures, shown).flatMap { figure, value -> [Int] in
            switch value {
            case .value(0, _): positions(figure, sort: 0)
            case .fraction(let part, let whole):
                (part == 0 ? positions(figure, sort: 0) : [])
                    + (part == whole ? positions(figure, sort: 1) : [])
            case .value, .missing, nil: []
            }
        }
        let target = Set(target).union(nobody)
        var best = 0
        // Any set of disjoint figures inside the sum; the greedy one from the smallest finds the most in this structure.
        var taken: Set<Int> = []
        let inside = zip(figures, shown).filter { $1 == nil }
            .map { figure, _ in
                Set(positions(figure, sort: 0) + (figure.isShare ? positions(figure, sort: 1) : []))
            }
            .filter { $0.isSubset(of: target) }.sorted { $0.count < $1.count }
        for cells in inside where cells.isDisjoint(with: taken) {
            taken.formUnion(cells)
            best += 1
        }
        return best
    }
}
