/// What a publication is for.
public enum PublicationPurpose: String, Sendable, Hashable, Codable, CaseIterable {
    /// The report, to be read.
    case report
    /// A working copy, in which officers change the plan tracker, the remarks on the measures and the printed ratings.
    ///
    /// What they change in a workbook is read back with ``WorkingCopy``. A working copy has not been checked and is not to be
    /// published, whomever it is for.
    case workingCopy = "working-copy"
}
