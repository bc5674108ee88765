import Foundation
import Synchronization

/// Work for processors that many may ask for at the same time.
///
/// It is done on threads of its own: those that tasks share are as many as there are cores, and stay free for answers. So many
/// pieces of work are done at once and no more; others wait in the order in which they came, and what has no room to wait is
/// refused. Who asks for what is already being made waits for that. Work that nobody waits for any more is stopped.
actor SharedWork<Key: Hashable & Sendable, Value: Sendable> {
    /// Makes a value, and asks now and then whether it should stop.
    typealias Work = @Sendable (_ isStopped: @escaping @Sendable () -> Bool) throws -> Value

    struct Limits: Sendable {
        /// Pieces of work at the same time; they gain nothing from being more than the cores.
        var running = 2
        /// Pieces of work that wait for their turn.
        var waiting = 64
        /// How long a piece of work may take before it is asked to stop.
        var time: Duration = .seconds(60)
    }

    private struct Piece {
        let key: Key
        let work: Work
        let stop = StopSign()
        var waiters: [Int: CheckedContinuation<Value, any Error>] = [:]
    }

    private let limits: Limits
    private let name: String
    private var pieces: [Int: Piece] = [:]
    private var pieceOfKey: [Key: Int] = [:]
    private var queue: [Int] = []
    private var running = 0
    private var lastNumber = 0
    private var isShuttingDown = false

    /// How many pieces of work have been begun.
    private(set) var begunCount = 0
    /// How many pieces of work wait for their turn.
    var waitingCount: Int { queue.count }
    /// How many wait for a value.
    var waiterCount: Int { pieces.values.reduce(0) { $0 + $1.waiters.count } }

    /// - Parameters:
    ///   - name: What its threads are called.
    ///   - limits: How much is done at once, and waits.
    init(_ name: String, limits: Limits = Limits()) {
        self.limits = limits
        self.name = name
    }

    /// A value, made for this request or for one that came before it.
    ///
    /// - Throws: ``ReportServiceError`` where there is no room, what the work throws, or `CancellationError` where the task
    ///   that asks is cancelled.
    func value(for key: Key, _ work: @escaping Work) async throws -> Value {
        let number = try piece(for: key, work)
        lastNumber += 1
        let ticket = lastNumber
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if Task.isCancelled || pieces[number] == nil {
                    continuation.resume(throwing: CancellationError())
                    stopIfUnwanted(number)
                } else {
                    pieces[number]?.waiters[ticket] = continuation
                }
            }
        } onCancel: {
            Task { await self.leave(number, ticket) }
        }
    }

    /// Refuses what is asked from now on and what waits for its turn.
    ///
    /// What is being made is finished.
    func shutDown() {
        isShuttingDown = true
        for number in queue { finish(number, .failure(Self.shuttingDown)) }
        queue = []
    }

    private static var shuttingDown: ReportServiceError {
        ReportServiceError(.shuttingDown, "The server is shutting down; ask again soon.")
    }

    /// The work that makes a value: what is under way, or a new piece.
    private func piece(for key: Key, _ work: @escaping Work) throws(ReportServiceError) -> Int {
        if let number = pieceOfKey[key] { return number }
        guard !isShuttingDown else { throw Self.shuttingDown }
        guard running < limits.running || queue.count < limits.waiting else {
            throw ReportServiceError(.tooBusy, "Too many reports are being made; ask again soon.")
        }
        lastNumber += 1
        let number = lastNumber
        pieces[number] = Piece(key: key, work: work)
        pieceOfKey[key] = number
        queue.append(number)
        beginNext()
        return number
    }

    private func beginNext() {
        while running < limits.running, !queue.isEmpty {
            let number = queue.removeFirst()
            guard let piece = pieces[number] else { continue }
            running += 1
            begunCount += 1
            let deadline = ContinuousClock.now + limits.time
            let thread = Thread {
                let result = Result { try piece.work { piece.stop.isRaised || ContinuousClock.now > deadline } }
                Task { await self.end(number, result) }
            }
            thread.name = name
            thread.start()
        }
    }

    private func end(_ number: Int, _ result: Result<Value, any Error>) {
        running -= 1
        finish(number, result)
        beginNext()
    }

    /// Tells all who wait for a piece of work how it ended.
    private func finish(_ number: Int, _ result: Result<Value, any Error>) {
        guard let piece = pieces.removeValue(forKey: number) else { return }
        if pieceOfKey[piece.key] == number { pieceOfKey[piece.key] = nil }
        for waiter in piece.waiters.values { waiter.resume(with: result) }
    }

    private func leave(_ number: Int, _ ticket: Int) {
        pieces[number]?.waiters.removeValue(forKey: ticket)?.resume(throwing: CancellationError())
        stopIfUnwanted(number)
    }

    /// Stops what nobody waits for; if it is asked for again later it begins anew.
    private func stopIfUnwanted(_ number: Int) {
        guard let piece = pieces[number], piece.waiters.isEmpty else { return }
        queue.removeAll { $0 == number }
        piece.stop.raise()
        finish(number, .failure(CancellationError()))
    }
}

/// What tells work on another thread that nobody waits for it.
private final class StopSign: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .relaxed) }

    func raise() { raised.store(true, ordering: .relaxed) }
}
