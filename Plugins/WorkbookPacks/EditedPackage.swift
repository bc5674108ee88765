import FamilyServicesImport
import FamilyServicesKit
import ZipPackage

/// The parts of a workbook, some of which are changed.
struct EditedPackage {
    private let zip: ZipFile
    private var changed: [String: [UInt8]] = [:]
    private var added: [String] = []

    init(_ bytes: [UInt8]) throws(SheetReadingProblem) {
        do {
            zip = try ZipFile(bytes: bytes)
        } catch {
            throw SheetReadingProblem("The workbook cannot be changed: \(error.reason).")
        }
    }

    func contains(_ name: String) -> Bool { entry(name) != nil || added.contains(name) }

    private func entry(_ name: String) -> ZipFile.Entry? {
        // Names that differ in capitals alone are the same.
        zip.entries.first { $0.name == name } ?? zip.entries.first { $0.name.lowercased() == name.lowercased() }
    }

    /// What a part holds, which has to be UTF-8.
    func text(of name: String) throws(SheetReadingProblem) -> [UInt8] {
        guard let entry = entry(name) else { throw SheetReadingProblem("The workbook has no part \(name).") }
        if let bytes = changed[entry.name] { return bytes }
        do {
            let bytes = try zip.contents(of: entry)
            let start = String(decoding: bytes.prefix(120), as: UTF8.self).lowercased()
            guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]),
                !start.contains("encoding=") || start.contains("utf-8")
            else {
                throw SheetReadingProblem(
                    "The workbook is not kept as UTF-8. Save it again with Excel or LibreOffice.")
            }
            return bytes
        } catch let error as SheetReadingProblem {
            throw error
        } catch {
            throw SheetReadingProblem("A part of the workbook cannot be unpacked. Save it once more.")
        }
    }

    /// Puts other bytes into a part, or adds one.
    mutating func put(_ bytes: [UInt8], into name: String) {
        if let entry = entry(name) {
            changed[entry.name] = bytes
        } else {
            added.append(name)
            changed[name] = bytes
        }
    }

    /// The file with the changes.
    func file() throws(SheetReadingProblem) -> [UInt8] {
        do {
            var parts: [(name: String, bytes: [UInt8])] = []
            for entry in zip.entries { parts.append((entry.name, try changed[entry.name] ?? zip.contents(of: entry))) }
            for name in added { parts.append((name, changed[name] ?? [])) }
            return try ZipMaker.file(parts)
        } catch {
            throw SheetReadingProblem("The workbook cannot be made again: a part cannot be packed.")
        }
    }
}

/// The tags of an XML part that a reader has found to be well-formed, with where they are.
///
/// It is for changing a few of them while every other byte stays: what it reads is read again, by the reader, after the change.
struct XMLTags: Sequence, IteratorProtocol {
    struct Tag {
        /// The name without its prefix.
        let name: String
        /// The prefix with its colon; empty where there is none.
        let prefix: String
        /// From the opening bracket to behind the closing one.
        let range: Range<Int>
        let isEnd: Bool
        /// Whether it is an element without content.
        let isEmpty: Bool
    }

    private let bytes: [UInt8]
    private var index: Int
    private let end: Int

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        index = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    mutating func next() -> Tag? {
        while let start = bytes[Swift.min(index, end)..<end].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[start...].starts(with: "<!--".utf8) {
                index = find("-->", from: start + 4)
                continue
            }
            if bytes[start...].starts(with: "<![CDATA[".utf8) {
                index = find("]]>", from: start + 9)
                continue
            }
            guard start + 1 < end, bytes[start + 1] != UInt8(ascii: "!"), bytes[start + 1] != UInt8(ascii: "?") else {
                index = find(">", from: start)
                continue
            }
            var current = start + 1
            var quote: UInt8?
            while current < end {
                let byte = bytes[current]
                if let open = quote {
                    if byte == open { quote = nil }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    break
                }
                current += 1
            }
            guard current < end else { return nil }
            index = current + 1
            let isEnd = bytes[start + 1] == UInt8(ascii: "/")
            let name = bytes[(start + (isEnd ? 2 : 1))..<current].prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
            let text = String(decoding: name, as: UTF8.self)
            let colon = text.firstIndex(of: ":")
            return Tag(
                name: colon.map { String(text[text.index(after: $0)...]) } ?? text,
                prefix: colon.map { String(text[...$0]) } ?? "", range: start..<index, isEnd: isEnd,
                isEmpty: bytes[current - 1] == UInt8(ascii: "/"))
        }
        return nil
    }

    private func find(_ text: String, from start: Int) -> Int {
        var index = start
        while index < end, !bytes[index...].starts(with: text.utf8) { index += 1 }
        return Swift.min(index + text.utf8.count, end)
    }

    /// The value of an attribute of a tag, by its name with its prefix.
    static func attribute(_ name: String, of tag: Tag, in bytes: [UInt8]) -> String? {
        guard let range = range(of: name, of: tag, in: bytes) else { return nil }
        return String(decoding: bytes[range], as: UTF8.self).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }

    /// Where the value of an attribute of a tag is.
    static func range(of name: String, of tag: Tag, in bytes: [UInt8]) -> Range<Int>? {
        var index = tag.range.lowerBound + 1
        let end = tag.range.upperBound
        func skip(_ isSkipped: (UInt8) -> Bool) { while index < end, isSkipped(bytes[index]) { index += 1 } }
        skip { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        while index < end {
            skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
            let start = index
            skip { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
            let found = bytes[start..<index]
            skip { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
            guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
                return nil
            }
            let quote = bytes[index]
            let value = index + 1
            index = value
            skip { $0 != quote }
            if found.elementsEqual(name.utf8) { return value..<index }
            index += 1
        }
        return nil
    }

    /// Bytes with some ranges of them replaced.
    static func bytes(_ bytes: [UInt8], with splices: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for (_, splice) in splices.enumerated().sorted(by: {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }) {
            result += bytes[position..<Swift.max(position, splice.range.lowerBound)]
            result += Array(splice.text.utf8)
            position = splice.range.upperBound
        }
        return result + bytes[position...]
    }
}
