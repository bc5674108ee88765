public import ReportVocabulary

extension LocalAuthority {
    /// All authorities of the register, in the order of their codes.
    public static let all: [LocalAuthority] = {
        var list = register.split(separator: "\n").compactMap { LocalAuthority(line: $0) }
        let place = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1.id, $0) })
        for authority in list {
            for successor in authority.successors {
                if let index = place[successor] { list[index].predecessors.append(authority.id) }
            }
        }
        return list
    }()

    /// The authorities on a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: Those that exist then, in the order of their codes.
    public static func all(on day: CalendarDate) -> [LocalAuthority] { all.filter { $0.exists(on: day) } }

    /// The authority with an identifier.
    ///
    /// - Parameter id: The identifier.
    /// - Returns: `nil` where the register has none.
    public static func with(id: Area.ID) -> LocalAuthority? { byID[id] }

    /// The authority with a code: of the Department for Education, or any that the Office for National Statistics has given it.
    ///
    /// - Parameter code: Such as `302` or `E09000003`.
    /// - Returns: `nil` where the register has none.
    public static func with(code: String) -> LocalAuthority? { byCode[code] }

    /// The authorities that a name can mean, however it is written: `Hull`, `St Helens`, `Bournemouth, Christchurch & Poole`.
    ///
    /// - Parameters:
    ///   - name: A name, a code or an identifier.
    ///   - day: Where the name means several, only those that exist on this day are returned, if any does.
    /// - Returns: Those that the whole name means; else those that begin with it; empty where none does.
    public static func named(_ name: String, on day: CalendarDate? = nil) -> [LocalAuthority] {
        if let authority = byCode[name] { return [authority] }
        if let id = Area.ID(name), let authority = byID[id] { return [authority] }
        let folded = AreaName.folded(name)
        guard !folded.isEmpty else { return [] }
        let texts = { (authority: LocalAuthority) in
            ([authority.name] + authority.otherNames).map(AreaName.folded)
        }
        var found = all.filter { texts($0).contains(folded) }
        if found.isEmpty { found = all.filter { texts($0).contains { $0.hasPrefix(folded) } } }
        guard let day, found.contains(where: { $0.exists(on: day) }) else { return found }
        return found.filter { $0.exists(on: day) }
    }

    /// The one authority that a name means.
    ///
    /// - Parameters:
    ///   - name: A name, a code or an identifier.
    ///   - day: A day on which it existed, if one is known.
    /// - Returns: `nil` where the name means none or several.
    static func one(named name: String, on day: CalendarDate? = nil) -> LocalAuthority? {
        let found = named(name, on: day)
        return found.count == 1 ? found[0] : nil
    }

    /// The authority whose name is most like a text.
    ///
    /// - Parameter name: A name that is spelt wrongly.
    /// - Returns: `nil` where none is like it.
    public static func nearest(to name: String) -> LocalAuthority? {
        // Where two had one name, as Dorset, the later is further down the register.
        NearestName.nearest(to: name, among: all.map(\.name)).flatMap { near in all.last { $0.name == near } }
    }

    // The register gives each identifier and each code to one authority; a test holds it to that.
    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    private static let byCode: [String: LocalAuthority] = {
        var codes: [String: LocalAuthority] = [:]
        for authority in all {
            if let code = authority.dfeCode { codes[code.text] = authority }
            for code in authority.codes { codes[code.code.text] = authority }
        }
        return codes
    }()

    /// Reads a line of the register.
    private init?(line: Substring) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 9, let id = Area.ID(parts[1]), let region = EnglishRegion(rawValue: parts[4]) else {
            return nil
        }
        let codes = parts[3].split(separator: " ").compactMap { text -> DatedCode? in
            let pieces = text.split(separator: "@")
            guard let code = ONSCode(String(pieces[0])) else { return nil }
            return DatedCode(code: code, from: pieces.count == 2 ? try? CalendarDate(iso: String(pieces[1])) : nil)
        }
        self.init(
            id: id, name: parts[2], dfeCode: DfECode(parts[0]), codes: codes, region: region,
            firstDay: try? CalendarDate(iso: parts[5]), lastDay: try? CalendarDate(iso: parts[6]),
            successors: parts[7].split(separator: ";").map {
                Self.identifier(orCode: String($0))
            },
            otherNames: parts[8].split(separator: ";").map(String.init))
    }

    /// The register names successors by their codes.
    private static func identifier(orCode text: String) -> Area.ID {
        for line in register.split(separator: "\n") where line.hasPrefix(text + "|") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            if let id = Area.ID(String(parts[1])) { return id }
        }
        return Area.ID(stringLiteral: text)
    }
}
