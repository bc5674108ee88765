import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// How far auditors and moderators agree.
struct ModerationSection: StandardSection {
    static let id: SectionID = "moderation"
    let composer: Composer

    /// How far auditors and those who check them agree, by domain and period, in plain words and numbers.
    func compose() -> PublicationSection? {
        typealias Row = (domain: String, period: String, agreement: GradeAgreement)
        let agreements = pack.moderationAgreements()
        guard !agreements.isEmpty else { return nil }
        var words: [String] = []
        var rows: [Row] = []
        for (index, item) in agreements.enumerated() {
            let title = item.domain.capitalisedFirst
            // The first of a domain is about all that was graded.
            if index == 0 || agreements[index - 1].domain != item.domain {
                words.append(AuditWording.agreement(on: title, item.agreement.explanation))
            }
            rows.append((title, item.period?.label ?? AuditWording.allPeriods, item.agreement))
        }
        return section(
            AuditWording.moderationTitle, short: AuditWording.moderationShortTitle, AuditWording.moderationLead,
            [.heading(level: 2, text: AuditWording.agreementTitle), .list(words.map { ListItem($0) })]
                + [.paragraph(AuditWording.kappa)]
                + TableSketch<Row>(
                    name: "Moderation", title: AuditWording.moderationTitle,
                    columns: [
                        .init(Heading.domain, width: 24) { $0.domain },
                        .init(Heading.period, width: 20) { $0.period },
                        .init(number: Heading.casesGradedTwice, width: 9) { .count($0.agreement.cases) },
                        .init(number: Heading.sameGrade, width: 9) { .count($0.agreement.agreed) },
                        .init(number: Heading.shareWithTheSameGrade, width: 12) { Self.share($0.agreement) },
                        .init(number: Heading.auditorGradedHigher, width: 10) {
                            .count($0.agreement.auditorMoreGenerous)
                        },
                        .init(number: Heading.auditorGradedLower, width: 10) { .count($0.agreement.auditorHarsher) },
                        .init(number: Heading.moreThanOneGradeApart, width: 11) { row in
                            .count(row.agreement.furtherThanOneGrade)
                        },
                        .init(number: Heading.kappa, width: 8) { row in
                            row.agreement.quadraticKappa.number.map { Cell(.number($0, decimals: 2)) } ?? .empty
                        },
                        .init(Heading.kappaInWords, width: 16) { Self.strength($0.agreement.quadraticKappa) },
                        .init(Heading.direction, width: 32) { Self.direction($0.agreement) },
                    ]
                ).block(of: rows, on: page))
    }

    private static func share(_ agreement: GradeAgreement) -> Cell {
        agreement.exactAgreement.number(in: .percent).map { Cell(.percentage($0, decimals: 0)) } ?? .empty
    }

    private static func strength(_ kappa: GradeAgreement.Kappa) -> String? {
        if case .oneGradeOnly(let grade) = kappa { return AuditWording.allGraded(grade.label.lowercased()) }
        return kappa.strength?.capitalisedFirst
    }

    /// Which way the auditors lean, and whether chance would explain it.
    private static func direction(_ agreement: GradeAgreement) -> Cell {
        let (higher, lower) = (agreement.auditorMoreGenerous, agreement.auditorHarsher)
        switch agreement.lean() {
        case .generous: return .text(AuditWording.gradeHigher, tone: .negative)
        case .harsh: return .text(AuditWording.gradeLower, tone: .caution)
        case .none where higher == 0 && lower == 0: return .text(AuditWording.alwaysTheSame)
        case .none where higher == lower: return .text(AuditWording.neither)
        case .none: return .text(AuditWording.maybeChance(isHigher: higher > lower))
        }
    }
}
