import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What composes one section of a report.
///
/// The sections of the kit conform to it, and so can yours: add one to ``PublicationOptions/sections``, and it is composed
/// after publication control, from what the audience may see.
///
/// ```swift
/// struct WaitingTimes: SectionComposer {
///     let id: SectionID = "waiting-times"
///
///     func compose(_ context: SectionContext) -> PublicationSection? {
///         let waiting = context.pack.indicators.filter { $0.unit == .weeks }
///         return context.section(
///             id, title: "Waiting times", summary: "The measures that count weeks.", access: waiting.map(\.access),
///             blocks: [.list(waiting.map { ListItem($0.fullTitle, link: SectionLink(to: .indicator($0.id))) })])
///     }
/// }
/// ```
public protocol SectionComposer: Sendable {
    /// What links and lists call the section.
    var id: SectionID { get }

    /// Composes the section.
    ///
    /// - Parameter context: What the audience may see.
    /// - Returns: The section, with the ``id`` of this value; `nil` where there is nothing to say.
    func compose(_ context: SectionContext) -> PublicationSection?
}
