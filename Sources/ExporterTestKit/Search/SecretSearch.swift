/// Looks for words and numbers that a file may not hold, in whatever way they are written.
///
/// A word is found as it is, in UTF-16 and UTF-32, in capital letters, backwards, split over two strings, with anything between
/// its letters, with its letters moved or its bits turned, in base64, in hexadecimal or other digits, in escapes and references,
/// and in compressed streams, and in one of these within another. A number is found with whatever separates its digits, and in
/// binary.
struct SecretSearch {
    private let count: Int
    private let pieces: WordSearch
    private let binary: WordSearch
    private let letters: WordSearch
    private let steps: WordSearch
    private let turns: WordSearch

    /// Prepares a search.
    ///
    /// - Parameter secrets: The words, of twelve letters or so, and the numbers as digits.
    init(_ secrets: [String]) {
        count = secrets.count
        let words = secrets.map { Array($0.utf8) }
        let isWord = words.map { $0.contains { $0 >= 0x41 } }
        // Each twice, the second time backwards.
        let both = words + words.map { $0.reversed() }
        func onlyWords(_ shape: ([UInt8]) -> [UInt8]) -> [[UInt8]] {
            both.indices.map { isWord[$0 % words.count] ? shape(both[$0]) : [] }
        }
        let folded = both.map { ByteShapes.letters($0) }
        pieces = WordSearch(onlyWords { $0 }, width: 6, acceptsPieces: true)
        letters = WordSearch(folded, width: 7)
        steps = WordSearch(onlyWords { ByteShapes.steps(ByteShapes.letters($0)) }, width: 10, bits: 5)
        turns = WordSearch(onlyWords { ByteShapes.turns($0) }, width: 8)
        binary = WordSearch(
            (0..<4).flatMap { form in
                words.indices.map { isWord[$0] ? [] : Self.binary(secrets[$0], form) }
            }, width: 5)
    }

    /// A whole number in binary: as an integer or a floating-point number of 8 bytes, either end first.
    private static func binary(_ digits: String, _ form: Int) -> [UInt8] {
        guard let number = UInt64(digits) else { return [] }
        let pattern = form < 2 ? number : Double(number).bitPattern
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: pattern >> UInt64($0 * 8)) }
        return form % 2 == 0 ? bytes : bytes.reversed()
    }

    /// Which of the words and numbers occur in a file, by their positions.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - parts: What has been found in it already.
    func found(in bytes: [UInt8], parts: [[UInt8]] = []) -> Set<Int> {
        var found: Set<Int> = []
        guard count > 0 else { return found }
        func note(_ places: [(word: Int, place: Int)]) { for place in places { found.insert(place.word % count) } }
        for layer in FileLayers(bytes, parts: parts, .decoded).layers {
            note(pieces.places(in: layer))
            note(binary.places(in: layer))
            let squeezed = ByteShapes.letters(layer)
            note(letters.places(in: squeezed))
            note(letters.places(in: ByteShapes.letters(ByteShapes.withoutMarkup(layer))))
            note(steps.places(in: ByteShapes.steps(squeezed)))
            note(turns.places(in: ByteShapes.turns(layer)))
        }
        return found
    }
}
