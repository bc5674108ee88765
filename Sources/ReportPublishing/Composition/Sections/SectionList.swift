import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sections of a report in order, to which a program can add its own, or leave some out.
///
/// A cover and a list of contents come before them in every report.
///
/// ```swift
/// var options = PublicationOptions()
/// options.sections.append(WaitingTimes())
/// try options.sections.remove("budget")
/// try options.sections.move("risks", after: "summary")
/// ```
public struct SectionList: Sendable {
    /// The sections in order.
    public private(set) var sections: [any SectionComposer]

    /// Makes a list.
    ///
    /// - Parameter sections: The sections in order.
    public init(_ sections: [any SectionComposer]) {
        self.sections = sections
    }

    /// What the sections are called, in order.
    public var ids: [SectionID] { sections.map(\.id) }

    /// What the sections are called that are not the kit's own.
    var addedIDs: Set<SectionID> { Set(sections.filter { !($0 is any KitSection) }.map(\.id)) }

    /// Adds a section at the end.
    ///
    /// - Parameter section: The section.
    public mutating func append(_ section: some SectionComposer) { sections.append(section) }

    /// Adds a section before another.
    ///
    /// - Parameters:
    ///   - section: The section.
    ///   - id: The one that it comes before.
    /// - Throws: ``SectionListError`` where the list has no such section.
    public mutating func insert(_ section: some SectionComposer, before id: SectionID) throws(SectionListError) {
        sections.insert(section, at: try position(of: id))
    }

    /// Adds a section after another.
    ///
    /// - Parameters:
    ///   - section: The section.
    ///   - id: The one that it comes after.
    /// - Throws: ``SectionListError`` where the list has no such section.
    public mutating func insert(_ section: some SectionComposer, after id: SectionID) throws(SectionListError) {
        sections.insert(section, at: try position(of: id) + 1)
    }

    /// Leaves a section out.
    ///
    /// Links to it become plain words.
    ///
    /// - Parameter id: The section.
    /// - Throws: ``SectionListError`` where the list has no such section, or where it is the release note, which says what a
    ///   version withholds and has to be there.
    public mutating func remove(_ id: SectionID) throws(SectionListError) {
        guard id != ReleaseNoteSection.id else { throw SectionListError(section: id, problem: .required, known: ids) }
        sections.remove(at: try position(of: id))
    }

    /// Puts a section before another.
    ///
    /// - Parameters:
    ///   - id: The section.
    ///   - other: The one that it then comes before.
    /// - Throws: ``SectionListError`` where the list lacks one of them.
    public mutating func move(_ id: SectionID, before other: SectionID) throws(SectionListError) {
        try move(id, to: other, offset: 0)
    }

    /// Puts a section after another.
    ///
    /// - Parameters:
    ///   - id: The section.
    ///   - other: The one that it then comes after.
    /// - Throws: ``SectionListError`` where the list lacks one of them.
    public mutating func move(_ id: SectionID, after other: SectionID) throws(SectionListError) {
        try move(id, to: other, offset: 1)
    }

    private mutating func move(_ id: SectionID, to other: SectionID, offset: Int) throws(SectionListError) {
        let start = try position(of: id)
        _ = try position(of: other)
        guard id != other else { return }
        let section = sections.remove(at: start)
        sections.insert(section, at: try position(of: other) + offset)
    }

    /// Puts another section in the place of one that the list has.
    mutating func replace(_ id: SectionID, with section: any SectionComposer) {
        guard let position = sections.firstIndex(where: { $0.id == id }) else { return }
        sections[position] = section
    }

    private func position(of id: SectionID) throws(SectionListError) -> Int {
        guard let position = sections.firstIndex(where: { $0.id == id }) else {
            throw SectionListError(section: id, problem: .unknown, known: ids)
        }
        return position
    }
}

extension SectionList {
    /// The sections of the kit, in the order in which a report has them.
    public static let standard = SectionList([
        SummarySection.listed, MeasuresSection.listed, TrendsSection.listed, BriefSection.listed,
        ChangesSection.listed, ExceptionsSection.listed, EnclosuresSection.listed,
        CommitteeRecommendationsSection.listed, ReportTextSection.listed, DashboardSection.listed,
        OtherIndicatorsSection.listed, LaterFiguresSection.listed, CouncilsSection.listed, CommentarySection.listed,
        PlanProgressSection.listed,
        PlanChartsSection.listed, ActionsSection.listed, ActionMeasuresSection.listed, ProgressNotesSection.listed,
        AuditGradesSection.listed, AuditChartsSection.listed, ModerationSection.listed, AuditActivitySection.listed,
        AuditThemesSection.listed, StandardsSection.listed, InspectionsSection.listed, JudgementsSection.listed,
        FindingsSection.listed, ThreadSection.listed, RecommendationsSection.listed, RequirementsSection.listed,
        FallingDueSection.listed, CommitmentsSection.listed, SurveysSection.listed, RisksSection.listed,
        BudgetSection.listed, MilestonesSection.listed, DefinitionsSection.listed, NotesSection.listed,
        ClaimsSection.listed, DashboardChecksSection.listed, ChecksSection.listed, ReleaseNoteSection.listed,
        InputsSection.listed, AuditGradeDetailsSection.listed, DataSection.listed,
    ])
}

/// Why a list of sections could not be changed as asked.
public struct SectionListError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: String, Sendable, Hashable {
        /// The list has no section of that name.
        case unknown
        /// The section says what a version withholds and can be neither left out nor changed.
        case required
    }

    /// The section that was named.
    public let section: SectionID
    /// What is wrong.
    public let problem: Problem
    /// The sections that the list has.
    public let known: [SectionID]

    /// A sentence for people.
    public var description: String {
        switch problem {
        case .required:
            "The section “\(section)” says what the report withholds, so it can be neither left out nor changed."
        case .unknown:
            "There is no section “\(section)”"
                + (NearestName.nearest(to: section.text, among: known.map(\.text)).map { "; did you mean “\($0)”?" }
                    ?? "; the sections are \(MessageText.list(known.map(\.text))).")
        }
    }
}
