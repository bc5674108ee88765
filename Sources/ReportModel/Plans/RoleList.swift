package import ReportVocabulary

/// Several roles in one text, as councils write them: `Director; Head of Service`, `Director / Head of Service`,
/// `Director & Head of Service`.
package enum RoleList {
    /// The names of roles in a text.
    ///
    /// Semicolons always separate. Other signs separate only between two roles of the pack, because titles have
    /// them too: “Head of Help & Protection”.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - role: The role of a name; `nil` where the pack has none.
    package static func names(in text: String, _ role: (String) -> Role.ID?) -> [String] {
        text.split(separator: ";").map(trimmed).filter { !$0.isEmpty }.flatMap { part in
            role(part) != nil ? [part] : split(part, role) ?? [part]
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
    }

    private static let separators: [String] = ["\n", "\r", "/", "&", ",", "+", " and ", " with "]

    /// The roles of which a text is made up; `nil` where something in it is none.
    private static func split(_ text: String, _ role: (String) -> Role.ID?) -> [String]? {
        guard text.utf8.count <= 1_000 else { return nil }
        // The places at which the text may be cut: where a separator begins, and where it ends.
        var cuts: [(start: String.Index, end: String.Index)] = []
        var place = text.startIndex
        while place < text.endIndex {
            if let separator = separators.first(where: { text[place...].lowercased().hasPrefix($0) }) {
                let end = text.index(place, offsetBy: separator.count, limitedBy: text.endIndex) ?? text.endIndex
                cuts.append((place, end))
            }
            place = text.index(after: place)
        }
        guard !cuts.isEmpty, cuts.count <= 20 else { return nil }
        // From the end: how the text after each cut is made up of roles, the longest titles first.
        var known: [Int: [String]?] = [:]
        func names(from index: Int) -> [String]? {
            if let found = known[index] { return found }
            known[index] = .some(nil)
            let start = index == 0 ? text.startIndex : cuts[index - 1].end
            for next in (index...cuts.count).reversed() {
                let end = next == cuts.count ? text.endIndex : cuts[next].start
                guard start <= end else { continue }
                let name = trimmed(text[start..<end])
                if name.isEmpty {
                    // Two separators on end, such as a comma before “and”.
                    if index > 0, next < cuts.count, let rest = names(from: next + 1) {
                        known[index] = rest
                        return rest
                    }
                    continue
                }
                guard role(name) != nil else { continue }
                guard next < cuts.count else {
                    known[index] = [name]
                    return [name]
                }
                if let rest = names(from: next + 1) {
                    known[index] = [name] + rest
                    return [name] + rest
                }
            }
            return nil
        }
        return names(from: 0)
    }
}
