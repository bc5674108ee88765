import ReportModel
import ReportVocabulary

/// A folder with files as they were published, told apart by their headings and read when asked.
public struct PublishedFolder: Sendable {
    /// Where it is.
    public let path: String
    /// The files in it that can be read, by name.
    public let files: [File]
    /// The names of the others, with why they are not read.
    public let ignored: [Ignored]
    /// The names of descriptions of data files.
    private let descriptions: [String]

    /// A file.
    public struct File: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it holds.
        public let kind: Kind
    }

    /// What a file holds.
    public enum Kind: Sendable, Hashable {
        /// Statistics of the Department for Education, with their columns.
        case statistics(StatisticsHeading)
        /// The statistical neighbours of every council.
        case neighbours
        /// Inspections with judgements, in the columns of Ofsted's workbook.
        case inspections
    }

    /// A file that is not read.
    public struct Ignored: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Why, in a sentence.
        public let reason: String
    }

    /// Looks into a folder.
    ///
    /// - Parameter path: The folder.
    /// - Throws: ``PublishedFileError`` where it cannot be read.
    public init(path: String) throws(PublishedFileError) {
        guard let names = namesInFolder(path) else {
            throw .unreadable(file: path, reason: "there is no such folder, or it may not be read")
        }
        var files: [File] = []
        var ignored: [Ignored] = []
        var descriptions: [String] = []
        for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
            guard name.lowercased().hasSuffix(".csv") else {
                ignored.append(Ignored(name: name, reason: "It is not a CSV file."))
                continue
            }
            if name.lowercased().hasSuffix(".meta.csv") {
                descriptions.append(name)
                continue
            }
            do throws(PublishedFileError) {
                if let kind = try Self.kind(of: Self.join(path, name), name: name) {
                    files.append(File(name: name, kind: kind))
                } else {
                    ignored.append(
                        Ignored(name: name, reason: "Its headings are not those of a file that can be read."))
                }
            } catch {
                ignored.append(Ignored(name: name, reason: error.description))
            }
        }
        self.path = path
        self.files = files
        self.ignored = ignored
        self.descriptions = descriptions
    }

    /// The path of a file of the folder.
    func path(of name: String) -> String { Self.join(path, name) }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private static func kind(of path: String, name: String) throws(PublishedFileError) -> Kind? {
        var records = try CSVRecords(path: path, name: name, blockSize: 1 << 16)
        guard try records.advance() else { return nil }
        let columns = records.texts()
        if StatisticsHeading.isLikely(columns) { return .statistics(try StatisticsHeading(columns, of: name)) }
        if NeighbourModel.isLikely(columns) { return .neighbours }
        if InspectionOutcomes.isLikely(columns) { return .inspections }
        return nil
    }

    /// The models of statistical neighbours in the folder, the earliest first.
    ///
    /// - Returns: The models.
    /// - Throws: ``PublishedFileError`` where one cannot be read, or two files have different models of one year.
    public func neighbourModels() throws(PublishedFileError) -> [NeighbourModel] {
        var models: [NeighbourModel] = []
        for file in files where file.kind == .neighbours {
            let model = try NeighbourModel(path: path(of: file.name), name: file.name)
            guard let same = models.first(where: { $0.year == model.year }) else {
                models.append(model)
                continue
            }
            // A copy of a file does no harm; another model of the same year would be left out without a word.
            guard same.neighbours == model.neighbours else {
                throw .badRow(
                    file: file.name, line: 1,
                    reason: "Another file has a different model of \(model.year); keep one of the two.")
            }
        }
        return models.sorted { $0.year < $1.year }
    }

    /// What the description beside a data file says of its filters, and where it does not fit the data.
    ///
    /// The data are read all the same: a description that does not fit tells nothing about figures.
    func description(
        of name: String, _ heading: StatisticsHeading
    ) -> (filters: Set<String>?, notes: [PublishedFigures.Note]) {
        guard let metaName = DataFilePair.description(of: name, among: descriptions) else { return (nil, []) }
        func note(_ line: Int?, _ text: String) -> PublishedFigures.Note {
            PublishedFigures.Note(kind: .description, file: metaName, line: line, count: 1, text: text)
        }
        let meta: ScreenedMeta
        do throws(PublishedFileError) {
            meta = try ScreenedMeta(CSVRecords(path: path(of: metaName), name: metaName), file: metaName)
        } catch {
            return (nil, [note(nil, "The description cannot be read, and is passed over.")])
        }
        guard meta.columns.contains("col_name"), meta.columns.contains("col_type") else {
            return (nil, [note(1, "The description has no col_name or no col_type, and is passed over.")])
        }
        var notes: [PublishedFigures.Note] = []
        let columns = Set(heading.columns)
        for row in meta.rows where !row.name.isEmpty && !columns.contains(row.name) {
            notes.append(note(row.line, "The data have no column “\(row.name)”."))
        }
        let named = meta.named
        for column in heading.others where !named.contains(heading.columns[column]) {
            notes.append(note(nil, "Nothing describes the column “\(heading.columns[column])” of the data."))
        }
        // One that fits is believed; from another no filter is taken.
        return (notes.isEmpty ? Set(meta.filtersAndGroups) : nil, notes)
    }

    /// Why no file gives a line, in a sentence that names what is nearest.
    ///
    /// - Parameter line: A line for which there is no file.
    /// - Returns: The sentence.
    public func reason(for line: PublishedLine) -> String {
        let headings = files.compactMap { file -> (String, StatisticsHeading)? in
            if case .statistics(let heading) = file.kind { (file.name, heading) } else { nil }
        }
        let named = headings.filter { line.isIn($0.0) }
        guard let (name, heading) = named.last else {
            if let ignored = ignored.first(where: { line.isIn($0.name) }) {
                return "“\(line.indicator)”: the file \(ignored.name) is not read. \(ignored.reason)"
            }
            let near = NearestName.nearest(to: line.file, among: headings.map { DataFilePair.stem(of: $0.0) })
            return "“\(line.indicator)”: no file begins with \(MessageText.quoted(line.file))."
                + (near.map { " Did you mean \(MessageText.quoted($0))?" } ?? "")
        }
        let wanted =
            [line.value, line.numerator, line.denominator, line.lower, line.upper].compactMap(\.self)
            + line.filters.keys.sorted()
            + line.denominatorFilters.keys.sorted()
        let missing = wanted.filter { heading.index(of: $0) == nil }
        let texts = missing.map { column in
            MessageText.quoted(column)
                + (NearestName.nearest(to: column, among: heading.columns).map {
                    " (did you mean \(MessageText.quoted($0))?)"
                } ?? "")
        }
        return "“\(line.indicator)”: the file \(name) has no column \(texts.joined(separator: ", "))."
    }

    /// The file that a line is read from: of those whose name begins as the line says and that have its columns, the one with the
    /// latest year in its name.
    ///
    /// - Parameter line: The line.
    /// - Returns: `nil` where there is none.
    public func file(for line: PublishedLine) -> File? {
        let columns =
            [line.value, line.numerator, line.denominator, line.lower, line.upper].compactMap(\.self)
            + line.filters.keys
            + line.denominatorFilters.keys
        return files.filter { file in
            guard case .statistics(let heading) = file.kind, line.isIn(file.name) else { return false }
            return columns.allSatisfy { heading.index(of: $0) != nil }
        }.max { left, right in
            let (first, second) = (NeighbourModel.year(in: left.name) ?? 0, NeighbourModel.year(in: right.name) ?? 0)
            return first != second ? first < second : left.name < right.name
        }
    }
}
