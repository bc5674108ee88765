import Foundation

/// A value with some members changed in its JSON, as a file can hold what an initialiser would not take.
func throughJSON<Value: Codable>(_ value: Value, change: (inout [String: Any]) -> Void) throws -> Value {
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
    var members = object as? [String: Any] ?? [:]
    change(&members)
    return try JSONDecoder().decode(Value.self, from: JSONSerialization.data(withJSONObject: members))
}

/// A value written as JSON and read again.
func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}

/// The text that a value is written as in JSON.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// A value read from the text of its JSON.
func fromJSON<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
}
