/// Looks at how a value is spelled in a YAML file, to find what is valid and probably not meant.
struct YAMLSpelling {
    private let lines: YAMLLines
    /// The line that was looked at last: values often share one.
    private var cached: (number: Int, scalars: [Unicode.Scalar]) = (0, [])

    init(_ lines: YAMLLines) {
        self.lines = lines
    }

    /// A remark that ends a value.
    struct Remark {
        /// Where its `#` is.
        let position: Position
        /// Whether no blank follows the `#`, so that it was hardly meant for a remark: `#4`.
        let isTight: Bool
    }

    /// The remark behind a plain value.
    ///
    /// - Parameters:
    ///   - text: The value; empty where there is none.
    ///   - position: Where it begins.
    mutating func remark(behind text: String, at position: Position) -> Remark? {
        var line = position.line
        var scalars = self.scalars(of: line)
        var index = position.column - 1
        for wanted in text.unicodeScalars where !wanted.properties.isWhitespace {
            // Longer texts go on in the next lines.
            while true {
                while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
                if index < scalars.count { break }
                line += 1
                guard line <= lines.count else { return nil }
                (scalars, index) = (self.scalars(of: line), 0)
            }
            guard scalars[index] == wanted else { return nil }
            index += 1
        }
        let end = index
        while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
        guard index < scalars.count, scalars[index] == "#", index > end || text.isEmpty else { return nil }
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        return Remark(
            position: Position(line: line, column: index + 1),
            isTight: !next.properties.isWhitespace && next != "#" && next != "-" && next != "=")
    }

    /// The first code in a text in double quotes that somebody probably wrote as part of a path: `\t` in `"S:\team"`.
    mutating func escape(inQuotesAt position: Position) -> (position: Position, code: String)? {
        var line = position.line
        var scalars = self.scalars(of: line)
        var index = position.column
        var isPath = false
        while true {
            while index >= scalars.count {
                line += 1
                guard line <= lines.count else { return nil }
                (scalars, index) = (self.scalars(of: line), 0)
            }
            let scalar = scalars[index]
            if scalar == "\"" { return nil }
            if scalar == ":", index > 0, scalars[index - 1].properties.isAlphabetic, index + 1 < scalars.count,
                scalars[index + 1] == "\\"
            {
                isPath = true
            }
            guard scalar == "\\", index + 1 < scalars.count else {
                index += 1
                continue
            }
            let code = scalars[index + 1]
            // A line end is asked for by those who know the code; the others are hardly ever meant.
            if "abefrtv0N_LP".unicodeScalars.contains(code) || isPath && "nxuU".unicodeScalars.contains(code) {
                return (Position(line: line, column: index + 1), "\\" + String(code))
            }
            index += 2
        }
    }

    /// Whether a mapping is in braces, which it begins with.
    mutating func hasBrace(at position: Position) -> Bool {
        let scalars = self.scalars(of: position.line)
        return scalars.indices.contains(position.column - 1) && scalars[position.column - 1] == "{"
    }

    /// Whether a key in braces has a colon behind it.
    mutating func hasColon(behindKey text: String, at position: Position) -> Bool {
        let scalars = self.scalars(of: position.line)
        var index = position.column - 1
        var quote: Unicode.Scalar?
        if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" {
            quote = scalars[index]
            index += 1
        }
        for wanted in text.unicodeScalars where !wanted.properties.isWhitespace {
            while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
            // A key that goes on in the next line, or has codes in it, is taken to be one.
            guard index < scalars.count, scalars[index] == wanted else { return true }
            index += 1
        }
        if quote != nil { index += 1 }
        while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
        guard index < scalars.count else { return true }
        return scalars[index] == ":"
    }

    private mutating func scalars(of line: Int) -> [Unicode.Scalar] {
        if cached.number == line { return cached.scalars }
        cached = (line, Array(String(decoding: lines.line(line), as: UTF8.self).unicodeScalars))
        return cached.scalars
    }
}
