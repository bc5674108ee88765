import ReportVocabulary

// The usual way is not written, and read where nothing is: documents of before there was a choice stay as they are. The
// compiler's own Codable of the types that hold an accumulation picks these overloads.
extension KeyedDecodingContainer {
    func decode(_ type: Accumulation.Type, forKey key: Key) throws -> Accumulation {
        try decodeIfPresent(type, forKey: key) ?? .period
    }
}

extension KeyedEncodingContainer {
    mutating func encode(_ value: Accumulation, forKey key: Key) throws {
        try encodeIfPresent(value == .period ? nil : value, forKey: key)
    }
}
