import FamilyServicesKit

extension SheetPlanner {
    /// The texts between the title and the content.
    func introduction(
        _ content: [SheetContent], _ surveys: [TableSurvey], _ known: WorkbookTexts
    ) -> [SheetText] {
        let tables = surveys.map(\.table)
        let synthetic = surroundings.isSynthetic ? [SheetText(PublicationWording.synthetic, .strong)] : []
        let summary = section.summary.isEmpty ? [] : [SheetText(section.summary, .body)]
        var texts = surroundings.isCover ? synthetic + summary : summary + synthetic
        if let part = surroundings.part {
            texts.append(
                SheetText(
                    SheetWording.part(part, before: surroundings.previousPart, after: surroundings.nextPart), .body))
        }
        let numberOfLinks = content.count { if case .text(let text) = $0 { text.link != nil } else { false } }
        if isLeftOutOfPrint { texts.append(SheetText(SheetWording.notPrinted, .body)) }
        if let shown = chartsPrinted { texts.append(SheetText(PublicationWording.chartsPrinted(shown), .body)) }
        if !saysWhatItHolds,
            let sentence = SheetWording.contents(
                tables: tables.map(\.title), charts: charts.count, links: numberOfLinks)
        {
            texts.append(SheetText(sentence, .body))
        }
        if let sentence = workSentence(tables) { texts.append(SheetText(sentence, .body)) }
        if printsBeginningOnly(tables), !isLeftOutOfPrint {
            texts.append(SheetText(SheetWording.firstPageOnly(rows: tables[0].rowCount), .body))
        }
        if let longTextsSheet = surroundings.longTextsSheet, surveys.contains(where: hasCutTexts) {
            texts.append(SheetText(SheetWording.longTexts(onSheet: longTextsSheet), .body))
        }
        let findings = findings(surveys)
        let allLinks = numberOfLinks + findings.links
        if allLinks > limits.links {
            texts.append(
                SheetText(SheetWording.links(limit: limits.links, dropped: allLinks - limits.links), .body))
        }
        if findings.notFinite > 0 { texts.append(SheetText(SheetWording.notFinite(findings.notFinite), .body)) }
        if findings.hasNotes, let notesSheet = surroundings.notesSheet, notesSheet != name {
            texts.append(SheetText(SheetWording.notes(onSheet: notesSheet), .body))
        }
        texts += findings.key.sentences.map { SheetText($0, .body) }
        if surroundings.isWorkingCopy, tables.contains(where: { $0.columns.contains { $0.editing != nil } }) {
            texts.append(SheetText(SheetWording.blankCellsToFillIn, .body))
        } else if findings.key.hasEmptyCells, !(saysWhatItHolds && section.summary.contains("Blank cells")) {
            texts.append(SheetText(PublicationWording.blankCells, .body))
        }
        return packed(texts, tables)
    }

    /// Whether the sentence on the section is one for a printed page, which says that there is a table, or what the charts are.
    var saysWhatItHolds: Bool {
        surroundings.isMembersEdition && !section.isAnnex
            && (!charts.isEmpty && tables.isEmpty || section.summary.contains("The table"))
    }

    /// Whether a text of a table needs more lines than a row can show.
    private func hasCutTexts(_ survey: TableSurvey) -> Bool {
        survey.hasLongTexts && LongTexts.hasCutTexts(survey.table, widths: widths)
    }

    /// What the tables hold that has to be explained above them.
    private struct Findings {
        var key = TableKey()
        var hasNotes = false
        /// How many numbers are not finite.
        var notFinite = 0
        var links = 0
    }

    private func findings(_ surveys: [TableSurvey]) -> Findings {
        var findings = Findings()
        for survey in surveys {
            findings.key = survey.key
            if survey.hasNotes { findings.hasNotes = true }
            findings.notFinite += survey.notFinite
            let linked = columnsWithLinks(of: survey)
            findings.links += survey.links.count { linked.contains($0.column) }
        }
        return findings
    }
}
