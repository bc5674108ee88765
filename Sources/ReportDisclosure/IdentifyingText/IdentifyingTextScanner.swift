import ReportVocabulary

/// Goes through a text once and finds what identifies a person.
///
/// At each word or number it asks the readers of the kinds that can begin there. Each looks at a bounded number of characters,
/// so that no text can make the whole take longer than in proportion to its length.
struct IdentifyingTextScanner {
    /// Something found.
    struct Hit {
        let kind: IdentifyingText.Kind
        let range: Range<Int>
    }

    private let options: IdentifyingText.Options
    private var text = ScannedText()
    private var hits: [Hit] = []
    private var birth = BirthDateContext()
    /// Where the web address ends that the scanner is in.
    private var endOfAddress = 0
    /// The web addresses, in which numbers belong to pages.
    private var addresses: [Range<Int>] = []

    init(options: IdentifyingText.Options) {
        self.options = options
    }

    /// Everything in a text, from the first to the last, by bytes of UTF-8.
    mutating func hits(in string: String) -> [Hit] {
        hits.removeAll(keepingCapacity: true)
        // The shortest is “n=3”.
        guard string.utf8.count >= 3 else { return [] }
        text.read(string)
        birth = BirthDateContext()
        endOfAddress = 0
        addresses.removeAll(keepingCapacity: true)
        var position = 0
        var isInWord = false
        while position < text.count {
            let byte = text[position]
            let wasInWord = isInWord
            isInWord = byte.isLetterOrDigit
            if let end = step(at: position, byte, isStart: isInWord && !wasInWord) {
                position = end
                isInWord = text[end - 1].isLetterOrDigit
            } else {
                position += 1
            }
        }
        if options.kinds.contains(.smallNumberOfPeople) { addSmallNumbers() }
        return hits.map { Hit(kind: $0.kind, range: text.origin(of: $0.range)) }
    }

    /// Adds the small numbers of people that are not part of anything else that was found.
    private mutating func addSmallNumbers() {
        let taken = (hits.map(\.range) + addresses).sorted { $0.lowerBound < $1.lowerBound }
        var small: [Hit] = []
        var (next, end) = (0, 0)
        for range in SmallNumberSearch(text, upTo: options.largestSmallNumber).ranges() where range.lowerBound >= end {
            while next < taken.count, taken[next].upperBound <= range.lowerBound { next += 1 }
            if next < taken.count, taken[next].overlaps(range) { continue }
            small.append(Hit(kind: .smallNumberOfPeople, range: range))
            end = range.upperBound
        }
        if !small.isEmpty { hits = (hits + small).sorted { $0.range.lowerBound < $1.range.lowerBound } }
    }

    /// Looks at one character.
    ///
    /// - Returns: Where to go on, unless at the next character.
    private mutating func step(at position: Int, _ byte: UInt8, isStart: Bool) -> Int? {
        if byte == UInt8(ascii: "@") { return readEmailAddress(around: position) }
        if isStart, byte.lower == UInt8(ascii: "h") || byte.lower == UInt8(ascii: "w") { noteAddress(at: position) }
        // Numbers in a web address belong to pages.
        guard position >= endOfAddress else { return nil }
        if byte == UInt8(ascii: "+") {
            return hit(.telephoneNumber, position, text.internationalTelephoneNumber(at: position))
        }
        if isStart { return byte.isDigit ? readNumber(at: position) : readWord(at: position) }
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?"),
            text[position + 1].isBlank
        {
            birth = BirthDateContext()
        }
        return nil
    }

    private mutating func readNumber(at position: Int) -> Int? {
        if let end = text.telephoneNumber(at: position) { return hit(.telephoneNumber, position, end) }
        if let end = text.nhsNumber(at: position) { return hit(.nhsNumber, position, end) }
        if let date = text.date(at: position), date.isFullDate { return note(date: position..<date.end) }
        return nil
    }

    private mutating func readWord(at position: Int) -> Int? {
        if let end = text.uniquePupilNumber(at: position) { return hit(.uniquePupilNumber, position, end) }
        if let end = text.nationalInsuranceNumber(at: position) { return hit(.nationalInsuranceNumber, position, end) }
        if let end = text.postcode(at: position) { return hit(.postcode, position, end) }
        if let end = text.wordForBirth(at: position) {
            if let date = birth.date(before: position) { add(.dateOfBirth, date) }
            birth = BirthDateContext(endOfWord: end)
            return end
        }
        if let date = text.date(at: position), date.isFullDate { return note(date: position..<date.end) }
        return nil
    }

    private mutating func readEmailAddress(around position: Int) -> Int? {
        guard options.kinds.contains(.emailAddress), let range = text.emailAddress(around: position) else { return nil }
        // What comes before the sign may have looked like something else.
        while let last = hits.last, last.kind != .emailAddress, last.range.upperBound > range.lowerBound {
            hits.removeLast()
        }
        // Of two addresses with one name between them the first has it.
        let start = max(range.lowerBound, hits.last?.range.upperBound ?? 0)
        return start < position ? hit(.emailAddress, start, range.upperBound) : nil
    }

    private mutating func note(date: Range<Int>) -> Int {
        if birth.hasWord(before: date.lowerBound) {
            add(.dateOfBirth, date)
            birth = BirthDateContext()
        } else {
            birth.lastDate = date
        }
        return date.upperBound
    }

    private mutating func noteAddress(at position: Int) {
        guard position >= endOfAddress, text.isWebAddress(at: position) else { return }
        var end = position
        while end < text.count, !text[end].isBlank { end += 1 }
        endOfAddress = end
        addresses.append(position..<end)
    }

    private mutating func hit(_ kind: IdentifyingText.Kind, _ start: Int, _ end: Int?) -> Int? {
        guard let end else { return nil }
        add(kind, start..<end)
        return end
    }

    private mutating func add(_ kind: IdentifyingText.Kind, _ range: Range<Int>) {
        guard options.kinds.contains(kind) else { return }
        // A date of birth is known as one only by a word behind it, and then something may come between.
        let index = hits.lastIndex { $0.range.upperBound <= range.lowerBound }.map { $0 + 1 } ?? 0
        hits.insert(Hit(kind: kind, range: range), at: index)
    }
}
