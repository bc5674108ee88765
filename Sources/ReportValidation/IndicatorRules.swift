import ReportModel
import ReportVocabulary

/// The targets of an indicator fit its polarity and each other.
enum IndicatorRules {
    static func check(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        let broken = Set(pack.indicators.filter { !$0.breaks.isEmpty }.map(\.id))
        var periods: [Indicator.ID: [ReportingPeriod]] = [:]
        if !broken.isEmpty {
            for figure in pack.observations where broken.contains(figure.indicator) && figure.area == pack.manifest.area
            {
                periods[figure.indicator, default: []].append(figure.period)
            }
        }
        for indicator in pack.indicators {
            let subject = RecordReference(.indicator, indicator.id)
            for (position, target) in indicator.targets.enumerated() {
                check(target, at: position, of: indicator, about: subject, into: &problems)
            }
            checkOverlaps(indicator.targets, about: subject, into: &problems)
            checkBreaks(indicator, about: subject, periods[indicator.id] ?? [], of: pack, into: &problems)
        }
        checkWholes(pack, index, into: &problems)
    }

    /// A measure with a target that has figures for parts alone is rated nowhere, and nobody would know why; one about a single part,
    /// such as one team, is meant so.
    private static func checkWholes(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        var parts: [Indicator.ID: Set<Breakdown.Category.ID>] = [:]
        var wholes: Set<Indicator.ID> = []
        for figure in pack.observations where figure.area == pack.manifest.area {
            // One that is not there may be the whole, misspelt.
            if let category = figure.category, index.category(category, of: figure.indicator) != nil,
                !index.isTotal(category, of: figure.indicator)
            {
                parts[figure.indicator, default: []].insert(category)
            } else {
                wholes.insert(figure.indicator)
            }
        }
        for indicator in pack.indicators
        where !indicator.targets.isEmpty && parts[indicator.id, default: []].count > 1 && !wholes.contains(indicator.id)
        {
            problems.warning(
                .missingValue, about: RecordReference(.indicator, indicator.id),
                "\(MessageText.value(indicator.fullTitle)) has a target and figures for categories alone, so it is on no dashboard and "
                    + "not rated; add a figure for the whole, without a category.")
        }
    }

    /// A break has a reason, is told once, and parts figures from others.
    private static func checkBreaks(
        _ indicator: Indicator, about subject: RecordReference, _ periods: [ReportingPeriod], of pack: ReportPack,
        into problems: inout ProblemList
    ) {
        var seen: Set<CalendarDate> = []
        for item in indicator.breaks {
            if item.reason.allSatisfy(\.isWhitespace) {
                problems.error(
                    .missingValue, about: subject,
                    "The break on \(item.day.label) has no reason; say what changed, because readers are told.")
            }
            if !seen.insert(item.day).inserted {
                problems.error(
                    .duplicate, about: subject,
                    "The break on \(item.day.label) is given twice; give it once, with one reason.")
            }
            let earlier = periods.contains { $0.firstDay < item.day }
            let later = periods.contains { $0.lastDay >= item.day }
            if !periods.isEmpty, !earlier || !later {
                problems.warning(
                    .inconsistent, about: subject,
                    "The break on \(item.day.label) has no figure \(earlier ? "after" : "before") it, so it changes nothing; "
                        + "check the date.")
            }
        }
    }

    private static func check(
        _ target: Target, at position: Int, of indicator: Indicator, about subject: RecordReference,
        into problems: inout ProblemList
    ) {
        func field(_ key: String) -> FieldPath {
            FieldPath([.init("targets", item: position + 1), .init(key)])
        }
        if let from = target.from, let until = target.until, until.lastDay < from.firstDay {
            problems.error(
                .dateOrder, about: subject, field: field("until"), values: [until.description],
                "The target \(target.requirement.label) holds until \(until), before it holds from \(from); swap or "
                    + "correct the dates.")
        }
        guard (target.requirement.bounds + [target.tolerance?.number ?? 0]).allSatisfy(\.isFinite) else {
            problems.error(
                .badValue, about: subject, field: field("target"),
                "A target or its tolerance is infinite or not a number; give a finite number.")
            return
        }
        checkPolarity(target, of: indicator, about: subject, field: field("target"), into: &problems)
        checkTolerance(target, about: subject, field: field("tolerance"), into: &problems)
        if indicator.unit == .percent, !target.requirement.bounds.allSatisfy((0...100).contains) {
            problems.warning(
                .inconsistent, about: subject, field: field("target"),
                "The target \(target.requirement.label) lies outside 0 to 100 per cent; check it, unless it is a rate of "
                    + "growth.")
        }
    }

    private static func checkPolarity(
        _ target: Target, of indicator: Indicator, about subject: RecordReference, field: FieldPath,
        into problems: inout ProblemList
    ) {
        let advice: String? =
            switch (target.requirement, indicator.polarity) {
            // A range for a measure that is not judged is what is expected of its activity.
            case (.within, .neutral): nil
            case (_, .neutral):
                "the indicator is not judged; leave the target out, or say which way is better"
            case (.within, .higherIsBetter), (.within, .lowerIsBetter):
                "the polarity is “\(indicator.polarity.rawValue)”; a range goes with “\(Polarity.inRange.rawValue)”"
            case (.atLeast, .lowerIsBetter):
                "lower is better; write “at most”, or correct the polarity"
            case (.atMost, .higherIsBetter):
                "higher is better; write “at least”, or correct the polarity"
            default: nil
            }
        guard let advice else { return }
        problems.warning(
            .inconsistent, about: subject, field: field, "The target is \(target.requirement.label), but \(advice).")
    }

    private static func checkTolerance(
        _ target: Target, about subject: RecordReference, field: FieldPath, into problems: inout ProblemList
    ) {
        switch (target.tolerance, target.requirement) {
        case (.absolute(let width), _) where width < 0:
            problems.error(
                .badValue, about: subject, field: field,
                "The tolerance is \(MessageText.number(width)); a width cannot be negative.")
        case (.floor(let floor), .atLeast(let value)) where floor > value,
            (.floor(let floor), .atMost(let value)) where floor < value:
            problems.warning(
                .inconsistent, about: subject, field: field,
                "The floor \(MessageText.number(floor)) is stricter than the target \(target.requirement.label); check "
                    + "whether they are swapped.")
        default:
            break
        }
    }

    private static func checkOverlaps(
        _ targets: [Target], about subject: RecordReference, into problems: inout ProblemList
    ) {
        guard targets.count > 1 else { return }
        for level in Target.Level.allCases {
            // In order of their beginning it is enough to compare each with the one that has reached furthest so far.
            let ofLevel = targets.enumerated().filter { $0.element.level == level }
                .sorted { ($0.element.firstDayNumber, $0.offset) < ($1.element.firstDayNumber, $1.offset) }
                .map(\.element)
            guard var furthest = ofLevel.first else { continue }
            for target in ofLevel.dropFirst() {
                if target.firstDayNumber <= furthest.lastDayNumber {
                    problems.warning(
                        .inconsistent, about: subject, field: "targets",
                        "The \(level.rawValue) targets \(furthest.requirement.label) and \(target.requirement.label) "
                            + "hold at the same time; end one before the other begins.")
                }
                if target.lastDayNumber > furthest.lastDayNumber { furthest = target }
            }
        }
    }
}

extension Target {
    fileprivate var firstDayNumber: Int { from?.firstDay.daysSince1970 ?? .min }
    fileprivate var lastDayNumber: Int { until?.lastDay.daysSince1970 ?? .max }
}

extension Target.Requirement {
    /// The numbers in it.
    var bounds: [Double] {
        switch self {
        case .atLeast(let value), .atMost(let value): [value]
        case .within(let range): [range.lowerBound, range.upperBound]
        }
    }

}

extension Target.Tolerance {
    fileprivate var number: Double {
        switch self {
        case .absolute(let value), .floor(let value): value
        case .relative(let share): share.value
        }
    }
}
