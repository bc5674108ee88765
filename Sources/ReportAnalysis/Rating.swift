public import ReportModel
public import ReportVocabulary

/// How a value compares with what it should be, and how that was decided.
///
/// Red, amber and green follow the rule that English councils use most: green where the target is met, amber within its
/// tolerance, red beyond it. A value is never green for want of a target or a figure: it is then not rated, with the reason.
/// Rules that only some councils use are in ``Options``.
///
/// Sources: the quarterly performance reports of Kent (floor standards, expected ranges), Havering (red unless improved),
/// East Riding of Yorkshire (better than tolerance), and Reigate and Banstead (agreed tolerance).
public struct Rating: Sendable, Hashable {
    /// The outcome.
    public let outcome: Outcome
    /// How it came about.
    package let basis: Basis
    /// How far the value lies from the target, in the unit of the indicator (percentage points for a percentage): 0 where
    /// it is met, otherwise positive; absent where there is no target or no value.
    public let distance: Double?
    /// The value less the target, or less the nearest end of a range: negative below it, positive above it, 0 inside a range;
    /// absent where there is no target or no value.
    ///
    /// Unlike ``distance`` it also says by how much a target is surpassed.
    public let signedDistance: Double?

    init(_ outcome: Outcome, _ basis: Basis, number: Double? = nil, target: Target? = nil) {
        self.outcome = outcome
        self.basis = basis
        if let number, let target {
            distance = target.requirement.distance(of: number)
            signedDistance = target.requirement.signedDistance(of: number)
        } else {
            distance = nil
            signedDistance = nil
        }
    }

    /// Rates a value.
    ///
    /// Of several targets that hold on the day the one that the council set itself counts first, then a regional, a national
    /// and a statutory one; of two of the same level the one listed later. A range for a measure that is not judged is what
    /// is expected of its activity: the value is placed in it, not rated.
    ///
    /// - Parameters:
    ///   - value: What is known.
    ///   - indicator: The indicator, with its unit, polarity and targets.
    ///   - day: The last day of the period.
    ///   - earlier: The value to compare with where the options ask for it, in the unit of the indicator: usually that of
    ///     the same period of last year.
    ///   - options: The rules that not every council uses.
    public init(
        of value: ObservedValue, for indicator: Indicator, on day: CalendarDate, comparedWith earlier: Double? = nil,
        options: Options = Options()
    ) {
        guard let number = value.number(in: indicator.unit), number.isFinite else {
            self.init(.notRated, .noValue(value.missingReason ?? .notCollected))
            return
        }
        let target = indicator.target(on: day)
        let direction = earlier.map { DirectionOfTravel(from: $0, to: number, of: indicator, target: target) }
        guard let target else {
            if indicator.polarity == .neutral {
                self.init(.notRated, .notJudged)
            } else if options.ratesByDirection, let direction {
                self.init(by: direction)
            } else {
                self.init(.notRated, .noTarget)
            }
            return
        }
        if indicator.polarity == .neutral, case .within(let range) = target.requirement {
            let place: ExpectedPlace =
                number < range.lowerBound ? .below : number > range.upperBound ? .above : .inside
            self.init(.notRated, .expectedRange(target, place), number: number, target: target)
            return
        }
        let plain = Rating(of: number, against: target, options: options)
        let held = direction.map { $0.meaning == .improving || $0.meaning == .steady } ?? false
        if options.redUnlessImproved, plain.outcome == .red, held {
            self.init(.amber, .targetUnlessImproved(target), number: number, target: target)
        } else {
            self = plain
        }
    }

    /// Rates a number against a target.
    ///
    /// - Parameters:
    ///   - number: The value in the unit of the target.
    ///   - target: The target.
    ///   - options: The rules that not every council uses; those that need an earlier value have no effect here.
    public init(of number: Double, against target: Target, options: Options = Options()) {
        let miss = target.requirement.distance(of: number)
        let nearest = target.requirement.nearestEnd(to: number)
        let allowed: Double =
            switch target.tolerance {
            case nil: 0
            case .absolute(let width): width
            case .relative(let share): nearest.magnitude * share.value / 100
            case .floor(let floor): number > nearest ? floor - nearest : nearest - floor
            }
        // 19.8 − 18 comes out a hair above 1.8 in binary; a value on the edge of its tolerance is within it.
        let slack = 1e-9 * max(1, number.magnitude)
        let outcome: Outcome
        if miss == 0 {
            let surplus = target.requirement.surplus(of: number)
            let isWide: Bool =
                switch target.tolerance {
                case .absolute, .relative: allowed > 0
                case .floor, nil: false
                }
            let excels = options.marksBetterThanTolerance && isWide && surplus > allowed + slack
            outcome = excels ? .betterThanTolerance : .green
        } else {
            outcome = target.tolerance != nil && miss <= allowed + slack ? .amber : .red
        }
        self.init(outcome, .target(target), number: number, target: target)
    }

    /// Rates by which way a value moved, for a measure without a target: green where it improves, amber where it holds, red
    /// where it worsens.
    ///
    /// - Parameter direction: The direction of travel.
    public init(by direction: DirectionOfTravel) {
        let outcome: Outcome =
            switch direction.meaning {
            case .improving: .green
            case .steady: .amber
            case .worsening: .red
            case .notJudged: .notRated
            }
        self.init(outcome, outcome == .notRated ? .notJudged : .direction(direction))
    }

    /// Takes down the rating of a person, beside the distance to the target where there is one.
    ///
    /// - Parameters:
    ///   - outcome: What the person decided.
    ///   - judgement: Who decided it, and why.
    ///   - number: The value in the unit of the target.
    ///   - target: The target.
    package init(judged outcome: Outcome, by judgement: Judgement, number: Double? = nil, target: Target? = nil) {
        self.init(outcome, .judged(judgement), number: number, target: target)
    }
}
