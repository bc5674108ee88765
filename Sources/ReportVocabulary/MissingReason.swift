/// Why there is no value.
///
/// The shorthand in square brackets is the Analysis Function's for spreadsheets ("Symbols in tables, definitions and help");
/// the bare codes are the Department for Education's for data files, whose obsolete forms `:` and `~` are read too.
public enum MissingReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nobody collected the figure.
    case notCollected = "not-collected"
    /// The figure cannot exist here.
    case notApplicable = "not-applicable"
    /// The figure is withheld to protect people, whether itself small or a neighbour of a small one.
    case suppressed
    /// The figure is too unreliable to show.
    case unreliable
    /// The figure will exist, but not yet.
    case notYetAvailable = "not-yet-available"
    /// The figure rounds to zero but is not zero.
    case low
    /// There was nothing to record in the period.
    case noneRecorded = "none-recorded"

    /// The shorthand for tables that people read, such as `[c]`.
    public var shorthand: String {
        switch self {
        case .notCollected, .notYetAvailable: "[x]"
        case .notApplicable: "[z]"
        case .suppressed: "[c]"
        case .unreliable: "[u]"
        case .low: "[low]"
        case .noneRecorded: "[w]"
        }
    }

    /// The code for data files, such as `c`.
    public var dataCode: String {
        switch self {
        case .notCollected, .notYetAvailable: "x"
        case .notApplicable: "z"
        case .suppressed: "c"
        case .unreliable: "u"
        case .low: "low"
        case .noneRecorded: "w"
        }
    }

    /// The meaning in words, for the key beside a table.
    public var meaning: String {
        switch self {
        case .notCollected: "not available: not collected"
        case .notApplicable: "not applicable"
        case .suppressed: "confidential: withheld so that nobody can be identified"
        case .unreliable: "too unreliable to publish"
        case .notYetAvailable: "not available yet"
        case .low: "rounds to 0 but is not 0"
        case .noneRecorded: "none recorded in the period"
        }
    }

    /// Reads a shorthand or code, with or without square brackets, in either case, or one of this type's own names.
    ///
    /// - Parameter text: Such as `[c]`, `c`, `LOW`, `:` or `not-yet-available`.
    /// - Returns: `nil` where the text is none of them.
    public init?(shorthand text: String) {
        var code = text.lowercased()
        if code.hasPrefix("["), code.hasSuffix("]") { code = String(code.dropFirst().dropLast()) }
        switch code {
        case "x", ":": self = .notCollected
        case "z": self = .notApplicable
        case "c": self = .suppressed
        case "u": self = .unreliable
        case "low", "k", "~": self = .low
        case "w": self = .noneRecorded
        default:
            guard let reason = MissingReason(rawValue: code) else { return nil }
            self = reason
        }
    }
}
