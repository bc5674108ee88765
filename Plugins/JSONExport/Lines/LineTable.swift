import FamilyServicesKit

/// A column of JSON Lines: what it is called, what it holds, and what that means.
///
/// A column has one type in every type of record that has it, and in every file.
public struct LineColumn: Sendable, Hashable {
    /// What a column holds.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Text.
        case text
        /// A day, written as text such as `2017-11-14`.
        case date
        /// A number that may have decimals, always written with a point.
        case number
        /// A whole number, never written with a point.
        case whole
        /// True or false.
        case flag
    }

    /// The name.
    public let name: String
    /// What it holds.
    public let kind: Kind
    /// What it means, in a sentence or two.
    public let meaning: String
    /// Whether it can be null.
    public let isOptional: Bool
    /// The only texts that it can hold; `nil` where it can hold any.
    public let choices: [String]?

    init(_ name: String, _ kind: Kind, _ meaning: String, isOptional: Bool = true, choices: [String]? = nil) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.isOptional = isOptional
        self.choices = choices
    }
}

/// A type of record of JSON Lines with its columns.
public struct LineTable: Sendable, Hashable, Identifiable {
    /// What the member `record` of its lines says.
    public let record: String
    /// What a record of the type is, in a sentence.
    public let meaning: String
    /// The columns in the order in which they are written.
    ///
    /// The first is `record`; those that say which report a line belongs to follow.
    public let columns: [LineColumn]

    /// What the member `record` of its lines says.
    public var id: String { record }

    init(_ record: String, _ meaning: String, _ columns: [LineColumn]) {
        self.record = record
        self.meaning = meaning
        self.columns = LineTable.beginning + columns
    }
}

extension LineTable {
    /// The columns that all lines begin with: the type of record, and the report that it belongs to, so that the lines of many
    /// reports can be loaded as one table.
    static let beginning = [
        LineColumn("record", .text, "The type of record.", isOptional: false),
        LineColumn(
            "report", .text,
            "The report that the line belongs to: organisation, title, date and audience in one text, the same on all its lines.",
            isOptional: false),
        LineColumn(
            "organisation", .text, "The council or other body whose report it is.", isOptional: false),
        LineColumn("report_date", .date, "The day that the report is dated.", isOptional: false),
        LineColumn(
            "report_last_day", .date, "The last day of the period that the report is about.", isOptional: false),
    ]

    /// The columns that all lines begin with but for the type of record, as JSON.
    static func beginning(of publication: Publication) -> [UInt8] {
        let metadata = publication.metadata
        var text = JSONText()
        text.append(#","report":"#)
        text.append(
            quoted: "\(metadata.organisation): \(metadata.title), \(metadata.date) (\(metadata.audience.rawValue))")
        text.append(#","organisation":"#)
        text.append(quoted: metadata.organisation)
        text.append(#","report_date":"#)
        text.append(quoted: metadata.date.description)
        text.append(#","report_last_day":"#)
        text.append(quoted: publication.pack.manifest.period.lastDay.description)
        return text.bytes
    }

    /// Every type of record, in the order in which their lines come.
    public static let all: [LineTable] = LinesShape.tables
}
