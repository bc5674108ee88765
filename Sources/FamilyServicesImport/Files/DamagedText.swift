import FamilyServicesKit

/// Finds characters that were damaged on the way, in the bytes of a text.
///
/// Where a program reads UTF-8 as Windows-1252 and saves it again, each character beyond ASCII becomes two or three: `Â£` for
/// `£`, `â€™` for `’`. Where it reads Windows-1252 as UTF-8, each becomes U+FFFD, the sign for what is lost. What is copied from the
/// source of a web page has `&rsquo;` for `’`, and a bullet of a symbol font is a character that no other font has.
enum DamagedText {
    /// Warns of each damaged character.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - place: Where all of it is, where that is one place, such as a cell.
    ///   - problems: Where the warnings go.
    static func report(_ text: FileText, at place: Position? = nil, to problems: FileProblems) {
        let bytes = text.bytes
        var index = text.start
        var (line, lineStart) = (1, text.start)
        func position() -> Position {
            if let place { return place }
            // In a line of such length nobody counts.
            guard index - lineStart < 100_000 else { return Position(line: line, column: 1) }
            return Position(line: line, column: String(decoding: bytes[lineStart..<index], as: UTF8.self).count + 1)
        }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let found = reference(bytes, at: index) {
                problems.warning(
                    .badValue, at: position(),
                    "“\(found.written)” is how the source of a web page writes “\(found.meant)”; write “\(found.meant)”."
                )
                index += found.length
                continue
            }
            guard bytes[index] >= 0xC3, index + 2 < bytes.count else {
                let isEnd = bytes[index] == 0x0A || bytes[index] == 0x0D
                index += 1
                if isEnd {
                    if bytes[index - 1] == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
                    (line, lineStart) = (line + 1, index)
                }
                continue
            }
            if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD {
                problems.warning(
                    .badValue, at: position(),
                    "The sign \u{FFFD} is in place of a character that was lost when the file was saved in another encoding; write "
                        + "the character that belongs there.")
                index += 3
            } else if isPrivate(bytes, at: index) {
                problems.warning(
                    .badValue, at: position(),
                    "Here is a character of a symbol font, which other fonts do not have; write the sign that is meant, such as “•”."
                )
                index += 3
            } else if let found = misread(bytes, at: index) {
                problems.warning(
                    .badValue, at: position(),
                    "“\(found.written)” is what “\(found.meant)” becomes when UTF-8 is read as Windows-1252; write “\(found.meant)”."
                )
                index += found.length
            } else {
                index += 1
            }
        }
    }

    /// Whether a character has no meaning of its own: U+E000 to U+F8FF.
    private static func isPrivate(_ bytes: [UInt8], at start: Int) -> Bool {
        bytes[start] == 0xEE || bytes[start] == 0xEF && (0x80...0xA3).contains(bytes[start + 1])
    }

    /// The references that word processors and web pages write for characters of English texts.
    private static let references: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘",
        "rdquo": "”",
        "ldquo": "“", "ndash": "–", "mdash": "—", "hellip": "…", "pound": "£", "eacute": "é", "bull": "•",
    ]

    /// A reference to a character: `&rsquo;`, `&#8217;`.
    private static func reference(_ bytes: [UInt8], at start: Int) -> (written: String, meant: String, length: Int)? {
        guard let end = bytes[(start + 1)...].prefix(9).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        let meant: String?
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            meant = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        } else if name.hasPrefix("#") {
            meant = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        } else {
            meant = references[name]
        }
        return meant.map { ("&\(name);", $0, end + 1 - start) }
    }

    /// A character that was read as two or three.
    private static func misread(_ bytes: [UInt8], at start: Int) -> (written: String, meant: String, length: Int)? {
        // Only the signs that English texts have beyond ASCII: others are letters that people write one after the other.
        guard bytes[start] == 0xC3, let lead = windows1252(bytes, at: start), [0xC2, 0xC3, 0xE2].contains(lead.byte)
        else {
            return nil
        }
        let count = lead.byte == 0xE2 ? 3 : 2
        var raw = [lead.byte]
        var end = start + lead.length
        while raw.count < count {
            guard let next = windows1252(bytes, at: end), (0x80...0xBF).contains(next.byte) else { return nil }
            raw.append(next.byte)
            end += next.length
        }
        // A letter with a quotation mark, dash or ellipsis behind it may be meant, and no control character is.
        if lead.byte == 0xC2, raw[1] < 0xA0 { return nil }
        if lead.byte == 0xC3, raw[1] == 0x85 || (0x91...0x97).contains(raw[1]) { return nil }
        guard let meant = String(validating: raw, as: UTF8.self) else { return nil }
        return (String(decoding: bytes[start..<end], as: UTF8.self), meant, end - start)
    }

    /// The byte of Windows-1252 that the character at an offset stands for.
    private static func windows1252(_ bytes: [UInt8], at index: Int) -> (byte: UInt8, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index] {
        case 0xC2 where (0x80...0xBF).contains(bytes[index + 1]): return (bytes[index + 1], 2)
        case 0xC3: return (bytes[index + 1] | 0x40, 2)
        default:
            for (byte, character) in specials where bytes[index...].starts(with: character) {
                return (byte, character.count)
            }
            return nil
        }
    }

    /// The characters that Windows-1252 has where Latin-1 has none.
    private static let specials: [(UInt8, [UInt8])] = [
        (0x80, "€"), (0x82, "‚"), (0x83, "ƒ"), (0x84, "„"), (0x85, "…"), (0x86, "†"), (0x87, "‡"), (0x88, "ˆ"),
        (0x89, "‰"), (0x8A, "Š"), (0x8B, "‹"), (0x8C, "Œ"), (0x8E, "Ž"), (0x91, "‘"), (0x92, "’"), (0x93, "“"),
        (0x94, "”"), (0x95, "•"), (0x96, "–"), (0x97, "—"), (0x98, "˜"), (0x99, "™"), (0x9A, "š"), (0x9B, "›"),
        (0x9C, "œ"), (0x9E, "ž"), (0x9F, "Ÿ"),
    ].map { ($0, Array($1.utf8)) }
}
