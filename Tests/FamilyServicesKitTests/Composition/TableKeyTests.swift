import FamilyServicesKit
import Testing

@Suite("The key of tables")
struct TableKeyTests {
    private func key(_ values: [Cell.Value]) -> TableKey {
        var key = TableKey()
        key.read(Table(name: "t", title: "T", columns: [TableColumn("A")], rows: values.map { [Cell($0)] }))
        return key
    }

    @Test("Explains the symbols that stand in place of figures, each once")
    func symbols() {
        let key = key([.missing(.suppressed), .missing(.notCollected), .missing(.notYetAvailable), .text("[c]")])
        #expect(
            key.sentences == [
                "[x] means not available: not collected, or not available yet.",
                "[c] means confidential: withheld so that nobody can be identified.",
            ])
        #expect(!key.hasEmptyCells)
    }

    @Test(
        "A symbol within a sentence is a word of the sentence",
        arguments: ["Two figures were [x] in the first draft.", "[c]ontinued", "See [low] and [z]", "a[u]", "[x]?"])
    func sentences(_ text: String) {
        #expect(key([.text(text)]).sentences.isEmpty)
    }

    @Test(
        "A printed figure that is a symbol, alone on its line, is explained", arguments: [" [z] ", "12\n[z]", "[z]\n"])
    func printed(_ text: String) {
        #expect(key([.text(text)]).reasons == [.notApplicable])
    }

    @Test("Says whether cells are empty")
    func blanks() {
        #expect(key([.empty]).hasEmptyCells && key([.text(" \n")]).hasEmptyCells)
        #expect(!key([.text("x"), .number(0, decimals: 0)]).hasEmptyCells)
        var facts = TableKey()
        facts.read([Fact("Council", "")])
        #expect(facts.hasEmptyCells && facts.sentences.isEmpty)
    }
}
