import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@testable import PublishedStatistics

/// A data file of councils and its description, which keep every rule, and changes that each break one.
private struct Pair {
    var name = "figures"
    var metaName: String?
    var data: [[String]] = [
        [
            "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
            "region_name", "old_la_code", "new_la_code", "la_name", "age_group", "age_band", "children", "share",
        ]
    ]
    var meta: [[String]] = [
        [
            "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
            "filter_grouping_column",
        ], ["age_group", "Filter", "Age", "", "", "", "", "age_band"],
        ["age_band", "Filter", "Band of ages", "", "", "", "", ""],
        ["children", "Indicator", "Children", "Counts", "", "0", "", ""],
        ["share", "Indicator", "Share", "Shares", "%", "1", "", ""],
    ]

    init() {
        for time in ["202324", "202425"] {
            for item in [["Total", "Total"], ["Under 5", "Young"], ["5 to 9", "Young"], ["10 to 15", "Older"]] {
                let start = [time, "Financial year"]
                let england = ["E92000001", "England"]
                data.append(start + ["National"] + england + ["", "", "", "", ""] + item + ["10", "1.5"])
                data.append(
                    start + ["Regional"] + england + ["E12000003", "Yorkshire and The Humber", "", "", ""] + item
                        + ["low", "0.0"])
                data.append(
                    start + ["Local authority"] + england
                        + ["E13000002", "Outer London", "302", "E09000003", "Barnet"] + item + ["c", "z"])
                data.append(
                    start + ["Local authority"] + england
                        + [
                            "E13000002", "Outer London", "314 / 318", "E09000021 / E09000027",
                            "Kingston upon Thames / Richmond upon Thames",
                        ] + item + ["x", "u"])
            }
        }
    }

    /// The column of a heading.
    func column(_ name: String) -> Int { data[0].firstIndex(of: name) ?? 0 }

    mutating func set(_ column: String, _ row: Int, _ text: String) { data[row][self.column(column)] = text }

    mutating func setAll(_ column: String, _ text: String) {
        for row in data.indices.dropFirst() { set(column, row, text) }
    }

    mutating func rename(_ column: String, _ name: String) {
        data[0][self.column(column)] = name
        for row in meta.indices { meta[row] = meta[row].map { $0 == column ? name : $0 } }
    }

    mutating func remove(_ column: String) {
        let place = self.column(column)
        for row in data.indices { data[row].remove(at: place) }
    }

    private func text(_ rows: [[String]]) -> [UInt8] { Array(rows.map { CSVText.row($0) + "\r\n" }.joined().utf8) }

    func screened(
        lists: ReferenceLists = ReferenceLists(), bytes: (inout [UInt8]) -> Void = { _ in }
    ) -> DataFileScreening {
        var content = text(data)
        bytes(&content)
        return DataFileScreening(
            data: (name + ".csv", content), meta: (metaName ?? name + ".meta.csv", text(meta)), lists: lists)
    }
}

/// A change to a file that keeps every rule, and the rule that it breaks.
private struct Change: Sendable, CustomTestStringConvertible {
    let check: ScreeningCheck
    let make: @Sendable (inout Pair) -> Void

    init(_ check: ScreeningCheck, _ make: @escaping @Sendable (inout Pair) -> Void) {
        self.check = check
        self.make = make
    }

    var testDescription: String { check.rawValue }

    static let all: [Change] = [
        Change(.filenameSpaces) { $0.name = "my figures" }, Change(.filenameSpecial) { $0.name = "figures@2" },
        Change(.filenamesMatch) { $0.metaName = "figures_meta.csv" },
        Change(.fileRead) { $0.data[3].removeLast() },
        Change(.fileEmptyRows) { $0.data.insert(Array(repeating: "", count: 14), at: 4) },
        Change(.fileEmptyRows) { $0.meta.insert(Array(repeating: " ", count: 8), at: 2) },
        Change(.fileEmptyColumns) { $0.setAll("children", "") }, Change(.columnsNeeded) { $0.remove("country_name") },
        Change(.metaColumnsNeeded) { pair in for row in pair.meta.indices { pair.meta[row].remove(at: 6) } },
        Change(.metaColumnsInvalid) { pair in
            for row in pair.meta.indices { pair.meta[row].append(row == 0 ? "remark" : "") }
        },
        Change(.columnsRepeated) { pair in
            for row in pair.data.indices { pair.data[row].append(row == 0 ? "share" : "1") }
        },
        Change(.columnsToRows) { pair in
            for number in 1...9 {
                pair.meta.append(["more_\(number)", "Indicator", "More \(number)", "", "", "0", "", ""])
            }
        },
        Change(.metaInData) { $0.meta[4][0] = "shares" },
        Change(.dataInMeta) { pair in
            for row in pair.data.indices { pair.data[row].append(row == 0 ? "further" : "\(row)") }
        },
        Change(.columnSpaces) { $0.rename("share", "the share") },
        Change(.columnSnakeCase) { $0.rename("share", "shareOf") },
        Change(.columnStart) { $0.rename("share", "10_share") },
        Change(.indicatorsSmushed) { $0.rename("children", "children_female") },
        Change(.characteristic) { $0.rename("age_group", "characteristic") },
        Change(.metaColumnType) { $0.meta[4][1] = "indicator" },
        Change(.metaObservationalUnit) { $0.meta.append(["la_name", "Filter", "Council", "", "", "", "", ""]) },
        Change(.metaColumnName) { $0.meta.append(["", "Indicator", "Nothing", "", "", "0", "", ""]) },
        Change(.metaColumnNameRepeated) { $0.meta.append(["share", "Indicator", "Again", "", "", "0", "", ""]) },
        Change(.metaColumnNameSpaces) { $0.rename("share", "the share") }, Change(.metaLabel) { $0.meta[4][2] = "" },
        Change(.metaLabelRepeated) { $0.meta[4][2] = "Children" },
        Change(.metaFilterGroup) { $0.meta[4][7] = "age_band" },
        Change(.metaFilterGroupRepeated) { $0.meta[2][7] = "age_band" },
        Change(.metaFilterGroupIsFilter) { $0.meta.remove(at: 2) },
        Change(.metaFilterGroupMatch) { $0.meta[1][7] = "band" },
        Change(.metaFilterGroupStripped) { $0.set("age_band", 5, "Young.") },
        Change(.metaFilterHint) { $0.meta[4][6] = "Choose" },
        Change(.metaGeography) { $0.rename("age_group", "schoolName") },
        Change(.metaIndicatorDecimals) { $0.meta[1][5] = "0" }, Change(.metaDecimalsSet) { $0.meta[4][5] = "" },
        Change(.metaDecimalsValues) { $0.meta[4][5] = "1.5" }, Change(.metaDecimalsValues) { $0.meta[4][5] = "-1" },
        Change(.metaIndicatorUnit) { $0.meta[1][4] = "%" }, Change(.metaUnitValues) { $0.meta[4][4] = "percent" },
        Change(.metaIndicatorGrouping) { $0.meta[1][3] = "Ages" },
        Change(.metaIndicatorGroupStripped) { $0.meta[4][3] = "Counts." },
        Change(.timePeriodDigits) { $0.set("time_period", 2, "2024-25") },
        Change(.timeIdentifierValid) { $0.set("time_identifier", 2, "Financial Year") },
        Change(.timeIdentifierMix) { $0.set("time_identifier", 2, "Academic year") },
        Change(.timePeriodLength) { $0.set("time_period", 2, "2024") },
        Change(.timePeriodConsecutive) { $0.set("time_period", 2, "202426") },
        Change(.filterSingular) { $0.setAll("age_band", "Total") },
        Change(.filterDefaults) { pair in
            for row in pair.data.indices where pair.data[row][pair.column("age_group")] == "Total" {
                pair.set("age_group", row, "Everybody")
            }
        },
        Change(.filterGroupLevels) { pair in
            for row in pair.data.indices.dropFirst() { pair.set("age_band", row, "Band \(row)") }
        },
        Change(.filterWhitespace) { $0.set("age_group", 5, "Under 5 ") },
        Change(.filterBlanks) { $0.set("age_group", 5, "") }, Change(.placeTotals) { $0.set("la_name", 1, "Total") },
        Change(.geographicLevel) { $0.set("geographic_level", 1, "national") },
        Change(.geographicColumns) { $0.remove("la_name") },
        Change(.countries) { $0.set("country_code", 1, "E92000002") },
        Change(.regions) { $0.set("region_name", 2, "Yorkshire and the Humber") },
        Change(.authorities) { $0.set("la_name", 3, "Barnett") },
        Change(.authorities) { $0.set("old_la_code", 3, "303") },
        Change(.authorities) { $0.set("old_la_code", 4, "318 / 314") },
        Change(.placesComplete) { $0.set("region_code", 2, "") },
        Change(.placesOvercomplete) { $0.set("la_name", 1, "Barnet") },
        Change(.rowsIgnored) { $0.set("geographic_level", 1, "Institution") },
        Change(.authorityColumns) { $0.remove("old_la_code") }, Change(.regionColumns) { $0.remove("region_code") },
        Change(.regionOfAuthority) { $0.set("region_code", 3, "") },
        Change(.rowsRepeated) { $0.data.append($0.data[5]) }, Change(.nullSymbols) { $0.set("children", 5, "NULL") },
        Change(.nullSymbols) { $0.set("age_group", 5, "NA") }, Change(.noDataSymbols) { $0.set("children", 5, "..") },
        Change(.indicatorEntries) { $0.set("children", 5, "") },
        Change(.indicatorEntries) { $0.set("children", 5, "~") },
        Change(.indicatorNumbers) { $0.set("children", 5, "1,200") },
        Change(.standardNames) { $0.rename("age_group", "ethnic_group") },
        Change(.ethnicityValues) { $0.rename("age_group", "ethnicity_major") },
        Change(.ethnicityGroups) { pair in
            pair.rename("age_group", "characteristic")
            pair.rename("age_band", "characteristic_group")
            pair.set("characteristic_group", 5, "Ethnicity")
        },
        Change(.ethnicityCharacteristics) { pair in
            pair.rename("age_group", "characteristic")
            pair.rename("age_band", "characteristic_group")
            pair.set("characteristic_group", 5, "Ethnicity Major")
        },
        Change(.nameLength) { $0.rename("share", String(repeating: "share_", count: 9)) },
        Change(.labelLength) { $0.meta[4][2] = String(repeating: "label ", count: 14) + "x" },
        Change(.codeLength) { $0.set("old_la_code", 3, String(repeating: "3", count: 31)) },
        Change(.itemLength) { $0.set("age_group", 5, String(repeating: "old ", count: 31) + "x") },
    ]

    static let levels: [Change] =
        [
            ("Local authority district", "lad", "E07000008", .districts, "E06000001"),
            ("Parliamentary constituency", "pcon", "E14001063", .constituencies, "E05001063"),
            ("Ward", "ward", "E05011467", .wards, "Croydon"),
            ("Local skills improvement plan area", "lsip", "E69000001", .skillsAreas, "69000001"),
            (
                "Local enterprise partnership", "local_enterprise_partnership", "E37000001", .enterprisePartnerships,
                "x!"
            ),
            ("English devolved area", "english_devolved_area", "E47000001", .devolvedAreas, "E12000007"),
            ("Police force area", "pfa", "E23000001", .policeForceAreas, "E24000001"),
        ].map { level, column, right, check, wrong in
            Change(check) { $0.places(level, column, code: wrong, name: "Somewhere", beside: right) }
        } + [
            Change(.regionOfDistrict) { pair in
                pair.places(
                    "Local authority district", "lad", code: "E07000008", name: "Cambridge", beside: "E07000009")
                pair.set("region_code", 2, "")
            },
            Change(.placeNamesRepeated) {
                $0.places(
                    "Opportunity area", "opportunity_area", code: "OA1", name: "Blackpool", beside: "OA2", "Blackpool")
            },
            Change(.placeCodesRepeated) {
                $0.places(
                    "Opportunity area", "opportunity_area", code: "OA1", name: "Blackpool", beside: "OA1", "Derby")
            },
            Change(.notAvailableName) {
                $0.places("Opportunity area", "opportunity_area", code: "x", name: "Blackpool", beside: "OA2", "Derby")
            },
            Change(.notAvailableCode) {
                $0.places(
                    "Opportunity area", "opportunity_area", code: "OA1", name: "Not available", beside: "OA2", "Derby")
            },
        ]
}

extension Pair {
    /// Makes the regional rows those of two places of another level.
    fileprivate mutating func places(
        _ level: String, _ column: String, code: String, name: String, beside other: String,
        _ otherName: String = "Elsewhere"
    ) {
        let regional = data.indices.filter { data[$0][self.column("geographic_level")] == "Regional" }
        let isArea = level == "Opportunity area" || level.contains("enterprise") || level.contains("devolved")
        for row in data.indices { data[row] += row == 0 ? ["\(column)_code", "\(column)_name"] : ["", ""] }
        for (number, row) in regional.enumerated() {
            set("geographic_level", row, level)
            set("\(column)_code", row, number == 0 ? code : other)
            set("\(column)_name", row, number == 0 ? name : otherName)
            if isArea { set("region_code", row, "E12000003") }
        }
    }
}

@Suite("Data files held against the standard for open data")
struct ScreeningTests {
    @Test("A file that keeps every rule passes without a finding")
    func passes() {
        let screening = Pair().screened()
        #expect(screening.findings.map(\.description) == [])
        #expect(screening.passes)
        #expect(Set(screening.notMade.keys) == [.dictionaryNames, .dictionaryItems])
        #expect(screening.rows == 32 && screening.columns == 14)
    }

    @Test("Each rule is found broken where it is broken", arguments: Change.all + Change.levels)
    private func rule(change: Change) {
        var pair = Pair()
        change.make(&pair)
        let screening = pair.screened()
        let finding = screening.findings.first { $0.check == change.check }
        #expect(finding != nil, "\(screening.findings.map(\.description))")
        #expect(screening.outcome(of: change.check) != .passed)
        #expect(finding?.message.isEmpty == false)
        if change.check.severity == .error { #expect(!screening.passes) }
    }

    @Test("Every check is tried by a test")
    func all() {
        let others: Set<ScreeningCheck> = [
            .fileEncoding, .fileSeparator, .filterItemLimit, .dictionaryNames, .dictionaryItems,
        ]
        let tried = Set((Change.all + Change.levels).map(\.check)).union(others)
        #expect(Set(ScreeningCheck.allCases).subtracting(tried) == [])
        for check in ScreeningCheck.allCases { #expect(check.rule.hasSuffix(".") && check.advice.hasSuffix(".")) }
        let names = ScreeningCheck.allCases.flatMap { [$0.rawValue] + $0.formerNames }
        #expect(Set(names).count >= names.count - 4)
    }

    @Test("A finding names the line, also behind empty lines and texts of several lines")
    func lines() throws {
        var pair = Pair()
        pair.set("age_group", 2, "Un\nder 5")
        pair.set("time_period", 6, "202426")
        let finding = try #require(pair.screened().findings.first { $0.check == .timePeriodConsecutive })
        #expect(finding.line == 8)
        #expect(finding.description.hasPrefix("figures.csv:8: error: [time_period_six] “202426” does not name"))
        #expect(finding.message.hasSuffix("after 2024 comes 202425."))
    }

    @Test("What follows from another finding is not said")
    func consequences() {
        var pair = Pair()
        pair.meta[1][1] = "filter"
        // Without its filter each row would repeat others.
        let screening = pair.screened()
        #expect(screening.findings.contains { $0.check == .metaColumnType })
        #expect(screening.outcome(of: .rowsRepeated) == .notMade)
    }

    @Test("Files that are no CSV in UTF-8 are said to be so")
    func files() {
        let pair = Pair()
        #expect(pair.screened { $0 = [0xFF, 0xFE] + $0 }.outcome(of: .fileEncoding) == .failed)
        #expect(pair.screened { $0 = [0xEF, 0xBB, 0xBF] + $0 }.findings == [])
        #expect(pair.screened { $0.append(contentsOf: [0x52, 0xE9, 0x0A]) }.outcome(of: .fileEncoding) == .failed)
        let tabs = pair.screened { $0 = $0.map { $0 == 0x2C ? 0x09 : $0 } }
        #expect(tabs.findings.map(\.check) == [.fileSeparator])
        #expect(pair.screened { $0 = [0x50, 0x4B, 3, 4] + $0 }.findings.map(\.check) == [.fileRead])
        #expect(pair.screened { $0 = [] }.findings.map(\.check) == [.fileRead])
        #expect(pair.screened { $0 += Array("\"open".utf8) }.outcome(of: .fileRead) == .failed)
        #expect(
            DataFileScreening(data: ("a.csv", []), meta: nil).findings.map(\.check) == [.filenamesMatch, .fileRead])
    }

    @Test("Lists of places and the dictionary are held against the file")
    func lists() throws {
        var lists = ReferenceLists()
        try lists.add(
            CSVRecords(Array("WD24CD,WD24NM\nE05011467,Crystal Palace & Upper Norwood\n".utf8), of: "w.csv"),
            file: "w.csv")
        try lists.add(
            CSVRecords(Array("col_name,filter_item\nage_group,Total\nchildren,\n".utf8), of: "d.csv"), file: "d.csv")
        var pair = Pair()
        pair.places(
            "Ward", "ward", code: "E05011467", name: "Diamond Castle", beside: "E05011467",
            "Crystal Palace & Upper Norwood")
        let screening = pair.screened(lists: lists)
        let finding = screening.findings.first { $0.check == .wards }
        #expect(finding?.message.contains("Did you mean “Crystal Palace & Upper Norwood”?") == true)
        #expect(screening.findings.filter { $0.check == .wards }.count == 1)
        #expect(screening.outcome(of: .dictionaryNames) == .advised)
        #expect(screening.outcome(of: .dictionaryItems) == .advised)
        #expect(throws: PublishedFileError.self) {
            try lists.add(CSVRecords(Array("a,b\n".utf8), of: "x.csv"), file: "x.csv")
        }
    }

    @Test("A filter has too many items from 25,001")
    func items() {
        let pair = Pair()
        let screening = pair.screened { bytes in
            let row = pair.data[3]
            let place = pair.column("age_group")
            let before = Array((CSVText.row(Array(row[..<place])) + ",Item ").utf8)
            let after = Array(("," + CSVText.row(Array(row[(place + 1)...])) + "\r\n").utf8)
            for number in 0..<25_000 { bytes += before + Array(String(number).utf8) + after }
        }
        #expect(screening.findings.map(\.check) == [.filterItemLimit])
    }

    @Test("The report is for people, for pages and for programs")
    func reports() throws {
        var pair = Pair()
        pair.set("children", 5, "a|b")
        pair.meta[4][4] = "percent"
        let report = ScreeningReport([pair.screened(), Pair().screened()])
        #expect(!report.passes)
        let text = report.text(.text)
        #expect(
            text.contains(
                "figures.meta.csv:5: error: [meta_ind_unit_validation] “percent” is not a unit of the standard."))
        #expect(text.contains("figures.csv: fails: 1 error, 1 warning in \(ScreeningCheck.allCases.count - 2) checks"))
        #expect(
            report.text(.markdown).contains("| error | meta\\_ind\\_unit\\_validation | figures.meta.csv, line 5 |"))
        let object = try JSONSerialization.jsonObject(with: Data(report.text(.json).utf8)) as? [String: Any]
        let files = try #require(object?["files"] as? [[String: Any]])
        #expect(files.map { $0["passes"] as? Bool } == [false, true])
        let findings = try #require(files[0]["findings"] as? [[String: Any]])
        #expect(findings.map { $0["check"] as? String } == ["meta_ind_unit_validation", "ind_not_a_number"])
        #expect(findings[0]["formerNames"] as? [String] == ["indicator_unit_validation"])
        let checks = try #require(files[0]["checks"] as? [[String: Any]])
        #expect(checks.count == ScreeningCheck.allCases.count)
    }

    @Test("Whatever bytes come, the screener says something and goes on")
    func anything() {
        var random = SeededGenerator(seed: 61)
        let pieces: [[UInt8]] = [
            [0x2C], [0x22], [0x0A], [0x0D, 0x0A], [0xFF], [0x00], [0x20], Array("202425".utf8), Array("National".utf8),
            Array("Filter".utf8), Array("c".utf8), Array("é".utf8), Array("E09000003".utf8),
        ]
        for _ in 0..<(TestSize.isNightly ? 2_000 : 150) {
            var pair = Pair()
            let row = Int.random(in: 0..<pair.data.count, using: &random)
            pair.data[row] = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                String(decoding: pieces.randomElement(using: &random) ?? [], as: UTF8.self)
            }
            if Bool.random(using: &random) {
                pair.meta[Int.random(in: 0..<5, using: &random)] = (0..<Int.random(in: 0...9, using: &random)).map {
                    _ in
                    String(decoding: pieces.randomElement(using: &random) ?? [], as: UTF8.self)
                }
            }
            let screening = pair.screened { bytes in
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            }
            for finding in screening.findings { #expect(!finding.description.contains("\n")) }
        }
    }
}

@Suite("Names of data files and their descriptions")
struct DataFilePairTests {
    @Test("The description of a data file is that of its name, or the nearest")
    func descriptions() {
        let names = ["a.csv", "a.meta.csv", "b.txt", "b.meta.txt", "c.csv", "c_meta.csv"]
        #expect(DataFilePair.description(of: "a.csv", among: names) == "a.meta.csv")
        #expect(DataFilePair.description(of: "b.txt", among: names) == "b.meta.txt")
        #expect(DataFilePair.description(of: "c.csv", among: names) == "c_meta.csv")
        #expect(DataFilePair.description(of: "d.csv", among: names) == nil)
        #expect(DataFilePair.stem(of: "x.y.meta.csv") == "x.y" && DataFilePair.stem(of: ".csv") == ".csv")
    }
}

@Suite(
    "The Department's own files held against its standard",
    .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
struct PublishedScreeningTests {
    @Test("Without their descriptions, nothing but that is an error", arguments: ["csww_indicators_2017_to_2025.csv"])
    func published(name: String) throws {
        let screening = try DataFileScreening(data: PublishedFiles.path + "/" + name, meta: nil)
        let errors = Set(screening.findings.filter { $0.severity == .error }.map(\.check))
        #expect(errors.isSubset(of: [.filenamesMatch, .regions, .authorities]), "\(screening.findings)")
    }
}
