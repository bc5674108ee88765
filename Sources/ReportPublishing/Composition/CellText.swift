package import ReportModel
import ReportVocabulary

/// Texts of table cells that are made of several items.
package enum CellText {
    /// How many lines a list in a cell has at most, so that no row becomes taller than a page.
    package static let mostLines = 6

    /// Items one under the other; where there are too many, the first ones and how many more there are.
    package static func lines(_ items: [String]) -> String {
        let shown = items.count > mostLines ? mostLines - 1 : items.count
        let rest = items.count > shown ? ["and \(DecimalText.grouped(items.count - shown)) more"] : []
        return (items.prefix(shown) + rest).joined(separator: "\n")
    }

    /// The first sentences of a text that fit into so many characters; of a longer first sentence its beginning, cut between
    /// words.
    package static func beginning(of text: String, upTo limit: Int) -> String {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard text.count > limit else { return text }
        var end = text.startIndex
        var lastSpace = text.startIndex
        var previous: Character = " "
        let last = text.index(text.startIndex, offsetBy: max(limit, 0))
        var place = text.startIndex
        while place < last {
            if text[place] == " " {
                lastSpace = place
                let next = text.index(after: place)
                // A small letter after a full stop means an abbreviation.
                if ".!?".contains(previous), next < text.endIndex, !text[next].isLowercase { end = place }
            }
            previous = text[place]
            place = text.index(after: place)
        }
        // The sentence may end with the last character that fits.
        if ".!?".contains(previous), text[last] == " " { end = last }
        guard text.distance(from: text.startIndex, to: end) >= limit / 3 else {
            let cut = lastSpace > text.startIndex ? lastSpace : last
            return text[..<cut].trimmingSuffix { ",;:.–-".contains($0) } + "…"
        }
        return String(text[..<end])
    }

    /// The whole sentences of a text that fit into so many characters, and in any case the first.
    ///
    /// Only a first sentence that is longer than ``longestSentence`` is cut, between words.
    package static func sentences(of text: String, upTo limit: Int) -> String {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard text.count > limit else { return text }
        var end: String.Index?
        var (previous, count): (Character, Int) = (" ", 0)
        for place in text.indices {
            if text[place] == " ", ".!?".contains(previous) {
                // A small letter after a full stop means an abbreviation.
                let next = text.index(after: place)
                if next < text.endIndex, !text[next].isLowercase {
                    if end != nil, count > limit { break }
                    end = place
                    if count >= limit { break }
                }
            }
            previous = text[place]
            count += 1
        }
        let sentences = String(text[..<(end ?? text.endIndex)])
        return sentences.count <= max(limit, longestSentence)
            ? sentences : beginning(of: sentences, upTo: max(limit, longestSentence))
    }

    /// The most characters of a sentence that is shown whole where there is little room.
    private static let longestSentence = 240

    /// Dated steps one under the other.
    package static func lines(_ milestones: [Milestone]) -> String {
        lines(milestones.map { "\($0.date.label): \($0.text)" })
    }
}

extension Chart {
    /// Labels made unique, as those along an axis must be: the second of a name gets a number.
    package static func uniqueLabels(_ labels: [String]) -> [String] {
        var counts: [String: Int] = [:]
        var taken = Set(labels)
        return labels.map { label in
            counts[label, default: 0] += 1
            guard var number = counts[label], number > 1 else { return label }
            while !taken.insert("\(label) (\(number))").inserted { number += 1 }
            return "\(label) (\(number))"
        }
    }
}

extension Substring {
    /// The text without the marks at its end.
    fileprivate func trimmingSuffix(while isMark: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isMark(last) { text = text.dropLast() }
        return String(text)
    }
}
