package import ReportVocabulary

extension ReportPack.Manifest {
    /// Reports on another period, which the title then names in place of the pack's own.
    package mutating func report(on other: ReportingPeriod) {
        title = title(for: other) ?? title
        period = other
    }

    /// The title with another period in place of the pack's own.
    ///
    /// - Parameter other: The other period.
    /// - Returns: `nil` where the title names some period, but not the pack's own in words that are known.
    package func title(for other: ReportingPeriod) -> String? {
        guard other != period else { return title }
        let names = [
            (period.label, other.label), (period.labelWithinSentence, other.labelWithinSentence),
            (period.shortLabel, other.shortLabel), (period.code, other.code),
        ]
        for (own, new) in names where title.contains(own) { return title.replacing(own, with: new) }
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        let namesPeriod = words.contains { word in
            CalendarDate.monthNames.contains { $0.lowercased() == word } || word == "quarter"
                || word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) && word.allSatisfy(\.isNumber)
        }
        return namesPeriod ? nil : title
    }
}
