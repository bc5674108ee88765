import FamilyServicesKit

/// Markup on its way to a sink, collected so that the sink is not asked for every word.
struct HTMLOutput {
    private static let chunk = 32_768
    private var bytes: [UInt8] = []

    /// Adds markup as it is.
    mutating func append(_ markup: String) {
        bytes.append(contentsOf: markup.utf8)
    }

    /// Adds an element on a line of its own.
    ///
    /// - Parameters:
    ///   - tag: The name, with attributes if there are any.
    ///   - content: Markup.
    mutating func element(_ tag: String, _ content: String) {
        append("<\(tag)>\(content)</\(tag.prefix { $0 != " " })>\n")
    }

    /// Hands a full chunk on.
    mutating func drainIfFull<Sink: ByteSink & ~Copyable>(into sink: inout Sink) throws {
        if bytes.count >= Self.chunk { try drain(into: &sink) }
    }

    /// Hands everything on, in pieces that a sink need not make room for.
    mutating func drain<Sink: ByteSink & ~Copyable>(into sink: inout Sink) throws {
        var start = 0
        while start < bytes.count {
            let end = min(start + 8 * Self.chunk, bytes.count)
            try sink.write(bytes.span.extracting(start..<end).bytes)
            start = end
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
