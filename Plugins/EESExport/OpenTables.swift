import FamilyServicesKit
import PublishedStatistics

/// The data files of a publication, each of one kind of time and one breakdown.
struct OpenTables {
    /// A data file and its description.
    struct Table {
        let name: String
        let title: String
        let data: String
        let description: String
    }

    private(set) var list: [Table] = []
    private(set) var omissions: [String] = []

    private struct Row: Hashable {
        let time: OpenTime
        let place: OpenPlace
        /// The item of the filter; `nil` for all.
        let item: String?
    }

    init(_ publication: Publication) {
        let pack = publication.pack
        let areas = Dictionary(pack.manifest.areas.map { ($0.id, $0) }) { first, _ in first }
        let breakdowns = Dictionary(pack.breakdowns.map { ($0.id, $0) }) { first, _ in first }
        let indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        let items = breakdowns.mapValues { Self.items(of: $0) }
        let times = OpenTime.Reading(pack.observations)
        var groups: [Key: [(Row, Observation)]] = [:]
        var leftPlaces: [Area.ID: Int] = [:]
        var leftPeriods: [String: Int] = [:]
        for observation in pack.observations {
            guard let indicator = indicators[observation.indicator] else { continue }
            guard let area = areas[observation.area], let place = OpenPlace(area, on: observation.period.lastDay) else {
                leftPlaces[observation.area, default: 0] += 1
                continue
            }
            guard let time = times.time(of: observation) else {
                leftPeriods[observation.period.label, default: 0] += 1
                continue
            }
            let breakdown = indicator.breakdown.flatMap { breakdowns[$0] }
            let item = breakdown.flatMap { breakdown -> String? in
                guard let category = observation.category, category != breakdown.total else { return nil }
                return items[breakdown.id]?[category] ?? category.text
            }
            let row = Row(time: time, place: place, item: item)
            // The figure for all is in the file of the whole, and the total in that of the breakdown.
            if item == nil { groups[Key(family: time.family, breakdown: nil), default: []].append((row, observation)) }
            if let breakdown {
                groups[Key(family: time.family, breakdown: breakdown.id), default: []].append((row, observation))
            }
        }
        for (area, count) in leftPlaces.sorted(by: { $0.key < $1.key }) {
            omissions.append(
                "\(CountText.of(count, "figure")) of \(MessageText.quoted(areas[area]?.title ?? area.text)): such files hold "
                    + "councils, regions and countries with codes.")
        }
        for (period, count) in leftPeriods.sorted(by: { $0.key < $1.key }) {
            omissions.append("\(CountText.of(count, "figure")) for \(period): such files have no such time.")
        }
        let stem = Self.slug(publication.metadata.organisation, else: "figures")
        for (key, rows) in groups.sorted(by: { $0.key < $1.key }) {
            let breakdown = key.breakdown.flatMap { breakdowns[$0] }
            let items = Set(rows.compactMap(\.0.item))
            // A file of a breakdown without parts says what the other says.
            if breakdown != nil, items.isEmpty { continue }
            var measures: [Indicator] = []
            let used = Set(rows.map(\.1.indicator))
            for indicator in pack.indicators where used.contains(indicator.id) {
                if breakdown == nil || rows.contains(where: { $0.1.indicator == indicator.id && $0.0.item != nil }) {
                    measures.append(indicator)
                }
            }
            let parts = [
                stem, OpenTime.names[key.family], breakdown.map { "by_" + Self.slug($0.id.text, else: "part") },
            ]
            let name = (publication.metadata.isSynthetic ? ["invented"] : []) + parts.compactMap(\.self)
            let title = [
                "\(publication.metadata.organisation), \(OpenTime.titles[key.family])",
                breakdown.map { "by \($0.title)" },
                publication.metadata.isSynthetic ? "invented figures" : nil,
            ].compactMap(\.self).joined(separator: ", ")
            let columns = OpenColumns(
                measures, filter: breakdown, isFilterDescribed: Set(rows.map(\.0.item)).count > 1, rows: rows.map(\.1),
                isSynthetic: publication.metadata.isSynthetic)
            list.append(
                Table(
                    name: name.joined(separator: "_"), title: title,
                    data: Self.data(rows, columns), description: columns.description))
        }
    }

    private struct Key: Hashable, Comparable {
        let family: Int
        let breakdown: Breakdown.ID?

        static func < (left: Key, right: Key) -> Bool {
            left.family != right.family
                ? left.family < right.family : (left.breakdown?.text ?? "") < (right.breakdown?.text ?? "")
        }
    }

    /// The items of a filter that the categories of a breakdown are, each with a name of its own; the total is none.
    private static func items(of breakdown: Breakdown) -> [Breakdown.Category.ID: String] {
        let parts = breakdown.categories.filter { $0.id != breakdown.total }
        let plain = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let counts = Dictionary(parts.map { (plain($0.title), 1) }, uniquingKeysWith: +)
        return Dictionary(
            parts.map { part in
                let title = plain(part.title)
                guard counts[title] != 1 || OpenColumns.reserved.contains(title) else { return (part.id, title) }
                let parent = breakdown.categories.first { $0.id == part.parent }.map { plain($0.title) + ": " } ?? ""
                return (part.id, "\(parent)\(title) (\(part.id.text))")
            }
        ) { first, _ in first }
    }

    private static func data(_ rows: [(Row, Observation)], _ columns: OpenColumns) -> String {
        var cells: [Row: [Indicator.ID: Observation]] = [:]
        for (row, observation) in rows where columns.has(observation.indicator) {
            // The first of two figures for one thing is kept, as everywhere.
            if cells[row]?[observation.indicator] == nil {
                cells[row, default: [:]][observation.indicator] = observation
            }
        }
        let hasRegions = cells.keys.contains { $0.place.level != "National" }
        let hasCouncils = cells.keys.contains { $0.place.level == "Local authority" }
        var heading = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]
        if hasRegions { heading += ["region_code", "region_name"] }
        if hasCouncils { heading += ["old_la_code", "new_la_code", "la_name"] }
        if let filter = columns.filter { heading.append(filter) }
        heading += columns.names
        var lines = [CSVText.row(heading)]
        let order = cells.keys.sorted { left, right in
            (left.time, left.place, left.item ?? "") < (right.time, right.place, right.item ?? "")
        }
        for row in order {
            var line = [row.time.code, row.time.identifier, row.place.level, "E92000001", "England"]
            if hasRegions { line += [row.place.regionCode, row.place.regionName] }
            if hasCouncils { line += [row.place.oldCode, row.place.newCode, row.place.name] }
            if columns.filter != nil { line.append(row.item ?? "Total") }
            line += columns.cells(cells[row] ?? [:])
            lines.append(CSVText.row(line))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A name of small letters, digits and underscores.
    static func slug(_ text: String, else other: String) -> String {
        var slug = ""
        for character in text.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if character != "'", character != "’", !slug.isEmpty, slug.last != "_" {
                slug.append("_")
            }
        }
        while slug.last == "_" { slug.removeLast() }
        return slug.isEmpty ? other : slug
    }
}

/// A time as such files write it.
struct OpenTime: Hashable, Comparable {
    /// Its place among the kinds that are not mixed.
    let family: Int
    let code: String
    let identifier: String
    private let lastDay: CalendarDate

    static let names = [
        "monthly", "quarterly", "half_yearly", "financial_years", "academic_years", "calendar_years", "years",
        "month_ends",
    ]
    static let titles = [
        "months", "quarters", "half years", "financial years", "academic years", "calendar years", "reporting years",
        "ends of months",
    ]

    static func < (left: OpenTime, right: OpenTime) -> Bool { left.lastDay < right.lastDay }

    /// Reads periods, knowing the others: positions on one day of each year are of years, others of months.
    struct Reading {
        private let isYearly: Bool
        /// The measures that have figures both of a month and of its last day, which are two figures for one time in such a file.
        private let withBoth: Set<Indicator.ID>

        init(_ observations: [Observation]) {
            let days = Set(
                observations.map(\.period).filter { $0.kind == .snapshot }.map { [$0.lastDay.month, $0.lastDay.day] })
            isYearly = days.count == 1
            func ends(_ kind: ReportingPeriod.Kind) -> [Indicator.ID: Set<CalendarDate>] {
                observations.reduce(into: [:]) { ends, observation in
                    guard observation.period.kind == kind else { return }
                    ends[observation.indicator, default: []].insert(observation.period.lastDay)
                }
            }
            let (months, snapshots) = (ends(.month), ends(.snapshot))
            withBoth = Set(snapshots.filter { months[$0]?.isDisjoint(with: $1) == false }.map(\.key))
        }

        /// The time; `nil` where such files have none for the period.
        func time(of observation: Observation) -> OpenTime? {
            let period = observation.period
            let (first, last) = (period.firstDay, period.lastDay)
            func time(_ family: Int, _ code: String, _ identifier: String) -> OpenTime? {
                guard (1000...9999).contains(first.year) else { return nil }
                return OpenTime(family: family, code: code, identifier: identifier, lastDay: last)
            }
            let year = String(last.year)
            let years = { (first: Int) in "\(first)" + String(String(first + 1).suffix(2)) }
            switch period.kind {
            case .month: return time(0, year, CalendarDate.monthNames[last.month - 1])
            case .snapshot:
                if isYearly { return time(6, year, "Reporting year") }
                // A position in the middle of a month is not that of the month.
                let isEnd = last.adding(days: 1)?.day == 1
                // What has a figure of the month too is in a file of its own, so that neither is lost.
                let family = withBoth.contains(observation.indicator) ? 7 : 0
                return isEnd ? time(family, year, CalendarDate.monthNames[last.month - 1]) : nil
            case .quarter:
                let start = first.month < 4 ? first.year - 1 : first.year
                return time(1, years(start), "Financial year Q\((first.month + 8) % 12 / 3 + 1)")
            case .financialYear: return time(3, years(first.year), "Financial year")
            case .academicYear: return time(4, years(first.year), "Academic year")
            case .calendarYear: return time(5, year, "Calendar year")
            case .span:
                guard first.day == 1, last.adding(days: 1)?.day == 1 else { return nil }
                if first.month == 4, last.month == 9, first.year == last.year {
                    return time(2, years(first.year), "Part 1 (April to September)")
                }
                if first.month == 10, last.month == 3, first.year + 1 == last.year {
                    return time(2, years(first.year), "Part 2 (October to March)")
                }
                return nil
            }
        }
    }
}

/// A place as such files write it.
struct OpenPlace: Hashable, Comparable {
    let level: String
    var regionCode = "", regionName = ""
    var oldCode = "", newCode = "", name = ""

    /// Names a place; `nil` where such files have none for it.
    init?(_ area: Area, on day: CalendarDate) {
        switch area.kind {
        case .country:
            guard area.onsCode == .england || area.id == Area.england.id else { return nil }
            level = "National"
        case .region, .partOfLondon:
            guard let region = EnglishRegion(area.onsCode?.text ?? "") ?? EnglishRegion(area.title) else { return nil }
            level = "Regional"
            (regionCode, regionName) = (region.code, region.publishedName)
        case .localAuthority:
            let codes = [area.onsCode?.text, area.dfeCode?.text].compactMap(\.self)
            guard let authority = codes.lazy.compactMap({ LocalAuthority.with(code: $0) }).first,
                let code = authority.onsCode(on: day)
            else { return nil }
            level = "Local authority"
            (regionCode, regionName) = (authority.region.code, authority.region.publishedName)
            (oldCode, newCode, name) = (authority.dfeCode?.text ?? "x", code.text, authority.name)
        case .locality, .statisticalNeighbours, .comparator: return nil
        }
    }

    static func < (left: OpenPlace, right: OpenPlace) -> Bool { left.order.lexicographicallyPrecedes(right.order) }

    private var order: [String] {
        [level == "National" ? "0" : level == "Regional" ? "1" : "2", regionCode, newCode]
    }
}
