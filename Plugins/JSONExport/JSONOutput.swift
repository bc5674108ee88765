import FamilyServicesKit

/// JSON text on its way to a sink, in chunks of about 64 KiB.
package final class JSONOutput {
    static let chunk = 65_536

    /// What was not handed on yet.
    var text = JSONText()
    /// Whether the sink refused something: its error must then pass as it is.
    private(set) var hasFailed = false
    private let context: ExportContext
    private let write: (RawSpan) throws -> Void

    /// - Parameters:
    ///   - context: Asked whether to stop before each chunk.
    ///   - write: Hands bytes to the sink.
    init(context: ExportContext, write: @escaping (RawSpan) throws -> Void) {
        self.context = context
        self.write = write
        text.reserve(2 * Self.chunk)
    }

    /// Hands on what there is, if that is a chunk.
    func drainIfFull() throws {
        if text.count >= Self.chunk { try drain() }
    }

    /// Hands on what there is.
    func drain() throws {
        try drain(&text)
    }

    /// Hands a text on and empties it.
    private func drain(_ text: inout JSONText) throws {
        try context.checkCancellation()
        guard text.count > 0 else { return }
        do {
            try write(text.bytes.span.bytes)
        } catch {
            hasFailed = true
            throw error
        }
        text.removeAll()
    }

    /// Writes many records without going through the encoder, and says how far it has come.
    ///
    /// - Parameters:
    ///   - records: The records.
    ///   - progress: The part of the whole that they are.
    ///   - body: Adds the record at an index.
    func writeEach<Record>(
        of records: [Record], progress: ClosedRange<Double>, _ body: (Int, Record, inout JSONText) throws -> Void
    ) throws {
        // A text of its own: reaching into an object for every piece would cost more than the piece.
        var text = self.text
        self.text = JSONText()
        for (index, record) in records.enumerated() {
            try body(index, record, &text)
            guard text.count >= Self.chunk else { continue }
            try drain(&text)
            let share = Double(index + 1) / Double(records.count)
            report(progress.lowerBound + share * (progress.upperBound - progress.lowerBound))
        }
        self.text = text
    }

    func report(_ progress: Double) {
        context.progress?(progress)
    }
}
