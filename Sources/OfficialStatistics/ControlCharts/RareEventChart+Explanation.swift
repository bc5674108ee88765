package import ReportVocabulary

extension RareEventChart {
    /// What the events are, in words.
    package enum Subject: String, Sendable, Hashable {
        /// What the measure counts.
        case counted
        /// What is left of a share that is nearly always whole: the cases that the measure does not count.
        case missed
    }

    /// What the chart says, in sentences for people who have never seen one.
    ///
    /// - Parameter subject: What the events are.
    /// - Returns: Such as "Most months have none, so what counts is the time between one and the next: there were six in 30 months. The
    ///   last was in March 2026, and the time since is nothing unusual."
    package func explanation(of subject: Subject = .counted) -> String {
        [introduction(subject), state].compactMap(\.self).joined(separator: " ") + meaning
    }

    private var noun: String { counts.first?.period.kind.periodNoun ?? "period" }

    private func introduction(_ subject: Subject) -> String {
        let many = CountText.word(events)
        let verb = events == 1 ? "was" : "were"
        switch (kind, subject) {
        case (.time, _):
            return
                "Most \(noun)s have none, so what counts is the time between one and the next: there \(verb) \(many) in "
                + "\(counts.count) \(noun)s."
        case (.cases, .counted):
            return
                "Most \(noun)s have none, so what counts is the number of cases between one and the next: there \(verb) \(many) among "
                + "\(DecimalText.grouped(allCases)) cases."
        case (.cases, .missed):
            return
                "In most \(noun)s every case is in it, so what counts is the number of cases between those that are not: there "
                + "\(verb) \(many) among \(DecimalText.grouped(allCases)) cases."
        }
    }

    private var allCases: Int { counts.reduce(0) { $0 + ($1.cases ?? 0) } }

    private var state: String? {
        guard let last = intervals.last, let end = counts.last else { return nil }
        let stretch = kind == .time ? "time" : "number of cases"
        switch signal {
        case .many:
            return
                "There were \(CountText.word(end.events)) in \(end.period.labelWithinSentence): so many in one \(noun) are unlikely to "
                + "be chance."
        case .long:
            return
                "There has been none since \(last.period.labelWithinSentence): so long a \(stretch) without one is unlikely to be "
                + "chance."
        case .shorter(let run):
            return
                "The last \(CountText.word(run)) all came after a shorter \(stretch) than usual: a run this long is unlikely to be "
                + "chance."
        case .longer(let run):
            return
                "The last \(CountText.word(run)) all came after a longer \(stretch) than usual: a run this long is unlikely to be "
                + "chance."
        case nil: break
        }
        guard upper != nil else {
            let others = last.period == end.period ? "" : " The last was in \(last.period.labelWithinSentence)."
            return "That is too few to say what is usual.\(others)"
        }
        guard last.period == end.period else {
            return "The last was in \(last.period.labelWithinSentence), and the \(stretch) since is nothing unusual."
        }
        let latest = last.period.labelWithinSentence
        return switch last.side {
        case .on: "The last was in \(latest), after a \(stretch) that is nothing unusual."
        case .above:
            "The last was in \(latest), after an unusually \(kind == .time ? "long time" : "large number of cases") without one."
        case .below: "The last was in \(latest), unusually soon after the one before it."
        }
    }

    private var meaning: String {
        let better =
            switch improvement {
            case .increase: "More of them is better here"
            case .decrease: "Fewer of them is better here"
            case .neutral: ""
            }
        return switch judgement {
        case .commonCause: ""
        case .improvement: " \(better), so it is an improvement."
        case .concern: " \(better), so it is a cause for concern."
        case .neutralHigh, .neutralLow: " It is a real change, but neither good nor bad in itself."
        }
    }

    /// The pattern at the end in a few words for a table; `nil` where chance explains it.
    package var phrase: String? {
        guard let last = intervals.last, let end = counts.last else { return nil }
        return switch signal {
        case .many: "\(CountText.word(end.events)) in one \(noun), where most have none"
        case .long: "none since \(last.period.labelWithinSentence), longer than usual"
        case .shorter(let run): "\(CountText.word(run)) in a row sooner than usual"
        case .longer(let run): "\(CountText.word(run)) in a row later than usual"
        case nil: nil
        }
    }
}

extension ReportingPeriod.Kind {
    /// The noun for one of its kind, such as "month".
    package var periodNoun: String {
        switch self {
        case .month: "month"
        case .quarter: "quarter"
        case .financialYear, .academicYear, .calendarYear: "year"
        case .snapshot, .span: "period"
        }
    }
}
