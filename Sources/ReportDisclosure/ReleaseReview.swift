/// What those who release a version have to know of it and its readers must not: it is no part of the version, and no exporter is
/// given it.
public struct ReleaseReview: Sendable, Hashable {
    /// The release note with the counts of what was taken out, what was found in texts, and the files behind the version.
    public let note: ReleaseNote
    /// The texts that were taken out, each with why.
    public let texts: [WithheldText]
    /// Whether figures are hidden, some are of earlier periods, and no earlier report was named: what was shown in one may give a
    /// hidden figure away.
    public let mayRestOnEarlierReleases: Bool

    /// A text that states, or may state, a hidden figure.
    public struct WithheldText: Sendable, Hashable {
        /// The sort of record and what names it.
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
            note: note.withFindings(textFindings), texts: texts, mayRestOnEarlierReleases: mayRestOnEarlierReleases)
    }

    package init(note: ReleaseNote, texts: [WithheldText], mayRestOnEarlierReleases: Bool) {
        self.note = note
        self.texts = texts
        self.mayRestOnEarlierReleases = mayRestOnEarlierReleases
    }
}
