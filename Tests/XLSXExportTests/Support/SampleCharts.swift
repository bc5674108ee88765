import FamilyServicesKit

/// Charts for the tests.
enum SampleChart {
    /// Two and a half years of a percentage with a target, an average, a range, two gaps and marks.
    static func lines(_ name: String = "Trend_visits", title: String = "Children visited in time", count: Int = 30)
        -> Chart
    {
        let values: [Double?] = (0..<count).map { index in
            index == 4 || index == 5 ? nil : 84 + Double(index * 7 % 11) + (index > count - 5 ? 4.5 : 0)
        }
        func constant(_ title: String, _ role: Chart.Role, _ value: Double) -> Chart.Series {
            Chart.Series(title, role: role, points: values.map { _ in Chart.Point(value) })
        }
        let points = values.enumerated().map { index, value in
            Chart.Point(
                value, missing: index == 4 ? .suppressed : index == 5 ? .notCollected : nil,
                mark: value == nil
                    ? nil
                    : index == 2
                        ? Chart.Mark("Of concern", tone: .negative)
                        : index > count - 5 ? Chart.Mark("Improving", tone: .positive) : nil)
        }
        return Chart(
            name: name, title: title, alternativeText: "Line chart of \(title), with a target of 95%.", form: .lines,
            labelTitle: "Period", valueTitle: "Per cent", isPercentage: true, decimals: 1,
            labels: (0..<count).map { "\(CalendarDate.monthNames[$0 % 12]) \(2023 + $0 / 12)" },
            series: [
                Chart.Series("Figure", role: .measure, points: points), constant("Target", .target, 95),
                constant("Average", .average, 88.5), constant("Expected range: from", .lowerLimit, 81.2),
                constant("Expected range: to", .upperLimit, 96.7),
            ])
    }

    static func bars(_ name: String = "Grades") -> Chart {
        func part(_ grade: Grade, _ values: [Double]) -> Chart.Series {
            Chart.Series(grade.label, role: .part, tone: grade.tone, points: values.map { Chart.Point($0) })
        }
        return Chart(
            name: name, title: "Audit grades by domain",
            alternativeText: "Stacked bars of the grades of three domains.",
            form: .stackedBars, labelTitle: "Domain", valueTitle: "Per cent of cases", isPercentage: true, decimals: 0,
            labels: ["Assessment", "Planning", "Voice of the child"],
            series: [
                part(.outstanding, [10, 0, 5]), part(.good, [40, 35, 45]), part(.requiresImprovement, [40, 45, 50]),
                part(.inadequate, [10, 20, 0]),
            ])
    }

    static func section(_ charts: [Chart], id: SectionID = "trends", extra: [Block] = []) -> PublicationSection {
        PublicationSection(
            id: id, title: "Trends", shortTitle: "Trends", summary: "How measures moved.",
            blocks: charts.map { .chart($0) } + extra)
    }

    static func publication(_ sections: PublicationSection...) throws -> Publication {
        Publication(metadata: try Sample.metadata(isSynthetic: false), sections: sections)
    }
}
