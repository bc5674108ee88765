/// A rule of the Department for Education's standard for open data files, as a check with a name.
///
/// The names are those of the Department's own screener, so that its guidance can be looked up; ``formerNames`` are those of the
/// tool before it.
public enum ScreeningCheck: String, Sendable, Hashable, Codable, CaseIterable {
    /// The names of the files have no spaces.
    case filenameSpaces = "filename_spaces"
    /// The names of the files have only letters, digits, hyphens and underscores.
    case filenameSpecial = "filename_special"
    /// The data are in NAME.csv and described in NAME.meta.csv.
    case filenamesMatch = "filenames_match"

    /// The files are tables that can be read: each row has as many cells as the heading.
    case fileRead = "file_read"
    /// The files are encoded in UTF-8.
    case fileEncoding = "file_encoding"
    /// Cells are separated by commas.
    case fileSeparator = "file_separator"
    /// There are no empty rows.
    case fileEmptyRows = "file_empty_rows"
    /// No column of the data is empty.
    case fileEmptyColumns = "file_empty_cols"

    /// The data have the columns time_period, time_identifier, geographic_level, country_code and country_name.
    case columnsNeeded = "col_req_data"
    /// The description has the columns col_name, col_type, label, indicator_grouping, indicator_unit, indicator_dp,
    /// filter_hint and filter_grouping_column.
    case metaColumnsNeeded = "col_req_meta"
    /// The description has no other columns, but for filter_default.
    case metaColumnsInvalid = "col_invalid_meta"
    /// Each column of the data has a name of its own.
    case columnsRepeated = "col_names_dupe"
    /// The description has at most one row for each column of the data that is not one of the five that every file has.
    case columnsToRows = "col_to_rows"
    /// Every column that is described is in the data.
    case metaInData = "cross_meta_to_data"
    /// Every column of the data is about time or place, is described, or has the same value in all rows.
    case dataInMeta = "cross_data_to_meta"
    /// The names of columns have no spaces.
    case columnSpaces = "col_names_spaces"
    /// The names of columns have only small letters, digits and underscores.
    case columnSnakeCase = "col_snake_case"
    /// The names of columns begin with a small letter.
    case columnStart = "col_var_start"
    /// An indicator is one measure. Groups of people are told apart by a filter, not by columns.
    case indicatorsSmushed = "col_ind_smushed"
    /// Filters have names of their own, not characteristic and characteristic_group.
    case characteristic = "col_var_characteristic"

    /// col_type is Filter or Indicator.
    case metaColumnType = "meta_col_type"
    /// Columns of time and place are not described.
    case metaObservationalUnit = "meta_ob_unit"
    /// Every row of the description has a col_name.
    case metaColumnName = "meta_col_name"
    /// Each column is described once.
    case metaColumnNameRepeated = "meta_col_name_dupe"
    /// A col_name has no spaces.
    case metaColumnNameSpaces = "meta_col_name_spaces"
    /// Every row of the description has a label.
    case metaLabel = "meta_label"
    /// Each label is used once.
    case metaLabelRepeated = "meta_dupe_label"
    /// Only filters have a filter_grouping_column.
    case metaFilterGroup = "meta_fil_grp"
    /// A column groups the items of one filter only.
    case metaFilterGroupRepeated = "meta_fil_grp_dupe"
    /// A grouping column is described itself.
    case metaFilterGroupIsFilter = "meta_fil_grp_is_fil"
    /// A filter_grouping_column is in the data.
    case metaFilterGroupMatch = "meta_fil_grp_match"
    /// Groups of filters differ in letters or digits, not only in spaces and punctuation.
    case metaFilterGroupStripped = "meta_fil_grp_stripped"
    /// Only filters have a filter_hint.
    case metaFilterHint = "meta_filter_hint"
    /// A filter does not have the name of a column of places.
    case metaGeography = "meta_geog_catch"
    /// Only indicators have an indicator_dp.
    case metaIndicatorDecimals = "meta_indicator_dp"
    /// Every indicator says how many decimals are shown.
    case metaDecimalsSet = "meta_ind_dp_set"
    /// An indicator_dp is a whole number, 0 or more, or blank.
    case metaDecimalsValues = "meta_ind_dp_values"
    /// Only indicators have an indicator_unit.
    case metaIndicatorUnit = "meta_ind_unit"
    /// An indicator_unit is %, pp, £, £m, numberstring or blank.
    case metaUnitValues = "meta_ind_unit_validation"
    /// Only indicators have an indicator_grouping.
    case metaIndicatorGrouping = "meta_indicator_grouping"
    /// Groups of indicators differ in letters or digits, not only in spaces and punctuation.
    case metaIndicatorGroupStripped = "meta_ind_grp_stripped"

    /// A time_period is a number of four or six digits.
    case timePeriodDigits = "time_period_num"
    /// A time_identifier is one of the list.
    case timeIdentifierValid = "time_id_valid"
    /// A file has one kind of time_identifier.
    case timeIdentifierMix = "time_id_mix"
    /// Calendar years, reporting years, months and weeks have four digits; all other times have six.
    case timePeriodLength = "time_period"
    /// Six digits name two years that follow each other.
    case timePeriodConsecutive = "time_period_six"

    /// A filter has at least two items.
    case filterSingular = "filter_not_singular"
    /// Every filter and grouping column has an item Total, or the item that filter_default names.
    case filterDefaults = "filter_defaults"
    /// A grouping column has no more items than its filter.
    case filterGroupLevels = "filter_group_level"
    /// A filter has at most 25,000 items.
    case filterItemLimit = "filter_item_limit"
    /// Items of filters and names of places neither begin nor end with a space.
    case filterWhitespace = "filter_whitespace"
    /// No cell of a filter or grouping column is blank.
    case filterBlanks = "filter_blanks"
    /// Columns of time and place have no item Total or All.
    case placeTotals = "filter_ob_total"

    /// A geographic_level is one of the list.
    case geographicLevel = "geog_level"
    /// Each level that occurs has its columns.
    case geographicColumns = "geog_level_present"
    /// Codes and names of countries belong together.
    case countries = "geog_country_combos"
    /// Codes and names of regions belong together.
    case regions = "geog_region_combos"
    /// Codes and names of local authorities belong together.
    case authorities = "geog_la_combos"
    /// Codes and names of local authority districts belong together.
    case districts = "geog_lad_combos"
    /// Codes and names of parliamentary constituencies belong together.
    case constituencies = "geog_pcon_combos"
    /// Codes and names of wards belong together.
    case wards = "geog_ward_combos"
    /// Codes and names of local enterprise partnerships belong together.
    case enterprisePartnerships = "geog_lep_combos"
    /// Codes and names of local skills improvement plan areas belong together.
    case skillsAreas = "geog_lsip_combos"
    /// Codes and names of English devolved areas belong together.
    case devolvedAreas = "geog_eda_combos"
    /// Codes and names of police force areas belong together.
    case policeForceAreas = "geog_pfa_combos"
    /// A row names the place that it is about.
    case placesComplete = "geog_level_completed"
    /// A row names the places in which its place lies, and leaves blank those that lie in it.
    case placesOvercomplete = "geog_overcompleted_cols"
    /// Rows of institutions and planning areas are not shown in tables, nor are those of schools and providers beside other
    /// levels.
    case rowsIgnored = "geog_ignored_rows"
    /// Each opportunity area, trust and sponsor has one code.
    case placeNamesRepeated = "geog_other_dupes"
    /// Each code of an opportunity area, trust or sponsor has one name.
    case placeCodesRepeated = "geog_other_code_dupes"
    /// The columns old_la_code, new_la_code and la_name are there together.
    case authorityColumns = "geog_la_col_present"
    /// The columns region_code and region_name are there together.
    case regionColumns = "geog_region_col_present"
    /// Rows of local authorities name their region.
    case regionOfAuthority = "geog_region_for_la"
    /// Rows of local authority districts name their region.
    case regionOfDistrict = "geog_region_for_lad"
    /// The code x has the name Not available.
    case notAvailableName = "geog_na"
    /// The name Not available has the code x.
    case notAvailableCode = "geog_na_code"

    /// There is one row for each time, place and choice of filters.
    case rowsRepeated = "general_dupes"
    /// No cell holds NULL or NA.
    case nullSymbols = "general_null"
    /// No cell holds N/A, a hyphen or points in place of a figure.
    case noDataSymbols = "general_no_data_symbols"
    /// No cell of an indicator is blank or holds an obsolete symbol.
    case indicatorEntries = "ind_invalid_entry"
    /// A cell of an indicator holds a number or a symbol.
    case indicatorNumbers = "ind_not_a_number"

    /// Columns about ethnicity, special educational needs and types of establishment have the Department's names.
    case standardNames = "harmonised_variables"
    /// Ethnic groups are named as in the harmonised standard of 2011 to 2021 censuses.
    case ethnicityValues = "harmonised_eth_vals"
    /// A characteristic_group about ethnicity has a standard name.
    case ethnicityGroups = "harmonised_eth_char_grp"
    /// Characteristics of ethnicity are named as in the harmonised standard.
    case ethnicityCharacteristics = "harmonised_eth_char_vals"

    /// The name of a column has at most 50 characters.
    case nameLength = "api_char_col_name"
    /// A label has at most 80 characters.
    case labelLength = "api_char_col_label"
    /// The code of a place has at most 30 characters.
    case codeLength = "api_char_loc_code"
    /// An item of a filter and the name of a place have at most 120 characters.
    case itemLength = "api_char_filter_items"
    /// Names of columns are in the Department's data dictionary.
    case dictionaryNames = "data_dict_col_name"
    /// Items of filters are in the Department's data dictionary.
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
