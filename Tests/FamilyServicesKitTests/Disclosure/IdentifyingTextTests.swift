import FamilyServicesKit
import TestSupport
import Testing

@Suite("Text that identifies a person", .slow)
struct IdentifyingTextTests {
    /// What is found in a text, as kind and words.
    private func found(_ text: String, options: IdentifyingText.Options = .default) -> [String] {
        IdentifyingText.matches(in: text, options: options).map { "\($0.kind.rawValue): \(text[$0.range])" }
    }

    @Test(
        "E-mail addresses are found with all of their name and domain",
        arguments: [
            ("Write to a.b+c_d@mail.example.org.", "a.b+c_d@mail.example.org"),
            ("<o'neil@example.co.uk>", "o'neil@example.co.uk"),
            ("mailto:someone@council.gov.uk?subject=x", "someone@council.gov.uk"),
            ("https://example.org/?to=someone@council.gov.uk", "someone@council.gov.uk"),
            ("07911123456@example.org", "07911123456@example.org"),
            ("sw1a2aa@example.org", "sw1a2aa@example.org"),
            ("jürgen@bücher.example", "jürgen@bücher.example"),
        ])
    func emailAddress(text: String, address: String) throws {
        let matches = IdentifyingText.matches(in: text)
        let match = try #require(matches.first)
        #expect(matches.count == 1)
        #expect(match.kind == .emailAddress)
        #expect(text[match.range].hasSuffix(address))
    }

    @Test(
        "Telephone numbers of the country are found however they are grouped",
        arguments: [
            "020 7946 0123", "(020) 7946 0123", "0207 946 0123", "02079460123", "01632 960123", "01632-960-123",
            "07700 900123", "07700900123", "+44 7700 900123", "+447700900123", "+44 (0)20 7946 0123",
            "0044 20 7946 0123",
            "(+44) 1632 960123", "0800 123 456", "0845 123 4567", "+353 1 234 5678", "020.7946.0123",
        ])
    func telephoneNumber(number: String) {
        for text in [
            number, "Ring \(number).", "Ring \(number), or write.", "(\(number))", "Ring \(number) 5 days a week",
        ] {
            let kinds = IdentifyingText.matches(in: text).map(\.kind)
            #expect(kinds == [.telephoneNumber], "\(text)")
        }
    }

    @Test(
        "Years, money, percentages, dates, codes and references are no telephone numbers, and nothing else either",
        arguments: [
            "between 2010 2011 2012 and 2013", "£0123456789", "£1,234,567,890", "0.2079460123",
            "01/04/2018 to 31/03/2019",
            "FY2018-19-Q3", "AY2023-24", "2021-07-01/2022-01-31", "E09000003", "5b(ii)", "T8; 2a(i)", "SW1",
            "SW1A and E8",
            "0800 1111", "ref 2017-0207946012", "04123 456789", "+12.5 -13.4 -15.2 -10.1", "+5.7", "12,345,678,901",
            "Q3 1st", "T6 6 weeks", "S47 3rd", "the W1 5yr plan", "page 12 of 20", "ISBN 978 0 11", "08% of 12345",
            "https://example.org/view/9434765919/SW1A2AA", "www.example.org/07911123456", "@ofsted", "a@b", "a@b.c1",
            "deadbeef01234567890123", "0123456789012345", "GB123456C", "QQ123456C", "AO123456C", "AB123456E",
        ])
    func nothing(text: String) {
        #expect(found(text).isEmpty)
    }

    // From python-stdnum 2.1, stdnum.gb.nhs, of random numbers.
    @Test(
        "NHS numbers with the right check digit are found, bare and in groups",
        arguments: [
            "7292132170", "7779415104", "4115878401", "7902561223", "7614832019", "6113611752", "6652884038",
            "6984057728",
            "7961807683", "5175973290", "4673150767", "6962680821", "4962173340", "4740132648", "7366998052",
            "7797668779",
        ])
    func nhsNumber(number: String) {
        let digits = Array(number)
        let groups = [String(digits[..<3]), String(digits[3..<6]), String(digits[6...])]
        for text in [number, groups.joined(separator: " "), groups.joined(separator: "-")] {
            #expect(found("Number \(text), seen.") == ["nhs-number: \(text)"])
        }
    }

    @Test(
        "Ten digits with a wrong check digit are no NHS number",
        arguments: [
            "6093266030", "4013921946", "4767802665", "4809869138", "7495903490", "6723894913", "5739754699",
            "7638205835",
            "7903390229", "7558851192", "5273382054", "4889169699", "5565479364", "6675363902", "5280848535",
            "4444444444",
        ])
    func wrongNHSNumber(number: String) {
        #expect(found("Number \(number), seen.").isEmpty)
    }

    // From python-stdnum 2.1, stdnum.gb.upn, of random numbers; the last of each are temporary.
    @Test(
        "Unique pupil numbers are found where the check letter is right, and only there",
        arguments: [
            ("Z801648614121", "V801648614121"), ("F887346200898", "C887346200898"), ("F935558322012", "K935558322012"),
            ("Y801998003000", "G801998003000"), ("U302665322761", "W302665322761"), ("J801463514062", "X801463514062"),
            ("K887921512504", "A887921512504"), ("V887150218625", "H887150218625"), ("Z935085811171", "M935085811171"),
            ("F93524020029P", "U93524020029P"), ("R88740501249Z", "V88740501249Z"), ("M80182881983Z", "K80182881983Z"),
            ("X30276202194H", "R30276202194H"), ("V30257921080U", "E30257921080U"), ("Z93531041150G", "U93531041150G"),
        ])
    func uniquePupilNumber(right: String, wrong: String) {
        #expect(found("UPN: \(right).") == ["unique-pupil-number: \(right)"])
        #expect(found("UPN: \(right.lowercased()).").count == 1)
        #expect(found("UPN: \(wrong).").isEmpty)
        #expect(found("UPN: \(right)1").isEmpty)
    }

    @Test(
        "National Insurance numbers are found, alone and in pairs",
        arguments: ["AB123456C", "AB 12 34 56 C", "ab123456c", "JG-12-34-56-A", "CE 123456 D"])
    func nationalInsuranceNumber(number: String) {
        #expect(found("NI \(number).") == ["national-insurance-number: \(number)"])
    }

    @Test(
        "Full postcodes of every form are found, with and without the space",
        arguments: [
            "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA", "sw1a 2aa", "Sw1a 2aa",
            "SW1A2AA",
            "M11AE", "GIR0AA", "E8  1EA", "AB1 1ST",
        ])
    func postcode(postcode: String) {
        #expect(found("At 1 High Street, \(postcode), until May.") == ["postcode: \(postcode)"])
    }

    @Test(
        "Letters that a postcode cannot have in their place make it none",
        arguments: ["Q1 1AE", "V33 8TH", "CI2 6XH", "CR2 6XC", "W1L 1HQ", "EC1C 1BB", "M1 AEE", "M 1AE", "MMM1 1AE"])
    func noPostcode(text: String) {
        #expect(found("At \(text).").isEmpty)
    }

    @Test(
        "A full date beside a word for birth is a date of birth",
        arguments: [
            ("D.O.B. 14/02/2011", "14/02/2011"), ("dob:14.02.11", "14.02.11"), ("DOB 2011-02-14", "2011-02-14"),
            ("born on 14 February 2011", "14 February 2011"), ("Born 14th of Feb, 2011", "14th of Feb, 2011"),
            ("date of birth (as recorded): 14-Feb-2011", "14-Feb-2011"), ("Date-of-birth\n14 02 2011", "14 02 2011"),
            ("her birthday, February 14th, 2011", "February 14th, 2011"), ("DOB 14022011", "14022011"),
            ("14/02/2011 (DOB)", "14/02/2011"), ("14 February 2011 is her birthday", "14 February 2011"),
            ("birthdate: 2/14/2011", "2/14/2011"),
        ])
    func dateOfBirth(text: String, date: String) {
        #expect(found(text) == ["date-of-birth: \(date)"])
    }

    @Test(
        "A date without such a word, in another sentence, or far away is none",
        arguments: [
            "Inspected on 14 February 2011.", "Unborn children, 14/02/2011",
            "Babies are born. On 14/02/2011 the board met.",
            "born in February 2011", "born 45/13/2011",
            "born to parents known to services, who were seen again by the team on 14/02/2011",
        ])
    func noDateOfBirth(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test(
        "Small numbers of people are found in words and digits",
        arguments: [
            ("Three children moved.", "Three children"), ("We saw 2 looked after children", "2 looked after children"),
            ("one young person", "one young person"), ("five care leavers", "five care leavers"),
            ("4 siblings", "4 siblings"), ("two of the girls", "two of the girls"), ("1 boy", "1 boy"),
            ("(three) children; 3 families.", "3 families"), ("in two families", "two families"),
            ("a girl aged 7 was", "7"), ("a 7-year-old boy", "7-year-old boy"),
            ("a 16 year old pupil", "16 year old pupil"),
        ])
    func smallNumber(text: String, people: String) {
        #expect(found(text) == ["small-number-of-people: \(people)"])
    }

    @Test(
        "Fractions, ranges, labels, larger numbers and things named for people are no small numbers of people",
        arguments: [
            "one in five children", "1 in 4 children", "three out of five children", "two thirds of children",
            "4 to 9 children", "Year 2 pupils", "Key Stage 2 children", "six children", "12 children",
            "£5 for children",
            "1. Children and young people", "two children's homes", "three children’s centres", "two family hubs",
            "one family support worker", "Three Children and Families teams", "4.5 children",
            "fewer than five children",
            "children under 5", "a child aged 16 or 17", "every child aged 5", "two social workers for children",
            "one child more", "five young people’s services", "two people on the board", "one stop shop for families",
            "a 3-year-old plan", "15 children", "2,005 children", "2/3 children",
        ])
    func noSmallNumber(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test("What is small is an option, and so are the kinds")
    func options() {
        #expect(found("seven children", options: .init(largestSmallNumber: 7)).count == 1)
        #expect(found("12 children", options: .init(largestSmallNumber: 12)).count == 1)
        #expect(found("one child", options: .init(largestSmallNumber: -1)).isEmpty)
        let text = "Three children, SW1A 2AA, a.b@example.org"
        for kind in [IdentifyingText.Kind.smallNumberOfPeople, .postcode, .emailAddress] {
            #expect(IdentifyingText.matches(in: text, options: .init(kinds: [kind])).map(\.kind) == [kind])
        }
        #expect(found(text, options: .init(kinds: [.nhsNumber])).isEmpty)
    }

    @Test("Characters that look alike or that nobody sees hide nothing, and the range is that of the text")
    func lookAlikes() {
        let hidden = [
            ("０２０ ７９４６ ０１２３", IdentifyingText.Kind.telephoneNumber), ("020\u{A0}7946\u{202F}0123", .telephoneNumber),
            ("020\u{2011}7946\u{2013}0123", .telephoneNumber), ("943\u{200B} 476 59\u{00AD}19", .nhsNumber),
            ("94\u{2060}34765\u{FEFF}919", .nhsNumber), ("SW1A\u{3000}2AA", .postcode), ("ＳＷ１Ａ　２ＡＡ", .postcode),
            ("a.b\u{200D}@exa\u{200C}mple.org", .emailAddress), ("ａ.b＠example.org", .emailAddress),
            ("٠٢٠ ٧٩٤٦ ٠١٢٣", .telephoneNumber), ("thr\u{200B}ee\u{A0}children", .smallNumberOfPeople),
            ("943\u{0} 476 5919", .nhsNumber),
        ]
        for (text, kind) in hidden {
            let whole = "Né: " + text + "\u{200B} – fin"
            let matches = IdentifyingText.matches(in: whole)
            #expect(matches.map(\.kind) == [kind], "\(text)")
            #expect(matches.first.map { String(whole[$0.range]) } == text)
        }
    }

    @Test("Several things in one text are found in their order, and none overlap")
    func order() {
        let text = "14/02/2011 020 7946 0123 (DOB) a.b@c.org@d.org x@y.org three children at SW1A 2AA, AB123456C"
        let matches = IdentifyingText.matches(in: text)
        #expect(
            matches.map(\.kind) == [
                .dateOfBirth, .telephoneNumber, .emailAddress, .emailAddress, .smallNumberOfPeople, .postcode,
                .nationalInsuranceNumber,
            ])
        for (first, second) in zip(matches, matches.dropFirst()) {
            #expect(first.range.upperBound <= second.range.lowerBound)
        }
    }

    @Test("Any text at all is read to its end, and what was put in is found")
    func anyText() {
        var random = SeededGenerator()
        let pieces = [
            "0", "07", "+44", "(", ")", "@", ".", "a.b", "born", "DOB", " ", "-", "/", "14", "2011", "May", "one", "3",
            "children", "aged", "year", "old", "SW1A", "2AA", "AB", "12", "\u{200B}", "é", "漢", "👩‍👧", "www.", "https://",
            "\n", "’", "£", "%", "\u{0301}", "9434765919", "GIR", "Z80164861412",
        ]
        for _ in 0..<TestSize.count(1_000) {
            let count = Int.random(in: 0..<24, using: &random)
            var text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            text += " ¶ canary@example.org"
            let matches = IdentifyingText.matches(in: text)
            #expect(matches.last?.kind == .emailAddress, "seed \(random.seed): \(text)")
            for (first, second) in zip(matches, matches.dropFirst()) {
                #expect(first.range.upperBound <= second.range.lowerBound, "seed \(random.seed): \(text)")
            }
        }
    }

    @Test("Long hostile texts are read like any others")
    func hostile() {
        // What takes more than its length times a constant would not end today.
        let count = 20_000
        for piece in [
            "@", "a", "0 ", "a@", "a@b.", "born ", "14/02/2011 ", "one ", "www.", "https://", "1", "+", "(", "o'",
        ] {
            let text = String(repeating: piece, count: count) + " x@example.org"
            #expect(IdentifyingText.matches(in: text).last?.kind == .emailAddress, "\(piece)")
        }
    }
}
