public import ReportVocabulary

/// A standard that practice should meet, such as a visit to each child in care at least every six weeks.
public struct PracticeStandard: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<PracticeStandard>
    /// What is to be done.
    public var title: String
    /// The time within which it is to be done, where the standard is one of time.
    public var timescale: TimescaleRule?
    /// The standard in words, where it is not one of time.
    public var text: String?
    /// The indicators that measure it.
    public var indicators: [Indicator.ID]
    /// Where it is printed.
    public var source: SourceReference?

    /// Describes a standard.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: What is to be done.
    ///   - timescale: The time within which it is to be done.
    ///   - text: The standard in words.
    ///   - indicators: The indicators that measure it.
    ///   - source: Where it is printed.
    public init(
        id: ID, title: String, timescale: TimescaleRule? = nil, text: String? = nil, indicators: [Indicator.ID] = [],
        source: SourceReference? = nil
    ) {
        self.id = id
        self.title = title
        self.timescale = timescale
        self.text = text
        self.indicators = indicators
        self.source = source
    }
}

/// How many cases met a standard, and why the others did not.
public struct ComplianceMeasurement: Sendable, Hashable, Codable {
    /// The standard, in words.
    public var standard: String
    /// The period.
    public var period: ReportingPeriod
    /// How many cases were looked at.
    public var cases: Int
    /// How many children they were about, where that differs.
    public var children: Int?
    /// How many cases met the standard.
    public var compliant: Int
    /// The share as printed.
    public var printedShare: PrintedFigure?
    /// How many cases failed, by reason.
    public var failures: [Failure]
    /// What explains the failures.
    public var explanations: [String]
    /// What the standard asks for, such as the agencies that must attend.
    public var requirements: [String]
    /// The indicators that hold the same numbers.
    public var indicators: [Indicator.ID]
    /// Where it is printed.
    public var source: SourceReference?

    /// Records a measurement.
    ///
    /// - Parameters:
    ///   - standard: The standard, in words.
    ///   - period: The period.
    ///   - cases: How many cases were looked at.
    ///   - children: How many children they were about.
    ///   - compliant: How many cases met the standard.
    ///   - printedShare: The share as printed.
    ///   - failures: How many cases failed, by reason.
    ///   - explanations: What explains the failures.
    ///   - requirements: What the standard asks for.
    ///   - indicators: The indicators that hold the same numbers.
    ///   - source: Where it is printed.
    public init(
        standard: String, period: ReportingPeriod, cases: Int, children: Int? = nil, compliant: Int,
        printedShare: PrintedFigure? = nil, failures: [Failure] = [], explanations: [String] = [],
        requirements: [String] = [], indicators: [Indicator.ID] = [], source: SourceReference? = nil
    ) {
        self.standard = standard
        self.period = period
        self.cases = cases
        self.children = children
        self.compliant = compliant
        self.printedShare = printedShare
        self.failures = failures
        self.explanations = explanations
        self.requirements = requirements
        self.indicators = indicators
        self.source = source
    }

    /// A reason for which cases failed.
    public struct Failure: Sendable, Hashable, Codable {
        /// The reason.
        public var reason: String
        /// How many cases.
        public var cases: Int

        /// Records a reason.
        ///
        /// - Parameters:
        ///   - reason: The reason.
        ///   - cases: How many cases.
        public init(reason: String, cases: Int) {
            self.reason = reason
            self.cases = cases
        }
    }
}
