import ReportVocabulary

/// Whether a printed percentage can be a share of a whole number of cases at all.
package enum ShareOfWhole {
    /// Says why a percentage cannot be a share of a number of cases.
    ///
    /// Of 6 cases, 69 per cent can be none: 4 are 66.7 and 5 are 83.3 per cent. Where a share is not among those that its
    /// base allows, it was worked out from another base.
    ///
    /// - Parameters:
    ///   - share: The percentage as printed.
    ///   - base: The number of cases.
    ///   - halfUnit: How far rounding can have moved the percentage.
    /// - Returns: A sentence with the nearest shares that are possible; `nil` where the share is possible, or where the
    ///   base is no number of cases.
    package static func objection(to share: Double, of base: Double, halfUnit: Double) -> String? {
        guard base >= 1, base == base.rounded(), base <= 1e12, (0...100).contains(share) else { return nil }
        let below = (share * base / 100).rounded(.down)
        let parts = [below, below + 1].filter { $0 <= base }
        guard !parts.contains(where: { PrintedPrecision.agrees(100 * $0 / base, with: share, halfUnit: halfUnit) })
        else { return nil }
        let possible = parts.map { part in
            "\(MessageText.number(part)) would be \(MessageText.shown(100 * part / base, beside: halfUnit))"
        }
        return "\(MessageText.number(share)) per cent cannot be a share of \(MessageText.number(base)): "
            + "\(MessageText.list(possible)); check which base it was worked out from."
    }
}
