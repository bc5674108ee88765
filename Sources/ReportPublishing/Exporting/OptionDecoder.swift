import ReportVocabulary

/// Decodes options from what was given, and from the default options where nothing was given.
///
/// The encoded default options lie beneath what was given, so that a type with synthesised coding can be given some of its
/// options only.
struct OptionDecoder: Decoder {
    /// What was given here.
    let given: OptionNode?
    /// What the default options have here.
    let standard: OptionNode?
    let codingPath: [any CodingKey]
    let record: OptionRecord

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    var node: OptionNode { given ?? standard ?? .null }

    /// The names of the members; of those that were given, if any were.
    var memberNames: [String] {
        guard case .object(let members) = node else { return [] }
        return members.map(\.name)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object = node else { throw mismatch([String: OptionNode].self, "a group of options") }
        return KeyedDecodingContainer(OptionMembers<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let elements = node.elements else { throw mismatch([OptionNode].self, "a list") }
        return OptionElements(decoder: self, elements: elements)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    /// The decoder for a member, which may be absent.
    func member(_ key: any CodingKey) -> OptionDecoder? {
        record.note(key.stringValue, in: codingPath)
        // What asks for all names is a dictionary or one of several cases, which is replaced as a whole.
        let isReplaced = self.given != nil && record.isOpen(codingPath)
        let given = given?[key.stringValue]
        let standard = isReplaced ? nil : standard?[key.stringValue]
        guard given != nil || standard != nil else { return nil }
        return OptionDecoder(given: given, standard: standard, codingPath: codingPath + [key], record: record)
    }

    /// The decoder for something that is not there.
    func absent(_ key: any CodingKey) -> OptionDecoder {
        OptionDecoder(given: nil, standard: nil, codingPath: codingPath + [key], record: record)
    }

    /// The error for a value of the wrong type.
    func mismatch(_ type: any Any.Type, _ wanted: String) -> DecodingError {
        let name = OptionPath.text(codingPath)
        let subject = name.isEmpty ? "What was given for the options" : "The option \(MessageText.quoted(name))"
        let option = name.isEmpty ? nil : name
        let error =
            given == nil && node == .null
            ? ExportOptionsError(
                .missingOption, option: option, "\(subject) has no default; give it a value, which is \(wanted).")
            : ExportOptionsError(
                .invalidValue, option: option, "\(subject) is \(node.words), but should be \(wanted).")
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: error.message, underlyingError: error)
        return node == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension OptionDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { node == .null }

    // One generic function stands for all that the protocol asks for.
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let choices = OptionChoices.list(type)
        if let choices { record.note(choices: choices, for: codingPath) }
        if let scalar = type as? any OptionScalar.Type {
            guard let value = scalar.optionValue(node) as? T else { throw mismatch(type, scalar.optionWords) }
            return value
        }
        do {
            return try T(from: self)
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.count == codingPath.count {
            guard let choices else { throw DecodingError.dataCorrupted(context) }
            let nearest = node.assignable.flatMap { NearestName.nearest(to: $0, among: choices) }
            let hint = nearest.map { "; did you mean \(MessageText.quoted($0))?" } ?? "."
            throw mismatch(type, "one of: " + choices.joined(separator: ", "), hint)
        }
    }

    private func mismatch(_ type: any Any.Type, _ wanted: String, _ hint: String) -> DecodingError {
        let name = OptionPath.text(codingPath)
        let error = ExportOptionsError(
            .invalidValue, option: name.isEmpty ? nil : name,
            "The option \(MessageText.quoted(name)) is \(node.words), but should be \(wanted)\(hint)")
        return .dataCorrupted(
            DecodingError.Context(codingPath: codingPath, debugDescription: error.message, underlyingError: error))
    }
}

/// The values of a type, where they can be listed.
enum OptionChoices {
    static func list(_ type: any Any.Type) -> [String]? {
        if type == Bool.self { return ["true", "false"] }
        guard let type = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        return rawValues(type)
    }

    private static func rawValues<T: CaseIterable & RawRepresentable>(_ type: T.Type) -> [String] {
        type.allCases.map { "\($0.rawValue)" }
    }
}
