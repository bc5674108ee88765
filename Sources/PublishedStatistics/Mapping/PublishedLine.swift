public import ReportModel
public import ReportVocabulary

/// Where a measure is in published statistics: the file, its columns and filters, and what its years mean.
///
/// A line is all that is needed to read a file that nobody has seen before; see ``lines(in:file:)`` for lists of them.
public struct PublishedLine: Sendable, Hashable {
    /// The measure.
    public var indicator: Indicator.ID
    /// The name of the file up to its years, such as `c1_children_in_need_referrals_and_rereferrals`.
    public var file: String
    /// The column of the figure; `nil` where it follows from numerator and denominator.
    public var value: String?
    /// The column of the numerator.
    public var numerator: String?
    /// The column of the denominator.
    public var denominator: String?
    /// The columns of the lower and upper confidence limit, where the file has them.
    public var lower, upper: String?
    /// The filters that choose the rows, with the texts they have there.
    public var filters: [String: String]
    /// The filters that choose the rows of the denominator where those are others, with the column there in ``denominator``.
    public var denominatorFilters: [String: String]
    /// The measure whose figure is the denominator, such as the population, and from how many years before.
    public var population: Population?
    /// What its years mean.
    public var year: ReportingYear
    /// What it is measured in.
    public var unit: MeasurementUnit
    /// How many decimals are shown.
    public var decimals: Int

    /// A denominator that another line gives.
    public struct Population: Sendable, Hashable {
        /// The measure of that line.
        public var indicator: Indicator.ID
        /// How many years before its year is: 1 for mid-2024 under the year to March 2025.
        public var yearsBefore: Int

        /// Names a denominator.
        ///
        /// - Parameters:
        ///   - indicator: The measure that gives it.
        ///   - yearsBefore: How many years before its year is.
        public init(_ indicator: Indicator.ID, yearsBefore: Int = 1) {
            self.indicator = indicator
            self.yearsBefore = yearsBefore
        }
    }

    /// Describes a line.
    ///
    /// - Parameters:
    ///   - indicator: The measure.
    ///   - file: The name of the file up to its years.
    ///   - value: The column of the figure.
    ///   - numerator: The column of the numerator.
    ///   - denominator: The column of the denominator.
    ///   - limits: The columns of the lower and upper confidence limit.
    ///   - filters: The filters that choose the rows.
    ///   - denominatorFilters: The filters that choose the rows of the denominator, where those are others.
    ///   - population: The measure whose figure is the denominator.
    ///   - year: What its years mean.
    ///   - unit: What it is measured in.
    ///   - decimals: How many decimals are shown; by default as usual for the unit.
    public init(
        _ indicator: Indicator.ID, file: String, value: String? = nil, numerator: String? = nil,
        denominator: String? = nil, limits: (lower: String, upper: String)? = nil, filters: [String: String] = [:],
        denominatorFilters: [String: String] = [:],
        population: Population? = nil, year: ReportingYear, unit: MeasurementUnit, decimals: Int? = nil
    ) {
        self.indicator = indicator
        self.file = file
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        lower = limits?.lower
        upper = limits?.upper
        self.filters = filters
        self.denominatorFilters = denominatorFilters
        self.population = population
        self.year = year
        self.unit = unit
        self.decimals = min(max(decimals ?? unit.usualDecimals, 0), 15)
    }

    /// Whether a file may be the one: its name begins as the line says, whatever years and numbers follow.
    ///
    /// - Parameter name: The name of the file.
    /// - Returns: Whether it does.
    public func isIn(_ name: String) -> Bool {
        let (mine, other) = (file.lowercased(), name.lowercased())
        guard other.hasPrefix(mine) else { return false }
        // What follows must not go on with the word, so that b1 is not found in b10.
        guard let next = other.dropFirst(mine.count).first else { return true }
        return !next.isLetter && (mine.last.map { !$0.isNumber } ?? true || !next.isNumber)
    }
}
