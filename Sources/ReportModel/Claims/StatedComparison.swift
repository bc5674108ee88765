package import ReportVocabulary

/// What a sentence compares a figure with where it states no number: the target, the figures since a time, or another figure.
package enum StatedComparison {
    /// Better or worse, as the measure is judged.
    case judgement(isBetter: Bool, isNegated: Bool)
    /// How the figure lies to the target of its indicator.
    case target(Standing)
    /// The highest or lowest of a stretch of time.
    case extreme(Extreme, Extent)
    /// So many moves the same way, one after the other; without a number, each since a time.
    case run(Move, steps: Int?)
    /// How the figures of so many periods in a row, up to this one, lie to their targets.
    case targetRun(Standing, periods: Int)
    /// On which side of a number the figures of so many periods in a row lie, up to this one.
    case limitRun(StatedNumber.Bound, Double, periods: Int)
    /// How the figure lies to its target, and that it did not in all of a stretch of time before.
    case firstTime(Standing, Extent)
    /// The place among other councils.
    case rank(StatedRank)
    /// Whether spending is within its budget.
    case budget(isWithin: Bool)

    /// How a figure lies to its target.
    package enum Standing { case met, missed, above, below, notAbove, notBelow, beyond, short }

    /// The one that stands out.
    package enum Extreme { case highest, lowest, best, worst }

    /// Which way figures move.
    package enum Move { case up, down, better, worse }

    /// How far back a figure stands out.
    package enum Extent: Equatable {
        /// Since a time.
        case since(String)
        /// In so many months, quarters or years up to the figure.
        case last(Int, Unit)
        /// Since 1 April or 1 January: “this year” is either.
        case thisYear
        /// Among all that there are.
        case ever
        /// Nothing says how far.
        case unstated
    }

    /// A length of time.
    package enum Unit { case months, quarters, years }

    /// Reads a comparison; `nil` where the words hold none of these.
    package init?(_ text: String) {
        let words = StatedWords(text)
        if let budget = Self.budget(words) {
            self = budget
        } else if let rank = StatedRank(text) {
            self = .rank(rank)
        } else if let standing = Self.standing(words) {
            if Self.isRun(words), let periods = Self.length(text)?.0 {
                self = .targetRun(standing, periods: periods)
            } else if words.has(inOrder: ["first", "time"]) {
                let extent = Self.extent(text, words)
                self = .firstTime(standing, extent == .unstated ? .ever : extent)
            } else {
                self = .target(standing)
            }
        } else if let run = Self.run(text, words) {
            self = run
        } else if let extreme = Self.extreme(words) {
            self = .extreme(extreme, Self.extent(text, words))
        } else if words.has(inOrder: ["as", "good", "as"]) {
            // “as good as” is not worse, “not as good as” is.
            self = .judgement(isBetter: false, isNegated: !words.isNegated)
        } else if words.has(inOrder: ["as", "bad", "as"]) {
            self = .judgement(isBetter: true, isNegated: !words.isNegated)
        } else if words.has("better", "improved", "improving", "improves", "improvement", "improve") {
            self = .judgement(isBetter: true, isNegated: words.isNegated)
        } else if words.has("worse", "worsened", "worsening", "worsens", "deteriorated", "deteriorating", "poorer") {
            self = .judgement(isBetter: false, isNegated: words.isNegated)
        } else {
            return nil
        }
    }

    /// Whether it says all that is needed beside the figure itself.
    package var needsNoOther: Bool {
        switch self {
        case .judgement, .extreme(_, .unstated): false
        case .target, .extreme, .run, .targetRun, .limitRun, .firstTime, .rank, .budget: true
        }
    }

    // MARK: Budgets

    private static func budget(_ words: StatedWords) -> StatedComparison? {
        guard words.has("budget", "budgets", "overspent", "overspend", "underspent", "underspend") else { return nil }
        let isOver = words.has("over", "above", "exceeded", "exceeds", "beyond", "overspent", "overspend", "outside")
        let isWithin = words.has("within", "under", "below", "inside", "on", "underspent", "underspend")
        guard isOver != isWithin else { return nil }
        return .budget(isWithin: isWithin != words.isNegated)
    }

    // MARK: Targets

    private static func standing(_ words: StatedWords) -> Standing? {
        guard words.has("target", "targets") else { return nil }
        let isNegated = words.isNegated
        if words.has("missed", "misses", "missing", "failed", "fails", "off", "outside") {
            return isNegated ? .met : .missed
        }
        if words.has("short", "behind", "worse") { return .short }
        if words.has("better", "beat", "beaten", "beats", "ahead") { return isNegated ? .short : .beyond }
        if words.has("above", "over", "higher", "exceeds", "exceeded", "exceeding", "more") {
            return isNegated ? .notAbove : .above
        }
        if words.has("below", "under", "lower", "less", "fewer", "beneath") { return isNegated ? .notBelow : .below }
        if words.has("met", "meets", "meet", "meeting", "achieved", "hit", "reached", "on", "within", "at", "inside") {
            return isNegated ? .missed : .met
        }
        return nil
    }

    // MARK: Stretches

    private static func extreme(_ words: StatedWords) -> Extreme? {
        if words.has("highest", "largest", "greatest", "peak", "biggest") { return .highest }
        if words.has("lowest", "smallest", "fewest", "least") { return .lowest }
        if words.has("best") { return .best }
        if words.has("worst") { return .worst }
        if words.has("record"), words.has("high") { return .highest }
        if words.has("record"), words.has("low") { return .lowest }
        // “a ten-year high”, “a high since March”.
        for unit in ["month", "quarter", "year"] {
            if words.has(inOrder: [unit, "high"]) { return .highest }
            if words.has(inOrder: [unit, "low"]) { return .lowest }
        }
        if words.has("high"), words.has("since") { return .highest }
        if words.has("low"), words.has("since") { return .lowest }
        return nil
    }

    private static func extent(_ text: String, _ words: StatedWords) -> Extent {
        if words.has("ever", "record", "records") { return .ever }
        if let time = timeSince(in: text) { return .since(time) }
        if words.has(inOrder: ["this", "year"]) || words.has(inOrder: ["year", "so", "far"]) { return .thisYear }
        if let (number, unit) = length(text) { return .last(number, unit) }
        return .unstated
    }

    /// The time that is named after "since".
    package static func timeSince(in text: String) -> String? {
        let lower = text.lowercased()
        guard let range = lower.firstRange(of: "since ") else { return nil }
        let rest = lower[range.upperBound...].prefix { $0 != "," && $0 != ";" && $0 != "." }
        let words = rest.split(separator: " ").filter { $0 != "the" }
        return words.isEmpty ? nil : words.prefix(5).joined(separator: " ")
    }

    /// The time that is named after "in" or "during", and whether it goes on from there, as after "since".
    package static func time(in text: String) -> (words: String, goesOn: Bool)? {
        if let since = timeSince(in: text) { return (since, true) }
        let marks: Set<Character> = [" ", ",", ";", "."]
        let words = text.lowercased().split(whereSeparator: marks.contains).map(String.init)
        guard let index = words.lastIndex(where: { $0 == "in" || $0 == "during" }) else { return nil }
        let rest = words[(index + 1)...].filter { $0 != "the" }
        return rest.isEmpty ? nil : (rest.prefix(3).joined(separator: " "), false)
    }

    /// A number of months, quarters or years.
    private static func length(_ text: String) -> (Int, Unit)? {
        for (unit, names) in [
            (Unit.months, ["month", "months", "monthly"]), (.quarters, ["quarter", "quarters", "quarterly"]),
            (.years, ["year", "years", "yearly", "annual"]),
        ] {
            guard StatedWords(text).all.contains(where: names.contains) else { continue }
            let numbers = NumberReader.numbers(in: text).filter { !$0.mayBeYear }
            let bytes = Array(text.utf8)
            /// Whether the unit, or a word such as “consecutive” before it, stands behind a number.
            func counts(_ number: StatedNumber) -> Bool {
                let behind = StatedWords(String(decoding: bytes[number.range.upperBound...], as: UTF8.self)).all
                return behind.prefix(2).contains(where: names.contains)
            }
            let lengths = numbers.filter { $0.isQuantity || $0.kind == .ordinal }
            guard let number = lengths.first(where: counts) ?? lengths.first else {
                // “in a year”, “for over a year” has no number.
                return StatedWords(text).has(inOrder: ["a", names[0]]) ? (1, unit) : nil
            }
            guard number.value == number.value.rounded(), (1...1_000).contains(number.value) else { return nil }
            return (Int(number.value), unit)
        }
        return nil
    }

    private static func run(_ text: String, _ words: StatedWords) -> StatedComparison? {
        let isEach = ["month", "quarter", "year"].contains {
            words.has(inOrder: ["every", $0]) || words.has(inOrder: ["each", $0])
        }
        guard isRun(words) || isEach else { return nil }
        guard let steps = isEach ? nil : length(text)?.0 else {
            return isEach ? move(text, words).map { .run($0, steps: nil) } : nil
        }
        if let (bound, limit) = limit(text) { return .limitRun(bound, limit, periods: steps) }
        return move(text, words).map { .run($0, steps: steps) }
    }

    /// Whether it is said of several periods one after the other.
    private static func isRun(_ words: StatedWords) -> Bool {
        words.has("consecutive", "running", "successive") || words.has(inOrder: ["in", "a", "row"])
    }

    /// “Below 90%”: a limit that is no number of periods.
    private static func limit(_ text: String) -> (StatedNumber.Bound, Double)? {
        let number = NumberReader.numbers(in: text).first { number in
            number.isQuantity && number.upper == nil && (number.bound.map { $0 != .about } ?? false)
        }
        guard let number, let bound = number.bound else { return nil }
        let behind = Array(text.utf8)[number.range.upperBound...]
        let next = StatedWords(String(decoding: behind, as: UTF8.self)).all.first ?? ""
        let isLength = ["month", "months", "quarter", "quarters", "year", "years"].contains(next)
        return isLength ? nil : (bound, number.value)
    }

    private static func move(_ text: String, _ words: StatedWords) -> Move? {
        if words.has("better", "improved", "improving", "improvement") { return .better }
        if words.has("worse", "worsened", "worsening", "deteriorated") { return .worse }
        switch StatedFigure(text).direction {
        case .up: return .up
        case .down: return .down
        default: return nil
        }
    }
}

extension Claim {
    /// The claim with what its words say that it compares with, where nothing else is given: "3 points below target", "up 5 points
    /// since March 2024".
    package var completed: Claim {
        guard comparedWith == nil, let figure = figures.first else { return self }
        var copy = self
        if let move, let value = move.earlier.value,
            kind == .comparison || kind == .points || kind == .difference || kind == .percentChange
        {
            copy.comparedWith = .number(value)
            return copy
        }
        switch kind {
        case .points, .difference, .percentChange:
            if StatedWords(stated.text).has("target") {
                copy.comparedWith = .target
            } else if case .observation(var observed) = figure, let time = StatedComparison.timeSince(in: stated.text),
                let period = FigureIndex.period(time, before: observed.period)
            {
                observed.period = period
                copy.comparedWith = .observation(observed)
            }
        case .comparison:
            if case .observation(var observed) = figure,
                StatedComparison(stated.text).map({ !$0.needsNoOther }) ?? true,
                let time = StatedComparison.timeSince(in: stated.text),
                let period = FigureIndex.period(time, before: observed.period)
            {
                observed.period = period
                copy.comparedWith = .observation(observed)
            }
        default: break
        }
        return copy
    }
}

extension Claim {
    /// The claim with what its words and the measure of its figure say: a rate that is a figure of the pack has no population to give.
    package func completed(by lookup: FigureIndex) -> Claim {
        var copy = completed
        if kind == .rate, outOf.isEmpty, figures.count == 1, case .rate = lookup.indicator(figures[0])?.unit {
            copy.kind = .value
        }
        return copy
    }
}

extension FigureIndex {
    /// The period that words such as "March 2024", "2023/24" or "March" name; without a year the last one before a period.
    package static func period(_ words: String, before later: ReportingPeriod) -> ReportingPeriod? {
        let parts = words.split(separator: " ").map(String.init)
        for count in stride(from: min(parts.count, 4), through: 1, by: -1) {
            let text = parts.prefix(count).joined(separator: " ")
            if let code = try? ReportingPeriod(text) { return code }
            if let period = try? PeriodReading.period(text) { return period }
            if count == 1, CalendarDate.monthNames.contains(where: { $0.lowercased() == text }) {
                for year in [later.lastDay.year, later.lastDay.year - 1] {
                    if let period = try? PeriodReading.period("\(text) \(year)"), period.lastDay < later.firstDay {
                        return period
                    }
                }
            }
        }
        return nil
    }
}
