import FamilyServicesKit

/// The bytes of a text file, known to be UTF-8.
struct FileText {
    /// Everything in the file.
    let bytes: [UInt8]
    /// Where the text begins: after a byte-order mark.
    let start: Int
    /// The number of the sheet that the bytes are the cells of, where they are (``SheetText``).
    let sheet: Int?

    /// Takes the cells of a sheet.
    init(cells bytes: [UInt8], ofSheet sheet: Int) {
        (self.bytes, start, self.sheet) = (bytes, 0, sheet)
    }

    /// Takes the bytes of a file, or reports why they are not text.
    ///
    /// - Returns: `nil` where the bytes are not UTF-8; the reason is reported.
    init?(_ bytes: [UInt8], kind: PackFile.Format, problems: FileProblems) {
        if let what = Self.signature(of: bytes) {
            problems.error(
                .file, at: .start, "This is \(what), not a \(kind.noun). \(kind.howToSave)")
            return nil
        }
        let start = Self.mark(of: bytes).count
        if let offset = UTF8Check.firstProblem(in: bytes, from: start) {
            let position = Self.position(of: offset, in: bytes, from: start)
            problems.error(.syntax, at: position, Self.message(for: bytes, at: offset, position, kind))
            return nil
        }
        self.bytes = bytes
        self.start = start
        sheet = nil
    }

    /// The byte-order mark at the beginning of a file; empty where there is none.
    static func mark(of bytes: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.starts(with: mark) ? mark : []
    }

    /// What a file is by its first bytes, where it is not text.
    private static func signature(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return "a ZIP archive (an Excel workbook with another name, perhaps)"
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel or Word file" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
        if bytes.starts(with: Array("%PDF-".utf8)) { return "a PDF file" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "text in UTF-16 (“Unicode Text” in Excel)"
        }
        return nil
    }

    private static func message(
        for bytes: [UInt8], at offset: Int, _ position: Position, _ kind: PackFile.Format
    ) -> String {
        let byte = bytes[offset]
        guard byte != 0 else {
            let isWide = bytes.count > offset + 2 && bytes[offset + 2] == 0
            return "A zero byte, which no text has. "
                + (isWide
                    ? "The file looks like UTF-16 (“Unicode Text” in Excel). " : "The file is damaged or no text. ")
                + kind.howToSave
        }
        let digits = String(byte, radix: 16, uppercase: true)
        let guess =
            WindowsCharacters.character(for: byte).map { " In an old Windows encoding it would be “\($0)”." } ?? ""
        return "The byte 0x\(digits) in line \(position.line) is not UTF-8.\(guess) \(kind.howToSave)"
    }

    /// Where a byte is, in lines and characters.
    static func position(of offset: Int, in bytes: [UInt8], from start: Int) -> Position {
        var line = 1
        var lineStart = start
        var index = start
        while index < offset {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                if index < offset {
                    line += 1
                    lineStart = index + 1
                }
            }
            index += 1
        }
        return Position(line: line, column: characters(in: bytes[min(lineStart, offset)..<offset]) + 1)
    }

    /// How many characters some bytes hold.
    static func characters(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
    }
}
