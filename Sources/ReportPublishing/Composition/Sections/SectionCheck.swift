import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What is wrong with a section that was added to a report.
public struct SectionFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// Two sections of the list have this identifier.
        case repeatedSection
        /// The section calls itself this, and not what its composer is called.
        case otherIdentifier(SectionID)
        /// An identifier is made of lower-case letters, digits and hyphens.
        case unusableIdentifier
        /// The title or short title is empty, or has more than one line.
        case unusableTitle(String)
        /// The short title has more than 31 characters.
        case longShortTitle(String)
        /// Another section has this short title, apart from capital and small letters.
        case repeatedShortTitle(String)
        /// A heading inside a section has level 2 or more.
        case headingLevel(Int)
        /// A name of a table or chart is made of letters, digits and underscores and begins with a letter.
        case unusableName(String)
        /// Another table or chart of the report has this name.
        case repeatedName(String)
        /// The table has no columns.
        case noColumns(table: String)
        /// A column has no title, or one of several lines.
        case unusableColumn(table: String, column: String)
        /// Two columns of the table have this title.
        case repeatedColumn(table: String, column: String)
        /// The width of a column is less than 1.
        case width(table: String, column: String, Int)
        /// The row, counted from 1, has another number of cells than there are columns.
        case cells(table: String, row: Int, Int)
        /// There is neither one anchor for each row nor none at all.
        case anchors(table: String, Int)
        /// An anchor is made of letters, digits, hyphens and underscores.
        case unusableAnchor(table: String, Anchor)
        /// Two rows of the section have this anchor.
        case repeatedAnchor(table: String, Anchor)
        /// A number is not finite.
        case number(String)
        /// The choice of a column is not a column of a table of the report.
        case choice(table: String, column: String)
        /// The chart has no alternative text.
        case alternativeText(chart: String)
        /// The labels of the chart are not unique.
        case repeatedLabel(chart: String, String)
        /// The series of the chart has no title, or that of another.
        case seriesTitle(chart: String, String)
        /// The series has another number of points than there are labels.
        case points(chart: String, series: String, Int)
        /// A link leads to a section that the list does not have, or to a row that its section does not have.
        case link(words: String, SectionLink)
        /// The release note is not in the list.
        case noReleaseNote
    }

    /// The section.
    public let section: SectionID
    /// What is wrong.
    public let problem: Problem

    /// A sentence for people.
    public var description: String { "Section “\(section)”: \(words)" }

    private var words: String {
        switch problem {
        case .repeatedSection: "two sections have this identifier; give each its own."
        case .otherIdentifier(let id): "it composed a section “\(id)”; both must have the same identifier."
        case .unusableIdentifier: "use lower-case letters, digits and hyphens for the identifier."
        case .unusableTitle(let title): "the title “\(title)” is empty or has more than one line."
        case .longShortTitle(let title): "the short title “\(title)” has \(title.count) characters; use 31 at most."
        case .repeatedShortTitle(let title): "another section has the short title “\(title)”; use another."
        case .headingLevel(let level): "a heading has level \(level); use 2 or more, since the title has level 1."
        case .unusableName(let name):
            "“\(name)” cannot be the name of a table or chart; use letters, digits and underscores, and begin with a letter."
        case .repeatedName(let name): "another table or chart has the name “\(name)”; use another."
        case .noColumns(let table): "the table “\(table)” has no columns."
        case .unusableColumn(let table, let column):
            "the column title “\(column)” of the table “\(table)” is empty or has more than one line."
        case .repeatedColumn(let table, let column): "the table “\(table)” has two columns “\(column)”."
        case .width(let table, let column, let width):
            "the column “\(column)” of the table “\(table)” has a width of \(width); use at least 1."
        case .cells(let table, let row, let count):
            "row \(row) of the table “\(table)” has \(CountText.of(count, "cell")); use one for each column."
        case .anchors(let table, let count):
            "the table “\(table)” has \(CountText.of(count, "anchor")); use one for each row, or none."
        case .unusableAnchor(let table, let anchor):
            "“\(anchor)” cannot be an anchor in the table “\(table)”; use letters, digits, hyphens and underscores."
        case .repeatedAnchor(let table, let anchor): "the anchor “\(anchor)” in the table “\(table)” is used twice."
        case .number(let place): "a number in “\(place)” is not finite."
        case .choice(let table, let column):
            "the words for the column “\(column)” of the table “\(table)” are in a table or column that is not there."
        case .alternativeText(let chart): "the chart “\(chart)” has no alternative text; say what it shows."
        case .repeatedLabel(let chart, let label): "the chart “\(chart)” has two labels “\(label)”."
        case .seriesTitle(let chart, let title):
            "a series of the chart “\(chart)” has the title “\(title)”; give each a title of its own."
        case .points(let chart, let series, let count):
            "the series “\(series)” of the chart “\(chart)” has \(CountText.of(count, "point")); use one for each label."
        case .link(let words, let link):
            "the link “\(words)” leads to \(link.row.map { "the row “\($0)” of " } ?? "")the section “\(link.section)”, which is "
                + "not there."
        case .noReleaseNote: "the list of sections has to have it, because it says what the report withholds."
        }
    }
}

/// Checks sections against what exporters may rely on.
struct SectionCheck {
    private(set) var faults: [SectionFault] = []
    private let known: Set<SectionID>
    private let places: Set<SectionLink>
    private let choices: Set<TableColumn.Choices>
    private var names: Set<String> = []
    private var shortTitles: Set<String> = []
    private var current: SectionID = ""

    /// Prepares a check.
    ///
    /// - Parameters:
    ///   - sections: All sections of the report.
    ///   - known: What links may lead to although it is not there this time.
    init(_ sections: [PublicationSection], known: Set<SectionID>) {
        self.known = known.union(sections.map(\.id))
        var places: Set<SectionLink> = []
        var choices: Set<TableColumn.Choices> = []
        for section in sections {
            places.insert(SectionLink(section: section.id))
            for case .table(let table) in section.blocks {
                for anchor in table.anchors.compactMap({ $0 }) {
                    places.insert(SectionLink(section: section.id, row: anchor))
                }
                for column in table.columns { choices.insert(.init(table: table.name, column: column.title)) }
            }
        }
        self.places = places
        self.choices = choices
    }

    /// Takes the names of a section for granted, so that others cannot have them.
    mutating func accept(_ section: PublicationSection) {
        shortTitles.insert(section.shortTitle.lowercased())
        for block in section.blocks {
            switch block {
            case .table(let table): names.insert(table.name.lowercased())
            case .chart(let chart): names.insert(chart.name.lowercased())
            case .heading, .paragraph, .list, .facts: break
            }
        }
    }

    /// Checks a section.
    ///
    /// - Parameters:
    ///   - section: The section.
    ///   - id: What its composer is called.
    mutating func check(_ section: PublicationSection, composedBy id: SectionID) {
        current = id
        if section.id != id { add(.otherIdentifier(section.id)) }
        for title in [section.title, section.shortTitle] where !Self.isLine(title) { add(.unusableTitle(title)) }
        if section.shortTitle.count > 31 { add(.longShortTitle(section.shortTitle)) }
        if !shortTitles.insert(section.shortTitle.lowercased()).inserted {
            add(.repeatedShortTitle(section.shortTitle))
        }
        var anchors: Set<Anchor> = []
        for block in section.blocks {
            switch block {
            case .heading(let level, _): if level < 2 { add(.headingLevel(level)) }
            case .paragraph, .facts: break
            case .list(let items): for item in items { check(item.link, of: item.text) }
            case .table(let table):
                check(table)
                for anchor in table.anchors.compactMap({ $0 }) {
                    if !Self.isAnchor(anchor) { add(.unusableAnchor(table: table.name, anchor)) }
                    if !anchors.insert(anchor).inserted { add(.repeatedAnchor(table: table.name, anchor)) }
                }
            case .chart(let chart): check(chart)
            }
        }
    }

    private mutating func add(_ problem: SectionFault.Problem) {
        faults.append(SectionFault(section: current, problem: problem))
    }

    private mutating func check(_ link: SectionLink?, of words: String) {
        guard let link, !link.leadsToRecord else { return }
        let isThere = link.row == nil ? known.contains(link.section) : places.contains(link)
        if !isThere { add(.link(words: words, link)) }
    }

    private mutating func check(name: String) {
        if !Self.isName(name) { add(.unusableName(name)) }
        if !names.insert(name.lowercased()).inserted { add(.repeatedName(name)) }
    }

    private mutating func check(_ table: Table) {
        check(name: table.name)
        if !Self.isLine(table.title) { add(.unusableTitle(table.title)) }
        if table.columns.isEmpty { add(.noColumns(table: table.name)) }
        var titles: Set<String> = []
        for column in table.columns {
            if !Self.isLine(column.title) { add(.unusableColumn(table: table.name, column: column.title)) }
            if !titles.insert(column.title.lowercased()).inserted {
                add(.repeatedColumn(table: table.name, column: column.title))
            }
            if column.width < 1 { add(.width(table: table.name, column: column.title, column.width)) }
            if case .choice(let words) = column.editing, !choices.contains(words) {
                add(.choice(table: table.name, column: column.title))
            }
        }
        if !table.anchors.isEmpty, table.anchors.count != table.rows.count {
            add(.anchors(table: table.name, table.anchors.count))
        }
        for (index, row) in table.rows.enumerated() {
            if row.count != table.columns.count { add(.cells(table: table.name, row: index + 1, row.count)) }
            for cell in row {
                switch cell.value {
                case .number(let number, _), .percentage(let number, _):
                    if !number.isFinite { add(.number(table.name)) }
                case .text(let words): check(cell.link, of: words)
                case .date, .missing, .empty: break
                }
            }
        }
    }

    private mutating func check(_ chart: Chart) {
        check(name: chart.name)
        if !Self.isLine(chart.title) { add(.unusableTitle(chart.title)) }
        if chart.alternativeText.allSatisfy(\.isWhitespace) { add(.alternativeText(chart: chart.name)) }
        var labels: Set<String> = []
        for label in chart.labels where !labels.insert(label).inserted {
            add(.repeatedLabel(chart: chart.name, label))
        }
        var titles: Set<String> = []
        for series in chart.series {
            if !Self.isLine(series.title) || !titles.insert(series.title).inserted {
                add(.seriesTitle(chart: chart.name, series.title))
            }
            if series.points.count != chart.labels.count {
                add(.points(chart: chart.name, series: series.title, series.points.count))
            }
            if series.points.contains(where: { $0.value.map { !$0.isFinite } ?? false }) { add(.number(chart.name)) }
        }
    }

    /// Whether a text has something to read, on one line.
    private static func isLine(_ text: String) -> Bool {
        !text.allSatisfy(\.isWhitespace) && !text.contains(where: \.isNewline)
    }

    private static func isAnchor(_ anchor: Anchor) -> Bool {
        !anchor.text.isEmpty
            && anchor.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    /// Whether a text can name a table: letters, digits and underscores, beginning with a letter.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { return false }
        return name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
        }
    }
}

extension SectionCheck {
    /// What is wrong with the sections that somebody added to a list; those of the kit are checked by its own tests.
    ///
    /// - Parameters:
    ///   - composed: The sections that have content, each with what its composer is called.
    ///   - front: The sections before them.
    ///   - list: All sections of the report.
    /// - Returns: The faults, in the order of the list.
    static func faults(
        in composed: [(id: SectionID, section: PublicationSection)], behind front: [PublicationSection],
        of list: SectionList
    ) -> [SectionFault] {
        var faults: [SectionFault] = []
        func add(_ id: SectionID, _ problem: SectionFault.Problem) {
            faults.append(SectionFault(section: id, problem: problem))
        }
        var seen = Set(front.map(\.id))
        for id in list.ids where !seen.insert(id).inserted { add(id, .repeatedSection) }
        if !list.ids.contains(ReleaseNoteSection.id) { add(ReleaseNoteSection.id, .noReleaseNote) }
        let added = list.addedIDs
        for id in list.ids where added.contains(id) && !isIdentifier(id) { add(id, .unusableIdentifier) }
        let own = composed.filter { added.contains($0.id) }
        guard !own.isEmpty else { return faults }
        var check = SectionCheck(front + composed.map(\.section), known: seen)
        for section in front + composed.filter({ !added.contains($0.id) }).map(\.section) { check.accept(section) }
        for (id, section) in own { check.check(section, composedBy: id) }
        return faults + check.faults
    }

    private static func isIdentifier(_ id: SectionID) -> Bool {
        !id.text.isEmpty
            && id.text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
    }
}
