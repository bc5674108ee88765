/// A place where a data file or its description breaks a rule.
public struct ScreeningFinding: Sendable, Hashable, CustomStringConvertible {
    /// The rule.
    public let check: ScreeningCheck
    /// How much it matters.
    public let severity: ScreeningCheck.Severity
    /// The name of the file.
    public let file: String
    /// The line there on which it is for the first time, where it is on one.
    public let line: Int?
    /// The column, where it is in one.
    public let column: String?
    /// How many rows, columns or items it concerns.
    public let count: Int
    /// What is wrong, in a sentence.
    public let message: String

    /// The finding as compilers write them.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(severity.rawValue): [\(check.rawValue)] \(message)"
    }
}

extension ScreeningFinding: Encodable {
    private enum CodingKeys: String, CodingKey {
        case check, formerNames, stage, severity, file, line, column, count, message, rule, advice
    }

    /// Writes the finding with the rule and the advice.
    ///
    /// - Parameter encoder: Where to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(check, forKey: .check)
        try container.encode(check.formerNames, forKey: .formerNames)
        try container.encode(check.stage, forKey: .stage)
        try container.encode(severity, forKey: .severity)
        try container.encode(file, forKey: .file)
        try container.encodeIfPresent(line, forKey: .line)
        try container.encodeIfPresent(column, forKey: .column)
        try container.encode(count, forKey: .count)
        try container.encode(message, forKey: .message)
        try container.encode(check.rule, forKey: .rule)
        try container.encode(check.advice, forKey: .advice)
    }
}
