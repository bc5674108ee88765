// Numbers that are part of a name, as in “section 3” and “Year 6”.

extension NumberReader {
    /// Words before a number that make it part of a name.
    private static let labels: Set<String> = [
        "section", "sections", "page", "pages", "paragraph", "paragraphs", "para", "paras", "appendix", "appendices",
        "annex", "annexes", "table", "tables", "figure", "figures", "chart", "charts", "stage", "stages", "tier",
        "tiers", "level", "levels", "band", "bands", "phase", "phases", "priority", "priorities", "theme", "themes",
        "outcome", "chapter", "chapters", "recommendation", "recommendations", "item", "items", "step", "article",
        "schedule", "schedules", "question", "questions", "version", "class", "principle", "column", "row", "line",
        "strand", "pledge", "objective", "standard", "grade", "quarter", "clause", "regulation", "regulations",
        "slide", "footnote", "option", "domain", "category", "goal",
    ]

    func isLabelled(_ start: Int) -> Bool {
        if let word = text.wordBefore(start), Self.labels.contains(word.text) {
            // “The group - 3 children” and “one group of” name nothing.
            return text[start - 1].isBlank && text[start - 2] != UInt8(ascii: "-")
        }
        // “Year 6”, “Key Stage 2”; “no. 3”.
        if let word = text.wordBefore(start), word.text == "year", text[word.range.lowerBound].isCapital { return true }
        let dot = start - (text[start - 1].isBlank ? 2 : 1)
        if text[dot] == UInt8(ascii: "."), text[dot - 1].lower == UInt8(ascii: "o"), text[dot - 2] == UInt8(ascii: "N"),
            !text[dot - 3].isLetterOrDigit
        {
            return text[start].isDigit
        }
        // “paragraphs 1.2, 1.3 and 1.4”.
        guard let last = found.last, case .name(.label) = last.kind, start - last.range.upperBound <= 6 else {
            return false
        }
        let between = text.word(last.range.upperBound..<start).filter { $0 != " " && $0 != "," }
        // Behind a comma only what is written as a number of a paragraph: “see Table 3, 4 children waited”.
        if between.isEmpty {
            return start > last.range.upperBound && text[text.endOfDigits(from: start, limit: 4)] == UInt8(ascii: ".")
        }
        return ["and", "to", "or", "-", "&"].contains(between)
    }

    /// The date, time or code that begins with digits at a position.
    func name(at start: Int) -> (kind: StatedNumber.Kind, end: Int)? {
        if let date = text.date(at: start) {
            let isSure =
                date.form != .digits && (date.day == nil || (1...31).contains(date.day ?? 0))
                && (1...31).contains(date.month)
            // Three numbers between blanks are numbers.
            if isSure, !(date.form != .words && text[text.endOfDigits(from: start, limit: 4)].isBlank) {
                return (.name(.date), date.endWithoutYear ?? date.end)
            }
        }
        guard text[start].isDigit else { return nil }
        let end = text.endOfDigits(from: start, limit: 40)
        let next = text[end]
        // “2025/26”, “2025-26”, “2025/2026”.
        if end - start == 4, next == UInt8(ascii: "/") || next == UInt8(ascii: "-"),
            (1_900..<2_100).contains(text.number(start..<end))
        {
            let last = text.endOfDigits(from: end + 1, limit: 5)
            let isFollowing =
                [3, 5].contains(last - end) && !text[last].isLetterOrDigit
                && text.number((last - 2)..<last) == (text.number(start..<end) + 1) % 100
            if isFollowing { return (.name(.date), last) }
        }
        // “14:30”, “9.30am”, “9 am”.
        if end - start <= 2, let last = endOfTime(from: end) { return (.name(.time), last) }
        // “00123”, “020 7946 0123”, “4857773456”.
        if end - start >= 10
            || end - start >= 2 && text[start] == UInt8(ascii: "0")
                && !(next == UInt8(ascii: ".") && text[end + 1].isDigit)
        {
            return (.name(.code), endOfGroups(from: end))
        }
        // “1.10.2”.
        if next == UInt8(ascii: "."), text[end + 1].isDigit {
            var last = text.endOfDigits(from: end + 1, limit: 20)
            guard text[last] == UInt8(ascii: "."), text[last + 1].isDigit else { return nil }
            while text[last] == UInt8(ascii: "."), text[last + 1].isDigit {
                last = text.endOfDigits(from: last + 1, limit: 20)
            }
            return (.name(.code), last)
        }
        // “5b(ii)”, “2AA”, “5s”.
        if next.isLetterOrDigit {
            let last = text.endOfRun(from: end, limit: 24)
            if !Self.joinedUnits.contains(text.word(end..<last)) { return (.name(.code), endOfCode(from: last)) }
        }
        return nil
    }

    /// What may be joined to the digits of a number.
    private static let joinedUnits: Set<String> = [
        "k", "m", "mn", "bn", "pp", "ppt", "ppts", "pts", "percent", "st", "nd", "rd", "th", "x", "yr", "yrs", "yo",
        "y", "year",
        "years", "h", "hr", "hrs", "wk", "wks", "week", "weeks", "mth", "mths", "month", "months", "day", "days", "d",
        "children", "boys", "girls", "child", "boy", "girl", "p",
    ]

    private func endOfTime(from end: Int) -> Int? {
        if text[end] == UInt8(ascii: ":") {
            let last = text.endOfDigits(from: end + 1, limit: 3)
            guard last - end == 3 else { return nil }
            return endOfHalfDay(from: last) ?? last
        }
        if text[end] == UInt8(ascii: "."), text.endOfDigits(from: end + 1, limit: 3) - end == 3 {
            return endOfHalfDay(from: end + 3)
        }
        return endOfHalfDay(from: end)
    }

    /// “am” or “pm”.
    private func endOfHalfDay(from end: Int) -> Int? {
        let start = text.endOfBlanks(from: end, limit: 1)
        return text.end(of: "am", from: start) ?? text.end(of: "pm", from: start)
    }

    /// Groups of digits behind blanks and hyphens, as in telephone numbers.
    private func endOfGroups(from start: Int) -> Int {
        var end = start
        while text[end].isBlank || text[end] == UInt8(ascii: "-") {
            let group = text.endOfDigits(from: end + 1, limit: 8)
            guard group - end >= 4, !text[group].isLetterOrDigit, text[group] != UInt8(ascii: ","),
                text[group] != UInt8(ascii: "%")
            else { break }
            end = group
        }
        return end
    }

    /// A reference goes on in brackets and behind points and hyphens.
    private func endOfCode(from start: Int) -> Int {
        var end = start
        for _ in 0..<6 {
            if text[end] == UInt8(ascii: "(") {
                let last = text.endOfRun(from: end + 1, limit: 6)
                guard last > end + 1, text[last] == UInt8(ascii: ")"), !text[end - 1].isBlank else { break }
                end = last + 1
            } else if text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
                || text[end] == UInt8(ascii: "/"),
                text[end + 1].isDigit
                    || text[end] == UInt8(ascii: "-") && text[end + 1].isCapital && text[end + 2].isDigit
            {
                end = text.endOfRun(from: end + 1, limit: 24)
            } else {
                break
            }
        }
        return end
    }

    /// The date or code that begins with letters at a position: “31 March” has its day first, “March 2026” not; “T6”, “CP-01”, “SW1A”.
    func nameInWords(at start: Int, _ end: Int) -> (kind: StatedNumber.Kind, end: Int)? {
        let letters = text.endOfLetters(from: start, limit: 64)
        if letters < end {
            return (.name(.code), endOfCode(from: end))
        }
        if let date = text.date(at: start) { return (.name(.date), date.endWithoutYear ?? date.end) }
        guard text[end] == UInt8(ascii: "-"), text[end + 1].isDigit, text[start].isCapital, end - start <= 6,
            end - start < 2 || text[start + 1].isCapital
        else { return nil }
        return (.name(.code), endOfCode(from: end))
    }
}
