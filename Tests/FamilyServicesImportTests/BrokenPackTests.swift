import FamilyServicesImport
import FamilyServicesKit
import Testing

/// A pack with one thing wrong, and what has to be said of it.
struct Broken: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String: String]
    /// The beginning of the message: `file:line:column: severity:`.
    let place: String
    /// A piece of the message.
    let says: String
    /// How many errors there are in all.
    let errors: Int

    init(_ name: String, _ files: [String: String], _ place: String, _ says: String, errors: Int = 1) {
        (self.name, self.files, self.place, self.says, self.errors) = (name, files, place, says, errors)
    }

    var testDescription: String { name }
}

@Suite("Broken packs")
struct BrokenPackTests {
    private func check(_ broken: Broken) throws {
        let pack = try PackOnDisk(broken.files)
        let result = pack.load()
        let problems = result.diagnostics.map(pack.text)
        let isFound = problems.contains { $0.hasPrefix(broken.place) && $0.contains(broken.says) }
        #expect(isFound, "\(problems.joined(separator: "\n"))")
        #expect(result.errors.count == broken.errors, "\(problems.joined(separator: "\n"))")
        #expect((result.pack == nil) == (broken.errors > 0))
    }

    @Test("Tables that are not well-formed", arguments: Broken.tables)
    func badTables(broken: Broken) throws { try check(broken) }

    @Test("Columns and cells", arguments: Broken.cells)
    func badCells(broken: Broken) throws { try check(broken) }

    @Test("YAML that is not well-formed, or more than YAML", arguments: Broken.documents)
    func badDocuments(broken: Broken) throws { try check(broken) }

    @Test("Keys and values", arguments: Broken.keys)
    func badKeys(broken: Broken) throws { try check(broken) }

    @Test("Names that lead nowhere or in circles", arguments: Broken.references)
    func badReferences(broken: Broken) throws { try check(broken) }
}
