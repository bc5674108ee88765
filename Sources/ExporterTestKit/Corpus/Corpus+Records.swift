import FamilyServicesKit

/// Documents for exporters that write records.
extension Corpus {
    /// A report with a record of every sort, for officers, who see them all.
    static func everyRecord() throws -> CorpusDocument {
        try document("every sort of record", of: fullPack())
    }

    /// Records whose words are hard to write.
    static func recordTexts() throws -> [CorpusDocument] {
        try textGroups.map { name, texts in
            var pack = try fullPack()
            pack.indicators[1].definition.text = texts.joined(separator: " ")
            let period = pack.manifest.period
            pack.observations = texts.map { text in
                Observation(
                    indicator: "contacts", period: period, area: "exampleton", value: .value(1),
                    printed: PrintedFigure(text), note: text)
            }
            pack.plans[0].actions[0].title = texts.joined(separator: " ")
            return unchecked("\(name) in records", as: .write, pack)
        }
    }

    /// Observations whose figures are hard to write.
    static func recordFigures() throws -> [CorpusDocument] {
        let numbers: [Double] = [
            0, -0.0, 1, -1, 0.1, 1e15, 9_007_199_254_740_991, 1e21, .leastNonzeroMagnitude, -1e300,
        ]
        var pack = try fullPack()
        let values =
            numbers.map { ObservedValue.value($0) }
            + numbers.map { .value(1, outOf: $0) }
            + numbers.map { .fraction(numerator: $0, denominator: 3) }
            + MissingReason.allCases.map { .missing($0) }
        let period = pack.manifest.period
        pack.observations = values.flatMap { value in
            Observation.Qualifier.allCases.map {
                Observation(indicator: "visits", period: period, area: "exampleton", value: value, qualifier: $0)
            }
        }
        return [unchecked("figures of every size in records", as: .write, pack)]
    }

    /// Many observations, of several measures in turn, that do not compress well.
    static func manyObservations(_ count: Int) throws -> CorpusDocument {
        var random = SplitMix(state: 20_260_714)
        var pack = try pack(title: "A report with \(count) observations")
        let periods = try (0..<240).map { try ReportingPeriod.month($0 % 12 + 1, 2006 + $0 / 12) }
        let groups = (0..<(count / 480 + 1)).compactMap { number in
            Breakdown.Category.ID("team-\(number)").map {
                Breakdown.Category(id: $0, title: "Team \(random.next() % 1_000_000)")
            }
        }
        pack.breakdowns = [Breakdown(id: "team", title: "Team", categories: groups)]
        for index in pack.indicators.indices { pack.indicators[index].breakdown = "team" }
        pack.observations = (0..<count).map { number in
            let numerator = Double(random.next() % 1_000)
            let value: ObservedValue =
                number % 13 == 5 ? .missing(.suppressed) : .fraction(numerator: numerator, denominator: 1_009)
            return Observation(
                indicator: number % 2 == 0 ? "visits" : "contacts", period: periods[number / 2 % 240],
                area: "exampleton", category: groups[number / 480].id, value: value,
                note: remark(ofRow: number + 1, of: count) ?? "Remark \(random.next())")
        }
        return unchecked("\(count) observations", as: .write, pack)
    }

    /// Publications that differ in one observation.
    static func recordLookalikes() throws -> [CorpusDocument] {
        let pack = try everySort()
        let periods =
            [
                try ReportingPeriod.month(7, 2024), try ReportingPeriod.month(7, 2023),
                .snapshot(try CalendarDate(year: 2024, month: 7, day: 31)),
            ]
            + (try ["FY2024-25", "FY2024-25-Q2", "AY2024-25", "2024", "2024-07-01/2024-08-15"].map {
                try ReportingPeriod($0)
            })
        let values: [(String, ObservedValue)] =
            [
                ("zero", .value(0)), ("zero out of 224", .value(0, outOf: 224)),
                ("zero of 224", .fraction(numerator: 0, denominator: 224)), ("one", .value(1)),
                ("minus one", .value(-1)),
            ] + MissingReason.allCases.map { ("missing, \($0.rawValue)", .missing($0)) }
        var documents: [CorpusDocument] = []
        for (place, index) in [("first", 0), ("last", pack.observations.count - 1)] {
            func add(_ name: String, _ change: (inout Observation) -> Void) {
                var changed = pack
                changed.observations[index].value = .value(2)
                changed.observations[index].qualifier = .exact
                changed.observations[index].category = nil
                change(&changed.observations[index])
                documents.append(unchecked("\(name) in the \(place) observation", as: .write, changed))
            }
            for (name, value) in values { add(name) { $0.value = value } }
            for qualifier in Observation.Qualifier.allCases where qualifier != .exact {
                add("qualifier \(qualifier.rawValue)") { $0.qualifier = qualifier }
            }
            add("another measure") { $0.indicator = $0.indicator == "visits" ? "contacts" : "visits" }
            add("another area") { $0.area = "neighbour" }
            add("a category") { $0.category = "north" }
            add("another category") { $0.category = "south" }
            for period in periods { add("period \(period.code)") { $0.period = period } }
            add("an empty note") { $0.note = "" }
            add("a note") { $0.note = "words" }
            add("another note") { $0.note = "Words" }
            add("no note") { $0.note = nil }
            add("two decimals") { $0.value = .value(2.25) }
            add("three decimals") { $0.value = .value(2.251) }
            add("many digits") { $0.value = .value(16_777_216) }
            add("as many digits") { $0.value = .value(16_777_217) }
        }
        var shorter = pack
        shorter.observations.removeLast()
        return documents + [unchecked("without the last observation", as: .write, shorter)]
    }

    /// Records that no report can be published with.
    static func recordsBeyondContract() throws -> [CorpusDocument] {
        func broken(_ name: String, _ change: (inout ReportPack) -> Void) throws -> CorpusDocument {
            var pack = try fullPack()
            pack.observations[0].note = confidentialWord
            change(&pack)
            return unchecked(name, as: .survive, pack)
        }
        func figure(_ name: String, _ value: ObservedValue) throws -> CorpusDocument {
            try broken(name) { $0.observations[0].value = value }
        }
        return [
            try figure("an observation that is not a number", .value(.nan)),
            try figure("an infinite observation", .value(-.infinity)),
            try figure("an infinite base", .value(1, outOf: .infinity)),
            try figure("an infinite numerator", .fraction(numerator: .infinity, denominator: 224)),
            try broken("an observation of an unknown measure") { $0.observations[0].indicator = "absent" },
            try broken("an observation of an unknown area") { $0.observations[0].area = "absent" },
            try broken("an observation of an unknown category") { $0.observations[0].category = "absent" },
            try broken("two measures with the same identifier") { $0.indicators.append($0.indicators[0]) },
            try broken("observations without measures") { $0.indicators = [] },
        ]
    }

    /// The version of a pack for officers.
    private static func document(_ name: String, of pack: ReportPack) throws -> CorpusDocument {
        CorpusDocument(name: name, demand: .write, publication: try pack.publish(for: .officers))
    }

    /// A publication of records as they are, so that validation neither refuses nor rearranges them.
    private static func unchecked(
        _ name: String, as demand: CorpusDocument.Demand, _ pack: ReportPack
    ) -> CorpusDocument {
        CorpusDocument(name: name, demand: demand, publication: publication(of: pack))
    }
}
