package import ReportModel
package import ReportVocabulary

extension Rating {
    /// The colours, and none.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The target is surpassed by more than its tolerance; only where ``Options/marksBetterThanTolerance`` asks for it.
        case betterThanTolerance = "better-than-tolerance"
        /// The target is met.
        case green
        /// The target is missed within its tolerance.
        case amber
        /// The target is missed by more than its tolerance.
        case red
        /// There is nothing to rate, or nothing to rate it against.
        case notRated = "not-rated"

        /// The word for people.
        public var label: String {
            switch self {
            case .betterThanTolerance: "Better than target"
            case .green: "Green"
            case .amber: "Amber"
            case .red: "Red"
            case .notRated: "Not rated"
            }
        }
    }

    /// How a rating came about.
    package enum Basis: Sendable, Hashable {
        /// Against a target.
        case target(Target)
        /// Against a target, which is missed beyond its tolerance; amber and not red because the value held or improved.
        case targetUnlessImproved(Target)
        /// By which way the value moved, where there is no target.
        case direction(DirectionOfTravel)
        /// Decided by a person.
        case judged(Judgement)
        /// Not rated, but placed in the range that is expected of an activity.
        case expectedRange(Target, ExpectedPlace)
        /// Not rated: the measure is watched, not judged.
        case notJudged
        /// Not rated: no target holds for the period.
        case noTarget
        /// Not rated: there is no value.
        case noValue(MissingReason)
        /// Not rated: the counts behind the value are rounded, and the rounding would decide.
        case roundedCounts
        /// Not rated: only a limit or a rough figure is known, and it leaves the rating open.
        case roughFigure
    }

    /// Where a value lies against the range that is expected of it.
    package enum ExpectedPlace: String, Sendable, Hashable, Codable, CaseIterable {
        /// Below the range.
        case below
        /// In the range, its ends included.
        case inside
        /// Above the range.
        case above
    }

    /// Who decided a rating, and why.
    package struct Judgement: Sendable, Hashable {
        /// The role of the person; never a name.
        package let role: Role.ID
        /// The reason, in a sentence.
        package let reason: String

        /// Takes down a judgement.
        ///
        /// - Parameters:
        ///   - role: The role of the person.
        ///   - reason: The reason.
        /// - Returns: `nil` where the reason is blank: a rating that nobody can explain is none.
        package init?(by role: Role.ID, because reason: String) {
            guard reason.contains(where: { !$0.isWhitespace }) else { return nil }
            self.role = role
            self.reason = reason
        }
    }

    /// Rules for ratings that some councils use and others do not; by default none of them.
    public struct Options: Sendable, Hashable {
        /// Whether a value beyond its tolerance is red only where it also got worse, and amber where it held or improved.
        ///
        /// Needs the value to compare with, usually that of the same period of last year; without one red stays red.
        /// Source: London Borough of Havering, quarterly performance reports of 2014.
        public var redUnlessImproved: Bool
        /// Whether a value that surpasses its target by more than the tolerance is set apart from green.
        ///
        /// Without a tolerance there is nothing to surpass it by, a floor has no width above the target, and in a range neither
        /// end is better. Source: East Riding of Yorkshire Council, customer promises of 2009 (star, circle, triangle).
        public var marksBetterThanTolerance: Bool
        /// Whether a judged measure without a target is rated by which way it moved.
        ///
        /// Source: the dashboard of a London borough of December 2017, most of whose lines are rated so.
        public var ratesByDirection: Bool

        /// Chooses rules.
        ///
        /// - Parameters:
        ///   - redUnlessImproved: Whether a value beyond its tolerance is red only where it also got worse.
        ///   - marksBetterThanTolerance: Whether a target surpassed by more than the tolerance is set apart.
        ///   - ratesByDirection: Whether a measure without a target is rated by which way it moved.
        public init(
            redUnlessImproved: Bool = false, marksBetterThanTolerance: Bool = false, ratesByDirection: Bool = false
        ) {
            self.redUnlessImproved = redUnlessImproved
            self.marksBetterThanTolerance = marksBetterThanTolerance
            self.ratesByDirection = ratesByDirection
        }
    }

    /// How the rating came about, in a sentence.
    public var explanation: String { explanation(in: .unspecified) }

    /// How the rating came about, with the target in its unit.
    func explanation(in unit: MeasurementUnit) -> String {
        switch basis {
        case .targetUnlessImproved(let target):
            "Misses the target of \(target.label(in: unit)), but is not worse than the value it is compared with."
        case .target(let target):
            switch outcome {
            case .betterThanTolerance:
                "Better than the target of \(target.label(in: unit)) by more than its tolerance."
            case .green: "Meets the target of \(target.label(in: unit))."
            case .amber: "Misses the target of \(target.label(in: unit)), but within its tolerance."
            case .red, .notRated: "Misses the target of \(target.label(in: unit))."
            }
        case .direction(let direction):
            switch direction.meaning {
            case .improving: "There is no target; the value moved the way that is wanted."
            case .worsening: "There is no target; the value moved against the way that is wanted."
            case .steady, .notJudged: "There is no target; the value did not change."
            }
        case .judged(let judgement): "Judged by \(judgement.role.text): \(judgement.reason)"
        case .expectedRange(let target, let place):
            switch place {
            case .inside: "Watched, not judged; within the expected range of \(target.label(in: unit))."
            case .below: "Watched, not judged; below the expected range of \(target.label(in: unit))."
            case .above: "Watched, not judged; above the expected range of \(target.label(in: unit))."
            }
        case .notJudged: "Watched, not judged."
        case .noTarget: "There is no target for the period."
        case .noValue(let reason): "There is no value: \(reason.meaning)."
        case .roundedCounts: "Not rated: the counts are rounded, and how they were rounded would decide."
        case .roughFigure: "Not rated: only a limit or a rough figure is known, which leaves the rating open."
        }
    }
}

extension PrintedRating {
    /// The outcome that the source prints.
    package var outcome: Rating.Outcome {
        switch self {
        case .red: .red
        case .amber: .amber
        case .green: .green
        }
    }
}
