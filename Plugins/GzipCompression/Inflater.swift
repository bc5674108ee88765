import CZlib

/// A raw inflate stream, made when it is first needed and used for member after member.
final class Inflater {
    /// What one call did.
    struct Step {
        /// How many bytes of input it used.
        let used: Int
        /// How many bytes it left at the beginning of ``Inflater/output``.
        let made: Int
        /// Whether the deflate stream ended.
        let isEnd: Bool
    }

    /// Where the decompressed bytes are, until the next call.
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65_536)
    // zlib keeps the address of its stream, which therefore must not move.
    private var stream: UnsafeMutablePointer<z_stream>?

    deinit {
        output.deallocate()
        guard let stream else { return }
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Makes ready for a new deflate stream.
    func begin() throws(GzipError) {
        if let stream {
            let result = inflateReset(stream)
            guard result == Z_OK else { throw .library("inflateReset", result) }
            return
        }
        let made = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        made.initialize(to: z_stream())
        // Negative window bits: the reader reads the header and trailer itself.
        let result = inflateInit2_(made, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else {
            made.deallocate()
            throw result == Z_MEM_ERROR ? .outOfMemory : .library("inflateInit2", result)
        }
        stream = made
    }

    /// Decompresses until the input is used up, the output is full or the stream ends.
    ///
    /// - Parameters:
    ///   - input: The compressed bytes; no more than 1 GiB is used.
    ///   - most: How much output to make at most.
    ///   - offset: Where the input stands in the whole, for the error.
    func step(_ input: UnsafeRawBufferPointer, most: Int, at offset: Int) throws(GzipError) -> Step {
        guard let stream else { throw .library("inflate", Z_STREAM_ERROR) }
        let available = min(input.count, 1 << 30)
        let room = min(most, output.count)
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = uInt(available)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = uInt(room)
        let result = inflate(stream, Z_NO_FLUSH)
        let used = available - Int(stream.pointee.avail_in)
        let made = room - Int(stream.pointee.avail_out)
        switch result {
        case Z_OK, Z_STREAM_END:
            return Step(used: used, made: made, isEnd: result == Z_STREAM_END)
        case Z_BUF_ERROR where available == 0:
            return Step(used: 0, made: 0, isEnd: false)
        case Z_MEM_ERROR:
            throw .outOfMemory
        default:
            throw GzipError(
                .damagedData, "the compressed data is damaged here or shortly before.", offset: offset + used)
        }
    }
}
