import ReportVocabulary

/// The several numbers of a sentence and what each is: “366, 15 fewer than in May”, “90% against a target of 85%”,
/// “366, compared with 381 in May”.
package struct StatedParts {
    /// What a number of a sentence is.
    package enum Role: Sendable, Hashable {
        /// The figure itself.
        case level
        /// How far it is from the other one.
        case change
        /// The other figure.
        case other
        /// The target.
        case target
    }

    /// The numbers with the words around them, in the order of the sentence.
    package let parts: [(role: Role, stated: StatedFigure)]

    /// Reads the numbers; `nil` where there are fewer than two, or one of them has no place in the sentence.
    ///
    /// - Parameters:
    ///   - text: The sentence.
    ///   - isOther: Whether words that name a time, such as “May”, mean that of the other figure.
    package init?(_ text: String, isOther: (String) -> Bool) {
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let numbers = NumberReader.numbers(in: text).filter { $0.isQuantity && $0.kind != .nothing && !$0.mayBeYear }
        guard numbers.count > 1, numbers.allSatisfy(Self.isPlain) else { return nil }
        var parts: [(role: Role, stated: StatedFigure)] = []
        for (index, number) in numbers.enumerated() {
            let start = index == 0 ? 0 : numbers[index - 1].range.upperBound
            let end = index + 1 < numbers.count ? numbers[index + 1].range.lowerBound : bytes.count
            // Words behind a comma or in front of a bracket belong to the next number.
            let behind = part(number.range.upperBound..<end).prefix { !",;(".contains($0) }
            let before = part(start..<number.range.lowerBound)
            guard let role = Self.role(number, before: before, behind: String(behind), isOther) else { return nil }
            let lead = before.split { ",;(".contains($0) }.last.map(String.init) ?? ""
            let words = lead + part(number.range) + (role == .change ? String(behind) : "")
            parts.append((role, StatedFigure(words.trimmed)))
        }
        let roles = parts.map(\.role)
        guard Set(roles).count == roles.count, roles.contains(.level) || roles.contains(.change) else { return nil }
        self.parts = parts
    }

    private static func isPlain(_ number: StatedNumber) -> Bool {
        switch number.kind {
        case .plain, .percent, .points, .money: number.upper == nil
        default: false
        }
    }

    private static func role(
        _ number: StatedNumber, before: String, behind: String, _ isOther: (String) -> Bool
    ) -> Role? {
        let (ahead, after) = (StatedWords(before).all, StatedWords(behind).all)
        let near = ahead.suffix(4)
        if near.contains("target") || after.first == "target" { return .target }
        // “15 fewer”, “5.6 points below”, “down 15”, “a fall of 15”.
        let isMove = { (words: String) in StatedFigure(words).direction == .up || StatedFigure(words).direction == .down
        }
        if number.kind == .points || isMove(after.prefix(2).joined(separator: " ")) { return .change }
        if let last = ahead.last {
            if isMove(last) && number.bound == nil { return .change }
            if last == "by" || last == "of" && ahead.dropLast().last.map(isMove) == true { return .change }
        }
        // “more than 90%” is a limit and compares nothing.
        if near.suffix(3).contains(where: { Self.pointers.contains($0) && ($0 != "than" || number.bound == nil) }) {
            return .other
        }
        if near.last == "with" || near.last == "to", ahead.dropLast().last == "compared" { return .other }
        if let first = after.first, ["in", "for", "at", "during"].contains(first),
            isOther(after.dropFirst().prefix(3).joined(separator: " "))
        {
            return .other
        }
        return number.kind == .points ? .change : .level
    }

    /// Words before the figure that another is compared with.
    private static let pointers: Set<String> = ["against", "versus", "vs", "compared", "from", "than"]
}

extension String {
    /// Without the blanks and marks around it.
    fileprivate var trimmed: String {
        let marks: Set<Character> = [" ", ",", ";", "(", ")", "."]
        return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    }
}
