import FamilyServicesKit
import Foundation
import Testing

/// The folder with published statistics that FSK_PUBLISHED_DATA names; they are tried in place and never copied.
enum PublishedData {
    static let folder = ProcessInfo.processInfo.environment["FSK_PUBLISHED_DATA"]
    static let isThere = folder.map { FileManager.default.fileExists(atPath: $0 + "/" + workforce) } ?? false
    static let workforce = "csww_indicators_2017_to_2025.csv"
    static let neighbours = "sn_model_2025_wide.csv"

    /// The rows of a file by heading, for files whose quoted fields hold no quotes or line ends.
    static func rows(_ name: String) throws -> [[String: String]] {
        var text = String(decoding: try Data(contentsOf: URL(filePath: (folder ?? "") + "/" + name)), as: UTF8.self)
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        let lines = text.split(whereSeparator: \.isNewline).map(fields)
        return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
    }

    private static func fields(_ line: Substring) -> [String] {
        var (fields, isQuoted) = ([""], false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

@Suite(
    "Comparators from the workforce statistics and the statistical neighbours of the Department for Education",
    .enabled(if: PublishedData.isThere, "needs the published files; FSK_PUBLISHED_DATA names their folder"))
struct PublishedDataTests {
    private static let measures = [
        "turnover_rate_fte", "agency_rate_fte", "agency_cover_rate_fte", "vacancy_rate_fte", "caseload_fte",
        "absence_rate_fte",
    ]

    private func identifier(_ code: String) throws -> Area.ID { try #require(Area.ID("la-" + code)) }

    private func year(_ row: [String: String]) throws -> ReportingPeriod {
        .snapshot(try CalendarDate(year: try #require(Int(row["time_period"] ?? "")), month: 9, day: 30))
    }

    /// Every member's tenths as whole numbers, so that the expected result needs no binary fractions.
    private func tenths(_ text: String) -> Int? {
        guard Double(text) != nil else { return nil }
        let parts = text.split(separator: ".")
        return Int((parts.first ?? "0") + (parts.count > 1 ? parts[1].prefix(1) : "0"))
    }

    @Test("The median and mean of ten neighbours, rounded half-up, for every authority, year and rate")
    func neighbours() throws {
        let rows = try PublishedData.rows(PublishedData.workforce).filter {
            $0["geographic_level"] == "Local authority"
        }
        let model = try PublishedData.rows(PublishedData.neighbours)
        var (compared, agreeing, ties, incomplete) = (0, 0, 0, 0)
        for measure in Self.measures {
            let indicator = Indicator(id: "i", title: measure, unit: .percent, decimals: 1, polarity: .neutral)
            var byYear: [ReportingPeriod: [String: String]] = [:]
            var figures: [ReportingPeriod: [Observation]] = [:]
            for row in rows {
                guard let code = row["old_la_code"], DfECode(code) != nil, let text = row[measure] else { continue }
                let period = try year(row)
                byYear[period, default: [:]][code] = text
                let value: ObservedValue =
                    try Double(text).map { .value($0) } ?? .missing(#require(MissingReason(shorthand: text)))
                figures[period, default: []].append(
                    Observation(indicator: "i", period: period, area: try identifier(code), value: value))
            }
            for (period, texts) in byYear {
                for authority in model {
                    let codes = try (1...10).map { try #require(authority["SN_\($0)"]) }
                    let areas = try codes.map(identifier)
                    let known = codes.compactMap { texts[$0].flatMap(tenths) }.sorted()
                    for statistic in [ComparatorSummary.Statistic.median, .mean] {
                        let result = ComparatorSummary(
                            "Neighbours", from: figures[period] ?? [], of: areas, for: indicator, at: period,
                            statistic: statistic)
                        guard !known.isEmpty else {
                            #expect(result.value == nil)
                            continue
                        }
                        let middle = known.count / 2
                        let (sum, count) =
                            statistic == .mean
                            ? (known.reduce(0, +), known.count)
                            : known.count % 2 == 1
                                ? (known[middle], 1) : (known[middle - 1] + known[middle], 2)
                        // Half-up in whole numbers.
                        let expected = (2 * sum + count) / (2 * count)
                        compared += 1
                        if 2 * (sum % count) == count { ties += 1 }
                        if known.count < 10 { incomplete += 1 }
                        let agrees =
                            result.rounded == Double(expected) / 10 && result.membersWithValue == known.count
                            && result.members == 10
                        if agrees { agreeing += 1 }
                        #expect(agrees, "\(measure), \(period), \(authority["la_name"] ?? ""): \(statistic)")
                    }
                }
            }
        }
        print(
            "\(agreeing) of \(compared) medians and means agree; \(ties) on a half, \(incomplete) with a member missing"
        )
        #expect(compared > 15_000)
    }

    @Test("Rates recomputed from their published parts, rounded half-up, give the published rates")
    func rates() throws {
        let parts: [(rate: String, top: [String], bottom: [String], unit: MeasurementUnit)] = [
            ("turnover_rate_fte", ["leavers_fte"], ["inpost_fte"], .percent),
            ("turnover_rate_headcount", ["leavers_headcount"], ["inpost_headcount"], .percent),
            ("agency_rate_fte", ["agency_fte"], ["agency_fte", "inpost_fte"], .percent),
            ("agency_rate_headcount", ["agency_headcount"], ["agency_headcount", "inpost_headcount"], .percent),
            ("agency_cover_rate_fte", ["agency_cover_fte"], ["agency_fte"], .percent),
            ("vacancy_rate_fte", ["vacancy_fte"], ["vacancy_fte", "inpost_fte"], .percent),
            ("vacancy_agency_cover_rate_fte", ["agency_cover_fte"], ["vacancy_fte"], .percent),
            ("caseload_fte", ["cases"], ["case_holders_fte"], .ratio),
        ]
        var (compared, agreeing, explained) = (0, 0, 0)
        for row in try PublishedData.rows(PublishedData.workforce) {
            for part in parts {
                let top = part.top.map { row[$0].flatMap(Double.init) }
                let bottom = part.bottom.map { row[$0].flatMap(Double.init) }
                guard let published = row[part.rate].flatMap(Double.init), !(top + bottom).contains(nil) else {
                    continue
                }
                let numerator = top.reduce(0) { $0 + ($1 ?? 0) }
                let denominator = bottom.reduce(0) { $0 + ($1 ?? 0) }
                func rate(_ change: Double) -> Double? {
                    // Full-time equivalents are published to one decimal; whole numbers are exact.
                    let slack = part.rate.hasSuffix("headcount") ? 0 : change * 0.05
                    return ObservedValue.fraction(
                        numerator: numerator + (part.top == ["cases"] ? 0 : slack),
                        denominator: denominator - slack * Double(bottom.count)
                    ).number(in: part.unit).map { DecimalText.rounded($0, decimals: 1) }
                }
                guard let number = rate(0) else { continue }
                compared += 1
                if number == published {
                    agreeing += 1
                } else if row["geographic_level"] == "Local authority" {
                    let fits = (rate(-1) ?? 0) <= published && published <= (rate(1) ?? .infinity)
                    if fits { explained += 1 }
                    #expect(fits, "\(part.rate), \(row["time_period"] ?? ""), \(row["la_name"] ?? "")")
                }
            }
        }
        let rest = compared - agreeing - explained
        print(
            "\(agreeing) of \(compared) published rates follow from their published parts; of the others \(explained) lie "
                + "within the rounding of the parts, \(rest) are national or regional")
        #expect(Double(agreeing) > 0.95 * Double(compared))
    }
}
