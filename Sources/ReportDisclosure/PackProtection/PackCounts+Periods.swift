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
        for key in keys {
            guard let indicator = words.indicators[key.indicator], indicator.accumulation != .snapshot else { continue }
            let name = key.with(indicator: words.measure(of: key.indicator)).with(period: Self.anyTime)
            if series[name] == nil { order.append(name) }
            series[name, default: []].append(key)
        }
        for name in order {
            let members = series[name] ?? []
            // A round that brings no figure brings no sum.
            guard members.count > 1, timelines.updateValue(members.count, forKey: name) != members.count else {
                continue
            }
            try addTimeline(of: members, name)
        }
    }

    private static let anyTime = ReportingPeriod.snapshot(CalendarDate(unchecked: 1970, 1, 1))

    private mutating func addTimeline(of members: [Key], _ name: Key) throws(SmallNumberError) {
        let figures = members.compactMap { key in byKey[key].map { (key: key, figure: $0) } }
        guard let scale = figures.first?.figure.scale else { return }
        struct Time: Hashable {
            let from: Int
            let to: Int
        }
        var implied: [Time: Figure] = [:]
        var order: [Time] = []
        for isWhole in [false, true] {
            var cells: [Int] = []
            var intervals: [Timeline.Interval] = []
            for (key, figure) in figures where figure.scale == scale {
                guard let cell = isWhole ? figure.whole : figure.part else { continue }
                cells.append(cell)
                intervals.append(
                    .init(
                        from: key.period.firstDay.daysSince1970, to: key.period.lastDay.daysSince1970 + 1,
                        value: linked.cells[cell].value,
                        isRunning: words.indicators[key.indicator]?.accumulation == .yearToDate))
            }
            let timeline = Timeline(intervals, greatestSmall: greatestSmall)
            guard !timeline.sums.isEmpty else { continue }
            var positions: [Int] = []
            for piece in timeline.pieces {
                let key = key(of: piece, name)
                let position = try add(
                    piece.value, implied: piece.isExcess ? .inNoPart : .figure, by: key, isPart: !isWhole,
                    isKnown: piece.isKnown)
                positions.append(position)
                guard piece.isKnown, !piece.isExcess, !piece.isJoint else { continue }
                let time = Time(from: piece.from, to: piece.to)
                if implied[time] == nil { order.append(time) }
                var figure = implied[time] ?? Figure(scale: scale)
                if isWhole { figure.whole = figure.whole ?? position } else { figure.part = figure.part ?? position }
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
            try addRest(of: figure.whole, less: figure.part, key)
            follow(key, figure)
        }
    }

    private func key(of piece: Timeline.Piece, _ name: Key) -> Key {
        guard let first = CalendarDate(daysSince1970: piece.from), let last = CalendarDate(daysSince1970: piece.to - 1),
            let span = try? ReportingPeriod.span(from: first, through: last)
        else { return name }
        return name.with(period: span)
    }
}
