import ReportModel
import ReportVocabulary

/// Reads cells as the values that their columns ask for.
struct CellReading {
    let roles: RoleNames
    private static let nothing = CopiedText.folded(WorkingCopyNames.nothing)

    /// The value of a cell; `nil` where it is empty.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - shown: What it shows, where that is not its number alone.
    ///   - field: What its column asks for.
    func value(of cell: SheetCell, shown: String?, for field: EditableField) throws(CellProblem) -> EditableValue? {
        if case .error("#CALC!") = cell {
            throw CellProblem(
                "The cell has a formula whose result is not in the file, so nothing is taken from it; open the workbook in Excel, "
                    + "let it calculate, and save it again.")
        }
        if case .error(let name) = cell {
            throw CellProblem("The cell has the error \(MessageText.quoted(name)); write what belongs there.")
        }
        let text = Self.text(of: cell)
        guard !text.isEmpty, CopiedText.folded(text) != Self.nothing else { return nil }
        switch field {
        case .owner, .author: return .role(try role(text))
        case .otherOwners: return try roles(in: text)
        case .due, .completed, .statusDate, .date:
            switch cell {
            case .date(let date): return .date(try DateReading.date(date, shownAs: shown))
            case .number(let serial): return .date(try DateReading.date(serial))
            case .text, .boolean, .empty, .error: return .date(try DateReading.date(text))
            }
        case .status: return .status(try status(text))
        case .rating: return .rating(try rating(text))
        // A person wrote what the cell shows.
        case .statusCommentary, .evidence, .text, .partner, .priority, .measureOfSuccess:
            return .text(shown.map(CopiedText.canonical) ?? text)
        }
    }

    /// What a person sees in a cell, in the form in which texts are compared.
    static func text(of cell: SheetCell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): CopiedText.canonical(text)
        case .number(let number): DecimalText.shortest(DecimalText.rounded(number, decimals: 10))
        case .date(let date): date.label
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        case .error(let name): name
        }
    }

    /// What the check of a cell may have been made from, whatever a workbook keeps of it.
    static func checkedTexts(of cell: SheetCell) -> [String] {
        switch cell {
        case .number(let number):
            // A workbook keeps 57.2 % as 0.572.
            [number, number * 100].map { DecimalText.shortest(DecimalText.rounded($0, decimals: 9)) }
        case .date(let date): [date.description, date.label]
        case .empty, .text, .boolean, .error: [text(of: cell)]
        }
    }

    private func roles(in text: String) throws(CellProblem) -> EditableValue? {
        var found: [Role.ID] = []
        for name in RoleList.names(in: text, { roles.roles(for: $0).first }) {
            let id = try role(name)
            if !found.contains(id) { found.append(id) }
        }
        return found.isEmpty ? nil : .roles(found)
    }

    private func role(_ text: String) throws(CellProblem) -> Role.ID {
        let found = roles.roles(for: text)
        if found.count == 1 { return found[0] }
        throw CellProblem(
            found.isEmpty
                ? "\(MessageText.value(text)) is none of the pack's roles; choose one from the list on the sheet "
                    + "“\(WorkingCopyNames.choices)”, or add the role to the pack. People are never named."
                : "\(MessageText.value(text)) can mean several roles; write one of the identifiers "
                    + MessageText.list(found.map(\.text)) + ".")
    }

    private func status(_ text: String) throws(CellProblem) -> BRAGStatus {
        let word = CopiedText.folded(text)
        if let status: BRAGStatus = TradeWords.word(text) { return status }
        for status in BRAGStatus.allCases {
            let colour = status.customaryColour.map(CopiedText.folded) ?? ""
            // Reports show “On track (green)”.
            if [status.label, status.rawValue].map(CopiedText.folded).contains(where: {
                word == $0 || word == $0 + colour
            }) {
                return status
            }
        }
        throw CellProblem(
            "\(MessageText.value(text)) is not a status; choose one of "
                + MessageText.list(BRAGStatus.allCases.map { "“\($0.label)”" }) + ".")
    }

    private func rating(_ text: String) throws(CellProblem) -> PrintedRating {
        if let rating = PrintedRating(rawValue: CopiedText.folded(text)) { return rating }
        throw CellProblem(
            "\(MessageText.value(text)) is not a rating; choose one of "
                + MessageText.list(PrintedRating.allCases.map { "“\($0.label)”" }) + ".")
    }
}
