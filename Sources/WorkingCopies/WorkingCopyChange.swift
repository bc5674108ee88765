import ReportVocabulary

/// A cell of a working copy whose value was changed since the copy was made.
public struct WorkingCopyChange: Sendable, Hashable {
    /// Where the cell is.
    public let place: CellPlace
    /// The record that its row shows.
    public let record: EditableRecord
    /// The field that its column shows.
    public let field: EditableField
    /// The value when the copy was made; `nil` where there was none.
    public let exported: EditableValue?
    /// The value in the pack now; `nil` where there is none.
    public let present: EditableValue?
    /// The value in the cell; `nil` where it was emptied.
    public let new: EditableValue?

    /// Describes a change.
    ///
    /// - Parameters:
    ///   - place: Where the cell is.
    ///   - record: The record that its row shows.
    ///   - field: The field that its column shows.
    ///   - exported: The value when the copy was made.
    ///   - present: The value in the pack now.
    ///   - new: The value in the cell.
    public init(
        at place: CellPlace, in record: EditableRecord, field: EditableField, exported: EditableValue?,
        present: EditableValue?, new: EditableValue?
    ) {
        self.place = place
        self.record = record
        self.field = field
        self.exported = exported
        self.present = present
        self.new = new
    }
}

extension WorkingCopyChange: CustomStringConvertible {
    /// Such as `Plan tracker!F12: action 1a(i), status: “On track” becomes “At risk”`.
    public var description: String {
        func words(_ value: EditableValue?) -> String { value.map { MessageText.quoted($0.label) } ?? "nothing" }
        let change = "\(place): \(record), \(field.label): \(words(present)) becomes \(words(new))"
        return exported == present ? change : change + "; when the copy was made it was \(words(exported))"
    }
}

/// A cell of a workbook that was read.
public struct CellPlace: Sendable, Hashable {
    /// The name of the sheet.
    public let sheet: String
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int

    /// Names a cell.
    ///
    /// - Parameters:
    ///   - sheet: The name of the sheet.
    ///   - row: The row, from 0.
    ///   - column: The column, from 0.
    public init(sheet: String, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// The name of the cell, such as `F12`.
    public var cell: String {
        var letters = ""
        var rest = column
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters + String(row + 1)
    }
}

extension CellPlace: CustomStringConvertible {
    /// Such as `Plan tracker!F12`.
    public var description: String { "\(sheet)!\(cell)" }
}
