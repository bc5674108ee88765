import FamilyServicesKit
import Testing

@testable import PublishedStatistics

@Suite("Councils with their days")
struct AreaTests {
    private func day(_ text: String) throws -> CalendarDate { try CalendarDate(iso: text) }

    @Test(
        "How many councils there are on a day",
        arguments: [
            ("2018-06-01", 152), ("2019-03-31", 152), ("2019-04-01", 151), ("2021-03-31", 151), ("2021-04-01", 152),
            ("2023-03-31", 152), ("2023-04-01", 153), ("2026-12-01", 153), ("2027-04-01", 154),
        ])
    func counts(text: String, count: Int) throws {
        #expect(LocalAuthority.all(on: try day(text)).count == count)
    }

    @Test("Every council has a name, an identifier, codes and a region of its own")
    func register() {
        let all = LocalAuthority.all
        #expect(all.count == 160)
        #expect(Set(all.map(\.id)).count == all.count)
        let codes = all.compactMap { $0.dfeCode?.text } + all.flatMap { $0.codes.map(\.code.text) }
        #expect(Set(codes).count == codes.count)
        for authority in all where authority.region != .london {
            #expect(!authority.name.isEmpty)
            let isFuture = authority.firstDay.map { $0.year == 2027 } ?? false
            #expect((authority.dfeCode == nil) == isFuture, "\(authority.name)")
            #expect(LocalAuthority.named(authority.name).contains(authority), "\(authority.name)")
            #expect(LocalAuthority.with(id: authority.id) == authority)
        }
        #expect(!all.contains { $0.region == .london })
    }

    @Test("Who follows whom, on days that leave no gap")
    func successors() throws {
        for authority in LocalAuthority.all where !authority.successors.isEmpty {
            let last = try #require(authority.lastDay)
            for id in authority.successors {
                let next = try #require(LocalAuthority.with(id: id))
                #expect(next.firstDay == last.adding(days: 1), "\(next.name)")
                #expect(next.predecessors.contains(authority.id))
            }
        }
        #expect(
            LocalAuthority.with(code: "839")?.predecessors.map(\.text).sorted() == [
                "bournemouth", "dorset-county", "poole",
            ])
        #expect(LocalAuthority.with(code: "936")?.successors == ["east-surrey", "west-surrey"])
    }

    @Test("A code that changed means the same council, and each day has its code")
    func codes() throws {
        let somerset = try #require(LocalAuthority.with(code: "E10000027"))
        #expect(somerset == LocalAuthority.with(code: "E06000066"))
        #expect(somerset.onsCode(on: try day("2023-03-31"))?.text == "E10000027")
        #expect(somerset.onsCode(on: try day("2023-04-01"))?.text == "E06000066")
        #expect(LocalAuthority.with(code: "373")?.onsCode(on: try day("2025-03-31"))?.text == "E08000019")
    }

    @Test(
        "Names as people and files write them",
        arguments: [
            ("Barnet", "barnet"), ("London Borough of Barnet", "barnet"), ("Hull", "kingston-upon-hull"),
            ("Kingston upon Hull, City of", "kingston-upon-hull"), ("St Helens", "st-helens"),
            ("St. Helens", "st-helens"),
            ("Bournemouth, Christchurch & Poole", "bournemouth-christchurch-and-poole"), ("bristol", "bristol"),
            ("City of Bristol", "bristol"), ("Durham", "county-durham"), ("Stoke on Trent", "stoke-on-trent"),
            ("Dorset", "dorset"), ("E09000003", "barnet"), ("302", "barnet"), ("Herefordshire", "herefordshire"),
            ("City of London", "city-of-london"), ("Telford & Wrekin", "telford-and-wrekin"),
        ])
    func names(text: String, id: String) throws {
        #expect(LocalAuthority.named(text, on: try day("2026-01-01")).map(\.id.text) == [id])
    }

    @Test("A name of no council means none, and the nearest is known")
    func unknown() {
        #expect(LocalAuthority.named("Narnia").isEmpty)
        #expect(LocalAuthority.named("").isEmpty)
        #expect(LocalAuthority.nearest(to: "Barnett")?.id == "barnet")
    }

    @Test("Regions however they are written")
    func regions() {
        #expect(EnglishRegion("London (Outer)") == .outerLondon)
        #expect(EnglishRegion("Inner London") == .innerLondon)
        #expect(EnglishRegion("London") == .london)
        #expect(EnglishRegion("Yorkshire and The Humber") == .yorkshireAndTheHumber)
        #expect(EnglishRegion("E12000006") == .eastOfEngland)
        #expect(EnglishRegion("East") == nil)
        #expect(EnglishRegion.innerLondon.whole == .london)
    }

    @Test("Rows of joint returns, with two codes, and of no council")
    func places() {
        let joint = PublishedPlace(
            level: "Local authority", oldCode: "314 / 318", newCode: "E09000021 / E09000027",
            authorityName: "Kingston upon Thames / Richmond upon Thames")
        #expect(joint.meaning == .joint(["kingston-upon-thames", "richmond-upon-thames"]))
        #expect(PublishedPlace(level: "Local authority", newCode: "E08000039").meaning == .authority("sheffield"))
        #expect(PublishedPlace(level: "Local authority", oldCode: "999", authorityName: "Narnia").meaning == nil)
        #expect(PublishedPlace(level: "School", oldCode: "302").meaning == nil)
        #expect(PublishedPlace(level: "Regional", regionCode: "E12000007").meaning == .region(.london))
    }
}

@Suite("Reading figures by lines")
struct FigureReadingTests {
    private static let heading =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
        + "new_la_code,la_name,sex,age,n,of,share"

    /// Writes a file and reads it.
    private func read(_ rows: [String], _ line: PublishedLine) throws -> FileReading {
        var reading = FileReading(lines: [line], areas: nil, file: "x_2025.csv")
        let text = ([Self.heading] + rows).joined(separator: "\n")
        try reading.read(StatisticsReader(bytes: Array(text.utf8), name: "x_2025.csv"))
        return reading
    }

    private let barnet =
        "2025,Reporting year,Local authority,E92000001,England,E13000002,Outer London,302,E09000003,Barnet"
    private let line = PublishedLine(
        "share", file: "x", value: "share", numerator: "n", denominator: "of", year: .toMarch, unit: .percent)

    @Test("Total rows are totals, wherever they are")
    func totals() throws {
        let rows = ["Girls,Total,1,4,25", "Total,Total,5,10,50", "Total,Under 5,2,8,25", "Boys,Total,4,6,66.7"]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]] {
            let found = try read(order.map { "\(barnet),\(rows[$0])" }, line)
            #expect(found.observations["share"]?.map(\.value) == [.number(50, decimals: 0)])
            #expect(!found.notes.contains { $0.kind == .repeatedFigure })
        }
    }

    @Test("A filter that the line names chooses its row")
    func filters() throws {
        var girls = line
        girls.filters = ["sex": "Girls"]
        let found = try read(["\(barnet),Girls,Total,1,4,25", "\(barnet),Total,Total,5,10,50"], girls)
        #expect(found.observations["share"]?.map(\.value) == [.number(25, decimals: 0)])
    }

    @Test("Two rows for one figure are said, and the first is kept")
    func repeated() throws {
        let found = try read(["\(barnet),Girls,a,1,4,25", "\(barnet),Boys,a,5,10,50"], line)
        #expect(found.observations["share"]?.map(\.value) == [.number(25, decimals: 0)])
        #expect(found.notes.contains { $0.kind == .repeatedFigure && $0.line == 3 })
    }

    @Test("What a council has before its first and after its last day is not missing: it is not there")
    func ghosts() throws {
        let cumbria =
            "Reporting year,Local authority,E92000001,England,E12000002,North West,909,E10000006,Cumbria,Total,Total"
        let found = try read(["2023,\(cumbria),1,2,50", "2024,\(cumbria),z,z,z", "2025,\(cumbria),1,2,50"], line)
        #expect(found.observations["share"]?.map(\.time.code) == ["2023"])
        #expect(found.notes.filter { $0.kind == .noSuchCouncil }.map(\.line) == [4])
    }

    @Test("What is not read is listed: places, cells and columns")
    func unread() throws {
        let narnia = barnet.replacing("302", with: "999").replacing("E09000003", with: "E99999999").replacing(
            "Barnet", with: "Narnia")
        let found = try read(
            ["\(barnet),Total,Total,5,10,fifty", "\(narnia),Total,Total,5,10,50"],
            PublishedLine("share", file: "x", value: "share", year: .toMarch, unit: .percent))
        #expect(found.notes.contains { $0.kind == .unreadableCell && $0.line == 2 })
        #expect(found.notes.contains { $0.kind == .unknownPlace && $0.line == 3 && $0.text.contains("Narnia") })
        #expect(found.notes.contains { $0.kind == .unusedColumn && $0.text.contains("“n”") })
    }

    @Test("A row that is too short says so, and nothing is read by halves")
    func short() throws {
        #expect(throws: PublishedFileError.wrongWidth(file: "x_2025.csv", line: 2, cells: 12, columns: 15)) {
            _ = try read(["\(barnet),Total,Total"], line)
        }
    }

    @Test("A denominator in a row of its own")
    func otherRow() throws {
        let shares = PublishedLine(
            "share", file: "x", value: "share", numerator: "n", denominator: "n", filters: ["age": "Suitable"],
            denominatorFilters: ["age": "All ages"], year: .toMarch, unit: .percent, decimals: 0)
        let found = try read(["\(barnet),Total,Suitable,3,x,75", "\(barnet),Total,All ages,4,x,100"], shares)
        #expect(found.observations["share"]?.map(\.observedValue) == [.fraction(numerator: 3, denominator: 4)])
    }

    @Test(
        "The beginning of a name finds its file, and no other",
        arguments: [
            ("b1_children", "b1_children_in_need_2013.csv", true), ("b1", "b10_x.csv", false), ("b1", "b1.csv", true),
            ("csww_indicators", "csww_indicators_2017_to_2025.csv", true), ("csww", "cswwx.csv", false),
            ("x", "y.csv", false),
        ])
    func files(beginning: String, name: String, isIn: Bool) {
        #expect(PublishedLine("a", file: beginning, value: "v", year: .toMarch, unit: .count).isIn(name) == isIn)
    }

    @Test("A mapping that cannot be understood names its line")
    func badMapping() {
        let text = "indicator,file,year,unit,value\na,f,year to 31 March,percent,v\nb,f,someday,percent,v\n"
        #expect {
            _ = try PublishedLine.lines(in: Array(text.utf8), file: "m.csv")
        } throws: { error in
            "\(error)".hasPrefix("m.csv:3: error: “someday”")
        }
    }

    @Test(
        "A mapping has each measure, column and filter once",
        arguments: [
            (
                "indicator,file,year,unit,value\na,f,31 March,percent,v\na,g,31 March,percent,v\n",
                "m.csv:3: error: “a” has a line already"
            ),
            (
                "indicator,file,year,unit,value,filter\na,f,31 March,percent,v,w\n",
                "m.csv:1: error: The heading “filter” is none that this list can have; did you mean “filters”?"
            ),
            ("indicator,file,year,unit,value,Value\na,f,31 March,percent,v,w\n", "m.csv:1: error: The heading “Value”"),
            (
                "indicator,file,year,unit,value,filters\na,f,31 March,percent,v,sex=Girls; sex=Boys\n",
                "m.csv:2: error: There are two filters for “sex”"
            ),
        ])
    func repeatedMapping(text: String, beginning: String) {
        #expect {
            _ = try PublishedLine.lines(in: Array(text.utf8), file: "m.csv")
        } throws: { error in
            "\(error)".hasPrefix(beginning)
        }
    }
}
