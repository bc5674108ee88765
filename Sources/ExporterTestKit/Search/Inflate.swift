/// Unpacks what was compressed with DEFLATE (RFC 1951).
///
/// In Swift alone, so that the kit asks for no library that an exporter does not use. It is written for short streams and for
/// debug builds: with pointers, without closures.
struct Inflate {
    /// The unpacked bytes.
    private(set) var output: [UInt8] = []
    /// How many bytes of the input the stream takes.
    private(set) var consumed = 0

    private var bits: UInt32 = 0
    private var bitCount = 0

    /// Unpacks a stream.
    ///
    /// - Parameters:
    ///   - input: The bytes that the stream is in.
    ///   - start: Where it begins.
    ///   - limit: How many bytes to unpack at most.
    /// - Returns: `nil` where there is no stream, or where it is not whole.
    init?(_ input: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) {
        var place = start
        var isLast = false
        while !isLast {
            guard let last = take(1, input, &place), let kind = take(2, input, &place) else { return nil }
            isLast = last == 1
            switch kind {
            case 0: guard copyStored(input, &place, limit) else { return nil }
            case 1:
                guard let lengths = Code(Self.fixedLengths), let distances = Code([UInt8](repeating: 5, count: 30)),
                    unpack(input, &place, lengths, distances, limit)
                else { return nil }
            case 2:
                guard let (lengths, distances) = codes(input, &place), unpack(input, &place, lengths, distances, limit)
                else { return nil }
            default: return nil
            }
        }
        consumed = place - start - bitCount / 8
    }

    // MARK: Bits

    private mutating func take(_ count: Int, _ input: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int? {
        while bitCount < count {
            guard place < input.count else { return nil }
            bits |= UInt32(input[place]) << UInt32(bitCount)
            place += 1
            bitCount += 8
        }
        let result = Int(bits & (1 << UInt32(count) - 1))
        bits >>= UInt32(count)
        bitCount -= count
        return result
    }

    private mutating func copyStored(
        _ input: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ limit: Int
    ) -> Bool {
        // The rest of the byte is not used, and whole bytes that were taken ahead are given back.
        place -= bitCount / 8
        (bits, bitCount) = (0, 0)
        guard place + 4 <= input.count else { return false }
        let length = Int(input[place]) | Int(input[place + 1]) << 8
        let check = Int(input[place + 2]) | Int(input[place + 3]) << 8
        place += 4
        guard length ^ check == 0xFFFF, place + length <= input.count, output.count + length <= limit else {
            return false
        }
        output.append(contentsOf: input[place..<place + length])
        place += length
        return true
    }

    // MARK: Codes

    /// A Huffman code in its canonical form.
    private struct Code {
        /// How many codes there are of each length.
        var counts = [Int](repeating: 0, count: 16)
        /// The symbols in the order of their codes.
        var symbols: [Int]

        /// Makes a code; `nil` where the lengths are those of none.
        init?(_ lengths: [UInt8]) {
            symbols = [Int](repeating: 0, count: lengths.count)
            for length in lengths { counts[Int(length)] += 1 }
            counts[0] = 0
            var left = 1
            var offsets = [Int](repeating: 0, count: 16)
            for length in 1..<16 {
                left = left << 1 - counts[length]
                guard left >= 0 else { return nil }
                if length < 15 { offsets[length + 1] = offsets[length] + counts[length] }
            }
            for (symbol, length) in lengths.enumerated() where length > 0 {
                symbols[offsets[Int(length)]] = symbol
                offsets[Int(length)] += 1
            }
        }
    }

    private static let fixedLengths =
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
        + [UInt8](repeating: 8, count: 8)

    private mutating func symbol(
        _ code: Code, _ input: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> Int? {
        var (word, first, index) = (0, 0, 0)
        for length in 1..<16 {
            guard let bit = take(1, input, &place) else { return nil }
            word |= bit
            let count = code.counts[length]
            if word - count < first { return code.symbols[index + word - first] }
            index += count
            first = (first + count) << 1
            word <<= 1
        }
        return nil
    }

    private mutating func codes(
        _ input: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> (lengths: Code, distances: Code)? {
        guard let more = take(5, input, &place), let moreDistances = take(5, input, &place),
            let moreLengths = take(4, input, &place), more <= 29
        else { return nil }
        let (count, distanceCount) = (more + 257, moreDistances + 1)
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var meta = [UInt8](repeating: 0, count: 19)
        for index in 0..<moreLengths + 4 {
            guard let length = take(3, input, &place) else { return nil }
            meta[order[index]] = UInt8(length)
        }
        guard let code = Code(meta) else { return nil }
        var lengths: [UInt8] = []
        while lengths.count < count + distanceCount {
            guard let symbol = symbol(code, input, &place) else { return nil }
            if symbol < 16 {
                lengths.append(UInt8(symbol))
                continue
            }
            let (bits, least) = symbol == 16 ? (2, 3) : symbol == 17 ? (3, 3) : (7, 11)
            guard let times = take(bits, input, &place), symbol != 16 || !lengths.isEmpty else { return nil }
            let value = symbol == 16 ? lengths[lengths.count - 1] : 0
            lengths += [UInt8](repeating: value, count: least + times)
        }
        guard lengths.count == count + distanceCount, let first = Code(Array(lengths[..<count])),
            let second = Code(Array(lengths[count...]))
        else { return nil }
        return (first, second)
    }

    // MARK: Blocks

    private mutating func unpack(
        _ input: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ lengths: Code, _ distances: Code, _ limit: Int
    ) -> Bool {
        while true {
            guard let symbol = symbol(lengths, input, &place), output.count < limit else { return false }
            if symbol < 256 {
                output.append(UInt8(symbol))
            } else if symbol == 256 {
                return true
            } else {
                guard symbol < 286, let more = take(Self.lengthBits[symbol - 257], input, &place),
                    let code = self.symbol(distances, input, &place), code < 30,
                    let far = take(Self.distanceBits[code], input, &place)
                else { return false }
                let distance = Self.distanceStarts[code] + far
                guard distance <= output.count else { return false }
                var from = output.count - distance
                for _ in 0..<Self.lengthStarts[symbol - 257] + more {
                    output.append(output[from])
                    from += 1
                }
            }
        }
    }

    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let lengthStarts = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let distanceStarts = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073,
        4_097, 6_145, 8_193, 12_289, 16_385, 24_577,
    ]
}
