extension MarkdownText {
    /// Escapes a cleaned line and makes footnote references of the markers that name a footnote.
    static func escaped(_ line: String, in place: Place, notes: Footnotes) -> String {
        let (pieces, markers) = pieces(of: line, notes: notes)
        guard !markers.isEmpty else { return escaped(line, in: place) }
        var result = ""
        for (index, piece) in pieces.enumerated() {
            // Only what begins the line can begin a block.
            var text = escaped(piece, in: index == 0 ? place : place == .lineStart ? .inline : place)
            if index > 0 {
                result += NoteMarker.label(markers[index - 1].number)
                // These would make a link or an explanation of the reference.
                if let first = text.unicodeScalars.first, first == "(" || first == ":" { text = "\\" + text }
            }
            // This would make a picture of it.
            if index < markers.count, text.unicodeScalars.last == "!" { text = text.dropLast() + "\\!" }
            result += text
        }
        return result
    }

    /// A line without the markers that name a footnote and the spaces before them.
    ///
    /// There is one piece more than there are markers.
    static func pieces(of line: String, notes: Footnotes) -> (pieces: [String], markers: [NoteMarker]) {
        guard !notes.isEmpty, line.utf8.contains(UInt8(ascii: "[")) else { return ([line], []) }
        let scalars = Array(line.unicodeScalars)
        let markers = NoteMarker.all(in: scalars).filter { notes.contains($0.number) }
        var pieces: [String] = []
        var start = 0
        for marker in markers {
            let piece = scalars[start..<marker.range.lowerBound]
            let end = piece.lastIndex { $0 != " " }.map { $0 + 1 } ?? start
            pieces.append(text(piece[..<end]))
            start = marker.range.upperBound
        }
        pieces.append(text(scalars[start...]))
        return (pieces, markers)
    }

    private static func text(_ scalars: ArraySlice<UnicodeScalar>) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}
