import ReportModel
import ReportVocabulary

/// The rows of the figures of a pack.
struct PackRows {
    /// The area that the pack is about, and the councils whose figures it shows beside each other: one, or those of a region.
    private let subject: Area.ID
    private let councils: [LocalAuthority]
    private let predecessor: LocalAuthority?
    private let statistic: NeighbourSummary.Statistic
    private var lines: [String] = []
    /// The areas that have a figure.
    private(set) var areas: Set<Area.ID> = []
    /// The latest financial year of the council's own figures, else its latest period.
    private(set) var latestYear: ReportingPeriod?
    private(set) var breaks: [(indicator: Indicator.ID, day: CalendarDate, reason: String)] = []
    private(set) var remarks: [String] = []
    private var own: Set<Indicator.ID> = []

    /// The columns of the table.
    static let columns = [
        "indicator", "period", "area", "value", "numerator", "denominator", "qualifier", "source", "note",
    ]

    init(council: LocalAuthority, predecessor: LocalAuthority?, statistic: NeighbourSummary.Statistic) {
        subject = council.id
        councils = [council]
        self.predecessor = predecessor
        self.statistic = statistic
    }

    init(region: EnglishRegion, councils: [LocalAuthority]) {
        subject = region.area.id
        self.councils = councils
        predecessor = nil
        statistic = .median
    }

    /// How many measures have a figure of the council's own.
    var ownMeasures: Int { own.count }

    /// The table.
    var table: String { (CSVText.row(Self.columns) + "\n") + lines.map { $0 + "\n" }.joined() }

    mutating func add(_ figures: PublishedFigures, models: [NeighbourModel]) {
        var jointCounts: [Set<Area.ID>: Int] = [:]
        let continued = Set(
            figures.observations.filter { $0.area == predecessor?.id && $0.number != nil }.map(\.indicator))
        for observation in figures.observations {
            guard !observation.joint.isEmpty else {
                add(observation, as: observation.area == predecessor?.id ? subject : observation.area, note: nil)
                continue
            }
            // The counts of a joint return belong to no single council; its shares and averages hold for each.
            for council in councils where observation.joint.contains(council.id) {
                guard observation.unit != .count else {
                    jointCounts[Set(observation.joint), default: 0] += 1
                    break
                }
                let names = observation.joint.filter { $0 != council.id }.compactMap {
                    LocalAuthority.with(id: $0)?.name
                }
                add(
                    observation, as: council.id,
                    note: "One return together with \(names.joined(separator: " and ")): the figure is for both.")
            }
        }
        for (joint, count) in jointCounts.sorted(by: { $0.key.sorted().lexicographicallyPrecedes($1.key.sorted()) }) {
            let own = councils.filter { joint.contains($0.id) }
            let names = joint.subtracting(own.prefix(1).map(\.id)).sorted().compactMap {
                LocalAuthority.with(id: $0)?.name
            }
            remarks.append(
                "\(own.first?.name ?? "") makes one return on its workforce together with \(names.joined(separator: " and ")): shares "
                    + "and averages are shown with a note, the \(count) counts are left out.")
        }
        if let predecessor, let council = councils.first, let first = council.firstDay {
            breaks = continued.sorted().filter { own.contains($0) }.map {
                (
                    $0, first,
                    "\(council.name) took the place of \(predecessor.name); figures before are those of the council before it"
                )
            }
        }
        if statistic == .mean { addMeans(figures, models) }
    }

    private mutating func add(_ observation: PublishedObservation, as area: Area.ID, note: String?) {
        let cells: (value: String, numerator: String, denominator: String)
        switch observation.observedValue {
        case .missing(let reason): cells = (reason.shorthand, "", "")
        case .value(let value, let base): cells = (Self.plain(value), "", base.map(Self.plain) ?? "")
        case .fraction(let part, let whole):
            cells = (observation.value?.text ?? "", Self.plain(part), Self.plain(whole))
        }
        let limits = observation.limits.map { limits in
            "Confidence limits in the source: \(limits.lower.text) to \(limits.upper.text)."
        }
        append(
            observation.indicator, observation.period, area, cells, qualifier: "",
            source: Self.source(of: observation.file).text,
            note: [note, limits].compactMap(\.self).joined(separator: " "))
        guard area == subject, observation.number != nil else { return }
        own.insert(observation.indicator)
        let period = observation.period
        guard let latest = latestYear else {
            latestYear = period
            return
        }
        let isBetter = period.kind == .financialYear && latest.kind != .financialYear
        if isBetter || period.kind == latest.kind && period.lastDay > latest.lastDay { latestYear = period }
    }

    private mutating func append(
        _ indicator: Indicator.ID, _ period: ReportingPeriod, _ area: Area.ID,
        _ cells: (value: String, numerator: String, denominator: String), qualifier: String, source: String,
        note: String
    ) {
        areas.insert(area)
        lines.append(
            CSVText.row([
                indicator.text, period.code, area.text, cells.value, cells.numerator, cells.denominator, qualifier,
                source, note,
            ]))
    }

    /// The means of the neighbours as figures, because a report takes medians where it is told nothing.
    private mutating func addMeans(_ figures: PublishedFigures, _ models: [NeighbourModel]) {
        for (number, model) in models.enumerated() {
            let members = (model.neighbours[subject] ?? []).map(\.area)
            guard !members.isEmpty else { continue }
            var groups: [Indicator.ID: [ReportingPeriod: [Area.ID: PublishedObservation]]] = [:]
            for observation in figures.observations where observation.unit != .count {
                groups[observation.indicator, default: [:]][observation.period, default: [:]][observation.area] =
                    observation
            }
            for (indicator, periods) in groups.sorted(by: { $0.key < $1.key }) {
                for (period, found) in periods.sorted(by: { $0.key.lastDay < $1.key.lastDay }) {
                    guard let decimals = found.values.first?.decimals else { continue }
                    let summary = NeighbourSummary(of: members.map { ($0, found[$0]?.number) }, statistic: .mean)
                    guard let value = summary.value else { continue }
                    append(
                        indicator, period, number == 0 ? Area.statisticalNeighbours.id : PackAreas.id(of: model),
                        (DecimalText.plain(value, decimals: decimals + 1), "", ""), qualifier: "derived", source: "",
                        note: "\(summary.basis).")
                }
            }
        }
    }

    static func plain(_ number: Double) -> String { DecimalText.shortest(number).replacing(",", with: "") }

    /// The identifier of the document that a file is.
    static func source(of file: String) -> SourceDocument.ID {
        let stem = file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) : file
        // Commas and brackets would end the identifier in lists that are written on one line.
        let plain = stem.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
        return SourceDocument.ID(stringLiteral: String(plain))
    }

    /// The documents that figures come from, by name.
    static func sources(of figures: PublishedFigures, in folder: PublishedFolder) -> [SourceDocument] {
        let names = Set(figures.observations.map(\.file))
        return folder.files.filter { names.contains($0.name) }.map { file in
            let lower = file.name.lowercased()
            let publisher = lower.hasPrefix("ons_") ? "Office for National Statistics" : "Department for Education"
            return SourceDocument(id: source(of: file.name), title: title(of: file), publisher: publisher)
        }
    }

    /// The titles of files by the beginnings of their names, none of which begins another.
    private static let titles: [String: String] = [
        KnownFile.referrals: "Children in need: referrals and re-referrals",
        KnownFile.childrenInNeed: "Children in need: episodes of need",
        KnownFile.subsequentPlans: "Children in need: second and later child protection plans",
        KnownFile.childrenInCare: "Children looked after: number and rate",
        KnownFile.stability: "Children looked after: placement stability",
        KnownFile.accommodation: "Children looked after: accommodation of care leavers",
        KnownFile.workforce: "Children's social work workforce: indicators",
        KnownFile.population: "Mid-year population estimates",
    ]

    private static func title(of file: PublishedFolder.File) -> String {
        for (stem, title) in titles where file.name.lowercased().hasPrefix(stem.lowercased()) {
            return "\(title) (\(file.name))"
        }
        return file.name
    }
}

/// Rows of CSV files.
package enum CSVText {
    /// A row without its line end.
    package static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") }

    private static func cell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
