extension PackCounts {
    /// What names a figure.
    struct Key: Hashable {
        let indicator: Indicator.ID
        let period: ReportingPeriod
        let area: Area.ID
        let category: Breakdown.Category.ID?

        init(_ observation: Observation) {
            indicator = observation.indicator
            period = observation.period
            area = observation.area
            category = observation.category
        }

        init(
            indicator: Indicator.ID, period: ReportingPeriod, area: Area.ID, category: Breakdown.Category.ID?
        ) {
            self.indicator = indicator
            self.period = period
            self.area = area
            self.category = category
        }

        func with(indicator: Indicator.ID) -> Key {
            Key(indicator: indicator, period: period, area: area, category: category)
        }

        func with(period: ReportingPeriod) -> Key {
            Key(indicator: indicator, period: period, area: area, category: category)
        }

        func with(area: Area.ID) -> Key {
            Key(indicator: indicator, period: period, area: area, category: category)
        }

        func with(category: Breakdown.Category.ID?) -> Key {
            Key(indicator: indicator, period: period, area: area, category: category)
        }
    }
}
