import ReportVocabulary

extension Screener {
    mutating func checkPlaces(_ data: ScreenedData, _ meta: ScreenedMeta?) {
        checkTotals(data, meta)
        guard let levels = data.texts(of: "geographic_level") else {
            skip([.geography], "The data have no geographic_level.")
            return
        }
        let known = GeographicLevel.all.map(\.name)
        for (level, place) in levels.all where !known.contains(level) {
            let near = NearestName.nearest(to: level, among: known)
            note(
                .geographicLevel, in: data.file, line: place.line, column: "geographic_level", count: place.count,
                level.isEmpty
                    ? "The geographic_level is blank in \(Self.rows(place.count))."
                    : "\(MessageText.quoted(level)) is not a geographic_level."
                        + (near.map { " Did you mean \(MessageText.quoted($0))?" } ?? ""))
        }
        checkLevelColumns(data)
        checkComplete(data)
        checkOvercomplete(data, meta)
        checkIgnored(data)
        checkRegions(data)
        checkSmallerPlaces(data)
        checkCodes(data)
    }

    private mutating func checkTotals(_ data: ScreenedData, _ meta: ScreenedMeta?) {
        for column in data.columns {
            guard GeographicLevel.unitColumns.contains(column) || GeographicLevel.looksLikePlace(column),
                meta?.onlyFiltersByName != true || !GeographicLevel.nameFilters.contains(column),
                let texts = data.texts(of: column)
            else { continue }
            let totals = texts.all.filter { ["Total", "total", "All", "all"].contains($0.0) }
            guard let (text, place) = totals.first else { continue }
            note(
                .placeTotals, in: data.file, line: place.line, column: column, count: place.count,
                "\(MessageText.quoted(column)) holds \(MessageText.quoted(text)).")
        }
    }

    private mutating func checkLevelColumns(_ data: ScreenedData) {
        let present = Set(data.columns)
        for level in GeographicLevel.all where data.levels.contains(level.name) {
            guard level.name != "National", level.name != "Planning area" else { continue }
            let missing = level.columns.filter { !present.contains($0) }
            guard !missing.isEmpty else { continue }
            note(
                .geographicColumns, in: data.file, line: 1, count: missing.count,
                "There are rows of the level \(MessageText.quoted(level.name)) and no "
                    + "\(missing.count == 1 ? "column" : "columns") \(Self.list(missing)).")
        }
        for (name, check) in [("Local authority", ScreeningCheck.authorityColumns), ("Regional", .regionColumns)] {
            guard let level = GeographicLevel.named(name) else { continue }
            let there = level.columns.filter { present.contains($0) }
            guard !there.isEmpty, there.count < level.columns.count else { continue }
            let missing = level.columns.filter { !present.contains($0) }
            note(
                check, in: data.file, line: 1, count: missing.count,
                "There \(there.count == 1 ? "is" : "are") \(Self.list(there)) without \(Self.list(missing)).")
        }
    }

    /// The texts in the columns of a level, with the level of the row.
    private struct Place {
        let row: String
        let time: Int32
        let code, title, second: String
        let line, count: Int
    }

    private static func places(of level: GeographicLevel, _ data: ScreenedData) -> [Place] {
        (data.places[level.name] ?? [:]).map { key, place in
            Place(
                row: data.text(key.level, in: "geographic_level"), time: key.time,
                code: data.text(key.code, in: level.code),
                title: data.text(key.title, in: level.title), second: data.text(key.second, in: level.second),
                line: place.line, count: place.count)
        }.sorted { $0.line < $1.line }
    }

    private mutating func checkComplete(_ data: ScreenedData) {
        let present = Set(data.columns)
        for level in GeographicLevel.all where level.name != "Planning area" {
            let own = Self.places(of: level, data).filter { $0.row == level.name }
            // Councils that ended before codes were given have none.
            let columns: [(String?, KeyPath<Place, String>)] = [
                (level.name == "Local authority" ? nil : level.code, \.code), (level.title, \.title),
                (level.second, \.second),
            ]
            for case (let column?, let text) in columns where present.contains(column) {
                let blank = own.filter { Trimmed.text($0[keyPath: text]).isEmpty }
                guard let first = blank.first else { continue }
                let count = blank.reduce(0) { $0 + $1.count }
                note(
                    .placesComplete, in: data.file, line: first.line, column: column, count: count,
                    "\(MessageText.quoted(column)) is blank in \(Self.rows(count)) of the level "
                        + "\(MessageText.quoted(level.name)).")
            }
        }
    }

    private mutating func checkOvercomplete(_ data: ScreenedData, _ meta: ScreenedMeta?) {
        for level in GeographicLevel.all where level.name != "National" {
            let wrong = Self.places(of: level, data).filter { place in
                guard let row = GeographicLevel.named(place.row), row != level, !row.within.contains(level.name) else {
                    return false
                }
                return true
            }
            let isFilter =
                meta?.onlyFiltersByName == true && level.title.map { GeographicLevel.nameFilters.contains($0) } ?? false
            let columns: [(String?, KeyPath<Place, String>)] = [
                (level.code, \.code), (level.title, \.title), (level.second, \.second),
            ]
            for (column, text) in columns {
                guard let column, !(isFilter && column == level.title) else { continue }
                let filled = wrong.filter { !Trimmed.text($0[keyPath: text]).isEmpty }
                guard let first = filled.first else { continue }
                let count = filled.reduce(0) { $0 + $1.count }
                note(
                    .placesOvercomplete, in: data.file, line: first.line, column: column, count: count,
                    "\(MessageText.quoted(column)) is filled in where the level is \(MessageText.quoted(first.row))"
                        + (count > 1 ? ", in \(Self.rows(count)) in all." : "."))
            }
        }
    }

    private mutating func checkIgnored(_ data: ScreenedData) {
        let levels = Set(data.levels)
        guard let texts = data.texts(of: "geographic_level") else { return }
        let ignored: Set<String> = ["School", "Provider", "Institution", "Planning area"]
        let rows = texts.all.filter { ignored.contains($0.0) }
        guard let first = rows.first?.1 else { return }
        let count = rows.reduce(0) { $0 + $1.1.count }
        if levels.isSubset(of: ["Institution", "Planning area"]) {
            note(
                .rowsIgnored, in: data.file, line: first.line, column: "geographic_level", count: count,
                "All rows are of institutions or planning areas, which are not shown in tables.")
        } else if levels.isSuperset(of: ["School", "Provider"]) {
            note(
                .rowsIgnored, in: data.file, line: first.line, column: "geographic_level", count: count,
                "Rows of schools and of providers are in one file.")
        } else if levels.count > 1 {
            note(
                .rowsIgnored, in: data.file, line: first.line, column: "geographic_level", count: count,
                severity: .advice,
                "\(Self.rows(count)) of \(Self.list(rows.map(\.0))) will not be shown in tables.")
        }
    }

    private mutating func checkRegions(_ data: ScreenedData) {
        let columns = ["region_code", "region_name"].filter { !data.columns.contains($0) }
        guard let regional = GeographicLevel.named("Regional") else { return }
        for (level, check) in [
            ("Local authority", ScreeningCheck.regionOfAuthority), ("Local authority district", .regionOfDistrict),
        ] {
            guard let place = data.texts(of: "geographic_level")?.occurrence(of: level) else { continue }
            if !columns.isEmpty {
                note(
                    check, in: data.file, line: 1, count: place.count,
                    "There are rows of the level \(MessageText.quoted(level)) and no "
                        + "\(columns.count == 1 ? "column" : "columns") \(Self.list(columns)).")
                continue
            }
            let blank = Self.places(of: regional, data).filter {
                $0.row == level && ($0.code.isEmpty || $0.title.isEmpty)
            }
            guard let first = blank.first else { continue }
            let count = blank.reduce(0) { $0 + $1.count }
            note(
                check, in: data.file, line: first.line, count: count,
                "\(Self.rows(count)) of the level \(MessageText.quoted(level)) do not name their region.")
        }
    }

    /// Places whose codes nobody lists: trusts, sponsors, schools and others.
    private mutating func checkSmallerPlaces(_ data: ScreenedData) {
        for name in ["Opportunity area", "MAT", "Sponsor"] where data.levels.contains(name) {
            guard let level = GeographicLevel.named(name), let code = level.code, let title = level.title else {
                continue
            }
            let own = Self.places(of: level, data).filter { $0.row == name && !$0.code.isEmpty }
            noteSeveral(.placeNamesRepeated, own.map { ($0.title, $0.code, $0.line) }, "codes", in: data.file, title)
            noteSeveral(.placeCodesRepeated, own.map { ($0.code, $0.title, $0.line) }, "names", in: data.file, code)
        }
        let listed: Set<String> = [
            "National", "Regional", "Local authority", "Local authority district", "Parliamentary constituency", "Ward",
            "Local enterprise partnership", "Local skills improvement plan area", "English devolved area", "RSC region",
            "Institution", "Planning area",
        ]
        for level in GeographicLevel.all where data.levels.contains(level.name) && !listed.contains(level.name) {
            let places = Self.places(of: level, data)
            if let first = places.first(where: { $0.code == "x" && $0.title != "Not available" }) {
                note(
                    .notAvailableName, in: data.file, line: first.line, column: level.title,
                    "The code is x and the name \(MessageText.quoted(first.title)).")
            }
            if let first = places.first(where: {
                $0.row == level.name && $0.title == "Not available" && $0.code != "x"
            }) {
                note(
                    .notAvailableCode, in: data.file, line: first.line, column: level.code,
                    "The name is Not available and the code \(MessageText.quoted(first.code)).")
            }
        }
    }

    private mutating func noteSeveral(
        _ check: ScreeningCheck, _ pairs: [(String, String, Int)], _ noun: String, in file: String,
        _ column: String
    ) {
        var found: [String: (others: Set<String>, line: Int)] = [:]
        for (text, other, place) in pairs {
            found[text, default: ([], place)].others.insert(other)
            // The line on which it is told apart says more than that of the first.
            if found[text]?.others.count == 2, let line = found[text]?.line, line < place {
                found[text]?.line = place
            }
        }
        for (text, several) in found.sorted(by: { $0.value.line < $1.value.line }) where several.others.count > 1 {
            note(
                check, in: file, line: several.line, column: column, count: several.others.count,
                "\(MessageText.quoted(text)) has the \(noun) \(Self.list(several.others.sorted())).")
        }
    }

    // MARK: Codes and names that belong together

    private mutating func checkCodes(_ data: ScreenedData) {
        for (name, check) in [
            ("National", ScreeningCheck.countries), ("Regional", .regions), ("Local authority", .authorities),
            ("Local authority district", .districts), ("Parliamentary constituency", .constituencies), ("Ward", .wards),
            ("Local enterprise partnership", .enterprisePartnerships),
            ("Local skills improvement plan area", .skillsAreas), ("English devolved area", .devolvedAreas),
            ("Police force area", .policeForceAreas),
        ] {
            guard let level = GeographicLevel.named(name), let code = level.code, let title = level.title,
                level.columns.allSatisfy({ data.columns.contains($0) })
            else { continue }
            let places = Self.places(of: level, data)
            var seen: Set<[String]> = []
            var problems: [String: (line: Int, count: Int)] = [:]
            for place in places {
                guard let problem = problem(level, place.code, place.title, place.second) else { continue }
                let known = problems[problem]
                problems[problem] = (known?.line ?? place.line, (known?.count ?? 0) + place.count)
                seen.insert([place.code, place.title])
            }
            for (problem, place) in problems.sorted(by: { $0.value.line < $1.value.line }) {
                note(check, in: data.file, line: place.line, column: code, count: place.count, problem)
            }
            guard !["National", "Regional", "Local authority"].contains(name) else { continue }
            // What has been said of a code and name is not said again.
            let rest = places.filter { !seen.contains([$0.code, $0.title]) && !Self.isNoPlace($0.code) }
            if lists.places[code] == nil {
                noteSeveral(check, rest.map { ($0.code, $0.title, $0.line) }, "names", in: data.file, code)
            }
            guard name != "Ward" else { continue }
            for time in Set(rest.map(\.time)).sorted() {
                let before = findings.count
                noteSeveral(
                    check, rest.filter { $0.time == time }.map { ($0.title, $0.code, $0.line) }, "codes",
                    in: data.file,
                    title)
                // The same in another year is the same mistake.
                if findings.count > before { break }
            }
        }
    }

    private static let countries = [
        "E92000001": "England", "K02000001": "United Kingdom", "K03000001": "Great Britain",
        "K04000001": "England and Wales", "N92000002": "Northern Ireland", "S92000003": "Scotland",
        "W92000004": "Wales", "z": "England, Wales and Northern Ireland",
    ]

    /// The names that may be given where there is no place.
    private static let noPlaces: Set<String> = [
        "Not applicable", "Unknown", "Outside of England", "Outside of the United Kingdom",
        "Outside of England and unknown", "Outside of the United Kingdom and unknown",
    ]

    private static func isNoPlace(_ code: String) -> Bool { code.isEmpty || code == "x" || code == "z" }

    /// Councils that ended before the register begins, and what is counted with councils.
    private static let otherAuthorities: Set<[String]> = [
        ["820", "E10000001", "Bedfordshire"], ["875", "E10000004", "Cheshire"],
        ["x", "E10000005", "Cornwall and Isles of Scilly"], ["x", "E10000010", "Durham"],
        ["x", "E10000022", "Northumberland"], ["x", "E10000026", "Shropshire"], ["x", "E10000033", "Wiltshire"],
        ["702", "z", "British Forces Post Office overseas establishments"],
    ]

    /// What is wrong with a code and a name; `nil` where nothing is.
    private func problem(_ level: GeographicLevel, _ code: String, _ title: String, _ second: String) -> String? {
        switch level.name {
        case "National":
            if code.isEmpty || title.isEmpty { return "The row has no country_code or no country_name." }
            if code == "x" || Self.countries[code] == title || code == "z" && Self.noPlaces.contains(title) {
                return nil
            }
            let right = Self.countries[code] ?? Self.countries.first { $0.value == title }?.key
            return Self.mismatch(code, title, right)
        case "Regional":
            if code.isEmpty || code == "x" || code == "z" && Self.noPlaces.contains(title) { return nil }
            let named = EnglishRegion(title)
            if let region = EnglishRegion.allCases.first(where: { $0.code == code }) {
                return region.publishedName == title ? nil : Self.mismatch(code, title, region.publishedName)
            }
            return Self.mismatch(code, title, named?.code)
        case "Local authority": return authorityProblem(second, code, title)
        default: break
        }
        if code.isEmpty || code == "x" || code == "z" && Self.noPlaces.contains(title) { return nil }
        if let names = lists.places[level.code ?? ""]?[code] {
            return names.contains(Trimmed.text(title)) ? nil : Self.mismatch(code, title, names.sorted().first)
        }
        if level.name == "Local authority district", let authority = LocalAuthority.with(code: code),
            authority.codes.contains(where: { $0.code.text == code })
        {
            return ([authority.name] + authority.otherNames).contains(title)
                ? nil : Self.mismatch(code, title, authority.name)
        }
        if lists.places[level.code ?? ""] != nil { return Self.mismatch(code, title, nil) }
        guard !Self.hasForm(code, of: level) else { return nil }
        return
            "\(MessageText.quoted(code)) is not a code of the level \(MessageText.quoted(level.name)); they begin with "
            + "\(MessageText.list(level.beginnings)), with six digits behind."
    }

    private static func hasForm(_ code: String, of level: GeographicLevel) -> Bool {
        code.utf8.count == 9 && level.beginnings.contains(String(code.prefix(3)))
            && code.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func mismatch(_ code: String, _ title: String, _ right: String?) -> String {
        "\(MessageText.quoted(code)) and \(MessageText.quoted(title)) do not belong together."
            + (right.map { " Did you mean \(MessageText.quoted($0))?" } ?? "")
    }

    /// What is wrong with the codes and the name of a council, or of several that make one return.
    private func authorityProblem(_ old: String, _ new: String, _ title: String) -> String? {
        if [old, new, title].allSatisfy({ Trimmed.text($0).isEmpty }) || new == "x" { return nil }
        if new == "z" && Self.noPlaces.contains(title) || Self.otherAuthorities.contains([old, new, title]) {
            return nil
        }
        let parts = { (text: String) in text.split(separator: "/").map { Trimmed.text(String($0)) } }
        let (olds, news) = (parts(old), parts(new))
        let titles = news.count > 1 || olds.count > 1 ? parts(title) : [title]
        let count = max(olds.count, news.count)
        let shown = "\(MessageText.quoted(old)), \(MessageText.quoted(new)) and \(MessageText.quoted(title))"
        guard titles.count == count, olds.isEmpty || olds.count == count, news.isEmpty || news.count == count else {
            return "\(shown) do not belong together."
        }
        for index in 0..<count {
            let (old, new) = (olds.isEmpty ? "" : olds[index], news.isEmpty ? "" : news[index])
            let known =
                new.isEmpty
                ? LocalAuthority.with(code: old)
                : LocalAuthority.with(code: new).flatMap { authority in
                    authority.codes.contains { $0.code.text == new } ? authority : nil
                }
            guard let authority = known else {
                let near = LocalAuthority.one(named: titles[index])
                return "\(shown) are not a council of the register."
                    + (near.map { " \($0.name) is \($0.dfeCode?.text ?? "x"), \($0.onsCode()?.text ?? "x")." } ?? "")
            }
            let isOld = old.isEmpty || old == "x" || authority.dfeCode?.text == old
            guard isOld, titles[index] == authority.name else {
                return "\(shown) do not belong together: \(MessageText.quoted(authority.onsCode()?.text ?? new)) is "
                    + "\(authority.name), \(authority.dfeCode?.text ?? "x")."
            }
        }
        return nil
    }
}
