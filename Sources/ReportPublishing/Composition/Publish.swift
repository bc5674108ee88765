import OfficialStatistics
import ReportAnalysis
public import ReportDisclosure
public import ReportModel
public import ReportVocabulary
public import SmallNumbers

/// How a publication is made, beyond whom it is for.
public struct PublicationOptions: Sendable {
    /// The period to report on; by default the pack's own.
    ///
    /// Figures of later periods are left out of the summary and the dashboard.
    public var period: ReportingPeriod?
    /// The pack of the report before this one, from which a section on what changed since then is made.
    ///
    /// What either pack withholds from the audience is left out of the comparison. What was shown then counts as known: small
    /// numbers are protected from those who read both.
    public var previous: ReportPack?
    /// The packs of the reports before that one, the latest first, as far as their figures may be read beside those of this one.
    public var earlier: [ReportPack]
    /// How small numbers of children, families and carers are treated.
    ///
    /// By default those of 1 to 5 are suppressed for the public, with what would give them away, and all are shown to members
    /// and officers.
    public var smallNumbers: SmallNumberPolicy?
    /// The role that decides on the release, for the release note: one of the pack's roles.
    public var decidedBy: Role.ID?
    /// The files that the pack was read from, for the release note.
    public var inputs: [InputFile]
    /// The name and version of the program, for the document's properties.
    public var generator: String
    /// Whether there is a section with every figure, one to a row.
    ///
    /// Without it, a publication of very many figures for formats that programs read takes far less memory; its
    /// ``Publication/pack`` holds them all the same.
    public var includesDataSection: Bool
    /// What the publication is for: the report, or a working copy for officers.
    package var purpose = PublicationPurpose.report
    /// How much of a table and of the summary readers see at once.
    public var page: PageExtent
    /// The sections of the report in order, to which a program can add its own; working copies have sections of their own.
    public var sections: SectionList
    /// Called now and then with the share of the work done, from 0 to 1.
    public var progress: (@Sendable (Double) -> Void)?
    /// Asked between the steps of the work, and before each section, whether to stop; by default, whether the current task was
    /// cancelled.
    public var isCancelled: @Sendable () -> Bool = { Task.isCancelled }

    /// Chooses how a publication is made.
    ///
    /// - Parameters:
    ///   - period: The period to report on.
    ///   - previous: The pack of the report before this one.
    ///   - earlier: The packs of the reports before that one, the latest first.
    ///   - smallNumbers: How small numbers are treated; by default as usual for the audience.
    ///   - decidedBy: The role that decides on the release.
    ///   - inputs: The files that the pack was read from.
    ///   - generator: The name and version of the program.
    ///   - includesDataSection: Whether there is a section with every figure.
    ///   - page: How much of a table and of the summary readers see at once.
    ///   - sections: The sections of the report in order.
    public init(
        period: ReportingPeriod? = nil, previous: ReportPack? = nil, earlier: [ReportPack] = [],
        smallNumbers: SmallNumberPolicy? = nil, decidedBy: Role.ID? = nil, inputs: [InputFile] = [],
        generator: String = "FamilyServicesKit \(FamilyServicesKitVersion.current)", includesDataSection: Bool = true,
        page: PageExtent = .standard, sections: SectionList = .standard
    ) {
        self.period = period
        self.previous = previous
        self.earlier = earlier
        self.smallNumbers = smallNumbers
        self.decidedBy = decidedBy
        self.inputs = inputs
        self.generator = generator
        self.includesDataSection = includesDataSection
        self.page = page
        self.sections = sections
    }
}

/// What composition needs to know of ``PublicationOptions``: everything but packs, which pass publication control first.
package struct CompositionOptions: Sendable {
    package let period: ReportingPeriod?
    /// Whether figures in braces stay as they are, for people who edit the texts.
    package let keepsBraces: Bool
    package let sections: SectionList
    package let generator: String
    package let purpose: PublicationPurpose
    package let page: PageExtent
    package let includesDataSection: Bool
    package let progress: (@Sendable (Double) -> Void)?
    package let isCancelled: @Sendable () -> Bool

    init(_ options: PublicationOptions, for audience: Audience) {
        period = options.period
        keepsBraces = options.terms(for: audience).keepsBraces
        sections = options.sections
        generator = options.generator
        purpose = options.purpose
        page = options.page
        includesDataSection = options.includesDataSection
        progress = options.progress
        isCancelled = options.isCancelled
    }

    /// Throws where the caller asked to stop.
    func checkCancellation() throws(PublicationError) {
        if isCancelled() { throw PublicationError.cancelled }
    }
}

extension PublicationOptions {
    /// The policy for small numbers that an audience gets.
    ///
    /// - Parameter audience: The audience.
    /// - Returns: The policy that was chosen, else the usual one.
    public func smallNumberPolicy(for audience: Audience) -> SmallNumberPolicy {
        smallNumbers ?? (audience == .everyone ? .suppressOneToFive : .showAll)
    }

    /// What publication control has to know of these options.
    package func terms(for audience: Audience) -> DisclosureTerms {
        DisclosureTerms(
            smallNumbers: smallNumberPolicy(for: audience), previous: previous, earlier: earlier, decidedBy: decidedBy,
            inputs: inputs,
            // Officers change the words themselves in a working copy, with the figures still in braces.
            keepsBraces: purpose == .workingCopy && audience == .officers)
    }
}

extension ReportPack {
    /// Makes the version of the report that an audience may see: the only way to a ``Publication``.
    ///
    /// What is exempt or restricted is taken out for audiences that may not see it, together with every line and remark that
    /// could repeat its figures. Then small numbers are hidden, and as much else as is needed so that none can be worked out
    /// from totals, shares, other tables or other periods; what people wrote about them goes with them. Everything that is
    /// computed is computed from what is left. The version lists what was withheld and why, in ``Publication/releaseNote``.
    ///
    /// - Parameters:
    ///   - audience: Who will read it.
    ///   - options: The period to report on, the pack of the report before, the policy for small numbers, and the words for the
    ///     document's properties.
    /// - Returns: The publication, with the sections for which the pack has content.
    /// - Throws: ``PublicationError`` where the pack, or the one before it, has errors, or where a small number could be worked
    ///   out whatever else was hidden; nothing may be published from it. Where the options asked to stop, its
    ///   ``PublicationError/isCancelled`` is true.
    public func publish(
        for audience: Audience, options: PublicationOptions = PublicationOptions()
    ) throws(PublicationError) -> Publication {
        try composer(for: audience, options: options).publication()
    }

    /// Makes a version as ``publish(for:options:)`` does, with what those who release it have to know and its readers must not.
    ///
    /// - Parameters:
    ///   - audience: Who will read it.
    ///   - options: As for ``publish(for:options:)``.
    /// - Returns: The publication, and the review for officers.
    /// - Throws: ``PublicationError`` as ``publish(for:options:)`` does.
    public func release(
        for audience: Audience, options: PublicationOptions = PublicationOptions()
    ) throws(PublicationError) -> (publication: Publication, review: ReleaseReview) {
        let disclosed = try checked(for: audience, options: options, countsChoices: true)
        let composer = try composer(disclosed, for: audience, options: options)
        return (try composer.publication(), disclosed.review.adding(composer.textFindings))
    }

    /// Checks the packs, withholds what the audience may not see, and prepares the composition of what is left.
    package func composer(
        for audience: Audience, options: PublicationOptions
    ) throws(PublicationError) -> Composer {
        try composer(try checked(for: audience, options: options), for: audience, options: options)
    }

    private func composer(
        _ disclosed: DisclosedPack, for audience: Audience, options: PublicationOptions
    ) throws(PublicationError) -> Composer {
        let options = CompositionOptions(options, for: audience)
        try options.checkCancellation()
        options.progress?(0.5)
        let composer = Composer(disclosed, options: options)
        try options.checkCancellation()
        options.progress?(0.75)
        return composer
    }

    private func checked(
        for audience: Audience, options: PublicationOptions, countsChoices: Bool = false
    ) throws(PublicationError) -> DisclosedPack {
        if options.isCancelled() { throw PublicationError.cancelled }
        options.progress?(0)
        do {
            var terms = options.terms(for: audience)
            terms.countsChoices = countsChoices
            return try disclosed(to: audience, under: terms)
        } catch {
            throw PublicationError(error)
        }
    }
}

/// Why nothing could be published.
public struct PublicationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errors in the pack, in the order of ``ReportPack/validate()``.
    public let diagnostics: [Diagnostic]
    /// Whether they are in the pack of the report before, ``PublicationOptions/previous``.
    public let isAboutPrevious: Bool
    /// What is wrong with sections that were added to ``PublicationOptions/sections``.
    public let sectionFaults: [SectionFault]
    /// Whether there is nothing wrong, and the caller asked to stop.
    public let isCancelled: Bool

    /// The caller asked to stop.
    static let cancelled = PublicationError(sectionFaults: [], isCancelled: true)

    init(_ error: DisclosureError) {
        diagnostics = error.diagnostics
        isAboutPrevious = error.isAboutPrevious
        sectionFaults = []
        isCancelled = false
    }

    init(sectionFaults: [SectionFault], isCancelled: Bool = false) {
        self.isCancelled = isCancelled
        diagnostics = []
        isAboutPrevious = false
        self.sectionFaults = sectionFaults
    }

    /// The errors, one to a line.
    public var description: String {
        if isCancelled { return "The publication was cancelled." }
        guard sectionFaults.isEmpty else {
            return "The report cannot be made with these sections:\n"
                + sectionFaults.map(\.description).joined(separator: "\n")
        }
        let count = diagnostics.count == 1 ? "an error" : "\(diagnostics.count) errors"
        return "The \(isAboutPrevious ? "earlier " : "")pack has \(count), so nothing can be published:\n"
            + diagnostics.map(\.description).joined(separator: "\n")
    }
}
