public import ReportModel
public import ReportVocabulary

/// A measure that councils report alike: what it counts, who says which way is better, and where it is published.
///
/// The words are this project's own; the facts are those of the sources named.
public struct StandardIndicator: Sendable, Hashable, Identifiable {
    /// The identifier, also of the indicator in a report pack.
    public let id: Indicator.ID
    /// The name of the measure.
    public let title: String
    /// The part of children's services that it is about.
    public let service: ServiceArea
    /// The measure in a sentence, as one would say it to a member of a committee.
    public let meaning: String
    /// What is counted above the line.
    public let numerator: String?
    /// What is counted below the line.
    public let denominator: String?
    /// Which children, cases or staff are meant at all.
    public let population: String?
    /// What it is measured in.
    public let unit: MeasurementUnit
    /// How many decimals are shown.
    public let decimals: Int
    /// How its values gather what they count.
    public let accumulation: Accumulation
    /// Which way is better.
    public let polarity: Polarity
    /// Who says so.
    public let polarityAuthority: PolarityAuthority
    /// The time within which something should be done.
    public let timescale: Timescale?
    /// Where it is published; `nil` where no file is known to have it.
    public let source: PublishedSource?
    /// The child-level list of Ofsted's Annex A from which a council can work it out.
    public let annexA: AnnexAList?
    /// Measures that belong beside it.
    public let related: [Indicator.ID]
    /// What has misled people.
    public let pitfalls: [String]

    /// Who says which way is better.
    public enum PolarityAuthority: String, Sendable, Hashable, CaseIterable {
        /// The Department for Education, in the dictionary of its local authority interactive tool.
        case department = "Department for Education"
        /// Nobody officially; councils' reports usually read it so.
        case practice = "usual practice"
    }

    /// A time within which something should be done, and who says so.
    public struct Timescale: Sendable, Hashable {
        /// The time, as packs write it, such as `45 working days`.
        public let limit: String
        /// From when it runs.
        public let from: String
        /// Who asks for it.
        public let authority: TimescaleRule.Authority
        /// Where it is laid down.
        public let source: String
    }

    /// Where a measure is published.
    public struct PublishedSource: Sendable, Hashable {
        /// The file: the beginning of its name.
        public let file: String
        /// The columns and filters there, where this project has seen the file.
        public let line: PublishedLine?
    }

    /// The child-level lists that Ofsted asks for before an inspection.
    public enum AnnexAList: Int, Sendable, Hashable, CaseIterable {
        /// Contacts.
        case contacts = 1
        /// Early help assessments.
        case earlyHelp
        /// Referrals.
        case referrals
        /// Assessments.
        case assessments
        /// Section 47 enquiries and initial conferences.
        case enquiries
        /// Children in need.
        case childrenInNeed
        /// Child protection plans.
        case childProtection
        /// Children in care.
        case childrenInCare
        /// Care leavers.
        case careLeavers
        /// Children waiting for adoption.
        case adoption
        /// Prospective adopters.
        case adopters

        /// The list in words.
        public var label: String {
            let names = [
                "contacts", "early help assessments", "referrals", "assessments",
                "section 47 enquiries and conferences",
                "children in need", "child protection plans", "children in care", "care leavers", "adoption",
                "prospective adopters",
            ]
            return "List \(rawValue), \(names[rawValue - 1])"
        }
    }

    init(
        _ id: Indicator.ID, _ title: String, _ service: ServiceArea, _ meaning: String, of numerator: String? = nil,
        outOf denominator: String? = nil, among population: String? = nil, _ unit: MeasurementUnit,
        decimals: Int? = nil, _ accumulation: Accumulation = .period, _ polarity: Polarity = .neutral,
        by authority: PolarityAuthority = .department, within timescale: Timescale? = nil,
        file: String? = nil, line: PublishedLine? = nil, list annexA: AnnexAList? = nil,
        related: [Indicator.ID] = [], pitfalls: [String] = []
    ) {
        self.id = id
        self.title = title
        self.service = service
        self.meaning = meaning
        self.numerator = numerator
        self.denominator = denominator
        self.population = population
        self.unit = unit
        self.decimals = decimals ?? line?.decimals ?? unit.usualDecimals
        self.accumulation = accumulation
        self.polarity = polarity
        polarityAuthority = authority
        self.timescale = timescale
        source = (line?.file ?? file).map { PublishedSource(file: $0, line: line) }
        self.annexA = annexA
        self.related = related
        self.pitfalls = pitfalls
    }

    /// The measure as a report pack writes it: the columns of `indicators.csv` with their texts.
    package var packFields: [(name: String, text: String)] {
        var fields: [(String, String)] = [
            ("id", id.text), ("title", title), ("group", service.label), ("service", service.rawValue),
            ("definition", meaning), ("unit", unit.code), ("decimals", String(decimals)),
            ("accumulation", accumulation.code), ("polarity", polarity.rawValue),
            ("polarity_basis", polarityAuthority == .department ? Basis.stated.rawValue : Basis.inferred.rawValue),
        ]
        let texts = [("numerator", numerator), ("denominator", denominator), ("population", population)]
        for (name, text) in texts { if let text { fields.append((name, text)) } }
        if id == StandardIndicator.populationID { fields.append(("counts", "other")) }
        if let timescale {
            fields += [
                ("timescale", timescale.limit), ("timescale_from", timescale.from),
                ("timescale_authority", timescale.authority.rawValue),
            ]
        }
        return fields
    }

    /// The measure of the population, by which rates are worked out.
    static let populationID: Indicator.ID = "population-0-17"
}

extension StandardIndicator {
    /// All measures of the catalogue, by part of the service.
    public static let all: [StandardIndicator] =
        context + frontDoor + childrenInNeed + childProtection + childrenInCare + adoption + careLeavers + workforce

    /// The lines of the catalogue: where its measures are published, as far as the files are known.
    public static let lines: [PublishedLine] = all.compactMap { $0.source?.line }

    /// The measure with an identifier.
    ///
    /// - Parameter id: The identifier.
    /// - Returns: `nil` where the catalogue has none.
    public static func with(id: Indicator.ID) -> StandardIndicator? { byID[id] }

    // No identifier is in the catalogue twice; a test holds it to that.
    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The measures whose texts have all of some words, in any case.
    ///
    /// Those that have them in the title come first.
    ///
    /// - Parameter words: The words; without any, all measures.
    /// - Returns: The measures.
    public static func search(_ words: [String]) -> [StandardIndicator] {
        let wanted = words.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) }
        guard !wanted.isEmpty else { return all }
        var first: [StandardIndicator] = []
        var rest: [StandardIndicator] = []
        for indicator in all {
            let title = (indicator.title + " " + indicator.id.text).lowercased()
            let texts = [
                title, indicator.meaning, indicator.numerator, indicator.denominator, indicator.population,
                indicator.service.label, indicator.source?.file, indicator.annexA?.label, indicator.timescale?.source,
            ]
            let text = texts.compactMap(\.self).joined(separator: " ").lowercased()
            if wanted.allSatisfy(title.contains) {
                first.append(indicator)
            } else if wanted.allSatisfy(text.contains) {
                rest.append(indicator)
            }
        }
        return first + rest
    }
}
