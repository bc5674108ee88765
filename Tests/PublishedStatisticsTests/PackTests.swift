import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite(
    "Packs of one council from published files",
    .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
struct CouncilPackTests {
    private static let folder = Result { try PublishedFolder(path: PublishedFiles.path) }

    private func options(_ change: (inout CouncilPack.Options) -> Void = { _ in }) throws -> CouncilPack.Options {
        var options = CouncilPack.Options(date: try CalendarDate(iso: "2026-01-15"))
        change(&options)
        return options
    }

    private func pack(_ code: String, _ options: CouncilPack.Options) throws -> CouncilPack {
        try CouncilPack(of: try #require(LocalAuthority.with(code: code)), from: Self.folder.get(), options: options)
    }

    private func load(_ pack: CouncilPack, adding files: [String: String] = [:]) throws -> LoadedReportPack {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-council-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in pack.own + pack.published { try Data(text.utf8).write(to: folder.appending(path: name)) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return ReportPackLoader().load(folder: folder.path)
    }

    /// A few that are unlike the others; every one by night.
    private static var codes: [String] {
        let current = LocalAuthority.all.filter { $0.lastDay.map { $0.year > 2026 } ?? true }.compactMap {
            $0.dfeCode?.text
        }
        return TestSize.isNightly ? current : ["201", "302", "314", "342", "420", "839", "941", "942"]
    }

    @Test("It loads without an error or a warning", arguments: codes)
    func loads(code: String) throws {
        let made = try pack(code, options())
        let result = try load(made)
        #expect(result.diagnostics.map(\.description) == [])
        let pack = try #require(result.pack)
        #expect(pack.indicators.count >= 30 || code == "420")
        #expect(pack.manifest.areas.contains { $0.kind == .statisticalNeighbours } == (made.neighbours != nil))
    }

    @Test("What an analyst adds is beside what was published")
    func additions() throws {
        let result = try load(
            try pack("302", options()),
            adding: [
                "indicators.csv": "id,title,unit,polarity\nvisits,Visits in time,percent,higher-is-better\n",
                "observations.csv": "indicator,period,value\nvisits,2025-12,88\n",
                "targets.csv": "indicator,target\nrepeat-referrals,at most 18\n",
            ])
        #expect(result.diagnostics.map(\.description) == [])
        #expect(result.pack?.indicators.contains { $0.id == "visits" } == true)
    }

    @Test("A measure that only a mapping knows is in the pack, to be named by people")
    func further() throws {
        let line = PublishedLine(
            "any-point", file: "b1_children_in_need", value: "Anypoint_child", year: .toMarch, unit: .count)
        let result = try load(pack("302", options { $0.lines = [line] }))
        #expect(result.diagnostics.map(\.description) == [])
        #expect(result.pack?.observations.contains { $0.indicator == "any-point" && $0.area == "barnet" } == true)
    }

    @Test("A joint return is each council's share, and nobody's count")
    func joint() throws {
        let made = try pack("314", options())
        let own = try #require(try load(made).pack).observations.filter { $0.area == "kingston-upon-thames" }
        let caseload = try #require(own.first { $0.indicator == "caseload" })
        #expect(caseload.note?.contains("Richmond upon Thames") == true)
        #expect(!own.contains { $0.indicator == "social-workers" && $0.note != nil })
        #expect(made.remarks.contains { $0.contains("one return") })
    }

    @Test("A series goes on over a reorganisation only where a person says so, and then says so itself")
    func continued() throws {
        let apart = try #require(try load(pack("838", options())).pack)
        let own = { (pack: ReportPack) in
            pack.observations.filter { $0.area == "dorset" && $0.indicator == "referrals" }.map(\.period).min {
                $0.lastDay < $1.lastDay
            }?.code
        }
        #expect(own(apart) == "FY2019-20")
        #expect(apart.indicators.allSatisfy { $0.breaks.isEmpty })
        let together = try load(pack("838", options { $0.continues = "dorset-county" }))
        #expect(together.errors.map(\.description) == [])
        let joined = try #require(together.pack)
        #expect(own(joined) == "FY2012-13")
        let referrals = try #require(joined.indicators.first { $0.id == "referrals" })
        #expect(referrals.breaks.map(\.day) == [try CalendarDate(iso: "2019-04-01")])
        #expect(referrals.breaks.allSatisfy { $0.isComparable && $0.reason.contains("Dorset") })
        #expect(throws: CouncilPack.Problem.self) { try self.pack("838", options { $0.continues = "kent" }) }
    }

    @Test("A report names its model of neighbours, and can show two; a mean says what it rests on")
    func models() throws {
        let both = try #require(
            try load(
                pack(
                    "302",
                    options {
                        $0.showsEarlierModel = true
                        $0.statistic = .mean
                    })
            ).pack)
        let groups = both.manifest.areas.filter { $0.kind == .statisticalNeighbours }
        #expect(
            groups.map(\.title) == [
                "Statistical neighbours (2025 model), mean", "Statistical neighbours (2021 model), mean",
            ])
        let mean = try #require(both.observations.first { $0.area == groups[0].id && $0.indicator == "caseload" })
        #expect(mean.note?.hasPrefix("mean of ") == true)
        #expect(throws: CouncilPack.Problem.noModel(year: 2019, known: [2021, 2025])) {
            try pack("302", options { $0.model = 2019 })
        }
    }

    @Test("Newer files: what was revised is said, what a person wrote stays, what is gone is kept")
    func refresh() throws {
        let made = try pack("302", options())
        let table = try #require(made.published.first { $0.name == CouncilPack.observationsFile }?.text)
        let document = try #require(made.published.first { $0.name == CouncilPack.publishedFile }?.text)
        let same = try PackRefresh(of: (Array(table.utf8), document), with: (table, document))
        #expect(same.revised.isEmpty && same.added.isEmpty && same.kept.isEmpty)
        #expect(same.table == table)
        #expect(same.document == document)
        let lines = table.split(separator: "\n").map(String.init)
        var older = lines
        older[1] = "population-0-17,2024-06-30,england,1,,,,ons,"
        older.remove(at: 2)
        older.append("gone-away,FY2011-12,barnet,5,,,,old-file,")
        let oldDocument = document.replacing(
            "sources:\n", with: "sources:\n  - {id: \"old-file\", title: \"Old\", publisher: \"DfE\"}\n")
        let refresh = try PackRefresh(
            of: (Array(older.joined(separator: "\n").utf8), oldDocument), with: (table, document))
        #expect(refresh.revised.map(\.before) == ["1"])
        #expect(refresh.added.count == 1)
        #expect(refresh.kept.map(\.indicator) == ["gone-away"])
        #expect(refresh.table.hasPrefix(table) && refresh.table.contains("gone-away"))
        #expect(refresh.document.contains("old-file"))
        // A workbook keeps the same as lists of fields.
        let listed = oldDocument.replacing(
            "  - {id: \"old-file\", title: \"Old\", publisher: \"DfE\"}\n",
            with: "  - id: \"old-file\"\n    title: \"Old\"\n    publisher: \"DfE\"\n")
        let again = try PackRefresh(
            of: (Array(older.joined(separator: "\n").utf8), listed), with: (table, document))
        #expect(again.document.contains("  - id: \"old-file\"\n    title: \"Old\"\n    publisher: \"DfE\"\n"))
        #expect(again.table == refresh.table)
        let origin = try #require(PackRefresh.Origin(in: document))
        #expect(origin.council == "barnet" && origin.model == 2025 && origin.statistic == .median)
    }
}

@Suite(
    "Published files as a whole",
    .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
struct PublishedFileTests {
    @Test(
        "England less the sum of councils is within what rounding to 10 allows, in years when every council has a number"
    )
    func sums() throws {
        let figures = try PublishedFiles.figures.get()
        var checked = 0
        for id in ["referrals", "children-in-need", "plans-started", "children-in-care"] as [Indicator.ID] {
            for year in 2013...2025 {
                let found = figures.observations(of: id, in: year)
                let councils = found.filter { LocalAuthority.with(id: $0.key) != nil }
                guard councils.count > 140, councils.values.allSatisfy({ $0.number != nil }),
                    let england = found[Area.england.id]?.number
                else { continue }
                let sum = councils.values.compactMap(\.number).reduce(0, +)
                // Some councils' counts are rounded too.
                #expect((england - sum).magnitude <= 5 + 5 * Double(councils.count) / 2, "\(id) \(year)")
                checked += 1
            }
        }
        #expect(checked >= 5)
    }

    @Test("What is not read is listed, and every place is known")
    func notes() throws {
        let notes = try PublishedFiles.figures.get().notes
        let strange = notes.filter { $0.kind != .unusedColumn }
        #expect(strange.map(\.description) == [])
    }

    @Test(
        "Of ten neighbours, four to five differ between the models, and the side of the median flips for some councils")
    func models() throws {
        let models = try PublishedFolder(path: PublishedFiles.path).neighbourModels()
        #expect(models.map(\.year) == [2021, 2025])
        let figures = try PublishedFiles.figures.get()
        var differing = 0
        var councils = 0
        for id in ["caseload", "turnover-rate", "agency-rate", "vacancy-rate", "repeat-referrals"] as [Indicator.ID] {
            let values = figures.observations(of: id, in: 2025).compactMapValues(\.number)
            let comparisons = models[1].neighbours.keys.compactMap {
                ModelComparison(of: $0, under: (models[0], models[1]), figures: values)
            }
            let flips = comparisons.count(where: \.flips)
            #expect((5...20).contains(flips), "\(id): \(flips)")
            differing = comparisons.reduce(0) { $0 + 10 - $1.sharedNeighbours }
            councils = comparisons.count
        }
        let average = Double(differing) / Double(councils)
        #expect((4.4...4.8).contains(average), "\(average)")
    }

    @Test("Inspections: no grade for care leavers before 2023, because there was none")
    func inspections() throws {
        let outcomes = try InspectionOutcomes(path: PublishedFiles.path + "/ilacs_inspection_history_2018_2025.csv")
        #expect(outcomes.problems == [])
        #expect(outcomes.inspections.count == 271)
        for inspection in outcomes.inspections {
            let areas = Set(inspection.judgements.map(\.area))
            #expect(areas.contains("overall effectiveness"))
            #expect(areas.contains("care leavers") == (inspection.start.year >= 2023))
        }
    }
}

@Suite("Two files of one kind in a folder")
struct RepeatedFileTests {
    /// Looks into a folder with some files.
    private func withFolder(of files: [String: String], _ body: (PublishedFolder) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-twice-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        try body(PublishedFolder(path: folder.path))
    }

    private func model(_ codes: String) -> String { "old_la_code,SN_1,SN_2,SN_3,SN_4,SN_5\n302,\(codes)\n" }

    @Test("A copy of a model is read once; another model of the same year is reported")
    func models() throws {
        let first = model("201,202,203,204,205")
        try withFolder(of: ["a_2025.csv": first, "b_2025.csv": first, "c_2021.csv": model("206,207,208,209,210")]) {
            let years = try $0.neighbourModels().map(\.year)
            #expect(years == [2021, 2025])
        }
        try withFolder(of: ["a_2025.csv": first, "b_2025.csv": model("206,207,208,209,210")]) { folder in
            #expect {
                _ = try folder.neighbourModels()
            } throws: { error in
                "\(error)".hasPrefix("b_2025.csv:1: error: Another file has a different model of 2025")
            }
        }
    }
}

@Suite("Inspections in the columns of Ofsted's workbook")
struct InspectionOutcomeTests {
    private let heading = [
        "Local authority area code", "Local authority name", "Inspection date", "Publication date", "Inspection type",
        "Overall effectiveness", "The experiences and progress of children in care",
    ]

    @Test("Inspections from April 2026 have no overall grade, which is not a missing one; what cannot be read is said")
    func grades() throws {
        let rows = [
            ["A title"], heading,
            ["E09000003", "Barnet", "2026-03-31", "2026-05-01", "ILACS Standard Inspection", "Good", "Outstanding"],
            ["E09000003", "Barnet", "2026-04-01", "2026-06-01", "ILACS Standard Inspection", "", "Good"],
            ["", "St Helens", "2023-01-09", "", "ILACS Short Inspection", "Splendid", "Good"],
            ["", "Narnia", "2023-01-09", "", "", "Good", "Good"],
            ["E09000003", "Barnet", "soon", "", "", "Good", "Good"],
        ]
        let outcomes = try #require(InspectionOutcomes(rows: rows, file: "o.ods"))
        let events = outcomes.events(of: "barnet")
        #expect(
            events.map { $0.judgements.map(\.area) } == [
                ["overall effectiveness", "children in care"], ["children in care"],
            ])
        #expect(outcomes.inspections.map(\.authority) == ["barnet", "barnet", "st-helens"])
        #expect(outcomes.problems.count == 3)
        #expect(InspectionOutcomes(rows: [["a", "b"]], file: "o.ods") == nil)
    }
}

@Suite(
    "Packs of the councils of a region",
    .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
struct RegionalPackTests {
    private static let folder = Result { try PublishedFolder(path: PublishedFiles.path) }

    /// Each made once, because the files are read for it.
    private static let packs = Once<EnglishRegion, RegionalPack> { region in
        try RegionalPack(
            of: region, from: RegionalPackTests.folder.get(), date: CalendarDate(iso: "2026-01-15"),
            agreement: "A “benchmarking” club")
    }

    private func pack(_ region: EnglishRegion) throws -> RegionalPack { try Self.packs(region) }

    private func load(_ pack: RegionalPack, adding files: [String: String] = [:]) throws -> LoadedReportPack {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-region-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in pack.own + pack.published { try Data(text.utf8).write(to: folder.appending(path: name)) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return ReportPackLoader().load(folder: folder.path)
    }

    /// A small region; every one by night.
    @Test(
        "It loads without an error or a warning, with every council of the day",
        arguments: TestSize.isNightly ? EnglishRegion.allCases : [.northEast, .outerLondon])
    func loads(region: EnglishRegion) throws {
        let made = try pack(region)
        let result = try load(made)
        #expect(result.diagnostics.map(\.description) == [])
        let pack = try #require(result.pack)
        #expect(pack.manifest.area == region.area.id)
        let councils = pack.manifest.areas.filter { $0.kind == .localAuthority }.map(\.id)
        #expect(councils.count + (made.remarks.contains { $0.contains("no figure") } ? 1 : 0) >= made.councils.count)
        #expect(made.measures >= 20)
        // Each inspection names its council, and is there once.
        #expect(pack.inspections.count == made.inspections && made.inspections >= made.councils.count)
        for council in made.councils {
            #expect(pack.inspections.contains { $0.title.hasPrefix(council.name + ": ") }, "\(council.name)")
        }
    }

    @Test("The report compares councils: places, ties, and better or worse only where it is clear")
    func compares() throws {
        let pack = try #require(try load(pack(.northEast)).pack)
        let publication = try pack.publish(for: .officers)
        let section = try #require(publication.sections.first { $0.id == "councils" })
        let tables = section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        #expect(tables.count > 20)
        #expect(tables[0].rows.count == 12)
        for table in tables.dropFirst() {
            let places = table.rows.compactMap { row -> Int? in
                guard case .text(let text) = row[0].value else { return nil }
                return Int(text.filter(\.isNumber))
            }
            #expect(places == places.sorted() && places.first == 1)
        }
    }

    @Test("What the councils share reaches those whom the agreement names, and nobody else")
    func shared() throws {
        let made = try pack(.northEast)
        let councils = made.councils.map(\.id.text)
        let rows = councils.enumerated().map {
            "visits,2025-12,\($1),,\(170 + $0),200,restricted \(RegionalPack.agreement)\n"
        }
        let result = try load(
            made,
            adding: [
                "indicators.csv": "id,title,unit,polarity\nvisits,Visits in time,percent,higher-is-better\n",
                "observations.csv": "indicator,period,area,value,numerator,denominator,access\n" + rows.joined(),
            ])
        #expect(result.diagnostics.map(\.description) == [])
        let pack = try #require(result.pack)
        let officers = try pack.publish(for: .officers)
        #expect(officers.pack.observations.contains { $0.indicator == "visits" })
        for audience in [Audience.everyone, .members] {
            let version = try pack.publish(for: audience)
            #expect(!version.pack.observations.contains { $0.indicator == "visits" })
            let section = version.sections.first { $0.id == "councils" }
            #expect(section != nil && !"\(section?.blocks ?? [])".contains("Visits in time"))
        }
    }

    @Test("A pack of a region says that it is one, so that it can be refreshed")
    func origin() throws {
        let made = try pack(.outerLondon)
        let document = try #require(made.published.first { $0.name == CouncilPack.publishedFile }?.text)
        let origin = try #require(PackRefresh.Origin(in: document))
        #expect(origin.region == .outerLondon && origin.council == "outer-london")
        let table = try #require(made.published.first { $0.name == CouncilPack.observationsFile }?.text)
        let refresh = try PackRefresh(of: (Array(table.utf8), document), with: (table, document))
        #expect(
            refresh.revised.isEmpty && refresh.added.isEmpty && refresh.kept.isEmpty && refresh.document == document)
    }

    @Test("A joint return is shown for both councils, and its counts for neither")
    func joint() throws {
        let table = try #require(
            try pack(.outerLondon).published.first { $0.name == CouncilPack.observationsFile }?.text)
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("caseload,") }
        for council in ["kingston-upon-thames", "richmond-upon-thames"] {
            #expect(rows.contains { $0.contains(",\(council),") && $0.contains("the figure is for both") })
        }
        let years = rows.filter { $0.contains(",kingston-upon-thames,") }
        #expect(Set(years.map { $0.split(separator: ",")[1] }).count == years.count)
    }
}
