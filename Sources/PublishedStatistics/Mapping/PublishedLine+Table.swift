import ReportModel
import ReportVocabulary

extension PublishedLine {
    /// The columns of a list of lines.
    public static let columns = [
        "indicator", "file", "value", "numerator", "denominator", "filters", "denominator_filters", "population",
        "years_before", "year", "unit", "decimals", "lower", "upper",
    ]

    /// Reads a list of lines: a CSV file with the columns of ``columns``, of which `indicator`, `file`, `year` and `unit` have to be
    /// there, and `value` or `numerator`.
    ///
    /// Filters are written `column=text`, several with semicolons between them; a text with a semicolon in it is written with `\;`.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: What messages call it.
    /// - Returns: The lines.
    /// - Throws: ``PublishedFileError`` that names the first heading that is unknown, or the first line that cannot be understood or
    ///   that has a measure again.
    public static func lines(in bytes: [UInt8], file name: String) throws(PublishedFileError) -> [PublishedLine] {
        var records = CSVRecords(bytes, of: name)
        guard try records.advance() else { throw .empty(file: name) }
        var places: [String: Int] = [:]
        for (index, column) in records.texts().enumerated() where !column.isEmpty {
            guard places.updateValue(index, forKey: column.lowercased()) == nil else {
                throw .repeatedColumn(file: name, column: column)
            }
        }
        let missing = ["indicator", "file", "year", "unit"].filter { places[$0] == nil }
        guard missing.isEmpty else { throw .missingColumns(file: name, columns: missing) }
        // A misspelt heading would pass for a column that is left out.
        if let unknown = places.filter({ !columns.contains($0.key) }).min(by: { $0.value < $1.value })?.key {
            throw .unknownColumn(
                file: name, column: unknown,
                nearest: NearestName.nearest(to: unknown, among: columns.filter { places[$0] == nil }))
        }
        var lines: [PublishedLine] = []
        var named: Set<Indicator.ID> = []
        while try records.advance() {
            var cells: [String: String] = [:]
            for (column, index) in places where index < records.count {
                let text = Trimmed.text(records.text(index))
                if !text.isEmpty { cells[column] = text }
            }
            do throws(LineProblem) {
                let line = try PublishedLine(cells)
                guard named.insert(line.indicator).inserted else {
                    throw LineProblem(reason: "“\(line.indicator)” has a line already; remove one of the two.")
                }
                lines.append(line)
            } catch {
                throw .badRow(file: name, line: records.line, reason: error.reason)
            }
        }
        return lines
    }

    private struct LineProblem: Error { let reason: String }

    private init(_ cells: [String: String]) throws(LineProblem) {
        func needed(_ column: String) throws(LineProblem) -> String {
            guard let text = cells[column] else { throw LineProblem(reason: "“\(column)” is blank.") }
            return text
        }
        let id = try needed("indicator")
        guard let indicator = Indicator.ID(id) else {
            throw LineProblem(reason: "“\(id)” cannot be an identifier.")
        }
        let yearText = try needed("year")
        guard let year = ReportingYear(rawValue: yearText) else {
            let known = ReportingYear.allCases.map(\.rawValue).joined(separator: ", ")
            throw LineProblem(reason: "“\(yearText)” is not a meaning of a year; write one of: \(known).")
        }
        let unitText = try needed("unit")
        guard let unit = MeasurementUnit(code: unitText) else {
            let known = MeasurementUnit.knownCodes.joined(separator: ", ")
            throw LineProblem(reason: "“\(unitText)” is not a unit; write one of: \(known).")
        }
        guard cells["value"] != nil || cells["numerator"] != nil else {
            throw LineProblem(reason: "There is neither a “value” nor a “numerator”; name the column of one of them.")
        }
        guard (cells["lower"] == nil) == (cells["upper"] == nil) else {
            throw LineProblem(reason: "One of “lower” and “upper” is blank; name the columns of both limits, or none.")
        }
        var limits: (lower: String, upper: String)?
        if let lower = cells["lower"], let upper = cells["upper"] { limits = (lower, upper) }
        var population: Population?
        if let text = cells["population"] {
            guard let id = Indicator.ID(text) else { throw LineProblem(reason: "“\(text)” cannot be an identifier.") }
            population = Population(
                id, yearsBefore: try Self.number(cells["years_before"] ?? "1", "years_before", 0...5))
        }
        self.init(
            indicator, file: try needed("file"), value: cells["value"], numerator: cells["numerator"],
            denominator: cells["denominator"], limits: limits, filters: try Self.filters(cells["filters"]),
            denominatorFilters: try Self.filters(cells["denominator_filters"]), population: population, year: year,
            unit: unit,
            decimals: try cells["decimals"].map { text throws(LineProblem) in
                try Self.number(text, "decimals", 0...15)
            })
    }

    private static func number(_ text: String, _ column: String, _ range: ClosedRange<Int>) throws(LineProblem) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw LineProblem(
                reason: "“\(text)” under “\(column)” is not a whole number from \(range.lowerBound) to "
                    + "\(range.upperBound).")
        }
        return number
    }

    private static func filters(_ text: String?) throws(LineProblem) -> [String: String] {
        guard let text else { return [:] }
        var filters: [String: String] = [:]
        // A placeholder that no text holds keeps the semicolons that are meant.
        for part in text.replacing("\\;", with: "\u{0}").split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1).map {
                Trimmed.text(String($0.replacing("\u{0}", with: ";")))
            }
            guard sides.count == 2, !sides[0].isEmpty else {
                throw LineProblem(reason: "“\(part)” is not a filter; write column=text.")
            }
            guard filters.updateValue(sides[1], forKey: sides[0]) == nil else {
                throw LineProblem(reason: "There are two filters for “\(sides[0])”; remove one of them.")
            }
        }
        return filters
    }

    /// The line as a row of a list, from which an equal one is read.
    public var row: [String] {
        let written = { (filters: [String: String]) in
            filters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.replacing(";", with: "\\;"))" }
                .joined(separator: "; ")
        }
        return [
            indicator.text, file, value ?? "", numerator ?? "", denominator ?? "", written(filters),
            written(denominatorFilters), population?.indicator.text ?? "",
            population.map { String($0.yearsBefore) } ?? "", year.rawValue, unit.code, String(decimals), lower ?? "",
            upper ?? "",
        ]
    }
}
