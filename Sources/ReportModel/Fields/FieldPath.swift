/// Names a field of a record, as the files of a pack do: `due`, or `milestones[2].indicators` for the indicators of the second
/// milestone.
public struct FieldPath: Sendable, Hashable, Codable, CustomStringConvertible {
    /// One step: a field, and which of the things in it.
    public struct Step: Sendable, Hashable, Codable {
        /// The key of the field.
        public let key: String
        /// Which of several things in it, from 1; `nil` where the whole field is meant.
        public let item: Int?

        /// Names a step.
        ///
        /// - Parameters:
        ///   - key: The key of the field.
        ///   - item: Which of several things in it, from 1.
        public init(_ key: String, item: Int? = nil) {
            self.key = key
            self.item = item
        }
    }

    /// The steps from the record to the field, of which there is at least one.
    public let steps: [Step]

    /// Names a field.
    ///
    /// - Parameter steps: The steps from the record to the field.
    public init(_ steps: [Step]) { self.steps = steps }

    /// The steps in one text.
    public var description: String {
        steps.map { $0.key + ($0.item.map { "[\($0)]" } ?? "") }.joined(separator: ".")
    }
}

extension FieldPath: ExpressibleByStringLiteral {
    /// A field of the record itself.
    ///
    /// - Parameter value: Its key.
    public init(stringLiteral value: String) { self.init([Step(value)]) }
}
