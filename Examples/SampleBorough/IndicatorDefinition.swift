import FamilyServicesKit

/// A measure of the catalogue: everything that the tables say about it, and how its figures come about.
struct IndicatorDefinition: Sendable {
    /// How the figures come about.
    enum Recipe: Sendable {
        /// A number of the model.
        case number(Flow)
        /// The sum since April.
        case yearToDate(Flow)
        /// One number of the model over another.
        case ratio(Flow, of: Flow)
        /// The sum of twelve months over a number of the model.
        case yearRatio(Flow, of: Flow)
        /// A number of the model over the child population.
        case perPopulation(Flow)
        /// The sum of twelve months over the child population.
        case yearPerPopulation(Flow)
        /// Children, visits or plans that pass a test, drawn one by one out of a number of the model.
        case share(of: Flow, Path)
        /// The same for a state that changes slowly: the level itself, give or take a few cases.
        case steadyShare(of: Flow, Path, wobble: Int)
        /// A measurement in tenths of the unit, give or take.
        case measurement(Path, wobble: Int)
    }

    /// What a figure gathers, which follows from how it comes about.
    var accumulation: Accumulation {
        switch recipe {
        case .yearToDate: .yearToDate
        case .yearRatio, .yearPerPopulation: .rolling(months: 12)
        case .perPopulation: .snapshot
        case .number(let flow): flow.isStock ? .snapshot : .period
        case .ratio, .share, .steadyShare, .measurement: .period
        }
    }

    /// Months without a figure, with the reason.
    struct Gap: Sendable {
        /// Months ago.
        let ago: ClosedRange<Int>
        /// The shorthand, such as `[x]`.
        let shorthand: String
        /// The explanation.
        let note: String

        /// The month in which the case management system was replaced.
        static let systemChange = Gap(
            ago: 19...19, shorthand: "[x]",
            note:
                "Month of the change of case management system: visits written up in the old system could not be "
                + "counted"
        )
    }

    /// What the measure is in other places, in tenths: England, London, statistical neighbours for three financial
    /// years.
    struct Comparators: Sendable {
        /// England, earliest year first.
        let england: [Int]
        /// London.
        let london: [Int]
        /// Statistical neighbours; `nil` where the figure is withheld.
        let neighbours: [Int?]
    }

    let id: String
    let title: String
    let group: String
    let service: ServiceArea
    var unit: MeasurementUnit = .percent
    var decimals: Int?
    var polarity: Polarity
    let recipe: Recipe
    var definition = ""
    var numerator = ""
    var denominator = ""
    var population = ""
    /// The target as the table has it; blank where targets change over time or there is none.
    var target = ""
    var tolerance = ""
    var targetLevel = ""
    /// Targets that change over time.
    var targets: [TimedTarget] = []
    /// Timescale, start, end and authority.
    var timescale: [String] = []
    var owner = ""
    var split: Split?
    var byLocality = false
    var references = ""
    var gaps: [Gap] = []
    var comparators: Comparators?

    /// A target for a time.
    struct TimedTarget: Sendable {
        /// The target.
        let target: String
        /// The tolerance.
        let tolerance: String
        /// The level.
        let level: String
        /// The first month.
        let from: String
        /// The last month.
        let until: String
    }
}

extension ServiceArea {
    /// The heading under which the catalogue lists the measures of a service.
    var heading: String {
        switch self {
        case .childrenInNeed: "Assessment and children in need"
        case .frontDoor: "The front door"
        default: label
        }
    }
}
