import FamilyServicesKit

/// Targets, tolerances and timescales in the words of packs.
enum TargetText {
    /// The requirement that a text states: `at least 90`, `at most 18`, `12 to 16`, or a number that follows the polarity.
    static func requirement(
        _ text: String, in unit: MeasurementUnit, _ polarity: Polarity
    ) throws(ValueProblem) -> Target.Requirement {
        guard text.utf8.count <= 100 else { throw notATarget(text) }
        let lower = text.lowercased()
        for (words, make) in Self.forms where lower.hasPrefix(words) {
            let rest = Blanks.trimmed(text.dropFirst(words.count))
            guard !rest.isEmpty else { throw .bad("\(Excerpt.quoted(text)) lacks its number; write \(words) 90.") }
            return make(try NumberText.number(rest, in: unit))
        }
        if let (lower, upper) = ends(text) {
            let first = try NumberText.number(lower, in: unit)
            let last = try NumberText.number(upper, in: unit)
            guard first <= last else {
                throw .bad("\(Excerpt.quoted(text)) ends below its beginning; write the smaller number first.")
            }
            return .within(first...last)
        }
        let value: Double
        do {
            value = try NumberText.number(text, in: unit)
        } catch {
            if error.code == .ambiguous || ExcelHabits.problem(in: text) != nil { throw error }
            throw notATarget(text)
        }
        switch polarity {
        case .higherIsBetter: return .atLeast(value)
        case .lowerIsBetter: return .atMost(value)
        case .inRange, .neutral:
            throw .ambiguous(
                "\(Excerpt.quoted(text)) does not say whether more or less is better, and the polarity is "
                    + "\(polarity.rawValue); write at least \(Excerpt.value(text)), at most \(Excerpt.value(text)), or a range "
                    + "such as 12 to 16.")
        }
    }

    /// The ends of a range: `12 to 16`, `12-16` or `12% – 16%`.
    private static func ends(_ text: String) -> (lower: String, upper: String)? {
        if let range = text.range(ofWord: " to ") ?? text.range(ofWord: " TO ") {
            return (Blanks.trimmed(text[..<range.lowerBound]), Blanks.trimmed(text[range.upperBound...]))
        }
        let parts = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }.map { Blanks.trimmed($0) }
        guard parts.count == 2, parts.allSatisfy({ part in part.first.map { $0.isNumber || $0 == "£" } ?? false })
        else {
            return nil
        }
        return (parts[0], parts[1])
    }

    private static func notATarget(_ text: String) -> ValueProblem {
        .bad("\(Excerpt.quoted(text)) is not a target; write at least 90, at most 18, or 12 to 16.")
    }

    private static let forms: [(String, @Sendable (Double) -> Target.Requirement)] = [
        ("at least ", { .atLeast($0) }), ("at most ", { .atMost($0) }), (">=", { .atLeast($0) }),
        ("≥", { .atLeast($0) }),
        ("<=", { .atMost($0) }), ("≤", { .atMost($0) }),
    ]

    /// The tolerance that a text states: `5` in the unit, `10%` of the target, or `floor 80`.
    static func tolerance(_ text: String, in unit: MeasurementUnit) throws(ValueProblem) -> Target.Tolerance {
        let lower = text.lowercased()
        if lower.hasPrefix("floor ") {
            return .floor(try NumberText.number(Blanks.trimmed(text.dropFirst(6)), in: unit))
        }
        let share = lower.hasSuffix("of target") ? Blanks.trimmed(text.dropLast(9)) : text
        if share.hasSuffix("%") {
            let value = try NumberText.number(share, in: .percent)
            do {
                return .relative(try Percentage(value))
            } catch {
                throw .bad("\(Excerpt.quoted(text)) is not a share of the target; write 0% to 100%.")
            }
        }
        let value: Double
        do {
            value = try NumberText.number(text, in: unit)
        } catch {
            if error.code == .ambiguous || ExcelHabits.problem(in: text) != nil { throw error }
            throw .bad(
                "\(Excerpt.quoted(text)) is not a tolerance; write 5 in the unit of the measure, 10% of the target, or "
                    + "floor 80.")
        }
        guard value >= 0 else { throw .bad("\(Excerpt.quoted(text)) is below zero; write a tolerance without a sign.") }
        return .absolute(value)
    }

    /// The time that a text names: `45 working days`, `1 month`.
    static func timescale(_ text: String) throws(ValueProblem) -> (limit: Int, unit: TimescaleRule.Unit) {
        let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" }
        let name = words.dropFirst().joined(separator: " ")
        guard let first = words.first, let limit = DigitParser.number(first.utf8), limit >= 1,
            let unit = TimescaleRule.Unit(rawValue: name) ?? TimescaleRule.Unit(rawValue: name + "s")
        else {
            throw .bad(
                "\(Excerpt.quoted(text)) is not a timescale; write a whole number and hours, days, working days, weeks or "
                    + "months, such as 45 working days.")
        }
        return (limit, unit)
    }

    /// What the values of a measure gather.
    static func accumulation(_ text: String) throws(ValueProblem) -> Accumulation {
        let folded = text.lowercased().split { " -_\u{A0}".contains($0) }.joined(separator: " ")
        if let accumulation = Accumulation(code: folded) { return accumulation }
        let likely = Suggestion.nearest(to: folded, among: Accumulation.knownCodes)
        throw .bad(
            "\(Excerpt.quoted(text)) does not say what a value gathers; write one of "
                + "\(Excerpt.list(Accumulation.knownCodes))."
                + (likely.map { " Did you mean \(Excerpt.named($0))?" } ?? ""))
    }

    /// The unit of a measure.
    static func unit(_ text: String) throws(ValueProblem) -> MeasurementUnit {
        let folded = text.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
        if let unit = MeasurementUnit(code: folded) ?? MeasurementUnit(code: folded.lowercased()) { return unit }
        let known = MeasurementUnit.knownCodes
        if let same = known.first(where: { $0.lowercased() == folded.lowercased() }),
            let unit = MeasurementUnit(code: same)
        {
            return unit
        }
        if folded.lowercased().hasPrefix("rate per "),
            let unit = MeasurementUnit(code: folded.lowercased().filter { $0 != "," })
        {
            return unit
        }
        let likely = folded.lowercased() == "rate" ? "rate per 10000" : Suggestion.nearest(to: text, among: known)
        throw .bad(
            "\(Excerpt.quoted(text)) is not a unit; write one of \(Excerpt.list(known))."
                + (likely.map { " Did you mean \(Excerpt.named($0))?" } ?? ""))
    }

    /// The requirement of a target in signs or words of the trade, in those of packs: `>85%` as `at least 85%`, `85% or more`.
    ///
    /// - Returns: `nil` for any other text.
    static func tradeRequirement(_ text: String) -> String? {
        guard let bounded = TradeWords.bounded(text) else { return nil }
        switch bounded.bound {
        case .above, .atLeast: return "at least \(bounded.number)"
        case .below, .atMost: return "at most \(bounded.number)"
        case .about: return nil
        }
    }
}

extension String {
    /// Where a word with blanks around it is.
    fileprivate func range(ofWord word: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
