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

        func pass(_ isStopped: () -> Bool) throws {
            state.withLock { $0.begun += 1 }
            while !state.withLock({ $0.isOpen }) {
                if isStopped() {
                    state.withLock { $0.cancelled += 1 }
                    throw ExportCancelled()
                }
                usleep(1_000)
            }
        }
    }

    /// The gates of the tests, by the titles of their reports: tests run at the same time.
    private static let gates = Mutex<[String: Gate]>([:])

    /// Puts up a gate, closed, for the reports with a title.
    static func newGate(_ title: String) -> Gate {
        let gate = Gate()
        gates.withLock { $0[title] = gate }
        return gate
    }

    static let format = FormatDescriptor(
        id: "gated", displayName: "Gated", fileExtensions: ["gated"], mediaType: "text/plain")
    static let defaultOptions = Options()

    init(options: Options) {}

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let gate = Self.gates.withLock { $0[publication.metadata.title] }
        try gate?.pass(context.isCancelled)
        try sink.write(publication.metadata.audience.rawValue)
    }
}

/// A format of 8 megabytes, more than a connection holds on its way.
struct LargeExporter: Exporter {
    struct Options: Sendable, Hashable, Codable {}

    static let format = FormatDescriptor(
        id: "large", displayName: "Large", fileExtensions: ["large"], mediaType: "application/octet-stream")
    static let defaultOptions = Options()

    init(options: Options) {}

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let chunk = [UInt8](repeating: 7, count: 1 << 20)
        for _ in 0..<8 { try sink.write(chunk) }
    }
}
