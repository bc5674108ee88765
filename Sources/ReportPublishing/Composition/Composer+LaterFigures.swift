import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Figures that were known on the day of the report and are for after its period.
///
/// The dashboard ends with the reporting period, so that all measures are of one time. What is known beyond it is told here, or
/// members would decide on older figures than the council has.
struct LaterFiguresSection: StandardSection {
    static let id: SectionID = "later-figures"
    static let isAnnex = false
    let composer: Composer

    private struct Row {
        let indicator: Indicator
        let observation: Observation
    }

    func compose() -> PublicationSection? {
        let rows = laterFigures
        return section(
            DashboardWording.laterTitle, short: DashboardWording.laterTitle,
            DashboardWording.laterLead(
                on: pack.manifest.date.label, after: pack.manifest.period.labelWithinSentence),
            exempt: rows.flatMap { [$0.indicator.access, $0.observation.access] },
            TableSketch<Row>(
                name: "Later_figures", title: DashboardWording.laterTitle,
                columns: [
                    .init(Heading.section, width: 26) { $0.indicator.group },
                    .init(Heading.number, width: 10) { row in
                        index.number(of: row.indicator.id).map { .count($0) } ?? .empty
                    },
                    .init(Heading.measure, width: 46) { $0.indicator.titleWithUnit },
                    .init(Heading.period, width: 26) { $0.observation.period.label },
                    .init(number: Heading.figure, width: 14) { figure($0.observation, of: $0.indicator) },
                    .init(number: DashboardWording.inThisReport, width: 18) { row in
                        positions[row.indicator.id].map { figure($0.latest, of: row.indicator) } ?? .empty
                    },
                ], record: { .indicator($0.indicator.id) }
            ).block(of: rows, on: page))
    }

    /// The latest figure of each measure that is for after the reporting period and had begun by the day of the report.
    private var laterFigures: [Row] {
        let (last, day) = (pack.manifest.period.lastDay, pack.manifest.date)
        var latest: [Indicator.ID: Observation] = [:]
        for observation in pack.observations
        where observation.area == pack.manifest.area && observation.period.lastDay > last
            && observation.period.firstDay <= day && observation.value.isKnownOrWithheld
            && (observation.category == nil || index.isTotal(observation.category, of: observation.indicator))
        {
            // Of a figure that the pack holds twice the first one counts.
            if let known = latest[observation.indicator], known.period.lastDay >= observation.period.lastDay {
                continue
            }
            latest[observation.indicator] = observation
        }
        // Surveys have a section of their own, which has their latest figures.
        return pack.indicators.filter { $0.respondents == nil }.compactMap { indicator in
            latest[indicator.id].map { Row(indicator: indicator, observation: $0) }
        }
    }
}

extension ObservedValue {
    /// Whether there is a figure, be it shown or withheld.
    fileprivate var isKnownOrWithheld: Bool { missingReason.map { $0 == .suppressed } ?? true }
}
