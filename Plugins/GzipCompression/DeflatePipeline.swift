import Dispatch

/// Compresses blocks on several cores and gives them back in the order in which they came.
///
/// The writing thread counts as one of the cores: it hands blocks to the lanes while they have room, and compresses one
/// itself when they have not, so that neither side waits for the other.
package final class DeflatePipeline {
    /// A helping thread, with a deflate stream of its own.
    ///
    /// Unchecked: the stream is used on the serial queue alone.
    private final class Lane: @unchecked Sendable {
        /// How many blocks a lane is given at most: one at work, and enough behind it to last while the writer is busy.
        static let depth = 3

        private let queue = DispatchQueue(label: "GzipCompression")
        private let deflater: Deflater

        init(level: Int, tuning: DeflateTuning?) {
            deflater = Deflater(level: level, tuning: tuning)
        }

        func compress(_ block: DeflateBlock, isLast: Bool) {
            queue.async(group: block.work) { block.compress(with: self.deflater, isLast: isLast) }
        }
    }

    private let level: Int
    private let tuning: DeflateTuning?
    private let threadCount: Int
    private let deflater: Deflater
    private var lanes: [Lane] = []
    /// The blocks that were not given back yet, oldest first, each with the index of its lane unless it is compressed.
    private var pending: [(block: DeflateBlock, lane: Int?)] = []
    private var spare: [DeflateBlock] = []

    package init(options: GzipOptions, tuning: DeflateTuning? = nil) {
        level = options.level
        self.tuning = tuning
        threadCount = options.threadCount
        deflater = Deflater(level: options.level, tuning: tuning)
    }

    deinit {
        waitForLanes()
    }

    /// Takes a block and makes the one that follows.
    ///
    /// - Parameters:
    ///   - block: The block.
    ///   - isLast: Whether it ends its deflate stream, so that the next block begins another.
    /// - Returns: An empty block, which has what it needs of the one before.
    package func compress(_ block: DeflateBlock, isLast: Bool = false) -> DeflateBlock {
        let next = spare.popLast() ?? DeflateBlock()
        next.begin(after: isLast ? nil : block)
        let lane = freeLane()
        pending.append((block, lane))
        if let lane {
            lanes[lane].compress(block, isLast: isLast)
        } else {
            block.compress(with: deflater, isLast: isLast)
        }
        return next
    }

    /// Takes the last block.
    func compressLast(_ block: DeflateBlock) {
        block.compress(with: deflater, isLast: true)
        pending.append((block, nil))
    }

    /// Gives the oldest block back.
    ///
    /// - Parameter isWaiting: Whether to wait for a block that is still at work. A full pipeline waits in any case.
    /// - Returns: `nil` where there is none, or none ready.
    package func removeFirst(waiting isWaiting: Bool) -> DeflateBlock? {
        guard let first = pending.first else { return nil }
        if first.lane != nil, !first.block.isIdle {
            guard isWaiting || pending.count >= 4 * threadCount else { return nil }
            first.block.work.wait()
        }
        pending.removeFirst()
        return first.block
    }

    /// Takes a block that is no longer needed.
    package func recycle(_ block: DeflateBlock) {
        spare.append(block)
    }

    /// Waits until no lane is at work.
    package func waitForLanes() {
        for (block, _) in pending { block.work.wait() }
        pending = []
    }

    /// The lane with the least to do, unless all have enough.
    private func freeLane() -> Int? {
        for index in pending.indices where pending[index].lane != nil && pending[index].block.isIdle {
            pending[index].lane = nil
        }
        var loads = [Int](repeating: 0, count: lanes.count)
        for case (_, let lane?) in pending { loads[lane] += 1 }
        let least = loads.indices.min { loads[$0] < loads[$1] }
        if let least, loads[least] == 0 { return least }
        if lanes.count < threadCount - 1 {
            lanes.append(Lane(level: level, tuning: tuning))
            return lanes.count - 1
        }
        return least.flatMap { loads[$0] < Lane.depth ? $0 : nil }
    }
}
