import Foundation

/// The time that the processor spends on something, which does not grow when others use the machine too.
package enum ProcessorTime {
    /// How long the calling thread computes while the body runs.
    package static func measure(_ body: () throws -> Void) rethrows -> Duration {
        let start = now
        try body()
        return now - start
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
