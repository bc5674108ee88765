package import ReportVocabulary

/// The words that councils use where the kit has words of its own, such as `Green` and `In progress` for statuses.
///
/// Each has one meaning here. Whoever reads one says how it was read, because councils differ.
package enum TradeWords {
    /// A text in the form in which words are compared: in small letters, with single blanks for hyphens and blanks, without
    /// a full stop at its end.
    package static func folded(_ text: String) -> String {
        let words = text.lowercased().split { $0.isWhitespace || "-_\u{2010}\u{2011}–—".contains($0) }
        var folded = words.joined(separator: " ")
        if folded.count > 1, folded.hasSuffix("."), !folded.hasSuffix("..") { folded.removeLast() }
        return folded
    }

    /// The word of a vocabulary that a text stands for.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - vocabulary: The vocabulary.
    /// - Returns: `nil` where the text is not one of the known words, or is one of the vocabulary itself.
    package static func word<Word: RawRepresentable>(_ text: String, as vocabulary: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        guard text.utf8.count <= 60, let words = vocabularies[ObjectIdentifier(vocabulary)] else { return nil }
        return words[folded(text)].flatMap { Word(rawValue: $0) }
    }

    /// The unit that a text stands for, as its code.
    package static func unit(_ text: String) -> String? { units[folded(text)] }

    /// Why there is no value, where a text says so in words or signs that are not those of ``MissingReason``.
    package static func missing(_ text: String) -> MissingReason? { missing[folded(text)] }

    /// Whether a text says that nothing is known yet, or that nothing belongs there.
    package static func isNothing(_ text: String) -> Bool { nothing.contains(folded(text)) }

    /// The identifier of the area that a text stands for, among those that every pack can have.
    package static func area(_ text: String) -> Area.ID? { areas[folded(text)] }

    private static let vocabularies: [ObjectIdentifier: [String: String]] = [
        ObjectIdentifier(BRAGStatus.self): words(statuses), ObjectIdentifier(PrintedRating.self): words(ratings),
        ObjectIdentifier(Polarity.self): words(polarities), ObjectIdentifier(Grade.self): words(grades),
        ObjectIdentifier(Observation.Qualifier.self): words(qualifiers),
    ]

    private static func words<Word: RawRepresentable>(_ table: [(Word, [String])]) -> [String: String]
    where Word.RawValue == String {
        var result: [String: String] = [:]
        for (word, names) in table { for name in names { result[name] = word.rawValue } }
        return result
    }

    private static let statuses: [(BRAGStatus, [String])] = [
        (
            .notStarted,
            ["not begun", "not yet started", "not yet due", "not due", "to start", "to do", "planned", "white"]
        ),
        (
            .onTrack,
            [
                "green", "g", "in progress", "ongoing", "on going", "underway", "under way", "started", "progressing",
                "on target", "on schedule", "on course",
            ]
        ),
        (.atRisk, ["amber", "a", "yellow", "some delay", "some delays", "slipping", "minor slippage", "at some risk"]),
        (
            .offTrack,
            ["red", "r", "overdue", "delayed", "late", "behind schedule", "off target", "missed", "not on track"]
        ),
        (
            .complete,
            ["completed", "done", "closed", "finished", "achieved", "blue", "b", "delivered", "action complete"]
        ),
        (.embedded, ["bau", "business as usual", "complete and embedded", "completed and embedded", "sustained"]),
    ]

    private static let ratings: [(PrintedRating, [String])] = [
        (.red, ["r"]), (.amber, ["a", "yellow"]), (.green, ["g"]),
    ]

    private static let polarities: [(Polarity, [String])] = [
        (
            .higherIsBetter,
            [
                "high", "higher", "up", "increase", "maximise", "bigger is better", "high is good", "high is better",
                "higher is good", "higher better", "higher the better", "good to be high",
            ]
        ),
        (
            .lowerIsBetter,
            [
                "low", "lower", "down", "decrease", "minimise", "smaller is better", "low is good", "low is better",
                "lower is good", "lower better", "lower the better", "good to be low",
            ]
        ),
        (.inRange, ["range", "within range", "in a range", "within a range", "plan is best", "on target"]),
        (
            .neutral,
            [
                "none", "neither", "no polarity", "not judged", "contextual", "context", "for information", "n/a", "na",
                "not applicable",
            ]
        ),
    ]

    private static let grades: [(Grade, [String])] = [
        (.outstanding, ["o", "out"]), (.good, ["g"]),
        (.requiresImprovement, ["ri", "requires improvement to be good", "req improvement", "requires imp"]),
        (.inadequate, ["i", "inad"]),
    ]

    private static let qualifiers: [(Observation.Qualifier, [String])] = [
        (.above, [">", "more than", "over", "at least"]),
        (.below, ["<", "less than", "under", "fewer than", "at most"]),
        (.about, ["~", "approx", "approximate", "approximately", "estimate", "estimated", "rounded", "circa", "c"]),
        (.provisional, ["p", "prov", "draft"]),
    ]

    private static let units: [String: String] = [
        "%": "percent", "percentage": "percent", "per cent": "percent", "pct": "percent", "proportion": "percent",
        "number": "count", "numbers": "count", "no": "count", "num": "count", "#": "count", "volume": "count",
        "total": "count", "£": "GBP", "pounds": "GBP", "£000": "GBP thousand", "£000s": "GBP thousand",
        "£k": "GBP thousand", "£m": "GBP million", "£million": "GBP million", "£ million": "GBP million",
        "per 10,000": "rate per 10000", "per 10k": "rate per 10000", "per 10000": "rate per 10000",
        "rate per 10k": "rate per 10000", "per 1,000": "rate per 1000", "per 1000": "rate per 1000",
        "per 100,000": "rate per 100000", "day": "days", "week": "weeks", "month": "months", "hour": "hours",
        "calendar days": "days", "working day": "working days",
    ]

    private static let missing: [String: MissingReason] = [
        "tbc": .notYetAvailable, "tba": .notYetAvailable, "tbd": .notYetAvailable, "to be confirmed": .notYetAvailable,
        "to follow": .notYetAvailable, "awaited": .notYetAvailable, "awaiting data": .notYetAvailable,
        "pending": .notYetAvailable, "not yet available": .notYetAvailable, "not available yet": .notYetAvailable,
        "n/a": .notApplicable, "na": .notApplicable, "not applicable": .notApplicable,
        "not available": .notCollected, "unavailable": .notCollected, "no data": .notCollected, "n/k": .notCollected,
        "not known": .notCollected, "not recorded": .notCollected, "..": .notCollected,
        "*": .suppressed, "supp": .suppressed, "confidential": .suppressed, "withheld": .suppressed,
    ]

    private static let nothing: Set<String> = [
        "tbc", "tba", "tbd", "to be confirmed", "to be agreed", "n/a", "na", "not applicable", "not set", "none set",
        "ongoing", "on going", "continuous", "asap", "as soon as possible", "immediate", "immediately",
    ]

    private static let areas: [String: Area.ID] = {
        var areas: [String: Area.ID] = [:]
        for area in [Area.england, .london, .innerLondon, .outerLondon, .statisticalNeighbours] {
            areas[folded(area.title)] = area.id
            areas[folded(area.title) + " average"] = area.id
        }
        for name in ["national", "national average", "eng"] { areas[name] = Area.england.id }
        for name in [
            "sn", "sns", "stat neighbours", "stat neighbour", "stat. neighbours", "statistical neighbour",
            "statistical neighbours average", "statistical neighbour average", "sn average",
            "statistical neighbour group",
        ] { areas[name] = Area.statisticalNeighbours.id }
        return areas
    }()
}

extension TradeWords {
    /// A number with a sign or word before it that says how exactly it is known.
    package struct Bounded: Hashable {
        /// What the sign or word says.
        package enum Bound: Sendable { case above, atLeast, below, atMost, about }

        /// What the sign or word says.
        package let bound: Bound
        /// The number with its unit, as it is written.
        package let number: String
    }

    /// Reads `<5`, `> 85%`, `fewer than 5`, `c. 40`, `85% or more`, `85%+`.
    ///
    /// - Parameter text: The text.
    /// - Returns: `nil` where it is anything else.
    package static func bounded(_ text: String) -> Bounded? {
        guard text.utf8.count <= 60 else { return nil }
        let lower = text.lowercased()
        // Small letters can be more characters than capitals.
        guard lower.count == text.count else { return nil }
        for (sign, bound) in before where lower.hasPrefix(sign) {
            let rest = trimmed(text.dropFirst(sign.count))
            if rest.first?.isNumber == true || rest.first == "£" { return Bounded(bound: bound, number: rest) }
        }
        for (sign, bound) in after where lower.hasSuffix(sign) {
            let rest = trimmed(text.dropLast(sign.count))
            if rest.first?.isNumber == true || rest.first == "£" { return Bounded(bound: bound, number: rest) }
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static let before: [(String, Bounded.Bound)] = [
        ("at least ", .atLeast), ("not less than ", .atLeast), ("no less than ", .atLeast), ("minimum ", .atLeast),
        ("min ", .atLeast), (">=", .atLeast), ("≥", .atLeast), ("=>", .atLeast),
        ("at most ", .atMost), ("not more than ", .atMost), ("no more than ", .atMost), ("up to ", .atMost),
        ("maximum ", .atMost), ("max ", .atMost), ("<=", .atMost), ("≤", .atMost), ("=<", .atMost),
        ("more than ", .above), ("greater than ", .above), ("over ", .above), ("above ", .above), (">", .above),
        ("fewer than ", .below), ("less than ", .below), ("under ", .below), ("below ", .below), ("<", .below),
        ("approximately ", .about), ("approx. ", .about), ("approx ", .about), ("about ", .about), ("around ", .about),
        ("circa ", .about), ("c. ", .about), ("c.", .about), ("~", .about),
    ]

    private static let after: [(String, Bounded.Bound)] = [
        ("or more", .atLeast), ("or above", .atLeast), ("or higher", .atLeast), ("and above", .atLeast),
        ("+", .atLeast),
        ("or less", .atMost), ("or fewer", .atMost), ("or below", .atMost), ("or lower", .atMost),
        ("and below", .atMost),
    ]
}
