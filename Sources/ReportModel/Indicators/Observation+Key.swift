extension Observation {
    /// What names a figure: what is measured, when, where and of whom.
    struct Key: Hashable {
        var indicator: Indicator.ID
        var period: ReportingPeriod
        var area: Area.ID
        var category: Breakdown.Category.ID?

        func with(indicator: Indicator.ID) -> Key { changed { $0.indicator = indicator } }
        func with(period: ReportingPeriod) -> Key { changed { $0.period = period } }
        func with(area: Area.ID) -> Key { changed { $0.area = area } }
        func with(category: Breakdown.Category.ID?) -> Key { changed { $0.category = category } }

        private func changed(_ change: (inout Key) -> Void) -> Key {
            var key = self
            change(&key)
            return key
        }
    }

    /// What names the figure.
    var key: Key { Key(indicator: indicator, period: period, area: area, category: category) }
}
