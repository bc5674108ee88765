import FamilyServicesKit
import Foundation
import ChartSVG

/// The paper as the template reads it.
struct TypstData: Encodable {
    struct Day: Encodable {
        let year: Int
        let month: Int
        let day: Int
    }

    struct Column: Encodable {
        let title: String
        let share: Int
        let trailing: Bool
    }

    struct Row: Encodable {
        var cells: [String]?
        var heading: String?
    }

    struct Label: Encodable {
        let label: String
        let value: String
    }

    /// Only what its kind needs is there.
    struct Piece: Encodable {
        let kind: String
        var level: Int?
        var number: String?
        var text: String?
        var items: [String]?
        var facts: [Label]?
        var title: String?
        var columns: [Column]?
        var rows: [Row]?
        var file: String?
        var alt: String?
        var blocks: [Piece]?

        init(_ kind: String) { self.kind = kind }
    }

    let title: String
    let author: String
    let subject: String
    let keywords: [String]
    let language: String
    let region: String?
    let fonts: [String]
    let day: Day
    /// The room for the numbers of paragraphs, in the size of letters.
    let indent: Double
    let blocks: [Piece]

    init(_ paper: Paper, font: String?, day: CalendarDate) {
        let metadata = paper.metadata
        title = Self.oneLine(paper.title)
        author = Self.oneLine(metadata.author ?? metadata.organisation)
        subject = Self.oneLine(PaperWording.subject(metadata))
        keywords = metadata.keywords.map(Self.oneLine)
        let tags = metadata.language.split(separator: "-").map(String.init)
        language = tags.first?.lowercased() ?? "en"
        region = tags.dropFirst().first { $0.count == 2 }?.uppercased()
        fonts =
            (font.map { [$0] } ?? []) + ["Arial", "Liberation Sans", "Helvetica", "DejaVu Sans", "Libertinus Serif"]
        self.day = Day(year: day.year, month: day.month, day: day.day)
        let numbers = paper.blocks.map { if case .numbered(let number, _) = $0 { number.count } else { 0 } }
        indent = min(max(0.65 * Double(numbers.max() ?? 0) + 0.65, 2.6), 9)
        blocks = paper.blocks.flatMap { Self.pieces($0, of: paper) }
    }

    /// The data as JSON, the same bytes for the same paper.
    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return [UInt8](try encoder.encode(self))
        }
    }

    private static func pieces(_ block: Paper.Block, of paper: Paper) -> [Piece] {
        func piece(_ kind: String, _ fill: (inout Piece) -> Void) -> [Piece] {
            var piece = Piece(kind)
            fill(&piece)
            return [piece]
        }
        switch block {
        case .heading(let level, let text):
            return piece("heading") {
                $0.level = level
                $0.text = oneLine(text)
            }
        case .paragraph(let text):
            return paragraphs(text).flatMap { words in piece("paragraph") { $0.text = words } }
        case .lead(let text):
            return paragraphs(text).flatMap { words in piece("lead") { $0.text = words } }
        case .numbered(let number, let text):
            return paragraphs(text).enumerated().flatMap { index, words in
                piece("numbered") {
                    $0.number = index == 0 ? oneLine(number) : ""
                    $0.text = words
                }
            }
        case .notice(let text): return piece("notice") { $0.text = oneLine(text) }
        case .list(let items): return piece("list") { $0.items = items.map(HTMLText.clean) }
        case .facts(let facts):
            return piece("facts") {
                $0.facts = facts.map { Label(label: HTMLText.clean($0.label), value: HTMLText.clean($0.value)) }
            }
        case .table(let table):
            return piece("table") {
                $0.title = oneLine(table.title)
                $0.columns = table.columns.map {
                    Column(title: HTMLText.clean($0.title), share: $0.share, trailing: $0.isTrailing)
                }
                $0.rows = table.rows.map { row in
                    switch row {
                    case .heading(let words): Row(heading: HTMLText.clean(words))
                    case .cells(let cells): Row(cells: cells.map(HTMLText.clean))
                    }
                }
            }
        case .picture(let index):
            let picture = paper.pictures[index]
            return piece("picture") {
                $0.file = picture.file
                $0.alt = oneLine(picture.alternativeText)
                $0.title = picture.title.map(oneLine)
            }
        case .landscape(let blocks):
            return piece("landscape") { $0.blocks = blocks.flatMap { pieces($0, of: paper) } }
        }
    }

    private static func oneLine(_ text: String) -> String {
        HTMLText.clean(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func paragraphs(_ text: String) -> [String] {
        HTMLText.clean(text).split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: "\n") }
    }
}
