/// Texts that come again and again, each kept once and known by a number.
struct ByteTable {
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var keys: [[UInt8]] = []
    /// The texts, by number.
    private(set) var texts: [String] = []

    init() { slots = Array(repeating: -1, count: 64) }

    /// The number of a text, which gets one now where it has none.
    mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let mask = slots.count - 1
        // The low bits of the product know little of the first bytes.
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isEqual(keys[number], bytes) { return number }
            slot = (slot + 1) & mask
        }
        let number = texts.count
        slots[slot] = Int32(number)
        hashes.append(hash)
        keys.append(Array(bytes))
        texts.append(String(validating: bytes, as: UTF8.self) ?? WesternText.decode(bytes))
        if texts.count * 2 > slots.count { grow() }
        return number
    }

    private func isEqual(_ key: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard key.count == bytes.count else { return false }
        for index in key.indices where key[index] != bytes[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }
}
