import ReportModel
import ReportVocabulary

/// What reads short texts.
enum TextTargets {
    static func periods(_ text: String) throws {
        if let period = try? ReportingPeriod(text) {
            let again = try? ReportingPeriod(period.code)
            try promise(again == period, "\(period.code) is not the period that was read from it.")
            try promise(period.firstDay <= period.lastDay, "\(period.code) ends before it starts.")
        }
        if let date = DateReader.read(text).date {
            let again = try? PartialDate(iso: "\(date)")
            try promise(again == date, "\(date) is not the date that was read from it.")
        }
        let scanned = ScannedText(text)
        for start in scanned.bytes.indices {
            guard let found = scanned.date(at: start) else { continue }
            try promise(found.end > start && found.end <= scanned.bytes.count, "A date ends at \(found.end).")
        }
    }

    static func references(_ text: String) throws {
        if let reference = try? PlanReference(text) {
            let again = try? PlanReference("\(reference)")
            try promise(again == reference, "\(reference) is not the reference that was read from it.")
        }
        if let reference = try? FigureReference(text), reference.observed != nil {
            let again = try? FigureReference("\(reference)")
            try promise(again == reference, "\(reference) is not the reference that was read from it.")
        }
    }

    static func numbers(_ text: String) throws {
        let scanned = ScannedText(text)
        var end = 0
        for number in NumberReader.numbers(in: scanned) {
            try promise(number.range.lowerBound >= end, "Two numbers share \(number.range).")
            try promise(number.value.isFinite, "A number is \(number.value).")
            if let upper = number.upper { try promise(upper.isFinite, "The end of a range is \(upper).") }
            end = number.range.upperBound
        }
        _ = NumberReader.whole(of: text)
        let stated = StatedFigure(text)
        if let value = stated.value { try promise(value.isFinite, "A figure is \(value).") }
    }
}
