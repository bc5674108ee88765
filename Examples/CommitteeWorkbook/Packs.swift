import FamilyServicesImport
import WorkbookPacks

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How this program reads packs, whether they are kept as folders or as workbooks.
enum Packs {
    static let loader = ReportPackLoader(sheetReader: WorkbookSheets())

    /// Whether a path leads to a folder.
    static func isFolder(_ path: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
    }

    /// Whether a name is that of a workbook.
    static func isWorkbook(_ path: String) -> Bool {
        let lower = path.lowercased()
        return [".xlsx", ".xlsm", ".ods"].contains { lower.hasSuffix($0) }
    }

    /// A name without the ending of workbooks.
    static func withoutEnding(_ name: String) -> String {
        isWorkbook(name) ? String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)) : name
    }
}
