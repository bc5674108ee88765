/// The known name that somebody who mistyped one probably meant.
enum NearestName {
    /// Finds the nearest name by edit distance.
    ///
    /// - Parameters:
    ///   - name: What was written.
    ///   - known: The names there are; of equally near ones, the first wins.
    /// - Returns: `nil` where none is near: at most three edits, and fewer than the name is long.
    static func find(_ name: String, in known: [String]) -> String? {
        let written = Array(name.lowercased())
        var best: (name: String, distance: Int)?
        for candidate in known {
            let distance = distance(written, Array(candidate.lowercased()))
            if distance <= 3, distance < max(written.count, 1), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// How many characters must be added, removed or changed (Levenshtein).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let change = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
