public import FamilyServicesImport
public import FamilyServicesKit

/// Turns report packs from folders into workbooks, and back.
///
/// A workbook has a sheet for each table of a pack and for each structure of its YAML files, so that nobody needs YAML. What
/// one way writes the other reads: the pack is the same, whichever form it is kept in. Comments in YAML files, the order of columns that
/// nobody reads, and looks of cells are not part of a pack.
public enum PackWorkbook {
    /// The workbook of a pack that is a folder.
    ///
    /// - Parameters:
    ///   - path: The folder, of a pack without errors.
    ///   - loader: What reads it, now and when the workbook is tried.
    /// - Returns: The bytes of the workbook (`.xlsx`).
    /// - Throws: ``ConversionError`` where the pack has errors, or holds what a workbook cannot say.
    public static func workbook(
        ofFolder path: String, loader: ReportPackLoader = ReportPackLoader()
    ) throws(ConversionError) -> [UInt8] {
        let loaded = loader.load(folder: path)
        guard let pack = loaded.pack else { throw ConversionError(loaded.diagnostics) }
        let sheets = try conversion { () throws(ReportPackError) in
            try PackConversion.sheets(ofFolder: path, limits: loader.limits)
        }
        let bytes = try PackWorkbookWriter.bytes(of: sheets, title: pack.manifest.title)
        // Nothing is handed over that would be read as another pack.
        let read: [ReadSheet]
        do throws(SheetReadingProblem) {
            read = try WorkbookSheets().sheets(in: bytes)
        } catch {
            throw ConversionError([Diagnostic(.error, .file, error.message, at: SourceLocation(file: path))])
        }
        try check(loader.load(sheets: read, named: "the workbook"), against: pack, path)
        return bytes
    }

    /// The files of a pack that is a workbook.
    ///
    /// - Parameters:
    ///   - path: The workbook, of a pack without errors.
    ///   - loader: What reads it.
    /// - Returns: The names of the files and their texts.
    /// - Throws: ``ConversionError`` where the pack has errors.
    public static func files(
        ofWorkbook path: String, loader: ReportPackLoader = ReportPackLoader()
    ) throws(ConversionError) -> [(name: String, text: String)] {
        var loader = loader
        let reader = loader.sheetReader ?? WorkbookSheets()
        loader.sheetReader = reader
        let loaded = loader.load(folder: path)
        guard loaded.pack != nil else { throw ConversionError(loaded.diagnostics) }
        return try conversion { () throws(ReportPackError) in
            let sheets = try loader.sheets(ofWorkbook: path, reader)
            return try PackConversion.files(of: sheets, named: path, limits: loader.limits)
        }
    }

    /// Makes sure that what was made is the same pack.
    ///
    /// - Parameters:
    ///   - result: What was read of it.
    ///   - pack: The pack that it was made from.
    ///   - path: What messages call it.
    /// - Throws: ``ConversionError`` where it is not.
    public static func check(
        _ result: LoadedReportPack, against pack: ReportPack, _ path: String
    ) throws(ConversionError) {
        guard let made = result.pack else { throw ConversionError(result.errors) }
        guard made == pack else {
            throw ConversionError([
                Diagnostic(
                    .error, .inconsistent,
                    "The pack holds something that would be read as something else in its new form, so it was not changed. Keep it "
                        + "as it is.", at: SourceLocation(file: path))
            ])
        }
    }

    static func conversion<Value>(
        _ body: () throws(ReportPackError) -> Value
    ) throws(ConversionError) -> Value {
        do throws(ReportPackError) {
            return try body()
        } catch {
            throw ConversionError(error.diagnostics)
        }
    }

    /// Why a pack could not be turned into its other form.
    public struct ConversionError: Error, Sendable, Hashable, CustomStringConvertible {
        /// Each thing that is wrong, with its place.
        public let diagnostics: [Diagnostic]

        init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

        /// The problems as compilers write them, one on each line.
        public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
    }
}
