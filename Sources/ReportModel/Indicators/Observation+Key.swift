package import ReportVocabulary

extension Observation {
    /// What names a figure: what is measured, when, where and of whom.
    package struct Key: Hashable {
        package var indicator: Indicator.ID
        package var period: ReportingPeriod
        package var area: Area.ID
        package var category: Breakdown.Category.ID?

        package init(
            indicator: Indicator.ID, period: ReportingPeriod, area: Area.ID, category: Breakdown.Category.ID?
        ) {
            self.indicator = indicator
            self.period = period
            self.area = area
            self.category = category
        }

        package func with(indicator: Indicator.ID) -> Key { changed { $0.indicator = indicator } }
        package func with(period: ReportingPeriod) -> Key { changed { $0.period = period } }
        package func with(area: Area.ID) -> Key { changed { $0.area = area } }
        package func with(category: Breakdown.Category.ID?) -> Key { changed { $0.category = category } }

        private func changed(_ change: (inout Key) -> Void) -> Key {
            var key = self
            change(&key)
            return key
        }
    }

    /// What names the figure.
    package var key: Key { Key(indicator: indicator, period: period, area: area, category: category) }
}
