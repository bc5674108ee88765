package import ReportModel
import ReportVocabulary

/// What a report should be worried about and what is working well, each with its reasons, in order of weight.
///
/// **What is listed.** An indicator is a worry where its latest figure is red or amber, or its control chart calls it a
/// concern (even while the target is met), or it is not rated and its most important clear move is for the worse. It works
/// well where it is none of these and is green, or is not rated and its control chart calls it an improvement or its most
/// important clear move is for the better. A move is clear where it is more than the measure's own ups and downs
/// (``DirectionOfTravel/verdict``); how often a figure moved the same way is not a reason in itself. An action is a worry where
/// it is off track, at risk or overdue. Nothing is in both lists.
///
/// **In which order.** By the sum of ``ExceptionWeights`` over the reasons of the list's own sign; of two with the same sum
/// the one that is earlier in the pack comes first, indicators before actions.
///
/// Control charts need at least ``ControlChart/Options/fewestPoints`` figures that do not overlap. O(n log n) for n
/// observations.
package struct Exceptions: Sendable, Hashable {
    /// What an exception is about.
    package indirect enum Subject: Sendable, Hashable {
        /// An indicator, with its latest position.
        case indicator(IndicatorPosition)
        /// An action of a plan.
        case action(PlanAction)
    }

    /// Something that deserves a word, and why.
    package struct Item: Sendable, Hashable {
        /// What it is about.
        package let subject: Subject
        /// The sum by which it is ranked.
        package let points: Double
        /// Why it is listed, the most important first; what speaks against it comes last.
        package let reasons: [ExceptionReason]
    }

    /// What to be worried about, the most important first.
    package let worries: [Item]
    /// What is working well, the most important first.
    package let strengths: [Item]
    /// Everything that is said of each indicator with figures, whether it is listed or not.
    package let reasons: [Indicator.ID: [ExceptionReason]]

    /// Ranks what stands out in a pack.
    ///
    /// - Parameters:
    ///   - pack: The pack, filtered for the audience where the result will be published.
    ///   - comparisons: How indicators compare with others.
    ///   - weights: What each reason adds.
    package init(
        in pack: ReportPack, comparisons: [Indicator.ID: ComparatorStanding] = [:],
        weights: ExceptionWeights = ExceptionWeights()
    ) {
        let positions = pack.positions()
        self.init(
            in: pack, positions: positions, thread: GoldenThread(pack, PackIndex(pack), positions: positions),
            comparisons: comparisons,
            weights: weights)
    }

    init(
        in pack: ReportPack, positions: [IndicatorPosition], thread: GoldenThread,
        comparisons: [Indicator.ID: ComparatorStanding] = [:], weights: ExceptionWeights = ExceptionWeights()
    ) {
        let finder = ReasonFinder(day: pack.manifest.date, thread: thread, weights: weights)
        var worries: [Item] = []
        var strengths: [Item] = []
        var all: [Indicator.ID: [ExceptionReason]] = [:]
        for position in positions {
            let (reasons, listing) = finder.reasons(for: position, comparisons[position.indicator.id])
            all[position.indicator.id] = reasons
            switch listing {
            case .worry: worries.append(Self.item(.indicator(position), reasons, isGood: false))
            case .strength: strengths.append(Self.item(.indicator(position), reasons, isGood: true))
            case nil: break
            }
        }
        for action in pack.plans.flatMap(\.actions) {
            let reasons = finder.reasons(for: action)
            if !reasons.isEmpty { worries.append(Self.item(.action(action), reasons, isGood: false)) }
        }
        self.worries = Self.ranked(worries)
        self.strengths = Self.ranked(strengths)
        self.reasons = all
    }

    private static func item(_ subject: Subject, _ reasons: [ExceptionReason], isGood: Bool) -> Item {
        let own = reasons.filter { $0.isGood == isGood }
        let ordered = own.enumerated().sorted { left, right in
            (right.element.points, left.offset) < (left.element.points, right.offset)
        }.map(\.element)
        return Item(
            subject: subject, points: own.map(\.points).reduce(0, +),
            reasons: ordered + reasons.filter { $0.isGood != isGood })
    }

    private static func ranked(_ items: [Item]) -> [Item] {
        items.enumerated().sorted { left, right in
            (right.element.points, left.offset) < (left.element.points, right.offset)
        }.map(\.element)
    }
}
