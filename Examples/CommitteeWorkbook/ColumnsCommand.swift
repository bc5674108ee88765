import ArgumentParser
import CompressedJSONExport
import FamilyServicesKit

/// Prints the columns of JSON Lines for the programs that load them.
struct ColumnsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "columns",
        abstract: "Print the columns of the format jsonl with their types, for the program that loads it.",
        discussion: """
            For duckdb it is SQL: run it once, then SELECT … FROM report_observation('report.jsonl.gz'). With polars and pandas \
            it is Python, with spark a schema. json-schema and markdown describe every column.
            """)

    @Argument(help: ArgumentHelp("Which program: \(programs).", valueName: "program"))
    var program = LinesSchema.Form.duckDB.rawValue

    private static var programs: String { LinesSchema.Form.allCases.map(\.rawValue).joined(separator: ", ") }

    func validate() throws {
        guard LinesSchema.Form(rawValue: program) == nil else { return }
        throw ValidationError("“\(program)” is not a program that this command knows; use one of \(Self.programs).")
    }

    func run() throws {
        guard let form = LinesSchema.Form(rawValue: program) else { return }
        try Console.result(String(LinesSchema.current.text(for: form).dropLast()))
    }
}
