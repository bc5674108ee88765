package import ReportAnalysis
import ReportDisclosure
package import ReportModel
import ReportVocabulary

/// What changed between two reports, as far as an audience may know.
///
/// The earlier pack passed the same filter as the later one, by its own rules and by those of today: what a source, an
/// indicator or an agreement limits now, limits the earlier figures too. What either pack withholds is in neither.
package struct PackComparison: Sendable {
    /// The earlier pack, as far as it may be compared.
    package let earlier: ReportPack
    /// What changed.
    package let changes: PackChanges

    /// Compares the version that is reported on with the one before it.
    ///
    /// - Parameters:
    ///   - disclosed: The version; with no report before it there is no comparison.
    ///   - period: The period that is reported on.
    ///   - figures: The figures for braces in its texts, where they are filled in; the earlier texts get their own.
    init?(_ disclosed: DisclosedPack, in period: ReportingPeriod, filling figures: InlineFigures?) {
        guard var (earlier, later) = disclosed.comparison else { return nil }
        later.manifest.period = period
        if let figures {
            later = figures.filled(later)
            earlier = InlineFigures(earlier).filled(earlier)
        }
        self.earlier = earlier
        changes = later.changes(since: earlier)
    }
}
