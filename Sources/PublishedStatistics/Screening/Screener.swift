import ReportVocabulary

/// Makes the checks and collects what they find.
struct Screener {
    let dataName: String
    let metaName: String?
    let lists: ReferenceLists
    private(set) var findings: [ScreeningFinding] = []
    private(set) var notMade: [ScreeningCheck: String] = [:]

    init(dataName: String, metaName: String?, lists: ReferenceLists) {
        self.dataName = dataName
        self.metaName = metaName
        self.lists = lists
    }

    /// How many texts a message names before it says how many there are further.
    private static let named = 6

    /// Notes a finding.
    mutating func note(
        _ check: ScreeningCheck, in file: String, line: Int? = nil, column: String? = nil, count: Int = 1,
        severity: ScreeningCheck.Severity? = nil, _ message: String
    ) {
        findings.append(
            ScreeningFinding(
                check: check, severity: severity ?? check.severity, file: file, line: line, column: column,
                count: count,
                message: message))
    }

    /// Says that checks could not be made.
    mutating func skip(_ checks: [ScreeningCheck], _ reason: String) {
        for check in checks where notMade[check] == nil { notMade[check] = reason }
    }

    mutating func skip(_ stages: Set<ScreeningCheck.Stage>, _ reason: String) {
        skip(ScreeningCheck.allCases.filter { stages.contains($0.stage) }, reason)
    }

    /// Texts in quotation marks, the first few of many.
    static func list(_ texts: some Collection<String>) -> String {
        let shown = texts.prefix(named).map { MessageText.quoted($0) }.joined(separator: ", ")
        return texts.count > named ? "\(shown) and \(DecimalText.grouped(texts.count - named)) more" : shown
    }

    /// A count of rows in words.
    static func rows(_ count: Int) -> String { "\(DecimalText.grouped(count)) \(count == 1 ? "row" : "rows")" }

    // MARK: Names

    mutating func checkNames() {
        for name in [dataName] + (metaName.map { [$0] } ?? []) {
            if name.contains(where: \.isWhitespace) {
                note(.filenameSpaces, in: name, "The name of the file has a space in it.")
            }
            let stem = DataFilePair.stem(of: name)
            let special = Set(
                stem.filter { character in
                    !(character.isASCII && (character.isLetter || character.isNumber)) && character != "-"
                        && character != "_" && !character.isWhitespace
                })
            if !special.isEmpty {
                note(
                    .filenameSpecial, in: name,
                    "The name of the file has \(Self.list(special.map(String.init).sorted())) in it.")
            }
        }
        let wanted = DataFilePair.stem(of: dataName) + ".meta.csv"
        guard let metaName else {
            note(
                .filenamesMatch, in: dataName, "There is no description \(MessageText.quoted(wanted)) beside the data.")
            return
        }
        if !dataName.hasSuffix(".csv") {
            note(.filenamesMatch, in: dataName, "The data are not in a file that ends in .csv.")
        }
        if !metaName.hasSuffix(".csv") {
            note(.filenamesMatch, in: metaName, "The description is not in a file that ends in .csv.")
        } else if metaName != wanted, dataName.hasSuffix(".csv") {
            note(
                .filenamesMatch, in: metaName,
                "The description of these data is expected as \(MessageText.quoted(wanted)).")
        }
    }

    // MARK: Reading

    /// Reads a file; what is wrong with it as a file is noted.
    ///
    /// - Throws: ``PublishedFileError`` where the system does not let it be read.
    mutating func read<Sketch>(
        _ path: String, _ name: String,
        _ body: (consuming CSVRecords) throws(PublishedFileError) -> Sketch
    ) throws(PublishedFileError) -> Sketch? {
        let open = try OpenFile(path, name: name)
        var beginning: [UInt8] = Array(repeating: 0, count: 4096)
        var failure: PublishedFileError?
        let count = beginning.withUnsafeMutableBytes { space in
            do throws(PublishedFileError) { return try open.fill(space) } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        guard isText(beginning.prefix(count), name) else { return nil }
        do throws(PublishedFileError) {
            return try body(CSVRecords(path: path, name: name))
        } catch {
            if case .unreadable = error { throw error }
            noteUnread(error, name)
            return nil
        }
    }

    mutating func read<Sketch>(
        _ bytes: [UInt8], _ name: String, _ body: (consuming CSVRecords) throws(PublishedFileError) -> Sketch
    ) -> Sketch? {
        guard isText(bytes.prefix(4096), name) else { return nil }
        do throws(PublishedFileError) {
            return try body(CSVRecords(bytes, of: name))
        } catch {
            noteUnread(error, name)
            return nil
        }
    }

    private mutating func noteUnread(_ error: PublishedFileError, _ name: String) {
        switch error {
        case .empty: note(.fileRead, in: name, "The file is empty; its first row has to hold the headings.")
        case .unterminatedQuote(_, let line):
            note(.fileRead, in: name, line: line, "A quotation mark in the row that begins here has no end.")
        case .recordTooLong(_, let line):
            note(
                .fileRead, in: name, line: line, "The row that begins here has no end; a quotation mark may be missing."
            )
        default: note(.fileRead, in: name, error.description)
        }
    }

    /// Whether the beginning of a file is that of a text in which cells are told apart.
    private mutating func isText(_ bytes: ArraySlice<UInt8>, _ name: String) -> Bool {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            note(.fileRead, in: name, "The file is a workbook or a ZIP file, not CSV.")
            return false
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
            note(.fileEncoding, in: name, line: 1, "The file is in UTF-16 or is no text; nothing of it was read.")
            return false
        }
        let heading = bytes.prefix { $0 != 0x0A }
        guard !heading.isEmpty, !heading.contains(0x2C) else { return true }
        let other = [(UInt8(0x3B), "semicolons"), (0x09, "tabs"), (0x7C, "upright strokes")].first {
            heading.contains($0.0)
        }
        note(
            .fileSeparator, in: name, line: 1,
            other.map { "Cells are separated by \($0.1)." } ?? "The heading has no comma: there is one column only.")
        return false
    }

    // MARK: All checks

    mutating func run(_ data: ScreenedData?, _ meta: ScreenedMeta?) {
        if let meta {
            checkFile(meta.file, meta.emptyRows, meta.oddRows, meta.columns.count, meta.otherText)
            checkMetaColumns(meta)
            checkMeta(meta)
        } else {
            skip([.meta, .filters, .harmonised], "There is no description that can be read.")
            skip(
                [
                    .metaColumnsNeeded, .metaColumnsInvalid, .columnsToRows, .metaInData, .dataInMeta,
                    .indicatorsSmushed,
                    .characteristic, .indicatorEntries, .indicatorNumbers, .labelLength, .dictionaryNames,
                    .dictionaryItems, .rowsRepeated,
                ], "There is no description that can be read.")
        }
        guard let data else {
            skip(
                [.columns, .time, .filters, .geography, .values, .harmonised, .api], "The data cannot be read.")
            skip([.fileEmptyRows, .fileEmptyColumns], "The data cannot be read.")
            return
        }
        checkFile(data.file, data.emptyRows, data.oddRows, data.columns.count, data.otherText)
        checkDataColumns(data)
        if let meta { checkColumns(data, meta) }
        checkTime(data)
        checkPlaces(data, meta)
        checkValues(data, meta)
        if let meta {
            checkFilters(data, meta)
            checkHarmonised(data, meta)
        }
        checkLengths(data, meta)
    }

    private mutating func checkFile(
        _ file: String, _ empty: (count: Int, line: Int)?, _ odd: (count: Int, line: Int, cells: Int)?, _ width: Int,
        _ otherText: Int?
    ) {
        if let empty {
            note(
                .fileEmptyRows, in: file, line: empty.line, count: empty.count,
                "There \(empty.count == 1 ? "is 1 empty row" : "are \(DecimalText.grouped(empty.count)) empty rows").")
        }
        if let odd {
            note(
                .fileRead, in: file, line: odd.line, count: odd.count,
                "The row has \(odd.cells) cells under \(width) headings"
                    + (odd.count > 1
                        ? "; so do not fit \(Self.rows(odd.count)) in all." : "."))
        }
        if let otherText {
            note(.fileEncoding, in: file, line: otherText, "There is a character here that is not encoded in UTF-8.")
        }
    }
}
