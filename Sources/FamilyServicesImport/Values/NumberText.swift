import FamilyServicesKit

/// Numbers as people in England write them.
enum NumberText {
    /// The number that a text is in a unit.
    ///
    /// A sign of the unit may stand with it: `57.2%` for a percentage; `£1.2m`, `£250k` for money, in the multiples in which
    /// the unit counts.
    static func number(_ text: String, in unit: MeasurementUnit) throws(ValueProblem) -> Double {
        if let number = plainDigits(text.utf8) { return number }
        var rest = text[...]
        let isNegative = dropSign(&rest)
        var value: Double
        if rest.hasSuffix("%") || rest.lowercased().hasSuffix("per cent") {
            guard unit == .percent else {
                throw .bad(
                    "\(Excerpt.quoted(text)) has a per cent sign, but the unit is \(unit.code); write the number alone."
                )
            }
            rest = rest.dropLast(rest.hasSuffix("%") ? 1 : 8)
            value = try magnitude(Blanks.trimmed(rest), of: text)
        } else if case .money(let scale) = unit {
            value = try money(rest, of: text, in: scale)
        } else {
            guard !rest.contains("£") else {
                throw .bad(
                    "\(Excerpt.quoted(text)) is an amount of money, but the unit is \(unit.code); write the number alone."
                )
            }
            value = try magnitude(String(rest), of: text)
        }
        if isNegative, value != 0 { value = -value }
        return value
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

    /// Digits with at most one point, the form of nearly all numbers: the nearest double, by exact arithmetic.
    private static func plainDigits(_ bytes: String.UTF8View) -> Double? {
        guard bytes.count <= 15, var byte = bytes.first else { return nil }
        var index = bytes.startIndex
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { index = bytes.index(after: index) }
        var mantissa = 0
        var digits = 0
        var decimals: Int?
        while index < bytes.endIndex {
            byte = bytes[index]
            if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
                decimals = 0
            } else if (0x30...0x39).contains(byte) {
                mantissa = mantissa * 10 + Int(byte - 0x30)
                digits += 1
                if let known = decimals { decimals = known + 1 }
            } else {
                return nil
            }
            index = bytes.index(after: index)
        }
        guard digits > 0, decimals != 0 else { return nil }
        // A whole number below 2^53 over a power of ten up to 10^22: both exact, so that the quotient is rounded once.
        let value = decimals.map { Double(mantissa) / powersOfTen[$0] } ?? Double(mantissa)
        return isNegative && value != 0 ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// Takes a sign from the front: a hyphen, a minus sign, or the dash that word processors make of a hyphen.
    private static func dropSign(_ rest: inout Substring) -> Bool {
        guard let first = rest.first else { return false }
        switch first {
        case "-", "\u{2212}", "\u{2013}", "\u{2010}", "\u{2011}":
            rest = rest.dropFirst().drop { $0 == " " }
            return true
        case "+":
            rest = rest.dropFirst()
            return false
        default: return false
        }
    }

    /// An amount of money without its sign, in pounds, thousands or millions.
    private static func money(
        _ amount: Substring, of text: String, in scale: MeasurementUnit.MoneyScale
    ) throws(ValueProblem) -> Double {
        var rest = amount
        let hasPound = rest.hasPrefix("£")
        if hasPound { rest = rest.dropFirst().drop { $0 == " " } }
        let isNegative = hasPound && dropSign(&rest)
        let multiples: [(suffix: String, factor: Double)] = [
            ("million", 1e6), ("billion", 1e9), ("thousand", 1e3), ("bn", 1e9), ("m", 1e6), ("k", 1e3),
        ]
        let ending = rest.lowercased()
        var pounds: Double
        if let multiple = multiples.first(where: { ending.hasSuffix($0.suffix) }) {
            let digits = Blanks.trimmed(rest.dropLast(multiple.suffix.count))
            // £1.2m is 1,200,000 and not 1.2 times 1e6 with what binary fractions make of it.
            pounds = DecimalText.rounded(try magnitude(digits, of: text) * multiple.factor, decimals: 2)
        } else if hasPound, scale != .pounds {
            throw .ambiguous(
                "\(Excerpt.quoted(text)) may be pounds or \(MeasurementUnit.money(scale).label); write the number alone, or "
                    + "say which as in £1.2m or £250k.")
        } else {
            pounds = try magnitude(String(rest), of: text) * Double(scale.rawValue)
        }
        if isNegative { pounds = -pounds }
        return pounds / Double(scale.rawValue)
    }

    /// Digits with a decimal point and commas between thousands.
    private static func magnitude(_ digits: String, of text: String) throws(ValueProblem) -> Double {
        if let problem = ExcelHabits.problem(in: text) { throw problem }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let isDigits = { (part: Substring) in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard digits.utf8.count <= 40,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E })
        else { throw notANumber(text) }
        guard parts.count <= 2, parts.dropFirst().allSatisfy({ !$0.contains(",") }) else {
            throw .ambiguous(
                "\(Excerpt.quoted(text)) is not written as numbers are in England; write a point before the decimals and "
                    + "commas, or nothing, between thousands, such as 1,234.5.")
        }
        guard groups.allSatisfy(isDigits), parts.count == 1 || isDigits(parts[1]) else { throw notANumber(text) }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                throw .ambiguous(
                    "\(Excerpt.quoted(text)) could be a number with a comma before its decimals or one with commas between "
                        + "thousands; write it as 1234.5 or 1,234.5.")
            }
        }
        guard let value = Double(groups.joined() + (parts.count == 2 ? "." + parts[1] : "")) else {
            throw notANumber(text)
        }
        return value
    }

    private static func notANumber(_ text: String) -> ValueProblem {
        if let reason = MissingReason(shorthand: text) {
            return .bad("\(Excerpt.quoted(text)) means \(reason.meaning), but a number has to stand here.")
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
                "\(Excerpt.quoted(text)) is what Excel shows for a formula that failed; put the formula right and save again."
            )
        }
        if text.allSatisfy({ $0 == "#" }) {
            return .bad(
                "The cell holds only # signs, as Excel shows where a column is too narrow; widen it and save again.")
        }
        return nil
    }
}
