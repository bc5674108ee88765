import FamilyServicesKit

/// Encodes into a sink as it goes: members come in the order in which a type encodes them, and nothing is kept.
///
/// For that, a container must not be written to again once one that encloses it has gone on, which the compiler's own
/// encoding never does.
struct JSONStreamEncoder: Encoder {
    let state: JSONStreamState

    var codingPath: [any CodingKey] { state.path }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Encodes a value as the whole of a text.
    static func encode(_ value: some Encodable, to output: JSONOutput) throws {
        let state = JSONStreamState(output: output)
        try state.encode(value)
        try state.checkFailure()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectContainer<Key>(state: state, level: state.open(.object)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONListContainer(state: state, level: state.open(.list))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONValueContainer(state: state)
    }
}

/// The members of an object.
struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let state: JSONStreamState
    let level: JSONStreamState.Level

    var codingPath: [any CodingKey] { state.path }

    mutating func encodeNil(forKey key: Key) throws {
        try state.begin(key, in: level)
        try state.encodeNull()
    }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try state.begin(key, in: level)
        try state.encode(value, at: key)
    }

    // Every object of a type has the same members: a missing value is null and an empty list is []. The compiler's own encoding
    // comes here for optional members.

    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        if let value { return try encode(value, forKey: key) }
        guard T.self is any RangeReplaceableCollection.Type, T.self != String.self else {
            return try encodeNil(forKey: key)
        }
        try state.begin(key, in: level)
        try state.encodeEmptyList()
    }

    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }
    mutating func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try encodeOrNull(value, forKey: key) }

    private mutating func encodeOrNull(_ value: (some Encodable)?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        state.noteFailure { try state.begin(key, in: level) }
        return JSONStreamEncoder(state: state).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        state.noteFailure { try state.begin(key, in: level) }
        return JSONStreamEncoder(state: state).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        state.noteFailure { try state.begin(IndexKey(name: "super"), in: level) }
        return JSONStreamEncoder(state: state)
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        state.noteFailure { try state.begin(key, in: level) }
        return JSONStreamEncoder(state: state)
    }
}

/// The elements of a list.
struct JSONListContainer: UnkeyedEncodingContainer {
    let state: JSONStreamState
    let level: JSONStreamState.Level
    private(set) var count = 0

    init(state: JSONStreamState, level: JSONStreamState.Level) {
        self.state = state
        self.level = level
    }

    var codingPath: [any CodingKey] { state.path }

    mutating func encodeNil() throws {
        try begin()
        try state.encodeNull()
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        let key = IndexKey(index: count)
        try begin()
        try state.encode(value, at: key)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        state.noteFailure { try begin() }
        return JSONStreamEncoder(state: state).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        state.noteFailure { try begin() }
        return JSONStreamEncoder(state: state).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        state.noteFailure { try begin() }
        return JSONStreamEncoder(state: state)
    }

    private mutating func begin() throws {
        try state.begin(nil, in: level)
        count += 1
    }
}

/// A value that is not an object or a list.
struct JSONValueContainer: SingleValueEncodingContainer {
    let state: JSONStreamState

    var codingPath: [any CodingKey] { state.path }

    mutating func encodeNil() throws {
        try state.encodeNull()
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        try state.encode(value)
    }
}

/// A key that no type declares: the place in a list, or the name of a superclass's part.
struct IndexKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(index: Int) {
        stringValue = String(index)
        intValue = index
    }

    init(name: String) {
        stringValue = name
        intValue = nil
    }

    init?(stringValue: String) {
        self.init(name: stringValue)
    }

    init?(intValue: Int) {
        self.init(index: intValue)
    }
}
