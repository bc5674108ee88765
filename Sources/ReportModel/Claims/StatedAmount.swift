package import ReportVocabulary

/// The number of a claim, how exactly it is given, and what it allows: "at least 85%", "nearly 5,000", "12 to 16", "doubled".
package struct StatedAmount {
    /// The number in the terms of the claim; of a change with its sign.
    package var value: Double
    /// The upper end of a range, with the same sign.
    package var upper: Double?
    /// How far the exact value may lie from the number if the number was rounded from it.
    package var halfUnit: Double
    /// How the number limits what it is said of.
    package var bound: StatedNumber.Bound?
    /// Whether the figure is said to lie close to the limit: "nearly", "just over".
    package var isNear = false
    /// How far from the number a figure may lie that words such as "about" or "a third" surely cover, and how far at most;
    /// `nil` where the number is meant exactly as written.
    package var slack: (sure: Double, most: Double)?

    /// How near a figure must be for "about", "nearly" and "just over" to be right, as a part of the number, and how near to
    /// be worth an argument: beyond, they are wrong.
    ///
    /// Nobody says where "about" ends. Five per cent is what rounding to the nearest ten of a hundred gives; nobody would sign
    /// more than ten.
    private static let near = (sure: 0.05, most: 0.1)
    /// The same for a part in words, in per cent: a third is 31.3 to 35.3, and 38 is none.
    private static let part = (sure: 2.0, most: 5.0)

    /// What a claim states; `nil` where there is no number in its words.
    package init?(_ claim: Claim) {
        let stated = claim.stated
        guard let number = stated.number else {
            guard let words = Self.inWords(stated.text, claim.kind) else { return nil }
            self = words
            return
        }
        guard let value = claim.statedNumber, value.isFinite else { return nil }
        self.value = value
        let sign: Double = value < 0 ? -1 : 1
        halfUnit = PrintedPrecision.halfUnit(decimals: stated.decimals) * stated.scale
        // “from 12 to 16 weeks” is a range where nothing says that something moved.
        let end = claim.move == nil ? StatedMove(stated.text)?.later?.value : nil
        upper = (number.upper ?? end.flatMap { $0 > number.value ? $0 : nil }).map { sign * $0 }
        bound = number.bound
        isNear = number.isNear
        // “more than halved” leaves less than half, and “almost halved” a little more.
        if case .multiple = number.kind, number.value < 1, claim.kind == .ratio {
            switch number.bound {
            case .above: bound = .below
            case .atLeast: bound = .atMost
            case .below, .atMost: bound = .atLeast
            case .about where number.isNear: bound = .above
            case .about, nil: break
            }
        }
        slack = Self.slack(of: number, value, claim, halfUnit)
    }

    private init(_ value: Double, _ bound: StatedNumber.Bound?, isNear: Bool = false) {
        (self.value, self.bound, self.isNear) = (value, bound, isNear)
        halfUnit = 0
        slack = isNear ? (Self.near.sure * value, Self.near.most * value) : nil
    }

    private static func slack(
        of number: StatedNumber, _ value: Double, _ claim: Claim, _ halfUnit: Double
    ) -> (sure: Double, most: Double)? {
        let isRough = number.isNear || number.bound == .about
        var found: (sure: Double, most: Double)?
        if isRough {
            found = (max(near.sure * value.magnitude, halfUnit), max(near.most * value.magnitude, 2 * halfUnit))
        }
        switch number.kind {
        case .multiple
        where number.decimals == 0 && number.bound.map({ $0 == .about }) ?? true || isRough
            || number.isInWords && number.bound == nil:
            // “doubled” is about twice as many, whatever is worked out of it.
            let whole = claim.kind == .percentChange ? 100 * number.value : number.value
            found = (near.sure * whole, near.most * whole)
        // “half as many again” is about one and a half times as many.
        case .fraction where claim.kind == .ratio && claim.stated.isPartMore && (number.bound == nil || isRough):
            found = (near.sure * value, near.most * value)
        case .fraction where number.bound == nil || isRough,
            .share where claim.stated.isOneInSome && (number.bound == nil || isRough):
            let unit = claim.kind == .ratio ? 0.01 : 1
            found = (max(found?.sure ?? 0, part.sure * unit), max(found?.most ?? 0, part.most * unit))
        default: break
        }
        return found
    }

    /// Shares and counts that have no number in them.
    private static func inWords(_ text: String, _ kind: Claim.Kind) -> StatedAmount? {
        let words = StatedWords(text)
        switch kind {
        case .share, .value, .average:
            if words.has("majority", "most") { return StatedAmount(50, .above) }
            if words.has("minority") { return StatedAmount(50, .below) }
            if words.has("all", "every", "everyone") {
                return words.has("almost", "nearly", "virtually")
                    ? StatedAmount(100, .about, isNear: true) : StatedAmount(100, nil)
            }
        default: break
        }
        switch kind {
        case .share, .value, .average, .count, .sum, .rate:
            let nothing = NumberReader.numbers(in: text).contains { $0.kind == .nothing }
            guard nothing, !words.has("change", "changed", "difference", "almost", "nearly", "virtually") else {
                return nil
            }
            return StatedAmount(0, nil)
        default: return nil
        }
    }
}

extension StatedFigure {
    /// Whether it is a share in words such as “1 in 5”, which nobody takes for a count of cases.
    package var isOneInSome: Bool {
        guard let number, case .share(let part, _) = number.kind else { return false }
        let words = StatedWords(text)
        if words.has(inOrder: ["of", "every"]) { return true }
        return part < 10 && words.has("in") && !words.has("of") && !text.contains("/")
    }

    /// Whether it says by which part of another something is more: "half as many again", "a third more".
    package var isPartMore: Bool {
        fraction != nil && StatedWords(text).has("again", "more", "higher", "greater", "larger", "bigger")
    }

    /// A share of a round number that may be meant as a share of any number: "nine out of ten"; in per cent.
    package var roundShare: Double? {
        guard let (part, whole) = partOfWhole, [2, 3, 4, 5, 6, 8, 10, 20, 100, 1_000].contains(whole), part <= whole,
            number?.bound == nil || number?.bound == .about
        else { return nil }
        return 100 * part / whole
    }

    /// Whether it says how many of how many, in numbers of cases.
    package var partOfWhole: (part: Double, whole: Double)? {
        guard let number, case .share(let part, let whole) = number.kind, !isOneInSome else { return nil }
        return (part, whole)
    }

    /// Whether it is a part of something and no number of its own: per cent, a third, the majority.
    package var isShare: Bool {
        switch number?.kind {
        case .percent, .fraction: true
        case .share: isOneInSome
        case nil: StatedWords(text).has("majority", "minority", "most", "all", "every", "everyone")
        default: false
        }
    }
}

/// The words of a figure, in small letters.
package struct StatedWords {
    package let all: [String]

    package init(_ text: String) {
        all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether one of some words is among them.
    package func has(_ words: String...) -> Bool { all.contains { words.contains($0) } }

    /// Whether it has some words one after the other.
    package func has(inOrder words: [String]) -> Bool {
        guard !words.isEmpty, all.count >= words.count else { return false }
        return (0...(all.count - words.count)).contains { Array(all[$0..<($0 + words.count)]) == words }
    }

    /// Whether it says no or not.
    package var isNegated: Bool { has("not", "no", "never", "nor", "without") }
}

extension StatedFigure {
    /// Whether it says so many times more, which people read in two ways.
    package var isTimesMore: Bool {
        guard times != nil else { return false }
        let words = StatedWords(text)
        return ["more", "higher", "greater", "larger", "bigger"].contains { words.has(inOrder: ["times", $0]) }
    }
}

extension Claim {
    /// The number of the claim with all that its words say of it; `nil` where they hold none.
    package var statedAmount: StatedAmount? { StatedAmount(self) }
}
