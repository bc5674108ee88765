public import ReportVocabulary

extension ControlChart {
    /// What the latest figure says, in a sentence or two for people who have never seen a control chart.
    ///
    /// - Parameters:
    ///   - unit: The unit of the figures; percentages get their sign.
    ///   - decimals: How many decimals are shown; by default as usual for the unit.
    /// - Returns: Such as "The last seven months have all been above the average of 81.2%: a run this long is unlikely to be
    ///   chance. Higher is better here, so it is an improvement."
    public func variationExplanation(unit: MeasurementUnit = .unspecified, decimals: Int? = nil) -> String {
        let numbers = FigureText(unit, decimals: decimals)
        guard let latest = points.last, let segment = segments.last else { return "" }
        guard let value = latest.value else {
            return "There is no figure for \(latest.period.label), so nothing can be said about the latest period."
        }
        if let limitation = limitation(of: segment, numbers) { return limitation }
        guard let signal = latest.signal else { return ordinary(value, segment, numbers) }
        return pattern(signal, value, segment, numbers) + " " + meaning(of: latest.type)
    }

    /// Why the range allows no judgement, in a sentence or two; `nil` where it does.
    private func limitation(of segment: Segment, _ numbers: FigureText) -> String? {
        if segment.hasSteps {
            let drift = steadyDrift(of: segment)
            let words =
                "The figures have changed in steps\(drift.map { ", or \($0 ? "risen" : "fallen") steadily" } ?? ""), so no single "
                + "expected range fits them."
            guard let proposal = proposedBreak else { return words }
            let (before, after) = (numbers.text(proposal.before), numbers.text(proposal.after))
            return words
                + " \(drift == nil ? "A break" : "If it was a step, it") may lie before \(proposal.period.labelWithinSentence): the "
                + "average was \(before) until then and has been \(after) since."
        }
        if segment.isRare {
            return
                "Most figures are the same as the one before, so a chart of ups and downs cannot judge the few that differ."
        }
        if let rebase = segment.rebase, segment.valueCount < Options.fewestPoints {
            let count = segment.valueCount == 1 ? "one figure" : "\(CountText.word(segment.valueCount)) figures"
            return
                "There \(segment.valueCount == 1 ? "is" : "are") only \(count) since the break on \(rebase.day.label): too few to "
                + "tell real change from ordinary ups and downs."
        }
        return nil
    }

    private func ordinary(_ value: Double, _ segment: Segment, _ numbers: FigureText) -> String {
        guard let limits = segment.limits else {
            return segment.warnings.contains(.flat)
                ? "The figures do not change from one \(noun) to the next, so there are no ups and downs to judge."
                : "There are too few figures in a row to tell real change from ordinary ups and downs."
        }
        let range = limits.reachable(in: numbers.unit)
        return "The latest figure, \(numbers.text(value)), lies within the expected range of "
            + "\(numbers.range(range.lowerBound, range.upperBound)): "
            + "ordinary ups and downs explain it, and nothing suggests a real change."
    }

    private func pattern(_ signal: Signal, _ value: Double, _ segment: Segment, _ numbers: FigureText) -> String {
        let side = signal.isUpwards ? "above" : "below"
        let mean = segment.mean.map { " of \(numbers.text($0))" } ?? ""
        switch signal.rule {
        case .outside:
            let limit = segment.limits.map { " of \(numbers.text(signal.isUpwards ? $0.upper : $0.lower))" } ?? ""
            return
                "The latest figure, \(numbers.text(value)), is \(side) the \(signal.isUpwards ? "upper" : "lower") end"
                + "\(limit) of the expected range: this is unlikely to be chance."
        case .trend:
            let steps = CountText.word(trailingSteps(signal.isUpwards, segment))
            return "Each of the last \(steps) \(noun)s has been \(signal.isUpwards ? "higher" : "lower") than the one "
                + "before: a run this long is unlikely to be chance."
        case .twoInThree:
            return
                "At least two of the last three \(noun)s are close to the \(signal.isUpwards ? "upper" : "lower") end of "
                + "the expected range, and all three are \(side) the average\(mean): this is unlikely to be chance."
        case .shift:
            let length = CountText.word(trailingRun(segment))
            return
                "The last \(length) \(noun)s have all been \(side) the average\(mean): a run this long is unlikely to be chance."
        }
    }

    /// The pattern of the latest figure in a few words for a table; `nil` where chance explains it.
    ///
    /// Such as "below the expected range of 80.2% to 91.4%".
    package func variationPhrase(unit: MeasurementUnit, decimals: Int) -> String? {
        let numbers = FigureText(unit, decimals: decimals)
        guard isStable, let latest = points.last, let segment = segments.last, let signal = latest.signal else {
            return nil
        }
        let side = signal.isUpwards ? "above" : "below"
        switch signal.rule {
        case .outside:
            guard let range = segment.limits?.reachable(in: unit) else { return nil }
            return
                "\(side) the expected range of \(numbers.range(range.lowerBound, range.upperBound))"
        case .trend:
            let steps = CountText.word(trailingSteps(signal.isUpwards, segment))
            return "\(steps) \(signal.isUpwards ? "rises" : "falls") in a row"
        case .twoInThree:
            return "close to the \(signal.isUpwards ? "upper" : "lower") end of the expected range"
        case .shift:
            let average = segment.mean.map { " of \(numbers.text($0))" } ?? ""
            return "\(CountText.word(trailingRun(segment))) \(noun)s in a row \(side) the average\(average)"
        }
    }

    private func meaning(of type: PointType) -> String {
        let better =
            switch improvement {
            case .increase: "Higher is better here, so it is"
            case .decrease: "Lower is better here, so it is"
            case .neutral: "It is"
            }
        switch type {
        case .commonCause: return ""
        case .improvement: return better + " an improvement."
        case .concern: return better + " a cause for concern."
        case .neutralHigh, .neutralLow: return better + " a real change, but neither good nor bad in itself."
        }
    }

    /// Whether the target will be met, in a sentence for people who have never seen a control chart.
    ///
    /// - Parameters:
    ///   - unit: The unit of the figures; percentages get their sign.
    ///   - decimals: How many decimals are shown for the expected range; by default as usual for the unit.
    /// - Returns: Such as "All of the expected range, 88.2% to 93.4%, misses the target of at least 95%: the target will keep
    ///   being missed unless something changes."
    public func assuranceExplanation(unit: MeasurementUnit = .unspecified, decimals: Int? = nil) -> String {
        guard let requirement else { return "There is no target to compare the figures with." }
        guard let assurance, let limits = segments.last?.limits else {
            return "Whether the target will be met cannot be told: the latest figures give no expected range."
        }
        let numbers = FigureText(unit, decimals: decimals)
        if let segment = segments.last, limitation(of: segment, numbers) != nil {
            return "Whether the target will be met cannot be told, because no expected range fits the latest figures."
        }
        let range = limits.reachable(in: unit)
        let expected = "the expected range, \(numbers.range(range.lowerBound, range.upperBound)),"
        let target = "the target of \(requirement.label(in: unit))"
        switch assurance {
        case .consistentlyPasses:
            guard outlook != nil else { return contradiction("All of \(expected) meets \(target)") }
            return "All of \(expected) meets \(target): it will keep being met unless something changes."
        case .consistentlyFails:
            guard outlook != nil else { return contradiction("All of \(expected) misses \(target)") }
            return "All of \(expected) misses \(target): it will keep being missed unless something changes."
        case .inconsistent:
            return
                "Only part of \(expected) meets \(target): some \(noun)s will meet it and some will not, by chance alone, "
                + "unless something changes."
        }
    }

    /// Why no promise is made though the limits would allow one.
    private func contradiction(_ words: String) -> String {
        guard isStable else { return "\(words), but there are too few figures to say whether that will last." }
        return points.last?.signal == nil
            ? "\(words), but the last figures do not all agree, so nothing is said about those to come."
            : "\(words), but the latest figures stand out from that range, so nothing is said about those to come."
    }

    /// What a figure stands for, such as "month".
    private var noun: String {
        switch points.first?.period.kind {
        case .month: "month"
        case .quarter: "quarter"
        case .financialYear, .academicYear, .calendarYear: "year"
        case .snapshot, .span, nil: "figure"
        }
    }

    /// How many of the last steps of a segment go the same way.
    private func trailingSteps(_ isUpwards: Bool, _ segment: Segment) -> Int {
        var steps = 0
        for index in segment.points.dropFirst().reversed() {
            guard let value = points[index].value, let previous = points[index - 1].value,
                isUpwards ? value > previous : value < previous
            else { break }
            steps += 1
        }
        return steps
    }

    /// How many of the last points of a segment lie on the same side of the average.
    private func trailingRun(_ segment: Segment) -> Int {
        let side = points[segment.points.upperBound - 1].side
        return segment.points.reversed().prefix { points[$0].side == side }.count
    }
}

extension ControlChart.Warning {
    /// The warning in a sentence for people.
    public var explanation: String {
        switch self {
        case .fewPoints(let count), .fewValues(let count):
            "The expected range rests on \(count == 1 ? "one figure" : "\(CountText.word(count)) figures"); "
                + "with fewer than \(ControlChart.Options.fewestPoints) it may move a good deal as more come in."
        case .flat:
            "The figures do not change from one to the next, so there is no expected range to compare them with."
        case .noNeighbours:
            "No two neighbouring figures are known, so there is no expected range."
        case .noValues:
            "No figures are known, so there is neither an average nor an expected range."
        case .screeningSkipped:
            "Apart from a single jump the figures do not change; the jump was kept when the expected range was worked out."
        case .rareEvents(let changes, let values):
            "Only \(CountText.word(changes)) of \(CountText.word(values)) figures differ from the one before, so an expected range "
                + "says little: the events are too rare for this kind of chart."
        case .drifting(let signals, let values):
            "\(signals) of \(values) figures stand out. The measure has changed in steps, so no single expected range fits it."
        case .latestValueMissing:
            "There is no figure for the latest period."
        case .overlappingPeriods:
            "The figures are about periods that overlap. Neighbouring figures share much of their data and differ little, so "
                + "the expected range is too narrow."
        }
    }
}

extension ControlChart.Segment {
    /// The average and the expected range in a sentence for people.
    ///
    /// - Parameters:
    ///   - unit: The unit of the figures; percentages get their sign.
    ///   - decimals: How many decimals are shown; by default as usual for the unit.
    /// - Returns: The sentence, with the reason for a rebase where there is one.
    public func explanation(unit: MeasurementUnit = .unspecified, decimals: Int? = nil) -> String {
        let numbers = FigureText(unit, decimals: decimals)
        var text: String
        switch (mean, limits?.reachable(in: unit)) {
        case (let mean?, let range?):
            text = "The average is \(numbers.text(mean)); the expected range is "
            text += numbers.range(range.lowerBound, range.upperBound)
        case (let mean?, nil): text = "The average is \(numbers.text(mean)); there is no expected range"
        case (nil, _): text = "There is no average and no expected range"
        }
        if let rebase { text += ". Worked out afresh from \(rebase.day.label): \(rebase.reason)" }
        return text.hasSuffix(".") ? text : text + "."
    }
}
