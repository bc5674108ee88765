/// Pieces of JSON that many records have in common, each made once.
struct FragmentCache<Key: Hashable> {
    private var fragments: [Key: [UInt8]] = [:]
    /// Neighbouring records often have the same piece.
    private var last: (key: Key, fragment: [UInt8])?

    /// The piece for a key.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - make: Writes the piece where it is not there yet.
    /// - Returns: The piece.
    mutating func fragment(for key: Key, _ make: (Key, inout JSONText) -> Void) -> [UInt8] {
        if let last, last.key == key { return last.fragment }
        let fragment = fragments[key] ?? Self.made(key, make)
        fragments[key] = fragment
        last = (key, fragment)
        return fragment
    }

    private static func made(_ key: Key, _ make: (Key, inout JSONText) -> Void) -> [UInt8] {
        var text = JSONText()
        make(key, &text)
        return text.bytes
    }
}
