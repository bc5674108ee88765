/// What the checks need to know of a data file, collected in one pass.
///
/// Columns of time, place and filters keep each text once. Of indicators only what is wrong is kept, so that memory grows with what
/// rows have in common, and by some bytes for each row that is compared with the others.
struct ScreenedData {
    /// The name of the file.
    let file: String
    /// Its headings, as they are written.
    private(set) var columns: [String] = []
    /// How many rows hold anything.
    private(set) var rowCount = 0
    private(set) var emptyRows: (count: Int, line: Int)?
    private(set) var oddRows: (count: Int, line: Int, cells: Int)?
    private(set) var otherText: Int?
    /// The texts of columns of time, place and filters, by the index of the column.
    private(set) var texts: [Int: ColumnTexts] = [:]
    /// What is in the other columns, by their index.
    private(set) var figures: [Int: FigureColumn] = [:]
    /// The places of each level's columns, by the level of the row.
    private(set) var places: [String: [PlaceKey: Occurrence]] = [:]
    /// Texts of two columns that say one thing together, by the first column.
    private(set) var pairs: [String: [(first: String, second: String, place: Occurrence)]] = [:]
    /// Rows that repeat another, by their level.
    private(set) var repeated: [String: (count: Int, line: Int, first: Int)] = [:]

    /// The columns whose texts say one thing together.
    private static let together = [
        ("characteristic_group", "characteristic"), ("ethnicity_major", "ethnicity_minor"),
    ]

    private struct Pair: Hashable { let first, second: Int }

    /// Where something is for the first time, and how often.
    struct Occurrence {
        var line: Int
        var count: Int

        mutating func again() { count += 1 }
    }

    /// The texts in the columns of one level in a row of a level and time.
    struct PlaceKey: Hashable {
        let level, time, code, title, second: Int32
    }

    /// The texts of a column, each once.
    struct ColumnTexts {
        fileprivate var table = ByteTable()
        /// Where each text is for the first time, and how often.
        fileprivate(set) var occurrences: [Occurrence] = []
        /// Its texts.
        var texts: [String] { table.texts }

        /// The texts with where they are.
        var all: Zip2Sequence<[String], [Occurrence]> { zip(table.texts, occurrences) }

        /// The place of a text; `nil` where no row has it.
        func occurrence(of text: String) -> Occurrence? {
            table.texts.firstIndex(of: text).map { occurrences[$0] }
        }
    }

    /// What is wrong in a column of figures.
    struct FigureColumn {
        var blank, obsolete, null, noData, other: Occurrence?
        /// Whether any two cells differ; a column of one value may do without a description.
        var varies = false
        var isEmpty = true
        fileprivate var first: [UInt8]?
    }

    private struct RowKey: Hashable {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func add(_ number: Int) {
            first = (first ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3
            first ^= first >> 29
            second = (second &+ UInt64(bitPattern: Int64(number)) &+ 1) &* 0xBF58_476D_1CE4_E5B9
            second ^= second >> 31
        }
    }

    private struct LevelColumns {
        let level: GeographicLevel
        let code, title, second: Int?
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - source: Its records.
    ///   - file: Its name.
    ///   - meta: Its description, where there is one.
    init(_ source: consuming CSVRecords, file: String, meta: ScreenedMeta?) throws(PublishedFileError) {
        self.file = file
        var records = source
        guard try records.advance() else { throw .empty(file: file) }
        var headings: [String] = []
        for index in 0..<records.count { headings.append(records.text(index)) }
        let columns = headings
        self.columns = columns
        if records.hasOtherText { otherText = records.line }
        let filters = Set(meta?.filtersAndGroups ?? [])
        let extra = Set(Self.together.flatMap { [$0.0, $0.1] })
        let kept = columns.indices.filter { index in
            let column = columns[index]
            return GeographicLevel.unitColumns.contains(column) || filters.contains(column) || extra.contains(column)
                || meta?.named.contains(column) != true && GeographicLevel.looksLikePlace(column)
        }
        for index in kept { texts[index] = ColumnTexts() }
        let others = columns.indices.filter { texts[$0] == nil }
        for index in others { figures[index] = FigureColumn() }
        let level = columns.firstIndex(of: "geographic_level")
        let time = columns.firstIndex(of: "time_period")
        let key = kept.filter { GeographicLevel.unitColumns.contains(columns[$0]) || filters.contains(columns[$0]) }
        let levels = GeographicLevel.all.compactMap { level -> LevelColumns? in
            let index = { (column: String?) in column.flatMap { columns.firstIndex(of: $0) } }
            let found = LevelColumns(
                level: level, code: index(level.code), title: index(level.title), second: index(level.second))
            return found.code == nil && found.title == nil && found.second == nil ? nil : found
        }
        let together = Self.together.compactMap { first, second -> (Int, Int)? in
            guard let first = columns.firstIndex(of: first), let second = columns.firstIndex(of: second) else {
                return nil
            }
            return (first, second)
        }
        var foundPairs: [[Pair: Occurrence]] = Array(repeating: [:], count: together.count)
        var columnTexts = columns.indices.map { texts[$0] }
        var columnFigures = columns.indices.map { figures[$0] }
        var numbers = Array(repeating: -1, count: columns.count)
        var found: [[PlaceKey: Occurrence]] = Array(repeating: [:], count: levels.count)
        var lines: [RowKey: Int] = [:]
        var repeated: [Int: (count: Int, line: Int, first: Int)] = [:]
        var empty: (count: Int, line: Int)?
        while try records.advance() {
            let line = records.line
            if Self.isEmpty(records) {
                empty = (empty.map { $0.count + 1 } ?? 1, empty?.line ?? line)
                continue
            }
            rowCount += 1
            if records.count != columns.count {
                oddRows = (oddRows.map { $0.count + 1 } ?? 1, oddRows?.line ?? line, oddRows?.cells ?? records.count)
            }
            for index in kept {
                let bytes = records.bytes(index)
                guard let number = columnTexts[index]?.table.number(of: bytes) else { continue }
                numbers[index] = number
                if number == columnTexts[index]?.occurrences.count {
                    columnTexts[index]?.occurrences.append(Occurrence(line: line, count: 1))
                    if otherText == nil, String(validating: bytes, as: UTF8.self) == nil { otherText = line }
                } else {
                    columnTexts[index]?.occurrences[number].again()
                }
            }
            for index in others {
                let isOther = columnFigures[index]?.look(at: records.bytes(index), line) ?? false
                if isOther, otherText == nil { otherText = line }
            }
            var row = RowKey()
            for index in key { row.add(numbers[index]) }
            let levelNumber = level.map { numbers[$0] } ?? -1
            if let first = lines.updateValue(line, forKey: row) {
                lines[row] = first
                let known = repeated[levelNumber]
                repeated[levelNumber] = ((known?.count ?? 0) + 1, known?.line ?? line, known?.first ?? first)
            }
            for (place, columns) in together.enumerated() {
                foundPairs[place][
                    Pair(first: numbers[columns.0], second: numbers[columns.1]),
                    default: Occurrence(line: line, count: 0)
                ].again()
            }
            let number = { (column: Int?) in Int32(truncatingIfNeeded: column.map { numbers[$0] } ?? -1) }
            for (place, columns) in levels.enumerated() {
                found[place][
                    PlaceKey(
                        level: Int32(truncatingIfNeeded: levelNumber), time: number(time), code: number(columns.code),
                        title: number(columns.title), second: number(columns.second)),
                    default: Occurrence(line: line, count: 0)
                ].again()
            }
        }
        if let skipped = records.blankLines {
            empty = (skipped.count + (empty?.count ?? 0), min(skipped.line, empty?.line ?? skipped.line))
        }
        emptyRows = empty
        for index in columns.indices {
            texts[index] = columnTexts[index]
            figures[index] = columnFigures[index]
        }
        for (place, pair) in together.enumerated() {
            guard let first = texts[pair.0]?.texts, let second = texts[pair.1]?.texts else { continue }
            pairs[columns[pair.0]] = foundPairs[place].map {
                (first[$0.key.first], second[$0.key.second], $0.value)
            }.sorted { $0.place.line < $1.place.line }
        }
        let levelNames = level.flatMap { texts[$0] }?.texts ?? []
        for (number, rows) in repeated {
            self.repeated[levelNames.indices.contains(number) ? levelNames[number] : ""] = rows
        }
        for (place, columns) in levels.enumerated() { places[columns.level.name] = found[place] }
    }

    private static func isEmpty(_ records: borrowing CSVRecords) -> Bool {
        for index in 0..<records.count where records.bytes(index).contains(where: { $0 > 0x20 }) { return false }
        return true
    }

    /// The texts of a column, by its name; `nil` where there is no such column, or it is not one of time, place or filters.
    func texts(of column: String) -> ColumnTexts? { columns.firstIndex(of: column).flatMap { texts[$0] } }

    /// How many different texts a column has, where it is known.
    func itemCount(of column: String) -> Int? { texts(of: column)?.texts.count }

    /// The text of a number in a column.
    func text(_ number: Int32, in column: String?) -> String {
        guard let column, let texts = texts(of: column)?.texts, texts.indices.contains(Int(number)) else { return "" }
        return texts[Int(number)]
    }

    /// The levels that occur, in order.
    var levels: [String] { texts(of: "geographic_level")?.texts ?? [] }
}

extension ScreenedData.FigureColumn {
    fileprivate static let nulls: Set<String> = ["NULL", "Null", "null", "NA", "na"]
    fileprivate static let noDataTexts: Set<String> = ["N/A", "n/a", ".", "..", "-"]

    /// Looks at a cell.
    ///
    /// - Returns: Whether it is not UTF-8.
    fileprivate mutating func look(at bytes: UnsafeBufferPointer<UInt8>, _ line: Int) -> Bool {
        if !varies {
            if let first {
                varies = !first.elementsEqual(bytes)
            } else {
                first = Array(bytes)
            }
        }
        guard let byte = bytes.first else {
            Self.note(&blank, line)
            return false
        }
        isEmpty = false
        // A printed number, the form of nearly all cells.
        if byte != 0x2D || bytes.count > 1, bytes.allSatisfy({ $0 >= 0x2D && $0 <= 0x39 && $0 != 0x2F }),
            PublishedFigure(bytes: bytes)?.number != nil
        {
            return false
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let trimmed = Trimmed.text(text)
        if trimmed.isEmpty {
            Self.note(&blank, line)
        } else if text == ":" || text == "~" {
            Self.note(&obsolete, line)
        } else if Self.nulls.contains(text) {
            Self.note(&null, line)
        } else if Self.noDataTexts.contains(text) {
            Self.note(&noData, line)
        } else if PublishedFigure.Symbol(rawValue: text) == nil, !Self.isPlainNumber(text) {
            Self.note(&other, line)
        }
        return String(validating: bytes, as: UTF8.self) == nil
    }

    /// Digits with a point or exponent and nothing else: a number for every program.
    private static func isPlainNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2D, 0x2B, 0x2E, 0x45, 0x65].contains($0) }
            && Double(text)?.isFinite == true
    }

    private static func note(_ place: inout ScreenedData.Occurrence?, _ line: Int) {
        place = ScreenedData.Occurrence(line: place?.line ?? line, count: (place?.count ?? 0) + 1)
    }
}

extension ScreenedData.ColumnTexts {
    /// The texts that stand for nothing in files that other programs wrote.
    var nulls: [(String, ScreenedData.Occurrence)] { all.filter { ScreenedData.FigureColumn.nulls.contains($0.0) } }
    /// Older texts in the place of figures.
    var noData: [(String, ScreenedData.Occurrence)] {
        all.filter { ScreenedData.FigureColumn.noDataTexts.contains($0.0) }
    }
}
