/// The columns of a file of the Department for Education's statistics, told apart by what they are for.
public struct StatisticsHeading: Sendable, Hashable {
    /// All headings, in order.
    public let columns: [String]
    /// The columns that every file has, by name.
    let standard: [String: Int]
    /// In which form the file is.
    let form: Form

    /// The forms in which statistics of areas are published.
    enum Form: Sendable, Hashable {
        /// The Department for Education's: time and place in columns of their own, filters and indicators beside them.
        case explore
        /// The Department of Health's Fingertips: one figure in a row, with its confidence limits.
        case fingertips
    }

    /// The columns of time and place in files like those of Fingertips, by what they are here.
    static let fingertipsColumns = [
        "Time period": "time_period", "Area Type": "geographic_level", "Area Code": "area_code",
        "Area Name": "area_name",
    ]
    /// The columns there that tell rows apart.
    static let fingertipsFilters: Set<String> = [
        "Indicator ID", "Indicator Name", "Sex", "Age", "Category Type", "Category",
    ]
    /// The columns there that say nothing more than others.
    private static let fingertipsRest: Set<String> = ["Parent Code", "Parent Name", "Time period Sortable"]

    /// The columns of time and place.
    public static let standardColumns: Set<String> = [
        "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
        "region_name", "old_la_code", "new_la_code", "la_name", "lad_code", "lad_name", "ward_code", "ward_name",
        "pcon_code", "pcon_name", "school_laestab", "school_urn", "school_name", "trust_id", "trust_name",
        "rsc_region_lead_name",
        "lep_code", "lep_name", "local_enterprise_partnership_code", "local_enterprise_partnership_name",
        "english_devolved_area_code", "english_devolved_area_name", "opportunity_area_code", "opportunity_area_name",
        "sponsor_id", "sponsor_name", "mat_id", "mat_name", "provider_ukprn", "provider_name", "institution_id",
        "institution_name", "planning_area_code", "planning_area_name", "lsip_code", "lsip_name", "pfa_code",
        "pfa_name",
    ]

    /// Whether a column has the name of a place's code or name, however it is spelt, such as `schoolName`.
    package static func looksLikePlace(_ column: String) -> Bool { GeographicLevel.looksLikePlace(column) }

    /// Whether the standard keeps a word in a name for filters: groups of people, and the Department's own names.
    package static func isKeptForFilters(_ name: String) -> Bool {
        Screener.hasStandardPart(name) || Screener.isAboutOneGroup(name)
    }

    /// The columns that every file is meant to have.
    ///
    /// `time_period` and `geographic_level` are enough to read it.
    public static let mandatory = [
        "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    ]

    /// Reads a heading.
    ///
    /// - Parameters:
    ///   - columns: The headings.
    ///   - file: The name of the file, for messages.
    /// - Throws: ``PublishedFileError`` where a column is missing or is there twice.
    public init(_ columns: [String], of file: String) throws(PublishedFileError) {
        var standard: [String: Int] = [:]
        var seen: Set<String> = []
        for (index, column) in columns.enumerated() {
            guard seen.insert(column).inserted else { throw .repeatedColumn(file: file, column: column) }
            if Self.standardColumns.contains(column) { standard[column] = index }
        }
        if standard["time_period"] == nil, Self.isFingertips(columns) {
            for (index, column) in columns.enumerated() {
                if let name = Self.fingertipsColumns[column] { standard[name] = index }
            }
            form = .fingertips
        } else {
            form = .explore
        }
        let missing = ["time_period", "geographic_level"].filter { standard[$0] == nil }
        guard missing.isEmpty else { throw .missingColumns(file: file, columns: missing) }
        self.columns = columns
        self.standard = standard
    }

    /// Whether headings are those of such a file.
    static func isLikely(_ columns: [String]) -> Bool {
        columns.contains("time_period") && columns.contains("geographic_level") || isFingertips(columns)
    }

    private static func isFingertips(_ columns: [String]) -> Bool {
        ["Indicator ID", "Area Code", "Area Type", "Time period", "Value"].allSatisfy { columns.contains($0) }
    }

    /// The index of a column, by its heading in any case.
    public func index(of column: String) -> Int? {
        columns.firstIndex(of: column) ?? columns.firstIndex { $0.lowercased() == column.lowercased() }
    }

    /// The columns that are filters or indicators.
    public var others: [Int] {
        columns.indices.filter { index in
            switch form {
            case .explore: !Self.standardColumns.contains(columns[index])
            case .fingertips:
                Self.fingertipsColumns[columns[index]] == nil && !Self.fingertipsRest.contains(columns[index])
            }
        }
    }
}
