import ReportModel
import ReportVocabulary
import SmallNumbers

extension PackCounts {
    /// Adds the sums over time: every figure of a measure is cut at the days on which another of them begins or ends; see
    /// ``Timeline``.
    ///
    /// A month and a year to date that are two measures of one thing are figures of one measure here.
    mutating func addPeriods(_ keys: [Key]) throws(SmallNumberError) {
        var series: [Key: [Key]] = [:]
        var order: [Key] = []
        if nobodyByMeasure.isEmpty {
            nobodyByMeasure = Dictionary(
                grouping: nobody.filter { !isCounted($0) && words.indicators[$0.indicator]?.accumulation != .snapshot }
                    .sorted(by: Self.precedes), by: measureKey)
        }
        for key in keys {
            guard let indicator = words.indicators[key.indicator], indicator.accumulation != .snapshot else { continue }
            let name = measureKey(of: key)
            if series[name] == nil { order.append(name) }
            series[name, default: []].append(key)
        }
        for name in order {
            let members = series[name] ?? []
            // A round that brings no figure brings no sum.
            guard members.count + (nobodyByMeasure[name]?.count ?? 0) > 1,
                timelines.updateValue(members.count, forKey: name) != members.count
            else {
                continue
            }
            try addTimeline(of: members, name)
        }
    }

    /// The measure whose events an indicator counts: its own, that of which it is declared to be the year to date, or that of
    /// which it is.
    private func measure(of indicator: Indicator.ID) -> Indicator.ID {
        let declared = words.measure(of: indicator)
        return pairs.months[declared].map { words.measure(of: $0) } ?? declared
    }

    /// The name under which the figures of one measure for one place and group are put together.
    private func measureKey(of key: Key) -> Key {
        key.with(indicator: measure(of: key.indicator)).with(period: Self.anyTime)
    }

    private static let anyTime = ReportingPeriod.snapshot(CalendarDate(unchecked: 1970, 1, 1))

    /// What of the figures of a measure is cut at the ends of their periods.
    ///
    /// What is left of each whole is, where it is protected, so that what is left in a time without a figure is never below 0
    /// and hidden where it is small.
    private static var amounts: [WritableKeyPath<Figure, Int?>] { [\.part, \.whole, \.rest] }

    private mutating func addTimeline(of members: [Key], _ name: Key) throws(SmallNumberError) {
        let figures = members.compactMap { key in byKey[key].map { (key: key, figure: $0) } }
        guard let scale = figures.first?.figure.scale else { return }
        struct Time: Hashable {
            let from: Int
            let to: Int
        }
        var implied: [Time: Figure] = [:]
        var order: [Time] = []
        for (place, amount) in Self.amounts.enumerated() {
            var cells: [Int] = []
            var intervals: [Timeline.Interval] = []
            for (key, figure) in figures where figure.scale == scale {
                guard let cell = figure[keyPath: amount] else { continue }
                cells.append(cell)
                intervals.append(interval(of: key, linked.cells[cell].value))
            }
            guard !intervals.isEmpty else { continue }
            try addNobody(like: name, &cells, &intervals)
            let timeline = Timeline(intervals, greatestSmall: greatestSmall)
            // What is left of a whole follows from it and its part where all is known between the ends of figures, and tells
            // nothing where it is never small.
            let isSmallSomewhere = intervals.contains { $0.value > 0 && $0.value <= greatestSmall }
            let isNeeded =
                amount != \.rest || timeline.pieces.contains { $0.isJoint || (isSmallSomewhere && !$0.isKnown) }
            guard !timeline.sums.isEmpty, isNeeded else { continue }
            var positions: [Int] = []
            for piece in timeline.pieces {
                let key = key(of: piece, name)
                let name = TimePiece(
                    key: key, amount: place, value: piece.value, isKnown: piece.isKnown, isExcess: piece.isExcess)
                let position: Int
                if isReadAgain, let known = pieces[name] {
                    position = known
                } else {
                    position = try add(
                        piece.value, implied: piece.isExcess ? .inNoPart : .figure, by: key, isPart: amount != \.whole,
                        isKnown: piece.isKnown)
                    if !isReadAgain { pieces[name] = position }
                }
                positions.append(position)
                guard piece.isKnown, !piece.isExcess, !piece.isJoint else { continue }
                let time = Time(from: piece.from, to: piece.to)
                if implied[time] == nil { order.append(time) }
                var figure = implied[time] ?? Figure(scale: scale)
                figure[keyPath: amount] = figure[keyPath: amount] ?? position
                implied[time] = figure
            }
            func position(_ part: Timeline.Part) -> Int {
                switch part {
                case .figure(let index): cells[index]
                case .piece(let index): positions[index]
                }
            }
            for sum in timeline.sums {
                let (total, parts) = (position(sum.total), sum.parts.map(position))
                guard Set(parts).count == parts.count, !parts.contains(total) else { continue }
                try linked.addRelation(total: total, parts: parts)
                running.formUnion([total] + parts)
            }
        }
        for time in order {
            guard let figure = implied[time] else { continue }
            let key = key(of: .init(from: time.from, to: time.to, value: 0, isKnown: true), name)
            try addRest(of: figure.whole, less: figure.part, known: figure.rest, key)
            follow(key, figure)
        }
    }

    private func interval(of key: Key, _ value: Int) -> Timeline.Interval {
        .init(
            from: key.period.firstDay.daysSince1970, to: key.period.lastDay.daysSince1970 + 1, value: value,
            isRunning: words.indicators[key.indicator]?.accumulation == .yearToDate)
    }

    /// Adds the times for which a symbol says that there was nobody, unless the figures say otherwise.
    private mutating func addNobody(
        like name: Key, _ cells: inout [Int], _ intervals: inout [Timeline.Interval]
    ) throws(SmallNumberError) {
        let keys = nobodyByMeasure[name] ?? []
        let more = keys.map { interval(of: $0, 0) }
        guard !keys.isEmpty, Timeline.agree(intervals + more) else { return }
        for key in keys {
            cells.append(try linked.add(.init(0, display: .always, isNational: words.isNational(key.area))))
            origins.append((key, .figure))
        }
        intervals += more
    }

    private func key(of piece: Timeline.Piece, _ name: Key) -> Key {
        guard let first = CalendarDate(daysSince1970: piece.from), let last = CalendarDate(daysSince1970: piece.to - 1),
            let span = try? ReportingPeriod.span(from: first, through: last)
        else { return name }
        return name.with(period: span)
    }
}
