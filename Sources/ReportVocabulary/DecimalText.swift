/// Numbers as people read them: decimal half-up rounding, thousands separated by commas, whatever the locale.
///
/// Rounding works on the decimal number that was meant, not on its nearest binary neighbour: 2.675 to two decimals is 2.68
/// and 0.125 is 0.13. A half is rounded away from zero, as people round by hand.
public enum DecimalText {
    /// Rounds a number half-up on its shortest decimal form.
    ///
    /// - Parameters:
    ///   - value: A finite number; others are returned as they are.
    ///   - decimals: How many decimals to keep, 0 to 15; others are clamped.
    /// - Returns: The nearest number with that many decimals.
    public static func rounded(_ value: Double, decimals: Int) -> Double {
        guard value.isFinite else { return value }
        let places = min(max(decimals, 0), 15)
        // A number this large has no more decimals than that among the 17 digits that tell it from its neighbours.
        if value.magnitude >= powersOfTen[16 - places] { return value }
        if let steps = steps(value, decimals: places) {
            // Both are exact, so their quotient is the number that the digits mean. Zero has no sign.
            return Double(steps) / powersOfTen[places]
        }
        return Double(plain(value, decimals: places)) ?? value
    }

    /// A number in steps of its last decimal, rounded half-up on its shortest decimal form: 2.675 with two decimals is 268.
    ///
    /// - Parameters:
    ///   - value: A number.
    ///   - decimals: How many decimals to keep, 0 to 15.
    /// - Returns: `nil` where the digits have to be looked at: close to a half, and for numbers that are large or not finite.
    package static func steps(_ value: Double, decimals: Int) -> Int? {
        let scaled = value.magnitude * powersOfTen[decimals]
        // Below 2⁵², where the product is off by less than one in 2⁵² of itself, and the number that is meant by as much.
        guard scaled < 4_503_599_627_370_496 else { return nil }
        let whole = Int(scaled)
        let rest = scaled - Double(whole) - 0.5
        guard rest.magnitude > scaled * 0x1p-50 else { return nil }
        let steps = rest > 0 ? whole + 1 : whole
        return value < 0 ? -steps : steps
    }

    /// The powers of ten that are exact in every step: 1 to 10¹⁶.
    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    ]

    /// The digits of a number of steps, with a point before the decimals.
    private static func digits(_ steps: Int, decimals: Int) -> String {
        var (count, rest) = (1, steps.magnitude / 10)
        while rest > 0 { (count, rest) = (count + 1, rest / 10) }
        let length = max(count, decimals + 1) + (decimals > 0 ? 1 : 0)
        return String(unsafeUninitializedCapacity: length) { buffer in
            var rest = steps.magnitude
            for position in stride(from: length - 1, through: 0, by: -1) {
                if decimals > 0, position == length - 1 - decimals {
                    buffer[position] = UInt8(ascii: ".")
                } else {
                    buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
            }
            return length
        }
    }

    /// Writes a number with a fixed number of decimals and no separators, such as `1234.50`.
    ///
    /// - Parameters:
    ///   - value: A finite number; others give `nan`, `inf` or `-inf`.
    ///   - decimals: How many decimals to show, 0 to 15; others are clamped.
    /// - Returns: The digits, with a minus sign only where a digit other than 0 follows.
    public static func plain(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "\(value)" }
        let places = min(max(decimals, 0), 15)
        if let steps = steps(value, decimals: places) {
            return (steps < 0 ? "-" : "") + digits(steps, decimals: places)
        }
        let (whole, fraction) = Digits(shortest: value.magnitude).rounded(to: places)
        let isZero = (whole + fraction).allSatisfy { $0 == "0" }
        return (value < 0 && !isZero ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Writes a number for people, such as `1,234.5`.
    ///
    /// - Parameters:
    ///   - value: A finite number.
    ///   - decimals: How many decimals to show, 0 to 15; others are clamped.
    /// - Returns: The digits with commas between thousands.
    public static func formatted(_ value: Double, decimals: Int) -> String {
        let text = plain(value, decimals: decimals)
        guard value.isFinite else { return text }
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1)
        let whole = grouped(String(parts[0]))
        return (isNegative ? "-" : "") + whole + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// Writes a number for people with as many decimals as it has, such as `12`, `90.5` or `1,234.25`.
    ///
    /// - Parameter value: A finite number.
    /// - Returns: The shortest digits that mean the same number, to 15 decimals.
    public static func shortest(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        let text = formatted(value, decimals: 15)
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(trimmed.reversed())
    }

    /// Writes a whole number for people, such as `10,000`.
    ///
    /// - Parameter value: The number.
    /// - Returns: The digits with commas between thousands.
    public static func grouped(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    /// The decimal digits of a number before and after the point.
    private struct Digits {
        var whole: [UInt8]
        var fraction: [UInt8]

        /// The shortest digits that read back as the same number, without an exponent.
        init(shortest value: Double) {
            let text = value.description
            let parts = text.split(separator: "e")
            let mantissa = parts[0].split(separator: ".")
            var digits = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
            var point = (mantissa.first?.count ?? 0) + (parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
            if point < 0 {
                digits.insert(contentsOf: repeatElement(0, count: -point), at: 0)
                point = 0
            } else if point > digits.count {
                digits.append(contentsOf: repeatElement(0, count: point - digits.count))
            }
            whole = Array(digits[..<point])
            fraction = Array(digits[point...])
        }

        func rounded(to places: Int) -> (whole: String, fraction: String) {
            var digits = whole + fraction.prefix(places)
            digits.append(contentsOf: repeatElement(0, count: max(0, places - fraction.count)))
            if fraction.count > places, fraction[places] >= 5 {
                var index = digits.count - 1
                while index >= 0, digits[index] == 9 {
                    digits[index] = 0
                    index -= 1
                }
                if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
            }
            let text = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
            let leading = text.dropLast(places).drop { $0 == "0" }
            return (leading.isEmpty ? "0" : String(leading), String(text.suffix(places)))
        }
    }
}

extension DecimalText {
    /// A sum or mean of decimal numbers without what binary arithmetic adds in the last places: 14 digits are kept.
    package static func withoutNoise(_ value: Double) -> Double {
        guard value.isFinite else { return value }
        var (digits, size) = (0, value.magnitude)
        while size >= 1, digits < 14 { (digits, size) = (digits + 1, size / 10) }
        return rounded(value, decimals: 14 - digits)
    }
}
