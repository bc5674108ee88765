import ExporterTestKit
import FamilyServicesKit
import Foundation
import Testing

/// What a parser of HTML5 finds in a page.
struct ReadPage: Decodable {
    struct Table: Decodable {
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
    static let python = ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "/usr/bin/python3"
    static let isReady = (try? run(python, ["-c", "import html5lib"]).status) == 0
    static let advice: Comment = "Needs html5lib in the Python that FSK_PYTHON names; make test sees to that."

    /// Reads a page.
    ///
    /// - Throws: ``PageProblem`` where the parser refuses it.
    static func read(_ bytes: [UInt8], options: [String] = []) throws -> ReadPage {
        let file = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString).html")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "read_page.py").path
        let (status, output, errors) = try run(python, [script, file.path] + options)
        guard status == 0 else {
            throw PageProblem(description: errors.split(separator: "\n").suffix(3).joined(separator: " "))
        }
        return try JSONDecoder().decode(ReadPage.self, from: output)
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

    /// Runs a program to its end.
    static func run(
        _ program: String, _ arguments: [String]
    ) throws -> (status: Int32, output: Data, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files and not pipes, which a program can fill before anybody reads them.
        let files = ["output", "errors"].map { folder.appending(path: $0) }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try Data(contentsOf: files[0]),
            String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        )
    }
}
