import ReportModel
import ReportVocabulary

/// How well a figure fits what a sentence says of it.
enum ClaimFit {
    /// The sentence is right.
    case holds
    /// The figure as printed is not what is said, and what was rounded to it may be.
    case couldBeRounding
    /// Whether the words reach so far is for the one who wrote them to say.
    case undecided
    /// The sentence is wrong.
    case fails
}

extension StatedAmount {
    /// Compares a figure with what is stated of it.
    ///
    /// - Parameters:
    ///   - figure: The figure; of a change, with its sign.
    ///   - range: What the unrounded figures behind it could give.
    ///   - isChange: Whether it is a change, whose direction is part of what is stated.
    func fit(_ figure: Double, in range: ClosedRange<Double>? = nil, isChange: Bool) -> ClaimFit {
        let sign: Double = value < 0 ? -1 : 1
        let limit = value.magnitude
        let size = DecimalText.withoutNoise(sign * figure)
        let ends = [range?.lowerBound ?? figure, range?.upperBound ?? figure].map { sign * $0 }.sorted()
        let step = 1e-9 * max(1, size.magnitude, limit)
        func judge(_ low: Double, _ high: Double, opensLow: Bool = false, opensHigh: Bool = false) -> ClaimFit {
            func lies(_ number: Double) -> Bool {
                (opensLow ? number > low + step : number >= low - step)
                    && (opensHigh ? number < high - step : number <= high + step)
            }
            if lies(size) { return .holds }
            return ends[0] <= high + step && low - step <= ends[1] && ends[0] < ends[1] ? .couldBeRounding : .fails
        }
        // A change in the other direction is within no limit.
        let floor = isChange ? -step : -Double.infinity
        // The ends of a range are limits, as those of “at least” and “no more than” are.
        if let upper { return judge(limit, upper.magnitude) }
        if let slack {
            let opensLow = isNear && bound == .above
            let opensHigh = isNear && (bound == .below || bound == .about)
            func reach(_ width: Double, isOpen: Bool) -> ClaimFit {
                judge(
                    opensLow ? limit : limit - width, opensHigh ? limit : limit + width, opensLow: opensLow && isOpen,
                    opensHigh: opensHigh && isOpen)
            }
            let sure = reach(slack.sure, isOpen: true)
            guard sure == .fails else { return sure }
            // Nobody would call “nearly 50” wrong of 50.
            return reach(slack.most, isOpen: false) == .fails ? .fails : .undecided
        }
        switch bound {
        case .above: return judge(limit, .infinity, opensLow: true)
        case .atLeast: return judge(limit, .infinity)
        case .below: return judge(floor, limit, opensHigh: true)
        case .atMost: return judge(floor, limit)
        case .about, nil:
            if PrintedPrecision.agrees(size, with: limit, halfUnit: halfUnit) { return .holds }
            return judge(limit - halfUnit, limit + halfUnit)
        }
    }
}
