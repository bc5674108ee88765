import Foundation

/// A file of reference results beside the tests.
enum VectorFile {
    static func load<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Vectors")
        return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(name)))
    }
}

/// Whether two numbers agree to a relative tolerance, or are both absent.
func agrees(_ found: Double?, _ expected: Double?, within tolerance: Double) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return abs(found - expected) <= tolerance * max(abs(found), abs(expected))
}
