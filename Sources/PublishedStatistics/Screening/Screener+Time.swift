import ReportVocabulary

extension Screener {
    mutating func checkTime(_ data: ScreenedData) {
        guard let periods = data.texts(of: "time_period"), let identifiers = data.texts(of: "time_identifier") else {
            skip([.time], "The data have no time_period or no time_identifier.")
            return
        }
        var families: [Int] = []
        for (identifier, place) in identifiers.all {
            if let family = TimeIdentifier.family(of: identifier) {
                if !families.contains(family) { families.append(family) }
                continue
            }
            let near = NearestName.nearest(to: identifier, among: TimeIdentifier.all)
            note(
                .timeIdentifierValid, in: data.file, line: place.line, column: "time_identifier", count: place.count,
                identifier.isEmpty
                    ? "The time_identifier is blank in \(Self.rows(place.count))."
                    : "\(MessageText.quoted(identifier)) is not a time_identifier."
                        + (near.map { " Did you mean \(MessageText.quoted($0))?" } ?? ""))
        }
        if families.count > 1 {
            let names = families.map { TimeIdentifier.families[$0].names }
            let used = identifiers.texts.filter { text in names.contains { $0.contains(text) } }
            let line = identifiers.all.first { TimeIdentifier.family(of: $0.0) == families[1] }?.1.line
            note(
                .timeIdentifierMix, in: data.file, line: line, column: "time_identifier", count: families.count,
                "\(Self.list(used)) do not go together in one file.")
        }
        var wrongLengths: [(String, ScreenedData.Occurrence)] = []
        let digits = families.count == 1 ? TimeIdentifier.families[families[0]].digits : nil
        if digits == nil { skip([.timePeriodLength], "It is not clear of which kind the times are.") }
        for (period, place) in periods.all {
            let isNumber = period.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let length = period.utf8.count
            guard isNumber, length == 4 || length == 6 else {
                note(
                    .timePeriodDigits, in: data.file, line: place.line, column: "time_period", count: place.count,
                    period.isEmpty
                        ? "The time_period is blank in \(Self.rows(place.count))."
                        : "\(MessageText.quoted(period)) is not a number of four or six digits.")
                continue
            }
            if let digits, length != digits { wrongLengths.append((period, place)) }
            if length == 6, TimePeriod(code: period, identifier: "").endYear == nil {
                let start = Int(period.prefix(4)) ?? 0
                let next = (start + 1) % 100
                note(
                    .timePeriodConsecutive, in: data.file, line: place.line, column: "time_period", count: place.count,
                    "\(MessageText.quoted(period)) does not name two years that follow each other; after \(start) comes "
                        + "\(start)\(next < 10 ? "0" : "")\(next).")
            }
        }
        if let (_, place) = wrongLengths.first, let digits {
            note(
                .timePeriodLength, in: data.file, line: place.line, column: "time_period", count: wrongLengths.count,
                "\(Self.list(wrongLengths.map(\.0))) \(wrongLengths.count == 1 ? "has" : "have") not \(digits) digits, as "
                    + "\(MessageText.quoted(identifiers.texts.first ?? "")) needs.")
        }
    }
}
