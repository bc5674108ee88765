import ExporterTestKit
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

/// What a parser of HTML5 finds in a page.
struct ReadPage: Decodable, Sendable {
    struct Table: Decodable, Sendable {
        let caption: String
        let columns: [String]
        /// Whether a column stands to the right.
        let right: [Bool]
        /// How many row headers each row has.
        let headers: [Int]
        /// For each cell its kind, and what it holds.
        let rows: [[[String]]]
    }

    /// What is wrong with the page: its structure, its labels, its colours.
    let problems: [String]
    let tables: [Table]
}

/// A page that is not as it should be, or that the parser refuses.
struct PageProblem: Error {
    let description: String
}

enum PageReader {
    static let isReady = Tool.python(with: "html5lib").isReady
    static let advice: Comment = "Needs html5lib in the Python that FSK_PYTHON names; make test sees to that."

    /// Reads a page.
    ///
    /// - Throws: ``PageProblem`` where the parser refuses it.
    static func read(_ bytes: [UInt8], options: [String] = []) throws -> ReadPage {
        let file = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString).html")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "read_page.py").path
        let outcome = try Program.python.run([script, file.path] + options)
        guard outcome.exitCode == 0 else {
            throw PageProblem(description: outcome.errors.split(separator: "\n").suffix(3).joined(separator: " "))
        }
        return try JSONDecoder().decode(ReadPage.self, from: outcome.outputData)
    }

    /// The tables of a page without a fault.
    ///
    /// - Throws: ``PageProblem`` where there is one.
    static func tables(_ bytes: [UInt8]) throws -> [ReadTable] {
        let page = try read(bytes)
        guard page.problems.isEmpty else { throw PageProblem(description: page.problems.joined(separator: "; ")) }
        return try page.tables.map { table in
            ReadTable(columns: table.columns, rows: try table.rows.map { try $0.map(cell) })
        }
    }

    private static func cell(_ parts: [String]) throws -> ReadCell {
        switch (parts[0], parts.dropFirst().first) {
        case ("number", let text?): .number(try #require(Double(text)))
        case ("date", let text?): .date(try CalendarDate(iso: text))
        case ("missing", let text?): .missing(shorthand: text)
        case ("text", let text?): .text(text)
        default: .empty
        }
    }
}
