import OfficialStatistics
public import ReportAnalysis
import ReportDisclosure
public import ReportModel
public import ReportVocabulary

/// What a section is composed from: the pack as the audience may see it, and what the analysis says about it.
///
/// Publication control has taken place. There is no way from here to what was withheld.
public struct SectionContext: Sendable {
    let composer: Composer

    init(composer: Composer) {
        self.composer = composer
    }

    /// The records of the report as the audience may see them.
    public var pack: ReportPack { composer.pack }
    /// What the analysis says about them: positions, ratings, progress, findings and claims.
    public var assessment: Assessment { composer.assessment }
    /// Who will read the report.
    public var audience: Audience { composer.audience }
    /// Title, dates and provenance of the report.
    public var metadata: PublicationMetadata { composer.metadata }

    /// An indicator.
    ///
    /// O(1).
    ///
    /// - Parameter id: Its identifier.
    /// - Returns: The indicator; `nil` where the pack has none of that name, or where the audience may not see it.
    public func indicator(_ id: Indicator.ID) -> Indicator? { composer.index.indicators[id] }

    /// The number that an indicator goes by in the report.
    ///
    /// O(1).
    ///
    /// - Parameter id: Its identifier.
    /// - Returns: The number, from 1 in the order of the pack; `nil` where the audience may not see the indicator.
    public func number(of id: Indicator.ID) -> Int? { composer.index.number(of: id) }

    /// A figure as a cell, in the unit of its indicator and with its decimals.
    ///
    /// O(1).
    ///
    /// - Parameter observation: The figure.
    /// - Returns: The cell, with the shorthand of the reason where there is no figure; empty for an unknown indicator.
    public func cell(for observation: Observation) -> Cell {
        composer.index.indicators[observation.indicator].map { composer.figure(observation, of: $0) } ?? Cell(.empty)
    }

    /// The figures of an indicator over time, as the section of trends draws them: with its targets, the average, the expected
    /// range and what stands out.
    ///
    /// - Parameters:
    ///   - id: The indicator.
    ///   - name: An identifier, unique among the tables and charts of the report.
    /// - Returns: The chart; `nil` where the audience may not see the indicator, or where it has no figure.
    public func chart(of id: Indicator.ID, named name: String) -> Chart? {
        guard let trend = composer.positions[id].map({ IndicatorTrend($0) }), trend.numberOfFigures > 0 else {
            return nil
        }
        return trend.chart.named(name)
    }

    /// What the figures of an indicator over time say, in sentences.
    ///
    /// - Parameter id: The indicator.
    /// - Returns: What the control chart says, and where the figures changed their meaning; `nil` where there is nothing to say, or
    ///   where the audience may not see the indicator.
    public func explanation(of id: Indicator.ID) -> String? {
        composer.positions[id].map { IndicatorTrend($0).explanation }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A section, marked as exempt where what it is made from is.
    ///
    /// - Parameters:
    ///   - id: What links call it.
    ///   - title: The heading.
    ///   - shortTitle: A name of at most 31 characters, unique in the report; by default the title.
    ///   - role: What the section is to the report.
    ///   - isAnnex: Whether the section is printed only where all is to be.
    ///   - summary: One or two sentences on what the section holds.
    ///   - access: Who may see the records that it is made from. Readers are told which paragraphs of Schedule 12A apply.
    ///   - blocks: The content in reading order.
    /// - Returns: The section; `nil` where there are no blocks.
    public func section(
        _ id: SectionID, title: String, shortTitle: String? = nil, role: SectionRole = .body,
        isAnnex: Bool = false, summary: String, access: [Access] = [], blocks: [Block]
    ) -> PublicationSection? {
        composer.section(id, title, short: shortTitle, role: role, isAnnex: isAnnex, summary, exempt: access, blocks)
    }
}
