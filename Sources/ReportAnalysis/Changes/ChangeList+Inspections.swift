import ReportModel
import ReportVocabulary

extension ChangeList {
    mutating func compareInspections(_ earlier: ReportPack, _ later: ReportPack) {
        Self.matched(earlier.inspections, later.inspections) { old, new in
            switch (old, new) {
            case (let old?, let new?): compare(old, new)
            case (nil, let new?):
                add(
                    .inspectionAdded, .inspection(new.id), .medium, to: new.status.label,
                    "\(new.title) is new: \(new.kind.label.lowercased()) by \(new.body), "
                        + "\(new.status.label.lowercased())\(Self.judgements(of: new)).")
            case (let old?, nil):
                add(
                    .inspectionRemoved, .inspection(old.id), .medium, from: old.status.label,
                    "\(old.title) is no longer listed.")
            case (nil, nil): break
            }
        }
        compareFindings(earlier, later)
    }

    private static func judgements(of event: InspectionEvent) -> String {
        guard !event.judgements.isEmpty else { return "" }
        return "; " + MessageText.list(event.judgements.map { "\($0.area) \($0.grade.label.lowercased())" })
    }

    private mutating func compare(_ old: InspectionEvent, _ new: InspectionEvent) {
        let subject = PackChange.Subject.inspection(new.id)
        if old.status != new.status {
            add(
                .inspectionStatus, subject, .medium, from: old.status.label, to: new.status.label,
                "\(new.title) went from \(old.status.label.lowercased()) to \(new.status.label.lowercased()).")
        }
        // Of two judgements about one area, which validation warns of, the first counts, then and now.
        let before = Dictionary(old.judgements.map { ($0.area, $0.grade) }) { first, _ in first }
        var seen: Set<String> = []
        for judgement in new.judgements where seen.insert(judgement.area).inserted {
            let grade = judgement.grade
            guard let former = before[judgement.area] else {
                add(
                    .judgement, subject, .high, grade >= .good ? .better : .worse, to: grade.label,
                    "\(new.title): \(judgement.area) is judged \(grade.label.lowercased()).")
                continue
            }
            if former != grade {
                add(
                    .judgement, subject, .high, grade > former ? .better : .worse, from: former.label, to: grade.label,
                    "\(new.title): the judgement of \(judgement.area) went from \(former.label.lowercased()) to "
                        + "\(grade.label.lowercased()).")
            }
        }
        for judgement in old.judgements where seen.insert(judgement.area).inserted {
            add(
                .judgement, subject, .high, from: judgement.grade.label,
                "\(new.title): the judgement of \(judgement.area), \(judgement.grade.label.lowercased()), is no longer "
                    + "listed.")
        }
    }

    /// A finding has no status of its own: it counts as closed when the last of the actions that answer it is done.
    private mutating func compareFindings(_ earlier: ReportPack, _ later: ReportPack) {
        let (then, now) = (GoldenThread(earlier), GoldenThread(later))
        Self.matched(earlier.inspections.flatMap(\.findings), later.inspections.flatMap(\.findings)) { old, new in
            switch (old, new) {
            case (let old?, let new?):
                let wasClosed = then.isClosed(old.id, on: earlier.manifest.date)
                let isClosed = now.isClosed(new.id, on: later.manifest.date)
                guard new.kind != .strength, wasClosed != isClosed else { return }
                let text = MessageText.quoted(new.text)
                if isClosed {
                    add(
                        .findingClosed, .finding(new.id), .medium, .better,
                        "All actions that answer the finding \(text) are done.")
                } else {
                    add(
                        .findingReopened, .finding(new.id), .high, .worse,
                        "Not all actions that answer the finding \(text) are done any more.")
                }
            case (nil, let new?):
                let meaning: PackChange.Meaning = new.kind == .strength ? .better : .worse
                add(
                    .findingAdded, .finding(new.id), new.kind == .strength ? .low : .high, meaning, to: new.kind.label,
                    "New \(new.kind.label.lowercased()): \(MessageText.quoted(new.text)).")
            case (let old?, nil):
                add(
                    .findingRemoved, .finding(old.id), .medium, from: old.kind.label,
                    "The \(old.kind.label.lowercased()) \(MessageText.quoted(old.text)) is no longer listed.")
            case (nil, nil): break
            }
        }
    }
}

extension GoldenThread {
    /// Whether a finding has actions that answer it, and all of them are listed and done.
    fileprivate func isClosed(_ finding: Finding.ID, on day: CalendarDate) -> Bool {
        guard let answer = answer(to: finding) else { return false }
        return answer.planReferences.isEmpty && !answer.actions.isEmpty
            && answer.actions.allSatisfy { index.actions[$0]?.isDone(on: day) ?? false }
    }
}
