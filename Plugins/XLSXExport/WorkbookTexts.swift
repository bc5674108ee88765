/// The texts of a workbook, each once, with what the layout has to know of them.
///
/// A table of a million rows has few different words, so that most of the work on a text is done when it is first met. Once the
/// texts take too much memory, further ones are written in their cells.
struct WorkbookTexts: Sendable {
    /// What takes the place of a number where a text has none and is written in its cell.
    static let none = UInt32.max
    /// The most texts, and the most bytes that they have together.
    var limits = (count: 1 << 18, bytes: 16 << 20)

    /// A text as a table of the publication has it.
    struct Source: Sendable {
        fileprivate var start: UInt32
        fileprivate var length: UInt32
        fileprivate var hash: UInt32
        /// Its number among the texts that the workbook holds.
        fileprivate(set) var shared: UInt32
        /// The widths of the widest line, word and part of a word, and of all lines, in thousandths of the size of the letters.
        fileprivate(set) var line: Int32
        fileprivate(set) var word: Int32
        fileprivate(set) var part: Int32
        fileprivate(set) var total: Int32
        fileprivate(set) var breaks: Int32
        /// The last table that had it, and in which of the first 64 columns.
        fileprivate var table: UInt32
        fileprivate var columns: UInt64

        /// How many bytes it has; too many for any line where it has a line break.
        var extent: UInt32 { breaks > 0 ? .max : length }
        var widths: TextMeasure.Widths {
            TextMeasure.widths(
                line: Int(line), word: Int(word), part: Int(part), total: Int(total), breaks: Int(breaks),
                size: TypeScale.body)
        }
    }

    private struct Shared {
        var start: UInt32
        var length: UInt32
        var hash: UInt32
    }

    private var bytes: [UInt8] = []
    private(set) var sources: [Source] = []
    private var shared: [Shared] = []
    private var sourceSlots = Slots()
    private var sharedSlots = Slots()
    /// How many bytes the texts that the workbook holds have.
    private(set) var sharedBytes = 0
    private var tables: UInt32 = 0

    /// How many texts the workbook holds.
    var count: Int { shared.count }

    private var isFull: Bool {
        bytes.count > limits.bytes || sources.count > limits.count || shared.count > limits.count
    }

    // MARK: Texts of tables

    /// A number for the next table, by which texts know whether it had them.
    mutating func nextTable() -> UInt32 {
        tables += 1
        return tables
    }

    /// The number of a text of a table.
    ///
    /// - Returns: ``none`` where there is no room for it, or no cell can hold it.
    mutating func number(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
    }

    private mutating func number(of text: UnsafeRawBufferPointer) -> UInt32 {
        let hash = Slots.hash(text)
        let found = bytes.withUnsafeBytes { bytes in
            sourceSlots.find(hash) { [sources] number in
                let source = sources[Int(number)]
                return source.hash == hash && Self.isEqual(bytes, source.start, source.length, text)
            }
        }
        if let found { return found }
        guard !isFull, text.count < 1 << 24 else { return Self.none }
        let string = String(decoding: text, as: UTF8.self)
        guard let cellText = TextRules.cellText(string) else { return Self.none }
        let sharedNumber: UInt32
        let isShared = cellText.utf8.elementsEqual(text)
        if isShared {
            sharedNumber = share(text, hash)
        } else {
            var cellText = cellText
            sharedNumber = cellText.withUTF8 {
                share(UnsafeRawBufferPointer($0), Slots.hash(UnsafeRawBufferPointer($0)))
            }
        }
        // A text that is shared as it is has its bytes there.
        let place = isShared ? shared[Int(sharedNumber)].start : UInt32(bytes.count)
        if !isShared { bytes.append(contentsOf: text) }
        let measured = TextMeasure.thousandths(string)
        let number = UInt32(sources.count)
        sources.append(
            Source(
                start: place, length: UInt32(text.count), hash: hash, shared: sharedNumber,
                line: Int32(clamping: measured.line),
                word: Int32(clamping: measured.word), part: Int32(clamping: measured.part),
                total: Int32(clamping: measured.total), breaks: Int32(clamping: measured.breaks), table: 0, columns: 0))
        sourceSlots.insert(number, hash) { [sources] in sources[Int($0)].hash }
        return number
    }

    /// Notes that a table has a text in a column.
    ///
    /// - Returns: Whether it is new in the table, and new in the column.
    @inline(__always)
    mutating func meet(_ number: UInt32, column: Int, ofTable table: UInt32) -> (table: Bool, column: Bool) {
        let index = Int(number)
        let bit: UInt64 = column < 64 ? 1 << UInt64(column) : 0
        if sources[index].table != table {
            sources[index].table = table
            sources[index].columns = bit
            return (true, true)
        }
        guard sources[index].columns & bit == 0 else { return (false, false) }
        sources[index].columns |= bit
        return (false, true)
    }

    func text(_ number: UInt32) -> String {
        let source = sources[Int(number)]
        return String(decoding: bytes[Int(source.start)..<Int(source.start + source.length)], as: UTF8.self)
    }

    // MARK: Texts of cells

    /// Takes a text in the form that cells have.
    mutating func add(_ cellText: String) {
        guard !isFull else { return }
        var text = cellText
        text.withUTF8 { text in
            let text = UnsafeRawBufferPointer(text)
            _ = share(text, Slots.hash(text))
        }
    }

    /// The number of a text in the form that cells have, among those that the workbook holds.
    ///
    /// - Returns: `nil` where it is not one of them.
    func shared(_ cellText: String) -> UInt32? {
        var text = cellText
        return text.withUTF8 { text in
            let text = UnsafeRawBufferPointer(text)
            return find(text, Slots.hash(text))
        }
    }

    private func find(_ text: UnsafeRawBufferPointer, _ hash: UInt32) -> UInt32? {
        bytes.withUnsafeBytes { bytes in
            sharedSlots.find(hash) { number in
                let known = shared[Int(number)]
                return known.hash == hash && Self.isEqual(bytes, known.start, known.length, text)
            }
        }
    }

    private mutating func share(_ text: UnsafeRawBufferPointer, _ hash: UInt32) -> UInt32 {
        if let found = find(text, hash) { return found }
        let number = UInt32(shared.count)
        shared.append(Shared(start: UInt32(bytes.count), length: UInt32(text.count), hash: hash))
        bytes.append(contentsOf: text)
        sharedBytes += text.count
        sharedSlots.insert(number, hash) { [shared] in shared[Int($0)].hash }
        return number
    }

    /// Gives the bytes of every text that the workbook holds, in order.
    func forEach(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try bytes.withUnsafeBytes { bytes in
            for text in shared {
                let start = Int(text.start)
                try body(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + Int(text.length))]))
            }
        }
    }

    @inline(__always)
    private static func isEqual(
        _ bytes: UnsafeRawBufferPointer, _ start: UInt32, _ length: UInt32, _ text: UnsafeRawBufferPointer
    ) -> Bool {
        guard Int(length) == text.count else { return false }
        let start = Int(start)
        var position = 0
        while position + 8 <= text.count {
            let one = bytes.loadUnaligned(fromByteOffset: start + position, as: UInt64.self)
            guard one == text.loadUnaligned(fromByteOffset: position, as: UInt64.self) else { return false }
            position += 8
        }
        while position < text.count {
            guard bytes[start + position] == text[position] else { return false }
            position += 1
        }
        return true
    }
}

/// Numbers found by a hash.
private struct Slots: Sendable {
    /// Each is a number and one, or zero.
    private var slots = [UInt32](repeating: 0, count: 1 << 8)
    private var count = 0

    /// Made anew for each process, so that nobody can make texts that all have the same hash.
    private static let seed = UInt64.random(in: 1...UInt64.max)

    @inline(__always)
    static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
        var position = 0
        while position + 8 <= text.count {
            mix(&hash, text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < text.count {
            rest = rest << 8 | UInt64(text[position])
            position += 1
        }
        mix(&hash, rest)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    @inline(__always)
    private static func mix(_ hash: inout UInt64, _ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed)
        hash = product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
    }

    @inline(__always)
    func find(_ hash: UInt32, _ isFound: (UInt32) -> Bool) -> UInt32? {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != 0 {
            let number = slots[place] - 1
            if isFound(number) { return number }
            place = (place + 1) & mask
        }
        return nil
    }

    mutating func insert(_ number: UInt32, _ hash: UInt32, _ hashOf: (UInt32) -> UInt32) {
        count += 1
        if count * 2 > slots.count {
            let old = slots
            slots = [UInt32](repeating: 0, count: old.count * 2)
            for slot in old where slot != 0 { place(slot, hashOf(slot - 1)) }
        }
        place(number + 1, hash)
    }

    private mutating func place(_ slot: UInt32, _ hash: UInt32) {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != 0 { place = (place + 1) & mask }
        slots[place] = slot
    }
}
