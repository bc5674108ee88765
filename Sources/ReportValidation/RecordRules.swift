import ReportModel
import ReportVocabulary

/// What can be wrong in a record by itself, beyond its figures and dates.
enum RecordRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        for agreement in pack.manifest.agreements where agreement.audiences.contains(.everyone) {
            problems.error(
                .inconsistent, about: RecordReference(.agreement, agreement.id), field: "audiences",
                "The agreement lets everyone see what it covers; what is public needs no agreement, so leave “public” "
                    + "out.")
        }
        for indicator in pack.indicators {
            checkNumbers(of: indicator, about: RecordReference(.indicator, indicator.id), into: &problems)
        }
        for action in pack.plans.lazy.flatMap(\.actions) { checkOwners(of: action, into: &problems) }
        for standard in pack.audits.standards {
            checkLimit(
                of: standard.timescale, about: RecordReference(.practiceStandard, standard.id), into: &problems)
        }
        for line in pack.dashboard {
            let figures = [line.previous?.figure, line.latest?.figure] + line.shares.map(\.figure)
            checkFinite(
                figures.map { $0?.value }, about: RecordReference(.dashboardLine, String(line.number)), into: &problems)
        }
        for (position, measurement) in pack.audits.compliance.enumerated() {
            checkFinite(
                [measurement.printedShare?.value], about: RecordReference(.complianceMeasurement, at: position),
                field: "printed_share", into: &problems)
        }
        for risk in pack.risks {
            let subject = RecordReference(.risk, risk.id)
            let scores: [(field: FieldPath, score: Risk.Score?)] = [
                ("inherent", risk.inherent), ("residual", risk.residual),
            ]
            for (field, score) in scores where score.map({ !$0.isOnScale }) ?? false {
                problems.error(
                    .badValue, about: subject, field: field,
                    "The risk score is off the scale; likelihood and impact run from 1 to 5, their product to 25.")
            }
        }
        for figure in pack.budget {
            checkFinite(
                [figure.pounds], about: RecordReference(.budgetFigure, figure.id), field: "amount", into: &problems)
        }
        for fact in pack.context {
            checkFinite([fact.value], about: RecordReference(.fact, fact.id), field: "value", into: &problems)
        }
    }

    private static func checkNumbers(
        of indicator: Indicator, about subject: RecordReference, into problems: inout ProblemList
    ) {
        if !(0...15).contains(indicator.decimals) {
            problems.error(
                .badValue, about: subject, field: "decimals", values: ["\(indicator.decimals)"],
                "\(indicator.decimals) decimals cannot be shown; give 0 to 15.")
        }
        if case .rate(let base) = indicator.unit, base < 1 {
            problems.error(
                .badValue, about: subject, field: "unit", "A rate per \(base) means nothing; give a base of 1 or more.")
        }
        checkLimit(of: indicator.timescale, about: subject, into: &problems)
    }

    /// Each role answers for an action once, and one of them leads.
    private static func checkOwners(of action: PlanAction, into problems: inout ProblemList) {
        guard let first = action.otherOwners.first else { return }
        let subject = RecordReference(.action, action.id)
        if action.owner == nil {
            problems.error(
                .missingValue, about: subject, field: "owner", values: [first.text],
                "The action has other owners, but none that leads; name the one that leads first.")
        }
        var seen: Set<Role.ID> = []
        for owner in action.owners where !seen.insert(owner).inserted {
            problems.error(
                .duplicate, about: subject, field: "owner", values: [owner.text],
                "The role \(MessageText.value(owner)) is named twice as an owner; name each once.")
            return
        }
    }

    private static func checkLimit(
        of timescale: TimescaleRule?, about subject: RecordReference, into problems: inout ProblemList
    ) {
        guard let timescale, timescale.limit < 1 else { return }
        problems.error(
            .badValue, about: subject, field: "timescale",
            "Nothing can be done within \(timescale.limit) \(timescale.unit.rawValue); give 1 or more.")
    }

    /// No file format can hold an infinite number, and no reader can use one.
    private static func checkFinite(
        _ numbers: [Double?], about subject: RecordReference, field: FieldPath? = nil, into problems: inout ProblemList
    ) {
        guard numbers.contains(where: { $0?.isFinite == false }) else { return }
        problems.error(
            .badValue, about: subject, field: field,
            "A number is infinite or not a number; give a finite number, or leave it out.")
    }
}

extension Risk.Score {
    fileprivate var isOnScale: Bool {
        switch self {
        case .matrix(let likelihood, let impact): (1...5).contains(likelihood) && (1...5).contains(impact)
        case .product(let product): (1...25).contains(product)
        }
    }
}
