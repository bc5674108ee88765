public import ReportModel
public import ReportVocabulary
public import SmallNumbers

/// What was decided when a version of a report was released: for whom, under which rules, and what was left out.
///
/// It names what is withheld by kind and place and never by content, so that it can go out with the version itself.
public struct ReleaseNote: Sendable, Hashable, Codable {
    /// Who may read the version.
    public let audience: Audience
    /// The policy for small numbers.
    public let policy: SmallNumberPolicy
    /// What the version leaves out.
    public let withheld: [Withheld]
    /// The measures with figures that show no number, small themselves or hidden so that none can be worked out.
    public let hiddenFigures: [HiddenFigures]
    /// How many figures are rounded.
    public let roundedFigures: Int
    /// What is in the texts of the version that may identify a person, and how often; for officers alone.
    ///
    /// See ``IdentifyingText``.
    /// The texts are published as they are: somebody has to read them.
    public let textFindings: [TextFindings]
    /// The role that decided on the release; absent where that was not said.
    public let decidedBy: String?
    /// The files that the report was made from; for officers alone.
    ///
    /// The digest of a file with few figures is that of few files.
    public let inputs: [InputFile]

    package init(
        audience: Audience, policy: SmallNumberPolicy, withheld: [Withheld] = [], hiddenFigures: [HiddenFigures] = [],
        roundedFigures: Int = 0, textFindings: [TextFindings] = [], decidedBy: String? = nil, inputs: [InputFile] = []
    ) {
        self.audience = audience
        self.policy = policy
        self.withheld = withheld
        self.hiddenFigures = hiddenFigures
        self.roundedFigures = roundedFigures
        self.textFindings = textFindings
        self.decidedBy = decidedBy
        self.inputs = inputs
    }

    /// The note as readers of the version may have it.
    package var forReaders: ReleaseNote {
        ReleaseNote(
            audience: audience, policy: policy, withheld: withheld.map(\.withoutCount), hiddenFigures: hiddenFigures,
            roundedFigures: roundedFigures, decidedBy: decidedBy)
    }

    /// The note with what was found in the texts of the version as it is published, where its readers may know.
    package func adding(_ textFindings: [TextFindings]) -> ReleaseNote {
        audience == .officers ? withFindings(textFindings) : self
    }

    func withFindings(_ textFindings: [TextFindings]) -> ReleaseNote {
        ReleaseNote(
            audience: audience, policy: policy, withheld: withheld, hiddenFigures: hiddenFigures,
            roundedFigures: roundedFigures, textFindings: textFindings, decidedBy: decidedBy, inputs: inputs)
    }

    /// Something that the version leaves out.
    public struct Withheld: Sendable, Hashable, Codable {
        /// What kind of thing, or the label of a paper, such as "Appendix 2".
        public let item: String
        /// How many; absent for readers to whom the number would say something of what was taken out.
        public let count: Int?
        /// Why, in a sentence.
        public let reason: String
        /// The paragraphs of Schedule 12A under which it is exempt.
        public let paragraphs: [ScheduleParagraph]
        /// The titles of the agreements that restrict it.
        public let agreements: [String]

        package init(_ item: WithheldItem, countsItems: Bool) {
            self.init(
                item: item.item, count: countsItems ? item.count : nil, reason: item.reason,
                paragraphs: item.paragraphs,
                agreements: item.agreements)
        }

        private init(
            item: String, count: Int?, reason: String, paragraphs: [ScheduleParagraph], agreements: [String]
        ) {
            self.item = item
            self.count = count
            self.reason = reason
            self.paragraphs = paragraphs
            self.agreements = agreements
        }

        fileprivate var withoutCount: Withheld {
            Withheld(item: item, count: nil, reason: reason, paragraphs: paragraphs, agreements: agreements)
        }
    }

    /// Texts that may identify a person.
    public struct TextFindings: Sendable, Hashable, Codable {
        /// What was found in them.
        public let kind: IdentifyingText.Kind
        /// How often.
        public let count: Int

        package init(kind: IdentifyingText.Kind, count: Int) {
            self.kind = kind
            self.count = count
        }
    }

    /// Figures of one measure that show no number.
    public struct HiddenFigures: Sendable, Hashable, Codable {
        /// The measure.
        public let indicator: Indicator.ID
        /// How many of its figures.
        public let count: Int
    }
}
