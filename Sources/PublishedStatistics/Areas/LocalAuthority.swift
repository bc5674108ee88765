public import ReportVocabulary

/// A council that is or was responsible for children's services in England, with its days and codes.
public struct LocalAuthority: Sendable, Hashable, Identifiable {
    /// The identifier, also of the area in a report pack.
    public let id: Area.ID
    /// The name.
    public let name: String
    /// The three-digit code of the Department for Education, where it is known.
    public let dfeCode: DfECode?
    /// The codes of the Office for National Statistics, oldest first.
    public let codes: [DatedCode]
    /// The region, Inner or Outer London for councils in London.
    public let region: EnglishRegion
    /// The first day; `nil` where it lies before the files of today begin.
    public let firstDay: CalendarDate?
    /// The last day; `nil` where none is known.
    public let lastDay: CalendarDate?
    /// The councils that took its place.
    public let successors: [Area.ID]
    /// The councils in whose place it came.
    public internal(set) var predecessors: [Area.ID] = []
    /// Other names.
    public let otherNames: [String]

    /// A code with its first day.
    public struct DatedCode: Sendable, Hashable {
        /// The code.
        public let code: ONSCode
        /// Its first day; `nil` for the first of an authority.
        public let from: CalendarDate?
    }

    /// Whether it exists on a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: Whether the day lies between its first and last.
    public func exists(on day: CalendarDate) -> Bool {
        if let firstDay, day < firstDay { return false }
        if let lastDay, day > lastDay { return false }
        return true
    }

    /// The code of the Office for National Statistics on a day.
    ///
    /// - Parameter day: The day; `nil` for the last code known.
    /// - Returns: `nil` where no code is known.
    public func onsCode(on day: CalendarDate? = nil) -> ONSCode? {
        guard let day else { return codes.last?.code }
        return codes.last { $0.from.map { $0 <= day } ?? true }?.code
    }

    /// The area for a report pack.
    ///
    /// - Parameter day: The day whose code is meant.
    /// - Returns: The area.
    public func area(on day: CalendarDate? = nil) -> Area {
        Area(id: id, title: name, kind: .localAuthority, onsCode: onsCode(on: day), dfeCode: dfeCode)
    }
}

/// A region of England, or one of the two parts of London under which the Department for Education lists councils.
public enum EnglishRegion: String, Sendable, Hashable, CaseIterable {
    /// The North East.
    case northEast = "north-east"
    /// The North West.
    case northWest = "north-west"
    /// Yorkshire and the Humber.
    case yorkshireAndTheHumber = "yorkshire-and-the-humber"
    /// The East Midlands.
    case eastMidlands = "east-midlands"
    /// The West Midlands.
    case westMidlands = "west-midlands"
    /// The East of England.
    case eastOfEngland = "east-of-england"
    /// London as a whole, under which no council is listed.
    case london
    /// The South East.
    case southEast = "south-east"
    /// The South West.
    case southWest = "south-west"
    /// Inner London.
    case innerLondon = "inner-london"
    /// Outer London.
    case outerLondon = "outer-london"

    /// The name.
    public var name: String {
        switch self {
        case .northEast: "North East"
        case .northWest: "North West"
        case .yorkshireAndTheHumber: "Yorkshire and the Humber"
        case .eastMidlands: "East Midlands"
        case .westMidlands: "West Midlands"
        case .eastOfEngland: "East of England"
        case .london: "London"
        case .southEast: "South East"
        case .southWest: "South West"
        case .innerLondon: "Inner London"
        case .outerLondon: "Outer London"
        }
    }

    /// The name within a sentence.
    var nameWithArticle: String {
        switch self {
        case .london, .innerLondon, .outerLondon, .yorkshireAndTheHumber: name
        default: "the \(name)"
        }
    }

    /// The name as data files of the Department for Education have it, which is compared letter by letter there.
    package var publishedName: String { self == .yorkshireAndTheHumber ? "Yorkshire and The Humber" : name }

    /// The code of the Office for National Statistics.
    public var code: String {
        switch self {
        case .northEast: "E12000001"
        case .northWest: "E12000002"
        case .yorkshireAndTheHumber: "E12000003"
        case .eastMidlands: "E12000004"
        case .westMidlands: "E12000005"
        case .eastOfEngland: "E12000006"
        case .london: "E12000007"
        case .southEast: "E12000008"
        case .southWest: "E12000009"
        case .innerLondon: "E13000001"
        case .outerLondon: "E13000002"
        }
    }

    /// Reads a code, or a name however it is written: `Outer London`, `London (Outer)`, `Yorkshire and The Humber`.
    ///
    /// - Parameter text: The code or name.
    /// - Returns: `nil` where it is none.
    public init?(_ text: String) {
        let folded = AreaName.folded(text)
        let match = Self.allCases.first { region in
            region.code == text || AreaName.folded(region.name) == folded
        }
        guard let match else { return nil }
        self = match
    }

    /// Whether it is Inner or Outer London.
    public var isPartOfLondon: Bool { self == .innerLondon || self == .outerLondon }

    /// The region as a whole: London for its parts.
    public var whole: EnglishRegion { isPartOfLondon ? .london : self }

    /// The area for a report pack.
    public var area: Area {
        switch self {
        case .london: .london
        case .innerLondon: .innerLondon
        case .outerLondon: .outerLondon
        default: Area(id: Area.ID(stringLiteral: rawValue), title: name, kind: .region, onsCode: ONSCode(code))
        }
    }

    /// The councils in it on a day; those of both parts for London.
    ///
    /// - Parameter day: The day.
    /// - Returns: The councils, in the order of the register.
    public func authorities(on day: CalendarDate) -> [LocalAuthority] {
        LocalAuthority.all.filter { ($0.region == self || $0.region.whole == self) && $0.exists(on: day) }
    }
}

/// Names of areas, compared as people compare them.
enum AreaName {
    private static let small: Set<String> = ["the", "of", "council", "borough", "london", "county", "city"]

    /// A name without case, punctuation and the small words in which spellings differ.
    static func folded(_ name: String) -> String {
        let words = name.lowercased().replacing("&", with: " and ").split {
            !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’"
        }
        let telling = words.filter { !small.contains(String($0)) }
        return (telling.isEmpty ? words : telling).map { $0.filter { $0 != "'" && $0 != "’" } }.joined(separator: " ")
    }
}
