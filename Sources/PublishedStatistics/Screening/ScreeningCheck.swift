/// A rule of the Department for Education's standard for open data files, as a check with a name.
///
/// The names are those of the Department's own screener, so that its guidance can be looked up; ``formerNames`` are those of the
/// tool before it.
public enum ScreeningCheck: String, Sendable, Hashable, Codable, CaseIterable {
    case filenameSpaces = "filename_spaces"
    case filenameSpecial = "filename_special"
    case filenamesMatch = "filenames_match"

    case fileRead = "file_read"
    case fileEncoding = "file_encoding"
    case fileSeparator = "file_separator"
    case fileEmptyRows = "file_empty_rows"
    case fileEmptyColumns = "file_empty_cols"

    case columnsNeeded = "col_req_data"
    case metaColumnsNeeded = "col_req_meta"
    case metaColumnsInvalid = "col_invalid_meta"
    case columnsRepeated = "col_names_dupe"
    case columnsToRows = "col_to_rows"
    case metaInData = "cross_meta_to_data"
    case dataInMeta = "cross_data_to_meta"
    case columnSpaces = "col_names_spaces"
    case columnSnakeCase = "col_snake_case"
    case columnStart = "col_var_start"
    case indicatorsSmushed = "col_ind_smushed"
    case characteristic = "col_var_characteristic"

    case metaColumnType = "meta_col_type"
    case metaObservationalUnit = "meta_ob_unit"
    case metaColumnName = "meta_col_name"
    case metaColumnNameRepeated = "meta_col_name_dupe"
    case metaColumnNameSpaces = "meta_col_name_spaces"
    case metaLabel = "meta_label"
    case metaLabelRepeated = "meta_dupe_label"
    case metaFilterGroup = "meta_fil_grp"
    case metaFilterGroupRepeated = "meta_fil_grp_dupe"
    case metaFilterGroupIsFilter = "meta_fil_grp_is_fil"
    case metaFilterGroupMatch = "meta_fil_grp_match"
    case metaFilterGroupStripped = "meta_fil_grp_stripped"
    case metaFilterHint = "meta_filter_hint"
    case metaGeography = "meta_geog_catch"
    case metaIndicatorDecimals = "meta_indicator_dp"
    case metaDecimalsSet = "meta_ind_dp_set"
    case metaDecimalsValues = "meta_ind_dp_values"
    case metaIndicatorUnit = "meta_ind_unit"
    case metaUnitValues = "meta_ind_unit_validation"
    case metaIndicatorGrouping = "meta_indicator_grouping"
    case metaIndicatorGroupStripped = "meta_ind_grp_stripped"

    case timePeriodDigits = "time_period_num"
    case timeIdentifierValid = "time_id_valid"
    case timeIdentifierMix = "time_id_mix"
    case timePeriodLength = "time_period"
    case timePeriodConsecutive = "time_period_six"

    case filterSingular = "filter_not_singular"
    case filterDefaults = "filter_defaults"
    case filterGroupLevels = "filter_group_level"
    case filterItemLimit = "filter_item_limit"
    case filterWhitespace = "filter_whitespace"
    case filterBlanks = "filter_blanks"
    case placeTotals = "filter_ob_total"

    case geographicLevel = "geog_level"
    case geographicColumns = "geog_level_present"
    case countries = "geog_country_combos"
    case regions = "geog_region_combos"
    case authorities = "geog_la_combos"
    case districts = "geog_lad_combos"
    case constituencies = "geog_pcon_combos"
    case wards = "geog_ward_combos"
    case enterprisePartnerships = "geog_lep_combos"
    case skillsAreas = "geog_lsip_combos"
    case devolvedAreas = "geog_eda_combos"
    case policeForceAreas = "geog_pfa_combos"
    case placesComplete = "geog_level_completed"
    case placesOvercomplete = "geog_overcompleted_cols"
    case rowsIgnored = "geog_ignored_rows"
    case placeNamesRepeated = "geog_other_dupes"
    case placeCodesRepeated = "geog_other_code_dupes"
    case authorityColumns = "geog_la_col_present"
    case regionColumns = "geog_region_col_present"
    case regionOfAuthority = "geog_region_for_la"
    case regionOfDistrict = "geog_region_for_lad"
    case notAvailableName = "geog_na"
    case notAvailableCode = "geog_na_code"

    case rowsRepeated = "general_dupes"
    case nullSymbols = "general_null"
    case noDataSymbols = "general_no_data_symbols"
    case indicatorEntries = "ind_invalid_entry"
    case indicatorNumbers = "ind_not_a_number"

    case standardNames = "harmonised_variables"
    case ethnicityValues = "harmonised_eth_vals"
    case ethnicityGroups = "harmonised_eth_char_grp"
    case ethnicityCharacteristics = "harmonised_eth_char_vals"

    case nameLength = "api_char_col_name"
    case labelLength = "api_char_col_label"
    case codeLength = "api_char_loc_code"
    case itemLength = "api_char_filter_items"
    case dictionaryNames = "data_dict_col_name"
    case dictionaryItems = "data_dict_fil_item"

    /// What a check is about.
    public enum Stage: String, Sendable, Hashable, Codable, CaseIterable {
        /// The names of the two files.
        case names
        /// The files as files.
        case files
        /// The columns of both files.
        case columns
        /// What the description says of the columns.
        case meta
        /// Times.
        case time
        /// Filters.
        case filters
        /// Places.
        case geography
        /// Rows and symbols.
        case values
        /// Names that are the same in all files of the Department.
        case harmonised
        /// What files need that programs ask for over the network.
        case api
    }

    /// How much a finding matters.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// The file is refused.
        case error
        /// The file is taken, and somebody will stumble over it.
        case warning
        /// The file is taken, but not for use over the network, or something is worth a look.
        case advice

        /// The gravest comes first.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What a check is about.
    public var stage: Stage { entry.stage }
    /// How much its findings matter, unless one says otherwise.
    public var severity: Severity { entry.severity }
    /// The names of the same check in the Department's tool before.
    public var formerNames: [String] { entry.formerNames }
    /// The rule in a sentence.
    public var rule: String { entry.rule }
    /// What to do where it is broken.
    public var advice: String { entry.advice }

    /// What is said of a check.
    struct Entry {
        let stage: Stage
        let severity: Severity
        let formerNames: [String]
        let rule: String
        let advice: String

        init(
            _ stage: Stage, _ severity: Severity = .error, was formerNames: String..., rule: String, advice: String
        ) {
            self.stage = stage
            self.severity = severity
            self.formerNames = formerNames
            self.rule = rule
            self.advice = advice
        }
    }
}
