import FamilyServicesKit
import SpreadsheetDates

/// Numbers and dates as Excel holds and shows them.
enum CellNumber {
    /// The most decimals that Excel shows with certainty.
    private static let decimalsLimit = 15
    /// What is written in place of a number that is not finite, such as a share of nothing.
    static let notFinite = MissingReason.notApplicable
    private static var missing: SheetTable.Entry { SheetTable.Entry(kind: .missing, text: notFinite.shorthand) }

    /// The largest number that Excel holds.
    private static let largest = 9.99999999999999e307

    /// Whether Excel holds a number, rather than refuses the workbook.
    static func holds(_ value: Double) -> Bool { value.magnitude <= largest }

    /// How many decimals Excel shows of a number that asks for so many.
    static func decimals(_ decimals: Int) -> Int { min(max(decimals, 0), decimalsLimit) }

    /// How many decimals Excel shows of a percentage that asks for so many.
    static func percentageDecimals(_ decimals: Int) -> Int { min(max(decimals, 0), decimalsLimit - 2) }

    /// A number, rounded half-up to the decimals that are shown.
    static func number(_ value: Double, decimals: Int) -> SheetTable.Entry {
        guard value.isFinite else { return missing }
        guard holds(value) else { return SheetTable.Entry(kind: .text, text: "\(value)") }
        let places = Self.decimals(decimals)
        return SheetTable.Entry(
            kind: .number(decimals: places), text: "", number: DecimalText.rounded(value, decimals: places))
    }

    /// A percentage as a fraction: 57.2 becomes 0.572.
    ///
    /// The point is moved in the decimal digits, because dividing by 100 would give 0.5720000000000001 for 57.2.
    static func percentage(_ value: Double, decimals: Int) -> SheetTable.Entry {
        guard value.isFinite else { return missing }
        let places = percentageDecimals(decimals)
        let digits = DecimalText.plain(value, decimals: places)
        return SheetTable.Entry(
            kind: .percentage(decimals: places), text: "", number: Double(digits + "e-2") ?? value / 100)
    }

    /// A day as Excel's serial number.
    ///
    /// Days before 1 March 1900 become text, because Excel counts a 29 February 1900 that never was and has nothing
    /// before 1900.
    static func date(_ date: CalendarDate) -> SheetTable.Entry {
        guard let serial = SpreadsheetDate.serial(of: date) else {
            let text = "\(date.day) \(CalendarDate.monthNames[date.month - 1].prefix(3)) \(date.year)"
            return SheetTable.Entry(kind: .text, text: text)
        }
        return SheetTable.Entry(kind: .date, text: "", number: Double(serial))
    }

    /// The number format of a kind of cell.
    static func format(of entry: SheetTable.Entry) -> String? {
        format(of: entry.kind, isHuge: isHuge(entry.number))
    }

    /// The number format of a kind of cell, where the number has more digits than a column is wide or not.
    static func format(of kind: SheetTable.Entry.Kind, isHuge: Bool) -> String? {
        switch kind {
        case .number(let decimals):
            isHuge ? scientific : decimals == 0 ? "#,##0" : "#,##0." + zeros(decimals)
        case .percentage(let decimals):
            isHuge ? scientific : decimals == 0 ? "0%" : "0." + zeros(decimals) + "%"
        case .date:
            "d mmm yyyy"
        case .text, .empty, .missing:
            nil
        }
    }

    private static let scientific = "0.00E+00"

    /// Whether a number has more digits than a column is wide; Excel would show a row of number signs.
    static func isHuge(_ number: Double) -> Bool { number.magnitude >= huge }

    /// From here on numbers are written with an exponent.
    static let huge = 1e15
    /// A number below this is not rounded up to one that is.
    static let nearlyHuge = 9e14

    /// What a number looks like, for measuring.
    static func shown(_ entry: SheetTable.Entry) -> String {
        if isHuge(entry.number) { return "-0.00E+000" }
        return switch entry.kind {
        case .number(let decimals): DecimalText.formatted(entry.number, decimals: decimals)
        case .percentage(let decimals): DecimalText.formatted(entry.number * 100, decimals: decimals) + "%"
        // The longest month has wider letters than the one that happens to stand here.
        case .date: "28 Mmm 2028"
        case .text, .empty, .missing: entry.text
        }
    }

    private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
