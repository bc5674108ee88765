import Foundation

/// How the work of something grows with its input.
package enum Growth {
    /// The processor's time that a larger input takes, as a multiple of what a smaller one takes.
    ///
    /// It is the time of this thread alone, so that what else the machine does hardly matters; each size is tried three times, and
    /// the least counts. With an input four times as large, work that grows with its square takes sixteen times as long.
    ///
    /// - Parameters:
    ///   - small: The smaller size.
    ///   - large: The larger size.
    ///   - work: What is done with an input of a size, without waiting for others.
    /// - Returns: The multiple; 0 where the smaller one takes no time.
    package static func factor(
        from small: Int, to large: Int, of work: (Int) throws -> Void
    ) rethrows -> Double {
        let (first, second) = (try leastTime(small, of: work), try leastTime(large, of: work))
        return first > 0 ? second / first : 0
    }

    private static func leastTime(_ size: Int, of work: (Int) throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<3 {
            let before = threadTime
            try work(size)
            least = min(least, threadTime - before)
        }
        return least
    }

    private static var threadTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
