import ReportVocabulary

/// Looks in free text for what should not be in a report: whatever identifies a person.
///
/// ```swift
/// for match in IdentifyingText.matches(in: "Ring 020 7946 0123 or write to a.b@example.org.") {
///     print(match.kind.label)
/// }
/// // a telephone number
/// // an e-mail address
/// ```
///
/// Numbers with a check digit count only where it is right, so that few other numbers are taken for one. Look-alikes of the
/// same character (full-width letters, digits of other scripts), blanks of any width, dashes of any length and characters
/// that nobody sees do not hide anything. Names of people are not looked for: no rule tells them from other words.
///
/// The search asks nothing of the world outside, keeps nothing, and takes time in proportion to the length of the text,
/// whatever the text is.
public enum IdentifyingText {
    /// What can identify a person.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// An e-mail address.
        case emailAddress = "email-address"
        /// A telephone number: of the United Kingdom with 10 or 11 digits, or of any country with its code.
        ///
        /// The lengths are those of Ofcom's National Telephone Numbering Plan. Numbers of fewer digits, such as
        /// Childline's, belong to services.
        case telephoneNumber = "telephone-number"
        /// An NHS number whose check digit is right.
        ///
        /// Ten digits, bare or in groups of three, three and four; modulus 11 as the NHS Data Model and Dictionary has it
        /// under NHS NUMBER.
        case nhsNumber = "nhs-number"
        /// A unique pupil number, permanent or temporary, whose check letter is right.
        ///
        /// Modulus 23 as in the Department for Education's *Unique pupil numbers (UPNs): a guide for schools and local
        /// authorities*.
        case uniquePupilNumber = "unique-pupil-number"
        /// A National Insurance number with a prefix that is in use, as HMRC's National Insurance Manual describes it in
        /// NIM39110.
        case nationalInsuranceNumber = "national-insurance-number"
        /// A full date beside a word for birth.
        case dateOfBirth = "date-of-birth"
        /// A full postcode, which is some fifteen addresses.
        ///
        /// The forms and letters are those of BS 7666 and Royal Mail's Postcode Address File. The first half alone, such as
        /// SW1A, names a district and does not count.
        case postcode
        /// A small number of children or families in words or digits, or the age of a single child.
        ///
        /// Such as “three children”, “boys: 3”, “n=3”, “4 out of 6”, “two of whom”, “both girls”, “a girl aged 7”, “the 14 year
        /// old” and “JS, 14”.
        ///
        /// Narrative often repeats what tables hide. Read what is found: many such sentences are harmless.
        case smallNumberOfPeople = "small-number-of-people"

        /// The kind for people, with its article.
        public var label: String {
            switch self {
            case .emailAddress: "an e-mail address"
            case .telephoneNumber: "a telephone number"
            case .nhsNumber: "an NHS number"
            case .uniquePupilNumber: "a unique pupil number"
            case .nationalInsuranceNumber: "a National Insurance number"
            case .dateOfBirth: "a date of birth"
            case .postcode: "a full postcode"
            case .smallNumberOfPeople: "a small number of people"
            }
        }

        /// What to do about it.
        var advice: String {
            switch self {
            case .emailAddress, .telephoneNumber: "take it out, or name a role or a team in its place"
            case .nhsNumber, .uniquePupilNumber, .nationalInsuranceNumber: "take it out; a report has no use for it"
            case .dateOfBirth: "take it out, or give a range of ages in its place"
            case .postcode: "take it out, or name a ward or a district in its place"
            case .smallNumberOfPeople: "check that nobody can be recognised from it, or write “a small number”"
            }
        }
    }

    /// What to look for.
    public struct Options: Sendable, Hashable {
        /// The kinds to look for.
        public var kinds: Set<Kind>
        /// The greatest number of people that is small, in digits or words.
        ///
        /// From 0, which finds none, to 99.
        public var largestSmallNumber: Int

        /// Chooses what to look for.
        ///
        /// - Parameters:
        ///   - kinds: The kinds to look for.
        ///   - largestSmallNumber: The greatest number of people that is small; out of range, the nearest within it.
        public init(kinds: Set<Kind> = Set(Kind.allCases), largestSmallNumber: Int = 5) {
            self.kinds = kinds
            self.largestSmallNumber = min(max(largestSmallNumber, 0), 99)
        }

        /// Every kind, and numbers up to 5.
        public static let `default` = Options()
    }

    /// Something that was found, and where.
    public struct Match: Sendable, Hashable {
        /// What it is.
        public let kind: Kind
        /// Where it is in the text.
        public let range: Range<String.Index>
    }

    /// Finds everything in a text that identifies a person.
    ///
    /// - Complexity: O(*n*) for a text of *n* bytes.
    /// - Parameters:
    ///   - text: The text.
    ///   - options: What to look for.
    /// - Returns: What was found, from the first to the last; no two overlap.
    public static func matches(in text: String, options: Options = .default) -> [Match] {
        var scanner = IdentifyingTextScanner(options: options)
        var index = text.startIndex
        var offset = 0
        // Each step goes on from the one before, so that a text in UTF-16 is not counted through again and again.
        func advance(to target: Int) -> String.Index {
            index = text.utf8.index(index, offsetBy: target - offset)
            offset = target
            return index
        }
        return scanner.hits(in: text).map { hit in
            let lower = advance(to: hit.range.lowerBound)
            return Match(kind: hit.kind, range: lower..<advance(to: hit.range.upperBound))
        }
    }
}
