public import ReportVocabulary

/// A format-neutral piece of content.
public enum Block: Sendable, Hashable {
    /// A heading inside a section. The level is 2 or more; the section's own title is level 1.
    case heading(level: Int, text: String)
    /// A paragraph of plain text. Line breaks in it are kept.
    case paragraph(String)
    /// Short items, one under the other.
    case list([ListItem])
    /// Labelled facts, such as the front matter of a report.
    case facts([Fact])
    /// A table with one header row.
    case table(Table)
    /// A chart.
    case chart(Chart)
}

/// One item of a list.
public struct ListItem: Sendable, Hashable {
    /// The words of the item.
    public let text: String
    /// The section the item leads to, for a contents list.
    public let link: SectionLink?

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - text: The words.
    ///   - link: Where the item leads.
    public init(_ text: String, link: SectionLink? = nil) {
        self.text = text
        self.link = link
    }
}

/// A labelled fact.
public struct Fact: Sendable, Hashable {
    /// What the fact is, such as "Committee".
    public let label: String
    /// The fact.
    public let value: String

    /// Makes a fact.
    ///
    /// - Parameters:
    ///   - label: What the fact is.
    ///   - value: The fact.
    public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

/// A link to a section of the same publication, or to a row of a table in it.
///
/// The same words of a publication never lead to two places.
public struct SectionLink: Sendable, Hashable {
    /// The ``PublicationSection/id`` of the section.
    public let section: SectionID
    /// The anchor of the row in ``Table/anchors`` that the link leads to; a format that cannot lead to a row leads to the
    /// section.
    public let row: Anchor?

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - section: The section that it leads to.
    ///   - row: The anchor of a row in it.
    public init(section: SectionID, row: Anchor? = nil) {
        self.section = section
        self.row = row
    }
}

/// A rectangle of cells under one header row.
public struct Table: Sendable, Hashable {
    /// An identifier, unique in the publication: letters, digits and underscores, starting with a letter.
    public let name: String
    /// The heading of the table.
    public let title: String
    /// The columns from left to right.
    ///
    /// Titles are unique in the table, not empty, and one line long.
    public let columns: [TableColumn]
    /// The rows from top to bottom, each with one cell per column.
    public let rows: [[Cell]]
    /// What links call the rows: one anchor for each row, or none at all.
    ///
    /// An anchor is unique in its section; rows that no link leads to may have none.
    public let anchors: [Anchor?]

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - name: An identifier, unique in the publication: letters, digits and underscores, starting with a letter.
    ///   - title: The heading.
    ///   - columns: The columns from left to right.
    ///   - rows: The rows from top to bottom, each with one cell for each column.
    ///   - anchors: What links call the rows: one for each row, or none.
    public init(
        name: String, title: String, columns: [TableColumn], rows: [[Cell]], anchors: [Anchor?] = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.anchors = anchors
    }

    /// The anchor of a row, where it has one.
    ///
    /// - Parameter row: The number of the row, counted from 0.
    /// - Returns: The anchor.
    public func anchor(ofRow row: Int) -> Anchor? { anchors.indices.contains(row) ? anchors[row] : nil }
}

/// A column of a table.
public struct TableColumn: Sendable, Hashable {
    /// How the content of a column is laid out.
    public enum Alignment: String, Sendable, Hashable, CaseIterable {
        /// Text, to the left.
        case leading
        /// Numbers and dates, to the right.
        case trailing
    }

    /// The header.
    public let title: String
    /// How the cells are laid out.
    public let alignment: Alignment
    /// The width that suits the content, in characters; exporters may use another.
    public let width: Int
    /// What readers are asked to fill in or change in the cells; `nil` in columns to be read alone.
    public let editing: Editing?

    /// Makes a column.
    ///
    /// - Parameters:
    ///   - title: The header.
    ///   - alignment: How the cells are laid out.
    ///   - width: The width that suits the content, in characters; at least 1.
    ///   - editing: What readers are asked to fill in or change.
    public init(_ title: String, alignment: Alignment = .leading, width: Int = 16, editing: Editing? = nil) {
        self.title = title
        self.alignment = alignment
        self.width = width
        self.editing = editing
    }
}

/// A cell: what it holds, what it means beyond that, and where it leads.
public struct Cell: Sendable, Hashable {
    /// What a cell holds.
    public enum Value: Sendable, Hashable {
        /// Words. Never a formula, whatever they begin with.
        case text(String)
        /// A finite number, shown with this many decimals.
        case number(Double, decimals: Int)
        /// A percentage on the scale 0 to 100 (57.2 means 57.2 %), shown with this many decimals.
        case percentage(Double, decimals: Int)
        /// A day.
        case date(CalendarDate)
        /// No value, with the reason, shown as the shorthand of the Analysis Function.
        case missing(MissingReason)
        /// Nothing belongs here.
        case empty
    }

    /// What the cell holds.
    public let value: Value
    /// Whether the content is good or bad news.
    ///
    /// Always repeated in the words of the cell, never told by colour alone.
    public let tone: Tone?
    /// Whether the cell names the rows below it, up to the next such cell.
    ///
    /// It is the first of its row, and the others of the row are empty.
    public let isHeading: Bool
    /// A report has millions of cells where it has that many figures, and few lead anywhere or have a picture.
    private let more: More?

    private struct Content: Hashable {
        let link: SectionLink?
        let trend: Trend?
    }

    private final class More: Sendable, Hashable {
        let content: Content

        init(_ content: Content) { self.content = content }

        static func == (left: More, right: More) -> Bool { left.content == right.content }
        func hash(into hasher: inout Hasher) { hasher.combine(content) }
    }

    /// The section that the cell leads to.
    public var link: SectionLink? { more?.content.link }
    /// The figures up to the one in the cell, which a format may draw beside it as a small picture.
    public var trend: Trend? { more?.content.trend }

    /// Makes a cell.
    ///
    /// - Parameters:
    ///   - value: What the cell holds.
    ///   - tone: Whether that is good or bad news; the words have to say it too.
    ///   - link: Where the cell leads; cells of words alone can have a link.
    ///   - trend: The figures up to the one in the cell.
    ///   - isHeading: Whether the cell names the rows below it.
    public init(
        _ value: Value, tone: Tone? = nil, link: SectionLink? = nil, trend: Trend? = nil, isHeading: Bool = false
    ) {
        self.value = value
        self.tone = tone
        self.isHeading = isHeading
        more = link == nil && trend == nil ? nil : More(Content(link: link, trend: trend))
    }
}

/// Figures in the order of their periods, for a picture as small as a word.
public struct Trend: Sendable, Hashable {
    /// What the figures are about.
    public let title: String
    /// The figures from the earliest to the latest, finite; `nil` is a gap.
    public let points: [Double?]

    /// Makes a trend.
    ///
    /// - Parameters:
    ///   - title: What the figures are about.
    ///   - points: The figures from the earliest to the latest; those that are not finite become gaps.
    public init(_ title: String, points: [Double?]) {
        self.title = title
        self.points = points.map { point in point.flatMap { $0.isFinite ? $0 : nil } }
    }
}

/// The meaning of a colour.
///
/// A format that has colours may show it; the words of the cell already say it.
public enum Tone: String, Sendable, Hashable, CaseIterable {
    /// On target, good, complete and evidenced: green by custom.
    case positive
    /// Within tolerance, at risk, requires improvement: amber by custom.
    case caution
    /// Off target, overdue, inadequate: red by custom.
    case negative
    /// Complete: blue by custom in action plans.
    case complete
    /// Not judged.
    case neutral
}
