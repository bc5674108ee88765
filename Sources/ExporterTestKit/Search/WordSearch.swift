/// Looks for many words in bytes at once.
///
/// Every piece of a word that is as long as a window is kept as a number, so that the bytes are read once for all words. Without
/// closures, because a test is seldom built with optimisations.
struct WordSearch {
    /// The words, as what they are looked for in has them.
    private let words: [[UInt8]]
    /// How long a piece is.
    private let width: Int
    /// How many bits a symbol has.
    private let bits: UInt64
    /// Whether a piece is enough; otherwise the word has to be there whole.
    private let acceptsPieces: Bool
    private var pieces: [UInt64: [(word: Int, offset: Int)]] = [:]
    private var isPiece = [Bool](repeating: false, count: 1 << 16)
    private let mask: UInt64

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - width: How long the pieces are that are looked for.
    ///   - bits: How many bits a symbol has.
    ///   - acceptsPieces: Whether a piece of a word is enough.
    init(_ words: [[UInt8]], width: Int, bits: Int = 8, acceptsPieces: Bool = false) {
        self.words = words
        self.width = width
        self.bits = UInt64(bits)
        self.acceptsPieces = acceptsPieces
        mask = width * bits >= 64 ? .max : 1 << UInt64(width * bits) - 1
        for (index, word) in words.enumerated() where word.count >= width {
            // Where the word has to be whole, its first piece leads to it.
            for offset in 0...(acceptsPieces ? word.count - width : 0) {
                var piece: UInt64 = 0
                for symbol in word[offset..<offset + width] { piece = piece << self.bits | UInt64(symbol) }
                pieces[piece, default: []].append((index, offset))
                isPiece[Self.short(piece)] = true
            }
        }
    }

    private static func short(_ piece: UInt64) -> Int { Int((piece &* 0x9E37_79B9_7F4A_7C15) >> 48) }

    /// The places at which words begin, by the positions of the words in the order of the bytes.
    func places(in bytes: [UInt8]) -> [(word: Int, place: Int)] {
        var found: [(word: Int, place: Int)] = []
        bytes.withUnsafeBufferPointer { bytes in
            isPiece.withUnsafeBufferPointer { isPiece in
                let (count, width, bits, mask) = (bytes.count, width, bits, mask)
                var piece: UInt64 = 0
                var place = 0
                while place < count {
                    piece = (piece << bits | UInt64(bytes[place])) & mask
                    place += 1
                    // What `short` gives, without a call for every byte.
                    guard place >= width, isPiece[Int((piece &* 0x9E37_79B9_7F4A_7C15) >> 48)] else { continue }
                    for candidate in pieces[piece] ?? [] {
                        let start = place - width - candidate.offset
                        if acceptsPieces || isWord(candidate.word, in: bytes, at: start) {
                            found.append((candidate.word, start))
                        }
                    }
                }
            }
        }
        return found
    }

    private func isWord(_ word: Int, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let symbols = words[word]
        guard start + symbols.count <= bytes.count else { return false }
        for offset in symbols.indices where bytes[start + offset] != symbols[offset] { return false }
        return true
    }
}

/// Bytes in other shapes, in which words are found that are written in another way.
enum ByteShapes {
    /// Letters and digits alone, capital letters as small ones: what remains of `7,351` or `K-e-s` or UTF-16.
    static func letters(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
                    result.append(byte)
                } else if byte >= 0x41 && byte <= 0x5A {
                    result.append(byte | 0x20)
                }
                place += 1
            }
        }
        return result
    }

    /// The text between tags and without the keys of objects, so that a word that is split over several of them comes together.
    static func withoutMarkup(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte == UInt8(ascii: "<"), let end = self.end(of: bytes, place, UInt8(ascii: ">")) {
                    place = end + 1
                } else if byte == UInt8(ascii: "\""), let end = self.end(of: bytes, place, byte),
                    end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: ":")
                {
                    place = end + 2
                } else {
                    result.append(byte)
                    place += 1
                }
            }
        }
        return result
    }

    private static func end(of bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ byte: UInt8) -> Int? {
        var place = start + 1
        while place < bytes.count, place < start + 400 {
            if bytes[place] == byte { return place }
            place += 1
        }
        return nil
    }

    /// How far each letter is from the one before: the same for a word whose letters are all moved by as much.
    static func steps(_ letters: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(letters.count)
        letters.withUnsafeBufferPointer { letters in
            var before: UInt8 = 0
            var place = 0
            while place < letters.count {
                let letter = letters[place]
                place += 1
                guard letter >= 0x61 else { continue }
                if before != 0 { result.append((letter + 26 - before) % 26) }
                before = letter
            }
        }
        return result
    }

    /// What each byte has of the bits of the one before: the same for a word whose bytes all have the same bits turned.
    static func turns(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 1 else { return [] }
        var result = [UInt8](repeating: 0, count: bytes.count - 1)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 1
            while place < bytes.count {
                result[place - 1] = bytes[place] ^ bytes[place - 1]
                place += 1
            }
        }
        return result
    }
}
