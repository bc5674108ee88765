import FamilyServicesKit
import Testing

@Suite("Small numbers of people in sentences")
struct SmallNumberSentenceTests {
    /// Sentences of the kinds in which reports state one to five children or families.
    static let smallNumbers = [
        "2 unaccompanied asylum-seeking children arrived in spring.", "Three UASC came into care.",
        "We placed 4 CLA out of area.", "Two LAC children went missing.", "5 CYP were excluded.",
        "Three or four children waited.", "Children (3) waited over a year.", "Two sisters were placed apart.",
        "A sibling group of 4 was split.", "One sibling group of three moved.", "The twins were placed together.",
        "Missing episodes rose (n=3).", "N = 2 had no plan.", "4 out of 6 children were seen in time.",
        "The standard was met for 2 out of 7.", "Six children left care, two of whom went abroad.",
        "Six left, of whom three were boys.", "boys: 3", "Girls - 2", "Children in custody: 2",
        "Children seen late = 4",
        "A single child remained in the unit.", "A pair of brothers were adopted.", "Both girls returned home.",
        "Of the ten children placed, three of them were under two.", "One (1) child was harmed.",
        "3 x UASC were placed in Kent.", "2 of the 5 girls had no plan.", "Only one baby was born with it.",
        "There were 2 young people in custody.", "Three care leavers are homeless.", "Five families were evicted.",
        "Two mothers were supported.", "Four teenagers were charged.", "One unaccompanied minor arrived.",
        "Two previously looked after and adopted children joined the school.", "Three households were moved.",
        "A group of four siblings was placed.", "Two of the three siblings were adopted.", "One newborn was removed.",
        "Of the children seen, two were late.",
    ]

    /// Sentences that tell the age of one child or a day of birth.
    static let singleAges = [
        "JS, 14, was moved.", "J.S. (14) was moved.", "Child A, 14, was moved.", "JS (aged 14) went missing.",
        "AB aged 9 was moved.", "Young person B (15) was arrested.", "KL, 12", "TB, 14 yrs, was moved.",
        "The 14 year old went missing twice.", "A 7-year-old was hurt.", "She is 9 years old.",
        "A child, aged 9, was moved.",
        "One is a boy aged 9.", "The boy (14) was found.", "The twins aged 4 were moved.",
        "He was born on the 3rd of May 2012.", "The child was born on the third of May 2012.",
    ]

    /// Sentences of reports that are about something else.
    static let otherThings = [
        "One in five children waited.", "Three quarters of children were seen.",
        "The plan has 3 priorities for children.",
        "Two children's homes opened.", "Three social workers support families.", "We have four family hubs.",
        "Children under 5 are seen by health visitors.", "Fewer than five children waited.", "Children aged 5 to 17",
        "Young people leave care when they are aged 18.", "Year 2 pupils", "Both children and adults are supported.",
        "SEN (14) and CP (12) plans", "Table 3 children in care", "A 3-year-old plan was renewed.",
        "The 16 and 17 year old protocol was renewed.", "Children (2013) sets out the duty.",
        "Appendix A (14 pages) is attached.", "The board met twice; 3 members sent apologies.", "Stage 2 complaints",
        "Only 12 of 61 were seen in time.", "See paragraph 2: children in need.",
        "Children: 3 new priorities were agreed.",
        "Two reviews of children's plans were late.", "One of the boroughs has the most children.",
        "LAC reviews 4 to 6 weeks late", "On 3 May 2026 children moved to the new unit.",
    ]

    @Test("Small numbers in all usual forms are found", arguments: smallNumbers)
    func telling(sentence: String) {
        #expect(IdentifyingText.matches(in: sentence).contains { $0.kind == .smallNumberOfPeople })
    }

    @Test("Ages of single children and days of birth are found", arguments: singleAges)
    func ages(sentence: String) {
        #expect(!IdentifyingText.matches(in: sentence).isEmpty)
    }

    @Test("Sentences about something else are left alone", arguments: otherThings)
    func harmless(sentence: String) {
        #expect(IdentifyingText.matches(in: sentence).isEmpty)
    }
}
