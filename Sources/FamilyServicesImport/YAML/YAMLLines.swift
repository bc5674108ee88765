/// The lines of a YAML file, for turning the parser's places into places as people count them.
struct YAMLLines {
    private let bytes: [UInt8]
    /// The first byte of each line.
    private let starts: [Int]

    init(_ text: FileText) {
        bytes = text.bytes
        var starts = [text.start]
        var index = text.start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            if byte == 0x0A || byte == 0x0D { starts.append(index) }
        }
        self.starts = starts
    }

    /// The bytes of a line, its end included; empty where there is no such line.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        guard starts.indices.contains(number - 1) else { return [] }
        let end = number < starts.count ? starts[number] : bytes.count
        return bytes[starts[number - 1]..<end]
    }

    /// How many lines there are.
    var count: Int { starts.count }

    /// The parser counts columns in Unicode scalars; this counts them in characters.
    func charactersColumn(_ position: Position) -> Int {
        let line = line(position.line)
        guard line.contains(where: { $0 >= 0x80 }) else { return position.column }
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.prefix(max(0, position.column - 1))
        return String(String.UnicodeScalarView(scalars)).count + 1
    }
}
