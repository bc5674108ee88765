// The ends of the interval in which a count may lie before any sum is used;
// the searches move counts within them, so that no step needs to solve the whole table.

/// How far each count may be from the truth, as far as a reader can tell without adding anything up.
struct Leeway {
    /// Stands for no limit; sums of a few are far from overflow.
    static let unlimited = Int.max / 8

    /// Whether each cell is hidden.
    private(set) var isOpen: [Bool]
    /// How far the search at hand has moved each cell from its true count.
    private(set) var moved: [Int]
    private var touched: [Int] = []
    /// How far a cell may rise or fall that is shown, because it is rounded or masked; 0 where its count is known.
    private let closedRise: [Int]
    private let closedFall: [Int]
    private let openFall: [Int]
    /// How far a small count that is printed may rise and stay small; without limit for others.
    private let smallRise: [Int]
    /// Whether small counts are held small, as for a reader who has found out which are; see ``hold(except:)``.
    private var holdsSmall = false
    private var isFree: Set<Int> = []
    /// What it costs to hide each cell; `nil` where it may not be.
    let price: [Int?]

    init(_ reading: Reading) {
        isOpen = reading.cells.map(\.isHidden)
        moved = [Int](repeating: 0, count: reading.cells.count)
        closedRise = reading.cells.map(\.rise)
        closedFall = reading.cells.map(\.fall)
        openFall = reading.cells.map(\.hiddenFall)
        smallRise = reading.cells.map { $0.smallRise ?? Self.unlimited }
        price = reading.cells.map(\.price)
    }

    /// How much further a cell may rise or fall as things are.
    func limit(_ cell: Int, rising: Bool) -> Int {
        if isOpen[cell] { return hiddenLimit(cell, rising: rising) }
        return rising ? closedRise[cell] - moved[cell] : closedFall[cell] + moved[cell]
    }

    /// How much further a cell may rise or fall if it is hidden.
    func hiddenLimit(_ cell: Int, rising: Bool) -> Int {
        guard rising else { return openFall[cell] + moved[cell] }
        let rise = smallRise[cell]
        return holdsSmall && rise != Self.unlimited && !isFree.contains(cell) ? rise - moved[cell] : Self.unlimited
    }

    /// Holds small counts small.
    ///
    /// Readers who know the rules may find out that two hidden counts are both small: where one of them alone would have had
    /// another companion. Two of 5 each would then be known from their sum.
    ///
    /// - Parameter free: Those that may have any size, because nothing tells whether they are small.
    mutating func hold(except free: Set<Int>) {
        holdsSmall = true
        isFree = free
    }

    /// Whether a move makes a small count great.
    func becomesGreat(_ move: Move) -> Bool {
        smallRise[move.cell] != Self.unlimited && move.amount > smallRise[move.cell]
    }

    /// Lets all hidden counts have any size.
    mutating func release() { holdsSmall = false }

    /// Whether a cell may move although it is shown.
    func hasPlay(_ cell: Int) -> Bool { closedRise[cell] + closedFall[cell] > 0 }

    /// Whether a cell that is shown could be hidden.
    func canOpen(_ cell: Int) -> Bool { !isOpen[cell] && price[cell] != nil }

    mutating func setOpen(_ cell: Int, _ open: Bool) { isOpen[cell] = open }

    mutating func move(_ cell: Int, by amount: Int) {
        if moved[cell] == 0 { touched.append(cell) }
        moved[cell] += amount
    }

    /// All moves since the last call, by cell in order; the cells are back at the truth then.
    mutating func takeMoves() -> [Move] {
        var moves: [Move] = []
        for cell in touched.sorted() where moved[cell] != 0 {
            moves.append(Move(cell: cell, amount: moved[cell]))
            moved[cell] = 0
        }
        touched.removeAll(keepingCapacity: true)
        return moves
    }
}

/// How far one cell lies from its true count in a table that a reader must hold possible.
struct Move: Sendable, Hashable {
    let cell: Int
    let amount: Int
}

/// Cells that move together by the same amount, so that every sum holds.
struct Route {
    /// The cells without the one that was asked about, and which way they move.
    var steps: [(cell: Int, rising: Bool)]
    /// What it costs to hide those that are shown yet.
    var price: Int
}
