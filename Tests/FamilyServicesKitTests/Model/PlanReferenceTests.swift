import Testing

import FamilyServicesKit
@testable import ReportModel

@Suite("A reference to a plan")
struct PlanReferenceTests {
    @Test(
        "is any text that a council writes, and is printed as it came",
        arguments: [
            "5b(ii)", "T6", "1.1", "1.1.1", "P1.2", "CP-01", "00123", "5B(II)", "1.1.", "Action 3", "RÉF-2", "2/14",
            "A",
        ])
    func forms(text: String) throws {
        let reference = try PlanReference(text)
        #expect(reference.text == text)
        #expect(reference.description == text)
        #expect(try roundTrip(reference).text == text)
    }

    @Test("is part of others, the nearest first")
    func wholes() throws {
        func wholes(_ text: String) throws -> [String] { try PlanReference(text).wholes.map(\.text) }
        #expect(try wholes("1.1.1") == ["1.1.1", "1.1", "1"])
        #expect(try wholes("5b(ii)") == ["5b(ii)", "5b", "5"])
        #expect(try wholes("P1.2") == ["P1.2", "P1", "P"])
        #expect(try wholes("CP-01") == ["CP-01", "CP"])
        #expect(try wholes("T6") == ["T6", "T"])
        #expect(try wholes("00123") == ["00123"])
    }

    @Test(
        "is one line with a letter or digit, and without the sign that stands between references",
        arguments: [
            "", " ", "-", "1;2", "1\n2", "1\u{2028}2", "a\u{0}", String(repeating: "1", count: 61),
        ])
    func refused(text: String) throws {
        let error = try #require(throws: PlanReferenceError.self) { try PlanReference(text) }
        #expect(error.description.contains("cannot be a plan reference"))
        #expect(throws: (any Error).self) { try fromJSON(PlanReference.self, "\"\(text)\"") }
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
        #expect(try PlanReference("00123") != PlanReference("123"))
        #expect(try PlanReference("1.10") != PlanReference("1.1"))
        #expect(try PlanReference("1.1.") == PlanReference("1.1"))
    }

    @Test("is in order as people count")
    func order() throws {
        let sorted = [
            "S1", "T", "T1", "T6", "T10", "2", "2a", "2a(i)", "2b(i)", "5b(iv)", "5b(v)", "6a(viii)", "6a(ix)", "6a(x)",
            "10a(i)",
        ]
        let references = try sorted.map { try PlanReference($0) }
        #expect(references.shuffled().sorted().map(\.text) == sorted)
        for counted in [
            ["1.1", "1.2", "1.9", "1.10", "1.10.1", "1.10.2", "2.1"], ["CP-1", "CP-2", "CP-10"],
            ["P1.2", "P1.10", "P2.1"], ["3(a)", "3(b)", "3(c)", "3(l)"], ["7(viii)", "7(ix)", "7(x)", "7(xi)"],
            ["9", "09", "10", "0123", "00124"],
        ] {
            #expect(try counted.shuffled().map { try PlanReference($0) }.sorted().map(\.text) == counted)
        }
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
            #expect(seen.insert(text).inserted)
        }
        #expect(RomanNumeral.value(of: "") == nil)
        #expect(RomanNumeral.value(of: "cd") == nil)
        #expect(RomanNumeral.value(of: String(repeating: "c", count: 10_000)[...]) == nil)
    }
}
