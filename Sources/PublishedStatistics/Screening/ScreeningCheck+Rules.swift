extension ScreeningCheck {
    /// The rules, each with where it belongs and what to do.
    var entry: Entry {
        switch self {
        case .filenameSpaces, .filenameSpecial, .filenamesMatch, .fileRead, .fileEncoding, .fileSeparator,
            .fileEmptyRows, .fileEmptyColumns:
            fileEntry
        case .columnsNeeded, .metaColumnsNeeded, .metaColumnsInvalid, .columnsRepeated, .columnsToRows, .metaInData,
            .dataInMeta, .columnSpaces, .columnSnakeCase, .columnStart, .indicatorsSmushed, .characteristic:
            columnEntry
        case .timePeriodDigits, .timeIdentifierValid, .timeIdentifierMix, .timePeriodLength, .timePeriodConsecutive:
            timeEntry
        case .filterSingular, .filterDefaults, .filterGroupLevels, .filterItemLimit, .filterWhitespace, .filterBlanks,
            .placeTotals:
            filterEntry
        case .countries, .regions, .authorities, .districts, .constituencies, .wards, .enterprisePartnerships,
            .skillsAreas, .devolvedAreas, .policeForceAreas:
            combinationEntry
        case .geographicLevel, .geographicColumns, .placesComplete, .placesOvercomplete, .rowsIgnored,
            .placeNamesRepeated, .placeCodesRepeated, .authorityColumns, .regionColumns, .regionOfAuthority,
            .regionOfDistrict, .notAvailableName, .notAvailableCode:
            geographyEntry
        case .rowsRepeated, .nullSymbols, .noDataSymbols, .indicatorEntries, .indicatorNumbers, .standardNames,
            .ethnicityValues, .ethnicityGroups, .ethnicityCharacteristics, .nameLength, .labelLength, .codeLength,
            .itemLength, .dictionaryNames, .dictionaryItems:
            valueEntry
        default: metaEntry
        }
    }

    private var fileEntry: Entry {
        switch self {
        case .filenameSpaces:
            Entry(
                .names, was: "data_filename_spaces", "meta_filename_spaces",
                rule: "The names of the files have no spaces.",
                advice: "Write underscores in their place.")
        case .filenameSpecial:
            Entry(
                .names, was: "data_filename_special_characters", "meta_filename_special_characters",
                rule: "The names of the files have only letters, digits, hyphens and underscores.",
                advice: "Rename the file.")
        case .filenamesMatch:
            Entry(
                .names, was: "naming_convention",
                rule: "The data are in NAME.csv and described in NAME.meta.csv.",
                advice: "Save both as CSV, and give both the same name before the ending.")
        case .fileRead:
            Entry(
                .files, rule: "The files are tables that can be read: each row has as many cells as the heading.",
                advice: "Put texts with commas in quotation marks, and save the file as CSV again.")
        case .fileEncoding:
            Entry(
                .files, was: "utf8", rule: "The files are encoded in UTF-8.",
                advice: "In Excel, save as “CSV UTF-8 (comma delimited)”.")
        case .fileSeparator:
            Entry(
                .files, was: "file_separator", rule: "Cells are separated by commas.",
                advice: "Save the file as comma-separated CSV.")
        case .fileEmptyRows:
            Entry(
                .files, was: "data_empty_rows", "meta_empty_rows", rule: "There are no empty rows.",
                advice: "Delete the empty rows; a text editor shows them.")
        default:
            Entry(
                .files, was: "data_empty_cols", rule: "No column of the data is empty.",
                advice: "Delete the column, or fill it in.")
        }
    }

    private var columnEntry: Entry {
        switch self {
        case .columnsNeeded:
            Entry(
                .columns, was: "data_mandatory_cols",
                rule:
                    "The data have the columns time_period, time_identifier, geographic_level, country_code and country_name.",
                advice: "Add the column.")
        case .metaColumnsNeeded:
            Entry(
                .columns, was: "meta_mandatory_cols",
                rule:
                    "The description has the columns col_name, col_type, label, indicator_grouping, indicator_unit, indicator_dp, "
                    + "filter_hint and filter_grouping_column.",
                advice: "Add the column; its cells can be blank.")
        case .metaColumnsInvalid:
            Entry(
                .columns, was: "invalid_meta_cols",
                rule: "The description has no other columns, but for filter_default.",
                advice: "Delete the column, or correct its name.")
        case .columnsRepeated:
            Entry(
                .columns, was: "duplicate_variable_names", rule: "Each column of the data has a name of its own.",
                advice: "Rename or delete one of the columns.")
        case .columnsToRows:
            Entry(
                .columns, was: "rows_to_cols",
                rule:
                    "The description has at most one row for each column of the data that is not one of the five that every file "
                    + "has.",
                advice: "Look for rows of columns that are no longer there.")
        case .metaInData:
            Entry(
                .columns, was: "meta_to_data_crosscheck", rule: "Every column that is described is in the data.",
                advice: "Correct the spelling, or delete the row of the description.")
        case .dataInMeta:
            Entry(
                .columns, .warning, was: "data_to_meta_crosscheck",
                rule:
                    "Every column of the data is about time or place, is described, or has the same value in all rows.",
                advice: "Describe the column, or delete it.")
        case .columnSpaces:
            Entry(
                .columns, was: "data_variable_spaces", rule: "The names of columns have no spaces.",
                advice: "Write underscores in their place, in the description too.")
        case .columnSnakeCase:
            Entry(
                .columns, .warning, was: "variable_snake_case",
                rule: "The names of columns have only small letters, digits and underscores.",
                advice: "Rename the columns in both files.")
        case .columnStart:
            Entry(
                .columns, .warning, was: "variable_start_letter",
                rule: "The names of columns begin with a small letter.",
                advice: "Rename the columns in both files.")
        case .indicatorsSmushed:
            Entry(
                .columns, was: "indicators_smushed",
                rule: "An indicator is one measure. Groups of people are told apart by a filter, not by columns.",
                advice: "Make a row for each group, with a filter column that names it and one column for the measure.")
        default:
            Entry(
                .columns, .warning, was: "variable_characteristic",
                rule: "Filters have names of their own, not characteristic and characteristic_group.",
                advice: "Make a column for each characteristic, such as sex and age_group.")
        }
    }

    private var metaEntry: Entry {
        switch self {
        case .metaColumnType:
            Entry(
                .meta, was: "col_type", rule: "col_type is Filter or Indicator.",
                advice: "Write one of the two, with a capital.")
        case .metaObservationalUnit:
            Entry(
                .meta, was: "ob_unit_meta", rule: "Columns of time and place are not described.",
                advice: "Delete the row of the description.")
        case .metaColumnName:
            Entry(
                .meta, was: "col_name_completed", rule: "Every row of the description has a col_name.",
                advice: "Write the name of the column of the data.")
        case .metaColumnNameRepeated:
            Entry(
                .meta, was: "col_name_duplicate", rule: "Each column is described once.",
                advice: "Delete one of the rows.")
        case .metaColumnNameSpaces:
            Entry(
                .meta, was: "col_name_spaces", rule: "A col_name has no spaces.",
                advice: "Write underscores in their place, in the data too.")
        case .metaLabel:
            Entry(
                .meta, was: "label", rule: "Every row of the description has a label.",
                advice: "Write the name that readers see.")
        case .metaLabelRepeated:
            Entry(
                .meta, was: "duplicate_label", rule: "Each label is used once.",
                advice: "Say in the label how the columns differ.")
        case .metaFilterGroup:
            Entry(
                .meta, was: "filter_group", rule: "Only filters have a filter_grouping_column.",
                advice: "Leave it blank for indicators; indicators have an indicator_grouping.")
        case .metaFilterGroupRepeated:
            Entry(
                .meta, was: "filter_group_duplicate", rule: "A column groups the items of one filter only.",
                advice: "Give each filter a grouping column of its own.")
        case .metaFilterGroupIsFilter:
            Entry(
                .meta, .warning, was: "filter_group_is_filter", rule: "A grouping column is described itself.",
                advice: "Add a row for it, with the type Filter.")
        case .metaFilterGroupMatch:
            Entry(
                .meta, was: "filter_group_match", rule: "A filter_grouping_column is in the data.",
                advice: "Correct its spelling, or add it to the data.")
        case .metaFilterGroupStripped:
            Entry(
                .meta, was: "filter_group_stripped",
                rule: "Groups of filters differ in letters or digits, not only in spaces and punctuation.",
                advice: "Write each group the same way in all rows.")
        case .metaFilterHint:
            Entry(
                .meta, was: "filter_hint", rule: "Only filters have a filter_hint.",
                advice: "Leave it blank for indicators.")
        case .metaGeography:
            Entry(
                .meta, was: "geographic_catch", rule: "A filter does not have the name of a column of places.",
                advice: "Rename the filter, or take it out of the description where it names places.")
        case .metaIndicatorDecimals:
            Entry(
                .meta, was: "indicator_dp", rule: "Only indicators have an indicator_dp.",
                advice: "Leave it blank for filters.")
        case .metaDecimalsSet:
            Entry(
                .meta, .warning, was: "indicator_dp_completed",
                rule: "Every indicator says how many decimals are shown.",
                advice: "Write the number of decimals, 0 for whole numbers.")
        case .metaDecimalsValues:
            Entry(
                .meta, was: "indicator_dp_validation", rule: "An indicator_dp is a whole number, 0 or more, or blank.",
                advice: "Write the number of decimals.")
        case .metaIndicatorUnit:
            Entry(
                .meta, was: "indicator_unit", rule: "Only indicators have an indicator_unit.",
                advice: "Leave it blank for filters.")
        case .metaUnitValues:
            Entry(
                .meta, was: "indicator_unit_validation",
                rule: "An indicator_unit is %, pp, £, £m, numberstring or blank.",
                advice: "Write one of these; say other units in the label.")
        case .metaIndicatorGrouping:
            Entry(
                .meta, was: "indicator_grouping", rule: "Only indicators have an indicator_grouping.",
                advice: "Leave it blank for filters.")
        default:
            Entry(
                .meta, was: "indicator_group_stripped",
                rule: "Groups of indicators differ in letters or digits, not only in spaces and punctuation.",
                advice: "Write each group the same way in all rows.")
        }
    }

    private var timeEntry: Entry {
        switch self {
        case .timePeriodDigits:
            Entry(
                .time, was: "time_validation", rule: "A time_period is a number of four or six digits.",
                advice: "Write the year: 2025, or 202425 for a year that crosses a calendar year.")
        case .timeIdentifierValid:
            Entry(
                .time, was: "time_identifier", rule: "A time_identifier is one of the list.",
                advice:
                    "Write it as the list does, such as Financial year, Academic year, Reporting year, April or Week 12."
            )
        case .timeIdentifierMix:
            Entry(
                .time, was: "time_identifier_mix", rule: "A file has one kind of time_identifier.",
                advice: "Make a file for each kind. Months, weeks, terms, quarters and halves each go together.")
        case .timePeriodLength:
            Entry(
                .time, was: "time_period",
                rule: "Calendar years, reporting years, months and weeks have four digits; all other times have six.",
                advice: "Write the year with as many digits as its time_identifier needs.")
        default:
            Entry(
                .time, was: "time_period_six", rule: "Six digits name two years that follow each other.",
                advice: "Write 202425 for 2024 to 2025.")
        }
    }

    private var filterEntry: Entry {
        switch self {
        case .filterSingular:
            Entry(
                .filters, was: "filter_level", rule: "A filter has at least two items.",
                advice: "Take it out of the description; the column can stay in the data.")
        case .filterDefaults:
            Entry(
                .filters, .warning, was: "total",
                rule: "Every filter and grouping column has an item Total, or the item that filter_default names.",
                advice: "Add rows for the total, or name another item as filter_default.")
        case .filterGroupLevels:
            Entry(
                .filters, was: "filter_group_level", rule: "A grouping column has no more items than its filter.",
                advice: "The two may be the wrong way round in the description.")
        case .filterItemLimit:
            Entry(
                .filters, rule: "A filter has at most 25,000 items.",
                advice: "Leave out the column, or make several files.")
        case .filterWhitespace:
            Entry(
                .filters, was: "whitespace_filters",
                rule: "Items of filters and names of places neither begin nor end with a space.",
                advice: "Remove the spaces at the ends.")
        case .filterBlanks:
            Entry(
                .filters, was: "blanks_filters", rule: "No cell of a filter or grouping column is blank.",
                advice: "Write Total where a row is about all.")
        default:
            Entry(
                .filters, was: "observational_total", rule: "Columns of time and place have no item Total or All.",
                advice: "Leave the cell blank; geographic_level says what the row is about.")
        }
    }

    private var combinationEntry: Entry {
        func entry(_ noun: String, _ former: String) -> Entry {
            Entry(
                .geography, was: former,
                rule: "Codes and names of \(noun) belong together, as the Office for National Statistics gives them.",
                advice:
                    "Correct the code or the name. Where a place is not known write x and Not available; where none applies, z and "
                    + "Not applicable.")
        }
        return switch self {
        case .countries: entry("countries", "country_combinations")
        case .regions: entry("regions", "region_combinations")
        case .authorities: entry("local authorities", "la_combinations")
        case .districts: entry("local authority districts", "lad_combinations")
        case .constituencies: entry("parliamentary constituencies", "pcon_combinations")
        case .wards: entry("wards", "ward_combinations")
        case .enterprisePartnerships: entry("local enterprise partnerships", "lep_combinations")
        case .skillsAreas: entry("local skills improvement plan areas", "lsip_combinations")
        case .devolvedAreas: entry("English devolved areas", "eda_combinations")
        default: entry("police force areas", "pfa_combinations")
        }
    }

    private var geographyEntry: Entry {
        switch self {
        case .geographicLevel:
            Entry(
                .geography, was: "geographic_level", rule: "A geographic_level is one of the list.",
                advice: "Write it as the list does, such as National, Regional or Local authority.")
        case .geographicColumns:
            Entry(
                .geography, was: "geography_level_present", rule: "Each level that occurs has its columns.",
                advice: "Add the columns of the level.")
        case .placesComplete:
            Entry(
                .geography, was: "geography_level_completed", rule: "A row names the place that it is about.",
                advice: "Fill in the code and the name.")
        case .placesOvercomplete:
            Entry(
                .geography, was: "overcompleted_cols",
                rule: "A row names the places in which its place lies, and leaves blank those that lie in it.",
                advice: "Leave the cells blank.")
        case .rowsIgnored:
            Entry(
                .geography, was: "ignored_rows",
                rule:
                    "Rows of institutions and planning areas are not shown in tables, nor are those of schools and providers beside "
                    + "other levels.",
                advice: "Publish such rows as a file on its own.")
        case .placeNamesRepeated:
            Entry(
                .geography, was: "other_geography_duplicates",
                rule: "Each opportunity area, trust and sponsor has one code.",
                advice: "Write the same code in all rows.")
        case .placeCodesRepeated:
            Entry(
                .geography, was: "other_geography_code_duplicates",
                rule: "Each code of an opportunity area, trust or sponsor has one name.",
                advice: "Write the same name in all rows.")
        case .authorityColumns:
            Entry(
                .geography, was: "la_col_present",
                rule: "The columns old_la_code, new_la_code and la_name are there together.",
                advice: "Add the missing column.")
        case .regionColumns:
            Entry(
                .geography, was: "region_col_present",
                rule: "The columns region_code and region_name are there together.", advice: "Add the missing column.")
        case .regionOfAuthority:
            Entry(
                .geography, .warning, was: "region_for_la", rule: "Rows of local authorities name their region.",
                advice: "Fill in region_code and region_name.")
        case .regionOfDistrict:
            Entry(
                .geography, .warning, was: "region_for_lad",
                rule: "Rows of local authority districts name their region.",
                advice: "Fill in region_code and region_name.")
        case .notAvailableName:
            Entry(
                .geography, was: "na_geography", rule: "The code x has the name Not available.",
                advice: "Write Not available, or the right code.")
        default:
            Entry(
                .geography, was: "na_geography_code", rule: "The name Not available has the code x.",
                advice: "Write x, or the right name.")
        }
    }

    private var valueEntry: Entry {
        switch self {
        case .rowsRepeated:
            Entry(
                .values, was: "duplicate_rows", rule: "There is one row for each time, place and choice of filters.",
                advice: "Delete one of the rows, or add the filter in which they differ.")
        case .nullSymbols:
            Entry(
                .values, was: "null", rule: "No cell holds NULL or NA.",
                advice: "Write x where a figure is not available and z where none applies; leave places blank.")
        case .noDataSymbols:
            Entry(
                .values, .warning, was: "no_data_symbols",
                rule: "No cell holds N/A, a hyphen or points in place of a figure.",
                advice: "Write x where a figure is not available and z where none applies.")
        case .indicatorEntries:
            Entry(
                .values, was: "blanks_indicators", "obsolete_symbols",
                rule: "No cell of an indicator is blank or holds an obsolete symbol.",
                advice:
                    "Write z (not applicable), x (not available), c (confidential), low (rounds to 0) or u (unreliable). The "
                    + "older : is now x and ~ is low.")
        case .indicatorNumbers:
            Entry(
                .values, .warning, rule: "A cell of an indicator holds a number or a symbol.",
                advice:
                    "Write digits with a point, without commas or signs for units. The unit belongs in indicator_unit.")
        case .standardNames:
            Entry(
                .harmonised, was: "standard_filter_headers",
                rule:
                    "Columns about ethnicity, special educational needs and types of establishment have the Department's names.",
                advice:
                    "Use ethnicity_major, ethnicity_minor, ethnicity_detailed, minority_ethnic, sen_status, sen_provision, "
                    + "sen_primary_need, sen_secondary_need, establishment_type, establishment_type_group or provider_type."
            )
        case .ethnicityValues:
            Entry(
                .harmonised, .warning, was: "ethnicity_values",
                rule: "Ethnic groups are named as in the harmonised standard of 2011 to 2021 censuses.",
                advice: "Write the names as the standard does, with Total for all.")
        case .ethnicityGroups:
            Entry(
                .harmonised, was: "ethnicity_characteristic_group",
                rule: "A characteristic_group about ethnicity has a standard name.",
                advice: "Write Ethnicity Major, Ethnicity Minor, Ethnicity Detailed or Minority Ethnic.")
        case .ethnicityCharacteristics:
            Entry(
                .harmonised, .warning, was: "ethnicity_characteristic_values",
                rule: "Characteristics of ethnicity are named as in the harmonised standard.",
                advice: "Write the names as the standard does.")
        case .nameLength:
            Entry(
                .api, .advice, was: "variable_name_length", rule: "The name of a column has at most 50 characters.",
                advice: "Shorten the name in both files.")
        case .labelLength:
            Entry(
                .api, .advice, was: "variable_label_length", rule: "A label has at most 80 characters.",
                advice: "Shorten the label.")
        case .codeLength:
            Entry(
                .api, .advice, was: "location_code_length", rule: "The code of a place has at most 30 characters.",
                advice: "Shorten the code.")
        case .itemLength:
            Entry(
                .api, .advice, was: "filter_item_length", "location_name_length",
                rule: "An item of a filter and the name of a place have at most 120 characters.",
                advice: "Shorten the item.")
        case .dictionaryNames:
            Entry(
                .api, .advice, was: "check_data_dictionary_col_name",
                rule: "Names of columns are in the Department's data dictionary.",
                advice: "Use the name that the dictionary has, or ask for yours to be added.")
        default:
            Entry(
                .api, .advice, was: "check_data_dictionary_filter_item",
                rule: "Items of filters are in the Department's data dictionary.",
                advice: "Use the item that the dictionary has, or ask for yours to be added.")
        }
    }
}
