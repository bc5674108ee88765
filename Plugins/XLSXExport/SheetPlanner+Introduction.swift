import FamilyServicesKit

extension SheetPlanner {
    /// The texts between the title and the content.
    func introduction(_ content: [SheetContent], _ tables: [SheetTable]) -> [SheetText] {
        let synthetic = surroundings.isSynthetic ? [SheetText(SheetWording.synthetic, .strong)] : []
        let summary = section.summary.isEmpty ? [] : [SheetText(section.summary, .body)]
        var texts = surroundings.isCover ? synthetic + summary : summary + synthetic
        if let part = surroundings.part {
            texts.append(
                SheetText(
                    SheetWording.part(part, before: surroundings.previousPart, after: surroundings.nextPart), .body))
        }
        let numberOfLinks = content.count { if case .text(let text) = $0 { text.link != nil } else { false } }
        if let sentence = SheetWording.contents(
            tables: tables.map(\.title), charts: charts.count, links: numberOfLinks)
        {
            texts.append(SheetText(sentence, .body))
        }
        if let sentence = workSentence(tables) { texts.append(SheetText(sentence, .body)) }
        if printsBeginningOnly(tables) {
            texts.append(SheetText(SheetWording.firstPageOnly(rows: tables[0].rowCount), .body))
        }
        if let longTextsSheet = surroundings.longTextsSheet, tables.contains(where: hasCutTexts) {
            texts.append(SheetText(SheetWording.longTexts(onSheet: longTextsSheet), .body))
        }
        let findings = findings(tables)
        let allLinks = numberOfLinks + findings.links
        if allLinks > limits.links {
            texts.append(
                SheetText(SheetWording.links(limit: limits.links, dropped: allLinks - limits.links), .body))
        }
        if findings.notFinite > 0 { texts.append(SheetText(SheetWording.notFinite(findings.notFinite), .body)) }
        if findings.hasNotes, let notesSheet = surroundings.notesSheet, notesSheet != name {
            texts.append(SheetText(SheetWording.notes(onSheet: notesSheet), .body))
        }
        texts += SheetWording.key(findings.reasons).map { SheetText($0, .body) }
        if surroundings.isWorkingCopy, tables.contains(where: { $0.columns.contains { $0.editing != nil } }) {
            texts.append(SheetText(SheetWording.blankCellsToFillIn, .body))
        } else if findings.hasEmptyCells {
            texts.append(SheetText(SheetWording.blankCells, .body))
        }
        return packed(texts, tables)
    }

    /// Whether a text of a table needs more lines than a row can show.
    private func hasCutTexts(_ table: SheetTable) -> Bool {
        LongTexts.hasCutTexts(table, widths: widths)
    }

    /// What the tables hold that has to be explained above them.
    private struct Findings {
        var reasons: Set<MissingReason> = []
        var hasEmptyCells = false
        var hasNotes = false
        /// How many numbers are not finite.
        var notFinite = 0
        var links = 0
    }

    private func findings(_ tables: [SheetTable]) -> Findings {
        var findings = Findings()
        func read(_ text: String) {
            guard text.utf8.contains(UInt8(ascii: "[")) else { return }
            if text.contains("[note ") { findings.hasNotes = true }
            for reason in MissingReason.allCases where text.contains(reason.shorthand) {
                // Of the two reasons that share a shorthand, words alone do not say which is meant.
                if !findings.reasons.contains(where: { $0.shorthand == reason.shorthand }) {
                    findings.reasons.insert(reason)
                }
            }
        }
        for table in tables {
            for column in table.columns { read(column.title) }
            for fact in table.facts {
                read(fact.label)
                read(fact.value)
                if fact.label.isEmpty || fact.value.isEmpty { findings.hasEmptyCells = true }
            }
            let linked = columnsWithLinks(of: table)
            for row in table.rows {
                for (column, cell) in row.enumerated() {
                    if cell.link != nil, cell.value != .empty, linked.contains(column) { findings.links += 1 }
                    switch cell.value {
                    case .missing(let reason): findings.reasons.insert(reason)
                    case .empty: findings.hasEmptyCells = true
                    case .text(let text): text.isEmpty ? findings.hasEmptyCells = true : read(text)
                    case .number(let value, _), .percentage(let value, _):
                        guard !value.isFinite else { continue }
                        findings.notFinite += 1
                        findings.reasons.insert(CellNumber.notFinite)
                    case .date: break
                    }
                }
            }
        }
        return findings
    }
}
