import ReportModel
import ReportVocabulary

/// Measures that are the months and the year to date of one thing, and do not say so.
///
/// Where every month is what the year to date has more than in the month before, readers see that the two are one thing, and one
/// of them would give away what the other hides. Nobody has to declare what anybody can see.
struct MeasurePairs {
    /// The measure by months of each year to date.
    private(set) var months: [Indicator.ID: Indicator.ID] = [:]

    /// In how many months the two have to agree; in fewer they may by chance.
    private static let leastMonths = 3

    private struct Place: Hashable {
        let area: Area.ID
        let category: Breakdown.Category.ID?
        let period: ReportingPeriod
    }

    /// Looks for them among the measures that say nothing of it.
    ///
    /// O(years to date · measures by months · figures of the former), and less as a rule: the first month that does not agree is the last
    /// that is looked at.
    init(_ figures: some Sequence<Observation>, _ words: PackIndex) {
        var running: [Indicator.ID: [Place: Double]] = [:]
        var byMonth = running
        for figure in figures where figure.period.kind == .month {
            guard let indicator = words.indicators[figure.indicator], indicator.unit == .count,
                indicator.countedGroup.isProtected, case .value(let value, _) = figure.value
            else { continue }
            let place = Place(area: figure.area, category: figure.category, period: figure.period)
            switch indicator.accumulation {
            case .yearToDate where indicator.ties?.yearToDateOf == nil:
                running[indicator.id, default: [:]][place] = value
            case .period: byMonth[indicator.id, default: [:]][place] = value
            case .snapshot, .rolling, .yearToDate: break
            }
        }
        for (total, totals) in running {
            // Of several the first by name, so that equal packs give equal patterns.
            months[total] = byMonth.keys.sorted().first { Self.agree(totals, byMonth[$0] ?? [:]) }
        }
    }

    private static func agree(_ totals: [Place: Double], _ months: [Place: Double]) -> Bool {
        var agreeing = 0
        var values: Set<Double> = []
        for (place, total) in totals {
            guard let month = months[place], let before = place.period.predecessor,
                let earlier = totals[Place(area: place.area, category: place.category, period: before)],
                earlier <= total
            else { continue }
            guard total - earlier == month else { return false }
            agreeing += 1
            values.insert(month)
        }
        // The first month of the year counts too where the one before it is of another year.
        for (place, total) in totals where months[place] == total && total > 0 {
            agreeing += 1
            values.insert(total)
        }
        return agreeing >= leastMonths && values.count > 1
    }
}
