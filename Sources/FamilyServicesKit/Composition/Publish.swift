/// How a publication is made, beyond whom it is for.
public struct PublicationOptions: Sendable, Hashable {
    /// The period to report on; by default the pack's own.
    ///
    /// Figures of later periods are left out of the summary and the dashboard.
    public var period: ReportingPeriod?
    /// The language as a BCP 47 tag.
    ///
    /// The words of the kit are English.
    public var language: String
    /// The name and version of the program, for the document's properties.
    public var generator: String

    /// Chooses how a publication is made.
    ///
    /// - Parameters:
    ///   - period: The period to report on.
    ///   - language: The language as a BCP 47 tag.
    ///   - generator: The name and version of the program.
    public init(
        period: ReportingPeriod? = nil, language: String = "en-GB",
        generator: String = "FamilyServicesKit \(FamilyServicesKitVersion.current)"
    ) {
        self.period = period
        self.language = language
        self.generator = generator
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
    ///   - options: The period to report on and the words for the document's properties.
    /// - Returns: The publication, with the sections for which the pack has content.
    /// - Throws: ``PublicationError`` where the pack has errors; nothing may be published from it.
    public func publish(
        for audience: Audience, options: PublicationOptions = PublicationOptions()
    ) throws(PublicationError) -> Publication {
        let errors = validate().filter { $0.severity == .error }
        guard errors.isEmpty else { throw PublicationError(diagnostics: errors) }
        var filter = AccessFilter(pack: self, audience: audience)
        var visible = filter.filtered(self)
        // From what the audience may see, so that a sentence cannot say what the tables withhold.
        if !InlineText.all(in: visible).isEmpty {
            var inline = InlineFigures(visible: visible, of: self)
            visible = inline.filled(visible)
            filter.noteFiguresInText(inline.withheld)
        }
        if let period = options.period { visible.manifest.period = period }
        return Composer(pack: visible, audience: audience, options: options, withheld: filter.withheld).publication()
    }
}

/// Why nothing could be published.
public struct PublicationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errors in the pack, in the order of ``ReportPack/validate()``.
    public let diagnostics: [Diagnostic]

    /// The errors, one to a line.
    public var description: String {
        "The pack has \(diagnostics.count == 1 ? "an error" : "\(diagnostics.count) errors"), so nothing can be published:\n"
            + diagnostics.map(\.description).joined(separator: "\n")
    }
}
