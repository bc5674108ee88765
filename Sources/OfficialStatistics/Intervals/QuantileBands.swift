public import ReportVocabulary

/// Bands of areas, such as fifths or tenths, by the rank of their values.
///
/// Source: PHEindicatormethods 2.1.0, `R/Quantiles.R`. Areas with the same value share the lowest rank among them and so the
/// band; bands may be of different size, and with many ties some stay empty. With N values and q bands an area of rank r is in
/// band q + 1 − ⌈q (N + 1 − r) / N⌉, computed here in whole numbers: the package divides twice, and for some numbers of bands,
/// such as 20 bands of 28 areas, its rounding puts an area one band too low.
public struct QuantileBands: Sendable, Hashable, Codable {
    /// Which values band 1 holds.
    public enum Order: String, Sendable, Hashable, Codable, CaseIterable {
        /// Band 1 holds the highest values.
        case highestFirst = "highest-first"
        /// Band 1 holds the lowest values.
        case lowestFirst = "lowest-first"

        /// The order in which band 1 is the best: the lowest values first where lower is better, else the highest first.
        ///
        /// - Parameter polarity: Which way is better.
        public init(bestFirst polarity: Polarity) {
            self = polarity == .lowerIsBetter ? .lowestFirst : .highestFirst
        }

        /// The order in words, for the key of a table.
        public var label: String {
            switch self {
            case .highestFirst: "Band 1 holds the highest values"
            case .lowestFirst: "Band 1 holds the lowest values"
            }
        }
    }

    /// How many bands there are.
    public let count: Int
    /// Which values band 1 holds.
    public let order: Order
    /// The band of each value in the order given, from 1; `nil` for a missing value, and for all where there are fewer values
    /// than bands.
    public let bands: [Int?]

    /// Puts values into bands, in O(n log n).
    ///
    /// - Parameters:
    ///   - values: The values in any order; `nil` is missing.
    ///   - count: How many bands, at least 1.
    ///   - order: Which values band 1 holds.
    /// - Throws: ``IntervalError/tooFewBands(_:)``, or ``IntervalError/valueNotFinite(position:)``.
    public init(_ values: [Double?], count: Int = 10, order: Order = .highestFirst) throws(IntervalError) {
        guard count >= 1 else { throw .tooFewBands(count) }
        for (position, value) in values.enumerated() {
            if let value, !value.isFinite { throw .valueNotFinite(position: position) }
        }
        self.count = count
        self.order = order

        let known = values.compactMap(\.self)
        var bands: [Int?] = Array(repeating: nil, count: values.count)
        guard known.count >= count else {
            self.bands = bands
            return
        }
        let sorted = known.sorted(by: order == .highestFirst ? { $0 > $1 } : { $0 < $1 })
        var ranks: [Double: Int] = [:]
        ranks.reserveCapacity(sorted.count)
        for (index, value) in sorted.enumerated() where ranks[value] == nil { ranks[value] = index + 1 }
        for (position, value) in values.enumerated() {
            guard let value, let rank = ranks[value] else { continue }
            bands[position] = Self.band(ofRank: rank, among: known.count, count: count)
        }
        self.bands = bands
    }

    /// The band of a rank; ⌈q (N + 1 − r) / N⌉ lies between 1 and q, so the band does too.
    private static func band(ofRank rank: Int, among total: Int, count: Int) -> Int {
        // The count is at most the number of values, so the product cannot overflow for arrays that fit into memory.
        count + 1 - (count * (total + 1 - rank) + total - 1) / total
    }
}
