import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What reads what the composer has gathered: the composer itself and the sections of the kit.
package protocol Composing {
    var composer: Composer { get }
}

extension Composer: Composing {
    package var composer: Composer { self }
}

extension Composing {
    var pack: ReportPack { composer.pack }
    var audience: Audience { composer.audience }
    var withheld: [WithheldItem] { composer.withheld }
    var releaseNote: ReleaseNote { composer.releaseNote }
    var page: PageExtent { composer.options.page }
    var index: PackIndex { composer.index }
    var series: [Indicator.ID: [FigureSeries]] { composer.series }
    var indicatorComparisons: [Indicator.ID: [IndicatorComparison]] { composer.indicatorComparisons }
    var positions: [Indicator.ID: IndicatorPosition] { composer.positions }
    var thread: GoldenThread { composer.thread }
    var messages: MainMessages { composer.messages }
    var comparison: PackComparison? { composer.comparison }
    var claimResults: [ClaimResult] { composer.claimResults }
    var plans: [PlanStanding] { composer.plans }
    var grades: LatestGrades { composer.grades }
}

/// A section of the kit.
///
/// It may say what a version withholds, which the sections of others may not; so it is made from the composer, not from a
/// ``SectionContext``.
protocol StandardSection: Composing {
    static var id: SectionID { get }
    /// What the section is to the report.
    static var role: SectionRole { get }
    /// Whether the section is printed only where all is to be.
    static var isAnnex: Bool { get }

    init(composer: Composer)

    /// The section, or nothing where the pack has no content for it.
    func compose() -> PublicationSection?
}

extension StandardSection {
    static var role: SectionRole { .body }
    static var isAnnex: Bool { true }

    /// A section, or nothing where it has no blocks.
    func section(
        _ title: String, short: String? = nil, _ summary: String, exempt: [Access] = [], _ blocks: [Block]
    ) -> PublicationSection? {
        composer.section(Self.id, title, short: short, role: Self.role, isAnnex: Self.isAnnex, summary, exempt: exempt, blocks)
    }

    /// The section as one of a list.
    static var listed: any SectionComposer { ListedSection<Self>() }
}

/// What tells sections of the kit from those that somebody added.
protocol KitSection {}

/// A section of the kit in a list of sections: it is made anew for each publication.
private struct ListedSection<Section: StandardSection>: SectionComposer, KitSection {
    var id: SectionID { Section.id }

    func compose(_ context: SectionContext) -> PublicationSection? { Section(composer: context.composer).compose() }
}
