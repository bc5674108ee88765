import ReportVocabulary

/// What a scanner knows of births in the sentence that it is in.
///
/// A date is a date of birth beside a word for it: up to forty characters behind the word, or twenty-four before it.
struct BirthDateContext {
    /// Where the last word for birth ends.
    var endOfWord: Int?
    /// The last full date without a word for birth before it.
    var lastDate: Range<Int>?

    func hasWord(before date: Int) -> Bool { endOfWord.map { date - $0 <= 40 } ?? false }

    func date(before word: Int) -> Range<Int>? { lastDate.flatMap { word - $0.upperBound <= 24 ? $0 : nil } }
}

extension ScannedText {
    private static let wordsForBirth: [StaticString] = [
        "born", "birthday", "birthdate", "birth date", "date of birth", "date-of-birth", "dob", "d.o.b.", "d.o.b",
    ]

    /// The end of a word for birth.
    func wordForBirth(at start: Int) -> Int? {
        guard self[start].lower == UInt8(ascii: "b") || self[start].lower == UInt8(ascii: "d") else { return nil }
        for words in Self.wordsForBirth {
            if let end = self.end(of: words, from: start) { return end }
        }
        return nil
    }
}
