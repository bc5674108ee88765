extension XMLScanner {
    // MARK: Elements

    /// Goes to the element at the top, which has to be one of the names of a namespace.
    package mutating func root(_ wanted: String, _ wantedNamespace: XMLNamespace) throws(XLSXReadingError) {
        guard try next() == .start, name == wanted, namespace == wantedNamespace else {
            throw malformed("it does not begin with “\(wanted)”")
        }
    }

    /// Goes through the elements that are right inside the one that began last.
    ///
    /// What the body leaves unread of an element is skipped.
    package mutating func children(
        _ body: (inout XMLScanner) throws(XLSXReadingError) -> Void
    ) throws(XLSXReadingError) {
        while true {
            switch try next() {
            case .start:
                let inner = depth
                try body(&self)
                try finish(inner)
            case .text: continue
            case .end, .finish: return
            }
        }
    }

    /// The text that is right inside the element that began last, to its end.
    package mutating func content() throws(XLSXReadingError) -> String {
        var result = ""
        while true {
            switch try next() {
            case .start: try finish(depth)
            case .text: result += isLiteral ? try literal(textRange) : try text(of: textRange)
            case .end, .finish: return result
            }
        }
    }

    /// Skips the rest of an element.
    private mutating func finish(_ inner: Int) throws(XLSXReadingError) {
        while depth >= inner { _ = try next() }
    }

    // MARK: Attributes

    /// The value of an attribute without a prefix, of the element that began last.
    package func attribute(_ wanted: StaticString) throws(XLSXReadingError) -> String? {
        let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
        for attribute in attributes
        where attribute.prefix.isEmpty && bytes[attribute.name].elementsEqual(wanted) {
            return try text(of: attribute.value)
        }
        return nil
    }

    /// The identifier of a relationship, as in `r:id`.
    func relationshipIdentifier() throws(XLSXReadingError) -> String? {
        for attribute in attributes
        where !attribute.prefix.isEmpty && bytes[attribute.name].elementsEqual("id".utf8) {
            if try resolve(attribute.prefix) == .relationships { return try text(of: attribute.value) }
        }
        return nil
    }

    /// Whether the element that began last says that its blanks are meant.
    var preservesSpace: Bool {
        attributes.contains {
            bytes[$0.prefix].elementsEqual("xml".utf8) && bytes[$0.name].elementsEqual("space".utf8)
                && bytes[$0.value].elementsEqual("preserve".utf8)
        }
    }

    // MARK: Texts

    /// A text with its references replaced.
    package func text(of range: Range<Int>) throws(XLSXReadingError) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else { return try literal(range) }
        var result = ""
        var index = range.lowerBound
        while let ampersand = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            result += try literal(index..<ampersand)
            guard let end = bytes[ampersand..<range.upperBound].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                throw malformed("“&” without a name")
            }
            result.unicodeScalars.append(try reference(bytes[(ampersand + 1)..<end]))
            index = end + 1
        }
        return result + (try literal(index..<range.upperBound))
    }

    private func reference(_ name: ArraySlice<UInt8>) throws(XLSXReadingError) -> Unicode.Scalar {
        let name = String(decoding: name, as: UTF8.self)
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        let number: UInt32? =
            if name.hasPrefix("#x") {
                Self.number(name.dropFirst(2), radix: 16)
            } else if name.hasPrefix("#") {
                Self.number(name.dropFirst(), radix: 10)
            } else {
                nil
            }
        guard let number, Self.isCharacter(number), let scalar = Unicode.Scalar(number) else {
            throw malformed("a reference to a character that there is not")
        }
        return scalar
    }

    private static func number(_ digits: Substring, radix: Int) -> UInt32? {
        // The initialiser would take a sign.
        digits.first?.isHexDigit == true ? UInt32(digits, radix: radix) : nil
    }

    /// Whether XML allows a character.
    private static func isCharacter(_ number: UInt32) -> Bool {
        switch number {
        case 0x09, 0x0A, 0x0D, 0x20..<0xFFFE, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    /// A text as it is written, with its line ends as line feeds.
    package func literal(_ range: Range<Int>) throws(XLSXReadingError) -> String {
        let slice = bytes[range]
        var isPlain = true
        for byte in slice where byte < 0x20 || byte >= 0x80 {
            guard byte >= 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D else {
                throw malformed("a control character")
            }
            if byte >= 0x80 || byte == 0x0D { isPlain = false }
        }
        let text = String(decoding: slice, as: UTF8.self)
        guard !isPlain else { return text }
        // Decoding replaces what is not UTF-8.
        guard text.utf8.elementsEqual(slice) else { throw malformed("bytes that are not UTF-8") }
        guard slice.contains(0x0D) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar != "\n" || previous != "\r" { result.append(scalar == "\r" ? "\n" : scalar) }
            previous = scalar
        }
        return String(result)
    }
}
