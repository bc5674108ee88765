import FamilyServicesKit
import Foundation

/// A published measure with its counts, council by council and year by year, read from where it was downloaded to.
struct PublishedMeasure {
    let name: String
    /// The estimates of each council by year.
    let figures: [String: [Int: SteadyEstimate]]

    /// All measures of the published files that have counts, 18 of them.
    ///
    /// - Parameter folder: The folder with the files.
    static func all(in folder: String) throws -> [PublishedMeasure] {
        let referrals = try Rows("c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", in: folder)
        let plans = try Rows("d3_cpps_subsequent_plan_2013_to_2025.csv", in: folder)
        let need = try Rows("b1_children_in_need_2013_to_2025.csv", in: folder)
        let care = try Rows("cla_number_and_rate_per_10k_children.csv", in: folder)
        let placements = try Rows("la_cla_placement_stability.csv", in: folder)
        let workforce = try Rows("csww_indicators_2017_to_2025.csv", in: folder)
        // A mid-year estimate goes with the year that ends in the March after it.
        let population = try Rows("ons_mid-year_population_estimates_2012_to_2024.csv", in: folder)
            .numbers("population_estimate", yearsLater: 1)

        var measures = [
            share("Re-referrals", referrals, "rereferral_count", of: "referral_count"),
            share("Re-referrals, children", referrals, "rereferral_child_count", of: "referral_child_count"),
            share("Referrals without further action", referrals, "no_further_action_count", of: "referral_count"),
            share("Assessed, not in need", referrals, "not_in_need_count", of: "referral_count"),
            share("Repeat child protection plans", plans, "CPP_subsequent", of: "CPP_start"),
            share("Social worker turnover", workforce, "leavers_headcount", of: "inpost_headcount"),
            rate("Referrals", referrals.numbers("referral_count"), population),
            rate("Child protection plans started", plans.numbers("CPP_start"), population),
            rate("Children in need at 31 March", need.numbers("At31_episodes"), population),
            rate("Children in need, started", need.numbers("Started_episodes"), population),
            rate("Children in need, ended", need.numbers("Ended_episodes"), population),
            rate("Children in need at any point", need.numbers("Anypoint_child"), population),
        ]
        let staff = workforce.numbers("inpost_headcount")
        let agency = workforce.numbers("agency_headcount")
        measures.append(
            PublishedMeasure("Agency social workers", agency) { key, count in
                staff[key].flatMap { try? Proportion(count, of: $0 + count) }.map(SteadyEstimate.init)
            })
        for group in [
            "Children ceasing to be looked after each year", "Children looked after on 31 March each year",
            "Children starting to be looked after each year",
        ] {
            let rows = care.filtered { $0["population_type"] == group }
            measures.append(rate(group, rows.numbers("children_count"), rows.numbers("population_estimate")))
        }
        for (name, group, kind) in [
            (
                "Same carer for two years",
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
                "Living with the same carer for at least 2 years"
            ), ("Three or more placements", "CLA on 31 March", "With 3 or more placements during the year"),
        ] {
            let rows = placements.filtered { $0["cla_group"] == group }
            let whole = rows.filtered { $0["placement_stability"] == "Total children" }.numbers("children_count")
            let part = rows.filtered { $0["placement_stability"] == kind }.numbers("children_count")
            measures.append(
                PublishedMeasure(name, part) { key, count in
                    whole[key].flatMap { try? Proportion(count, of: $0) }.map(SteadyEstimate.init)
                })
        }
        return measures
    }

    private static func share(_ name: String, _ rows: Rows, _ part: String, of whole: String) -> PublishedMeasure {
        let wholes = rows.numbers(whole)
        return PublishedMeasure(name, rows.numbers(part)) { key, count in
            wholes[key].flatMap { try? Proportion(count, of: $0) }.map(SteadyEstimate.init)
        }
    }

    private static func rate(
        _ name: String, _ events: [Rows.Key: Double], _ population: [Rows.Key: Double]
    ) -> PublishedMeasure {
        PublishedMeasure("\(name), rate", events) { key, count in
            population[key].flatMap { try? CrudeRate(count, in: $0) }.map(SteadyEstimate.init)
        }
    }

    private init(_ name: String, _ counts: [Rows.Key: Double], _ estimate: (Rows.Key, Double) -> SteadyEstimate?) {
        self.name = name
        var figures: [String: [Int: SteadyEstimate]] = [:]
        for (key, count) in counts {
            if let found = estimate(key, count) { figures[key.council, default: [:]][key.year] = found }
        }
        self.figures = figures
    }
}

/// The rows of a published file that are about single local authorities.
struct Rows {
    struct Key: Hashable {
        let council: String
        let year: Int
    }

    private var rows: [[String: String]]

    init(_ name: String, in folder: String) throws {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        var lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
        guard var header = lines.first else { throw CocoaError(.fileReadCorruptFile) }
        lines.removeFirst()
        if header[0].hasPrefix("\u{FEFF}") { header[0].removeFirst() }
        rows = lines.map { Dictionary(zip(header, $0)) { first, _ in first } }
            .filter { $0["geographic_level"] == "Local authority" }
    }

    /// The fields of a line; quotation marks keep commas together.
    private static func fields(of line: Substring) -> [String] {
        var (fields, field, isQuoted) = ([String](), "", false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }

    func filtered(_ isWanted: ([String: String]) -> Bool) -> Rows {
        var result = self
        result.rows = rows.filter(isWanted)
        return result
    }

    /// A column as numbers by council and year; what is a symbol is left out.
    func numbers(_ column: String, yearsLater: Int = 0) -> [Key: Double] {
        var result: [Key: Double] = [:]
        for row in rows {
            guard let council = row["new_la_code"], let year = row["time_period"].flatMap({ Int($0.prefix(4)) }),
                let number = row[column].flatMap(Double.init)
            else { continue }
            result[Key(council: council, year: year + yearsLater)] = number
        }
        return result
    }
}

/// How well what was learnt up to a year foretells the two years after it.
struct Calibration {
    let measure: PublishedMeasure
    /// How many changes were foretold.
    let foretold: Int
    /// The share of changes that their 80 and 95 per cent ranges held.
    let within80: Double
    let within95: Double
    /// The share that a 95 per cent range of chance alone would have held.
    let withinChance: Double
    /// The share of councils beyond the adjusted 99.8 per cent limits in the last year.
    let beyondLimits: Double
    /// Brier scores of three ways to foretell whether a change will still be there a year later.
    let verdictScore: Double
    let arrowScore: Double
    let coinScore = 0.25

    /// - Parameters:
    ///   - measure: The measure.
    ///   - last: The last year from which is learnt; five years of changes count.
    init?(_ measure: PublishedMeasure, learningTo last: Int = 2023) {
        let changes = Self.changes(of: measure)
        let learning = (last - 4)...last
        guard let usual = UsualMovement(learntFrom: changes.filter { learning.contains($0.year) }.map(\.change)) else {
            return nil
        }
        let held = changes.filter { $0.year > last }
        guard held.count >= 50 else { return nil }
        func share(_ isInside: (SteadyEstimate) -> Bool) -> Double {
            Double(held.count { isInside($0.change) }) / Double(held.count)
        }
        self.measure = measure
        foretold = held.count
        within80 = share { $0.value.magnitude <= usual.reach(atVariance: $0.variance, holding: 0.8) }
        within95 = share { $0.value.magnitude <= usual.reach(atVariance: $0.variance) }
        withinChance = share { $0.value.magnitude <= 1.959963985 * $0.variance.squareRoot() }

        let councils = measure.figures.values.compactMap { $0[last + 2] }
        guard let spread = Overdispersion(of: councils), let level = try? ConfidenceLevel(0.998) else { return nil }
        let outside = councils.count { !spread.limits(atVariance: $0.variance, level: level).contains($0.value) }
        beyondLimits = Double(outside) / Double(councils.count)

        // A change is still there where the figure of the year after it lies on the same side of the figure before it.
        let followed = changes.compactMap { item -> (year: Int, isClear: Bool, isThere: Bool)? in
            guard let figures = measure.figures[item.council], let before = figures[item.year - 1],
                let after = figures[item.year + 1], item.change.value != 0
            else { return nil }
            return (
                item.year + 1,
                item.change.value.magnitude > usual.reach(atVariance: item.change.variance),
                (after.value - before.value) * item.change.value > 0
            )
        }
        let (known, tested) = (followed.filter { learning.contains($0.year) }, followed.filter { $0.year > last })
        guard !known.isEmpty, !tested.isEmpty else { return nil }
        // One in two is what a verdict without any case behind it would be worth.
        func chance(_ isClear: Bool) -> Double {
            let cases = known.filter { $0.isClear == isClear }
            return Double(cases.count { $0.isThere } + 1) / Double(cases.count + 2)
        }
        let (clear, unclear) = (chance(true), chance(false))
        func score(_ chance: (Bool) -> Double) -> Double {
            var sum = 0.0
            for item in tested {
                let miss = chance(item.isClear) - (item.isThere ? 1 : 0)
                sum += miss * miss
            }
            return sum / Double(tested.count)
        }
        verdictScore = score { $0 ? clear : unclear }
        arrowScore = score { _ in 1 }
    }

    private typealias Change = (council: String, year: Int, change: SteadyEstimate)

    private static func changes(of measure: PublishedMeasure) -> [Change] {
        var result: [Change] = []
        for (council, figures) in measure.figures {
            for (year, later) in figures {
                guard let earlier = figures[year - 1] else { continue }
                let change = SteadyEstimate(
                    value: later.value - earlier.value, variance: later.variance + earlier.variance)
                result.append((council: council, year: year, change: change))
            }
        }
        return result
    }

    /// Whether the ranges hold what they promise: 76 to 86 per cent in the one of 80, 92 to 98 in the one of 95.
    var isCalibrated: Bool { (0.76...0.86).contains(within80) && (0.92...0.98).contains(within95) }
}
