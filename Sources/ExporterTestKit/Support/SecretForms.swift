/// The forms in which a word can hide in a file.
struct SecretForms {
    private let forms: [[UInt8]]

    init(_ word: String) {
        let utf8 = Array(word.utf8)
        let utf16 = Array(word.utf16)
        var forms = [
            utf8, utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ]
        forms += [true, false].map { uppercase in
            utf8.flatMap { Array("%\(Self.hex($0, uppercase: uppercase))".utf8) }
        }
        forms += [true, false].map { uppercase in
            utf8.flatMap { Array("\\u00\(Self.hex($0, uppercase: uppercase))".utf8) }
        }
        forms.append(utf8.flatMap { Array("&#\($0);".utf8) })
        // Base64 looks different by where in a group of three bytes the word begins; the ends depend on the neighbours.
        forms += (0..<3).map { Self.base64(Array(utf8.dropFirst($0))) }
        // What is shorter comes about by chance in compressed bytes.
        self.forms = forms.filter { $0.count >= 7 }
    }

    /// Whether the word occurs in any of its forms.
    func occur(in bytes: [UInt8]) -> Bool {
        !Self.occurring([self], in: bytes).isEmpty
    }

    /// Which of several words occur in some bytes, by their positions.
    ///
    /// The bytes are read once for all words, and without closures, because a test is seldom built with optimisations.
    static func occurring(_ words: [SecretForms], in bytes: [UInt8]) -> Set<Int> {
        // By their first two bytes, as a number.
        var candidates: [Int: [(word: Int, form: [UInt8])]] = [:]
        var isBeginning = [Bool](repeating: false, count: 1 << 16)
        for (word, secret) in words.enumerated() {
            for form in secret.forms {
                let pair = Int(form[0]) << 8 | Int(form[1])
                candidates[pair, default: []].append((word, form))
                isBeginning[pair] = true
            }
        }
        var found: Set<Int> = []
        bytes.withUnsafeBufferPointer { bytes in
            isBeginning.withUnsafeBufferPointer { isBeginning in
                let count = bytes.count
                var pair = 0
                var place = 0
                while place < count {
                    pair = (pair << 8 | Int(bytes[place])) & 0xFFFF
                    if isBeginning[pair], place > 0 {
                        for (word, form) in candidates[pair] ?? []
                        where !found.contains(word) && place - 1 + form.count <= count
                            && bytes[place - 1..<place - 1 + form.count].elementsEqual(form)
                        { found.insert(word) }
                    }
                    place += 1
                }
            }
        }
        return found
    }

    private static func hex(_ byte: UInt8, uppercase: Bool) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: uppercase)
    }

    /// The whole groups of three bytes in base64.
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        return stride(from: 0, to: bytes.count / 3 * 3, by: 3).flatMap { start -> [UInt8] in
            let group = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
            return [18, 12, 6, 0].map { alphabet[group >> $0 & 63] }
        }
    }
}
