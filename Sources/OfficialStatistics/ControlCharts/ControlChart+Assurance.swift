import ReportVocabulary

extension ControlChart {
    /// Whether a target will be met while nothing changes.
    public enum Assurance: String, Sendable, Hashable, Codable, CaseIterable {
        /// The whole expected range meets the target.
        case consistentlyPasses = "consistently-passes"
        /// The target lies within the expected range, or on a limit: chance decides.
        case inconsistent
        /// The whole expected range misses the target.
        case consistentlyFails = "consistently-fails"

        /// The result in words for people.
        public var label: String {
            switch self {
            case .consistentlyPasses: "Target met consistently"
            case .inconsistent: "Target met in some periods and missed in others"
            case .consistentlyFails: "Target missed consistently"
            }
        }

        /// Compares limits with a requirement.
        ///
        /// A range is met consistently where the limits lie inside it and missed consistently where they lie beyond one of
        /// its ends; the R package knows no ranges.
        init(_ limits: Limits, against requirement: Target.Requirement) {
            switch requirement {
            case .atLeast(let target):
                self =
                    target > limits.upper
                    ? .consistentlyFails : target < limits.lower ? .consistentlyPasses : .inconsistent
            case .atMost(let target):
                self =
                    target > limits.upper
                    ? .consistentlyPasses : target < limits.lower ? .consistentlyFails : .inconsistent
            case .within(let range):
                if range.lowerBound > limits.upper || range.upperBound < limits.lower {
                    self = .consistentlyFails
                } else if range.lowerBound < limits.lower, range.upperBound > limits.upper {
                    self = .consistentlyPasses
                } else {
                    self = .inconsistent
                }
            }
        }
    }
}
