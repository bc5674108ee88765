import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension Composer {
    package func cover() -> PublicationSection {
        typealias Cover = ReportWording.Cover
        let manifest = pack.manifest
        var facts: [Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(Fact(label, value)) }
        }
        add(Cover.organisation, manifest.organisation)
        add(Cover.committee, report?.committee)
        add(Cover.dateOfTheMeeting, report?.date?.label)
        add(Cover.dateOfTheMeetingNote, report?.dateNote)
        add(Cover.reportOf, index.role(report?.reportOf))
        add(Cover.titleOfTheReport, report.flatMap { $0.title == manifest.title ? nil : $0.title })
        add(Cover.reportingPeriod, manifest.period.label)
        add(Cover.positionAsOf, manifest.date.label)
        add(Cover.progressMeasuredFrom, manifest.baseline?.title)
        add(Cover.wards, report?.wards)
        add(Cover.status, report?.status.map { $0.prefix(1).uppercased() + $0.dropFirst() })
        add(Cover.urgent, report?.isUrgent.map { $0 ? Heading.yes : Heading.no })
        add(Cover.keyDecision, report?.isKey.map { $0 ? Heading.yes : Heading.no })
        add(Cover.contact, contacts.isEmpty ? ReportWording.contactNotStated : contacts.joined(separator: "; "))
        add(Cover.nextReport, manifest.nextRelease?.label)
        add(Cover.thisVersionIsFor, audience.label.prefix(1).uppercased() + audience.label.dropFirst())
        let body = section(
            "cover", manifest.title, short: ReportWording.coverShortTitle, role: .cover, isAnnex: true,
            ReportWording.cover(manifest.organisation, manifest.period.labelWithinSentence), [.facts(facts)])
        return body
            ?? PublicationSection(
                id: "cover", title: manifest.title, shortTitle: ReportWording.coverShortTitle, role: .cover,
                isAnnex: true, summary: "", blocks: [])
    }

    /// Whom readers ask: the roles that the report names, with the contact details of the pack.
    var contacts: [String] {
        (report?.contacts.compactMap { index.role($0) } ?? []) + (pack.manifest.contact.map { [$0] } ?? [])
    }

    package func contents(of sections: [PublicationSection]) -> PublicationSection {
        PublicationSection(
            id: "contents", title: ReportWording.contentsTitle, shortTitle: ReportWording.contentsTitle,
            role: .contents, isAnnex: true,
            summary: ReportWording.contentsLead,
            blocks: [.list(sections.map { ListItem($0.title, link: SectionLink(section: $0.id)) })])
    }
}

/// The papers that go with the report.
struct EnclosuresSection: StandardSection {
    static let id: SectionID = "enclosures"
    let composer: Composer

    /// The papers that go with the report: with their access, and those that this version withholds by label alone.
    func compose() -> PublicationSection? {
        typealias Row = (report: CommitteeReport, item: Enclosure)
        let rows: [Row] = pack.reports.flatMap { report in report.enclosures.map { (report, $0) } }
        let several = pack.reports.filter { !$0.enclosures.isEmpty }.count > 1
        return section(
            ReportWording.enclosuresTitle, ReportWording.enclosuresLead,
            exempt: rows.map(\.item.access),
            TableSketch<Row>(
                name: "Enclosures", title: ReportWording.enclosuresTitle,
                columns: [
                    .init(Heading.report, width: 28) { row in several ? .text(row.report.title) : .empty },
                    .init(Heading.enclosure, width: 16) { $0.item.label },
                    .init(Heading.title, width: 46) { $0.item.title },
                    .init(Heading.partOf, width: 12) { $0.item.partOf },
                    .init(Heading.access, width: 34) { describe($0.item.access) },
                    .init(Heading.note, width: 26) { $0.item.note },
                ]
            ).block(of: rows, on: page))
    }

    private func describe(_ access: Access) -> String {
        var parts: [String] = []
        let paragraphs = access.exemptParagraphs.sorted().map { String($0.rawValue) }
        if !paragraphs.isEmpty {
            parts.append(ReportWording.exempt(paragraphs))
        }
        for agreement in access.agreements.sorted() {
            let title = index.agreements[agreement]?.title ?? agreement.text
            parts.append(ReportWording.restricted(title))
        }
        return parts.isEmpty ? ReportWording.open : parts.joined(separator: "; ")
    }
}

/// What the committee is asked to do.
struct CommitteeRecommendationsSection: StandardSection {
    static let id: SectionID = "committee-recommendations"
    let composer: Composer

    func compose() -> PublicationSection? {
        typealias Row = (report: CommitteeReport, item: CommitteeRecommendation)
        let rows = pack.reports.flatMap { report in report.recommendations.map { (report, $0) } }
        let several = pack.reports.filter { !$0.recommendations.isEmpty }.count > 1
        return section(
            ReportWording.recommendationsTitle, short: ReportWording.recommendationsShortTitle,
            ReportWording.recommendationsLead,
            TableSketch<Row>(
                name: "Committee_recommendations", title: ReportWording.recommendationsTitle,
                columns: [
                    .init(Heading.report, width: 36) { row in several ? .text(row.report.title) : .empty },
                    .init(number: Heading.number, width: 9) { .count($0.item.number) },
                    .init(Heading.theCommitteeIsAskedTo, width: 20) { row in
                        row.item.action.map { $0.replacingHyphens.capitalisedFirst }
                    },
                    .init(Heading.recommendation, width: 60) { $0.item.text },
                    .init(Heading.paragraphs, width: 14) { $0.item.paragraphs },
                    .init(Heading.enclosure, width: 14) { $0.item.enclosure },
                ]
            ).block(of: rows.map { (report: $0.0, item: $0.1) }, on: page))
    }
}

extension String {
    /// The text with its first letter as a capital.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text as it is written within a sentence: with a small first letter, unless it begins with an abbreviation.
    var withSmallInitial: String {
        guard let second = dropFirst().first, second.isLowercase || second == " " else { return self }
        return prefix(1).lowercased() + dropFirst()
    }

    /// Code words such as `note-and-comment` as people write them.
    var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
