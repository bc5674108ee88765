import ReportVocabulary

/// The members of a group.
struct OptionMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: OptionDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        decoder.record.note(open: codingPath)
        return decoder.memberNames.compactMap { Key(stringValue: $0) }
    }

    func contains(_ key: Key) -> Bool { decoder.member(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).decode(type) }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let member = decoder.member(key), !member.decodeNil() else {
            // What the option could be is worth knowing even where it is not there.
            if let choices = OptionChoices.list(type) {
                decoder.record.note(choices: choices, for: codingPath + [key])
            }
            return nil
        }
        return try member.decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try member(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        let key = OptionKey("super")
        return decoder.member(key) ?? decoder.absent(key)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { decoder.member(key) ?? decoder.absent(key) }

    private func member(_ key: Key) throws -> OptionDecoder {
        if let member = decoder.member(key) { return member }
        let path = codingPath + [key]
        let name = OptionPath.text(path)
        let error = ExportOptionsError(
            .missingOption, option: name, "The option \(MessageText.quoted(name)) has no default; give it a value.")
        throw DecodingError.keyNotFound(
            key,
            DecodingError.Context(codingPath: codingPath, debugDescription: error.message, underlyingError: error))
    }
}

/// The elements of a list.
struct OptionElements: UnkeyedDecodingContainer {
    let decoder: OptionDecoder
    let elements: [OptionNode]
    private(set) var currentIndex = 0

    init(decoder: OptionDecoder, elements: [OptionNode]) {
        self.decoder = decoder
        self.elements = elements
        decoder.record.note(element: -1, of: decoder.codingPath)
    }

    var codingPath: [any CodingKey] { decoder.codingPath }

    var count: Int? { elements.count }

    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try element().decodeNil() else { return false }
        advance()
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let value = try element().decode(type)
        advance()
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try element().container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try element().unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let element = try element()
        advance()
        return element
    }

    private mutating func advance() {
        decoder.record.note(element: currentIndex, of: codingPath)
        currentIndex += 1
    }

    private func element() throws -> OptionDecoder {
        let path = codingPath + [OptionKey(index: currentIndex)]
        guard !isAtEnd else {
            let name = OptionPath.text(codingPath)
            let error = ExportOptionsError(
                .invalidValue, option: name,
                "The option \(MessageText.quoted(name)) has \(elements.count) elements, which are too few.")
            throw DecodingError.valueNotFound(
                OptionNode.self,
                DecodingError.Context(codingPath: path, debugDescription: error.message, underlyingError: error))
        }
        return OptionDecoder(
            given: decoder.given == nil ? nil : elements[currentIndex],
            standard: decoder.given == nil ? elements[currentIndex] : nil, codingPath: path, record: decoder.record)
    }
}
