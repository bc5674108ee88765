import Hummingbird
import NIOCore
import NIOHTTPTypes
import Synchronization

/// What a connection may take, so that nobody stops the server: a slow or endless request costs one connection, for a while.
struct ConnectionLimits: Sendable {
    /// Open connections.
    ///
    /// When there are more, the one is closed that has waited longest for its client.
    var connections = 512
    /// Bytes of the address and of each header, and of all of them together.
    var header = 16 << 10
    /// Headers.
    var headerCount = 100
    /// Bytes of a request's body; nothing here needs any.
    var body = 16 << 10
    /// From the moment a connection is open, or its last answer was sent, until a whole request has come.
    var request: Duration = .seconds(15)
    /// From a whole request until the whole answer was taken by the client.
    var answer: Duration = .seconds(120)
    /// From the last answer until the client closes its side.
    ///
    /// Also from a client's closing its side: it has most likely gone, and
    /// its export is no longer wanted.
    var farewell: Duration = .seconds(5)
    /// From `SIGTERM` until the end.
    var shutdown: Duration = .seconds(10)
}

/// Closes a connection that takes longer than its limits allow.
///
/// It counts from fixed moments, so that one byte now and then gains nothing. Only the event loop of the connection uses it.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let connections: OpenConnections
    private var deadline = NIODeadline.distantFuture
    /// A deadline that nothing moves any more.
    private var lastDeadline = NIODeadline.distantFuture
    private var timer: (deadline: NIODeadline, task: Scheduled<Void>)?
    /// Requests whose answers were not sent whole; a client may send the next before it has the last answer.
    private var unanswered = 0
    private var bodySize = 0
    private var isLastRequest = false
    private var isLastAnswer = false

    init(_ limits: ConnectionLimits, _ connections: OpenConnections) {
        self.limits = limits
        self.connections = connections
    }

    func channelActive(context: ChannelHandlerContext) {
        if let other = connections.open(context.channel) { other.close(promise: nil) }
        setDeadline(in: limits.request, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        connections.close(context.channel)
        timer?.task.cancel()
        timer = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            unanswered += 1
            bodySize = 0
            isLastRequest = head.headerFields[.connection]?.lowercased() == "close"
        case .body(let bytes):
            bodySize += bytes.readableBytes
            guard bodySize <= limits.body || isLastAnswer else { return context.close(promise: nil) }
        case .end:
            if unanswered == 1 {
                setDeadline(in: limits.answer, context)
                connections.isBusy(context.channel)
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.headerFields[.connection] == "close" { isLastAnswer = true }
            connections.isWaiting(context.channel)
        case .end:
            let promise = promise ?? context.eventLoop.makePromise()
            let sent = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            promise.futureResult.whenSuccess {
                let (handler, context) = sent.value
                handler.answerWasSent(context)
            }
            return context.write(data, promise: promise)
        default: break
        }
        context.write(data, promise: promise)
    }

    private func answerWasSent(_ context: ChannelHandlerContext) {
        unanswered -= 1
        if isLastAnswer || isLastRequest && unanswered == 0 {
            // Only our side: a client that is still sending would otherwise lose the answer.
            isLastAnswer = true
            context.close(mode: .output, promise: nil)
            return setLastDeadline(in: limits.farewell, context)
        }
        setDeadline(in: unanswered > 0 ? limits.answer : limits.request, context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: setLastDeadline(in: limits.shutdown, context)
        case ChannelEvent.inputClosed: setLastDeadline(in: limits.farewell, context)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func setDeadline(in time: Duration, _ context: ChannelHandlerContext) {
        deadline = min(.now() + TimeAmount(time), lastDeadline)
        // A timer serves many deadlines: one that fires too early is started again.
        if deadline < timer?.deadline ?? .distantFuture { startTimer(context) }
    }

    private func setLastDeadline(in time: Duration, _ context: ChannelHandlerContext) {
        lastDeadline = min(.now() + TimeAmount(time), lastDeadline)
        setDeadline(in: time, context)
    }

    private func startTimer(_ context: ChannelHandlerContext) {
        timer?.task.cancel()
        let fired = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let task = context.eventLoop.scheduleTask(deadline: deadline) {
            let (handler, context) = fired.value
            if handler.deadline <= .now() { context.close(promise: nil) } else { handler.startTimer(context) }
        }
        timer = (deadline, task)
    }
}

/// The open connections, so that a new one finds room when others only keep theirs.
final class OpenConnections: Sendable {
    private struct State {
        /// Connections that wait for their clients, to ask or to take an answer, with the number of the moment at which they
        /// began to.
        var waiting: [ObjectIdentifier: (since: Int, channel: any Channel)] = [:]
        /// Connections whose clients wait for an answer.
        var busy: Set<ObjectIdentifier> = []
        var clock = 0

        mutating func begin(_ channel: any Channel) {
            clock += 1
            waiting[ObjectIdentifier(channel)] = (clock, channel)
        }
    }

    private let limit: Int
    private let state = Mutex(State())

    var count: Int { state.withLock { $0.waiting.count + $0.busy.count } }

    init(limit: Int) {
        self.limit = limit
    }

    /// Counts a connection.
    ///
    /// - Returns: The one to close, if there are too many: that which has waited longest for its client. It is the new one where
    ///   all others are busy.
    func open(_ channel: any Channel) -> (any Channel)? {
        state.withLock { state in
            state.begin(channel)
            guard state.waiting.count + state.busy.count > limit else { return nil }
            guard let oldest = state.waiting.min(by: { $0.value.since < $1.value.since }) else { return nil }
            state.waiting[oldest.key] = nil
            return oldest.value.channel
        }
    }

    func isWaiting(_ channel: any Channel) {
        // One that is closed, or about to be, is not counted again.
        state.withLock { if $0.busy.remove(ObjectIdentifier(channel)) != nil { $0.begin(channel) } }
    }

    func isBusy(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        state.withLock { if $0.waiting.removeValue(forKey: id) != nil { $0.busy.insert(id) } }
    }

    func close(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        state.withLock { if $0.waiting.removeValue(forKey: id) == nil { $0.busy.remove(id) } }
    }
}
