import FamilyServicesKit
import TestSupport
import Testing

/// Sentences as reports have them, true and false, about one small borough.
@Suite("Sentences of a report")
struct ClaimSentenceTests {
    @Test("are judged as a head of performance would", arguments: ClaimSentence.all)
    func areJudged(sentence: ClaimSentence) throws {
        let claim = try sentence.claim()
        var pack = try SentencePack.pack()
        pack.claims = [claim]
        let result = try #require(pack.checkClaims().first)
        #expect(result.verdict == sentence.verdict, "\(sentence.text): \(result.sentence)")
        if result.verdict == .notCheckable { #expect(result.sentence.hasPrefix("This cannot be checked: ")) }
        // What cannot be judged never keeps a pack from being published.
        #expect(pack.validate().filter { $0.severity == .error }.isEmpty, "\(sentence.text)")
        // A figure that is said to differ is shown to differ.
        if result.verdict == .contradicted, let computed = result.computed, sentence.kind != .comparison {
            let shown = claim.text(of: computed, unit: nil)
            #expect(!result.sentence.contains("“\(shown)”"), "\(sentence.text): \(result.sentence)")
        }
    }

    @Test(
        "A true comparison of two periods says where ordinary ups and downs explain it",
        arguments: [(92.0, "better", true), (92, "higher", true), (60, "better", false), (60, "higher", false)])
    func caveat(earlier: Double, stated: String, isCaveated: Bool) throws {
        var pack = try SentencePack.pack()
        pack.indicators = [Indicator(id: "visits", title: "Visits in time", unit: .percent, polarity: .higherIsBetter)]
        pack.observations = try [("2017-10", earlier), ("2017-11", 94)].map { month, count in
            Observation(
                indicator: "visits", period: try ReportingPeriod(month), area: pack.manifest.area,
                value: .fraction(numerator: count, denominator: 100))
        }
        pack.claims = [
            Claim(
                id: "c", statement: "Visits are \(stated).", kind: .comparison, stated: StatedFigure(stated),
                figures: [try FigureReference("visits@2017-11")], comparedWith: try FigureReference("visits@2017-10"))
        ]
        let result = try #require(pack.checkClaims().first)
        #expect(result.verdict == .confirmed)
        #expect(result.sentence.hasSuffix("Ordinary ups and downs explain the difference.") == isCaveated)
    }

    @Test("are as many as a report has")
    func areEnough() { #expect(ClaimSentence.all.count >= 60) }
}

/// A sentence and what it should come to.
struct ClaimSentence: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: Claim.Kind
    let stated: String
    let figures: [String]
    let against: String?
    let outOf: [String]
    let verdict: ClaimResult.Verdict

    init(
        _ text: String, _ kind: Claim.Kind, _ stated: String, _ figures: String = "", against: String? = nil,
        outOf: String = "", _ verdict: ClaimResult.Verdict
    ) {
        func parts(_ text: String) -> [String] {
            text.split(separator: ";").map { String($0.drop { $0 == " " }) }
        }
        (self.text, self.kind, self.stated, self.verdict) = (text, kind, stated, verdict)
        (self.figures, self.against, self.outOf) = (parts(figures), against, parts(outOf))
    }

    var testDescription: String { text }

    func claim() throws -> Claim {
        Claim(
            id: "c", statement: text, kind: kind, stated: StatedFigure(stated),
            figures: try figures.map { try FigureReference($0) },
            comparedWith: try against.map { try FigureReference($0) },
            outOf: try outOf.map { try FigureReference($0) })
    }

    static let all: [ClaimSentence] =
        bounds + approximations + parts + multiples + stretches + judgements + records
        + comparability + unclear + moves + level + sides + cases + rows + sentences + lengths + grouped

    /// So many periods in a row, and the first time.
    private static let rows: [ClaimSentence] = [
        .init(
            "Timeliness rose for the third month running.", .comparison, "rose for the third month running",
            "in-time@2025-03", .confirmed),
        .init(
            "Timeliness fell for the third month running.", .comparison, "fell for the third month running",
            "in-time@2025-03", .contradicted),
        .init(
            "The target was met for the second month running.", .comparison,
            "met its target for the second month running", "in-time@2025-03", .contradicted),
        .init(
            "The target was missed for the third month running.", .comparison,
            "missed its target for the third month running", "in-time@2025-02", .confirmed),
        .init(
            "The target was missed for the seventh month running.", .comparison,
            "missed its target for the seventh month running", "in-time@2025-02", .notCheckable),
        .init(
            "Timeliness was above 80% for the second month in a row.", .comparison,
            "above 80% for the second month in a row", "in-time@2025-03", .confirmed),
        .init(
            "Timeliness was above 80% for the third month in a row.", .comparison,
            "above 80% for the third month in a row", "in-time@2025-03", .contradicted),
        .init(
            "The target was met for the first time.", .comparison, "met its target for the first time",
            "in-time@2025-03", .confirmed),
        .init(
            "The target was missed for the first time.", .comparison, "missed its target for the first time",
            "in-time@2025-02", .contradicted),
        .init("Referrals were at a six-month high.", .comparison, "a six-month high", "referrals@2025-02", .confirmed),
        .init("Referrals were at a six-month low.", .comparison, "a six-month low", "referrals@2025-03", .contradicted),
        .init(
            "The target of 85% was met.", .comparison, "met the target of 85%", "in-time@2025-03", .confirmed),
        .init(
            "The target of 95% was met.", .comparison, "met the target of 95%", "in-time@2025-03", .contradicted),
    ]

    /// Two figures in one sentence.
    private static let sentences: [ClaimSentence] = [
        .init(
            "366, 15 fewer than in February.", .difference, "366, 15 fewer than in February", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "366, 25 fewer than in February.", .difference, "366, 25 fewer than in February", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init(
            "376, 15 fewer than in February.", .difference, "376, 15 fewer than in February", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init(
            "366, compared with 381 in February.", .value, "366, compared with 381 in February", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "366, compared with 391 in February.", .value, "366, compared with 391 in February", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init(
            "366 (381 in February).", .count, "366 (381 in February)", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "85.8% against a target of 85%.", .value, "85.8% against a target of 85%", "in-time@2025-03", .confirmed),
        .init(
            "85.8% against a target of 90%.", .value, "85.8% against a target of 90%", "in-time@2025-03",
            .contradicted),
        .init(
            "80.1%, 4.9 points below the target of 85%.", .points, "80.1%, 4.9 points below the target of 85%",
            "in-time@2025-02", against: "target", .confirmed),
        .init(
            "Referrals fell by 15 to 366.", .difference, "fell by 15 to 366", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "Referrals rose by 9 to 391.", .difference, "rose by 9 to 391", "referrals@2025-02",
            against: "referrals@2025-01", .contradicted),
        .init(
            "85.8%, a rise of 5.7 points from 80.1%.", .points, "85.8%, a rise of 5.7 points from 80.1%",
            "in-time@2025-03", against: "in-time@2025-02", .confirmed),
        .init("All but 32 were in time.", .count, "all but 32", "in-time@2025-03", .confirmed),
        .init("All but two were in time.", .count, "all but two", "in-time@2025-03", .contradicted),
        .init("All but 32 of the 225 were in time.", .share, "all but 32 of the 225", "in-time@2025-03", .confirmed),
        .init("All but 13 actions are complete.", .count, "all but 13", "actions#complete", .confirmed),
        .init("13 actions are open.", .count, "13 are open", "actions#open", .confirmed),
        .init("12 actions were completed in March.", .count, "12 were completed in March", "actions#done", .confirmed),
        .init(
            "Two actions were completed in February.", .count, "two were completed in February", "actions#done",
            .contradicted),
        .init(
            "No action was completed in February.", .count, "none was completed in February", "actions@2025-02#done",
            .confirmed),
    ]

    /// Sides, units of time, multiples below one and budgets.
    private static let lengths: [ClaimSentence] = [
        .init(
            "It took six weeks longer.", .difference, "six weeks longer", "32", against: "26", .confirmed),
        .init("It was six weeks late.", .difference, "six weeks late", "32", against: "26", .confirmed),
        .init("It was six weeks early.", .difference, "six weeks early", "32", against: "26", .contradicted),
        .init(
            "£250,000 short of the savings target.", .difference, "£250,000 short of the savings target", "£850,000",
            against: "£1,100,000", .confirmed),
        .init("Custody more than halved.", .ratio, "more than halved", "10", against: "31", .confirmed),
        .init("Custody more than halved.", .ratio, "more than halved", "18", against: "31", .contradicted),
        .init("Custody almost halved.", .ratio, "almost halved", "16", against: "31", .confirmed),
        .init("The rate is 45 per 10,000.", .rate, "45 per 10,000", "cp-rate@2025-03", .confirmed),
        .init("Spending is within budget.", .comparison, "within budget", "budget/FIN-1", .notCheckable),
        .init(
            "Spending is within budget.", .comparison, "within budget", "budget/FIN-1", against: "£6m", .confirmed),
        .init(
            "Spending is over budget.", .comparison, "over budget", "budget/FIN-1", against: "£6m", .contradicted),
    ]

    /// Thousands parted by blanks and apostrophes, and hundreds in words.
    private static let grouped: [ClaimSentence] = [
        .init("1 125 referrals.", .count, "1 125", "1125", .confirmed),
        .init("1 125 referrals.", .count, "some 1\u{202F}125 referrals", "1125", .confirmed),
        .init("1'125 referrals.", .count, "1'125", "1125", .confirmed),
        .init("1 152 referrals.", .count, "1 152", "1125", .contradicted),
        .init("Eleven hundred and twenty-five.", .count, "eleven hundred and twenty-five", "1125", .confirmed),
    ]

    private static let bounds: [ClaimSentence] = [
        .init("At least 85% were in time.", .value, "at least 85%", "in-time@2025-03", .confirmed),
        .init("At least 86% were in time.", .value, "at least 86%", "in-time@2025-03", .contradicted),
        .init("More than 366 referrals came in.", .count, "more than 366", "referrals@2025-03", .contradicted),
        .init("No more than 366 referrals came in.", .count, "no more than 366", "referrals@2025-03", .confirmed),
        .init("Fewer than 366 referrals came in.", .count, "fewer than 366", "referrals@2025-03", .contradicted),
        .init("Fewer than 400 referrals came in.", .count, "fewer than 400", "referrals@2025-03", .confirmed),
        .init("Up to 310 children were in care.", .count, "up to 310", "cic@2025-03-31", .confirmed),
        .init("Under 310 children were in care.", .count, "under 310", "cic@2025-03-31", .contradicted),
        .init(
            "Referrals fell by less than 5%.", .percentChange, "fell by less than 5%", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "Referrals fell by more than 5%.", .percentChange, "fell by more than 5%", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init(
            "Referrals rose by less than 5%.", .percentChange, "rose by less than 5%", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init("Between 350 and 370 referrals came in.", .count, "between 350 and 370", "referrals@2025-03", .confirmed),
        .init("Between 12 and 14 cases each.", .value, "12 to 14", "caseload@2025-03", .contradicted),
        .init(
            "Each month had 340 to 381 referrals.", .count, "between 340 and 381",
            "referrals@2025-01; referrals@2025-02; referrals@2025-03", .confirmed),
        .init("The majority were in time.", .value, "the majority", "in-time@2025-03", .confirmed),
        .init("The majority were referred again.", .value, "the majority", "re-referrals@2025-03", .contradicted),
    ]

    private static let approximations: [ClaimSentence] = [
        .init("About 370 referrals came in.", .count, "about 370", "referrals@2025-03", .confirmed),
        .init("About 300 referrals came in.", .count, "about 300", "referrals@2025-03", .contradicted),
        .init("Nearly 370 referrals came in.", .count, "nearly 370", "referrals@2025-03", .confirmed),
        .init("Nearly 360 referrals came in.", .count, "nearly 360", "referrals@2025-03", .contradicted),
        .init("Just over 360 referrals came in.", .count, "just over 360", "referrals@2025-03", .confirmed),
        .init("Just over 370 referrals came in.", .count, "just over 370", "referrals@2025-03", .contradicted),
        .init("Just over 250 referrals came in.", .count, "just over 250", "referrals@2025-03", .contradicted),
        .init("Around 340 referrals came in.", .count, "around 340", "referrals@2025-03", .notCheckable),
    ]

    private static let parts: [ClaimSentence] = [
        .init("193 of 225 were in time.", .value, "193 of 225", "in-time@2025-03", .confirmed),
        .init("193 of 235 were in time.", .value, "193 of 235", "in-time@2025-03", .contradicted),
        .init("183 out of 225 were in time.", .share, "183 out of 225", "in-time@2025-03", .contradicted),
        .init("More than four fifths were in time.", .value, "more than four fifths", "in-time@2025-03", .confirmed),
        .init("A third were in time.", .value, "a third", "in-time@2025-03", .contradicted),
        .init("About one in five were referred again.", .value, "1 in 5", "re-referrals@2025-03", .confirmed),
        .init("A fifth were referred again.", .value, "a fifth", "re-referrals@2025-02", .confirmed),
        .init("Thirty-one young people entered custody.", .count, "thirty-one", "custody@2025-03", .confirmed),
        .init("Thirteen young people entered custody.", .count, "thirteen", "custody@2025-03", .contradicted),
        .init("That is 50 per 100,000.", .rate, "50 per 100,000", "custody@2025-03", outOf: "62,000", .confirmed),
        .init("That is 5 per 100,000.", .rate, "5 per 100,000", "custody@2025-03", outOf: "62,000", .contradicted),
        .init("The rate is 452 per 100,000.", .value, "452 per 100,000", "cp-rate@2025-03", .confirmed),
        .init("The rate is 45.2 per 10,000.", .value, "45.2 per 10,000", "cp-rate@2025-03", .confirmed),
    ]

    private static let multiples: [ClaimSentence] = [
        .init(
            "Custody has doubled.", .percentChange, "doubled", "custody@2025-03", against: "custody@2024-03",
            .contradicted),
        .init(
            "Custody is three times what it was.", .ratio, "three times", "custody@2025-03",
            against: "custody@2024-03", .confirmed),
        .init(
            "Custody has more than doubled.", .percentChange, "more than doubled", "custody@2025-03",
            against: "custody@2024-03", .confirmed),
        .init(
            "Custody is three times higher.", .ratio, "three times higher", "custody@2025-03",
            against: "custody@2024-03", .notCheckable),
    ]

    private static let stretches: [ClaimSentence] = [
        .init(
            "Referrals were at their highest since April.", .comparison, "highest since April 2024",
            "referrals@2025-02", .notCheckable),
        .init(
            "Referrals were at their lowest since December.", .comparison, "lowest since December 2024",
            "referrals@2025-03", .confirmed),
        .init(
            "Referrals were at their lowest since October.", .comparison, "lowest since October 2024",
            "referrals@2025-03", .contradicted),
        .init("The lowest number in two months.", .comparison, "lowest in 2 months", "referrals@2025-03", .confirmed),
        .init(
            "The lowest number in six months.", .comparison, "lowest in six months", "referrals@2025-03",
            .contradicted),
        .init("The highest since records begin.", .comparison, "highest on record", "in-time@2025-03", .confirmed),
        .init(
            "The highest since June 2023.", .comparison, "highest since June 2023", "in-time@2025-03",
            .notCheckable),
        .init(
            "Up 16.6 points since October.", .points, "up 16.6 points since October 2024", "in-time@2025-03",
            .confirmed),
        .init(
            "It rose five months in a row.", .comparison, "rose five months in a row", "in-time@2025-03",
            .confirmed),
        .init(
            "It rose three months in a row.", .comparison, "rose for three consecutive months",
            "referrals@2025-03", .contradicted),
    ]

    private static let judgements: [ClaimSentence] = [
        .init(
            "Timeliness is better than in February.", .comparison, "better", "in-time@2025-03",
            against: "in-time@2025-02", .confirmed),
        .init(
            "Re-referrals are better than in February.", .comparison, "better", "re-referrals@2025-03",
            against: "re-referrals@2025-02", .contradicted),
        .init(
            "Re-referrals have worsened.", .comparison, "worsened", "re-referrals@2025-03",
            against: "re-referrals@2025-02", .confirmed),
        .init(
            "Referrals have improved.", .comparison, "improved", "referrals@2025-03", against: "referrals@2025-02",
            .notCheckable),
        .init("The target was met.", .comparison, "met its target", "in-time@2025-03", .confirmed),
        .init("The target was missed.", .comparison, "missed its target", "in-time@2025-03", .contradicted),
        .init("Re-referrals are above target.", .comparison, "above target", "re-referrals@2025-03", .confirmed),
        .init(
            "Re-referrals are within target.", .comparison, "within target", "re-referrals@2025-03",
            .contradicted),
        .init("Caseloads are on target.", .comparison, "on target", "caseload@2025-03", .confirmed),
        .init("Referrals met their target.", .comparison, "met the target", "referrals@2025-03", .notCheckable),
        .init(
            "2.0 points above target.", .points, "2.0 points above target", "re-referrals@2025-03",
            against: "target", .confirmed),
    ]

    private static let records: [ClaimSentence] = [
        .init("12 of 25 actions are complete.", .count, "12 of 25 actions", "actions#complete", .confirmed),
        .init("13 of 25 actions are complete.", .count, "13 of 25 actions", "actions#complete", .contradicted),
        .init("No actions are off track.", .count, "no actions", "actions#off-track", .confirmed),
        .init("No actions are at risk.", .count, "no actions", "actions#at-risk", .contradicted),
        .init("Almost half of the actions are complete.", .share, "almost half", "actions#complete", .confirmed),
        .init("60% were good or better.", .share, "60% good or better", "grades/GD-1#good-or-better", .confirmed),
        .init(
            "Nine of 15 were good or better.", .count, "nine of 15", "grades/Overall@2025-03#good-or-better",
            .confirmed),
        .init("Most were inadequate.", .share, "most", "grades/GD-1#inadequate", .contradicted),
        .init("£5.7m was invested.", .value, "£5.7m", "budget/FIN-1", .confirmed),
        .init("£7.5m was invested.", .value, "£7.5m", "budget/FIN-1", .contradicted),
        .init(
            "34 of 40 visits kept to six weeks.", .count, "34 of 40",
            "compliance/Visits every six weeks@2025-03", .confirmed),
        .init(
            "90% of visits kept to six weeks.", .share, "90%", "compliance/Visits every six weeks@2025-03",
            .contradicted),
    ]

    private static let comparability: [ClaimSentence] = [
        .init(
            "New plans fell since March.", .comparison, "lower", "new-plans@2025-04", against: "new-plans@2025-03",
            .notCheckable),
        .init(
            "New plans are up on last March.", .difference, "25 more", "new-plans@2025-03",
            against: "new-plans@2024-03", .confirmed),
        .init(
            "911 children were in care in the quarter.", .sum, "910",
            "cic@2025-01-31; cic@2025-02-28; cic@2025-03-31", .notCheckable),
        .init("120% were in care.", .share, "118%", "referrals@2025-03", outOf: "cic@2025-03-31", .notCheckable),
    ]

    private static let moves: [ClaimSentence] = [
        .init(
            "Referrals fell from 381 to 366.", .comparison, "fell from 381 to 366", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init("Referrals fell from 381 to 366.", .count, "fell from 381 to 366", "referrals@2025-03", .confirmed),
        .init("Referrals rose from 381 to 366.", .count, "rose from 381 to 366", "referrals@2025-03", .contradicted),
        .init(
            "Referrals fell from 391 to 366.", .count, "fell from 391 to 366", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init(
            "Referrals fell by 15, from 381 to 366.", .difference, "fell by 15, from 381 to 366", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "Referrals fell by 16, from 381 to 366.", .difference, "fell by 16, from 381 to 366", "referrals@2025-03",
            against: "referrals@2025-02", .contradicted),
        .init("Down 3.9% from 381.", .percentChange, "down 3.9% from 381", "referrals@2025-03", .confirmed),
        .init(
            "A rise from 80.1% to 85.8%.", .points, "a rise from 80.1% to 85.8%", "in-time@2025-03",
            against: "in-time@2025-02", .confirmed),
        .init(
            "A rise from 80.1% to 85.3%.", .points, "a rise from 80.1% to 85.3%", "in-time@2025-03",
            against: "in-time@2025-02", .contradicted),
        .init(
            "85.8% were in time, up from 80.1%.", .value, "85.8%, up from 80.1%", "in-time@2025-03",
            against: "in-time@2025-02", .confirmed),
        .init("85.8% were in time, down from 90%.", .value, "85.8%, down from 90%", "in-time@2025-03", .confirmed),
        .init("85.8% were in time, up from 90%.", .value, "85.8%, up from 90%", "in-time@2025-03", .contradicted),
        .init("Up to 85.8% from 80.1%.", .value, "up to 85.8% from 80.1%", "in-time@2025-03", .confirmed),
        .init("From 12 to 16 cases each.", .value, "from 12 to 16", "caseload@2025-03", .confirmed),
        .init("From 15 to 16 cases each.", .value, "from 15 to 16", "caseload@2025-03", .contradicted),
        .init(
            "It rose every month since October.", .comparison, "rose every month since October 2024",
            "in-time@2025-03", .confirmed),
        .init(
            "They rose every month since October.", .comparison, "rose every month since October 2024",
            "referrals@2025-03", .contradicted),
        .init(
            "Up for the fourth month running.", .comparison, "up for the fourth month running", "in-time@2025-03",
            .confirmed),
    ]

    private static let level: [ClaimSentence] = [
        .init(
            "Referrals are unchanged.", .percentChange, "unchanged", "referrals@2025-03", against: "referrals@2025-02",
            .contradicted),
        .init("No change in points.", .points, "no change", "in-time@2025-03", against: "in-time@2025-03", .confirmed),
        .init(
            "Referrals are broadly unchanged.", .comparison, "broadly unchanged", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "Referrals are stable.", .comparison, "stable", "referrals@2025-03", against: "referrals@2024-04",
            .notCheckable),
        .init(
            "Custody is stable.", .comparison, "stable", "custody@2025-03", against: "custody@2024-03", .contradicted),
        .init(
            "Referrals have little changed.", .comparison, "little changed", "referrals@2025-03",
            against: "referrals@2025-02", .confirmed),
        .init(
            "Referrals are much lower.", .comparison, "much lower", "referrals@2025-03", against: "referrals@2025-02",
            .notCheckable),
        .init(
            "A little lower.", .comparison, "a little lower", "referrals@2025-03", against: "referrals@2025-02",
            .confirmed),
    ]

    private static let sides: [ClaimSentence] = [
        .init("2.0 points short of target.", .points, "2.0 points short of target", "re-referrals@2025-03", .confirmed),
        .init("0.8 points ahead of target.", .points, "0.8 points ahead of target", "in-time@2025-03", .confirmed),
        .init("0.8 points short of target.", .points, "0.8 points short of target", "in-time@2025-03", .contradicted),
        .init(
            "Re-referrals worsened by 2.9 points.", .points, "worsened by 2.9 points", "re-referrals@2025-03",
            against: "re-referrals@2025-02", .confirmed),
        .init(
            "Re-referrals improved by 2.9 points.", .points, "improved by 2.9 points", "re-referrals@2025-03",
            against: "re-referrals@2025-02", .contradicted),
        .init(
            "Timeliness improved by 5.7 points.", .points, "improved by 5.7 points", "in-time@2025-03",
            against: "in-time@2025-02", .confirmed),
        .init(
            "Referrals improved by 15.", .difference, "improved by 15", "referrals@2025-03",
            against: "referrals@2025-02",
            .notCheckable),
    ]

    private static let cases: [ClaimSentence] = [
        .init("193 assessments were in time.", .count, "193 assessments", "in-time@2025-03", .confirmed),
        .init("194 assessments were in time.", .count, "194 assessments", "in-time@2025-03", .contradicted),
        .init("32 assessments were not in time.", .count, "32 were not", "in-time@2025-03", .confirmed),
        .init("14.2% were not in time.", .value, "14.2% were not", "in-time@2025-03", .confirmed),
        .init("50 children were referred again.", .count, "50 children", "re-referrals@2025-03", .notCheckable),
        .init("Eight out of ten were in time.", .value, "eight out of ten", "in-time@2025-02", .confirmed),
        .init("Six out of ten were in time.", .value, "six out of ten", "in-time@2025-02", .contradicted),
        .init("17 out of every 20 were in time.", .value, "17 out of every 20", "in-time@2025-03", .confirmed),
        .init("One child in five was referred again.", .value, "one child in five", "re-referrals@2025-03", .confirmed),
        .init("All but one in ten.", .value, "all but one in ten", "in-time@2025-03", .notCheckable),
        .init(
            "Half as many again.", .ratio, "half as many again", "referrals@2025-03", against: "250", .confirmed),
        .init(
            "One and a half times as many.", .ratio, "one and a half times as many", "referrals@2025-03",
            against: "250",
            .confirmed),
        .init(
            "Half as many.", .ratio, "half as many", "referrals@2025-03", against: "250", .contradicted),
        .init("One in every four.", .ratio, "one in every four", "custody@2025-03", against: "124", .confirmed),
        .init("The plan has two themes.", .count, "two themes", "themes", .confirmed),
        .init("The plan has three themes.", .count, "three themes", "themes", .contradicted),
        .init("Three findings.", .count, "three findings", "findings/INS-1", .confirmed),
        .init("One strength.", .count, "1 of 3 findings", "findings/INS-1#strength", .confirmed),
        .init("Two key actions.", .count, "two key actions", "recommendations/INS-1#key-action", .contradicted),
        .init("All were good.", .share, "all", "judgements/INS-1#good", .contradicted),
        .init("Half were good.", .share, "half", "judgements/INS-1#good", .confirmed),
        .init("No requirements.", .count, "no requirements", "requirements/INS-1", .confirmed),
    ]

    private static let unclear: [ClaimSentence] = [
        .init("Many referrals came in.", .count, "many", "referrals@2025-03", .notCheckable),
        .init(
            "Referrals rose slightly.", .percentChange, "slightly", "referrals@2025-03",
            against: "referrals@2025-02", .notCheckable),
        .init(
            "Referrals changed.", .comparison, "changed", "referrals@2025-03", against: "referrals@2025-02",
            .notCheckable),
        .init("Rated blue.", .rating, "blue", "in-time@2025-03", .notCheckable),
        .init("Referrals rose by 12%.", .percentChange, "rose by 12%", "referrals@2025-03", .notCheckable),
    ]
}

/// The borough that the sentences are about.
enum SentencePack {
    static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.period = try ReportingPeriod("2025-03")
        pack.manifest.date = try CalendarDate(iso: "2025-04-20")
        pack.manifest.areas.append(.england)
        pack.indicators = [
            Indicator(id: "referrals", title: "Referrals", unit: .count, polarity: .neutral),
            Indicator(
                id: "in-time", title: "Assessments in time", unit: .percent, decimals: 1, polarity: .higherIsBetter,
                targets: [Target(.atLeast(85))]),
            Indicator(
                id: "re-referrals", title: "Referred again", unit: .percent, decimals: 1, polarity: .lowerIsBetter,
                targets: [Target(.atMost(20))]),
            Indicator(id: "cic", title: "Children in care", unit: .count, accumulation: .snapshot, polarity: .neutral),
            Indicator(
                id: "caseload", title: "Caseload", unit: .ratio, decimals: 1, polarity: .inRange,
                targets: [Target(.within(12...16))]),
            Indicator(
                id: "cp-rate", title: "Children with plans", unit: .rate(per: 10_000), decimals: 1,
                polarity: .neutral),
            Indicator(
                id: "new-plans", title: "New plans this year", unit: .count, accumulation: .yearToDate,
                polarity: .neutral),
            Indicator(id: "custody", title: "Entrants to custody", unit: .count, polarity: .lowerIsBetter),
        ]
        func add(_ id: Indicator.ID, _ period: String, _ value: ObservedValue) throws {
            pack.observations.append(
                Observation(
                    indicator: id, period: try ReportingPeriod(period), area: "exampleton", value: value))
        }
        let referrals = [300, 310, 295, 330, 340, 335, 350, 345, 360, 372, 381, 366]
        for (index, number) in referrals.enumerated() {
            let month = index < 9 ? "2024-\(index < 6 ? "0" : "")\(index + 4)" : "2025-0\(index - 8)"
            try add("referrals", month, .value(Double(number)))
        }
        let inTime: [(String, Double, Double)] = [
            ("2024-10", 155, 224), ("2024-11", 160, 230), ("2024-12", 170, 231), ("2025-01", 176, 229),
            ("2025-02", 181, 226), ("2025-03", 193, 225),
        ]
        for (month, part, whole) in inTime {
            try add("in-time", month, .fraction(numerator: part, denominator: whole))
        }
        for (month, value) in [("2025-01", 18.4), ("2025-02", 19.1), ("2025-03", 22.0)] {
            try add("re-referrals", month, .value(value))
        }
        for (day, number) in [("2025-01-31", 301.0), ("2025-02-28", 299), ("2025-03-31", 310)] {
            try add("cic", day, .value(number))
        }
        try add("caseload", "2025-02", .value(17.2))
        try add("caseload", "2025-03", .value(14.5))
        try add("cp-rate", "2025-03", .value(45.2))
        for (month, number) in [("2024-03", 430.0), ("2025-03", 455), ("2025-04", 38)] {
            try add("new-plans", month, .value(number))
        }
        try add("custody", "2024-03", .value(10))
        try add("custody", "2025-03", .value(31))
        let day = PartialDate(try CalendarDate(iso: "2025-03-31"))
        let statuses: [BRAGStatus] =
            Array(repeating: .complete, count: 12) + Array(repeating: .onTrack, count: 8)
            + Array(repeating: .atRisk, count: 5)
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan",
                themes: [.init(id: "T1", title: "Front door"), .init(id: "T2", title: "Care")],
                actions: try statuses.enumerated().map { index, status in
                    PlanAction(
                        id: try #require(PlanAction.ID("A\(index)")), title: "Action",
                        completed: status == .complete ? day : nil,
                        statuses: [.init(status, on: day)])
                })
        ]
        pack.inspections = [
            InspectionEvent(
                id: "INS-1", kind: .inspection, body: "Ofsted", title: "Inspection", status: .held,
                start: try PartialDate(iso: "2024-03"),
                judgements: [
                    Judgement(area: "overall", grade: .requiresImprovement), Judgement(area: "care", grade: .good),
                    Judgement(area: "adoption", grade: .good, isSubJudgement: true),
                ],
                findings: [
                    Finding(id: "F1", kind: .strength, text: "One."),
                    Finding(id: "F2", kind: .areaForImprovement, text: "Two."),
                    Finding(id: "F3", kind: .areaForImprovement, text: "Three."),
                ],
                recommendations: [Recommendation(id: "R1", kind: .keyAction, text: "One.")])
        ]
        pack.audits.grades = [
            GradeDistribution(
                id: "GD-1", domain: "Overall", period: try ReportingPeriod("2025-03"),
                results: .counts([.outstanding: 1, .good: 8, .requiresImprovement: 5, .inadequate: 1]))
        ]
        pack.audits.compliance = [
            ComplianceMeasurement(
                standard: "Visits every six weeks", period: try ReportingPeriod("2025-03"), cases: 40, compliant: 34)
        ]
        pack.budget = [
            BudgetFigure(id: "FIN-1", kind: .investment, title: "Investment", pounds: 5_700_000, printed: "£5.7m")
        ]
        return pack
    }
}
