/// The part of a workbook with the texts that its cells name by their numbers.
enum TextsPart {
    static func beginning(_ texts: WorkbookTexts, uses: Int) -> [UInt8] {
        Array(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"\(uses)\" "
                + "uniqueCount=\"\(texts.count)\">").utf8)
    }

    static let end = Array("</sst>".utf8)

    static func write(
        _ texts: WorkbookTexts, to buffer: inout ByteBuffer, textDone: (inout ByteBuffer) throws -> Void
    ) rethrows {
        try texts.forEach { text in
            buffer.append("<si>")
            append(text, to: &buffer)
            buffer.append("</si>")
            try textDone(&buffer)
        }
    }

    /// Appends a text, of which spaces and line breaks at its ends are kept.
    static func append(_ text: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
        let hasSpace = (text.first.map { $0 <= 0x20 } ?? false) || (text.last.map { $0 <= 0x20 } ?? false)
        if hasSpace { buffer.append("<t xml:space=\"preserve\">") } else { buffer.append("<t>") }
        buffer.append(escaped: text)
        buffer.append("</t>")
    }
}
