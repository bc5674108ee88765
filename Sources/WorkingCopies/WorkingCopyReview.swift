public import ReportModel
import ReportVocabulary

/// What was found when a working copy was compared with a pack.
///
/// Nothing has been changed yet. Every cell that differs from what the copy had when it was made is in exactly one of the four
/// lists. A row that is missing deletes nothing; it is a problem.
public struct WorkingCopyReview: Sendable, Hashable {
    /// The cells that were changed and whose fields are in the pack as they were when the copy was made, in the order of the
    /// sheets.
    public let changes: [WorkingCopyChange]
    /// The cells that were changed and whose fields were meanwhile changed in the pack to something else.
    ///
    /// A person has to choose: accept one, and the value of the cell replaces that of the pack.
    public let conflicts: [WorkingCopyChange]
    /// The cells that were changed to what the pack has by now; there is nothing left to do for them.
    public let settled: [WorkingCopyChange]
    /// What could not be read, or may not be changed here.
    public let problems: [WorkingCopyProblem]

    /// What is taken as it is and may go wrong later: texts that Excel will take for formulas once it opens the CSV file into
    /// which they are written.
    public var warnings: [WorkingCopyProblem] {
        (changes + conflicts).compactMap { change in
            guard case .text(let text)? = change.new, let first = text.unicodeScalars.first,
                "=+-@\t\r".unicodeScalars.contains(first)
            else { return nil }
            return WorkingCopyProblem(
                .formula,
                "The text begins with \(MessageText.quoted(String(first))), so Excel will take it for a formula when it opens the CSV "
                    + "file; put a word or a quotation mark before it.", at: change.place, record: change.record)
        }
    }

    /// Whether the copy is as it was made, and everything in it could be read.
    public var isEmpty: Bool { changes.isEmpty && conflicts.isEmpty && settled.isEmpty && problems.isEmpty }
}

/// What could not be taken from a working copy, with where it is and what would be right.
public struct WorkingCopyProblem: Sendable, Hashable {
    /// What kind of problem it is.
    ///
    /// The set is open: later versions may add codes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A sheet that was in the copy is not there, or its table cannot be found.
        public static let missingTable = Code(rawValue: "missing-table")
        /// A column that was in the copy is not there; its cells count as unchanged.
        public static let missingColumn = Code(rawValue: "missing-column")
        /// A column that was not in the copy, or is there twice; it is not read.
        public static let addedColumn = Code(rawValue: "added-column")
        /// A row that was in the copy is not there; its record is left as it is.
        public static let missingRow = Code(rawValue: "missing-row")
        /// A row without an identifier; it is not read.
        public static let addedRow = Code(rawValue: "added-row")
        /// A row whose identifier another row has too; it is not read.
        public static let duplicateRow = Code(rawValue: "duplicate-row")
        /// An identifier that the pack does not have.
        public static let unknownRecord = Code(rawValue: "unknown-record")
        /// A value that cannot be read as what its column asks for.
        public static let badValue = Code(rawValue: "bad-value")
        /// A value that does not go with the others of its record.
        public static let inconsistent = Code(rawValue: "inconsistent")
        /// A cell of a column that is not read back was changed.
        public static let notEditable = Code(rawValue: "not-editable")
        /// What the copy keeps of the values as they were was changed; the pack's present values were used in their place.
        public static let changedOriginal = Code(rawValue: "changed-original")
        /// A text that a spreadsheet will take for a formula.
        public static let formula = Code(rawValue: "formula")
    }

    /// What kind of problem it is.
    public let code: Code
    /// A sentence or two for people, which say what is wrong and what would be right.
    public let message: String
    private let forLogs: MessageForLogs
    /// The sheet that it is about, where it is about one.
    public let sheet: String?
    /// The cell that it is about, where it is about one.
    public let place: CellPlace?
    /// The record that it is about, where it is about one.
    public let record: EditableRecord?

    init(
        _ code: Code, _ message: String, sheet: String? = nil, at place: CellPlace? = nil, record: EditableRecord? = nil
    ) {
        let (shown, hidden) = QuotedValue.split(message)
        self.code = code
        self.message = shown
        forLogs = MessageForLogs(hidden)
        self.sheet = place?.sheet ?? sheet
        self.place = place
        self.record = record
    }
}

extension WorkingCopyProblem: CustomStringConvertible {
    /// The place and the message.
    public var description: String { line(with: message) }

    /// The place and the message without the values of cells that it quotes, as logs may have it.
    public var descriptionWithoutValues: String { line(with: forLogs.text ?? message) }
    /// Whether the message quotes values that ``descriptionWithoutValues`` leaves out.
    public var quotesValues: Bool { forLogs.text != nil }

    private func line(with message: String) -> String {
        ((place?.description ?? sheet).map { "\($0): " } ?? "") + message
    }
}

/// Why a working copy could not be read, or what came from it not be accepted.
public struct WorkingCopyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    ///
    /// The set is open: later versions may add codes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// No sheet has a table of a working copy.
        public static let notAWorkingCopy = Code(rawValue: "not-a-working-copy")
        /// The pack has no such record.
        public static let unknownRecord = Code(rawValue: "unknown-record")
        /// The record has no such field, the field cannot hold the value, or the same field would get two values.
        public static let invalidEdit = Code(rawValue: "invalid-edit")
        /// The pack no longer has the value that the change was found beside.
        public static let outdated = Code(rawValue: "outdated")
        /// The pack that would come about has errors.
        public static let invalidPack = Code(rawValue: "invalid-pack")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says what would be right.
    public let message: String
    /// The cell that it is about, where it is about one.
    public let place: CellPlace?
    /// The errors in the pack that would come about, in the order of ``ReportPack/validate()``.
    public let diagnostics: [Diagnostic]

    init(_ code: Code, _ message: String, at place: CellPlace? = nil, diagnostics: [Diagnostic] = []) {
        self.code = code
        self.message = message
        self.place = place
        self.diagnostics = diagnostics
    }

    /// The place and the message.
    public var description: String { (place.map { "\($0): " } ?? "") + message }
}
