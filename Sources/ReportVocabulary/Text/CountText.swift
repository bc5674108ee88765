/// Numbers of things in words for people.
package enum CountText {
    /// A number with its noun, such as "1 case" or "1,200 cases".
    ///
    /// - Parameters:
    ///   - count: The number.
    ///   - singular: The noun for one of them, which takes an s for more.
    package static func of(_ count: Int, _ singular: String) -> String {
        "\(DecimalText.grouped(count)) \(singular)\(count == 1 ? "" : "s")"
    }

    /// How often, such as "once" or "12 times".
    package static func times(_ count: Int) -> String {
        count == 1 ? "once" : "\(DecimalText.grouped(count)) times"
    }

    /// A share of a whole as a percentage, such as "62.5 per cent".
    package static func percentage(_ part: Int, of whole: Int) -> String {
        "\(DecimalText.shortest(DecimalText.rounded(100 * Double(part) / Double(whole), decimals: 1))) per cent"
    }
}
