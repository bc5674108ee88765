import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What a report is worried about and what works well: what the plan names and what the figures name, in one order.
///
/// **On which side.** A measure that the plan names stays on the side where the plan has it, with one exception: what the plan
/// calls working well is a worry where it is red or its control chart calls it a concern. Everything else stands where
/// ``Exceptions`` has it. Nothing is on both sides.
///
/// **In which order.** By the sum that ``Exceptions`` ranks by, to which being named by the plan adds half of what a red rating
/// does: special causes and missed targets come first, those further off the target before those nearer, those that move away
/// from it before others; then what the plan alone names, in the order of the plan.
package struct MainMessages: Sendable {
    /// Something that deserves a word, and why.
    struct Message: Sendable {
        let subject: Exceptions.Subject
        let isGood: Bool
        /// Whether the plan names it on this side.
        let isNamed: Bool
        let points: Double
        /// Why it is listed, the most important reason first; what speaks against it comes last.
        let reasons: [ExceptionReason]
    }

    let worries: [Message]
    let strengths: [Message]

    var isEmpty: Bool { worries.isEmpty && strengths.isEmpty }

    init(of exceptions: Exceptions, plan: ImprovementPlan?, positions: [Indicator.ID: IndicatorPosition]) {
        var sides: [Indicator.ID: Bool] = [:]
        for id in plan?.workingWell ?? [] { sides[id] = true }
        for id in plan?.worriedAbout ?? [] { sides[id] = false }
        var seen: Set<Indicator.ID> = []
        var messages: [Message] = []

        for (items, isGood) in [(exceptions.worries, false), (exceptions.strengths, true)] {
            for item in items {
                guard case .indicator(let position) = item.subject else {
                    messages.append(Self.message(item.subject, item.reasons, isGood: isGood, named: nil))
                    continue
                }
                let id = position.indicator.id
                guard seen.insert(id).inserted else { continue }
                let side = sides[id].map { $0 && !Self.isGrave(position) } ?? isGood
                messages.append(Self.message(item.subject, item.reasons, isGood: side, named: sides[id]))
            }
        }
        for id in (plan?.worriedAbout ?? []) + (plan?.workingWell ?? []) where seen.insert(id).inserted {
            guard let position = positions[id], let side = sides[id] else { continue }
            messages.append(
                Self.message(.indicator(position), exceptions.reasons[id] ?? [], isGood: side, named: side))
        }
        worries = Self.ranked(messages.filter { !$0.isGood })
        strengths = Self.ranked(messages.filter(\.isGood))
    }

    /// Whether the figures say so clearly that it is a worry that the plan's own view is overruled.
    private static func isGrave(_ position: IndicatorPosition) -> Bool {
        position.rating.outcome == .red || position.judgement == .concern
    }

    private static func message(
        _ subject: Exceptions.Subject, _ reasons: [ExceptionReason], isGood: Bool, named side: Bool?
    ) -> Message {
        var reasons = reasons
        if let side {
            reasons.append(
                ExceptionReason(
                    kind: .plan, isGood: side, points: ExceptionWeights().rating / 2,
                    text: SummaryWording.byPlan(isGood: side)))
        }
        let own = reasons.filter { $0.isGood == isGood }
        let ordered = own.enumerated().sorted { left, right in
            (right.element.points, left.offset) < (left.element.points, right.offset)
        }.map(\.element)
        return Message(
            subject: subject, isGood: isGood, isNamed: side == isGood, points: own.map(\.points).reduce(0, +),
            reasons: ordered + reasons.filter { $0.isGood != isGood })
    }

    private static func ranked(_ messages: [Message]) -> [Message] {
        messages.enumerated().sorted { left, right in
            (right.element.points, left.offset) < (left.element.points, right.offset)
        }.map(\.element)
    }
}
