import FamilyServicesKit

/// A record on its way to a line, with what it is part of and the records that it names.
///
/// Members of the record itself are read as if they were the row's own.
@dynamicMemberLookup
struct LineRow<Whole, Item> {
    /// What the record is part of, such as the plan of an action.
    let whole: Whole
    let item: Item
    let names: LineNames

    subscript<Value>(dynamicMember path: KeyPath<Item, Value>) -> Value { item[keyPath: path] }
}

/// The records of a pack by their identifiers, and the day as of which it is judged.
///
/// A class, because every row has it.
final class LineNames {
    let index: PackIndex
    let day: CalendarDate

    init(_ pack: ReportPack, _ index: PackIndex) {
        self.index = index
        day = pack.manifest.date
    }
}

/// Columns that more than one type of record has.
extension LineSketch {
    static func period(
        _ words: String = "The reporting period as a code", _ period: @escaping @Sendable (Record) -> ReportingPeriod
    ) -> [Column] {
        [
            .text("period", words + LineWords.periodCodes) { period($0).code },
            .word("period_kind", "Which kind of period that is.") { period($0).kind },
            .date("first_day", "Its first day.") { period($0).firstDay },
            .date("last_day", "Its last day.") { period($0).lastDay },
        ]
    }

    static func optionalPeriod(
        _ words: String = "The reporting period as a code", _ period: @escaping @Sendable (Record) -> ReportingPeriod?
    ) -> [Column] {
        [
            .optionalText("period", words + LineWords.periodCodes) { period($0)?.code },
            .optionalWord("period_kind", "Which kind of period that is.") { period($0)?.kind },
            .optionalDate("first_day", "Its first day.") { period($0)?.firstDay },
            .optionalDate("last_day", "Its last day.") { period($0)?.lastDay },
        ]
    }

    /// A date of which only the month or year may be known: the day that counts, and what is known.
    static func date(
        _ name: String, _ words: String, isStart: Bool = false, _ date: @escaping @Sendable (Record) -> PartialDate?
    ) -> [Column] {
        let end = isStart ? "first" : "last"
        return [
            .optionalDate("\(name)_day", words + "; the \(end) day of the month or year where no more is known.") {
                row in
                isStart ? date(row)?.firstDay : date(row)?.lastDay
            },
            .optionalWord("\(name)_precision", "What is known of that date.") { row in
                date(row).map { $0.day != nil ? DatePrecision.day : $0.month != nil ? .month : .year }
            },
        ]
    }

    /// A target in words and as numbers.
    static func target(
        _ words: String = "", in unit: @escaping @Sendable (Record) -> MeasurementUnit?,
        _ target: @escaping @Sendable (Record) -> Target?
    ) -> [Column] {
        [
            .optionalText("target", "The target in words" + words + ".") { row in
                target(row)?.label(in: unit(row) ?? .unspecified)
            },
            .optionalWord(
                "target_kind", "Whether the value is to be the target or more, the target or less, or in a range."
            ) {
                row in target(row).map { TargetKind($0.requirement) }
            },
            .number("target_lower", "The least that meets the target, in the unit; null where there is no lower end.") {
                row in
                target(row)?.requirement.ends.lower
            },
            .number(
                "target_upper", "The greatest that meets the target, in the unit; null where there is no upper end."
            ) {
                row in target(row)?.requirement.ends.upper
            },
        ]
    }

    /// How a figure moved since an earlier one.
    static func travel(
        _ name: String, _ words: String, _ travel: @escaping @Sendable (Record) -> Assessment.TravelResult?
    ) -> [Column] {
        [
            .optionalText("\(name)_period", "The code of \(words).") { travel($0)?.since?.code },
            .number("\(name)_value", "The figure then, not rounded; null where the two cannot be compared.") {
                travel($0)?.earlier
            },
            .number(
                "\(name)_change",
                "The present figure less that one, both as they are shown, in percentage points for a percentage."
            ) { travel($0)?.change },
            .optionalWord("\(name)_movement", "Which way it moved.") { travel($0)?.movement },
            .optionalWord("\(name)_meaning", LineWords.meaning) { travel($0)?.meaning },
        ]
    }

    /// Where a record comes from.
    static func source(_ source: @escaping @Sendable (Record) -> SourceReference?) -> [Column] {
        [
            .optionalText("source", "The identifier of the document that it comes from.") { source($0)?.document.text },
            .optionalText("source_place", "The place in that document.") { source($0)?.place },
        ]
    }

    /// Who may see a record.
    static func access(_ access: @escaping @Sendable (Record) -> Access) -> [Column] {
        [
            Column(LineColumn("exempt_paragraphs", .text, LineWords.exemptParagraphs)) {
                .text(LineText.joined(access($0).exemptParagraphs.sorted().map(\.rawValue)))
            },
            Column(LineColumn("agreements", .text, LineWords.agreements)) {
                .text(LineText.joined(access($0).agreements.sorted()))
            },
        ]
    }
}

/// What is known of a date.
enum DatePrecision: String, CaseIterable {
    case day, month, year
}

/// Which way a target is met.
enum TargetKind: String, CaseIterable {
    case atLeast = "at-least"
    case atMost = "at-most"
    case within

    init(_ requirement: Target.Requirement) {
        self =
            switch requirement {
            case .atLeast: .atLeast
            case .atMost: .atMost
            case .within: .within
            }
    }
}

/// What the number of a tolerance means.
enum ToleranceKind: String, CaseIterable {
    case absolute, relative, floor
}

extension Target.Requirement {
    /// The least and the greatest value that meet it.
    var ends: (lower: Double?, upper: Double?) {
        switch self {
        case .atLeast(let value): (value, nil)
        case .atMost(let value): (nil, value)
        case .within(let range): (range.lowerBound, range.upperBound)
        }
    }
}

extension Target.Tolerance {
    var parts: (kind: ToleranceKind, value: Double) {
        switch self {
        case .absolute(let value): (.absolute, value)
        case .relative(let share): (.relative, share.value)
        case .floor(let value): (.floor, value)
        }
    }
}

/// What is said of columns that more than one type of record has.
enum LineWords {
    static let periodCodes =
        ", such as `2017-11`, `FY2018-19-Q3`, `FY2014-15`, `AY2023-24`, `2018`, `2015-03-31` or `2021-07-01/2022-01-31`."
    static let meaning =
        "What may be said of it: `improving` or `worsening` only where it is more than the measure's own ups and downs; else "
        + "`no-clear-change`, `size-only` (nothing to test it by), `steady` or `not-judged`."
    static let exemptParagraphs =
        "The paragraphs of Schedule 12A to the Local Government Act 1972 that make it exempt, such as `1; 3`; null where it is "
        + "not."
    static let agreements = "The identifiers of the sharing agreements that limit who may see it, joined by `; `."
}
