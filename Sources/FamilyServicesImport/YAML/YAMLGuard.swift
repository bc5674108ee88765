/// Looks over the bytes of a YAML file, before they are parsed, for what would make parsing it expensive.
///
/// An alias repeats what an anchor named, and aliases of aliases can make a few lines stand for millions of values ("billion
/// laughs"). Packs need neither. The parser only refuses to repeat what has no name, so it is enough to find every
/// `*name` for which there is an `&name`; text with only one of the two is left alone, so that "R &D" stays what it is.
enum YAMLGuard {
    /// What was found.
    enum Finding: Equatable {
        /// An alias for which there is an anchor.
        case alias(String, offset: Int)
        /// More brackets open at once than allowed, or a line that begins with as many dashes.
        case depth(offset: Int)
        /// More values than allowed.
        case values(offset: Int)
    }

    /// The first thing that forbids parsing, or `nil`.
    static func finding(in bytes: [UInt8], from start: Int, maximumDepth: Int, maximumValues: Int = .max) -> Finding? {
        var anchors: Set<String> = []
        var aliases: [(name: String, offset: Int)] = []
        var brackets = 0
        var leading = 0
        var isLeading = true
        var previous = UInt8(ascii: "\n")
        var index = start
        // At least so many values: a text, list or mapping takes the parser hundreds of bytes.
        var values = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            switch byte {
            case 0x3A where next <= 0x20 || brackets > 0 && (next == 0x5B || next == 0x7B || next == 0x2C): values += 1
            case 0x2D where isLeading && next <= 0x20: values += 1
            case 0x2C where brackets > 0: values += 1
            default: break
            }
            if values > maximumValues { return .values(offset: index) }
            switch byte {
            case 0x26 where mayPrecedeNode(previous):
                if let name = name(in: bytes, after: index) { anchors.insert(name) }
            case 0x2A where mayPrecedeNode(previous):
                if let name = name(in: bytes, after: index) { aliases.append((name, index)) }
            case 0x5B, 0x7B:
                brackets += 1
                if brackets > 2 * maximumDepth { return .depth(offset: index) }
            case 0x5D, 0x7D:
                brackets = max(0, brackets - 1)
            default: break
            }
            if byte == 0x0A || byte == 0x0D {
                (leading, isLeading) = (0, true)
            } else if isLeading {
                if byte == 0x2D || byte == 0x3F {
                    leading += 1
                    // A line of dashes alone is a line of text.
                    let isLine = index + 1 < bytes.count && (bytes[index + 1] == byte || bytes[index + 1] < 0x20)
                    if leading > maximumDepth, !isLine { return .depth(offset: index) }
                } else if byte != 0x20 {
                    isLeading = false
                }
            }
            previous = byte
            index += 1
        }
        let repeated = aliases.first { anchors.contains($0.name) }
        return repeated.map { .alias($0.name, offset: $0.offset) }
    }

    /// Whether a value can begin after a byte: after white space and after what opens or separates.
    private static func mayPrecedeNode(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x5B, 0x7B, 0x2C, 0x3A, 0x2D, 0x3F, 0x22, 0x27, 0x5D, 0x7D: true
        default: byte >= 0x80
        }
    }

    /// The name of an anchor or alias.
    private static func name(in bytes: [UInt8], after index: Int) -> String? {
        let name = bytes[(index + 1)...].prefix(200).prefix {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
                || $0 == 0x2D
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}
