/// How a publication is made, beyond whom it is for.
public struct PublicationOptions: Sendable, Hashable {
    /// The period to report on; by default the pack's own.
    ///
    /// Figures of later periods are left out of the summary and the dashboard.
    public var period: ReportingPeriod?
    /// The pack of the report before this one, from which a section on what changed since then is made.
    ///
    /// What either pack withholds from the audience is left out of the comparison.
    public var previous: ReportPack?
    /// The language as a BCP 47 tag.
    ///
    /// The words of the kit are English.
    public var language: String
    /// The name and version of the program, for the document's properties.
    public var generator: String
    /// Whether there is a section with every figure, one to a row.
    ///
    /// Without it, a publication of very many figures for formats that programs read takes far less memory; its
    /// ``Publication/pack`` holds them all the same.
    public var includesDataSection: Bool

    /// Chooses how a publication is made.
    ///
    /// - Parameters:
    ///   - period: The period to report on.
    ///   - previous: The pack of the report before this one.
    ///   - language: The language as a BCP 47 tag.
    ///   - generator: The name and version of the program.
    ///   - includesDataSection: Whether there is a section with every figure.
    public init(
        period: ReportingPeriod? = nil, previous: ReportPack? = nil, language: String = "en-GB",
        generator: String = "FamilyServicesKit \(FamilyServicesKitVersion.current)", includesDataSection: Bool = true
    ) {
        self.period = period
        self.previous = previous
        self.language = language
        self.generator = generator
        self.includesDataSection = includesDataSection
    }
}

extension ReportPack {
    /// Makes the version of the report that an audience may see: the only way to a ``Publication``.
    ///
    /// What is exempt or restricted is taken out for audiences that may not see it, together with every line and remark that
    /// could repeat its figures; the version lists what was withheld and why. Small numbers are not suppressed yet: the
    /// notes of each public version say so.
    ///
    /// - Parameters:
    ///   - audience: Who will read it.
    ///   - options: The period to report on, the pack of the report before, and the words for the document's properties.
    /// - Returns: The publication, with the sections for which the pack has content.
    /// - Throws: ``PublicationError`` where the pack, or the one before it, has errors; nothing may be published from it.
    public func publish(
        for audience: Audience, options: PublicationOptions = PublicationOptions()
    ) throws(PublicationError) -> Publication {
        let errors = validate().filter { $0.severity == .error }
        guard errors.isEmpty else { throw PublicationError(diagnostics: errors, isAboutPrevious: false) }
        if let previous = options.previous {
            let errors = previous.validate().filter { $0.severity == .error }
            guard errors.isEmpty else { throw PublicationError(diagnostics: errors, isAboutPrevious: true) }
        }
        var filter = AccessFilter(pack: self, audience: audience)
        let filtered = filter.filtered(self)
        var visible = filter.withheld.isEmpty ? filtered : ReferencePruner(visible: filtered, of: self).pruned(filtered)
        // From what the audience may see, so that a sentence cannot say what the tables withhold.
        if !InlineText.all(in: visible).isEmpty {
            var inline = InlineFigures(visible: visible, of: self)
            visible = inline.filled(visible)
            filter.noteFiguresInText(inline.withheld)
        }
        if let period = options.period { visible.manifest.period = period }
        let comparison = options.previous.map { previous in
            PackComparison(of: self, seenAs: visible, with: previous, by: audience)
        }
        return Composer(
            pack: visible, audience: audience, options: options, withheld: filter.withheld, comparison: comparison
        ).publication()
    }
}

/// Why nothing could be published.
public struct PublicationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errors in the pack, in the order of ``ReportPack/validate()``.
    public let diagnostics: [Diagnostic]
    /// Whether they are in the pack of the report before, ``PublicationOptions/previous``.
    public let isAboutPrevious: Bool

    /// The errors, one to a line.
    public var description: String {
        let count = diagnostics.count == 1 ? "an error" : "\(diagnostics.count) errors"
        return "The \(isAboutPrevious ? "earlier " : "")pack has \(count), so nothing can be published:\n"
            + diagnostics.map(\.description).joined(separator: "\n")
    }
}
