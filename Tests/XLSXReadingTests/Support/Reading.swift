import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport
import XLSXReading

extension Program {
    static let pythonIsReady = python.succeeds(["-c", "import openpyxl"])
    static let pythonAdvice: Comment =
        "needs python3, or the one that FSK_PYTHON names, with openpyxl; run “make test”"

    /// Runs a script of these tests.
    ///
    /// - Returns: What it printed.
    @discardableResult
    static func runScript(_ name: String, _ arguments: String...) throws -> Data {
        try python.output([script(name)] + arguments)
    }

    /// A script of these tests.
    static func script(_ name: String) -> String { Repository.file(name, beside: #filePath).path }
}

/// The sheets of a workbook as openpyxl reads them.
func readWithOpenpyxl(_ path: String) throws -> [ReadSheet] {
    try JSONDecoder().decode([OtherSheet].self, from: Program.runScript("read_cells.py", path)).map {
        ReadSheet(name: $0.name, rows: $0.rows.map { $0.map { $0?.cell ?? .empty } })
    }
}

private struct OtherSheet: Decodable {
    var name: String
    var rows: [[OtherCell?]]
}

private struct OtherCell: Decodable {
    var cell: SheetCell

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        let kind = try container.decode(String.self)
        cell =
            switch kind {
            case "text": .text(try container.decode(String.self))
            case "number": .number(try container.decode(Double.self))
            case "date": .date(try CalendarDate(iso: container.decode(String.self)))
            case "boolean": .boolean(try container.decode(Bool.self))
            default: .error(try container.decode(String.self))
            }
    }
}

/// Expects the same cells, and names the first that differ.
func expectEqual(
    _ found: [ReadSheet], _ expected: [ReadSheet], _ comment: String = "",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    #expect(found.map(\.name) == expected.map(\.name), "\(comment)", sourceLocation: sourceLocation)
    for (found, expected) in zip(found, expected) where found.rows != expected.rows {
        for row in 0..<max(found.rows.count, expected.rows.count) {
            let width = max(
                found.rows.indices.contains(row) ? found.rows[row].count : 0,
                expected.rows.indices.contains(row) ? expected.rows[row].count : 0)
            for column in 0..<width {
                let (one, other) = (found.cell(row: row, column: column), expected.cell(row: row, column: column))
                guard one != other else { continue }
                Issue.record(
                    "\(comment) \(found.name), row \(row + 1), column \(column + 1): \(one), not \(other)",
                    sourceLocation: sourceLocation)
                return
            }
        }
        #expect(found.rows == expected.rows, "\(comment) rows or cells at the ends", sourceLocation: sourceLocation)
    }
}

extension ExamplePacks {
    /// The workbook of a pack for officers.
    static func workbook(_ name: String) throws -> String {
        try SharedFiles.path("\(name)-officers.xlsx") { path in
            try XLSXExporter().write(try publication(name, for: .officers), toFile: path)
        }
    }
}
