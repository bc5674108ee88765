/// Finds the name that somebody probably meant who wrote one that does not exist.
package enum NearestName {
    /// Names longer than this are not compared: a slip in so long a name is found by reading, and comparing costs more than
    /// it helps.
    private static let longestCompared = 120

    /// The name that differs least from another.
    ///
    /// Capital and small letters are taken as the same. A letter added, left out, changed, or swapped with its neighbour
    /// counts as one slip; short names may have one, names of five letters or more two, of nine or more three.
    ///
    /// - Parameters:
    ///   - name: The name as written.
    ///   - names: The names that exist. Of several equally near ones the first in alphabetical order is taken, so that the
    ///     order in which they come does not matter.
    /// - Returns: The nearest, or `nil` where none is near enough to be a slip. Never a name that is the same letter for
    ///   letter.
    package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let written = Array(name.lowercased().unicodeScalars)
        guard written.count >= 2, written.count <= longestCompared else { return nil }
        var best: (name: String, slips: Int)?
        var allowed = slipsAllowed(length: written.count)
        for candidate in names where candidate != name {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            guard abs(scalars.count - written.count) <= allowed,
                let slips = slips(from: written, to: scalars, atMost: allowed)
            else { continue }
            if let best, slips == best.slips, best.name <= candidate { continue }
            best = (candidate, slips)
            allowed = slips
        }
        return best?.name
    }

    private static func slipsAllowed(length: Int) -> Int {
        switch length {
        case ..<5: 1
        case ..<9: 2
        default: 3
        }
    }

    /// The distance of Damerau and Levenshtein in which no stretch is edited twice; `nil` where it is over the limit.
    private static func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        var leastOfLast = 0
        for row in 0..<left.count {
            let letter = left[row].value
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            var (before, least) = (row + 1, row + 1)
            var column = 0
            while column < right.count {
                let other = right[column].value
                var cost = last[column] + (letter == other ? 0 : 1)
                if last[column + 1] < cost { cost = last[column + 1] + 1 }
                if before < cost { cost = before + 1 }
                if row > 0, column > 0, letter == right[column - 1].value, left[row - 1].value == other,
                    beforeLast[column - 1] < cost
                {
                    cost = beforeLast[column - 1] + 1
                }
                current.append(cost)
                before = cost
                if cost < least { least = cost }
                column += 1
            }
            // A swap reaches back two rows, so one row over the limit is not yet proof.
            if least > limit, leastOfLast > limit { return nil }
            leastOfLast = least
            (beforeLast, last) = (last, current)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
