import FamilyServicesKit

/// How far an encoding into a sink has come: which objects and lists are open.
final class JSONStreamState {
    enum Kind {
        case object, list
    }

    /// An open object or list; `serial` tells it from others that were open at the same depth.
    struct Level {
        let depth: Int
        let serial: Int
    }

    private struct OpenLevel {
        let kind: Kind
        let serial: Int
        var isEmpty = true
    }

    let output: JSONOutput
    /// The keys and indices from the outermost in.
    private(set) var path: [any CodingKey] = []

    private var levels: [OpenLevel] = []
    private var serial = 0
    /// Whether a value is due: at the start, after a key, and at the place of an element.
    private var isValueDue = true
    /// What went wrong where nothing could be thrown.
    private var failure: (any Error)?

    init(output: JSONOutput) {
        self.output = output
    }

    /// Throws what could not be thrown where it happened.
    func checkFailure() throws {
        if let failure { throw failure }
    }

    /// Does something where nothing can be thrown.
    func noteFailure(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            failure = failure ?? error
        }
    }

    /// Opens an object or list as the value that is due.
    func open(_ kind: Kind) -> Level {
        noteFailure { try takeValue() }
        output.text.append(byte: UInt8(ascii: kind == .object ? "{" : "["))
        serial += 1
        levels.append(OpenLevel(kind: kind, serial: serial))
        return Level(depth: levels.count - 1, serial: serial)
    }

    /// Goes on in an object or list: closes what is open in it, and writes the key of the value that is now due.
    ///
    /// - Parameters:
    ///   - key: The key; `nil` for an element of a list.
    ///   - level: The object or list.
    func begin(_ key: (any CodingKey)?, in level: Level) throws {
        try checkFailure()
        guard level.depth < levels.count, levels[level.depth].serial == level.serial else {
            throw misuse("An object or list was written to after one around it had gone on.")
        }
        close(to: level.depth + 1)
        if !levels[level.depth].isEmpty { output.text.append(byte: UInt8(ascii: ",")) }
        levels[level.depth].isEmpty = false
        if let key {
            output.text.append(quoted: key.stringValue)
            output.text.append(byte: UInt8(ascii: ":"))
        }
        isValueDue = true
    }

    /// Encodes a value at a key.
    func encode(_ value: some Encodable, at key: some CodingKey) throws {
        path.append(key)
        defer { path.removeLast() }
        try encode(value)
    }

    /// Encodes the value that is due.
    func encode<T: Encodable>(_ value: T) throws {
        switch value {
        case let text as String:
            try takeValue()
            output.text.append(quoted: text)
        case let number as Double:
            guard number.isFinite else { throw notFinite(number, at: path) }
            try takeValue()
            output.text.append(number, hasPoint: false)
        case let flag as Bool:
            try takeValue()
            output.text.append(flag)
        case let number as any BinaryInteger:
            try takeValue()
            output.text.append(number)
        default:
            try encodeParts(of: value)
        }
        try output.drainIfFull()
    }

    func encodeNull() throws {
        try takeValue()
        output.text.append("null")
    }

    func encodeEmptyList() throws {
        try takeValue()
        output.text.append("[]")
    }

    private func encodeParts<T: Encodable>(of value: T) throws {
        let depth = levels.count
        // Nearly all of a great document are its observations. The type is asked for first: a cast alone would go through
        // every list.
        if T.self == [Observation].self, let observations = value as? [Observation] {
            try takeValue()
            try write(observations)
        } else {
            try value.encode(to: JSONStreamEncoder(state: self))
            // A type that encodes nothing is an object without members.
            if isValueDue { _ = open(.object) }
        }
        close(to: depth)
    }

    private func write(_ observations: [Observation]) throws {
        output.text.append("[")
        var writer = ObservationText()
        try output.writeEach(of: observations, progress: 0.05...0.9) { index, observation, text in
            if index > 0 { text.append(",") }
            do throws(ObservationText.NotFinite) {
                try writer.append(observation, to: &text)
            } catch {
                let place = [IndexKey(index: index)] + error.path.map { IndexKey(name: $0) }
                throw notFinite(error.number, at: path + place)
            }
        }
        output.text.append("]")
    }

    private func close(to depth: Int) {
        while levels.count > depth, let level = levels.popLast() {
            output.text.append(byte: UInt8(ascii: level.kind == .object ? "}" : "]"))
        }
    }

    private func takeValue() throws {
        try checkFailure()
        guard isValueDue else { throw misuse("A second value was written where one is due.") }
        isValueDue = false
    }

    private func misuse(_ message: String) -> EncodingError {
        .invalidValue("", EncodingError.Context(codingPath: path, debugDescription: message))
    }

    private func notFinite(_ number: Double, at path: [any CodingKey]) -> EncodingError {
        .invalidValue(number, EncodingError.Context(codingPath: path, debugDescription: "\(number) is not finite."))
    }
}
