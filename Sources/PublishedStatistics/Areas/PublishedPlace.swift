public import ReportVocabulary

/// The place that a row of published statistics is about, as it is written there, and what it means.
public struct PublishedPlace: Sendable, Hashable {
    /// The text under `geographic_level`.
    public let level: String
    /// The code and name of the region.
    public let regionCode, regionName: String
    /// The codes and name of the authority.
    public let oldCode, newCode, authorityName: String
    /// What it means; `nil` where no area of the register is meant.
    public let meaning: Meaning?

    /// What a place can be.
    public enum Meaning: Sendable, Hashable {
        /// England as a whole.
        case england
        /// A region, or Inner or Outer London.
        case region(EnglishRegion)
        /// A council.
        case authority(Area.ID)
        /// Councils that make one return together.
        case joint([Area.ID])

        /// The identifier of the area in a report pack.
        public var areaID: Area.ID {
            switch self {
            case .england: Area.england.id
            case .region(let region): region.area.id
            case .authority(let id): id
            case .joint(let ids): Area.ID(stringLiteral: ids.map(\.text).joined(separator: "-and-"))
            }
        }

        /// The councils of which it is.
        public var authorities: [Area.ID] {
            switch self {
            case .england, .region: []
            case .authority(let id): [id]
            case .joint(let ids): ids
            }
        }
    }

    /// Reads a place.
    ///
    /// - Parameters:
    ///   - level: The text under `geographic_level`.
    ///   - regionCode: The code of the region.
    ///   - regionName: The name of the region.
    ///   - oldCode: The code of the Department for Education, or several with a stroke between them.
    ///   - newCode: The code of the Office for National Statistics, or several.
    ///   - authorityName: The name of the authority, or several.
    public init(
        level: String, regionCode: String = "", regionName: String = "", oldCode: String = "", newCode: String = "",
        authorityName: String = ""
    ) {
        self.level = level
        self.regionCode = regionCode
        self.regionName = regionName
        self.oldCode = oldCode
        self.newCode = newCode
        self.authorityName = authorityName
        switch level.lowercased() {
        case "national": meaning = .england
        case "regional": meaning = (EnglishRegion(regionCode) ?? EnglishRegion(regionName)).map { .region($0) }
        case "local authority": meaning = Self.authorities(oldCode, newCode, authorityName)
        default: meaning = nil
        }
    }

    /// Reads a place that has one code, whatever kind of place it is.
    ///
    /// - Parameters:
    ///   - level: What kind of place the file says that it is.
    ///   - code: Its code of the Office for National Statistics.
    ///   - name: Its name.
    init(level: String, code: String, name: String) {
        let region = EnglishRegion.allCases.first { $0.code == code }
        self.level = level
        regionCode = region == nil ? "" : code
        regionName = region == nil ? "" : name
        oldCode = ""
        newCode = region == nil ? code : ""
        authorityName = region == nil ? name : ""
        if code == "E92000001" {
            meaning = .england
        } else if let region {
            meaning = .region(region)
        } else {
            // Districts and other places have codes too; only a code of the register is a council.
            meaning = LocalAuthority.with(code: code).map { .authority($0.id) }
        }
    }

    /// The name for messages.
    public var name: String {
        for name in [authorityName, regionName] where !name.isEmpty { return name }
        return level
    }

    /// One code says which council is meant; where neither is known, its name does.
    private static func authorities(_ oldCode: String, _ newCode: String, _ name: String) -> Meaning? {
        for codes in [oldCode, newCode] {
            let parts = codes.split(separator: "/").map { Trimmed.text(String($0)) }.filter { !$0.isEmpty }
            let found = parts.compactMap { LocalAuthority.with(code: $0)?.id }
            if !parts.isEmpty, found.count == parts.count {
                return found.count == 1 ? .authority(found[0]) : .joint(found)
            }
        }
        return LocalAuthority.one(named: name).map { .authority($0.id) }
    }
}
