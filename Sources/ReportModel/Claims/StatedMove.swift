import ReportVocabulary

/// The ends of a move that a sentence tells: "fell from 86.2% to 76.3%", "76.3%, down from 86.2%".
package struct StatedMove {
    /// Where it began, in the words of the sentence.
    package let earlier: StatedFigure
    /// Where it ended; `nil` where the words between "from" and what follows do not say.
    package let later: StatedFigure?
    /// The sentence without both: "76.3%, down", "fell".
    package let rest: StatedFigure
    /// Whether the number of the rest is where the move ended, whatever the claim is about: "fell to 76.3% from 86.2%".
    package let endsInRest: Bool

    /// Words that may lie between "from" or "to" and the number.
    private static let fillers: Set<String> = [
        "the", "a", "an", "previous", "earlier", "baseline", "level", "figure", "total", "rate", "high", "low", "peak",
        "of",
        "just", "about", "around", "nearly", "almost", "over", "under", "some", "only", "roughly", "approximately",
    ]

    /// Reads a move; `nil` where the words do not say where one began.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let numbers = NumberReader.numbers(in: text).filter {
            $0.isQuantity && $0.kind != .nothing && !$0.mayBeYear && $0.upper == nil
        }
        /// The word before a number and its fillers, where it is the one that is looked for; and how much of the gap comes before it.
        func follows(_ word: String, _ index: Int) -> Int? {
            let start = index == 0 ? 0 : numbers[index - 1].range.upperBound
            let gap = start..<numbers[index].range.lowerBound
            let words = StatedWords(part(gap)).all
            guard let place = words.lastIndex(of: word), words[(place + 1)...].allSatisfy(Self.fillers.contains)
            else { return nil }
            let wanted = Array(word.utf8)
            return gap.reversed().first { first in
                first + wanted.count <= gap.upperBound
                    && zip(bytes[first...], wanted).allSatisfy { $0 | 0x20 == $1 }
            }
        }
        guard let index = numbers.indices.first(where: { follows("from", $0) != nil }),
            let from = follows("from", index)
        else { return nil }
        let next = index + 1
        let hasEnd = next < numbers.count && follows("to", next) != nil
        let end = numbers[hasEnd ? next : index].range.upperBound
        /// A number with the words of its bound.
        func figure(_ index: Int, after word: String) -> StatedFigure {
            let start = follows(word, index).map { $0 + word.utf8.count } ?? numbers[index].range.lowerBound
            return StatedFigure(String(part(start..<numbers[index].range.upperBound).drop { $0 == " " }))
        }
        earlier = figure(index, after: "from")
        later = hasEnd ? figure(next, after: "to") : nil
        rest = StatedFigure(part(0..<from) + part(end..<bytes.count))
        endsInRest = index > 0 && follows("to", index - 1) != nil
    }
}

extension Claim {
    /// The move that its words tell, where they or the figures say that it is one; "from 12 to 16 weeks" may be a range.
    package var move: StatedMove? {
        guard stated.direction != nil || comparedWith != nil || kind.isOfTwo else { return nil }
        return StatedMove(stated.text)
    }
}

extension Claim.Kind {
    /// Whether a claim of the kind sets two figures beside each other.
    package var isOfTwo: Bool {
        switch self {
        case .points, .percentChange, .difference, .comparison: true
        default: false
        }
    }
}
