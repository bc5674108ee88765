/// What a file holds when it is taken apart: the file itself, what is compressed in it, and what is encoded in it.
///
/// Nothing has to be known of the format. Archives, PNG and PDF files hold streams that begin with bytes of their own; words in
/// base64, hexadecimal digits or the numbers of characters look like what they are.
struct FileLayers {
    /// How far a file is taken apart.
    enum Depth {
        /// What is compressed is unpacked.
        case unpacked
        /// What is encoded is decoded as well, several times over.
        case decoded
    }

    /// The file first, then what was found in it.
    private(set) var layers: [[UInt8]] = []
    private var room: Int

    /// Takes a file apart.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - parts: What the caller has found in it already.
    ///   - depth: How far to go.
    ///   - room: How many bytes may come out of it at most.
    init(_ bytes: [UInt8], parts: [[UInt8]] = [], _ depth: Depth, room: Int = 16 << 20) {
        self.room = room
        var level = [bytes] + parts
        for _ in 0..<(depth == .decoded ? 4 : 2) where !level.isEmpty {
            layers += level
            var next: [[UInt8]] = []
            for (index, layer) in level.enumerated() {
                next += unpacked(layer, isWhole: layers.count > level.count || index > 0)
                if depth == .decoded { next += decoded(layer) }
            }
            level = next.filter { $0.count >= 6 }
        }
        layers += level
    }

    // MARK: Compressed streams

    /// The streams in some bytes.
    ///
    /// - Parameter isWhole: Whether the bytes may themselves be a stream without a beginning of its own.
    private mutating func unpacked(_ bytes: [UInt8], isWhole: Bool) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var room = room
        bytes.withUnsafeBufferPointer { bytes in
            if isWhole, bytes.count < 1 << 16, let stream = Inflate(bytes, from: 0, limit: room),
                stream.output.count >= 6
            {
                found.append(stream.output)
                room -= stream.output.count
            }
            var place = 0
            let last = bytes.count - 6
            while place < last {
                let byte = bytes[place]
                if byte == 0x1F || byte == 0x50 || byte == 0x78, let start = Self.streamStart(bytes, place),
                    start < bytes.count, let stream = Inflate(bytes, from: start, limit: room)
                {
                    found.append(stream.output)
                    room -= stream.output.count
                    place = start + stream.consumed
                } else {
                    place += 1
                }
            }
        }
        self.room = room
        return found
    }

    /// Where the data of a stream begins whose header is at a place.
    private static func streamStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        func number(_ offset: Int) -> Int { Int(bytes[place + offset]) | Int(bytes[place + offset + 1]) << 8 }
        switch (bytes[place], bytes[place + 1]) {
        case (0x1F, 0x8B):  // gzip
            guard bytes[place + 2] == 8, place + 10 < bytes.count else { return nil }
            let flags = bytes[place + 3]
            var start = place + 10
            if flags & 4 != 0 { start += start + 2 <= bytes.count ? 2 + number(10) : 0 }
            for flag: UInt8 in [8, 16] where flags & flag != 0 {
                while start < bytes.count, bytes[start] != 0 { start += 1 }
                start += 1
            }
            return start + (flags & 2 != 0 ? 2 : 0)
        case (0x50, 0x4B):  // an entry of a ZIP archive
            guard place + 30 <= bytes.count, number(2) == 0x0403, number(8) == 8 else { return nil }
            return place + 30 + number(26) + number(28)
        case (0x78, 0x01), (0x78, 0x5E), (0x78, 0x9C), (0x78, 0xDA): return place + 2  // zlib
        default: return nil
        }
    }

    // MARK: Encodings

    private mutating func decoded(_ bytes: [UInt8]) -> [[UInt8]] {
        var results = Decoders.all(bytes)
        for index in results.indices {
            results[index] = Array(results[index].prefix(max(room, 0)))
            room -= results[index].count
        }
        return results
    }
}

/// What words look like that are written in other characters.
private enum Decoders {
    /// The shortest run that is decoded.
    static let shortest = 12

    static func all(_ bytes: [UInt8]) -> [[UInt8]] {
        let runs = base64Runs(bytes)
        return (0..<4).map { base64(runs, skipping: $0) } + hexadecimalRuns(bytes) + numbers(bytes)
    }

    // MARK: Base64

    /// The values of the characters of base64 of both alphabets, in runs that are long enough.
    private static func base64Runs(_ bytes: [UInt8]) -> [[UInt8]] {
        var runs: [[UInt8]] = []
        var run: [UInt8] = []
        func end() {
            if run.count >= shortest { runs.append(run) }
            run.removeAll(keepingCapacity: true)
        }
        bytes.withUnsafeBufferPointer { bytes in
            sextets.withUnsafeBufferPointer { sextets in
                var place = 0
                while place < bytes.count {
                    let value = sextets[Int(bytes[place])]
                    if value < 64 {
                        run.append(value)
                    } else if !run.isEmpty, !(value == 65 && run.count >= 56) {
                        // Long texts are broken into lines.
                        end()
                    }
                    place += 1
                }
            }
        }
        end()
        return runs
    }

    /// What the characters mean in base64; 65 for line ends, 64 for others.
    private static let sextets: [UInt8] = {
        var values = [UInt8](repeating: 64, count: 256)
        for (index, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            values[Int(byte)] = UInt8(index)
        }
        (values[45], values[95], values[10], values[13]) = (62, 63, 65, 65)
        return values
    }()

    private static func base64(_ runs: [[UInt8]], skipping skip: Int) -> [UInt8] {
        var result: [UInt8] = []
        for run in runs {
            var place = skip
            while place + 1 < run.count {
                let (a, b) = (run[place], run[place + 1])
                result.append(a << 2 | b >> 4)
                if place + 2 < run.count { result.append(b << 4 | run[place + 2] >> 2) }
                if place + 3 < run.count { result.append(run[place + 2] << 6 | run[place + 3]) }
                place += 4
            }
            result.append(0x0A)
        }
        return result
    }

    // MARK: Digits without anything between them

    private static func hexadecimalRuns(_ bytes: [UInt8]) -> [[UInt8]] {
        var results: [[UInt8]] = [[], []]
        var run: [UInt8] = []
        func end() {
            if run.count >= shortest {
                for skip in 0..<2 {
                    var place = skip
                    while place + 1 < run.count {
                        results[skip].append(run[place] << 4 | run[place + 1])
                        place += 2
                    }
                    results[skip].append(0x0A)
                }
            }
            run.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            let digit = digits[Int(byte)]
            if digit < 16 { run.append(digit) } else if !run.isEmpty { end() }
        }
        end()
        return results
    }

    private static let digits: [UInt8] = {
        var values = [UInt8](repeating: 16, count: 256)
        for (index, byte) in "0123456789abcdef".utf8.enumerated() { values[Int(byte)] = UInt8(index) }
        for (index, byte) in "ABCDEF".utf8.enumerated() { values[Int(byte)] = UInt8(index + 10) }
        return values
    }()

    // MARK: Numbers of characters

    /// Characters by their numbers, with a few other characters between them: `%4B%65`, `\u004b`, `&#75;`, `75, 101`.
    private static func numbers(_ bytes: [UInt8]) -> [[UInt8]] {
        var readings = [2, 8, 10, 16].map { Reading(radix: $0) }
        var place = 0
        bytes.withUnsafeBufferPointer { bytes in
            while place < bytes.count {
                guard digits[Int(bytes[place])] < 16 else {
                    place += 1
                    continue
                }
                let start = place
                while place < bytes.count, digits[Int(bytes[place])] < 16 { place += 1 }
                guard place - start <= 8 else { continue }
                for index in readings.indices { readings[index].take(bytes[start..<place], at: start) }
            }
        }
        return readings.map { $0.result() }
    }

    private struct Reading {
        let radix: Int
        var bytes: [UInt8] = []
        var run: [UInt8] = []
        var end = 0

        init(radix: Int) { self.radix = radix }

        mutating func take(_ token: Slice<UnsafeBufferPointer<UInt8>>, at start: Int) {
            // What is between the numbers of characters is as short as “; &#x”.
            if start - end > 5 { finish() }
            var number = 0
            for byte in token {
                let digit = Int(Decoders.digits[Int(byte)])
                guard digit < radix else { return finish() }
                number = number * radix + digit
            }
            end = start + token.count
            // The beginning of 0x4b.
            if token.count == 1, number == 0 { return }
            guard number > 0, number < 256, radix != 2 || token.count >= 7 else { return finish() }
            run.append(UInt8(number))
        }

        mutating func finish() {
            if run.count >= 5 { bytes += run + [0x0A] }
            run.removeAll(keepingCapacity: true)
        }

        func result() -> [UInt8] {
            var copy = self
            copy.finish()
            return copy.bytes
        }
    }
}
