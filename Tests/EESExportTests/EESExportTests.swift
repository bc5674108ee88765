import EESExport
import FamilyServicesKit
import PublishedStatistics
import TestSupport
import Testing
import ZipPackage

/// A pack of Barnet with figures of every kind, for the public.
private func pack(_ change: (inout ReportPack) -> Void = { _ in }) throws -> ReportPack {
    let agreement = SharingAgreement(id: "club", title: "Club", audiences: [.officers])
    var pack = ReportPack(
        manifest: ReportPack.Manifest(
            title: "Figures", organisation: "Barnet Council", area: "barnet", period: try ReportingPeriod("2025-03"),
            date: try CalendarDate(iso: "2025-05-01"),
            areas: [
                Area(
                    id: "barnet", title: "Barnet", kind: .localAuthority, onsCode: ONSCode("E09000003"),
                    dfeCode: DfECode("302")),
                Area(
                    id: "yorkshire", title: "Yorkshire and the Humber", kind: .region, onsCode: ONSCode("E12000003")),
                .england,
                .statisticalNeighbours, Area(id: "west", title: "West", kind: .locality),
            ], agreements: [agreement]))
    pack.breakdowns = [
        Breakdown(
            id: "ethnic-group", title: "Ethnic group",
            categories: [
                .init(id: "all", title: "All"), .init(id: "white", title: "White"), .init(id: "asian", title: "Asian"),
            ],
            total: "all")
    ]
    pack.indicators = [
        Indicator(
            id: "visits", title: "Visits in time", group: "Timeliness", unit: .percent, polarity: .higherIsBetter),
        Indicator(id: "spend", title: "Spend", group: "Money.", unit: .money(.thousands), polarity: .neutral),
        Indicator(
            id: "children", title: "Children in care", group: "Money", unit: .count, polarity: .neutral,
            breakdown: "ethnic-group"),
        Indicator(id: "2-year-visits", title: "Visits in time", unit: .rate(per: 10_000), polarity: .neutral),
    ]
    func observe(
        _ id: Indicator.ID, _ period: String, _ area: Area.ID, _ value: ObservedValue,
        category: Breakdown.Category.ID? = nil,
        _ qualifier: Observation.Qualifier = .exact, access: Access = .unrestricted
    ) throws {
        pack.observations.append(
            Observation(
                indicator: id, period: try ReportingPeriod(period), area: area, category: category, value: value,
                qualifier: qualifier, access: access))
    }
    try observe("visits", "2025-03", "barnet", .fraction(numerator: 180, denominator: 200))
    try observe("visits", "2025-02", "barnet", .fraction(numerator: 150, denominator: 160))
    try observe("visits", "2025-01", "barnet", .missing(.noneRecorded))
    try observe("visits", "2025-03", "england", .value(88.25))
    try observe("visits", "2025-03", "statistical-neighbours", .value(86))
    try observe("visits", "2025-03", "west", .value(86))
    try observe("visits", "FY2023-24", "yorkshire", .value(85, outOf: 4000))
    try observe("visits", "FY2024-25-Q3", "barnet", .value(91))
    try observe("visits", "2024-04-01/2024-09-30", "barnet", .value(92))
    try observe("visits", "2024-04-01/2024-10-31", "barnet", .value(92))
    try observe("spend", "FY2024-25", "barnet", .value(1234.5))
    try observe("spend", "AY2023-24", "barnet", .value(30), .above)
    try observe("children", "2025-03-31", "barnet", .value(340), category: "all")
    try observe("children", "2025-03-31", "barnet", .value(200), category: "white")
    try observe("children", "2025-03-31", "barnet", .value(140), category: "asian")
    try observe("2-year-visits", "2025-03", "barnet", .value(52.1), access: Access(agreements: ["club"]))
    change(&pack)
    return pack
}

private func files(_ pack: ReportPack, for audience: Audience = .everyone) throws -> [String: String] {
    let files = try EESExporter.files(of: try pack.publish(for: audience))
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
}

/// Screens each pair of some files.
private func findings(_ files: [(name: String, bytes: [UInt8])]) -> [ScreeningFinding] {
    files.filter { !$0.name.contains(".meta.") && $0.name != "dataset_names.csv" }.flatMap { data in
        let meta = files.first { $0.name == DataFilePair.stem(of: data.name) + ".meta.csv" }
        return DataFileScreening(data: data, meta: meta).findings
    }
}

@Suite("Our own figures as data files for explore education statistics")
struct EESExportTests {
    @Test("There is a pair of files for each kind of time and each breakdown, and they are named")
    func names() throws {
        let files = try files(pack())
        let stems = [
            "barnet_council_academic_years", "barnet_council_financial_years", "barnet_council_half_yearly",
            "barnet_council_monthly", "barnet_council_quarterly", "barnet_council_years",
            "barnet_council_years_by_ethnic_group",
        ]
        #expect(Set(files.keys) == Set(stems.flatMap { ["\($0).csv", "\($0).meta.csv"] } + ["dataset_names.csv"]))
        #expect(
            files["dataset_names.csv"]?.contains(
                "barnet_council_years_by_ethnic_group,\"Barnet Council, reporting years, by Ethnic group\"") == true)
    }

    @Test("A figure of a month and one of its last day are both there, each in a file of its own")
    func monthEnds() throws {
        let files = try files(
            pack { pack in
                for (period, value) in [("2025-03", 12.0), ("2025-03-31", 340), ("2025-02-28", 330)] {
                    pack.observations.append(
                        Observation(
                            indicator: "spend", period: (try? ReportingPeriod(period)) ?? .snapshot(pack.manifest.date),
                            area: "barnet", value: .value(value)))
                }
            })
        #expect(files["barnet_council_monthly.csv"]?.contains("12") == true)
        let ends = try #require(files["barnet_council_month_ends.csv"])
        #expect(ends.contains("2025,March") && ends.contains("340") && ends.contains("330") && !ends.contains(",12"))
        #expect(files["dataset_names.csv"]?.contains("ends of months") == true)
    }

    @Test("A row is a time and a place; shares stand beside their counts, and nothing is blank")
    func rows() throws {
        let files = try files(pack())
        let monthly = try #require(files["barnet_council_monthly.csv"]).split(separator: "\n").map(String.init)
        #expect(
            monthly == [
                "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
                    + "new_la_code,la_name,visits,visits_numerator,visits_denominator",
                "2025,January,Local authority,E92000001,England,E13000002,Outer London,302,E09000003,Barnet,z,z,z",
                "2025,February,Local authority,E92000001,England,E13000002,Outer London,302,E09000003,Barnet,93.8,150,160",
                "2025,March,National,E92000001,England,,,,,,88.3,x,x",
                "2025,March,Local authority,E92000001,England,E13000002,Outer London,302,E09000003,Barnet,90.0,180,200",
            ])
        #expect(files["barnet_council_quarterly.csv"]?.contains("202425,Financial year Q3,") == true)
        #expect(files["barnet_council_half_yearly.csv"]?.contains("202425,Part 1 (April to September),") == true)
        // A number that is only known to be exceeded is no number.
        #expect(files["barnet_council_academic_years.csv"]?.hasSuffix("Barnet,x\n") == true)
        let parts = try #require(files["barnet_council_years_by_ethnic_group.csv"])
        #expect(parts.contains("la_name,ethnicity_detailed,children\n"))
        #expect(parts.contains("Barnet,Total,340\n") && parts.contains("Barnet,White,200\n"))
    }

    @Test("The description names each column as the report does")
    func descriptions() throws {
        let files = try files(pack())
        let monthly = try #require(files["barnet_council_monthly.meta.csv"])
        #expect(monthly.contains("visits,Indicator,Visits in time,Timeliness,%,1,,\n"))
        #expect(monthly.contains("visits_denominator,Indicator,Visits in time: out of,Timeliness,,0,,\n"))
        #expect(
            files["barnet_council_financial_years.meta.csv"]?.contains("spend,Indicator,Spend (thousand pounds),")
                == true)
    }

    @Test("What was shared under an agreement, or is withheld, is not there")
    func disclosure() throws {
        let pack = try pack {
            $0.observations.append(
                Observation(
                    indicator: "visits", period: $0.manifest.period, area: "yorkshire",
                    value: .fraction(numerator: 3, denominator: 4)))
        }
        let monthly = try #require(try files(pack)["barnet_council_monthly.csv"])
        #expect(!monthly.contains("52.1") && !monthly.contains("2_year"))
        #expect(monthly.contains("Yorkshire and The Humber,,,,c,c,c\n"))
        #expect(throws: EESExportError.notPublic(.members)) { try files(pack, for: .members) }
    }

    @Test("What has no place in such files is said")
    func omissions() throws {
        let omissions = EESExporter.omissions(in: try pack().publish(for: .everyone))
        #expect(omissions.count == 3)
        #expect(omissions.contains { $0.contains("“Statistical neighbours”") })
        #expect(omissions.contains { $0.contains("“West”") })
        #expect(throws: EESExportError.nothingToWrite) {
            try files(pack { $0.observations.removeAll { $0.area != "west" } })
        }
    }

    @Test("They pass the screener, also with names and texts that nobody should choose")
    func screened() throws {
        var random = SeededGenerator(seed: 18)
        for round in 0..<12 {
            let pack = try pack { pack in
                guard round > 0 else { return }
                let titles = [
                    "", " ", "NULL", "Total", String(repeating: "long ", count: 40), "A, \"b\"", "Visits in time", "é",
                ]
                for index in pack.indicators.indices {
                    pack.indicators[index].title = titles.randomElement(using: &random) ?? ""
                    pack.indicators[index].group = ["x.", "x", "X y", "X  y", ""].randomElement(using: &random) ?? ""
                    let ids = [
                        "la-name", "time_period", "9", String(repeating: "m", count: 60), "Sch-ID", "region", "x",
                    ]
                    let old = pack.indicators[index].id
                    let new = Indicator.ID(stringLiteral: (ids.randomElement(using: &random) ?? "x") + "-\(index)")
                    pack.indicators[index].id = new
                    for place in pack.observations.indices where pack.observations[place].indicator == old {
                        pack.observations[place].indicator = new
                    }
                }
                for index in pack.breakdowns[0].categories.indices {
                    pack.breakdowns[0].categories[index].title =
                        ["Same", "Same ", "Total", " x", "NA"].randomElement(using: &random) ?? ""
                }
            }
            let found = findings(try EESExporter.files(of: try pack.publish(for: .everyone)))
            #expect(found.filter { $0.severity == .error }.map(\.description) == [], "round \(round)")
        }
    }

    @Test("The examples' figures pass the screener", arguments: ExamplePacks.realNames)
    func examples(name: String) throws {
        let publication = try ExamplePacks.publication(name, for: .everyone)
        do {
            let found = findings(try EESExporter.files(of: publication))
            #expect(found.filter { $0.severity == .error }.map(\.description) == [])
        } catch EESExportError.nothingToWrite {
            #expect(!EESExporter.omissions(in: publication).isEmpty || publication.pack.observations.isEmpty)
        }
    }

    @Test("The ZIP file holds the files, the same bytes each time")
    func archive() throws {
        let publication = try pack().publish(for: .everyone)
        let exporter = EESExporter(options: .init())
        let bytes = try exporter.data(publication)
        #expect(try exporter.data(publication) == bytes)
        let archive = try ZipFile(bytes: bytes)
        #expect(archive.entries.map(\.name) == (try EESExporter.files(of: publication)).map(\.name))
        for (entry, file) in zip(archive.entries, try EESExporter.files(of: publication)) {
            #expect(try archive.contents(of: entry) == file.bytes)
        }
    }

    @Test("Invented figures say so in every label and name")
    func invented() throws {
        let files = try files(pack { $0.manifest.isSynthetic = true })
        #expect(files.keys.allSatisfy { $0.hasPrefix("invented_") || $0 == "dataset_names.csv" })
        let meta = try #require(files["invented_barnet_council_monthly.meta.csv"])
        #expect(meta.contains("Invented: Visits in time"))
    }
}
