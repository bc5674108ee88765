/// Bytes that are put together piece by piece, faster than in an array.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    /// Makes room for so many more bytes.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        UnsafeMutableRawPointer(start + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    // MARK: Numbers

    /// Appends a whole number in digits.
    @inline(__always)
    mutating func append(decimal number: UInt) {
        reserve(20)
        var (digits, rest) = (1, number)
        while rest >= 10 { (digits, rest) = (digits + 1, rest / 10) }
        rest = number
        var position = count + digits
        count = position
        repeat {
            position -= 1
            let quotient = rest / 10
            start[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest - quotient * 10)
            rest = quotient
        } while rest > 0
    }

    /// Appends a number that is given in steps of its last decimal, without zeros at the end of its decimals.
    mutating func append(steps: Int, decimals: Int) {
        var (number, places) = (steps.magnitude, decimals)
        while places > 0 {
            let quotient = number / 10
            guard quotient * 10 == number else { break }
            (number, places) = (quotient, places - 1)
        }
        if steps < 0 { append(UInt8(ascii: "-")) }
        guard places > 0 else { return append(decimal: number) }
        let first = count
        append(decimal: number)
        // As many zeros in front as it takes to have a digit before the point.
        let missing = places + 1 - (count - first)
        reserve(max(missing, 0) + 1)
        if missing > 0 {
            UnsafeMutableRawPointer(start + first + missing).copyMemory(from: start + first, byteCount: count - first)
            for position in first..<(first + missing) { start[position] = UInt8(ascii: "0") }
            count += missing
        }
        let point = count - places
        UnsafeMutableRawPointer(start + point + 1).copyMemory(from: start + point, byteCount: places)
        start[point] = UInt8(ascii: ".")
        count += 1
    }

    /// Appends a number in the shortest form that reads back as the same.
    mutating func append(number: Double) {
        if number.magnitude < 1e15, Double(Int(number)) == number {
            if number < 0 { append(UInt8(ascii: "-")) }
            return append(decimal: Int(number).magnitude)
        }
        append(number.description)
    }

    // MARK: XML

    /// Appends bytes of UTF-8 with the marks of XML escaped.
    ///
    /// - Parameters:
    ///   - text: Clean text.
    ///   - isAttribute: Whether it is the value of an attribute, in which quotation marks and line breaks are escaped too.
    mutating func append(escaped text: UnsafeRawBufferPointer, isAttribute: Bool = false) {
        var done = 0
        for position in text.indices {
            let reference: StaticString
            switch text[position] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">"): reference = "&gt;"
            case UInt8(ascii: "\"") where isAttribute: reference = "&quot;"
            case UInt8(ascii: "\n") where isAttribute: reference = "&#xA;"
            default: continue
            }
            append(UnsafeRawBufferPointer(rebasing: text[done..<position]))
            append(reference)
            done = position + 1
        }
        append(UnsafeRawBufferPointer(rebasing: text[done...]))
    }

    mutating func append(escaped text: String, isAttribute: Bool = false) {
        var text = text
        text.withUTF8 { append(escaped: UnsafeRawBufferPointer($0), isAttribute: isAttribute) }
    }
}
