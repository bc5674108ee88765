import FamilyServicesKit

/// Numbers as people in England write them.
enum NumberText {
    /// The number that a text is in a unit.
    ///
    /// A sign of the unit may be written with it: `57.2%` for a percentage; `£1.2m`, `£250k` for money, in the multiples in which
    /// the unit counts.
    static func number(_ text: String, in unit: MeasurementUnit) throws(ValueProblem) -> Double {
        if let number = NumberReader.plain(text.utf8) { return number }
        if let problem = ExcelHabits.problem(in: text) { throw problem }
        let closed = Self.closed(text)
        guard let number = isWrittenPlainly(closed) ? NumberReader.whole(of: closed) : nil else {
            throw problem(with: text, in: unit)
        }
        let value: Double
        switch (number.kind, unit) {
        case (.percent, .percent): value = number.value
        case (.percent, _):
            throw .bad(
                "\(Excerpt.quoted(text)) has a per cent sign, but the unit is \(unit.code); write the number alone.")
        case (.money, .money(let scale)) where number.scale == 1 && scale != .pounds:
            throw .ambiguous(
                "\(Excerpt.quoted(text)) may be pounds or \(MeasurementUnit.money(scale).label); write the number alone, or "
                    + "say which as in £1.2m or £250k.")
        case (.money, .money(let scale)): value = number.value / Double(scale.rawValue)
        // “1.15m” without a pound.
        case (.plain, .money(let scale)) where number.scale > 1: value = number.value / Double(scale.rawValue)
        case (.money, _):
            throw .bad(
                "\(Excerpt.quoted(text)) is an amount of money, but the unit is \(unit.code); write the number alone.")
        case (.plain, _) where number.scale == 1: value = number.value
        default: throw notANumber(text)
        }
        return number.sign == .minus && value != 0 ? -value : value
    }

    /// A number without the blanks between its thousands: `1 234` and `12 345.6` as `1234` and `12345.6`.
    ///
    /// - Returns: The text itself where blanks do not part groups of three digits.
    private static func closed(_ text: String) -> String {
        let blanks: Set<Character> = [" ", "\u{A0}", "\u{2009}", "\u{202F}"]
        guard text.utf8.count <= 60, text.contains(where: blanks.contains) else { return text }
        let start = text.prefix { !$0.isNumber }
        let digits = text.dropFirst(start.count).prefix { $0.isNumber || blanks.contains($0) }
        let rest = text.dropFirst(start.count + digits.count)
        // A blank before a unit belongs to what follows.
        let end = digits.reversed().prefix(while: blanks.contains).count
        let groups = digits.dropLast(end).split(omittingEmptySubsequences: false, whereSeparator: blanks.contains)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), first.first != "0",
            groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy { $0.isASCII } })
        else { return text }
        return start + groups.joined() + digits.suffix(end) + rest
    }

    /// Whether a text has no digits, blanks or signs but those of English keyboards and word processors.
    private static func isWrittenPlainly(_ text: String) -> Bool {
        text.utf8.count <= 40
            && text.unicodeScalars.allSatisfy {
                $0.isASCII || "£\u{A0}\u{2212}\u{2013}\u{2010}\u{2011}".unicodeScalars.contains($0)
            }
    }

    /// The number that a text is, without any unit.
    static func number(_ text: String) throws(ValueProblem) -> Double { try number(text, in: .count) }

    /// The whole number that a text is.
    static func integer(_ text: String) throws(ValueProblem) -> Int {
        let value = try number(text)
        guard let whole = Int(exactly: value) else {
            throw .bad("\(Excerpt.quoted(text)) is not a whole number.")
        }
        return whole
    }

    /// The number that a printed text stands for, where it is plainly one; never a problem.
    static func printed(_ text: String) -> Double? {
        if let value = try? number(text, in: .percent) { return value }
        return try? number(text, in: .money(.pounds))
    }

    /// What a text is that is no number, as far as it can be told.
    private static func problem(with text: String, in unit: MeasurementUnit) -> ValueProblem {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
        let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
        let groups = (parts.first ?? []).split(separator: 0x2C, omittingEmptySubsequences: false)
        // Only signs and units may be around the digits.
        let isNumeric =
            !digits.isEmpty && isWrittenPlainly(text)
            && text.unicodeScalars.allSatisfy { "0123456789,.£%+- \u{2212}\u{2013}mkbn".unicodeScalars.contains($0) }
        guard isNumeric, text.split(separator: " ").filter({ $0.contains(where: \.isNumber) }).count == 1 else {
            return notANumber(text)
        }
        guard parts.count <= 2, parts.dropFirst().allSatisfy({ !$0.contains(0x2C) }) else {
            return .ambiguous(
                "\(Excerpt.quoted(text)) is not written as numbers are in England; write a point before the decimals and "
                    + "commas, or nothing, between thousands, such as 1,234.5.")
        }
        guard groups.count > 1, groups.allSatisfy({ !$0.isEmpty }), parts.count == 1 || !parts[1].isEmpty else {
            return notANumber(text)
        }
        return .ambiguous(
            "\(Excerpt.quoted(text)) could be a number with a comma before its decimals or one with commas between "
                + "thousands; write it as 1234.5 or 1,234.5.")
    }

    private static func notANumber(_ text: String) -> ValueProblem {
        if text.hasPrefix("("), text.hasSuffix(")"), let number = try? number(String(text.dropFirst().dropLast())),
            number > 0
        {
            let written = DecimalText.shortest(number).filter { $0 != "," }
            return .ambiguous(
                "\(Excerpt.quoted(text)) is how accounts show minus \(written); write -\(written), or \(written) if the brackets "
                    + "mean something else.")
        }
        if let reason = MissingReason(shorthand: text) {
            return .bad("\(Excerpt.quoted(text)) means \(reason.meaning), but a number is needed here.")
        }
        if text.lowercased().contains("e"), Double(text) != nil {
            return .bad(
                "\(Excerpt.quoted(text)) has an exponent, which spreadsheets show for numbers too long for their cell; write "
                    + "all digits.")
        }
        return .bad("\(Excerpt.quoted(text)) is not a number; write it as 1234.5 or 1,234.5.")
    }
}

/// What spreadsheets leave in cells that is no value.
enum ExcelHabits {
    private static let errors = [
        "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    ]

    /// The problem with a text that is an error of a formula, or a cell too narrow for its number.
    static func problem(in text: String) -> ValueProblem? {
        guard text.hasPrefix("#") else { return nil }
        if errors.contains(text.uppercased()) {
            return .bad(
                "\(Excerpt.quoted(text)) is what Excel shows for a formula that failed; put the formula right and save again, or "
                    + "write what belongs there."
            )
        }
        if text.allSatisfy({ $0 == "#" }) {
            return .bad(
                "The cell holds only # signs, as Excel shows where a column is too narrow; widen it and save again.")
        }
        return nil
    }
}
