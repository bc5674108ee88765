import ReportVocabulary

/// Why a pack could not be read from JSON, or written as JSON.
public struct ReportPackDocumentError: Error, Sendable, Hashable {
    /// What kind of problem it is: ``Diagnostic/Code/syntax``, ``Diagnostic/Code/missingValue``,
    /// ``Diagnostic/Code/badValue`` or ``Diagnostic/Code/newerVersion``.
    public let code: Diagnostic.Code
    /// What is wrong and what would be right, in a sentence.
    public let message: String
    /// Where in the document the value stands, such as `pack.observations[2].period`; absent where the document as a whole
    /// is meant.
    public let path: String?
    /// The line of the value, from 1, where it is known.
    public let line: Int?
    /// The column of the value, from 1, counted in characters, where it is known.
    public let column: Int?

    init(_ code: Diagnostic.Code, _ message: String, path: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column
    }

    /// The same problem as a diagnostic.
    ///
    /// - Parameter file: The file that the document was read from, as the user named it.
    /// - Returns: An error with the place, if it is known.
    public func diagnostic(in file: String) -> Diagnostic {
        Diagnostic(
            .error, code, message + (path.map { " (\($0))" } ?? ""),
            at: SourceLocation(file: file, line: line, column: column))
    }
}

extension ReportPackDocumentError: CustomStringConvertible {
    /// The problem and its place in one line.
    public var description: String {
        let place = line.map { "line \($0)" + (column.map { ", column \($0)" } ?? "") + ": " } ?? ""
        return place + message + (path.map { " (\($0))" } ?? "")
    }
}

extension ReportPackDocumentError {
    static let missingVersion = ReportPackDocumentError(
        .missingValue,
        "The document does not say in which version it is written; it should have "
            + "\"schemaVersion\": {\"major\": \(ReportPackDocument.currentVersion.major), "
            + "\"minor\": \(ReportPackDocument.currentVersion.minor)} beside \"pack\".")

    static func newerVersion(_ version: ReportPackDocument.Version) -> ReportPackDocumentError {
        ReportPackDocumentError(
            .newerVersion,
            "The document is written in version \(version), but this version of the kit reads only up to version "
                + "\(ReportPackDocument.currentVersion.major); use a newer version of the kit.",
            path: "schemaVersion")
    }

    /// Puts what a decoder says into plain words, with the place of the value.
    init(_ error: DecodingError, in bytes: [UInt8]) {
        switch error {
        case .keyNotFound(let key, let context):
            let whole = context.codingPath.last.map { Self.words(for: $0, in: context.codingPath) } ?? "The document"
            self.init(
                .missingValue, "\(whole) has no “\(key.stringValue)”, which has to be there.", at: context.codingPath,
                in: bytes)
        case .valueNotFound(_, let context):
            self.init(.missingValue, "\(Self.subject(context)) is null, but has to be there.", context, bytes)
        case .typeMismatch(let type, let context):
            let found = JSONPlace(of: context.codingPath, in: bytes).map { ", but is \($0.kind)" } ?? ""
            self.init(
                .badValue, "\(Self.subject(context)) should be \(Self.words(for: type))\(found).", context, bytes)
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            // Of the text as a whole the library says only that something is wrong; ``ReportPackDocument`` looks closer.
            self.init(.syntax, "This is not JSON as it should be.")
        case .dataCorrupted(let context):
            self.init(.badValue, Self.reason(context, in: bytes), context, bytes)
        @unknown default:
            self.init(.badValue, "The document cannot be read: \(error)")
        }
    }

    /// Says where a text stops being JSON.
    init(_ problem: JSONSyntax.Problem, in bytes: [UInt8]) {
        let place = TextPlace(of: problem.position, in: bytes)
        self.init(
            .syntax, "This is not JSON as it should be: \(problem.reason).", line: place.line, column: place.column)
    }

    /// Says which number does not fit where it is.
    init(unfitNumber place: Range<Int>, in bytes: [UInt8]) {
        let text = String(decoding: bytes[place], as: UTF8.self)
        let isGreat = Double(text).map { $0.magnitude >= 1e15 } ?? true
        let start = TextPlace(of: place.lowerBound, in: bytes)
        self.init(
            .badValue,
            "\(MessageText.quoted(text)) \(isGreat ? "is too great a number" : "should be a whole number") here.",
            line: start.line, column: start.column)
    }

    /// Puts what an encoder says into plain words: the one thing that JSON cannot hold is a number without end.
    package init(_ error: EncodingError) {
        switch error {
        case .invalidValue(let value, let context):
            self.init(
                .badValue, "\(Self.subject(context)) is \(value), which JSON cannot hold; give a finite number.",
                path: Self.path(context.codingPath))
        @unknown default:
            self.init(.badValue, "The pack cannot be written: \(error)")
        }
    }

    private init(
        _ code: Diagnostic.Code, _ message: String, _ context: DecodingError.Context, _ bytes: [UInt8]
    ) {
        self.init(code, message, at: context.codingPath, in: bytes)
    }

    private init(_ code: Diagnostic.Code, _ message: String, at codingPath: [any CodingKey], in bytes: [UInt8]) {
        let place = JSONPlace(of: codingPath, in: bytes)
        self.init(code, message, path: Self.path(codingPath), line: place?.line, column: place?.column)
    }

    /// The path as programs write it, such as `pack.observations[2].period`.
    private static func path(_ codingPath: [any CodingKey]) -> String? {
        var result = ""
        for key in codingPath {
            if let index = key.intValue {
                result += "[\(index)]"
            } else {
                result += (result.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return result.isEmpty ? nil : result
    }

    private static func subject(_ context: DecodingError.Context) -> String {
        context.codingPath.last.map { words(for: $0, in: context.codingPath) } ?? "The document"
    }

    private static func subject(_ context: EncodingError.Context) -> String {
        context.codingPath.last.map { words(for: $0, in: context.codingPath) } ?? "The document"
    }

    /// The end of a path in words, such as “period” of item 3 of “observations”.
    private static func words(for key: any CodingKey, in codingPath: [any CodingKey]) -> String {
        var result = ""
        var isInList = false
        for key in codingPath.reversed() {
            result += result.isEmpty ? "" : " of "
            guard let index = key.intValue else {
                result += "“\(key.stringValue)”"
                // Nearer than the list that holds the record nobody needs to be told.
                if isInList { break } else { continue }
            }
            result += (result.isEmpty ? "Item" : "item") + " \(index + 1)"
            isInList = true
        }
        return result
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Int.Type: "a whole number"
        case is Double.Type: "a number"
        case is Bool.Type: "true or false"
        case is any RawRepresentable.Type: "one of the words for it"
        default:
            "\(type)".hasPrefix("Array") || "\(type)".hasPrefix("UnkeyedDecodingContainer") ? "a list" : "an object"
        }
    }

    /// The models say in their own words what is wrong with a text; the library's remarks on types are put into ours.
    private static func reason(_ context: DecodingError.Context, in bytes: [UInt8]) -> String {
        let text = context.debugDescription
        if text.hasPrefix("Cannot initialize ") {
            let parts = text.split(separator: " value ", maxSplits: 1)
            let written = parts.count == 2 ? String(parts[1]) : ""
            return "\(subject(context)) is \(MessageText.quoted(written)), which is none of the words for it."
        }
        return text
    }
}
