import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
public import ReportVocabulary

/// What has to be explained beside tables: the symbols in place of figures, and cells that are empty.
public struct TableKey: Sendable, Hashable {
    /// Why figures are missing.
    public private(set) var reasons: Set<MissingReason> = []
    /// Whether cells are empty.
    public private(set) var hasEmptyCells = false

    /// A key to nothing.
    public init() {}

    /// Takes a table into account.
    ///
    /// O(n) for n cells.
    ///
    /// - Parameter table: The table.
    public mutating func read(_ table: Table) {
        for row in table.rows { for cell in row { read(cell.value) } }
    }

    /// Takes labelled facts into account.
    ///
    /// - Parameter facts: The facts.
    public mutating func read(_ facts: [Fact]) {
        for fact in facts {
            read(.text(fact.label))
            read(.text(fact.value))
        }
    }

    /// Takes a cell into account.
    ///
    /// A symbol within a sentence is a word of that sentence. It takes the place of a figure only where a cell, or a line of
    /// it, has nothing else.
    ///
    /// - Parameter value: What the cell holds.
    public mutating func read(_ value: Cell.Value) {
        switch value {
        case .missing(let reason): add(reason)
        case .empty: hasEmptyCells = true
        case .text(let text):
            guard !text.allSatisfy(\.isWhitespace) else {
                hasEmptyCells = true
                return
            }
            guard text.utf8.contains(UInt8(ascii: "[")) else { return }
            for line in text.split(whereSeparator: \.isNewline) {
                let line = line.drop(while: \.isWhitespace)
                for reason in MissingReason.allCases where line.hasPrefix(reason.shorthand) {
                    let rest = line.dropFirst(reason.shorthand.count)
                    // Of the two reasons that share a symbol, the symbol alone does not say which is meant.
                    if rest.allSatisfy(\.isWhitespace), !reasons.contains(where: { $0.shorthand == reason.shorthand }) {
                        add(reason)
                    }
                }
            }
        case .number, .percentage, .date: break
        }
    }

    /// Takes a reason into account.
    ///
    /// - Parameter reason: Why a figure is missing.
    public mutating func add(_ reason: MissingReason) { reasons.insert(reason) }

    /// The meaning of each symbol, one sentence for each, in the order of ``MissingReason``.
    public var sentences: [String] {
        var meanings: [(symbol: String, meanings: [String])] = []
        for reason in MissingReason.allCases where reasons.contains(reason) {
            if let index = meanings.firstIndex(where: { $0.symbol == reason.shorthand }) {
                meanings[index].meanings.append(reason.meaning)
            } else {
                meanings.append((reason.shorthand, [reason.meaning]))
            }
        }
        return meanings.map { PublicationWording.meaning(of: $0.symbol, $0.meanings) }
    }
}
