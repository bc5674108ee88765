import ReportModel
import ReportVocabulary

/// Every figure is possible in itself: a part is no greater than its whole, and what is printed is what comes out.
enum FigureRules {
    static func check(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        // The figures that are possible in themselves; of the others one thing wrong is enough to say.
        var possible = [Bool](repeating: false, count: pack.observations.count)
        // Figures of one measure follow one another, so it is looked up once for all of them.
        var named: Indicator.ID?
        var found: Indicator?
        for (position, observation) in pack.observations.enumerated() {
            let subject = RecordReference(.observation, at: position)
            if named != observation.indicator {
                named = observation.indicator
                found = index.indicators[observation.indicator]
            }
            guard checkNumbersExist(observation, about: subject, into: &problems), let indicator = found else {
                continue
            }
            guard checkRange(observation.value, of: indicator, about: subject, into: &problems) else { continue }
            possible[position] = true
            checkPrinted(observation, in: indicator.unit, about: subject, into: &problems)
            checkTime(observation, asOf: pack.manifest.date, about: subject, into: &problems)
            if let item = indicator.breaks.first(where: {
                $0.day > observation.period.firstDay && $0.day <= observation.period.lastDay
            }), observation.area == pack.manifest.area {
                problems.warning(
                    .inconsistent, about: subject, field: "period", values: [observation.period.code],
                    "The figures changed their meaning within \(observation.period.labelWithinSentence), on \(item.label), so that this "
                        + "one counts both; split the period, or say so beside it.")
            }
        }
        guard problems.wantsWarnings else { return }
        checkProportions(pack, index, among: possible, into: &problems)
        checkSlips(pack, index, among: possible, into: &problems)
    }

    /// 3,660 among 350, 366 and 372 has a digit too many; 7.4 per cent among 71 and 73 has its point in the wrong place.
    ///
    /// Only a series that is steady without the figure says so: four others, none twice another, or two or three of which none is a
    /// quarter more than another. Figures of other councils are left
    /// alone: they come from what others publish, and who keeps the pack cannot mend them.
    private static func checkSlips(
        _ pack: ReportPack, _ index: PackIndex, among possible: [Bool], into problems: inout ProblemList
    ) {
        struct Series: Hashable {
            let place: FigureIndex.Place
            let kind: ReportingPeriod.Kind
        }
        var series: [Series: [(position: Int, value: Double)]] = [:]
        var order: [Series] = []
        let own = Set([pack.manifest.area] + pack.manifest.areas.filter { $0.kind == .locality }.map(\.id))
        for (position, observation) in pack.observations.enumerated() where possible[position] {
            guard own.contains(observation.area), let indicator = index.indicators[observation.indicator],
                indicator.accumulation != .yearToDate, indicator.breaks.isEmpty,
                let value = observation.value.number(in: indicator.unit), value.isFinite,
                value > 0
            else { continue }
            let place = FigureIndex.Place(
                indicator: observation.indicator, area: observation.area, category: observation.category)
            let key = Series(place: place, kind: observation.period.kind)
            if series[key] == nil { order.append(key) }
            series[key, default: []].append((position, value))
        }
        for key in order {
            // A quarter has three months, and a span any number of days.
            guard let figures = series[key], figures.count > 2, key.kind != .span else { continue }
            let steadiness = figures.count > 4 ? 2 : 1.25
            let sorted = figures.map(\.value).sorted()
            guard let unit = index.indicators[key.place.indicator]?.unit else { continue }
            // Of two equal figures either will do: neither is far from the others.
            for (position, value) in [
                figures.first { $0.value == sorted[0] }, figures.first { $0.value == sorted.last },
            ]
            .compactMap({ $0 }) {
                var others = sorted
                if let place = others.firstIndex(of: value) { others.remove(at: place) }
                guard let low = others.first, let high = others.last, high <= steadiness * low,
                    low >= (unit == .count ? 20 : 1)
                else { continue }
                // What is below 1 per cent is told of above.
                if unit == .percent, value <= 1 { continue }
                let factors = [
                    (10.0, "ten times", "a tenth of"), (100, "a hundred times", "a hundredth of"),
                    (1_000, "a thousand times", "a thousandth of"),
                ]
                for (factor, times, part) in factors {
                    let isTooMuch = (low / 1.2...high * 1.2).contains(value / factor)
                    let isTooLittle = (low / 1.2...high * 1.2).contains(value * factor)
                    guard isTooMuch || isTooLittle else { continue }
                    let meant = DecimalText.rounded(isTooMuch ? value / factor : value * factor, decimals: 10)
                    problems.warning(
                        .inconsistent, about: RecordReference(.observation, at: position), field: "value",
                        "\(MessageText.number(DecimalText.rounded(value, decimals: 6))) is \(isTooMuch ? times : part) the figures "
                            + "around it; check whether \(MessageText.number(DecimalText.rounded(meant, decimals: 6))) is meant."
                    )
                }
            }
        }
    }

    /// A percentage of 0.745 among others of 71.5 and 73.2 is 74.5 as Excel keeps it.
    private static func checkProportions(
        _ pack: ReportPack, _ index: PackIndex, among possible: [Bool], into problems: inout ProblemList
    ) {
        let percentages = Set(pack.indicators.lazy.filter { $0.unit == .percent }.map(\.id))
        var values: [Indicator.ID: [(position: Int, value: Double, isGiven: Bool)]] = [:]
        for (position, observation) in pack.observations.enumerated() where possible[position] {
            guard percentages.contains(observation.indicator), let value = observation.value.number(in: .percent),
                value.isFinite
            else { continue }
            var isGiven = false
            if case .value = observation.value { isGiven = true }
            values[observation.indicator, default: []].append((position, value, isGiven))
        }
        for indicator in pack.indicators {
            guard let figures = values[indicator.id] else { continue }
            let small = figures.filter { $0.isGiven && $0.value > 0 && $0.value <= 1 }
            guard let first = small.first else { continue }
            let others = figures.map(\.value).filter { $0 > 1 }
            let targets = indicator.targets.flatMap(\.requirement.bounds).filter { $0 > 1 }
            let around = others.isEmpty ? targets : others
            // A measure that is small somewhere may be so here.
            guard let low = around.min(), let high = around.max(), low >= 10,
                small.allSatisfy({ (low / 2...high * 2).contains($0.value * 100) && $0.value * 100 <= 100 })
            else { continue }
            let shown = MessageText.number(first.value)
            let meant = MessageText.number(DecimalText.rounded(first.value * 100, decimals: 10))
            problems.warning(
                .inconsistent, about: RecordReference(.observation, at: first.position),
                "\(shown) per cent is a hundredth of what \(others.isEmpty ? "the target says" : "the figures around it say"); if "
                    + "\(meant) per cent is meant, write \(meant). Excel keeps \(meant)% as \(shown) where a cell is formatted as "
                    + "a number."
                    + (small.count > 1 ? " The same goes for \(small.count - 1) more of this measure." : ""))
        }
    }

    /// Whether all numbers are numbers.
    ///
    /// Nothing can be said of the others, and no file format can hold them.
    private static func checkNumbersExist(
        _ observation: Observation, about subject: RecordReference, into problems: inout ProblemList
    ) -> Bool {
        let areNumbers =
            switch observation.value {
            case .fraction(let numerator, let denominator): numerator.isFinite && denominator.isFinite
            case .value(let value, let base): value.isFinite && base?.isFinite ?? true
            case .missing: true
            }
        guard areNumbers, observation.printed?.value?.isFinite ?? true else {
            problems.error(
                .badValue, about: subject,
                "The figure is infinite or not a number; give a finite number, or the reason why there is none.")
            return false
        }
        return true
    }

    /// Whether the value is possible in its unit; if not, there is no point in comparing it with anything.
    private static func checkRange(
        _ value: ObservedValue, of indicator: Indicator, about subject: RecordReference,
        into problems: inout ProblemList
    ) -> Bool {
        let unit = indicator.unit
        if unit == .unspecified, value.missingReason == nil {
            problems.warning(
                .inconsistent, about: subject,
                "The indicator \(MessageText.value(indicator.id)) has a figure but no unit; give the indicator one.")
        }
        switch value {
        case .missing:
            return true
        case .fraction(let numerator, let denominator):
            guard checkFraction(numerator, denominator, unit, about: subject, into: &problems) else { return false }
        case .value(_, .some(let base)) where base < 0:
            problems.error(
                .badValue, about: subject,
                "The figure is counted out of \(MessageText.number(base)); a whole cannot be negative.")
            return false
        case .value(let part, .some(let base)) where unit == .count && part > base:
            problems.error(
                .inconsistent, about: subject,
                "\(MessageText.number(part)) cannot be a part of \(MessageText.number(base)); check both numbers.")
            return false
        case .value:
            break
        }
        guard let number = value.number(in: unit) else { return true }
        return checkValue(number, unit, about: subject, into: &problems)
    }

    private static func checkFraction(
        _ numerator: Double, _ denominator: Double, _ unit: MeasurementUnit, about subject: RecordReference,
        into problems: inout ProblemList
    ) -> Bool {
        if denominator < 0 {
            problems.error(
                .badValue, about: subject,
                "The denominator is \(MessageText.number(denominator)); a whole cannot be negative.")
            return false
        }
        if denominator == 0 {
            problems.warning(
                .inconsistent, about: subject,
                "The denominator is 0, so there is no value; write “not applicable” if there were no cases.")
        }
        if numerator < 0, !unit.canBeNegative {
            problems.error(
                .badValue, about: subject,
                "The numerator is \(MessageText.number(numerator)); a number of cases cannot be negative.")
            return false
        }
        if unit == .percent, numerator > denominator {
            problems.error(
                .inconsistent, about: subject,
                "The numerator \(MessageText.number(numerator)) is greater than the denominator "
                    + "\(MessageText.number(denominator)); check whether they are swapped.")
            return false
        }
        return true
    }

    private static func checkValue(
        _ value: Double, _ unit: MeasurementUnit, about subject: RecordReference, into problems: inout ProblemList
    ) -> Bool {
        switch unit {
        case .percent:
            if !(0...100).contains(value) {
                problems.warning(
                    .inconsistent, about: subject,
                    "\(MessageText.number(value)) per cent is not a share of a whole; check it, unless it is a rate of "
                        + "growth.")
            }
        case .count, .rate:
            if value < 0 {
                problems.error(
                    .badValue, about: subject,
                    "The value is \(MessageText.number(value)); a \(unit == .count ? "count" : "rate") cannot be "
                        + "negative.")
                return false
            }
            if unit == .count, value != value.rounded() {
                problems.warning(
                    .inconsistent, about: subject,
                    "The value is \(MessageText.number(value)), but a count is a whole number; check the value or the "
                        + "unit.")
            }
        default:
            break
        }
        return true
    }

    /// Compares what is printed with what comes out, and a share with the number that it is a share of.
    private static func checkPrinted(
        _ observation: Observation, in unit: MeasurementUnit, about subject: RecordReference,
        into problems: inout ProblemList
    ) {
        // “More than 90” is no claim that anything comes out at 90.
        guard observation.qualifier.isExact else { return }
        let printed = observation.printed.flatMap { figure in figure.value.map { (text: figure.text, value: $0) } }
        if let printed, let value = observation.value.number(in: unit) {
            let halfUnit = PrintedPrecision.halfUnit(of: printed.text, value: printed.value)
            guard PrintedPrecision.agrees(value, with: printed.value, halfUnit: halfUnit) else {
                var hint = ""
                if case .fraction(let numerator, let denominator) = observation.value {
                    switch RoundedCounts.explanation(
                        of: printed.value, numerator, denominator, factor: unit.factor, halfUnit: halfUnit)
                    {
                    case .rounded: return
                    case .maybeRounded: hint = " If these counts are rounded, write about under “qualifier”."
                    case .no: break
                    }
                }
                let source =
                    switch observation.value {
                    case .fraction(let numerator, let denominator):
                        "\(MessageText.number(numerator)) of \(MessageText.number(denominator)) gives "
                            + MessageText.shown(value, beside: halfUnit)
                    default: "The value is \(MessageText.number(value))"
                    }
                problems.warning(
                    .inconsistent, about: subject, field: "value",
                    "\(source), but \(MessageText.value(printed.text)) is printed; check which is right." + hint)
                return
            }
        }
        guard unit == .percent, case .value(let share, .some(let base)) = observation.value else { return }
        let halfUnit =
            printed.map { PrintedPrecision.halfUnit(of: $0.text, value: $0.value) }
            ?? PrintedPrecision.halfUnit(decimals: PrintedPrecision.decimals(of: share))
        if let advice = ShareOfWhole.objection(to: share, of: base, halfUnit: halfUnit) {
            problems.warning(.inconsistent, about: subject, advice)
        }
    }

    private static func checkTime(
        _ observation: Observation, asOf date: CalendarDate, about subject: RecordReference,
        into problems: inout ProblemList
    ) {
        // What is not there yet may well be listed as such, and a forecast says that it will be revised.
        guard observation.period.firstDay > date, observation.qualifier != .provisional,
            observation.value.missingReason == nil
        else { return }
        problems.warning(
            .dateOrder, about: subject, field: "period", values: [observation.period.code],
            "\(observation.period.code) begins after the report is dated, \(date); check the period, or mark the figure "
                + "as provisional.")
    }
}

extension MeasurementUnit {
    /// Whether a sensible figure in the unit can lie below zero: a deficit, or days before a deadline.
    fileprivate var canBeNegative: Bool {
        switch self {
        case .count, .percent, .rate, .ratio, .unspecified: false
        case .hours, .days, .workingDays, .weeks, .months, .money: true
        }
    }
}
