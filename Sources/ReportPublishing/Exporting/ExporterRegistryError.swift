/// Why a format could not be registered or found.
public enum ExporterRegistryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The identifier is not made of lower-case letters, digits, hyphens and dots.
    case malformedIdentifier(String)
    /// Another format has the identifier.
    case duplicateIdentifier(String)
    /// The format names no file extension.
    case noExtension(format: String)
    /// The extension is empty, begins with a dot or holds a slash.
    case malformedExtension(String, format: String)
    /// Another format has the extension.
    case duplicateExtension(String, format: String, takenBy: String)
    /// No format has the identifier.
    case unknownIdentifier(String, known: [String], nearest: String?)
    /// No format has the media type.
    case unknownMediaType(String, known: [String], nearest: String?)
    /// No format has the extension of the file.
    case unknownExtension(path: String, known: [String], nearest: String?)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .malformedIdentifier(let id):
            "“\(id)” is not an identifier of a format; use lower-case letters, digits, hyphens and dots, such as json.gz."
        case .duplicateIdentifier(let id):
            "A format “\(id)” is already registered; register each format once."
        case .noExtension(let format):
            "The format “\(format)” names no file extension; give it at least one."
        case .malformedExtension(let name, let format):
            "“\(name)” is not a file extension for the format “\(format)”; write it without the leading dot, such as json.gz."
        case .duplicateExtension(let name, let format, let other):
            "The format “\(format)” has the file extension “\(name)”, which belongs to the format “\(other)”; "
                + "give it another or register only one of the two."
        case .unknownIdentifier(let id, let known, let nearest):
            "There is no format “\(id)”." + Self.advice(known, nearest, "formats")
        case .unknownMediaType(let type, let known, let nearest):
            "There is no format with the media type “\(type)”." + Self.advice(known, nearest, "media types")
        case .unknownExtension(let path, let known, let nearest):
            "The extension of “\(path)” names no format." + Self.advice(known, nearest, "extensions")
        }
    }

    private static func advice(_ known: [String], _ nearest: String?, _ noun: String) -> String {
        guard !known.isEmpty else { return " No format is registered." }
        return (nearest.map { " Did you mean “\($0)”?" } ?? "") + " The known \(noun) are: "
            + known.joined(separator: ", ") + "."
    }
}
