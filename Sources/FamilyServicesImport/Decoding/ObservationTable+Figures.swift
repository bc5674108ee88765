import FamilyServicesKit

extension ObservationTable {
    /// A number, or the reason why there is none.
    enum Figure {
        case number(Double, Observation.Qualifier)
        case missing(MissingReason)

        /// The number.
        var number: Double? {
            if case .number(let number, _) = self { return number }
            return nil
        }

        /// How exactly the number is known.
        var qualifier: Observation.Qualifier {
            if case .number(_, let qualifier) = self { return qualifier }
            return .exact
        }
    }

    /// What is known of an observation.
    struct Figures {
        let value: ObservedValue
        let printed: PrintedFigure?
        let qualifier: Observation.Qualifier
    }

    /// The unit of numerators and denominators.
    static func partUnit(_ unit: MeasurementUnit?) -> MeasurementUnit {
        if case .money = unit { unit ?? .count } else { .count }
    }

    /// What a row says about its value, and how that was printed.
    func figures(in unit: MeasurementUnit?, _ cells: ObservationColumns.Cells) -> Figures? {
        let texts = (value: cell(cells.value), numerator: cell(cells.numerator), denominator: cell(cells.denominator))
        guard texts.value != nil || texts.numerator != nil || texts.denominator != nil else {
            problems.error(
                .missingValue, at: position(cells.first),
                "There is no value. A missing value is never blank: write [x] not available, [z] not applicable, "
                    + "[c] confidential, [u] unreliable, [low] rounds to 0, or [w] none recorded.")
            return nil
        }
        let value = texts.value.flatMap { figure($0, in: unit, cells.value, .value) }
        let parts = Self.partUnit(unit)
        let numerator = texts.numerator.flatMap { figure($0, in: parts, cells.numerator, .numerator) }
        let denominator = texts.denominator.flatMap { figure($0, in: parts, cells.denominator, .denominator) }
        // A problem with one of them is reported already.
        guard (value == nil) == (texts.value == nil), (numerator == nil) == (texts.numerator == nil),
            (denominator == nil) == (texts.denominator == nil),
            let known = known(value, numerator, denominator, cells)
        else { return nil }
        let qualifiers = [value, numerator, denominator].compactMap { $0?.qualifier }
        return Figures(
            value: known, printed: printed(beside: value, texts.value, isFraction: numerator != nil, cells.printed),
            qualifier: qualifiers.first { $0 != .exact } ?? .exact)
    }

    func known(
        _ value: Figure?, _ numerator: Figure?, _ denominator: Figure?, _ cells: ObservationColumns.Cells
    ) -> ObservedValue? {
        switch (value, numerator, denominator) {
        case (.missing(let reason)?, .number(let numerator, _)?, .number(let denominator, _)?):
            // Of nothing no share can be taken, and nothing follows from it.
            if numerator == 0, denominator == 0 { return .missing(reason) }
            problems.error(
                .inconsistent, at: position(cells.value),
                "The value is said to be missing, but it follows from numerator and denominator; take out one or the "
                    + "other.")
            return nil
        case (.missing(let reason)?, _, _): return .missing(reason)
        case (_, .number(let numerator, _)?, .number(let denominator, _)?):
            return .fraction(numerator: numerator, denominator: denominator)
        case (.number(let value, _)?, nil, .number(let base, _)?),
            (.number(let value, _)?, .missing?, .number(let base, _)?):
            return .value(value, outOf: base)
        case (.number(let value, _)?, nil, nil), (.number(let value, _)?, .missing?, nil),
            (.number(let value, _)?, nil, .missing?), (.number(let value, _)?, .missing?, .missing?):
            return .value(value)
        case (.number(let value, _)?, .number(let numerator, _)?, .missing?):
            // The figure itself is neither withheld nor unknown; of 0 it is 0 whatever its base.
            if numerator != 0 {
                problems.warning(
                    .inconsistent, at: position(cells.numerator),
                    "The numerator is left out, because its denominator is missing; the value is kept.")
            }
            return .value(value)
        case (nil, .missing(let reason)?, _), (nil, .number?, .missing(let reason)?), (nil, nil, .missing(let reason)?):
            return .missing(reason)
        case (_, .number?, nil):
            problems.error(
                .missingValue, at: position(cells.numerator),
                "A numerator says nothing without its denominator; fill in “denominator”, or write the figure under “value”."
            )
        case (nil, nil, .number?):
            problems.error(
                .missingValue, at: position(cells.denominator),
                "There is a denominator but no numerator or value; fill in one of them.")
        case (nil, nil, nil): break
        }
        return nil
    }

    /// The figure as printed: the column for it, else the value beside the fraction that it should follow from.
    func printed(
        beside value: Figure?, _ text: String?, isFraction: Bool, _ column: Int?
    ) -> PrintedFigure? {
        if let printed = cell(column) {
            return PrintedFigure(printed, value: value?.number ?? NumberText.printed(printed))
        }
        return isFraction ? text.map { PrintedFigure($0, value: value?.number) } : nil
    }

    func figure(
        _ written: String, in unit: MeasurementUnit?, _ index: Int?, _ part: FigurePart
    ) -> Figure? {
        let text = context.words.meaning(of: written, in: part.rawValue)
        if let reason = MissingReason(shorthand: text) { return .missing(reason) }
        if let figure = tradeFigure(text, in: unit, index, part) { return figure }
        do {
            return .number(try number(text, in: unit), .exact)
        } catch {
            let isDash =
                text.allSatisfy { "-–—−.?".contains($0) } || ["nil", "null", "none"].contains(text.lowercased())
            problems.report(
                isDash
                    ? .bad(
                        "\(Excerpt.quoted(text)) does not say why there is no value; write [x] not available, [z] not "
                            + "applicable, [c] confidential, [u] unreliable, [low] rounds to 0, or [w] none recorded."
                            + PackWords.advice(
                                on: text, in: part.rawValue, among: ["\"[x]\""], ofWorkbook: problems.isWorkbook))
                    : error, at: position(index), cause: .form(of: part.rawValue))
            return nil
        }
    }

    func number(_ text: String, in unit: MeasurementUnit?) throws(ValueProblem) -> Double {
        // The unit of an unknown indicator is unknown; that there is none is reported elsewhere.
        if unit == nil, let number = NumberText.printed(text) { return number }
        return try NumberText.number(text, in: unit ?? .unspecified)
    }

    /// A figure in words or signs of the trade, such as `<5`, `>85%` or `TBC`; how it is read is said.
    private func tradeFigure(
        _ text: String, in unit: MeasurementUnit?, _ index: Int?, _ part: FigurePart
    ) -> Figure? {
        // Nearly all figures are digits and nothing else.
        guard let first = text.utf8.first, let last = text.utf8.last,
            !(0x30...0x39).contains(first) || !(0x30...0x39).contains(last) && last != UInt8(ascii: "%")
        else { return nil }
        if let reason = TradeWords.missing(text) {
            say(text, reason.shorthand, index, part)
            return .missing(reason)
        }
        guard let bounded = TradeWords.bounded(text), let number = try? number(bounded.number, in: unit) else {
            return nil
        }
        switch bounded.bound {
        case .below, .atMost:
            // Counts that are known only to be small are withheld, so that no child can be identified.
            let isCount = unit == .count || unit == .unspecified || unit == nil
            if isCount, number <= 10, !bounded.number.contains("%") {
                say(text, "[c]", index, part)
                return .missing(.suppressed)
            }
            say(text, "\(bounded.number) with the qualifier below", index, part, canBeOwn: false)
            return .number(number, .below)
        case .above, .atLeast:
            say(text, "\(bounded.number) with the qualifier above", index, part, canBeOwn: false)
            return .number(number, .above)
        case .about:
            say(text, "\(bounded.number) with the qualifier about", index, part, canBeOwn: false)
            return .number(number, .about)
        }
    }
}
