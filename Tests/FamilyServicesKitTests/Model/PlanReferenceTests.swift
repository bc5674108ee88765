import Testing

import FamilyServicesKit
@testable import ReportModel

@Suite("A reference to a plan")
struct PlanReferenceTests {
    @Test(
        "is read into theme, outcome and action, and printed as it came",
        arguments: [
            ("5b(ii)", "5", "b", 2), ("6a(ix)", "6", "a", 9), ("5B(II)", "5", "b", 2), ("5b", "5", "b", nil),
            ("5", "5", nil, nil), ("5(iv)", "5", nil, 4), ("T6", "T", nil, 6), ("T", "T", nil, nil),
            ("ABCD12", "ABCD", nil, 12),
            ("12c(cccxcix)", "12", "c", 399),
        ] as [(String, String, String?, Int?)])
    func forms(text: String, theme: String, outcome: String?, action: Int?) throws {
        let reference = try PlanReference(text)
        #expect(reference.theme == theme)
        #expect(reference.outcome == outcome)
        #expect(reference.action == action)
        #expect(reference.description == text)
        #expect(try json(reference) == "\"\(text)\"")
        #expect(try roundTrip(reference).text == text)
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "5b(iiii)", "5b(vx)", "5b(ic)", "5b()", "5b(ii", "5b ii", "5bc(i)", "(ii)", "b(ii)", "t6", "ABCDE1",
            "1234a",
            "5b(cd)", "5b(ii)x", "5b(1)", "T-6", "5b(iI )", "5é", "٥b", "T6a",
        ])
    func refused(text: String) throws {
        let error = try #require(throws: PlanReferenceError.self) { try PlanReference(text) }
        #expect(error.description.contains("“\(text)”"))
        #expect(error.description.contains("5b(ii)"))
        #expect(throws: DecodingError.self) { try fromJSON(PlanReference.self, "\"\(text)\"") }
    }

    @Test("is equal to one that means the same, however it is written")
    func equality() throws {
        let small = try PlanReference("5b(ii)")
        let capital = try PlanReference("5B(II)")
        #expect(small == capital)
        #expect(small.hashValue == capital.hashValue)
        #expect(Set([small, capital]).count == 1)
        #expect(!(small < capital) && !(capital < small))
        #expect(capital.text == "5B(II)")
        #expect(try PlanReference("5b(i)") != small)
        #expect(try PlanReference("5") != PlanReference("5b"))
    }

    @Test("is in order by theme, outcome and the value of the numeral")
    func order() throws {
        let sorted = [
            "S1", "T", "T1", "T6", "T10", "2", "2a", "2a(i)", "2b(i)", "5b(iv)", "5b(v)", "6a(viii)", "6a(ix)", "6a(x)",
            "10a(i)",
        ]
        let references = try sorted.map { try PlanReference($0) }
        #expect(references.shuffled().sorted().map(\.text) == sorted)
        for (left, right) in zip(references, references.dropFirst()) {
            #expect(left < right)
            #expect(!(right < left))
        }
    }

    @Test("has a numeral for every number from 1 to 399, each its own")
    func numerals() throws {
        var seen: Set<String> = []
        for number in 1...399 {
            let text = RomanNumeral.text(for: number)
            #expect(RomanNumeral.value(of: text[...]) == number)
            #expect(RomanNumeral.value(of: text.uppercased()[...]) == number)
            #expect(try PlanReference("5b(\(text))").action == number)
            #expect(seen.insert(text).inserted)
        }
        #expect(RomanNumeral.value(of: "") == nil)
        #expect(RomanNumeral.value(of: "cd") == nil)
        #expect(RomanNumeral.value(of: String(repeating: "c", count: 10_000)[...]) == nil)
    }
}
