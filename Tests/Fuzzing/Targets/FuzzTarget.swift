/// Something that reads what others wrote, tried with any bytes.
///
/// Each must come to an end, keep its limits and either read its input or say in a typed error why not. What else it promises is
/// checked too, such as that what was read can be written and read again.
package enum FuzzTarget: String, Sendable, CaseIterable {
    /// A table of a pack: the name of the file, a line break, and the file.
    case tables
    /// A YAML file of a pack, likewise.
    case documents
    /// The XML of a sheet of a workbook.
    case sheets
    /// The XML of an OpenDocument spreadsheet.
    case spreadsheets
    /// A file that is opened as a workbook.
    case workbooks
    /// A working copy: the cells of its sheet as comma-separated values.
    case copies
    /// A pack as JSON.
    case json
    /// Texts that reach a report, and its formats.
    case lines
    /// Periods and dates.
    case periods
    /// References to actions and to figures.
    case references
    /// Numbers in text.
    case numbers
    /// A data file of published statistics, a line of two hyphens, and its description.
    case statistics
    /// A compressed file.
    case gzip
    /// The journal of an interrupted change.
    case journal

    /// Tries an input.
    ///
    /// - Parameter bytes: What somebody else may have written.
    /// - Throws: ``BrokenPromise`` where something is not as it is promised. A trap is one too, but cannot be caught.
    package func callAsFunction(_ bytes: [UInt8]) throws {
        switch self {
        case .tables: try PackTargets.file(bytes, isTable: true)
        case .documents: try PackTargets.file(bytes, isTable: false)
        case .json: try PackTargets.json(bytes)
        case .lines: try PackTargets.lines(bytes)
        case .sheets: try WorkbookTargets.sheet(bytes)
        case .spreadsheets: try WorkbookTargets.spreadsheet(bytes)
        case .workbooks: try WorkbookTargets.workbook(bytes)
        case .copies: try WorkbookTargets.copy(bytes)
        case .periods: try TextTargets.periods(String(decoding: bytes, as: UTF8.self))
        case .references: try TextTargets.references(String(decoding: bytes, as: UTF8.self))
        case .numbers: try TextTargets.numbers(String(decoding: bytes, as: UTF8.self))
        case .statistics: try FileTargets.statistics(bytes)
        case .gzip: try FileTargets.gzip(bytes)
        case .journal: try FileTargets.journal(bytes)
        }
    }
}

/// Something is not as it is promised.
package struct BrokenPromise: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// Breaks off where a promise is not kept.
func promise(_ isKept: Bool, _ what: @autoclosure () -> String) throws {
    guard isKept else { throw BrokenPromise(what()) }
}
