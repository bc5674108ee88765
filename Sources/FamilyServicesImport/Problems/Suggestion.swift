import FamilyServicesKit

/// Names that a mistyped name may have meant.
enum Suggestion {
    /// The known name that a name was probably meant to be.
    ///
    /// Beyond slips of the pen this finds names that differ only in capitals, blanks, hyphens and underscores, and the one
    /// known name that begins with what was written, or with which it begins.
    ///
    /// - Returns: `nil` where nothing is near.
    static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        guard name.utf8.count <= 480 else { return nil }
        let known = Array(known)
        let folded = Self.folded(name)
        if let same = known.first(where: { $0 != name && Self.folded($0) == folded }) { return same }
        if let near = NearestName.nearest(to: name, among: known) { return near }
        guard folded.count >= 3 else { return nil }
        let related = known.filter {
            let other = Self.folded($0)
            return other.hasPrefix(folded) || other.count >= 3 && folded.hasPrefix(other)
        }
        return related.count == 1 ? related.first : nil
    }

    /// The end of a message: `; did you mean “x”?`, or nothing.
    static func ending(for name: String, among known: some Sequence<String>) -> String {
        nearest(to: name, among: known).map { " Did you mean \(Excerpt.named($0))?" } ?? ""
    }

    /// A name in small letters without blanks, hyphens and underscores.
    static func folded(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
    }
}
