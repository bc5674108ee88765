import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing
import XLSXExport
import XLSXReading

/// Other programs that read and write workbooks.
enum Program {
    static let pythonIsReady = (try? run(python, ["-c", "import openpyxl"])) == 0
    static let pythonAdvice: Comment =
        "needs python3, or the one that FSK_PYTHON names, with openpyxl; run “make test”"
    static let libreOfficeIsReady = (try? run("soffice", ["--version"])) == 0
    static let libreOfficeAdvice: Comment = "needs LibreOffice Calc (soffice)"

    /// The make file names the interpreter that has the packages.
    static let python = ProcessInfo.processInfo.environment["FSK_PYTHON"] ?? "python3"

    /// Runs a program to its end.
    ///
    /// - Returns: Its status.
    @discardableResult
    static func run(_ program: String, _ arguments: [String], output: String? = nil) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        if let output {
            _ = FileManager.default.createFile(atPath: output, contents: nil)
            process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        } else {
            process.standardOutput = FileHandle.nullDevice
        }
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// A script of these tests.
    static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
    }

    /// Saves workbooks anew with LibreOffice, into a folder.
    static func saveWithLibreOffice(_ paths: [String], to folder: String) throws {
        let status = try run(
            "soffice",
            [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                folder,
            ]
                + paths)
        try #require(status == 0)
    }
}

/// The sheets of a workbook as openpyxl reads them.
func readWithOpenpyxl(_ path: String) throws -> [ReadSheet] {
    let output = path + ".json"
    try #require(try Program.run(Program.python, [Program.script("read_cells.py"), path], output: output) == 0)
    return try JSONDecoder().decode([OtherSheet].self, from: Data(contentsOf: URL(filePath: output))).map {
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

/// A directory that goes with the test.
func withTemporaryDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/xlsx-reading-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

/// The report packs of the examples.
enum ExamplePack {
    static let names = [
        "corporate-parenting-2024-06", "improvement-plan-2018-01", "improvement-plan-2019-03",
        "quarterly-update-2022-01",
        "safeguarding-2015", "sample-borough",
    ]

    /// Reads a pack.
    static func load(_ name: String) throws -> ReportPack {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/Packs/\(name)")
        return try #require(ReportPackLoader().load(folder: folder.path).pack)
    }

    /// Writes the workbook of a pack.
    static func export(_ name: String, to path: String) throws {
        try XLSXExporter().write(try load(name).publish(for: .officers), toFile: path)
    }
}
