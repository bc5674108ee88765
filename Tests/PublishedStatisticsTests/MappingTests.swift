import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@testable import PublishedStatistics

/// Looks into a folder with some files.
private func withFolder<Result>(of files: [String: String], _ body: (PublishedFolder) throws -> Result) throws -> Result
{
    let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-mapping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try body(PublishedFolder(path: folder.path))
}

private func lines(_ text: String) throws -> [PublishedLine] {
    try PublishedLine.lines(in: Array(text.utf8), file: "mapping.csv")
}

private let barnet = "Local authority,E92000001,England,E13000002,Outer London,302,E09000003,Barnet"
private let england = "National,E92000001,England,,,,,"
private let heading =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name"

@Suite("Files of unseen shape, read with a mapping and nothing else")
struct MappingTests {
    private static let population = "\(heading),age,people\n2024,Calendar year,\(barnet),Under 18,20000\n"
    private static let filtered = """
        \(heading),sex,placement,number,of_all
        202425,Financial year,\(england),Total,Total,900,x
        202425,Financial year,\(barnet),Total,Total,100,x
        202425,Financial year,\(barnet),Total,Secure,8,x
        202425,Financial year,\(barnet),Male,Secure,5,x
        202425,Financial year,\(barnet),Female,Secure,c,x

        """

    @Test("Several filters, a share of two rows, a rate from a count and a population")
    func shapes() throws {
        let mapping = try lines(
            """
            indicator,file,value,numerator,denominator,filters,denominator_filters,population,years_before,year,unit,decimals
            secure,placements,number,,,placement=Secure,,,,year to 31 March,count,
            secure-girls,placements,number,,,placement=Secure;sex=Female,,,,year to 31 March,count,
            secure-share,placements,,number,number,placement=Secure,placement=Total; sex=Total,,,year to 31 March,percent,1
            secure-rate,placements,,number,,placement=Secure,,people,1,year to 31 March,rate per 10000,1
            people,ages,people,,,,,,,30 June,count,
            """)
        let figures = try withFolder(of: ["placements_2025.csv": Self.filtered, "ages.csv": Self.population]) {
            try $0.figures(for: mapping)
        }
        #expect(figures.linesWithoutFile == [])
        #expect(figures.observation("secure", "barnet", 2025)?.displayed == "8")
        #expect(figures.observation("secure-girls", "barnet", 2025)?.displayed == "c")
        #expect(figures.observation("secure-share", "barnet", 2025)?.displayed == "8.0%")
        #expect(figures.observation("secure-rate", "barnet", 2025)?.displayed == "4.0")
        #expect(!figures.notes.contains { $0.kind == .emptyFilter || $0.kind == .repeatedFigure })
    }

    @Test("A filter that no row has is said, with those that there are, also where other areas are read")
    func filters() throws {
        let mapping = try lines(
            """
            indicator,file,value,filters,year,unit
            secure,placements,number,placement=secure,year to 31 March,count
            """)
        for areas in [nil, ["barnet"] as Set<Area.ID>] {
            let notes = try withFolder(of: ["placements.csv": Self.filtered]) {
                try $0.figures(for: mapping, of: areas).notes
            }
            let note = try #require(notes.first { $0.kind == .emptyFilter })
            #expect(note.text == "“secure”: no row has “secure” under “placement”; rows have “Total”, “Secure”.")
        }
    }

    @Test(
        "Why no file gives a line is said, with what is nearest",
        arguments: [
            ("placement,number,,", "“m”: no file begins with “placement”. Did you mean “placements”?"),
            ("placements,numbr,,", "“m”: the file placements.csv has no column “numbr” (did you mean “number”?)."),
            (
                "placements,number,,sexx=Total",
                "“m”: the file placements.csv has no column “sexx” (did you mean “sex”?)."
            ),
            ("notes,number,,", "“m”: the file notes.txt is not read. It is not a CSV file."),
        ])
    func reasons(cells: String, expected: String) throws {
        let mapping = try lines("indicator,file,value,numerator,filters,year,unit\nm,\(cells),year to 31 March,count\n")
        try withFolder(of: ["placements.csv": Self.filtered, "notes.txt": ""]) { folder in
            let line = try #require(try folder.figures(for: mapping).linesWithoutFile.first)
            #expect(folder.reason(for: line) == expected)
        }
    }

    @Test(
        "A row that cannot be understood is named with its line and what would be right",
        arguments: [
            (
                "m,f,v,,,year to 31 May,count,",
                "mapping.csv:2: error: “year to 31 May” is not a meaning of a year; write one of: "
            ),
            ("m,f,v,,,year to 31 March,counts,", "mapping.csv:2: error: “counts” is not a unit; write one of: "),
            ("m,f,,,,year to 31 March,count,", "mapping.csv:2: error: There is neither a “value” nor a “numerator”"),
            ("m,f,v,,sex,year to 31 March,count,", "mapping.csv:2: error: “sex” is not a filter; write column=text."),
            ("m,f,v,low,,year to 31 March,count,", "mapping.csv:2: error: One of “lower” and “upper” is blank"),
            (
                "m,f,v,,,year to 31 March,count,many",
                "mapping.csv:2: error: “many” under “decimals” is not a whole number"
            ),
        ])
    func problems(row: String, beginning: String) {
        #expect {
            _ = try lines("indicator,file,value,lower,filters,year,unit,decimals\n\(row)\n")
        } throws: { error in
            "\(error)".hasPrefix(beginning)
        }
    }

    @Test(
        "A description that fits says what is a filter; one that does not is said, and the data are read all the same")
    func descriptions() throws {
        // The first row has a number for a filter, which nobody could tell from a measure.
        let data =
            "\(heading),age,number\n202425,Financial year,\(barnet),5,7\n202425,Financial year,\(barnet),Total,9\n"
        let mapping = try lines("indicator,file,value,year,unit\nm,ages,number,year to 31 March,count\n")
        let columns =
            "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n"
        let fitting = columns + "age,Filter,Age,,,,,\nnumber,Indicator,Number,,,0,,\n"
        let read = { (meta: String) in
            try withFolder(of: ["ages.csv": data, "ages.meta.csv": meta]) { try $0.figures(for: mapping) }
        }
        #expect(try read(fitting).observation("m", "barnet", 2025)?.displayed == "9")
        #expect(try read(fitting).notes.allSatisfy { $0.kind != .description })
        let other = try read(columns + "ages,Filter,Age,,,,,\nnumber,Indicator,Number,,,0,,\n")
        #expect(
            other.notes.filter { $0.kind == .description }.map(\.description) == [
                "ages.meta.csv:2: note: The data have no column “ages”.",
                "ages.meta.csv: note: Nothing describes the column “age” of the data.",
            ])
        #expect(other.observations.count == 1)
    }
}

@Suite("Files like those of Fingertips")
struct FingertipsTests {
    private static let file = """
        Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,\
        Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Time period Sortable
        90284,Admissions,,,E92000001,England,England,Persons,<15 yrs,,,2022/23,75.3,74.8,75.9,75000,9960000,20220000
        90284,Admissions,E12000007,London,E09000003,Barnet,UA,Persons,<15 yrs,,,2022/23,60.1,54.9,65.7,480,79900,20220000
        90284,Admissions,E12000007,London,E09000003,Barnet,UA,Male,<15 yrs,,,2022/23,70.2,62.1,79.0,290,41300,20220000
        90284,Admissions,E12000007,London,E09000003,Barnet,UA,Persons,<15 yrs,Deprivation,Most deprived,2022/23,90,80,99,,,20220000
        90285,Other,E12000007,London,E09000003,Barnet,UA,Persons,<15 yrs,,,2022/23,1,0,2,,,20220000
        90284,Admissions,E92000001,England,E12000007,London,Region,Persons,<15 yrs,,,2019/20 - 21/22,65.0,64,66,,,20190000
        90284,Admissions,E92000001,England,E07000008,Cambridge,District,Persons,<15 yrs,,,2022/23,50,45,55,,,20220000

        """

    @Test("Codes, years and confidence limits are read with a row of a mapping")
    func values() throws {
        let mapping = try lines(
            """
            indicator,file,value,filters,year,unit,decimals,lower,upper
            admissions,fingertips,Value,Indicator ID=90284,year to 31 March,rate per 10000,1,Lower CI 95.0 limit,Upper CI 95.0 limit
            """)
        let figures = try withFolder(of: ["fingertips.csv": Self.file]) { try $0.figures(for: mapping) }
        let own = try #require(figures.observation("admissions", "barnet", 2023))
        #expect(own.displayed == "60.1" && own.period.code == "FY2022-23")
        #expect(own.limits?.lower.text == "54.9" && own.limits?.upper.text == "65.7")
        #expect(figures.observation("admissions", "england", 2023)?.displayed == "75.3")
        let pooled = try #require(figures.observation("admissions", "london", 2022))
        #expect(pooled.period.code == "2019-04-01/2022-03-31")
        #expect(figures.notes.filter { $0.kind == .unknownPlace }.map(\.text).count == 1)
        #expect(!figures.notes.contains { $0.kind == .repeatedFigure })
    }

    @Test(
        "Times in the words of such files",
        arguments: [
            ("2022", ReportingYear.calendar, "2022"), ("2022", .march, "2022-03-31"),
            ("2022/23", .toMarch, "FY2022-23"),
            ("2022/23", .toAugust, "AY2022-23"), ("2022/23 Q3", .toMarch, "FY2022-23-Q3"),
            ("2022 Q1", .toMarch, "FY2021-22-Q4"),
            ("2022 Q4", .toMarch, "FY2022-23-Q3"), ("2020 - 22", .calendar, "2020-01-01/2022-12-31"),
            ("2018/19 - 20/21", .toMarch, "2018-04-01/2021-03-31"), ("Nov 2022", .toMarch, "2022-11"),
            ("1999/00", .toMarch, "FY1999-00"),
        ])
    func times(words: String, year: ReportingYear, expected: String) {
        #expect(TimePeriod(words: words).period(year)?.code == expected)
    }

    @Test(
        "Other words are no time",
        arguments: ["", "2022/24", "22", "2022 Q5", "2022 - 20", "2020 - 2021/22", "soon", "-"])
    func others(words: String) {
        #expect(TimePeriod(words: words).period(.toMarch) == nil)
    }
}

@Suite(
    "Newer files in a pack on which people have worked",
    .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
struct RefreshedPackTests {
    /// Takes newer files into a pack again and again; what people wrote stays to the byte, and the pack loads.
    @Test("Revised values are said, and nothing that a person wrote is changed")
    func refreshed() throws {
        let council = try #require(LocalAuthority.with(code: "302"))
        let made = try CouncilPack(
            of: council, from: PublishedFolder(path: PublishedFiles.path),
            options: CouncilPack.Options(date: try CalendarDate(iso: "2026-01-15")))
        let table = try #require(made.published.first { $0.name == CouncilPack.observationsFile }?.text)
        let document = try #require(made.published.first { $0.name == CouncilPack.publishedFile }?.text)
        var random = SeededGenerator(seed: 15)
        let rows = table.split(separator: "\n").map(String.init)
        for _ in 0..<3 {
            // The pack as it would be from older files: some rows other, some not there yet, some that are gone now.
            var older = [rows[0]]
            var (changed, left) = (0, 0)
            for row in rows.dropFirst() {
                switch Int.random(in: 0..<40, using: &random) {
                case 0: left += 1
                case 1:
                    var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                    guard cells.count == rows[0].split(separator: ",").count, cells[3] != "77" else { fallthrough }
                    cells[3] = "77"
                    changed += 1
                    older.append(cells.joined(separator: ","))
                default: older.append(row)
                }
            }
            older.append("gone-away,FY2011-12,barnet,5,,,,,")
            let refresh = try PackRefresh(
                of: (Array((older.joined(separator: "\n") + "\n").utf8), document), with: (table, document))
            #expect(refresh.revised.count == changed)
            #expect(refresh.revised.allSatisfy { $0.before?.hasPrefix("77") == true && $0.description.contains(" → ") })
            #expect(refresh.added.count == left)
            #expect(refresh.kept.map(\.indicator) == ["gone-away"])
            #expect(refresh.table == table + "gone-away,FY2011-12,barnet,5,,,,,\n")
            // Refreshed once more with the same files, nothing is new.
            let again = try PackRefresh(
                of: (Array(refresh.table.utf8), refresh.document), with: (table, document))
            #expect(again.revised.isEmpty && again.added.isEmpty && again.table == refresh.table)
        }
    }

    @Test("A mapping's measures stay when newer files are read with it, and their names are the analyst's")
    func mapped() throws {
        let line = PublishedLine(
            "any-point", file: "b1_children_in_need", value: "Anypoint_child", year: .toMarch, unit: .count)
        var options = CouncilPack.Options(date: try CalendarDate(iso: "2026-01-15"))
        options.lines = [line]
        let council = try #require(LocalAuthority.with(code: "302"))
        let made = try CouncilPack(of: council, from: PublishedFolder(path: PublishedFiles.path), options: options)
        #expect(made.own.map(\.name).contains("indicators.csv"))
        #expect(!made.published.map(\.name).contains("indicators.csv"))
        #expect(made.published.contains { $0.text.contains("\nany-point,") })
    }
}

@Suite("Files with odd names")
struct OddFileNameTests {
    @Test("A name with commas and brackets is a document that refresh finds again")
    func names() throws {
        let id = PackRows.source(of: "children, in {need} 2025.csv")
        #expect(id.text == "children--in--need--2025")
        let model = try NeighbourModel(
            CSVRecords(Array("old_la_code,SN_1,SN_2\n302,201,999\n998,201,202\n".utf8), of: "n_2025.csv"),
            file: "n_2025.csv",
            year: nil)
        #expect(
            model.unknownText
                == "The model of statistical neighbours of 2025 has codes that no council of the register has: “998”, “999”. They are "
                + "left out.")
    }
}
