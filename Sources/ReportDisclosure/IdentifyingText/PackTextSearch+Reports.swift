import ReportModel

extension PackTextSearch {
    mutating func read(_ audits: AuditProgramme) {
        // The programme is no record of its own, so the field says where the text stands.
        read(audits.title, of: nil, "the title of the audit programme")
        read(audits.headline, of: nil, "the headline of the audit programme")
        read(audits.phases.map(\.text), of: nil, "audit phase")
        read(audits.source, of: nil, " of the audit programme")
        for method in audits.methods {
            let subject = RecordReference(.auditMethod, method.id)
            read(method.title, of: subject, "the title")
            read(method.text, of: subject, "the text")
            read(method.steps, of: subject, "step")
            read(method.source, of: subject)
        }
        for (position, activity) in audits.activity.enumerated() {
            let subject = RecordReference(.auditActivity, at: position)
            read(activity.subject, of: subject, "the subject")
            read(activity.team, of: subject, "the team")
            read(activity.note, of: subject, "the note")
            read(activity.source, of: subject)
        }
        for grades in audits.grades {
            let subject = RecordReference(.gradeDistribution, grades.id)
            read(grades.domain, of: subject, "the domain")
            read(grades.team, of: subject, "the team")
            read(grades.source, of: subject)
            read(grades.access, of: subject)
        }
        for (position, pair) in audits.moderation.enumerated() {
            let subject = RecordReference(.moderationPair, at: position)
            read(pair.domain, of: subject, "the domain")
            read(pair.team, of: subject, "the team")
        }
        readConclusions(of: audits)
    }

    private mutating func readConclusions(of audits: AuditProgramme) {
        for theme in audits.themes {
            let subject = RecordReference(.auditTheme, theme.id)
            read(theme.title, of: subject, "the title")
            read(theme.printedGrade, of: subject, "the printed grade")
            read(theme.issues, of: subject, "issue")
            read(theme.improvements, of: subject, "improvement")
            read(theme.futureFocus, of: subject, "future focus")
            read(theme.access, of: subject)
        }
        for statement in audits.statements {
            let subject = RecordReference(.auditStatement, statement.id)
            read(statement.domain, of: subject, "the domain")
            read(statement.team, of: subject, "the team")
            read(statement.text, of: subject, "the text")
            read(statement.source, of: subject)
        }
        for standard in audits.standards {
            let subject = RecordReference(.practiceStandard, standard.id)
            read(standard.title, of: subject, "the title")
            read(standard.timescale, of: subject)
            read(standard.text, of: subject, "the text")
            read(standard.source, of: subject)
        }
        for (position, measurement) in audits.compliance.enumerated() {
            let subject = RecordReference(.complianceMeasurement, at: position)
            read(measurement.standard, of: subject, "the standard")
            read(measurement.printedShare?.text, of: subject, "the printed share")
            read(measurement.failures.map(\.reason), of: subject, "the reason of failure")
            read(measurement.explanations, of: subject, "explanation")
            read(measurement.requirements, of: subject, "requirement")
            read(measurement.source, of: subject)
        }
        for recommendation in audits.recommendations { read(recommendation) }
    }

    mutating func read(_ event: InspectionEvent) {
        let subject = RecordReference(.inspection, event.id)
        read(event.framework?.rawValue, of: subject, "the framework")
        read(event.body, of: subject, "the body")
        read(event.title, of: subject, "the title")
        for (position, date) in event.dates.enumerated() {
            read(date.label, of: subject, "the label of date \(position + 1)")
            read(date.printed, of: subject, "date \(position + 1)")
        }
        for (position, judgement) in event.judgements.enumerated() {
            read(judgement.area, of: subject, "the area of judgement \(position + 1)")
            read(judgement.note, of: subject, "the note on judgement \(position + 1)")
        }
        read(event.focus, of: subject, "focus")
        read(event.services, of: subject, "service")
        for (position, term) in event.termsOfReference.enumerated() {
            read(term.reference, of: subject, "the reference of term \(position + 1)")
            read(term.heading, of: subject, "the heading of term \(position + 1)")
            read(term.text, of: subject, "term \(position + 1)")
        }
        read(event.phases.map(\.text), of: subject, "phase")
        for (position, letter) in event.letters.enumerated() {
            read(letter.from, of: subject, "the sender of letter \(position + 1)")
            read(letter.to, of: subject, "the recipient of letter \(position + 1)")
            read(letter.copiedTo, of: subject, "the copy of letter \(position + 1)")
            read(letter.source, of: subject, " of letter \(position + 1)")
        }
        read(event.legalBasis, of: subject, "the legal basis")
        read(event.response, of: subject, "the response")
        read(event.note, of: subject, "the note")
        read(event.source, of: subject)
        read(event.access, of: subject)
        for finding in event.findings { read(finding) }
        for recommendation in event.recommendations { read(recommendation) }
        for requirement in event.requirements { read(requirement) }
    }

    private mutating func read(_ finding: Finding) {
        let subject = RecordReference(.finding, finding.id)
        read(finding.theme, of: subject, "the theme")
        read(finding.text, of: subject, "the text")
        read(finding.auditDomains, of: subject, "audit domain")
        read(finding.source, of: subject)
        read(finding.access, of: subject)
    }

    private mutating func read(_ recommendation: Recommendation) {
        let subject = RecordReference(.recommendation, recommendation.id)
        read(recommendation.reference, of: subject, "the reference")
        read(recommendation.theme, of: subject, "the theme")
        read(recommendation.text, of: subject, "the text")
        read(recommendation.source, of: subject)
        read(recommendation.access, of: subject)
    }

    private mutating func read(_ requirement: DirectionRequirement) {
        let subject = RecordReference(.requirement, requirement.id)
        read(requirement.letter, of: subject, "the letter")
        read(requirement.text, of: subject, "the text")
        read(requirement.counterpart, of: subject, "the counterpart")
        read(requirement.cadence?.text, of: subject, "how often it is due")
        read(requirement.parts, of: subject, "part")
        read(requirement.source, of: subject)
    }

    mutating func read(_ report: CommitteeReport) {
        let subject = RecordReference(.report, report.id)
        read(report.committee, of: subject, "the committee")
        read(report.dateNote, of: subject, "the note on the date")
        read(report.title, of: subject, "the title")
        read(report.kind, of: subject, "the kind")
        read(report.agendaItem, of: subject, "the agenda item")
        read(report.wards, of: subject, "the wards")
        read(report.status, of: subject, "the status")
        for (position, enclosure) in report.enclosures.enumerated() {
            let name = "enclosure \(position + 1)"
            read(enclosure.label, of: subject, "the label of \(name)")
            read(enclosure.title, of: subject, "the title of \(name)")
            read(enclosure.partOf, of: subject, "what \(name) is a part of")
            read(enclosure.note, of: subject, "the note on \(name)")
            read(enclosure.access, of: subject, " of \(name)")
        }
        for (position, recommendation) in report.recommendations.enumerated() {
            let name = "recommendation \(position + 1)"
            read(recommendation.action, of: subject, "the action of \(name)")
            read(recommendation.text, of: subject, name)
            read(recommendation.paragraphs, of: subject, "the paragraphs of \(name)")
            read(recommendation.enclosure, of: subject, "the enclosure of \(name)")
        }
        for (position, section) in report.sections.enumerated() { read(section, at: position, of: subject) }
        for (position, table) in report.tables.enumerated() {
            read(table.number, of: subject, "the number of table \(position + 1)")
            read(table.title, of: subject, "the title of table \(position + 1)")
        }
        for (position, paper) in report.backgroundPapers.enumerated() {
            read(paper.number, of: subject, "the number of background paper \(position + 1)")
            read(paper.title, of: subject, "the title of background paper \(position + 1)")
        }
        read(report.source, of: subject)
        read(report.access, of: subject)
    }

    /// Sections and paragraphs are named by position: their own numbers are free text too.
    private mutating func read(_ section: ReportSection, at index: Int, of subject: RecordReference) {
        read(section.number, of: subject, "the number of section \(index + 1)")
        read(section.title, of: subject, "the title of section \(index + 1)")
        read(section.access, of: subject, " of section \(index + 1)")
        for (position, paragraph) in section.paragraphs.enumerated() {
            let name = "paragraph \(position + 1) of section \(index + 1)"
            read(paragraph.number, of: subject, "the number of \(name)")
            read(paragraph.text, of: subject, name)
        }
    }
}
