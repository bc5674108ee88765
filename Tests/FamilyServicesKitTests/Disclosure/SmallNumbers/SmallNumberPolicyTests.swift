import Foundation
import Testing

import FamilyServicesKit
@testable import SmallNumbers

@Suite("A policy for small numbers")
struct SmallNumberPolicyTests {
    @Test("hides counts from 1 to its threshold and shows all others as they are")
    func suppression() {
        let policy = SmallNumberPolicy.suppressOneToFive
        #expect(
            (0...7).map { policy.presentation(of: $0) } == [
                .shown(0), .hidden, .hidden, .hidden, .hidden, .hidden, .shown(6), .shown(7),
            ])
        #expect(policy.threshold == 5)
    }

    @Test("rounds half up to its base and masks the low band, so that nobody looks like zero")
    func rounding() throws {
        let policy = SmallNumberPolicy.roundToFive
        #expect(
            [0, 1, 7, 8, 12, 13, 17, 18].map { policy.presentation(of: $0) } == [
                .shown(0), .masked, .masked, .shown(10), .shown(10), .shown(15), .shown(15), .shown(20),
            ])
        let tens = try SmallNumberPolicy(.round(toNearest: 10, maskingUpTo: 4))
        #expect(
            [4, 5, 14, 15, 24, 25].map { tens.presentation(of: $0) } == [
                .masked, .shown(10), .shown(10), .shown(20), .shown(20), .shown(30),
            ])
        #expect(tens.rounded(-15) == -10)
        #expect(tens.rounded(.max) == .max)
    }

    @Test("knows which counts it prints alike", arguments: [(5, 7), (10, 4), (2, 1), (3, 5), (100, 60)])
    func intervals(base: Int, limit: Int) throws {
        let policy = try SmallNumberPolicy(.round(toNearest: base, maskingUpTo: limit))
        for value in (limit + 1)...400 {
            let alike = (0...800).filter { policy.presentation(of: $0) == policy.presentation(of: value) }
            let interval = policy.roundingInterval(of: value)
            #expect(alike == Array(interval), "value \(value), base \(base)")
        }
    }

    @Test("hides zeros too where it does not show them")
    func zeros() throws {
        let suppressing = try SmallNumberPolicy(.suppress(upTo: 3), showsZeros: false)
        #expect([0, 1, 3, 4].map { suppressing.presentation(of: $0) } == [.hidden, .hidden, .hidden, .shown(4)])
        let rounding = try SmallNumberPolicy(.round(toNearest: 5, maskingUpTo: 7), showsZeros: false)
        #expect(rounding.presentation(of: 0) == .masked)
    }

    @Test("leaves national figures alone where it applies below that level only")
    func level() throws {
        let policy = try SmallNumberPolicy(.suppress(upTo: 5), level: .belowNational)
        #expect(policy.presentation(of: 3, isNational: true) == .shown(3))
        #expect(policy.presentation(of: 3) == .hidden)
        #expect(SmallNumberPolicy.suppressOneToFive.presentation(of: 3, isNational: true) == .hidden)
    }

    @Test(
        "cannot have a threshold or a base that makes no sense",
        arguments: [
            .suppress(upTo: 0), .suppress(upTo: -1), .suppress(upTo: 1_001), .round(toNearest: 1, maskingUpTo: 7),
            .round(toNearest: 5, maskingUpTo: 0), .round(toNearest: 10, maskingUpTo: 3),
            .round(toNearest: .max, maskingUpTo: 7),
        ] as [SmallNumberPolicy.Method])
    func invalid(method: SmallNumberPolicy.Method) throws {
        let error = try #require(throws: SmallNumberError.self) { try SmallNumberPolicy(method) }
        #expect(error.code == .invalidPolicy)
    }

    @Test("comes back from JSON as it was", arguments: [true, false])
    func coding(flag: Bool) throws {
        for method in [.showAll, .suppress(upTo: 10), .round(toNearest: 5, maskingUpTo: 7)]
            as [SmallNumberPolicy.Method]
        {
            let policy = try SmallNumberPolicy(
                method, showsZeros: flag, hidesComplements: !flag, level: flag ? .belowNational : .every)
            let data = try JSONEncoder().encode(policy)
            #expect(try JSONDecoder().decode(SmallNumberPolicy.self, from: data) == policy)
        }
    }

    @Test(
        "is not read from JSON that holds none",
        arguments: [
            #"{"suppressUpTo": 0}"#, #"{"roundToNearest": 5}"#, #"{"roundToNearest": 20, "maskUpTo": 5}"#,
            #"{"suppressUpTo": 5, "maskUpTo": 5}"#, #"{"suppressUpTo": 5, "level": "regional"}"#,
        ])
    func refusedJSON(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(SmallNumberPolicy.self, from: Data(json.utf8))
        }
    }

    @Test("has defaults in JSON")
    func defaults() throws {
        let read = try JSONDecoder().decode(SmallNumberPolicy.self, from: Data(#"{"suppressUpTo": 5}"#.utf8))
        #expect(read == .suppressOneToFive)
    }

    @Test("explains itself without saying how further figures are chosen")
    func explanation() throws {
        #expect(
            SmallNumberPolicy.suppressOneToFive.explanation
                == "Counts of 1 to 5 are not shown, so that no child can be identified. Some other figures are not shown "
                + "either, so that these cannot be worked out. A 0 that is shown is a true zero.")
        #expect(
            SmallNumberPolicy.roundToFive.explanation
                == "Counts are rounded to the nearest 5, and counts of 1 to 7 are not shown, so that no child can be "
                + "identified. Some other figures are not shown either where these could be worked out. Totals are rounded "
                + "by themselves, so the parts may not add up to them. Percentages and rates are worked out from rounded "
                + "counts, of which each may be up to 2 too low or too high: the smaller the counts, the further they may "
                + "be off. Ratings, directions and comparisons that depend on the rounding are not given. A 0 that is "
                + "shown is a true zero.")
        #expect(SmallNumberPolicy.showAll.explanation == "All counts are shown as they are.")
        let strict = try SmallNumberPolicy(
            .suppress(upTo: 9), showsZeros: false, hidesComplements: false, level: .belowNational)
        #expect(
            strict.explanation
                == "Counts of 0 to 9 are not shown, so that no child can be identified. National figures are shown as they "
                + "are.")
        for policy in [SmallNumberPolicy.suppressOneToFive, .roundToFive, strict] {
            for word in ["smallest", "cheapest", "next", "lowest", "complement"] {
                #expect(!policy.explanation.contains(word))
            }
        }
    }
}
