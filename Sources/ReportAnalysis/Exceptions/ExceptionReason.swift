/// One reason why something is a worry, or works well.
package struct ExceptionReason: Sendable, Hashable {
    /// What the reason is drawn from.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Red, amber or green.
        case rating
        /// Better or worse than in the period before, a year before or at the baseline, by more than ups and downs.
        case direction
        /// A control chart says that the latest move is more than chance.
        case variation
        /// A control chart says that the target is met or missed whatever chance brings, or a forecast that it is likely to be at the
        /// end of the year.
        case assurance
        /// Better or worse than others.
        case comparator
        /// The progress of actions of the plan.
        case plan
    }

    /// What it is drawn from.
    package let kind: Kind
    /// Whether it is good news.
    package let isGood: Bool
    /// What it adds to the rank; see ``ExceptionWeights``.
    package let points: Double
    /// The reason in plain English, such as "Red against at least 90%: 57.2%".
    package let text: String
    /// The same in a few words for a table, such as "down 9.9 points on the year".
    package let phrase: String?

    package init(kind: Kind, isGood: Bool, points: Double, text: String, phrase: String? = nil) {
        self.kind = kind
        self.isGood = isGood
        self.points = points
        self.text = text
        self.phrase = phrase
    }
}

/// How an indicator compares with others, such as its statistical neighbours.
///
/// Exceptions take it ready-made, so that whoever chooses the comparator also decides what counts as better.
package struct ComparatorStanding: Sendable, Hashable {
    /// Whether the indicator is better than the comparator.
    package let isBetter: Bool
    /// The comparison in plain English, with the period where it is another one.
    package let text: String

    /// Records a comparison.
    ///
    /// - Parameters:
    ///   - isBetter: Whether the indicator is better than the comparator.
    ///   - text: The comparison in plain English, with the period where it is another one.
    package init(isBetter: Bool, text: String) {
        self.isBetter = isBetter
        self.text = text
    }
}

/// What each reason adds to the rank of an exception.
///
/// The rule is one sum. The rating weighs most: an amber measure overtakes a red one only where several other reasons add up
/// against it. A clear move over a year or since the baseline comes next, then what the control chart says, a clear move since the
/// period before, comparators and the plan.
/// Reasons of both signs are shown; only those of the list's own sign count.
package struct ExceptionWeights: Sendable, Hashable {
    /// For a red or a green rating.
    package var rating = 100.0
    /// For an amber rating.
    package var amber = 40.0
    /// For the distance to a missed target, in full where it is as large as the target itself.
    package var distance = 20.0
    /// For a clear move over a year or since the baseline.
    package var longMove = 30.0
    /// For a clear move since the period before.
    package var direction = 10.0
    /// For a latest figure that is more than chance.
    package var variation = 25.0
    /// For a target that is met or missed whatever chance brings.
    package var assurance = 15.0
    /// For a comparator.
    package var comparator = 10.0
    /// For actions that should move the indicator and are off track or overdue, or are all done.
    package var plan = 5.0
    /// For an action that is off track.
    package var offTrack = 60.0
    /// For an action that is overdue.
    package var overdue = 50.0
    /// For each full month of 30 days that an action is overdue, up to six.
    package var overdueMonth = 2.0
    /// For an action at risk.
    package var atRisk = 30.0

    /// The usual weights.
    package init() {}
}
