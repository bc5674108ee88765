package import ReportVocabulary

/// A problem in the input, with where it is and what would be right.
///
/// Diagnostics are values: nothing prints them but the program that asked for them.
public struct Diagnostic: Error, Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Worth knowing; the result is right all the same.
        case warning
        /// The input cannot be right; nothing should be published from it.
        case error

        /// Whether the left one comes first.
        public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
    }

    /// What kind of problem it is.
    ///
    /// The set is open: new sorts come without breaking those who look for old ones.
    public struct Code: RawRepresentable, Sendable, Hashable, Codable {
        /// The name, in lower case with hyphens.
        public let rawValue: String

        /// Names a kind of problem.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    /// How bad it is.
    public let severity: Severity
    /// What kind of problem it is.
    public let code: Code
    /// What is wrong and what would be right, in a sentence or two.
    public let message: String
    /// Where it is, where that is known.
    public let location: SourceLocation?
    /// The record that it is about, where it is about one.
    public let subject: RecordReference?
    /// The field of the record that it is about, where it is about one.
    public let field: FieldPath?
    /// The values in the field that it is about, as the files of a pack have them: the name that nothing has, the identifier that
    /// is used twice.
    public let values: [String]
    private let forLogs: MessageForLogs
    /// Another record that the message names, and the words around its name.
    private let mention: Mention?

    private struct Mention: Sendable, Hashable {
        let record: RecordReference
        let before: String
        let after: String
    }

    /// The message with the kind and length of each cell value that it quotes in place of the value.
    ///
    /// It is for logs and for whoever may not see what is in the pack.
    public var messageWithoutValues: String { forLogs.text ?? message }
    /// Whether the message quotes values that ``messageWithoutValues`` leaves out.
    public var quotesValues: Bool { forLogs.text != nil }

    /// Another record that the message names.
    public var other: RecordReference? { mention?.record }

    /// Reports a problem.
    ///
    /// - Parameters:
    ///   - severity: How bad it is.
    ///   - code: What kind of problem it is.
    ///   - message: What is wrong and what would be right.
    ///   - location: Where it is.
    ///   - subject: The record that it is about.
    ///   - field: The field of the record that it is about.
    ///   - values: The values in the field that it is about.
    public init(
        _ severity: Severity, _ code: Code, _ message: String, at location: SourceLocation? = nil,
        about subject: RecordReference? = nil, field: FieldPath? = nil, values: [String] = []
    ) {
        self.init(severity, code, message, location, subject, field, values, mention: nil)
    }

    /// Reports a problem whose message names another record.
    package init(
        _ severity: Severity, _ code: Code, about subject: RecordReference?, field: FieldPath?, values: [String],
        naming other: RecordReference, _ before: String, _ after: String
    ) {
        self.init(
            severity, code, before + other.description + after, nil, subject, field, values,
            mention: Mention(record: other, before: before, after: after))
    }

    private init(
        _ severity: Severity, _ code: Code, _ message: String, _ location: SourceLocation?,
        _ subject: RecordReference?, _ field: FieldPath?, _ values: [String], mention: Mention?
    ) {
        // What is said to be a value of the pack is one, whoever quoted it.
        let (shown, hidden) = QuotedValue.split(values.reduce(message) { QuotedValue.marking($1, in: $0) })
        self.severity = severity
        self.code = code
        self.message = shown
        forLogs = MessageForLogs(hidden)
        self.location = location
        self.subject = subject
        self.field = field
        self.values = values
        self.mention = mention
    }

    private init(_ other: Diagnostic, _ message: String, _ forLogs: String?, at location: SourceLocation?) {
        (severity, code, self.message, self.location) = (other.severity, other.code, message, location)
        (subject, field, values, mention) = (other.subject, other.field, other.values, other.mention)
        self.forLogs = MessageForLogs(forLogs)
    }

    /// The same problem with more words behind its message.
    package func adding(_ words: String) -> Diagnostic {
        Diagnostic(self, message + words, forLogs.text.map { $0 + words }, at: location)
    }

    /// The same problem with a place.
    ///
    /// - Parameter location: Where it is.
    /// - Returns: The problem with the place; a place that it has already is kept.
    public func located(at location: SourceLocation?) -> Diagnostic {
        Diagnostic(self, message, forLogs.text, at: self.location ?? location)
    }

    /// The same problem with another name for the other record that it names.
    ///
    /// - Parameter name: The name, as those know it who read the message; `nil` where the record has no better one.
    package func renaming(_ name: (RecordReference) -> String?) -> Diagnostic {
        guard let mention, let name = name(mention.record) else { return self }
        return Diagnostic(
            severity, code, mention.before + name + mention.after, location, subject, field, values, mention: nil)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// One line as compilers write it: `file:line:column: error: message`.
    public var description: String { line(with: message) }

    /// The line without the values of cells that the message quotes, as logs may have it.
    public var descriptionWithoutValues: String { line(with: messageWithoutValues) }

    private func line(with message: String) -> String {
        let place = location?.description ?? subject?.description
        return (place.map { "\($0): " } ?? "") + "\(severity.rawValue): \(message)"
    }
}

extension Diagnostic.Code {
    /// A file is missing, unreadable, too large, or not what its name says.
    public static let file = Self(rawValue: "file")
    /// A file is not well-formed: a quote without its end, broken indentation, bytes that are not text.
    public static let syntax = Self(rawValue: "syntax")
    /// A column or key that the format does not know.
    public static let unknownField = Self(rawValue: "unknown-field")
    /// A value that has to be there is not.
    public static let missingValue = Self(rawValue: "missing-value")
    /// A value that cannot be read as what its place asks for.
    public static let badValue = Self(rawValue: "bad-value")
    /// A value that can be read in more than one way.
    public static let ambiguous = Self(rawValue: "ambiguous")
    /// A name that nothing has.
    public static let unresolvedReference = Self(rawValue: "unresolved-reference")
    /// The same identifier twice.
    public static let duplicate = Self(rawValue: "duplicate")
    /// References that lead back to where they came from.
    public static let cycle = Self(rawValue: "cycle")
    /// Numbers that cannot all be right.
    public static let inconsistent = Self(rawValue: "inconsistent")
    /// Dates in an impossible order.
    public static let dateOrder = Self(rawValue: "date-order")
    /// Made by a newer version of the kit.
    public static let newerVersion = Self(rawValue: "newer-version")
    /// More than the reader is allowed to read.
    public static let limit = Self(rawValue: "limit")
    /// A small number that cannot be protected.
    public static let smallNumbers = Self(rawValue: "small-numbers")
}

/// A place in a file.
public struct SourceLocation: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The file, as the user named it.
    public let file: String
    /// The sheet, where the file is a workbook.
    public let sheet: String?
    /// The line, from 1; in a sheet the row.
    public let line: Int?
    /// The column, from 1, counted in characters; in a sheet in cells.
    public let column: Int?

    /// Names a place.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - sheet: The sheet, where the file is a workbook.
    ///   - line: The line, from 1; in a sheet the row.
    ///   - column: The column, from 1; in a sheet in cells.
    public init(file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.sheet = sheet
        self.line = line
        self.column = column
    }

    /// The place as compilers write it, `file:line:column`, or, in a workbook, `file: sheet Name, cell D17`.
    public var description: String {
        guard let sheet else { return inText }
        return "\(file): sheet \(sheet)" + (line.map { ", cell \(Self.letters(of: column ?? 1))\($0)" } ?? "")
    }

    /// The letters by which spreadsheets name a column, counted from 1.
    package static func letters(of column: Int) -> String {
        var letters = ""
        var rest = max(column, 1)
        while rest > 0 {
            letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    private var inText: String {
        file + (line.map { ":\($0)" } ?? "") + (line == nil ? "" : column.map { ":\($0)" } ?? "")
    }
}

/// Names a record of a pack without saying in which file it stands.
public struct RecordReference: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The kinds of record.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The manifest.
        case manifest
        /// An area.
        case area
        /// A role.
        case role
        /// A source document.
        case source
        /// A sharing agreement.
        case agreement
        /// A breakdown.
        case breakdown
        /// An indicator.
        case indicator
        /// An observation, by position.
        case observation
        /// A line of the dashboard, by number.
        case dashboardLine = "dashboard line"
        /// A plan.
        case plan
        /// A theme of a plan.
        case theme
        /// An action.
        case action
        /// A note on progress.
        case progressNote = "progress note"
        /// An audit method.
        case auditMethod = "audit method"
        /// Audit activity, by position.
        case auditActivity = "audit activity"
        /// A distribution of grades.
        case gradeDistribution = "grade distribution"
        /// A moderation pair, by position.
        case moderationPair = "moderation pair"
        /// An audit theme.
        case auditTheme = "audit theme"
        /// An audit statement.
        case auditStatement = "audit statement"
        /// A practice standard.
        case practiceStandard = "practice standard"
        /// A standard measured, by position.
        case complianceMeasurement = "compliance measurement"
        /// An inspection, visit, review or direction.
        case inspection
        /// A finding.
        case finding
        /// A recommendation.
        case recommendation
        /// A requirement of a direction.
        case requirement
        /// A committee report.
        case report
        /// A set of commitments.
        case commitmentSet = "commitment set"
        /// A commitment.
        case commitment
        /// A risk.
        case risk
        /// A budget figure.
        case budgetFigure = "budget figure"
        /// A governance body.
        case governanceBody = "governance body"
        /// A fact.
        case fact
        /// A check of a figure.
        case check
        /// A claim.
        case claim
    }

    /// The kind of record.
    public let kind: Kind
    /// Its identifier, or its position from 1 where it has none.
    public let key: String
    /// The plan whose theme it is; `nil` for all other records, whose identifiers are unique in the pack.
    public let plan: String?

    /// Names a record.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - key: Its identifier, or its position from 1.
    ///   - plan: The plan whose theme it is.
    public init(_ kind: Kind, _ key: String, of plan: String? = nil) {
        self.kind = kind
        self.key = key
        self.plan = plan
    }

    /// Such as `indicator repeat-referrals`, or `theme 1 of plan improvement`.
    public var description: String { "\(kind.rawValue) \(key)" + (plan.map { " of plan \($0)" } ?? "") }
}

extension RecordReference {
    /// The manifest, of which a pack has one.
    public static let manifest = RecordReference(.manifest, "pack")

    /// A record with an identifier.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - id: Its identifier.
    package init<Subject>(_ kind: Kind, _ id: Identifier<Subject>) {
        self.init(kind, id.text)
    }

    /// A record without an identifier.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - index: Its index in the pack, from 0; the key is the position from 1.
    package init(_ kind: Kind, at index: Int) {
        self.init(kind, String(index + 1))
    }
}
