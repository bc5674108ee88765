import ReportModel
import ReportVocabulary
import SmallNumbers

extension PackCounts {
    /// Adds the sums over time: quarters and years of months, years of quarters, what each period adds to a year to date; and
    /// what is the same count under two names, such as the end of a quarter and of its last month.
    mutating func addPeriods(_ keys: [Key]) throws(SmallNumberError) {
        var sameDay: [Key: [Key]] = [:]
        for key in keys {
            switch words.indicators[key.indicator]?.accumulation {
            case .period: try addShorterPeriods(of: key)
            case .yearToDate:
                try addIncrement(of: key)
                sameDay[key.with(period: .snapshot(key.period.lastDay)), default: []].append(key)
            case .snapshot, .rolling:
                sameDay[key.with(period: .snapshot(key.period.lastDay)), default: []].append(key)
            case nil: break
            }
        }
        for key in keys {
            let same = sameDay[key.with(period: .snapshot(key.period.lastDay))] ?? []
            guard same.first == key else { continue }
            for other in same.dropFirst() { try addSums(total: key, parts: parts([other])) }
        }
    }

    private mutating func addShorterPeriods(of key: Key) throws(SmallNumberError) {
        for parts in key.period.shorterPeriods {
            try addSums(total: key, parts: self.parts(parts.map(key.with(period:))))
        }
    }

    /// What happened between two figures of one year to date.
    ///
    /// The first figure of a year is itself what happened since the year began.
    private mutating func addIncrement(of key: Key) throws(SmallNumberError) {
        guard let before = earlierInYear(key), let now = byKey[key], let then = byKey[before] else { return }
        let part = try addIncrement(now.part, then.part, key, since: before)
        let whole = try addIncrement(now.whole, then.whole, key, since: before)
        try addRest(of: whole, less: part, key)
    }

    private mutating func addIncrement(
        _ total: Int?, _ part: Int?, _ key: Key, since before: Key
    ) throws(SmallNumberError) -> Int? {
        guard let total, let part, total != part else { return nil }
        let more = linked.cells[total].value - linked.cells[part].value
        guard more >= 0 else { return nil }
        let implied = try add(more, implied: .since(before.period), by: key)
        try linked.addRelation(total: total, parts: [part, implied])
        return implied
    }

    /// The figure before one in the same financial year, of the same kind of period.
    private func earlierInYear(_ key: Key) -> Key? {
        var period = key.period.predecessor
        // A month or two without a figure changes nothing: the difference is what happened since the last one.
        for _ in 0..<11 {
            guard let earlier = period, earlier.lastDay.financialYear == key.period.lastDay.financialYear else {
                return nil
            }
            let candidate = key.with(period: earlier)
            if isCounted(candidate) { return candidate }
            period = earlier.predecessor
        }
        return nil
    }
}

extension CalendarDate {
    /// The year in which the financial year began that holds the day.
    fileprivate var financialYear: Int { month >= 4 ? year : year - 1 }
}

extension ReportingPeriod {
    /// The ways in which the period is made up of shorter ones: of months, and a financial year also of quarters.
    fileprivate var shorterPeriods: [[ReportingPeriod]] {
        let months = kind == .month || kind == .snapshot ? [] : steps { try? ReportingPeriod.month($0.month, $0.year) }
        guard kind == .financialYear else { return months.isEmpty ? [] : [months] }
        let quarters = (1...4).compactMap { try? ReportingPeriod.quarter($0, financialYearFrom: firstDay.year) }
        return [months, quarters].filter { !$0.isEmpty }
    }

    /// The periods of a kind from the first day to the last; none where they do not fit.
    private func steps(_ first: (CalendarDate) -> ReportingPeriod?) -> [ReportingPeriod] {
        var result: [ReportingPeriod] = []
        guard firstDay.day == 1, var next = first(firstDay) else { return [] }
        while next.lastDay <= lastDay, result.count < 36 {
            result.append(next)
            guard let following = next.successor else { break }
            next = following
        }
        return result.last?.lastDay == lastDay && result.count > 1 ? result : []
    }
}
