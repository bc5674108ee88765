public import ReportVocabulary

/// An amount of money that a report names: an investment, a saving, a pressure.
public struct BudgetFigure: Sendable, Hashable, Codable, Identifiable {
    /// What sort of amount it is.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Money agreed for a budget.
        case budget
        /// Extra money.
        case investment
        /// A saving that is asked for.
        case savingsTarget = "savings-target"
        /// A saving that is planned or made.
        case saving
        /// A cost that was not planned.
        case pressure
        /// What a service is expected to spend above its budget.
        case forecastOverspend = "forecast-overspend"

        /// The name for people.
        public var label: String {
            switch self {
            case .budget: "Budget"
            case .investment: "Investment"
            case .savingsTarget: "Savings target"
            case .saving: "Saving"
            case .pressure: "Pressure"
            case .forecastOverspend: "Forecast overspend"
            }
        }
    }

    /// The identifier.
    public var id: Identifier<BudgetFigure>
    /// What sort of amount it is.
    public var kind: Kind
    /// What it is for.
    public var title: String
    /// The amount in pounds.
    public var pounds: Double
    /// The amount as printed.
    public var printed: String?
    /// The time that it is for.
    public var period: ReportingPeriod?
    /// When it was agreed.
    public var agreed: PartialDate?
    /// The body that agreed it.
    public var body: String?
    /// The figure of which it is a part.
    public var partOf: ID?
    /// The figure that it replaces.
    public var revises: ID?
    /// What to know before using it.
    public var note: String?
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Records an amount.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - kind: What sort of amount it is.
    ///   - title: What it is for.
    ///   - pounds: The amount in pounds.
    ///   - printed: The amount as printed.
    ///   - period: The time that it is for.
    ///   - agreed: When it was agreed.
    ///   - body: The body that agreed it.
    ///   - partOf: The figure of which it is a part.
    ///   - revises: The figure that it replaces.
    ///   - note: What to know before using it.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, kind: Kind, title: String, pounds: Double, printed: String? = nil, period: ReportingPeriod? = nil,
        agreed: PartialDate? = nil, body: String? = nil, partOf: ID? = nil, revises: ID? = nil, note: String? = nil,
        source: SourceReference? = nil, access: Access = .unrestricted
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.pounds = pounds
        self.printed = printed
        self.period = period
        self.agreed = agreed
        self.body = body
        self.partOf = partOf
        self.revises = revises
        self.note = note
        self.source = source
        self.access = access
    }
}
