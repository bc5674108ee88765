import FamilyServicesKit
import Foundation
import Testing
import XLSXExport

/// Workbooks that were written, and what other programs find wrong with them.
///
/// All at once, because those programs take longer to begin than to read.
struct CheckedBooks {
    /// A workbook to write.
    struct Order: Sendable {
        var name: String
        var publication: Publication
        var exporter: XLSXExporter
        var isForLibreOffice = true
    }

    /// What is wrong, one sentence for each.
    struct Findings: Decodable {
        /// Where the parts, read as the file format says, do not hold what the publication says.
        var cells: [String]
        /// Where openpyxl reads something else.
        var openpyxl: [String]
        /// Where LibreOffice reads something else; `nil` where it was not asked.
        var libreOffice: [String]?
        /// What Excel would not take.
        var rules: [String]
        /// The checks of accessibility that fail; `nil` where they were not asked for.
        var accessibility: [String]?
        /// How many cells were compared.
        var count: Int
    }

    /// Why a workbook was not written.
    private(set) var errors: [String: any Error] = [:]
    private(set) var findings: [String: Findings] = [:]

    /// The bytes of each workbook.
    private(set) var bytes: [String: Data] = [:]

    /// Writes workbooks and has them read.
    ///
    /// - Parameters:
    ///   - orders: The workbooks.
    ///   - checksAccessibility: Whether to look at accessibility too.
    init(_ orders: [Order], checksAccessibility: Bool = false) throws {
        self = try withTemporaryDirectory { directory in
            var books = CheckedBooks()
            var files: [String: String] = [:]
            for (index, order) in orders.enumerated() {
                let file = "\(directory)/\(index)"
                do {
                    try order.exporter.write(order.publication, toFile: file + ".xlsx")
                } catch {
                    books.errors[order.name] = error
                    continue
                }
                files["\(index)"] = order.name
                books.bytes[order.name] = try Data(contentsOf: URL(fileURLWithPath: file + ".xlsx"))
                try JSONEncoder().encode(ExpectedBook(order.publication)).write(
                    to: URL(fileURLWithPath: file + ".json"))
            }
            if LibreOffice.isInstalled {
                let suitable = orders.indices.filter { orders[$0].isForLibreOffice && files["\($0)"] != nil }
                try LibreOffice.convert(suitable.map { "\(directory)/\($0).xlsx" }, to: "fods", in: directory)
            }
            let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "compare_books.py").path
            let (status, output) = try Python.run(
                "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')",
                [script, directory] + (checksAccessibility ? ["--accessibility"] : []))
            try #require(status == 0, "compare_books.py failed")
            for (file, found) in try JSONDecoder().decode([String: Findings].self, from: output) {
                if let name = files[file] { books.findings[name] = found }
            }
            return books
        }
    }

    private init() {}
}
