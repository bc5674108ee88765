/// The four grades of inspection and audit, from best to worst.
///
/// They are ordered: ``outstanding`` is the greatest.
public enum Grade: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Outstanding.
    case outstanding
    /// Good.
    case good
    /// Requires improvement to be good; called "adequate" in older frameworks.
    case requiresImprovement = "requires-improvement"
    /// Inadequate.
    case inadequate

    /// The words for people.
    public var label: String {
        switch self {
        case .outstanding: "Outstanding"
        case .good: "Good"
        case .requiresImprovement: "Requires improvement"
        case .inadequate: "Inadequate"
        }
    }

    /// The place on the scale, from 1 for inadequate to 4 for outstanding.
    public var rank: Int {
        switch self {
        case .outstanding: 4
        case .good: 3
        case .requiresImprovement: 2
        case .inadequate: 1
        }
    }

    /// Whether the left one comes first.
    public static func < (left: Grade, right: Grade) -> Bool { left.rank < right.rank }
}
