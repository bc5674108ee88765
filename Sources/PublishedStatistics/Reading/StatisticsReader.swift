/// Reads the rows of a file of the Department for Education's statistics, whether each measure has a column or filters tell rows
/// apart, as they were published.
///
/// ```swift
/// let reader = try StatisticsReader(path: "c1_children_in_need_referrals.csv")
/// while try reader.next() {
///     print(reader.timePeriod.code, reader.place.name, reader.cell(10))
/// }
/// ```
///
/// The file is read in blocks: memory does not grow with it. Texts that come again are kept once.
public final class StatisticsReader {
    /// The columns.
    public let heading: StatisticsHeading
    /// The name of the file.
    public let file: String
    private var records: CSVRecords
    private var times = ByteTable()
    private var kinds = ByteTable()
    private var rows = ByteTable()
    private var placesOfRows: [PublishedPlace] = []
    private let firstPlace, lastPlace: Int
    /// Whether nothing else is between the columns of the place.
    private let isPlaceInOne: Bool
    private var filters = ByteTable()
    private var periods: [Int64: TimePeriod] = [:]
    private var places: [PlaceKey: PublishedPlace] = [:]
    private let positions: Positions
    /// The columns of a place that has one code, whatever it is.
    private let code, areaName: Int?

    /// What is in a cell.
    public enum Cell: Sendable, Hashable {
        /// A number or symbol.
        case figure(PublishedFigure)
        /// Nothing, which the standard does not allow.
        case blank
        /// Something else.
        case other(String)

        /// The figure, where it is one.
        public var figure: PublishedFigure? { if case .figure(let figure) = self { figure } else { nil } }
    }

    private struct Positions {
        let time: Int
        let kind: Int?
        let level: Int
        let regionCode, regionName, oldCode, newCode, name: Int?
    }

    private struct PlaceKey: Hashable {
        let level, regionCode, regionName, oldCode, newCode, name: String
    }

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - name: What messages call it; by default its path.
    /// - Throws: ``PublishedFileError`` where it cannot be read or is not such a file.
    public convenience init(path: String, name: String? = nil) throws(PublishedFileError) {
        let file = name ?? path
        try self.init(CSVRecords(path: path, name: file), file: file)
    }

    /// Reads bytes that are in memory.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: What messages call it.
    /// - Throws: ``PublishedFileError`` where it is not such a file.
    public convenience init(bytes: [UInt8], name: String) throws(PublishedFileError) {
        try self.init(CSVRecords(bytes, of: name), file: name)
    }

    init(_ records: consuming CSVRecords, file: String) throws(PublishedFileError) {
        guard try records.advance() else { throw .empty(file: file) }
        let columns = records.texts()
        let heading = try StatisticsHeading(columns, of: file)
        let standard = heading.standard
        positions = Positions(
            time: standard["time_period"] ?? 0, kind: standard["time_identifier"],
            level: standard["geographic_level"] ?? 0, regionCode: standard["region_code"],
            regionName: standard["region_name"], oldCode: standard["old_la_code"], newCode: standard["new_la_code"],
            name: standard["la_name"])
        code = standard["area_code"]
        areaName = standard["area_name"]
        let places = [
            "geographic_level", "area_code", "area_name", "region_code", "region_name", "old_la_code", "new_la_code",
            "la_name",
        ]
        .compactMap { standard[$0] }
        firstPlace = places.min() ?? 0
        lastPlace = places.max() ?? 0
        let between = firstPlace...lastPlace
        isPlaceInOne = between.allSatisfy { index in
            StatisticsHeading.standardColumns.contains(columns[index])
                || StatisticsHeading.fingertipsColumns[columns[index]] != nil
        }
        self.heading = heading
        self.file = file
        self.records = records
    }

    /// The line on which the present row begins, from 1.
    public var line: Int { records.line }

    /// Whether any text so far was not UTF-8.
    public var hasOtherText: Bool { records.hasOtherText }

    /// Goes to the next row.
    ///
    /// - Returns: Whether there is one.
    /// - Throws: ``PublishedFileError`` where it is broken; the rows before it have been read.
    public func next() throws(PublishedFileError) -> Bool {
        guard try records.advance() else { return false }
        guard records.count == heading.columns.count else {
            throw .wrongWidth(
                file: file, line: records.line, cells: records.count, columns: heading.columns.count)
        }
        return true
    }

    /// The time of the present row.
    public var timePeriod: TimePeriod {
        let time = times.number(of: records.bytes(positions.time))
        let kind = positions.kind.map { kinds.number(of: records.bytes($0)) } ?? -1
        let key = Int64(time) << 32 | Int64(kind + 1)
        if let known = periods[key] { return known }
        let text = times.texts[time]
        let period =
            heading.form == .fingertips
            ? TimePeriod(words: text) : TimePeriod(code: text, identifier: kind < 0 ? "" : kinds.texts[kind])
        periods[key] = period
        return period
    }

    /// The place of the present row.
    public var place: PublishedPlace {
        guard isPlaceInOne else { return readPlace() }
        // The same bytes in the columns of places mean the same place.
        let number = rows.number(of: records.bytes(from: firstPlace, through: lastPlace))
        if number < placesOfRows.count { return placesOfRows[number] }
        let place = readPlace()
        placesOfRows.append(place)
        return place
    }

    private func readPlace() -> PublishedPlace {
        let text = { (column: Int?) in column.map { Trimmed.text(self.records.text($0)) } ?? "" }
        if let code { return PublishedPlace(level: text(positions.level), code: text(code), name: text(areaName)) }
        let key = PlaceKey(
            level: text(positions.level), regionCode: text(positions.regionCode),
            regionName: text(positions.regionName), oldCode: text(positions.oldCode), newCode: text(positions.newCode),
            name: text(positions.name))
        if let known = places[key] { return known }
        let place = PublishedPlace(
            level: key.level, regionCode: key.regionCode, regionName: key.regionName, oldCode: key.oldCode,
            newCode: key.newCode, authorityName: key.name)
        places[key] = place
        return place
    }

    /// The text of a filter in the present row.
    ///
    /// - Parameter column: The index of the column.
    /// - Returns: Its text.
    public func filter(_ column: Int) -> String {
        let number = filters.number(of: records.bytes(column))
        return filters.texts[number]
    }

    /// A number for the text of a filter, the same for the same text in this file: quicker to compare than the text.
    func filterNumber(_ column: Int) -> Int { filters.number(of: records.bytes(column)) }

    /// The number of a text of a filter, whether it has been met or not.
    func number(ofFilterText text: String) -> Int {
        var text = text
        return text.withUTF8 { filters.number(of: $0) }
    }

    /// What is in a column of the present row.
    ///
    /// - Parameter column: The index of the column.
    /// - Returns: The figure, or what is there in its place.
    public func cell(_ column: Int) -> Cell {
        let bytes = records.bytes(column)
        if let figure = PublishedFigure(bytes: bytes) { return .figure(figure) }
        let text = Trimmed.text(records.text(column))
        return text.isEmpty ? .blank : .other(text)
    }

    /// The text of a cell of the present row.
    ///
    /// - Parameter column: The index of the column.
    /// - Returns: Its text as it is written.
    public func text(_ column: Int) -> String { records.text(column) }
}

/// Blanks at the ends of texts, which nobody means.
enum Trimmed {
    static func text(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...end])
    }
}
