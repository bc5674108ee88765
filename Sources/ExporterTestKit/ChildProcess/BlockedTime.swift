import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How long a thread has been waiting, although it could have had a processor.
enum BlockedTime {
    /// Does some work, and measures for how long its thread waited while no other thread of the process worked.
    ///
    /// - Returns: The seconds; `nil` where the system does not tell.
    static func measure(_ work: () throws -> Void) rethrows -> Double? {
        let (start, busy, others) = (ContinuousClock.now, scheduled, processSeconds)
        try work()
        guard let busy, let end = scheduled else { return nil }
        let wall = (ContinuousClock.now - start) / .seconds(1)
        // What the thread had of a processor, or waited for one because others had them.
        let waited = wall - (end.running + end.queued - busy.running - busy.queued)
        let working = processSeconds - others - (end.running - busy.running)
        return max(waited - max(working, 0), 0)
    }

    /// For how long this thread has been running, and for how long it could have been.
    private static var scheduled: (running: Double, queued: Double)? {
        #if os(Linux)
            guard let text = try? String(contentsOfFile: "/proc/thread-self/schedstat", encoding: .utf8) else {
                return nil
            }
            let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
            return numbers.count >= 2 ? (numbers[0] / 1e9, numbers[1] / 1e9) : nil
        #else
            return nil
        #endif
    }

    /// The seconds of a processor that this process has used.
    static var processSeconds: Double {
        var usage = timespec()
        return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &usage) == 0
            ? Double(usage.tv_sec) + Double(usage.tv_nsec) / 1e9 : 0
    }
}
