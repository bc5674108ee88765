/// How exactly a printed figure fixes its value.
package enum PrintedPrecision {
    /// How far the exact value may lie from the printed one if the printed one was rounded from it.
    ///
    /// That is half a unit of the last decimal printed: 0.05 for `57.2%`, 50,000 for `£1.2m`, 0.5 for `two`.
    ///
    /// - Parameters:
    ///   - text: The figure as printed.
    ///   - value: The number that it stands for.
    /// - Returns: Half a unit of the last decimal, in the scale of the value.
    package static func halfUnit(of text: String, value: Double) -> Double {
        let numbers = numbers(in: text)
        // Of several numbers, such as “155 (69%)”, the one that is the value; else the first, scaled as `m` scales it.
        guard let number = numbers.first(where: { $0.value == value.magnitude }) ?? numbers.first, number.value != 0,
            value != 0
        else {
            return halfUnit(decimals: max(numbers.first?.decimals ?? 0, decimals(of: value)))
        }
        return halfUnit(decimals: number.decimals) * (value.magnitude / number.value)
    }

    /// Half a unit of a decimal.
    ///
    /// - Parameter decimals: How many decimals.
    /// - Returns: 0.5 for none, 0.05 for one, and so on.
    package static func halfUnit(decimals: Int) -> Double {
        var result = 0.5
        for _ in 0..<min(max(decimals, 0), 30) { result /= 10 }
        return result
    }

    /// How many decimals a number has in its shortest form.
    ///
    /// - Parameter value: A finite number.
    /// - Returns: 1 for 57.2, 0 for 57.
    package static func decimals(of value: Double) -> Int {
        let parts = value.magnitude.description.split(separator: "e")
        guard let mantissa = parts.first?.split(separator: "."), parts.count <= 2 else { return 0 }
        let written = mantissa.count == 2 && mantissa[1] != "0" ? mantissa[1].count : 0
        let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
        return max(0, written - exponent)
    }

    /// Whether a value, exact or itself rounded, can have been printed as another.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - printed: The value as printed.
    ///   - halfUnit: How far rounding can have moved it.
    /// - Returns: Whether they differ by no more than that; a half may be rounded either way.
    package static func agrees(_ value: Double, with printed: Double, halfUnit: Double) -> Bool {
        // The slack is for binary fractions, such as 0.15 against 0.1 + 0.05.
        let slack = 1e-9 * max(1, value.magnitude, printed.magnitude)
        return (value - printed).magnitude <= halfUnit + min(slack, halfUnit / 100)
    }

    /// The numbers without sign in a text, in the multiples in which they are printed, with their decimals.
    private static func numbers(in text: String) -> [(value: Double, decimals: Int)] {
        NumberReader.numbers(in: text).flatMap { number -> [(value: Double, decimals: Int)] in
            switch number.kind {
            case .ordinal, .name, .fraction, .nothing: []
            case .share(let part, let whole): [(part, 0), (whole, 0)]
            default:
                [(number.value / number.scale, number.decimals)]
                    + (number.upper.map { [($0 / number.scale, number.upperDecimals)] } ?? [])
            }
        }
    }
}
