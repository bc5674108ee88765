import FamilyServicesKit
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test(
        "are any text that a person can type",
        arguments: [
            "a", "5b(ii)", "repeat-referrals", "INS SIF 2017", "É", "数", "a/b", String(repeating: "x", count: 120),
        ])
    func valid(text: String) throws {
        let id = try #require(Identifier<Indicator>(text))
        #expect(id.text == text)
        #expect(id.description == text)
        #expect(try roundTrip(id) == id)
    }

    @Test(
        "are never empty, too long, blank at an end or without a line of their own",
        arguments: [
            "", " ", " a", "a ", "a\u{A0}", "a\nb", "a\tb", "a\u{7F}b", "a\u{85}b", String(repeating: "x", count: 121),
            "a\u{301}" + String(repeating: "\u{301}", count: 500),
        ])
    func invalid(text: String) throws {
        #expect(Identifier<Indicator>(text) == nil)
        #expect(!Identifier<Indicator>.isValid(text))
        #expect(throws: DecodingError.self) { try roundTrip(Identifier<Indicator>(stringLiteral: text)) }
    }

    @Test("keep their case and are in order")
    func order() {
        #expect(Identifier<Area>("a") != Identifier<Area>("A"))
        #expect(["b", "a", "B"].compactMap { Identifier<Area>($0) }.sorted().map(\.text) == ["B", "a", "b"])
    }
}

@Suite("Access")
struct AccessTests {
    private let samples: [Access] = [
        .unrestricted, .exempt([.individual]), .exempt([.identity, .crime], reason: "r"), .restricted(under: "a"),
        .restricted(under: "b"),
        Access(exemptParagraphs: [.individual], publicInterestReason: "s", agreements: ["a", "b"]),
    ]

    /// What limits access: the reason is a remark, and the first one is kept.
    private func limits(_ access: Access) -> Access {
        Access(exemptParagraphs: access.exemptParagraphs, agreements: access.agreements)
    }

    @Test("combines to the strictest: in any order, in any grouping, and once is enough")
    func lattice() {
        for first in samples {
            #expect(first.combined(with: first) == first)
            #expect(first.combined(with: .unrestricted) == first)
            #expect(Access.unrestricted.combined(with: first) == first)
            for second in samples {
                let both = first.combined(with: second)
                #expect(limits(both) == limits(second.combined(with: first)))
                #expect(both.exemptParagraphs.isSuperset(of: first.exemptParagraphs))
                #expect(both.agreements.isSuperset(of: second.agreements))
                #expect(both.isUnrestricted == (first.isUnrestricted && second.isUnrestricted))
                for third in samples {
                    #expect(
                        first.combined(with: second).combined(with: third)
                            == first.combined(with: second.combined(with: third)))
                }
            }
        }
    }

    @Test("is written in order, and not at all where there is nothing to say")
    func coding() throws {
        #expect(try json(Access.unrestricted) == "{}")
        let access = Access(
            exemptParagraphs: [.crime, .individual], publicInterestReason: "r", agreements: ["b", "a"])
        #expect(try json(access) == #"{"agreements":["a","b"],"exemptParagraphs":[1,7],"publicInterestReason":"r"}"#)
        for sample in samples { #expect(try roundTrip(sample) == sample) }
        #expect(throws: DecodingError.self) { try fromJSON(Access.self, #"{"exemptParagraphs":[8]}"#) }
        #expect(ScheduleParagraph.allCases.map(\.rawValue) == Array(1...7))
        #expect(ScheduleParagraph.individual < .crime)
    }
}

@Suite("Reasons for a missing value")
struct MissingReasonTests {
    @Test(
        "are read from the shorthand of tables and the codes of data files",
        arguments: [
            ("[x]", MissingReason.notCollected), ("x", .notCollected), (":", .notCollected), ("X", .notCollected),
            ("[z]", .notApplicable), ("z", .notApplicable), ("[c]", .suppressed), ("c", .suppressed),
            ("[u]", .unreliable),
            ("u", .unreliable), ("[low]", .low), ("LOW", .low), ("k", .low), ("~", .low), ("[w]", .noneRecorded),
            ("w", .noneRecorded), ("not-yet-available", .notYetAvailable), ("suppressed", .suppressed),
        ])
    func shorthand(text: String, reason: MissingReason) {
        #expect(MissingReason(shorthand: text) == reason)
    }

    @Test("are not read from anything else", arguments: ["", "[]", "[", "n/a", "-", "0", "[x", "x]", "[[x]]"])
    func unknown(text: String) {
        #expect(MissingReason(shorthand: text) == nil)
    }

    @Test("are understood again when written, but for the two that share a sign", arguments: MissingReason.allCases)
    func written(reason: MissingReason) throws {
        let expected = reason == .notYetAvailable ? MissingReason.notCollected : reason
        #expect(MissingReason(shorthand: reason.shorthand) == expected)
        #expect(MissingReason(shorthand: reason.dataCode) == expected)
        #expect(MissingReason(shorthand: reason.rawValue) == reason)
        #expect(!reason.meaning.isEmpty)
        #expect(try roundTrip(reason) == reason)
    }
}

@Suite("Units")
struct MeasurementUnitTests {
    @Test("are written as they are read", arguments: MeasurementUnit.knownCodes + ["rate per 1", "rate per 100000"])
    func codes(code: String) throws {
        let unit = try #require(MeasurementUnit(code: code))
        #expect(unit.code == code)
        #expect(!unit.label.isEmpty)
        #expect(try json(unit) == "\"\(code)\"")
        #expect(try roundTrip(unit) == unit)
        #expect((0...15).contains(unit.usualDecimals))
    }

    @Test(
        "are none of anything else",
        arguments: [
            "", "Count", "per cent", "rate per 0", "rate per -1", "rate per ", "rate per 1.5", "gbp",
            "rate per 9999999999",
        ])
    func unknown(code: String) throws {
        #expect(MeasurementUnit(code: code) == nil)
        #expect(throws: DecodingError.self) { try fromJSON(MeasurementUnit.self, "\"\(code)\"") }
    }

    @Test("turn a fraction into a value")
    func factors() {
        #expect(MeasurementUnit.percent.factor == 100)
        #expect(MeasurementUnit.rate(per: 10_000).factor == 10_000)
        #expect(MeasurementUnit.count.factor == 1)
        #expect(MeasurementUnit.rate(per: 10_000).label == "per 10,000")
    }
}

@Suite("Codes of areas")
struct AreaCodeTests {
    @Test("have one form each")
    func codes() throws {
        #expect(ONSCode("E09000003")?.text == "E09000003")
        for text in ["", "e09000003", "E0900000", "E090000033", "E0900000A", "E٠9000003", "EE9000003"] {
            #expect(ONSCode(text) == nil)
            #expect(throws: DecodingError.self) { try fromJSON(ONSCode.self, "\"\(text)\"") }
        }
        #expect(DfECode("302")?.text == "302")
        for text in ["", "200", "30", "3020", "3O2", "-30"] {
            #expect(DfECode(text) == nil)
            #expect(throws: DecodingError.self) { try fromJSON(DfECode.self, "\"\(text)\"") }
        }
        for code in [ONSCode.england, .london, .innerLondon, .outerLondon] { #expect(ONSCode(code.text) == code) }
    }
}

@Suite("Shares of a whole")
struct PercentageTests {
    @Test("lie between 0 and 100", arguments: [0, 0.1, 50, 100, -0.0])
    func valid(value: Double) throws {
        #expect(try Percentage(value).value == value)
        #expect(try roundTrip(try Percentage(value)) == Percentage(value))
    }

    @Test("never lie elsewhere", arguments: [-0.1, 100.1, .infinity, -.infinity, .nan])
    func invalid(value: Double) {
        #expect(throws: PercentageError.self) { try Percentage(value) }
        #expect(throws: DecodingError.self) { try fromJSON(Percentage.self, "101") }
    }
}
