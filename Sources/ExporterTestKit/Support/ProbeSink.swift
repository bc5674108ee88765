import FamilyServicesKit

/// A sink that keeps what it is given, notes how it is treated, and fails where it is told to.
struct ProbeSink: ByteSink {
    /// How many bytes are taken before the sink fails; `nil` for all.
    var capacity: Int?
    /// The error that the sink then throws.
    var failure = SinkFailure()
    /// Whether the bytes are kept.
    var keepsBytes = true
    /// Called at each write.
    var onWrite: (@Sendable () -> Void)?

    private(set) var bytes: [UInt8] = []
    private(set) var byteCount = 0
    private(set) var writeCount = 0
    private(set) var largestWrite = 0
    /// How many bytes had been taken before each of the writes that held any.
    private(set) var starts: [Int] = []
    private(set) var hasFailed = false
    private(set) var writesAfterFailure = 0
    private(set) var finishCount = 0

    mutating func write(_ span: RawSpan) throws {
        if hasFailed { writesAfterFailure += 1 }
        if hasFailed || capacity.map({ byteCount + span.byteCount > $0 }) ?? false {
            hasFailed = true
            throw failure
        }
        onWrite?()
        if span.byteCount > 0 { starts.append(byteCount) }
        writeCount += 1
        byteCount += span.byteCount
        largestWrite = max(largestWrite, span.byteCount)
        if keepsBytes { span.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    }

    mutating func finish() throws {
        finishCount += 1
    }
}

/// The error of a sink that has had enough; two of them are never equal.
struct SinkFailure: Error, Hashable {
    private let number = UInt64.random(in: .min ... .max)
}
