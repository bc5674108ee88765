public import ReportModel

/// What came of checking a claim against the figures of its pack.
public struct ClaimResult: Sendable, Hashable {
    /// What can come of a check.
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// The figures give something else.
        case contradicted
        /// The figures as printed give something else, but the unrounded ones behind them could give what is stated.
        case withinRounding = "within-rounding"
        /// It cannot be told.
        case notCheckable = "not-checkable"
        /// The figures give what is stated.
        case confirmed

        /// The words for people.
        public var label: String {
            switch self {
            case .contradicted: "Contradicted"
            case .withinRounding: "Could be rounding"
            case .notCheckable: "Cannot be checked"
            case .confirmed: "Confirmed"
            }
        }
    }

    /// The claim.
    public let claim: Claim
    /// What came of it.
    public let verdict: Verdict
    /// What the figures give, in the terms of the claim; `nil` where they give no number.
    public let computed: Double?
    /// The rating that the figures give, for a claim about a rating.
    public let computedRating: Rating.Outcome?
    /// The usual mistakes that would each lead to what is stated, none for a claim that is confirmed.
    ///
    /// More than one may fit; which was made is then not to be known from the numbers.
    package let explanations: [ClaimExplanation]
    /// What came of it and why, in plain English.
    public let sentence: String

    /// The mistake that explains the claim, where exactly one does.
    public var likelyMistake: ClaimMistake? { explanations.count == 1 ? explanations.first?.mistake : nil }

    /// The usual mistakes that would each lead to what is stated, none for a claim that is confirmed.
    public var mistakes: [ClaimMistake] { explanations.map(\.mistake) }
}

/// The mistakes that people make when they write figures into sentences.
public enum ClaimMistake: String, Sendable, Hashable, Codable, CaseIterable {
    /// A change in per cent was divided by the later value in place of the earlier.
    case dividedByLater = "divided-by-later"
    /// A difference in percentage points is called per cent.
    case pointsCalledPercent = "points-called-per-cent"
    /// A change in per cent is called percentage points.
    case percentCalledPoints = "per-cent-called-points"
    /// The sign was lost, or up and down were mixed up.
    case wrongDirection = "wrong-direction"
    /// The figure is that of another period.
    case stalePeriod = "stale-period"
    /// The figure is that of another area or category.
    case otherGroup = "other-group"
    /// The numerator was divided by another total.
    case wrongTotal = "wrong-total"
    /// Numerator and denominator, or the two figures compared, were swapped.
    case swapped
    /// One of the parts was left out.
    case missingPart = "missing-part"
    /// The figure was cut off or rounded the wrong way.
    case roundedWrongly = "rounded-wrongly"
    /// Two digits were swapped.
    case transposedDigits = "transposed-digits"
    /// The decimal point has slipped by one, two or three places.
    case decimalPointSlipped = "decimal-point-slipped"
    /// The rating follows the movement of the figure and not its target.
    case ratedOnMovement = "rated-on-movement"

    /// The mistake in words, such as "divided by the later value".
    public var label: String {
        switch self {
        case .dividedByLater: "divided by the later value instead of the earlier"
        case .pointsCalledPercent: "percentage points called per cent"
        case .percentCalledPoints: "per cent called percentage points"
        case .wrongDirection: "sign lost or direction mixed up"
        case .stalePeriod: "figure of another period"
        case .otherGroup: "figure of another area or category"
        case .wrongTotal: "divided by another total"
        case .swapped: "the two figures swapped"
        case .missingPart: "one part left out"
        case .roundedWrongly: "cut off or rounded the wrong way"
        case .transposedDigits: "two digits swapped"
        case .decimalPointSlipped: "decimal point slipped"
        case .ratedOnMovement: "rated on the movement instead of the target"
        }
    }
}

/// A mistake that would lead to the stated figure.
package struct ClaimExplanation: Sendable, Hashable {
    /// The mistake.
    package let mistake: ClaimMistake
    /// What it gives: the number that prints as the stated figure; `nil` where the claim is not a number.
    package let figure: Double?
    /// The particulars in words, such as "the figure for October 2017".
    package let detail: String?

    /// The mistake with its particulars.
    package var label: String { mistake.label + (detail.map { " (\($0))" } ?? "") }
}
