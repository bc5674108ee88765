import Testing

import FamilyServicesKit
@testable import ReportDisclosure

@Suite("Numbers in texts and hidden figures")
struct NumbersInTextTests {
    private func counts(_ text: String) -> [Double] {
        NumbersInText.numbers(in: text).filter { $0.kind == .count }.map(\.value)
    }

    @Test(
        "Numbers of people, in digits and in words",
        arguments: [
            ("Only three were seen.", [3.0]), ("Twenty-one of 44 children", [21, 44, 23]),
            ("Forty four families.", [44]),
            ("A and B together 23", [23]), ("1,204 contacts", [1_204]), ("one hundred and five children", [105]),
            ("the remaining ones were half of six", [3, 6, 3]), ("10 boys and 10 girls", [10, 10]),
            ("Three of them waited.", [3]),
        ])
    func people(_ text: String, _ expected: [Double]) {
        #expect(counts(text) == expected)
    }

    @Test(
        "Dates, years, posts, money, references and figures in braces are no counts of people",
        arguments: [
            "Two of six posts are filled.", "The visit was on 20 October 2025.", "October 20", "since 2019",
            "Contacts rose to {missing@2026-11#all} this month.", "It cost £3 more.",
            "See section 5 and paragraph 1.2.3.",
            "within 18 weeks", "One of the priorities is early help.", "in Q3 of 2025/26",
            "3 workshops and four meetings",
            "on 12/03/2026", "the 5th meeting",
        ])
    func others(_ text: String) {
        #expect(counts(text).isEmpty)
    }

    @Test("Per cents are told by their sign or their words")
    func percentages() {
        let numbers = NumbersInText.numbers(in: "B about 45% or 45.5 per cent, 12 percent of all")
        #expect(numbers.filter { $0.kind == .percent }.map(\.value) == [45, 45.5, 12])
        #expect(numbers.map(\.decimals) == [0, 1, 0])
    }

    /// Of 44 in April, 3 by one reason, 20 and 21 by others; 3 is small, and another is hidden with it.
    private func pack() throws -> CountedPack {
        var counted = try CountedPack()
        counted.pack.breakdowns = [
            Breakdown(
                id: "r", title: "Reason",
                categories: ["all", "a", "b", "c"].map { .init(id: .init(stringLiteral: $0), title: $0.uppercased()) },
                total: "all")
        ]
        counted.add("missing", breakdown: "r")
        counted.pack.indicators[0].title = "Missing"
        for (category, count) in [("all", 44.0), ("a", 3), ("b", 20), ("c", 21)] {
            try counted.add(.value(count), to: "missing", category: .init(category))
        }
        return counted
    }

    /// The two numbers that are hidden.
    private func hidden(_ counted: CountedPack) throws -> (small: Int, other: Int) {
        let hides = try counted.published().hides("missing")
        try #require(hides.count(where: { $0 }) == 2 && hides[1] && !hides[0])
        return (3, hides[2] ? 20 : 21)
    }

    @Test("A remark that tells a hidden number, however it puts it, is withheld")
    func tellingRemarks() throws {
        let other = try hidden(pack()).other
        let words = other == 20 ? "Twenty" : "Twenty-one"
        let share = other == 20 ? "45.5" : "47.7"
        let telling = [
            "Three went.", "The share is \(share)%.", "About \(other == 20 ? "45" : "48")% of all.",
            "\(words) of them came back.",
            "\(other - 10) boys and 10 girls.", "Together \(other + 3).", "Without it there were 41 children.",
            "The others were \(100 - (other == 20 ? 45 : 48)) per cent.", "half of \(2 * other) children",
        ]
        let plain = [
            "Contacts rose to {missing@2026-06#all} this month.", "Two of six posts are vacant.",
            "Since 20 October it is better.",
            "44 in all.", "See section 3.",
        ]
        var counted = try pack()
        counted.pack.indicators[0].commentary = (telling + plain).map { Commentary($0) }
        let (publication, review) = try counted.pack.release(for: .everyone)
        let texts = publication.pack.indicators[0].commentary.map(\.text)
        #expect(texts == ["Contacts rose to 44 this month."] + plain.dropFirst())
        #expect(review.texts.count == telling.count)
        #expect(review.texts.allSatisfy { $0.place.contains("missing") })
    }

    @Test("Of two reasons the first in the pack is given, each time")
    func firstReason() throws {
        var counted = try CountedPack()
        counted.pack.breakdowns = [
            Breakdown(
                id: "r", title: "Reason",
                categories: ["a", "b", "c"].map { .init(id: .init(stringLiteral: $0), title: $0.uppercased()) })
        ]
        counted.add("late", unit: .percent, breakdown: "r", commentary: ["There were 7."])
        // In June, 3 of 10 leave 7; in July, the 3 of A and the 4 of B are 7.
        try counted.add(.fraction(numerator: 3, denominator: 10), to: "late", "2026-06")
        for (category, count) in [("a", 3.0), ("b", 4), ("c", 20)] {
            try counted.add(
                .fraction(numerator: count, denominator: 30), to: "late", "2026-07", category: .init(category))
        }
        func reasons() throws -> Set<String> {
            // A dictionary is in another order each time.
            Set(try (1...20).flatMap { _ in try counted.pack.release(for: .everyone).1.texts.map(\.reason) })
        }
        #expect(try reasons() == ["is what a hidden figure leaves of its whole."])
        counted.pack.observations.append(counted.pack.observations.removeFirst())
        #expect(try reasons() == ["is a hidden figure together with others, or the whole without it."])
    }

    @Test(
        "Dashboards, facts, claims, checks, printed forms, risks and paragraphs that name no indicator are read as well"
    )
    func unbound() throws {
        var counted = try pack()
        let other = try hidden(counted).other
        let (name, share) = other == 20 ? ("B", 45.5) : ("C", 47.7)
        counted.pack.observations[0].printed = PrintedFigure("44 (3 in A)", value: 44)
        func line(_ number: Int, _ measure: String, _ text: String, _ value: Double?, _ ids: [Indicator.ID]) throws
            -> DashboardLine
        {
            DashboardLine(
                number: number, measure: measure, indicators: ids,
                latest: PrintedPosition(
                    label: "June", period: try ReportingPeriod("2026-06"), figure: PrintedFigure(text, value: value)))
        }
        counted.pack.dashboard = [
            try line(1, "Children in secure homes", "3", 3, []), try line(2, "Missing, reason A", "3", 3, ["missing"]),
            try line(3, "Missing, reason \(name)", "\(other)", Double(other), ["missing"]),
            try line(4, "Missing, reason \(name)", "\(share)%", share, ["missing"]),
            try line(5, "Missing", "44", 44, ["missing"]),
            try line(6, "Vacant posts", "3", 3, []), try line(7, "Contacts", "120", 120, []),
        ]
        counted.pack.context = [
            ContextFact(id: "f1", text: "Children in secure homes", value: 3),
            ContextFact(id: "f2", text: "Share of reason \(name)", value: share),
            ContextFact(id: "f3", text: "Children's homes that were inspected, visits", value: 12),
        ]
        counted.pack.claims = [
            Claim(
                id: "c1", statement: "Of 44 children, 7% went missing for reason A.", kind: .share,
                stated: StatedFigure("7%"),
                figures: [.number(3)], outOf: [.number(44)]),
            Claim(
                id: "c2", statement: "Contacts rose to 120.", kind: .value, stated: StatedFigure("120"),
                figures: [.number(120)]),
        ]
        counted.pack.checks = [
            FigureCheck(id: "k1", outcome: .agrees, statement: "The parts of the total", formula: "9+1+2"),
            FigureCheck(id: "k2", outcome: .agrees, statement: "The share as printed", formula: "100*5/466"),
            FigureCheck(
                id: "k3", outcome: .agrees, statement: "Reason A, printed and recomputed", printed: "3", recomputed: "3"
            ),
            FigureCheck(id: "k4", outcome: .agrees, statement: "The sum of the columns", formula: "120+80"),
        ]
        counted.pack.risks = [
            Risk(id: "r1", title: "3 children missing for reason A", indicators: ["missing"]),
            Risk(id: "r2", title: "Two vacant posts"),
        ]
        counted.pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                sections: [
                    ReportSection(
                        number: "1", title: "Figures",
                        paragraphs: [
                            ReportParagraph(
                                text: "Reason A was {missing@2026-06#a}; without it there were 41 children."),
                            ReportParagraph(text: "In all it was {missing@2026-06#all} on 3 June."),
                        ])
                ])
        ]
        let (publication, review) = try counted.pack.release(for: .everyone)
        let shown = publication.pack
        #expect(shown.dashboard.map { $0.latest?.figure.text } == ["[c]", "[c]", "[c]", "[c]", "44", "3", "120"])
        #expect(shown.context.map(\.id) == ["f3"])
        #expect(shown.claims.map(\.id) == ["c2"])
        #expect(shown.checks.map(\.id) == ["k4"])
        #expect(shown.risks.map(\.id) == ["r2"])
        #expect(shown.observations[0].printed == nil)
        let paragraphs = shown.reports[0].sections[0].paragraphs.map(\.text)
        #expect(!paragraphs[0].contains("41"))
        #expect(paragraphs[1] == "In all it was 44 on 3 June.")
        #expect(review.texts.contains { $0.place == "check k1" })
    }

    @Test("What was taken out is counted for officers, and for nobody else")
    func releaseNotes() throws {
        var counted = try pack()
        counted.pack.indicators[0].commentary = ["Three went.", "All is well."].map { Commentary($0) }
        let file = InputFile(name: "observations.csv", byteCount: 90, sha256: String(repeating: "a", count: 64))
        let options = PublicationOptions(inputs: [file])
        let (publication, review) = try counted.pack.release(for: .everyone, options: options)
        #expect(publication.releaseNote.inputs.isEmpty)
        #expect(publication.releaseNote.textFindings.isEmpty)
        #expect(publication.releaseNote.withheld.allSatisfy { $0.count == nil })
        #expect(!publication.wholeText.contains(file.sha256))
        #expect(review.note.inputs == [file])
        #expect(review.note.withheld.first { $0.item == "Remarks on indicators" }?.count == 1)
        #expect(try counted.pack.publish(for: .officers, options: options).releaseNote.inputs == [file])
        #expect(try counted.pack.publish(for: .members, options: options).releaseNote.inputs.isEmpty)
    }

    @Test("With rounding, averages have the decimals of their measure and no more")
    func averages() throws {
        var counted = try CountedPack()
        counted.add("days", unit: .days, decimals: 1)
        try counted.add(.fraction(numerator: 311, denominator: 28), to: "days")
        #expect(try counted.published(.roundToFive).values(of: "days") == [.value(11.1, outOf: 30)])
    }

    @Test("Which cell is hidden for another's sake says nothing of how great it is")
    func patternOfManyTables() throws {
        // All tables with a total of 17 and 7 in the first part: what is hidden fits more than one of them.
        func pattern(_ second: Int) throws -> [Bool] {
            var counted = try CountedPack()
            counted.add("ev", breakdown: "age")
            try counted.add(.value(17), to: "ev")
            for (category, count) in [("under-5", 7), ("5-to-9", second), ("10-plus", 10 - second)] {
                try counted.add(.value(Double(count)), to: "ev", category: .init(category))
            }
            return try counted.published().hides("ev")
        }
        let five = try pattern(5)
        #expect(five == [false, false, true, true])
        #expect(try (1...9).filter { try pattern($0) == five }.count >= 5)
    }
}
