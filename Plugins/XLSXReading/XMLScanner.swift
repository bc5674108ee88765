/// Takes an XML part of a workbook apart, piece by piece.
///
/// It knows what workbooks use of XML and nothing that makes work: elements with namespaces, attributes, texts, CDATA,
/// character references and the five predefined entities. Document types are refused, so that there is nothing to expand and
/// nothing to fetch; so are names and nesting beyond any that a workbook has.
package struct XMLScanner {
    /// A piece.
    package enum Event {
        /// An element begins; ``XMLScanner/name`` and the attributes are its.
        case start
        /// The element that began last and has not ended, ends.
        case end
        /// Text in an element.
        case text
        /// There is nothing more.
        case finish
    }

    /// An attribute, by where it is among the bytes.
    package struct Attribute {
        package let prefix: Range<Int>
        package let name: Range<Int>
        package let value: Range<Int>
    }

    static let mostAttributes = 128
    static let mostDepth = 64

    package let part: String
    package let bytes: [UInt8]
    /// The name of the element that began last, without a prefix.
    package private(set) var name = ""
    /// The namespace of that element.
    package private(set) var namespace = XMLNamespace.other
    package private(set) var attributes: [Attribute] = []
    package private(set) var textRange = 0..<0
    /// Whether the text has no references.
    package private(set) var isLiteral = false

    private var index = 0
    /// The names of the open elements as they are written.
    private var open: [Range<Int>] = []
    private var bindings: [Binding] = []
    private var isEmptyElement = false
    private var hasRoot = false

    /// What a prefix stands for in an element and those inside it.
    private struct Binding {
        let prefix: Range<Int>
        let namespace: XMLNamespace
        let depth: Int
    }

    /// Begins at the start of a part.
    ///
    /// - Throws: ``XLSXReadingError`` where the part is not text in UTF-8 or UTF-16.
    package init(_ contents: [UInt8], part: String) throws(XLSXReadingError) {
        self.part = part
        bytes = try XMLEncoding.utf8(contents, part: part)
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// How many elements are open.
    package var depth: Int { open.count }

    /// Whether the element that began last is one of the language of sheets.
    package func isSheetElement(_ wanted: String) -> Bool { namespace == .sheets && name == wanted }

    // MARK: Pieces

    /// Goes on to the next piece.
    package mutating func next() throws(XLSXReadingError) -> Event {
        if isEmptyElement {
            isEmptyElement = false
            close()
            return .end
        }
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                if open.isEmpty {
                    guard bytes[start..<index].allSatisfy(Self.isBlank) else {
                        throw malformed("text outside an element")
                    }
                    continue
                }
                (textRange, isLiteral) = (start..<index, false)
                return .text
            }
            switch byte(index + 1) {
            case UInt8(ascii: "?"):
                try skip(past: "?>", from: index + 2)
            case UInt8(ascii: "!"):
                if starts(with: "<!--") {
                    try skip(past: "-->", from: index + 4)
                } else if starts(with: "<![CDATA["), !open.isEmpty {
                    let start = index + 9
                    try skip(past: "]]>", from: start)
                    (textRange, isLiteral) = (start..<(index - 3), true)
                    return .text
                } else {
                    throw malformed("a document type, which no workbook has")
                }
            case UInt8(ascii: "/"):
                try endTag()
                return .end
            default:
                try startTag()
                return .start
            }
        }
        guard hasRoot, open.isEmpty else { throw malformed("it ends too early") }
        return .finish
    }

    private mutating func startTag() throws(XLSXReadingError) {
        guard !open.isEmpty || !hasRoot else { throw malformed("a second element at the top") }
        hasRoot = true
        index += 1
        let (prefix, local) = try qualifiedName()
        open.append((prefix.isEmpty ? local.lowerBound : prefix.lowerBound)..<local.upperBound)
        guard open.count <= Self.mostDepth else { throw malformed("elements nested over \(Self.mostDepth) deep") }
        attributes.removeAll(keepingCapacity: true)
        while true {
            let hasBlank = skipBlanks()
            let next = byte(index)
            if next == UInt8(ascii: ">") {
                index += 1
                break
            }
            if next == UInt8(ascii: "/"), byte(index + 1) == UInt8(ascii: ">") {
                index += 2
                isEmptyElement = true
                break
            }
            guard hasBlank else { throw malformed("an element that is not written as one") }
            try attribute()
        }
        name = String(decoding: bytes[local], as: UTF8.self)
        namespace = try resolve(prefix)
    }

    private mutating func endTag() throws(XLSXReadingError) {
        index += 2
        let (prefix, local) = try qualifiedName()
        _ = skipBlanks()
        let name = bytes[(prefix.isEmpty ? local.lowerBound : prefix.lowerBound)..<local.upperBound]
        guard byte(index) == UInt8(ascii: ">"), let last = open.last, bytes[last].elementsEqual(name) else {
            throw malformed("an element that ends where another began")
        }
        index += 1
        close()
    }

    private mutating func close() {
        while let last = bindings.last, last.depth == open.count { bindings.removeLast() }
        open.removeLast()
    }

    private mutating func attribute() throws(XLSXReadingError) {
        let (prefix, local) = try qualifiedName()
        _ = skipBlanks()
        guard byte(index) == UInt8(ascii: "=") else { throw malformed("an attribute without a value") }
        index += 1
        _ = skipBlanks()
        let quote = byte(index)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw malformed("an attribute without quotation marks")
        }
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != quote {
            guard bytes[index] != UInt8(ascii: "<") else { throw malformed("“<” in an attribute") }
            index += 1
        }
        guard index < bytes.count else { throw malformed("it ends too early") }
        let value = start..<index
        index += 1
        for other in attributes where bytes[other.name] == bytes[local] && bytes[other.prefix] == bytes[prefix] {
            throw malformed("an attribute that is there twice")
        }
        attributes.append(Attribute(prefix: prefix, name: local, value: value))
        guard attributes.count <= Self.mostAttributes else {
            throw malformed("over \(Self.mostAttributes) attributes in an element")
        }
        if bytes[prefix].elementsEqual("xmlns".utf8) {
            bindings.append(Binding(prefix: local, namespace: try .init(text(of: value)), depth: open.count))
        } else if prefix.isEmpty, bytes[local].elementsEqual("xmlns".utf8) {
            bindings.append(Binding(prefix: 0..<0, namespace: try .init(text(of: value)), depth: open.count))
        }
    }

    /// What a prefix stands for; none stands for the namespace of elements without one.
    package func resolve(_ prefix: Range<Int>) throws(XLSXReadingError) -> XMLNamespace {
        for binding in bindings.reversed() where bytes[binding.prefix].elementsEqual(bytes[prefix]) {
            return binding.namespace
        }
        guard prefix.isEmpty || ["xml", "xmlns"].contains(String(decoding: bytes[prefix], as: UTF8.self)) else {
            throw malformed("a prefix that is not declared")
        }
        return .other
    }

    // MARK: Bytes

    private func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

    private func starts(with text: StaticString) -> Bool {
        bytes[index...].prefix(text.utf8CodeUnitCount).elementsEqual(
            UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// - Returns: Whether there were any.
    private mutating func skipBlanks() -> Bool {
        let start = index
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        return index > start
    }

    private mutating func skip(past end: StaticString, from start: Int) throws(XLSXReadingError) {
        index = start
        while index < bytes.count {
            if starts(with: end) {
                index += end.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw malformed("it ends too early")
    }

    private mutating func qualifiedName() throws(XLSXReadingError) -> (prefix: Range<Int>, local: Range<Int>) {
        let start = index
        var colon: Int?
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") {
                guard colon == nil else { throw malformed("a name with two colons") }
                colon = index
            } else if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "=")
                || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
                || byte == UInt8(ascii: "&")
            {
                break
            }
            index += 1
        }
        let local = (colon.map { $0 + 1 } ?? start)..<index
        guard !local.isEmpty, colon != start, index - start <= 1_000 else {
            throw malformed("an element that is not written as one")
        }
        return (colon.map { start..<$0 } ?? 0..<0, local)
    }

    package func malformed(_ what: String) -> XLSXReadingError {
        XLSXReadingError(
            .malformedPart,
            "The XML of the workbook is not as it should be: \(what). Open the workbook in Excel or LibreOffice and save it "
                + "again as an Excel workbook (.xlsx).",
            part: part)
    }
}
