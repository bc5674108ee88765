import CZlib
import Dispatch

/// A piece of the input that is compressed by itself.
///
/// Unchecked: the writer alone uses a block before it is handed to a lane and after `work` has been waited for, the lane
/// alone in between, and the lane's queue and `work` put the two in order.
package final class DeflateBlock: @unchecked Sendable {
    /// How many bytes of input a block takes.
    package static let size = 131_072
    /// How much of the block before can be referred to, the most that deflate can.
    static let dictionarySize = 32_768

    /// The dictionary, then the input.
    package private(set) var input: [UInt8] = []
    /// The compressed input.
    package private(set) var output: [UInt8] = []
    /// The checksum of the input.
    private(set) var checksum = uLong(0)
    /// The checksum as ZIP files write it.
    package var checksum32: UInt32 { UInt32(truncatingIfNeeded: checksum) }
    /// Why the block could not be compressed.
    package private(set) var failure: GzipError?
    /// Entered while a lane is at work on the block.
    let work = DispatchGroup()

    /// How many bytes of the input are the dictionary.
    package private(set) var dictionaryCount = 0
    /// Whether the block ends its deflate stream.
    package private(set) var isLast = false
    /// Looks at the block once it is compressed, on the thread that did that.
    package var inspect: (@Sendable (DeflateBlock) -> Void)?

    package init() {
        input.reserveCapacity(Self.dictionarySize + Self.size)
    }

    /// How many bytes of input there are.
    package var count: Int { input.count - dictionaryCount }
    /// How many bytes of input there is room for.
    var room: Int { Self.size - count }

    /// Whether no lane is at work on the block.
    var isIdle: Bool {
        // The time zero is “now” and spares reading the clock.
        work.wait(timeout: DispatchTime(uptimeNanoseconds: 0)) == .success
    }

    /// Empties the block and takes the end of the one before as its dictionary, where there is one in the same stream.
    func begin(after previous: DeflateBlock?) {
        input.removeAll(keepingCapacity: true)
        output.removeAll(keepingCapacity: true)
        if let previous { input.append(contentsOf: previous.input.suffix(Self.dictionarySize)) }
        dictionaryCount = input.count
        isLast = false
        failure = nil
        inspect = nil
    }

    /// Takes input.
    package func append(_ bytes: UnsafeRawBufferPointer) {
        input.append(contentsOf: bytes)
    }

    /// Compresses the input, or notes why that failed.
    func compress(with deflater: Deflater, isLast: Bool) {
        self.isLast = isLast
        checksum = input.withUnsafeBufferPointer {
            crc32(crc32(0, nil, 0), $0.baseAddress?.advanced(by: dictionaryCount), uInt(count))
        }
        do {
            try deflater.compress(input, after: dictionaryCount, isLast: isLast, into: &output)
        } catch {
            failure = error
        }
        inspect?(self)
    }
}
