import FamilyServicesKit

/// What becomes one sheet: a section, a part of a long one, or figures that the exporter lays on a sheet of their own.
struct SheetSource {
    var section: PublicationSection
    /// The section that it is from, to which links lead.
    var origin: SectionID
    /// Which part of its section it is, where a section takes several sheets.
    var part: Part?
    /// The numbers of the section's charts in the list of all charts.
    var charts: [Int] = []

    struct Part {
        /// Counted from 1.
        var number: Int
        var count: Int
    }

    init(_ section: PublicationSection) {
        self.section = section
        origin = section.id
    }
}

/// How much one sheet takes.
///
/// The defaults keep to what Excel can hold; tests use small ones.
struct SheetLimits: Sendable {
    /// The most rows of content on a sheet; Excel's 1,048,576 also have to hold the texts above it.
    var rows = 1_000_000
    /// The most sheets of a workbook, of which each takes three parts or more of a ZIP file's 65,535.
    var sheets = 16_000
    /// The most links on a sheet.
    var links = 65_530
    /// The most points that Excel draws of a series.
    var chartPoints = 32_000
    /// The most series of a chart.
    var chartSeries = 255
}

/// The sheets of a publication in order.
struct SheetSources {
    private(set) var sheets: [SheetSource] = []
    /// Every chart in order.
    private(set) var charts: [Chart] = []
    /// Where the figures of each chart are.
    private(set) var sites: [ChartSite] = []
    /// The section with the texts that rows cannot show.
    private(set) var longTexts: SectionID?
    /// The figures of small pictures.
    private(set) var trends: TrendFigures?

    init(_ sections: [PublicationSection], limits: SheetLimits) {
        var taken = Set(sections.map(\.id))
        // What a contents list has to name besides the sections, after which section; the last ones at its end.
        var additions: [(after: SectionID?, item: ListItem)] = []
        let moved = LongTexts.moved(from: sections, taken: &taken)
        for section in moved.sections {
            for division in SheetDivision.sections(of: section, taken: &taken) {
                var parts = SheetDivision.parts(of: division, limit: limits.rows, taken: &taken)
                for index in parts.indices {
                    for case .chart(let chart) in parts[index].section.blocks {
                        parts[index].charts.append(charts.count)
                        charts.append(chart)
                    }
                    let part = parts[index].section
                    if part.id != section.id {
                        additions.append((section.id, ListItem(part.title, link: SectionLink(section: part.id))))
                    }
                }
                sheets += parts
            }
        }
        let figures = ChartFigures(charts, firstSheet: sheets.count, limits: limits, taken: &taken)
        sites = figures.sites
        var last = figures.sources
        if let trends = TrendFigures(of: sections, sheet: sheets.count + last.count, limits: limits, taken: &taken) {
            last.append(SheetSource(trends.section))
            self.trends = trends
        }
        longTexts = moved.texts.first?.id
        for section in moved.texts { last += SheetDivision.parts(of: section, limit: limits.rows, taken: &taken) }
        sheets += last
        additions += last.map { (nil, ListItem($0.section.title, link: SectionLink(section: $0.section.id))) }
        addToContents(additions)
    }

    /// Names the sheets that are no sections in the list of contents, where there is one.
    private mutating func addToContents(_ additions: [(after: SectionID?, item: ListItem)]) {
        guard !additions.isEmpty, let index = sheets.firstIndex(where: { $0.section.role == .contents }) else { return }
        let section = sheets[index].section
        var blocks = section.blocks
        guard
            let position = blocks.lastIndex(where: { block in
                if case .list(let items) = block { items.contains { $0.link != nil } } else { false }
            }), case .list(let items) = blocks[position]
        else { return }
        var result: [ListItem] = []
        for item in items {
            result.append(item)
            result += additions.filter { $0.after != nil && $0.after == item.link?.section }.map(\.item)
        }
        blocks[position] = .list(result + additions.filter { $0.after == nil }.map(\.item))
        sheets[index].section = section.with(blocks: blocks)
    }
}

extension PublicationSection {
    /// The section with other blocks, and other names where they are given.
    func with(
        blocks: [Block], id: SectionID? = nil, title: String? = nil, shortTitle: String? = nil
    ) -> PublicationSection {
        PublicationSection(
            id: id ?? self.id, title: title ?? self.title, shortTitle: shortTitle ?? self.shortTitle, role: role,
            isAnnex: isAnnex, summary: summary, blocks: blocks)
    }

    /// An identifier that no section has yet.
    static func freshID(_ base: SectionID, taken: inout Set<SectionID>) -> SectionID {
        var id = base
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }
}
