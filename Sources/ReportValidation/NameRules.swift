import ReportModel
import ReportVocabulary

/// Names that are compared as texts are written alike, mean something, and mean one thing.
enum NameRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        checkAreaCodes(pack.manifest.areas, into: &problems)
        for breakdown in pack.breakdowns { checkTitles(of: breakdown, into: &problems) }
        checkSpelling(of: domains(of: pack), "domains", into: &problems)
        checkSpelling(of: teams(of: pack.audits), "teams", into: &problems)
        checkSpelling(
            of: pack.indicators.map { ($0.group, RecordReference(.indicator, $0.id)) }, "groups", into: &problems)
        checkDomains(of: pack, into: &problems)
    }

    // MARK: Areas and categories

    /// Whoever joins figures by the code of an area would add up two that have the same.
    private static func checkAreaCodes(_ areas: [Area], into problems: inout ProblemList) {
        var firstByCode: [String: Area] = [:]
        for area in areas {
            let codes = [
                area.onsCode.map { ("of the Office for National Statistics", $0.text) },
                area.dfeCode.map { ("of the Department for Education", $0.text) },
            ].compactMap { $0 }
            for (owner, code) in codes {
                guard let first = firstByCode[owner + code] else {
                    firstByCode[owner + code] = area
                    continue
                }
                guard first.id != area.id else { continue }
                problems.warning(
                    .duplicate, about: RecordReference(.area, area.id),
                    "The areas \(MessageText.value(first.id)) and \(MessageText.value(area.id)) have the same code \(owner), "
                        + "\(code), so figures that are joined by it would be added up; correct or remove one.")
            }
        }
    }

    /// A table names categories by their titles.
    private static func checkTitles(of breakdown: Breakdown, into problems: inout ProblemList) {
        var first: [String: Breakdown.Category] = [:]
        for category in breakdown.categories {
            let key = LookAlike.folded(category.title)
            guard let other = first[key] else {
                first[key] = category
                continue
            }
            guard other.id != category.id else { continue }
            problems.warning(
                .duplicate, about: RecordReference(.breakdown, breakdown.id),
                "The categories \(MessageText.value(other.id)) and \(MessageText.value(category.id)) have the same title, "
                    + "\(MessageText.value(category.title)), so readers cannot tell them apart; give each its own.")
        }
    }

    // MARK: Spelling

    private typealias UsedName = (text: String, subject: RecordReference)

    private static func domains(of pack: ReportPack) -> [UsedName] {
        measuredDomains(in: pack.audits) + usedDomains(in: pack)
    }

    /// The domains for which there is something.
    private static func measuredDomains(in audits: AuditProgramme) -> [UsedName] {
        audits.grades.map { ($0.domain, RecordReference(.gradeDistribution, $0.id)) }
            + audits.statements.compactMap { statement in
                statement.domain.map { ($0, RecordReference(.auditStatement, statement.id)) }
            }
            + audits.moderation.enumerated().map { ($1.domain, RecordReference(.moderationPair, at: $0)) }
    }

    /// The domains that actions and findings name.
    private static func usedDomains(in pack: ReportPack) -> [UsedName] {
        pack.plans.flatMap(\.actions).flatMap { action in
            action.auditDomains.map { ($0, RecordReference(.action, action.id)) }
        }
            + pack.inspections.flatMap(\.findings).flatMap { finding in
                finding.auditDomains.map { ($0, RecordReference(.finding, finding.id)) }
            }
    }

    private static func teams(of audits: AuditProgramme) -> [UsedName] {
        audits.grades.compactMap { grades in
            grades.team.map { ($0, RecordReference(.gradeDistribution, grades.id)) }
        }
            + audits.activity.enumerated().compactMap { index, activity in
                activity.team.map { ($0, RecordReference(.auditActivity, at: index)) }
            }
            + audits.moderation.enumerated().compactMap { index, pair in
                pair.team.map { ($0, RecordReference(.moderationPair, at: index)) }
            }
            + audits.statements.compactMap { statement in
                statement.team.map { ($0, RecordReference(.auditStatement, statement.id)) }
            }
    }

    /// Two names that differ in nothing that a reader sees would be taken for two things.
    private static func checkSpelling(of names: [UsedName], _ plural: String, into problems: inout ProblemList) {
        var first: [String: String] = [:]
        var reported: Set<String> = []
        for (text, subject) in names where !text.isEmpty {
            let key = LookAlike.folded(text)
            guard let other = first[key] else {
                first[key] = text
                continue
            }
            guard other != text, reported.insert(text).inserted else { continue }
            problems.warning(
                .inconsistent, about: subject,
                "\(MessageText.value(text)) and \(MessageText.value(other)) differ only in marks, capitals or blanks that look "
                    + "alike, so they count as two \(plural); write both the same way.")
        }
    }

    private static func checkDomains(of pack: ReportPack, into problems: inout ProblemList) {
        let known = Set(measuredDomains(in: pack.audits).map(\.text))
        let folded = Set(known.map(LookAlike.folded))
        for (text, subject) in usedDomains(in: pack) where !known.contains(text) && !text.allSatisfy(\.isWhitespace) {
            // That a name is only spelled differently is said elsewhere.
            guard !folded.contains(LookAlike.folded(text)) else { continue }
            let nearest = NearestName.nearest(to: text, among: known)
            problems.warning(
                .unresolvedReference, about: subject,
                "No audit grade has the domain \(MessageText.value(text))"
                    + (nearest.map { ". Did you mean \(MessageText.quoted($0))?" }
                        ?? "; correct it, or add the grades of that domain."))
        }
    }
}
