import CZlib

/// A raw deflate stream, made when it is first needed and used for block after block.
final class Deflater {
    private let level: Int
    private let tuning: DeflateTuning?
    // zlib keeps the address of its stream, which therefore must not move.
    private var stream: UnsafeMutablePointer<z_stream>?

    init(level: Int, tuning: DeflateTuning? = nil) {
        self.level = level
        self.tuning = tuning
    }

    deinit {
        guard let stream else { return }
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Compresses a block on its own, but for the dictionary at its front.
    ///
    /// - Parameters:
    ///   - input: The dictionary and the block.
    ///   - dictionaryCount: How many bytes are dictionary.
    ///   - isLast: Whether the block ends the deflate stream; other blocks end at a whole byte, so that the next can follow.
    ///   - output: Takes the compressed bytes at its end.
    func compress(
        _ input: [UInt8], after dictionaryCount: Int, isLast: Bool, into output: inout [UInt8]
    ) throws(GzipError) {
        let stream = try freshStream()
        if let tuning {
            // A stream that begins anew forgets it.
            let result = deflateTune(
                stream, tuning.goodLength, tuning.longestLazy, tuning.niceLength, tuning.longestChain)
            guard result == Z_OK else { throw .library("deflateTune", result) }
        }
        let result = input.withUnsafeBufferPointer { input in
            if dictionaryCount > 0 {
                let result = deflateSetDictionary(stream, input.baseAddress, uInt(dictionaryCount))
                guard result == Z_OK else { return result }
            }
            let block = UnsafeMutableBufferPointer(mutating: input.extracting(dictionaryCount...))
            stream.pointee.next_in = block.baseAddress
            stream.pointee.avail_in = uInt(block.count)
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32_768) { piece in
                var result: Int32
                repeat {
                    stream.pointee.next_out = piece.baseAddress
                    stream.pointee.avail_out = uInt(piece.count)
                    result = deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
                    output.append(contentsOf: piece.extracting(..<(piece.count - Int(stream.pointee.avail_out))))
                } while stream.pointee.avail_out == 0 && result == Z_OK
                // A flush that ended exactly with the piece has nothing left to do when it is asked again.
                return result == Z_BUF_ERROR && !isLast ? Z_OK : result
            }
        }
        guard result == (isLast ? Z_STREAM_END : Z_OK) else { throw .library("deflate", result) }
    }

    /// The stream, as if nothing had been compressed yet.
    private func freshStream() throws(GzipError) -> UnsafeMutablePointer<z_stream> {
        if let stream {
            let result = deflateReset(stream)
            guard result == Z_OK else { throw .library("deflateReset", result) }
            return stream
        }
        let made = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        made.initialize(to: z_stream())
        // Negative window bits: the sink writes the header and trailer itself.
        let result = deflateInit2_(
            made, Int32(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)
        )
        guard result == Z_OK else {
            made.deallocate()
            throw result == Z_MEM_ERROR ? .outOfMemory : .library("deflateInit2", result)
        }
        stream = made
        return made
    }
}

/// How hard zlib looks for bytes that it has met before: a setting between two of its levels.
package struct DeflateTuning: Sendable {
    /// After a match of this length, zlib looks at only a quarter as many places for a better one.
    package var goodLength: Int32
    /// After a match longer than this, zlib does not look for a better one a byte further on.
    package var longestLazy: Int32
    /// A match of this length ends the search.
    package var niceLength: Int32
    /// The most places that zlib looks at.
    package var longestChain: Int32

    package init(goodLength: Int32, longestLazy: Int32, niceLength: Int32, longestChain: Int32) {
        self.goodLength = goodLength
        self.longestLazy = longestLazy
        self.niceLength = niceLength
        self.longestChain = longestChain
    }
}
