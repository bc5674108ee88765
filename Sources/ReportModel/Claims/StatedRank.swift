import ReportVocabulary

/// The place of a figure among those of other councils, as a sentence states it: “third lowest of 11”, “ranked 8th”, “in the bottom
/// quarter”, “lower than seven of its ten neighbours”.
package struct StatedRank: Sendable, Hashable {
    /// From which end places are counted.
    package enum End: Sendable {
        case highest, lowest, best, worst
        /// Nothing is said: the best, or of a measure that is not judged either end.
        case unstated
    }

    /// What is said of the place.
    package enum Place: Sendable, Hashable {
        /// One of some places from an end.
        case places(ClosedRange<Int>, from: End)
        /// Among the first part of all from an end: one fourth of them for the top quarter.
        case part(Int, from: End)
        /// On one side of so many others; `nil` for most of them.
        case beyond(StatedComparison.Move, others: Int?)
    }

    /// What is said of the place.
    package let place: Place
    /// How many are ranked, where the sentence says so; for ``Place/beyond(_:others:)`` without the council itself.
    package let count: Int?
    /// Whether the sentence speaks of statistical neighbours.
    package let isAmongNeighbours: Bool

    /// What councils are called.
    private static let others: Set<String> = [
        "councils", "authorities", "neighbours", "boroughs", "peers", "counterparts", "las", "counties",
    ]

    /// Reads a place; `nil` where the words state none.
    package init?(_ text: String) {
        let words = StatedWords(text)
        // “The highest of the 12 months” is a stretch of time.
        guard !words.has("month", "months", "quarters", "year", "years", "week", "weeks") else { return nil }
        let numbers = NumberReader.numbers(in: text)
        let hasOthers = words.all.contains(where: Self.others.contains)
        let isAmong = words.has("neighbours")
        let whole = Self.whole(text, numbers)
        guard let place = Self.place(words, numbers, text, isAmongOthers: hasOthers || whole != nil),
            hasOthers || whole != nil || words.has("ranked", "ranks", "rank", "ranking")
        else { return nil }
        self.place = place
        count = whole
        isAmongNeighbours = isAmong
    }

    private static func place(
        _ words: StatedWords, _ numbers: [StatedNumber], _ text: String, isAmongOthers: Bool
    ) -> Place? {
        if let beyond = beyond(words, numbers, text) { return beyond }
        let last = words.all.indices
        for index in last {
            let isTop = words.all[index] == "top"
            guard isTop || words.all[index] == "bottom", let next = words.all[safely: index + 1] else { continue }
            let end: End = isTop ? .unstated : .worst
            switch next {
            case "quarter", "quartile": return .part(4, from: end)
            case "third", "tertile": return .part(3, from: end)
            case "half": return .part(2, from: end)
            case "fifth", "quintile": return .part(5, from: end)
            default:
                let number = NumberReader.numbers(in: next).first { $0.kind == .plain }
                guard let number, let most = Int(exactly: number.value), most > 0 else { continue }
                return .places(1...most, from: end)
            }
        }
        let ordinal = numbers.first { $0.kind == .ordinal && $0.value >= 1 && $0.value == $0.value.rounded() }
        for index in last {
            guard let end = end(words.all[index]) else { continue }
            let bytes = Array(text.utf8)
            guard let ordinal, let place = Int(exactly: ordinal.value) else {
                return isAmongOthers ? .places(1...1, from: end) : nil
            }
            // The place belongs to the word that it stands before: “the third lowest”, “the 3rd-lowest”.
            let behind = StatedWords(String(decoding: bytes[ordinal.range.upperBound...], as: UTF8.self)).all
            return behind.first.flatMap { Self.end($0) } != nil ? .places(place...place, from: end) : nil
        }
        guard words.has("ranked", "ranks", "rank", "ranking", "placed") else { return nil }
        let number = ordinal ?? numbers.first { $0.kind == .plain && $0.decimals == 0 }
        if let number, let place = Int(exactly: number.value), place > 0 {
            return .places(place...place, from: .unstated)
        }
        // “ranked 8 of 11” is read as a share.
        if case .share(let part, _)? = numbers.first?.kind, let place = Int(exactly: part), place > 0 {
            return .places(place...place, from: .unstated)
        }
        return nil
    }

    /// “Lower than seven of its ten neighbours”, “higher than most councils”.
    private static func beyond(_ words: StatedWords, _ numbers: [StatedNumber], _ text: String) -> Place? {
        guard let than = words.all.firstIndex(of: "than"), than > 0,
            words.all[than...].contains(where: others.contains)
        else { return nil }
        let move: StatedComparison.Move
        switch words.all[than - 1] {
        case "lower", "fewer", "less", "smaller": move = .down
        case "higher", "more", "greater", "larger": move = .up
        case "better": move = .better
        case "worse", "poorer": move = .worse
        default: return nil
        }
        guard !words.isNegated, !words.has(inOrder: ["all", "but"]) else { return nil }
        if words.has("most") { return .beyond(move, others: nil) }
        if case .share(let part, _)? = numbers.first?.kind, let number = Int(exactly: part) {
            return .beyond(move, others: number)
        }
        // “Lower than seven” is read as a bound.
        guard let first = numbers.first(where: { $0.isQuantity }), first.kind == .plain, first.upper == nil,
            let number = Int(exactly: first.value)
        else { return nil }
        return .beyond(move, others: number)
    }

    private static func end(_ word: String) -> End? {
        switch word {
        case "highest", "largest", "greatest", "biggest": .highest
        case "lowest", "smallest", "fewest": .lowest
        case "best": .best
        case "worst", "poorest": .worst
        default: nil
        }
    }

    /// The number after “of”, “out of” or “among”.
    private static func whole(_ text: String, _ numbers: [StatedNumber]) -> Int? {
        let bytes = Array(text.utf8)
        for number in numbers {
            switch number.kind {
            case .share(_, let whole): return Int(exactly: whole)
            case .plain where number.decimals == 0 && number.upper == nil:
                let before = StatedWords(String(decoding: bytes[..<number.range.lowerBound], as: UTF8.self)).all
                let kept = before.reversed().drop {
                    ["the", "all", "its", "our", "their", "these", "other"].contains($0)
                }
                if let word = kept.first, word == "of" || word == "among" { return Int(exactly: number.value) }
            default: continue
            }
        }
        return nil
    }
}

extension Array {
    /// The element at an index, where there is one.
    fileprivate subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
