/// Something that an exporter does not do as the contract asks.
public struct ConformanceFinding: Sendable, Hashable, CustomStringConvertible {
    /// The check that found it.
    public let check: ConformanceCheck
    /// The documents of the corpus that showed it; empty where no document is needed to see it.
    public internal(set) var documents: [String]
    /// What was found and what would be right.
    public let message: String

    /// The check, the first documents and the message.
    public var description: String {
        let named = documents.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        let rest = documents.count > 3 ? " and \(documents.count - 3) more" : ""
        let place = documents.isEmpty ? "" : ", document\(documents.count == 1 ? "" : "s") \(named)\(rest)"
        return "\(check)\(place): \(message)"
    }
}

/// What a conformance run found.
public struct ConformanceReport: Sendable, Hashable {
    /// What does not conform; nothing where all is well.
    public let findings: [ConformanceFinding]
    /// What could not be looked at, and what would make that possible.
    ///
    /// For example, that nothing was compared, because the file shows no words and no reader was given.
    public let remarks: [String]
}
