import FamilyServicesKit

extension PackWriter {
    /// Writes `indicators.csv` and `targets.csv`.
    func writeIndicators() throws {
        var table = try folder.table(
            .indicators,
            [
                "id", "title", "group", "part", "service", "definition", "numerator", "denominator", "population",
                "unit", "decimals", "accumulation", "polarity", "target", "tolerance", "target_level", "timescale",
                "timescale_from",
                "timescale_to", "timescale_authority", "owner", "breakdown", "plan_references", "source", "respondents",
            ])
        var targets = try folder.table(.targets, ["indicator", "target", "tolerance", "level", "from", "until"])
        for index in 0..<size.indicators {
            let series = IndicatorCatalogue.series(index, model: model)
            let item = series.definition
            let timescale = item.timescale + Array(repeating: "", count: 4 - min(item.timescale.count, 4))
            try table.row(
                [
                    series.id, item.title, item.group, series.part, item.service.rawValue, item.definition,
                    item.numerator,
                    item.denominator, item.population, item.unit.code, item.decimals.map { String($0) } ?? "",
                    item.accumulation == .period ? "" : item.accumulation.code,
                    item.polarity.rawValue, item.target, item.tolerance, item.targetLevel,
                ] + timescale + [item.owner, series.split?.rawValue ?? "", item.references, "performance-system"])
            for target in item.targets {
                try targets.row([
                    series.id, target.target, target.tolerance, target.level, target.from, target.until,
                ])
            }
        }
        try writeSurveyQuestions(into: &table)
        try table.finish()
        try targets.finish()
    }

    /// Writes `observations.csv`, one indicator after the other.
    ///
    /// - Returns: How many rows it has.
    func writeObservations() throws -> Int {
        var table = try folder.table(
            .observations,
            [
                "indicator", "period", "area", "category", "numerator", "denominator", "value", "qualifier", "note",
                "source",
            ])
        for index in 0..<size.indicators {
            let series = IndicatorCatalogue.series(index, model: model)
            for month in model.reported { try writeMonth(month, of: series, into: &table) }
            if series.copy == 0, series.definition.comparators != nil { try writeYears(of: series, into: &table) }
        }
        try writeBenchmarks(into: &table)
        try writeSurveyAnswers(into: &table)
        let rows = table.rows
        try table.finish()
        return rows
    }

    private func writeMonth(_ month: Int, of series: Series, into table: inout CSVTable) throws {
        let ago = model.ago(month)
        let period = model.months[month].code
        let gap = series.definition.gaps.first { $0.ago.contains(ago) }
        // Conferences and reviews of the last days of a month are written up in the next.
        let isProvisional = ago == 0 && ["cp-core-groups", "cic-reviews", "cic-initial-health"].contains(series.id)
        func write(area: String, category: String, _ figure: Figure) throws {
            var cells = [series.id, period, area, category]
            if let gap {
                cells += ["", "", gap.shorthand, "", area.isEmpty && category.isEmpty ? gap.note : ""]
            } else if figure.denominator == 0 {
                cells += ["", "", "[z]", "", ""]
            } else {
                cells += Self.cells(figure) + [isProvisional ? "provisional" : "", ""]
            }
            // Where these rows come from is said with the indicator: in a large pack, saying so in each costs a third.
            try table.row(cells)
        }
        let whole = series.figure(month)
        try write(area: "", category: "", whole)
        if let split = series.split {
            let parts = split.parts(teams: size.teams)
            let figures = series.split(month, into: parts, named: split.rawValue)
            if let total = split.total, !figures.isEmpty { try write(area: "", category: total.id, whole) }
            for (part, figure) in zip(parts, figures) { try write(area: "", category: part.id, figure) }
        }
        if series.isByLocality {
            let parts = Split.localities(size.localities)
            for (part, figure) in zip(parts, series.split(month, into: parts, named: "locality")) {
                try write(area: part.id, category: "", figure)
            }
        }
    }

    /// Numerator, denominator and value of a figure: the first two where there are two numbers, else the last.
    private static func cells(_ figure: Figure) -> [String] {
        if let denominator = figure.denominator { return [String(figure.numerator), String(denominator), ""] }
        guard figure.isTenths else { return ["", "", String(figure.numerator)] }
        return ["", "", "\(figure.numerator / 10).\(figure.numerator % 10)"]
    }

    // MARK: - Other places and whole years

    private static let comparatorYears = ["FY2022-23", "FY2023-24", "FY2024-25"]

    private func writeYears(of series: Series, into table: inout CSVTable) throws {
        guard let comparators = series.definition.comparators else { return }
        let places: [(String, [Int?])] = [
            ("england", comparators.england.map { $0 }), ("london", comparators.london.map { $0 }),
            ("statistical-neighbours", comparators.neighbours),
        ]
        for (area, tenths) in places {
            for (year, value) in zip(Self.comparatorYears, tenths) {
                let text = value.map { "\($0 / 10).\($0 % 10)" } ?? "[c]"
                try table.row([
                    series.id, year, area, "", "", "", text, "",
                    value == nil ? "Withheld: too few neighbours reported" : "", "comparator-figures",
                ])
            }
        }
        for (position, month) in model.months.enumerated()
        where month.firstDay.month == 3 && position >= model.reported.lowerBound + 11 {
            guard let figure = series.year(endingAt: position), let denominator = figure.denominator, denominator > 0,
                let year = try? ReportingPeriod.financialYear(from: month.firstDay.year - 1)
            else { continue }
            try table.row([
                series.id, year.code, "", "", String(figure.numerator), String(denominator), "", "",
                "From the annual return", "annual-return",
            ])
        }
    }

    /// Figures of the fictional benchmarking club, which stay inside the organisation.
    private func writeBenchmarks(into table: inout CSVTable) throws {
        let figures: [(String, [Int])] = [
            ("assessments-45-days", [861, 866, 872]), ("re-referrals", [181, 179, 176]),
            ("sw-agency", [187, 181, 174]),
            ("cp-visits", [928, 931, 935]),
        ]
        let quarters = ["FY2025-26-Q2", "FY2025-26-Q3", "FY2025-26-Q4"]
        for (indicator, tenths) in figures where isReported(indicator) {
            for (quarter, value) in zip(quarters, tenths) {
                try table.row([
                    indicator, quarter, "benchmarking-circle", "", "", "", "\(value / 10).\(value % 10)", "provisional",
                    "", "benchmarking",
                ])
            }
        }
    }
}

extension Series {
    /// The figure of the financial year that ends with a month: sums for events, the last day for numbers at an end.
    fileprivate func year(endingAt index: Int) -> Figure? {
        switch definition.recipe {
        case .share(let whole, _) where !whole.isStock:
            let months = (max(0, index - 11)...index).map(figure)
            return Figure(
                numerator: months.reduce(0) { $0 + $1.numerator },
                denominator: months.reduce(0) { $0 + ($1.denominator ?? 0) })
        case .number, .yearToDate, .measurement:
            return nil
        default:
            return figure(index)
        }
    }
}
