import FamilyServicesImport
import WorkbookPacks

/// How this program reads packs, whether they are kept as folders or as workbooks.
enum Packs {
    static let loader = ReportPackLoader(sheetReader: WorkbookSheets())

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
