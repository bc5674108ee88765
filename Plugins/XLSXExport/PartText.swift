/// The text of a part of a workbook, in which marks are found by their bytes.
///
/// Strings compare by character, which takes a hundred times as long, and does not find a mark that an accent follows.
struct PartText {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where a mark first is, from some place on.
    func firstRange(of mark: String, from start: Int = 0) -> Range<Int>? {
        var mark = mark
        return mark.withUTF8 { mark in
            bytes.withUnsafeBufferPointer { bytes in
                guard let first = mark.first else { return nil }
                var position = start
                while position + mark.count <= bytes.count {
                    if bytes[position] == first, bytes[position...].starts(with: mark) {
                        return position..<(position + mark.count)
                    }
                    position += 1
                }
                return nil
            }
        }
    }

    /// Where a mark last is within a range.
    func lastRange(of mark: String, in range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        var start = range.lowerBound
        while let next = firstRange(of: mark, from: start), next.upperBound <= range.upperBound {
            (found, start) = (next, next.upperBound)
        }
        return found
    }

    /// Whether a mark begins at a place.
    func has(_ mark: String, at position: Int) -> Bool { bytes[position...].starts(with: mark.utf8) }

    mutating func replace(_ range: Range<Int>, with text: String) { bytes.replaceSubrange(range, with: text.utf8) }

    /// Replaces a mark wherever it is.
    mutating func replaceAll(_ mark: String, with text: String) {
        guard var next = firstRange(of: mark) else { return }
        var (result, done): ([UInt8], Int) = ([], 0)
        while true {
            result += bytes[done..<next.lowerBound]
            result += text.utf8
            done = next.upperBound
            guard let following = firstRange(of: mark, from: done) else { break }
            next = following
        }
        bytes = result + bytes[done...]
    }
}
