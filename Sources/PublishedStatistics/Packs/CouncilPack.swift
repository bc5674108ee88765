import ReportModel
public import ReportVocabulary

/// A report pack of one council, made of everything that published files hold for it: its figures, those of its statistical
/// neighbours, its region and England, and its inspections.
///
/// What comes from the files is in files of its own: ``publishedFile`` and ``observationsFile``, which ``PackRefresh`` writes anew.
/// Everything else belongs to the people who write the report.
public struct CouncilPack: Sendable {
    /// The file with areas, sources and inspections.
    public static let publishedFile = "published.yaml"
    /// The file with figures.
    public static let observationsFile = "observations-published.csv"

    /// How a pack is made.
    public struct Options: Sendable {
        /// The day that the report is dated.
        public var date: CalendarDate
        /// The year of the model of statistical neighbours; `nil` for the latest in the folder.
        public var model: Int?
        /// Whether the neighbours under the model before are shown too.
        public var showsEarlierModel: Bool
        /// How the middle of the neighbours is taken.
        public var statistic: NeighbourSummary.Statistic
        /// The council whose figures are continued by those of the pack's, where a person says that they are.
        public var continues: Area.ID?
        /// Lines beside those of the catalogue, one for each measure.
        public var lines: [PublishedLine]
        /// Inspections from a workbook, which the caller reads; they come before those of a CSV file in the folder.
        public var inspections: InspectionOutcomes?

        /// Chooses how a pack is made.
        ///
        /// - Parameters:
        ///   - date: The day that the report is dated.
        ///   - model: The year of the model of statistical neighbours.
        ///   - showsEarlierModel: Whether the neighbours under the model before are shown too.
        ///   - statistic: How the middle of the neighbours is taken.
        ///   - continues: The council whose figures are continued.
        ///   - lines: Lines beside those of the catalogue.
        ///   - inspections: Inspections from a workbook.
        public init(
            date: CalendarDate, model: Int? = nil, showsEarlierModel: Bool = false,
            statistic: NeighbourSummary.Statistic = .median, continues: Area.ID? = nil, lines: [PublishedLine] = [],
            inspections: InspectionOutcomes? = nil
        ) {
            self.date = date
            self.model = model
            self.showsEarlierModel = showsEarlierModel
            self.statistic = statistic
            self.continues = continues
            self.lines = lines
            self.inspections = inspections
        }
    }

    /// Why no pack can be made.
    public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// A file cannot be read.
        case file(PublishedFileError)
        /// The files hold nothing for the council.
        case noFigures(council: String, folder: String)
        /// There is no model of that year.
        case noModel(year: Int, known: [Int])
        /// The council does not follow the one that is to be continued.
        case noPredecessor(council: String, named: String, known: [String])

        /// A sentence for people.
        public var description: String {
            switch self {
            case .file(let error): error.description
            case .noFigures(let council, let folder):
                "\(folder): error: No file in the folder has a figure for \(council). Put the Department for Education's CSV "
                    + "files there as they were published."
            case .noModel(let year, let known):
                "error: There is no model of statistical neighbours of \(year) in the folder"
                    + (known.isEmpty ? "." : "; there is \(known.map(String.init).joined(separator: ", ")).")
            case .noPredecessor(let council, let named, let known):
                "error: \(council) did not take the place of “\(named)”"
                    + (known.isEmpty
                        ? "; it took the place of no council." : "; it took that of \(known.joined(separator: ", ")).")
            }
        }
    }

    /// The council.
    public let council: LocalAuthority
    /// The files that come from the published ones, by name.
    public let published: [(name: String, text: String)]
    /// The files that people go on from, by name.
    public let own: [(name: String, text: String)]
    /// The figures.
    public let figures: PublishedFigures
    /// How many measures have a figure of the council's own.
    public let measures: Int
    /// The title of the comparator, which names the model; `nil` where there is none.
    public let neighbours: String?
    /// How many inspections were found.
    public let inspections: Int
    /// What to know, a sentence each.
    public let remarks: [String]

    /// Makes a pack.
    ///
    /// - Parameters:
    ///   - council: The council.
    ///   - folder: The published files.
    ///   - options: How it is made.
    /// - Throws: ``Problem``.
    public init(of council: LocalAuthority, from folder: PublishedFolder, options: Options) throws(Problem) {
        let models: [NeighbourModel]
        do { models = try folder.neighbourModels() } catch { throw .file(error) }
        let shown = try Self.models(models, options)
        let predecessor = try Self.predecessor(of: council, options.continues)
        var areas = PackAreas(council: council, models: shown, date: options.date, statistic: options.statistic)
        let further = Set(options.lines.map(\.indicator))
        let lines = StandardIndicator.lines.filter { !further.contains($0.indicator) } + options.lines
        let figures: PublishedFigures
        do {
            figures = try folder.figures(for: lines, of: areas.wanted.union(predecessor.map { [$0.id] } ?? []))
        } catch { throw .file(error) }
        var rows = PackRows(council: council, predecessor: predecessor, statistic: options.statistic)
        rows.add(figures, models: shown)
        guard rows.ownMeasures > 0 else { throw .noFigures(council: council.name, folder: folder.path) }
        areas.keepOnly(rows.areas)
        let outcomes: InspectionOutcomes?
        if let given = options.inspections {
            outcomes = given
        } else {
            do { outcomes = try InspectionOutcomes.latest(in: folder) } catch { throw .file(error) }
        }
        let document = outcomes?.document
        let text = PublishedText(
            subject: .council(council), areas: areas.list,
            sources: PackRows.sources(of: figures, in: folder) + (document.map { [$0] } ?? []),
            inspections: outcomes?.events(of: council.id, source: document.map { SourceReference($0.id) }) ?? [],
            breaks: rows.breaks, date: options.date, statistic: options.statistic, continues: options.continues,
            models: shown)
        self.council = council
        self.figures = figures
        measures = rows.ownMeasures
        neighbours = areas.neighbourTitle
        inspections = text.inspections.count
        published = [(Self.publishedFile, text.yaml), (Self.observationsFile, rows.table)]
        own =
            [
                ("pack.yaml", text.manifest(period: rows.latestYear)),
                ("README.md", Self.readme(council.name)),
            ] + Self.definitions(of: options.lines.filter { figures.files[$0.indicator] != nil })
        remarks =
            rows.remarks + (outcomes?.problems ?? [])
            + (areas.neighbourTitle == nil ? ["No file names the statistical neighbours of \(council.name)."] : [])
    }

    private static func models(_ models: [NeighbourModel], _ options: Options) throws(Problem) -> [NeighbourModel] {
        guard let last = models.last else {
            if let year = options.model { throw .noModel(year: year, known: []) }
            return []
        }
        let year = options.model ?? last.year
        guard let index = models.firstIndex(where: { $0.year == year }) else {
            throw .noModel(year: year, known: models.map(\.year))
        }
        return options.showsEarlierModel && index > 0 ? [models[index], models[index - 1]] : [models[index]]
    }

    private static func predecessor(of council: LocalAuthority, _ id: Area.ID?) throws(Problem) -> LocalAuthority? {
        guard let id else { return nil }
        guard council.predecessors.contains(id), let authority = LocalAuthority.with(id: id) else {
            throw .noPredecessor(
                council: council.name, named: id.text,
                known: council.predecessors.compactMap { LocalAuthority.with(id: $0) }.map { "\($0.name) (\($0.id))" })
        }
        return authority
    }

    /// The measures of lines that the catalogue does not have, for people to name and describe.
    static func definitions(of lines: [PublishedLine]) -> [(name: String, text: String)] {
        let unknown = lines.filter { StandardIndicator.with(id: $0.indicator) == nil }
        guard !unknown.isEmpty else { return [] }
        let rows =
            [["id", "title", "unit", "decimals", "polarity"]]
            + unknown.map {
                [$0.indicator.text, $0.indicator.text, $0.unit.code, String($0.decimals), Polarity.neutral.rawValue]
            }
        return [("indicators.csv", rows.map { CSVText.row($0) + "\n" }.joined())]
    }

    private static func readme(_ council: String) -> String {
        """
        # \(council): a report pack from published statistics

        `\(publishedFile)` and `\(observationsFile)` come from published files. Do not change them: `committee-workbook refresh`
        writes them anew from newer files. Everything else is yours.

        - `pack.yaml`: title, period and date of the report. `extends: catalogue` takes the definitions of the measures from the
          catalogue; `committee-workbook catalogue` prints it.
        - `indicators.csv`: measures of your own, or changes to those of the catalogue: a row with its `id` and only the columns
          that you want to be different, such as `owner` or `title`.
        - `targets.csv`: `indicator,target,tolerance,level,from,until`.
        - `observations.csv`: figures of your own, such as those of each month.
        - `plans.yaml`, `actions.csv`, `inspections.yaml`, `commentary.csv` and others: see the page "Report packs".

        `committee-workbook FOLDER --check` says what is wrong; `committee-workbook FOLDER` makes the workbook.

        """
    }
}
