import FamilyServicesKit
import Foundation
import Synchronization

/// A format whose exports wait until the test lets them through, so that tests know what is under way.
struct GatedExporter: Exporter {
    struct Options: Sendable, Hashable, Codable {}

    /// Where the exports of one test wait.
    final class Gate: Sendable {
        private let state = Mutex((isOpen: false, begun: 0, cancelled: 0))

        var begun: Int { state.withLock { $0.begun } }
        var cancelled: Int { state.withLock { $0.cancelled } }

        func open() { state.withLock { $0.isOpen = true } }

        func pass(_ context: ExportContext) throws {
            state.withLock { $0.begun += 1 }
            while !state.withLock({ $0.isOpen }) {
                do {
                    try context.checkCancellation()
                } catch {
                    state.withLock { $0.cancelled += 1 }
                    throw error
                }
                usleep(1_000)
            }
        }
    }

    private static let current = Mutex(Gate())

    /// Puts up a new gate, closed; tests that do so run one after the other.
    static func newGate() -> Gate {
        let gate = Gate()
        current.withLock { $0 = gate }
        return gate
    }

    static let format = FormatDescriptor(
        id: "gated", displayName: "Gated", fileExtensions: ["gated"], mediaType: "text/plain")
    static let defaultOptions = Options()

    init(options: Options) {}

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try Self.current.withLock { $0 }.pass(context)
        try sink.write(publication.metadata.audience.rawValue)
    }
}
