#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Options of a format as text, as a command line or a settings file has them.
///
/// What is not given keeps its value in the format's default options, at any depth: `theme.heading=#003366` changes one
/// colour. A list, and a group whose names are not fixed (a dictionary, a case with values), are replaced as a whole.
///
/// A name that the format does not know is an error, as is a value of the wrong type; both say what would be right.
///
/// ```swift
/// let exporter = try exporters.makeExporter(id: "markdown", options: .text(["tableStyle=compact"]))
/// let options = try XLSXExporter.options(from: .json(##"{"theme": {"heading": "#003366"}}"##))
/// ```
public struct ExportOptionsInput: Sendable, Hashable {
    /// How many levels options may nest.
    public static let deepest = 32

    private enum Form: Sendable, Hashable {
        case nothing
        case assignments([String])
        case json(String)
    }

    private let form: Form

    /// Nothing is given: the format's default options as they are.
    public static let defaults = ExportOptionsInput(form: .nothing)

    /// Options written as `name=value`.
    ///
    /// Dots lead into groups, as in `theme.heading=#003366`. Everything after the first equals sign is the value. What it
    /// stands for is up to the option: `true`, `false`, `yes` or `no` in any case; a whole number; a finite number in
    /// decimal digits; a text, unchanged; the elements of a list between commas, with spaces around them left out.
    ///
    /// - Parameter assignments: The options in any order.
    /// - Returns: The options, which are not read before a format is known.
    public static func text(_ assignments: [String]) -> ExportOptionsInput {
        ExportOptionsInput(form: .assignments(assignments))
    }

    /// Options written as a JSON object.
    ///
    /// Values have the types of JSON: a number in quotation marks is a text.
    ///
    /// - Parameter text: The object.
    /// - Returns: The options, which are not read before a format is known.
    public static func json(_ text: String) -> ExportOptionsInput {
        ExportOptionsInput(form: .json(text))
    }

    /// What was given as a tree.
    ///
    /// - Returns: `nil` where nothing was given.
    func node() throws(ExportOptionsError) -> OptionNode? {
        let node: OptionNode
        switch form {
        case .nothing: return nil
        case .assignments(let assignments): node = try OptionNode(assignments: assignments)
        case .json(let text): node = try OptionNode(json: text)
        }
        return node == .object([]) ? nil : node
    }

    /// Reads options.
    ///
    /// - Parameter standard: What holds where nothing is given.
    /// - Throws: ``ExportOptionsError``, or an error of the type's own.
    func read<Options: Codable>(over standard: Options) throws -> Options {
        guard let given = try node() else { return standard }
        let record = OptionRecord()
        let decoder = OptionDecoder(
            given: given, standard: OptionNode(encoding: standard), codingPath: [], record: record)
        let options: Options
        do {
            options = try decoder.decode(Options.self)
        } catch let error as DecodingError {
            throw ExportOptionsError(error)
        }
        try record.check(given)
        return options
    }
}

extension OptionNode {
    /// A value as the tree that it is encoded as; `nil` where it cannot be encoded.
    init?(encoding value: some Encodable) {
        guard let bytes = try? JSONEncoder().encode(value) else { return nil }
        try? self.init(json: String(decoding: bytes, as: UTF8.self))
    }
}

extension Exporter {
    /// Reads options from text.
    ///
    /// - Parameter input: The options as text.
    /// - Returns: The options; those that were not given are as in ``defaultOptions``.
    /// - Throws: ``ExportOptionsError`` that names the option, or an error that the type of the options throws when it is
    ///   decoded.
    public static func options(from input: ExportOptionsInput) throws -> Options {
        try input.read(over: defaultOptions)
    }
}
