public import ReportVocabulary

/// What accompanies one export.
///
/// Of all that is in it only ``created`` can change the bytes that are written. Nothing reads a clock.
public struct ExportContext: Sendable {
    /// The day that the file states as the day of its creation.
    ///
    /// `nil` stands for the publication's own date, so that equal publications give equal files whenever they are written.
    /// Formats that state no such day, among them Markdown, pass it over.
    public let created: CalendarDate?
    /// Called now and then with the share of the work done, from 0 to 1.
    public let progress: (@Sendable (Double) -> Void)?
    /// Asked now and then whether to stop.
    public let isCancelled: @Sendable () -> Bool

    /// Makes a context.
    ///
    /// - Parameters:
    ///   - created: The day that the file states as the day of its creation; by default the publication's own date.
    ///   - progress: Called with the share of the work done.
    ///   - isCancelled: Asked whether to stop; by default, whether the current task was cancelled.
    public init(
        created: CalendarDate? = nil, progress: (@Sendable (Double) -> Void)? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { Task.isCancelled }
    ) {
        self.created = created
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// The day that a file made from a publication states as the day of its creation.
    ///
    /// - Parameter publication: The publication.
    /// - Returns: ``created``, or else the date of the publication.
    public func dayOfCreation(of publication: Publication) -> CalendarDate {
        created ?? publication.metadata.date
    }

    /// Throws where the caller asked to stop.
    ///
    /// - Throws: ``ExportCancelled``.
    public func checkCancellation() throws(ExportCancelled) {
        if isCancelled() { throw ExportCancelled() }
    }
}

/// The caller asked an export to stop, and it did.
public struct ExportCancelled: Error, Sendable, Hashable, CustomStringConvertible {
    /// Makes the error.
    public init() {}

    /// A sentence for people.
    public var description: String { "The export was cancelled." }
}
