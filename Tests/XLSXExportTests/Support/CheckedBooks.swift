import FamilyServicesKit
import Foundation
import TestSupport
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
        /// What the file is called among those that several tests look at, where it is one of them.
        var sharedName: String?
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
            var shared: [Int: String] = [:]
            for (index, order) in orders.enumerated() {
                let file = "\(directory)/\(index)"
                do {
                    if let name = order.sharedName {
                        let path = try SharedFiles.path(name) { path in
                            try order.exporter.write(order.publication, toFile: path)
                        }
                        try FileManager.default.createSymbolicLink(
                            atPath: file + ".xlsx", withDestinationPath: path)
                        shared[index] = path
                    } else {
                        try order.exporter.write(order.publication, toFile: file + ".xlsx")
                    }
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
                try LibreOffice.convert(
                    suitable.filter { shared[$0] == nil }.map { "\(directory)/\($0).xlsx" }, to: "fods", in: directory)
                let common = suitable.filter { shared[$0] != nil }
                let converted = try LibreOffice.convertShared(common.compactMap { shared[$0] }, to: "fods")
                for (index, path) in zip(common, converted) {
                    try FileManager.default.createSymbolicLink(
                        atPath: "\(directory)/\(index).fods", withDestinationPath: path)
                }
            }
            let script = Repository.file("compare_books.py", beside: #filePath).path
            let output = try Program.python.output(
                [script, directory] + (checksAccessibility ? ["--accessibility"] : []))
            for (file, found) in try JSONDecoder().decode([String: Findings].self, from: output) {
                if let name = files[file] { books.findings[name] = found }
            }
            return books
        }
    }

    private init() {}
}
