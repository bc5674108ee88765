/// What is learnt from a part of a workbook in one pass: whether it is whole, and how much is in it.
///
/// A part is whole where every element is closed, in the right order, and has as many children as it says of itself.
/// That is what this exporter can miss; characters are taken as they come, because the library escapes them.
struct PartScan {
    /// How many elements there are of each name that is watched.
    private(set) var counts: [Int]
    /// How many bytes of text there are, without marks; a reference such as `&amp;` counts as one.
    private(set) var textBytes = 0

    private enum State {
        case text, reference, mark, declaration, startTag, attributes, value, endTag
    }

    private struct Element {
        var name: UInt64
        var children = 0
        /// How many children it says that it has.
        var declared: Int?
    }

    private let watched: [UInt64]
    private var state = State.text
    private var open: [Element] = []
    private var current = Element(name: 0)
    private var attribute: UInt64 = 0
    private var wasSlash = false
    private var isBroken = false
    private var hasRoot = false
    /// Whether it is for any number of elements from the midst of a part.
    private let isFragment: Bool
    /// How many elements of a fragment are in no other.
    private var roots = 0

    /// Prepares a scan.
    ///
    /// - Parameters:
    ///   - names: The names of the elements to count, as they are written.
    ///   - isFragment: Whether it is for any number of whole elements from the midst of a part.
    init(counting names: [String], isFragment: Bool = false) {
        self.isFragment = isFragment
        watched = names.map { Self.hash($0) }
        counts = Array(repeating: 0, count: names.count)
    }

    /// Whether the part, now that all of it was read, is whole.
    var isWhole: Bool { hasRoot && open.isEmpty && state == .text && !isBroken }

    mutating func read(_ span: RawSpan) {
        span.withUnsafeBytes { read($0) }
    }

    mutating func read(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if state == .text, byte == UInt8(ascii: "<"), let end = wholeTag(bytes, position) {
                position = end
            } else {
                take(byte)
                position += 1
            }
        }
    }

    /// Takes what was found in elements that come next.
    mutating func append(_ fragment: PartScan) {
        for index in counts.indices { counts[index] += fragment.counts[index] }
        textBytes += fragment.textBytes
        if !fragment.open.isEmpty || fragment.state != .text || fragment.isBroken || state != .text || open.isEmpty {
            isBroken = true
        } else {
            open[open.count - 1].children += fragment.roots
        }
    }

    /// Takes a tag of the usual kind in one go.
    ///
    /// - Returns: Where it ends; `nil` where it has to be read byte by byte, because it is not all there or has a count.
    @inline(__always)
    private mutating func wholeTag(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        var position = start + 1
        guard position < bytes.count else { return nil }
        var name = Self.seed
        if bytes[position] == UInt8(ascii: "/") {
            position += 1
            while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
                name = Self.mixed(name, bytes[position])
                position += 1
            }
            guard position < bytes.count, let last = open.last, last.name == name else { return nil }
            open.removeLast()
            end(last)
            return position + 1
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                current = Element(name: name)
                begin(isEmpty: false)
                return position + 1
            }
            if byte == UInt8(ascii: " ") { break }
            guard byte > UInt8(ascii: "/"), byte != UInt8(ascii: "?"), byte != UInt8(ascii: "<") else { return nil }
            name = Self.mixed(name, byte)
            position += 1
        }
        while position < bytes.count {
            // At the space before an attribute.
            position += 1
            let first = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "=") {
                guard bytes[position] > UInt8(ascii: ">") || bytes[position] == UInt8(ascii: ":") else { return nil }
                position += 1
            }
            // Those of as many letters as `count` and `uniqueCount` are read with care.
            guard position - first != 5, position - first != 11, position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "\"")
            else { return nil }
            position += 2
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                guard bytes[position] != UInt8(ascii: "<") else { return nil }
                position += 1
            }
            position += 1
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: " "): continue
            case UInt8(ascii: ">"):
                current = Element(name: name)
                begin(isEmpty: false)
                return position + 1
            case UInt8(ascii: "/"):
                guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ">") else { return nil }
                current = Element(name: name)
                begin(isEmpty: true)
                return position + 2
            default: return nil
            }
        }
        return nil
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) {
        switch state {
        case .text:
            if byte == UInt8(ascii: "<") {
                state = .mark
            } else if !open.isEmpty {
                textBytes += 1
                if byte == UInt8(ascii: "&") { state = .reference }
            } else if byte > 0x20 {
                isBroken = true
            }
        case .reference:
            if byte == UInt8(ascii: ";") { state = .text } else if byte == UInt8(ascii: "<") { isBroken = true }
        case .mark:
            switch byte {
            case UInt8(ascii: "/"): (state, current) = (.endTag, Element(name: Self.seed))
            case UInt8(ascii: "?"), UInt8(ascii: "!"): state = .declaration
            default: (state, current) = (.startTag, Element(name: Self.mixed(Self.seed, byte)))
            }
        case .declaration:
            if byte == UInt8(ascii: ">") { state = .text }
        case .startTag:
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "/"):
                (state, attribute, wasSlash) = (.attributes, Self.seed, byte == UInt8(ascii: "/"))
            case UInt8(ascii: ">"): begin(isEmpty: false)
            default: current.name = Self.mixed(current.name, byte)
            }
        case .attributes:
            switch byte {
            case UInt8(ascii: "\""):
                state = .value
                // `sst` has two counts, of which the second is that of its children.
                if attribute == Self.count || attribute == Self.uniqueCount {
                    current.declared = 0
                } else {
                    attribute = 0
                }
            case UInt8(ascii: ">"): begin(isEmpty: wasSlash)
            case UInt8(ascii: " "), UInt8(ascii: "\n"): attribute = Self.seed
            case UInt8(ascii: "="): break
            case UInt8(ascii: "<"): isBroken = true
            default: attribute = Self.mixed(attribute, byte)
            }
            wasSlash = byte == UInt8(ascii: "/")
        case .value:
            if byte == UInt8(ascii: "\"") {
                (state, attribute) = (.attributes, Self.seed)
            } else if byte == UInt8(ascii: "<") {
                isBroken = true
            } else if attribute != 0 {
                current.declared = ((current.declared ?? 0) &* 10) &+ Int(byte &- UInt8(ascii: "0"))
            }
        case .endTag:
            if byte == UInt8(ascii: ">") {
                guard let last = open.popLast(), last.name == current.name else { return isBroken = true }
                end(last)
            } else {
                current.name = Self.mixed(current.name, byte)
            }
        }
    }

    private mutating func begin(isEmpty: Bool) {
        state = .text
        if open.isEmpty {
            if hasRoot, !isFragment { isBroken = true }
            hasRoot = true
            roots += 1
        } else {
            open[open.count - 1].children += 1
        }
        if let index = watched.firstIndex(of: current.name) { counts[index] += 1 }
        if isEmpty { end(current) } else { open.append(current) }
    }

    private mutating func end(_ element: Element) {
        state = .text
        if let declared = element.declared, declared != element.children { isBroken = true }
    }

    // MARK: Names

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let count = hash("count")
    private static let uniqueCount = hash("uniqueCount")

    /// One step of FNV-1a.
    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    private static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(seed, mixed)
    }
}
