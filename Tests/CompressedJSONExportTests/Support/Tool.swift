import Foundation
import TestSupport

extension Tool {
    /// Python with the validator of JSON Schema; the make file names the interpreter that has it.
    static let python = Tool.python(with: "jsonschema")
    /// Python with the engines that load tables.
    static let tables = Tool.python(with: "duckdb, pandas")

    /// A script beside this file.
    static func script(_ name: String) -> String { Repository.file(name, beside: #filePath).path }
}
