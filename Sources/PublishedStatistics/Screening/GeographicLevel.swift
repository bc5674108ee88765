/// A geographic level of the standard, with the columns that name its places.
struct GeographicLevel: Sendable, Hashable {
    /// The text under `geographic_level`.
    let name: String
    /// The column of the code, of the name and of a second code.
    let code, title, second: String?
    /// The levels whose columns a row of this one may fill in beside its own.
    let within: Set<String>
    /// What its codes begin with; empty where they are not codes of nine characters.
    let beginnings: [String]

    private init(
        _ name: String, _ code: String?, _ title: String?, _ second: String? = nil, within: Set<String> = [],
        beginnings: String = ""
    ) {
        self.name = name
        self.code = code
        self.title = title
        self.second = second
        self.within = within
        self.beginnings = beginnings.split(separator: " ").map(String.init)
    }

    /// Its columns.
    var columns: [String] { [code, title, second].compactMap(\.self) }

    /// Schools and the like may lie in every other place.
    private static let anywhere: Set<String> = [
        "Regional", "Local authority", "Local authority district", "RSC region", "Parliamentary constituency",
        "Local skills improvement plan area", "Local enterprise partnership", "English devolved area",
        "Opportunity area", "Ward", "MAT", "Sponsor", "Planning area", "Police force area",
    ]

    static let all = [
        GeographicLevel("National", "country_code", "country_name"),
        GeographicLevel("Regional", "region_code", "region_name", beginnings: "E12 E13"),
        GeographicLevel(
            "Local authority", "new_la_code", "la_name", "old_la_code", within: ["Regional"],
            beginnings: "E06 E08 E09 E10"),
        GeographicLevel(
            "Local authority district", "lad_code", "lad_name",
            within: ["Regional", "Local authority", "Local skills improvement plan area"],
            beginnings: "E06 E07 E08 E09 W06 S12 N09"),
        GeographicLevel("RSC region", nil, "rsc_region_lead_name"),
        GeographicLevel(
            "Parliamentary constituency", "pcon_code", "pcon_name", within: ["Regional", "Local authority"],
            beginnings: "E14 W07 S14 N05 N06"),
        GeographicLevel(
            "Local skills improvement plan area", "lsip_code", "lsip_name", within: ["Regional"], beginnings: "E69"),
        GeographicLevel(
            "Local enterprise partnership", "local_enterprise_partnership_code", "local_enterprise_partnership_name",
            within: ["Regional"], beginnings: "E37"),
        GeographicLevel(
            "English devolved area", "english_devolved_area_code", "english_devolved_area_name", within: ["Regional"],
            beginnings: "E47 E61 E06 E10"),
        GeographicLevel("Opportunity area", "opportunity_area_code", "opportunity_area_name", within: ["Regional"]),
        GeographicLevel(
            "Ward", "ward_code", "ward_name", within: ["Regional", "Local authority", "Local authority district"],
            beginnings: "E05 E36 W05 S13 N08"),
        GeographicLevel("MAT", "trust_id", "trust_name"),
        GeographicLevel("Sponsor", "sponsor_id", "sponsor_name"),
        GeographicLevel("School", "school_urn", "school_name", "school_laestab", within: anywhere),
        GeographicLevel("Provider", "provider_ukprn", "provider_name", within: anywhere),
        GeographicLevel("Institution", "institution_id", "institution_name", within: anywhere),
        GeographicLevel(
            "Planning area", "planning_area_code", "planning_area_name",
            within: ["Regional", "Local authority", "Local skills improvement plan area"]),
        GeographicLevel(
            "Police force area", "pfa_code", "pfa_name",
            within: ["Regional", "Local authority", "Local authority district"], beginnings: "E23 W15 S32 N24"),
    ]

    /// The level with a name.
    static func named(_ name: String) -> GeographicLevel? { all.first { $0.name == name } }

    /// The columns of all places.
    static let placeColumns = Set(all.flatMap(\.columns))
    /// The columns of time and place.
    static let unitColumns = placeColumns.union(["time_period", "time_identifier", "geographic_level"])
    /// The columns of names, which a filter may be where it is the only one.
    static let nameFilters: Set<String> = ["school_name", "provider_name"]

    /// Whether a column has the name of a place's code or name, however it is spelt: `schoolName`, `la_id`, `region`.
    static func looksLikePlace(_ column: String) -> Bool {
        let words = Self.words(of: column)
        guard let first = words.first, let last = words.last else { return false }
        if words.count == 1 { return alone.contains(first) }
        return beginnings.contains(first) && endings.contains(last)
    }

    private static let beginnings: Set<String> = [
        "sch", "school", "schools", "prov", "provider", "providers", "inst", "institution", "institutions", "estab",
        "establishment", "reg", "region", "la", "lad", "laestab", "local", "rsc", "pfa", "pcon", "lep", "mca", "oa",
        "ward", "mat",
    ]
    private static let endings: Set<String> = ["name", "code", "urn", "ukprn", "number", "upin", "id"]
    private static let alone: Set<String> = beginnings.subtracting(["reg", "local", "pfa", "establishment"])
        .union(endings)

    /// The words of a name, between underscores, spaces and capitals.
    static func words(of name: String) -> [String] {
        var words: [String] = [""]
        var wasSmall = false
        for character in name {
            if !character.isLetter && !character.isNumber {
                words.append("")
            } else if character.isUppercase && wasSmall {
                words.append(character.lowercased())
            } else {
                words[words.count - 1] += character.lowercased()
            }
            wasSmall = character.isLowercase
        }
        return words.filter { !$0.isEmpty }
    }
}

/// The kinds of time of the standard.
enum TimeIdentifier {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The kinds that may be in one file, with the digits that their time periods have.
    static let families: [(names: [String], digits: Int)] = [
        (["Calendar year"], 4), (["Reporting year"], 4), ((1...52).map { "Week \($0)" }, 4), (months, 4),
        (["Financial year"], 6), (["Academic year"], 6), (["Tax year"], 6), (["Autumn and spring term"], 6),
        (["Autumn term", "Spring term", "Summer term"], 6), ((1...4).map { "Financial year Q\($0)" }, 6),
        (["Part 1 (April to September)", "Part 2 (October to March)"], 6),
    ]

    /// The family of an identifier.
    static func family(of identifier: String) -> Int? { families.firstIndex { $0.names.contains(identifier) } }

    /// All of them.
    static let all = families.flatMap(\.names)
}
