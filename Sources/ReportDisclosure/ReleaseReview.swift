public import ReportModel

/// What those who release a version have to know of it and its readers must not: it is not part of the version, and no exporter is
/// given it.
public struct ReleaseReview: Sendable, Hashable {
    /// The release note with the counts of what was taken out, what was found in texts, and the files behind the version.
    public let note: ReleaseNote
    /// The texts that were taken out, each with why.
    public let texts: [WithheldText]
    /// Whether figures are hidden and an earlier report that was not named may give one away: some figures are of earlier
    /// periods and no earlier report was named, or the only one that was named has such figures itself.
    public let mayRestOnEarlierReleases: Bool
    /// How many figures show no number, and how many would if measures with a timescale that do not say which of their counts
    /// are protected (``Indicator/protects``) said so one way or the other; empty where there are none.
    public let choices: [ChoiceCost]

    /// What a choice costs.
    public struct ChoiceCost: Sendable, Hashable {
        /// What the measures of timeliness protect.
        public let choice: ProtectedCounts
        /// How many figures of the whole version show no number then; `nil` where it could not be made.
        public let withheldFigures: Int?
    }

    /// A text that states, or may state, a hidden figure.
    public struct WithheldText: Sendable, Hashable {
        /// The kind of record and what names it.
        public let place: String
        /// The number that the text states, as it states it.
        public let number: String
        /// What the number tells, in words that hold no figure.
        public let reason: String

        package init(place: String, number: String, reason: String) {
            self.place = place
            self.number = number
            self.reason = reason
        }
    }

    /// The review with what was found in the texts of the version as it is published.
    package func adding(_ textFindings: [ReleaseNote.TextFindings]) -> ReleaseReview {
        ReleaseReview(
            note: note.withFindings(textFindings), texts: texts, mayRestOnEarlierReleases: mayRestOnEarlierReleases,
            choices: choices)
    }

    package init(
        note: ReleaseNote, texts: [WithheldText], mayRestOnEarlierReleases: Bool, choices: [ChoiceCost] = []
    ) {
        self.choices = choices
        self.note = note
        self.texts = texts
        self.mayRestOnEarlierReleases = mayRestOnEarlierReleases
    }
}
