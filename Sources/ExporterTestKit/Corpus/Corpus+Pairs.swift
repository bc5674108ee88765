import FamilyServicesKit

/// Two publications that differ in one thing, which a format has to show.
struct CorpusPair: Sendable {
    /// Which formats have to show it.
    enum Need: Sendable, Hashable {
        case all, prose, links, everyRecord
    }

    /// What findings call the difference.
    let name: String
    let need: Need
    let first: Publication
    let second: Publication
}

extension Corpus {
    /// Pairs of publications for formats that write sections.
    static func pairs() throws -> [CorpusPair] {
        var pairs: [CorpusPair] = []
        func add(_ name: String, _ need: CorpusPair.Need, _ first: [Block], _ second: [Block]) throws {
            pairs.append(
                CorpusPair(
                    name: name, need: need, first: try document(name, first).publication,
                    second: try document(name, second).publication))
        }
        func cells(_ name: String, _ first: Cell.Value, _ second: Cell.Value) throws {
            try add(name, .all, [.table(table([.text("before"), first]))], [.table(table([.text("before"), second]))])
        }
        let (red, green) = (Cell(.text("red")), Cell(.text("green")))
        let columns = [TableColumn("First"), TableColumn("Second")]
        func colours(_ name: String, _ columns: [TableColumn], _ rows: [[Cell]]) -> Block {
            .table(Table(name: name, title: "Colours", columns: columns, rows: rows))
        }
        // Order.
        try add(
            "the order of two rows", .all, [colours("t", columns, [[red, red], [green, green]])],
            [colours("t", columns, [[green, green], [red, red]])])
        try add(
            "the order of two columns", .all, [colours("t", columns, [[red, green]])],
            [colours("t", columns.reversed(), [[green, red]])])
        try add(
            "the order of two tables", .all,
            [colours("t", columns, [[red, red]]), colours("u", columns, [[green, green]])],
            [colours("u", columns, [[green, green]]), colours("t", columns, [[red, red]])])
        try add(
            "the order of two paragraphs", .prose, ["red", "green"].map { .paragraph($0) },
            ["green", "red"].map { .paragraph($0) })
        try add(
            "the order of two items", .prose, [.list(["red", "green"].map { ListItem($0) })],
            [.list(["green", "red"].map { ListItem($0) })])
        // How often.
        try add(
            "a row that is there twice", .all, [colours("t", columns, [[red, red], [green, green]])],
            [colours("t", columns, [[red, red], [green, green], [green, green]])])
        try add("a paragraph that is there twice", .prose, [.paragraph("red")], [.paragraph("red"), .paragraph("red")])
        // Lines and characters.
        try add("a line break in a paragraph", .prose, [.paragraph("red\ngreen")], [.paragraph("red green")])
        try cells("a line break in a cell", .text("red\ngreen"), .text("red green"))
        try cells("an accent", .text("é"), .text("e"))
        try cells("two emoji", .text("👍"), .text("👎"))
        try cells("the form of an apostrophe", .text("’"), .text("'"))
        try cells("a sign of comparison", .text("red < green"), .text("red > green"))
        try cells("zeros in front", .text("007"), .text("7"))
        try cells("the last word of 5,000 characters", .text(words(5_000, "red")), .text(words(5_000, "green")))
        try add(
            "the last word of a paragraph of 20,000 characters", .prose, [.paragraph(words(20_000, "red"))],
            [.paragraph(words(20_000, "green"))])
        try add(
            "the last word of an item of 2,000 characters", .prose, [.list([ListItem(words(2_000, "red"))])],
            [.list([ListItem(words(2_000, "green"))])])
        // Figures.
        try cells("the second decimal", .number(0.12, decimals: 2), .number(0.13, decimals: 2))
        try cells("the sign of a fraction", .number(-0.5, decimals: 1), .number(0.5, decimals: 1))
        try cells("the last of eight digits", .number(16_777_216, decimals: 0), .number(16_777_217, decimals: 0))
        try cells(
            "the last of sixteen digits", .number(9_007_199_254_740_990, decimals: 0),
            .number(9_007_199_254_740_991, decimals: 0))
        try cells("the decimal of a percentage", .percentage(57.2, decimals: 1), .percentage(57.3, decimals: 1))
        try cells("a percentage over 100", .percentage(100, decimals: 0), .percentage(101, decimals: 0))
        try cells(
            "the century of a date", .date(try CalendarDate(year: 1926, month: 7, day: 14)),
            .date(try CalendarDate(year: 2026, month: 7, day: 14)))
        try cells("unreliable or suppressed", .missing(.unreliable), .missing(.suppressed))
        try cells("none recorded or nothing", .missing(.noneRecorded), .empty)
        try addCharts(&pairs)
        try addLinks(&pairs)
        return pairs
    }

    private static func words(_ length: Int, _ last: String) -> String {
        let sentence = "Children who need help get it sooner than before. "
        return String(repeating: sentence, count: length / sentence.count) + last
    }

    private static func addCharts(_ pairs: inout [CorpusPair]) throws {
        func chart(_ points: [Chart.Point], second: [Chart.Point]? = nil) throws -> Publication {
            let one = [Chart.Series("Measure", role: .measure, points: points)]
            let two = second.map { [Chart.Series("Target", role: .target, points: $0)] } ?? []
            return try document(
                "chart",
                [
                    .chart(
                        Chart(
                            name: "chart", title: "Chart", alternativeText: "A measure over three periods.",
                            form: .lines,
                            labelTitle: "Period", valueTitle: "Number", isPercentage: false, decimals: 1,
                            labels: ["May", "June", "July"], series: one + two))
                ]
            ).publication
        }
        func points(_ values: [Double?]) -> [Chart.Point] { values.map { Chart.Point($0) } }
        let plain = points([4, 5, 6])
        let marked = [plain[0], plain[1], Chart.Point(6, mark: .init("Of concern", tone: .negative))]
        func add(_ name: String, _ first: Publication, _ second: Publication) {
            pairs.append(CorpusPair(name: name, need: .all, first: first, second: second))
        }
        add("the mark of a point in a chart", try chart(plain), try chart(marked))
        add("a gap in a chart", try chart(plain), try chart(points([4, nil, 6])))
        add("a gap or a zero in a chart", try chart(points([4, nil, 6])), try chart(points([4, 0, 6])))
        add(
            "why there is a gap in a chart", try chart(points([4, nil, 6])),
            try chart([plain[0], Chart.Point(nil, missing: .suppressed), plain[2]]))
        add("the last point of a chart", try chart(plain), try chart(points([4, 5, 6.5])))
        add(
            "the second series of a chart", try chart(plain, second: points([4, 4, 4])),
            try chart(plain, second: points([4, 4, 4.5])))
    }

    private static func addLinks(_ pairs: inout [CorpusPair]) throws {
        func linked(_ item: SectionLink?, _ cell: SectionLink?) throws -> Publication {
            let rows = [[Cell(.text("in a cell"), link: cell)], [Cell(.text("another cell"))]]
            return try document(
                "links",
                sections: [
                    section(
                        "first", "First",
                        [
                            .list([ListItem("in a list", link: item)]),
                            .table(Table(name: "first", title: "First", columns: [TableColumn("Where")], rows: rows)),
                        ]), section("second", "Second", [.paragraph("Here.")]),
                    section("third", "Third", [.paragraph("There.")]),
                ]
            ).publication
        }
        let (second, third) = (SectionLink(section: "second"), SectionLink(section: "third"))
        func add(_ name: String, _ first: Publication, _ other: Publication) {
            pairs.append(CorpusPair(name: name, need: .links, first: first, second: other))
        }
        add("a link in a list", try linked(nil, nil), try linked(second, nil))
        add("a link in a cell", try linked(nil, nil), try linked(nil, second))
        add("where a link in a list leads", try linked(second, nil), try linked(third, nil))
        add("where a link in a cell leads", try linked(nil, second), try linked(nil, third))
    }

    // MARK: Records

    /// Pairs of packs for formats that write every record.
    static func recordPairs() throws -> [CorpusPair] {
        let pack = try everySort()
        let first = publication(of: pack)
        let day = PartialDate(try CalendarDate(year: 2027, month: 1, day: 31))
        var pairs: [CorpusPair] = []
        func add(_ name: String, _ change: (inout ReportPack) -> Void) {
            var changed = pack
            change(&changed)
            pairs.append(
                CorpusPair(name: name, need: .everyRecord, first: first, second: publication(of: changed)))
        }
        let last = pack.observations.count - 1
        add("the printed text of a figure") { $0.observations[last].printed?.text = "69%" }
        add("where a figure comes from") { $0.observations[last].source = nil }
        add("whether the period of a figure is stated") { $0.observations[last].periodBasis = .inferred }
        add("the polarity of a measure") { $0.indicators[0].polarity = .lowerIsBetter }
        add("the unit of a measure") { $0.indicators[0].unit = .days }
        add("the target of a measure") { $0.indicators[1].targets = [] }
        add("the day of a break in a series") { $0.indicators[1].breaks[0].day = day.firstDay }
        add("when an action is due") { $0.plans[0].actions[0].due = day }
        add("the status of an action") { $0.plans[0].actions[0].statuses[0].status = .offTrack }
        add("the owner of an action") { $0.plans[0].actions[0].owner = nil }
        add("the theme of an action") { $0.plans[0].actions[0].theme = nil }
        add("the last action of a plan") { $0.plans[0].actions.removeLast() }
        add("the period of a note on progress") { $0.plans[0].progress[0].period = nil }
        add("the counts of the grades of an audit") {
            $0.audits.grades[0].results = .counts([
                .outstanding: 12, .good: 40, .requiresImprovement: 35, .inadequate: 12,
            ])
        }
        add("the grade that a moderator gave") { $0.audits.moderation[0].moderator = .inadequate }
        add("the number of audits completed") { $0.audits.activity[0].completed = 12 }
        add("the grade of a judgement") { $0.inspections[0].judgements[0].grade = .good }
        add("the kind of a finding") { $0.inspections[0].findings[0].kind = .strength }
        add("the action that answers a finding") { $0.inspections[0].findings[0].actions = [] }
        add("the score of a risk") { $0.risks[0].inherent = .matrix(likelihood: 4, impact: 4) }
        add("the sum of a budget figure") { $0.budget[0].pounds = 1_250_001 }
        add("the day of a milestone") { $0.milestones[0].date = day }
        add("the figure that a claim states") { $0.claims[0].stated = StatedFigure(84, decimals: 0) }
        add("the outcome of a check") { $0.checks[0].outcome = .agrees }
        add("the period of the report") { $0.manifest.period = .snapshot(day.firstDay) }
        return pairs
    }
}
