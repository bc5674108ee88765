import ReportModel
public import ReportVocabulary

/// A report pack in which all councils of a region are side by side, made of everything that published files hold for them, the
/// region and England.
///
/// The pack is about the region; its report compares the councils measure by measure. What the councils share with each other and do
/// not publish is added under the sharing agreement that the pack has ready: figures under it reach nobody but those whom it names,
/// and publication control covers every council's figures alike.
public struct RegionalPack: Sendable {
    /// The identifier of the sharing agreement in the pack.
    public static let agreement = "regional-sharing"

    /// The region.
    public let region: EnglishRegion
    /// Its councils on the day of the pack.
    public let councils: [LocalAuthority]
    /// The files that come from the published ones, by name.
    public let published: [(name: String, text: String)]
    /// The files that people go on from, by name.
    public let own: [(name: String, text: String)]
    /// The figures.
    public let figures: PublishedFigures
    /// How many measures have a figure of at least two councils.
    public let measures: Int
    /// How many inspections of the councils were found.
    public let inspections: Int
    /// What to know, a sentence each.
    public let remarks: [String]

    /// Why no pack can be made.
    public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// A file cannot be read.
        case file(PublishedFileError)
        /// The files hold nothing for the councils.
        case noFigures(region: String, folder: String)

        /// A sentence for people.
        public var description: String {
            switch self {
            case .file(let error): error.description
            case .noFigures(let region, let folder):
                "\(folder): error: No file in the folder has a figure for councils of \(region). Put the Department for "
                    + "Education's CSV files there as they were published."
            }
        }
    }

    /// Makes a pack.
    ///
    /// - Parameters:
    ///   - region: The region, or Inner or Outer London.
    ///   - folder: The published files.
    ///   - date: The day that the report is dated, on which the councils exist.
    ///   - lines: Lines beside those of the catalogue, one for each measure.
    ///   - agreement: The name of the agreement under which the councils share what they do not publish.
    ///   - inspections: Inspections from a workbook, which the caller reads; they come before those of a CSV file in the folder.
    /// - Throws: ``Problem``.
    public init(
        of region: EnglishRegion, from folder: PublishedFolder, date: CalendarDate, lines: [PublishedLine] = [],
        agreement: String? = nil, inspections: InspectionOutcomes? = nil
    ) throws(Problem) {
        let councils = region.authorities(on: date)
        var areas = [region.area]
        if region == .london { areas += [EnglishRegion.innerLondon.area, EnglishRegion.outerLondon.area] }
        if region.isPartOfLondon { areas.append(EnglishRegion.london.area) }
        areas.append(.england)
        areas += councils.map { $0.area(on: date) }
        let further = Set(lines.map(\.indicator))
        let all = StandardIndicator.lines.filter { !further.contains($0.indicator) } + lines
        let figures: PublishedFigures
        do { figures = try folder.figures(for: all, of: Set(areas.map(\.id))) } catch { throw .file(error) }
        var rows = PackRows(region: region, councils: councils)
        rows.add(figures, models: [])
        let ids = Set(councils.map(\.id))
        var found: [Indicator.ID: Set<Area.ID>] = [:]
        for observation in figures.observations where observation.number != nil {
            found[observation.indicator, default: []].formUnion(
                (observation.joint.isEmpty ? [observation.area] : observation.joint).filter { ids.contains($0) })
        }
        guard !found.values.allSatisfy(\.isEmpty) else {
            throw .noFigures(region: region.nameWithArticle, folder: folder.path)
        }
        let used = rows.areas
        let outcomes: InspectionOutcomes?
        if let inspections {
            outcomes = inspections
        } else {
            do { outcomes = try InspectionOutcomes.latest(in: folder) } catch { throw .file(error) }
        }
        let document = outcomes?.document
        let events = outcomes?.events(of: councils, source: document.map { SourceReference($0.id) }) ?? []
        let text = PublishedText(
            subject: .region(region), areas: areas.filter { used.contains($0.id) || $0.id == region.area.id },
            sources: PackRows.sources(of: figures, in: folder) + (events.isEmpty ? [] : document.map { [$0] } ?? []),
            inspections: events, breaks: [], date: date,
            statistic: .median, continues: nil, models: [])
        self.region = region
        self.councils = councils
        self.figures = figures
        self.inspections = events.count
        measures = found.values.count { $0.count > 1 }
        published = [
            (CouncilPack.publishedFile, text.yaml), (CouncilPack.observationsFile, rows.table),
        ]
        own =
            [
                (
                    "pack.yaml",
                    text.manifest(period: rows.latestYear)
                        + Self.agreementText(agreement ?? "Figures shared by the councils")
                ), ("README.md", Self.readme(region)),
            ] + CouncilPack.definitions(of: lines.filter { figures.files[$0.indicator] != nil })
        let missing = councils.filter { !used.contains($0.id) }.map(\.name)
        remarks =
            rows.remarks + (outcomes?.problems ?? [])
            + (missing.isEmpty ? [] : ["The files have no figure for \(missing.joined(separator: ", ")) yet."])
    }

    private static func agreementText(_ title: String) -> String {
        """
        # Figures that the councils share and do not publish carry “restricted \(agreement)” in the column access. The public
        # version shows none of them, nor anything worked out from them.
        agreements:
          - id: \(agreement)
            title: \(PublishedText.quoted(title))
            terms: For the councils that share their figures; nothing of it is passed on or published.
            audiences: [officers]

        """
    }

    private static func readme(_ region: EnglishRegion) -> String {
        """
        # The councils of \(region.nameWithArticle) side by side: a report pack from published statistics

        `\(CouncilPack.publishedFile)` and `\(CouncilPack.observationsFile)` come from published files. Do not change them:
        `committee-workbook refresh` writes them anew from newer files. Everything else is yours.

        - `pack.yaml`: title, period and date of the report, and the sharing agreement.
        - `observations.csv`: figures that the councils share with each other, a row for each council, measure and period. Write
          `restricted \(agreement)` under `access` in rows that must not be published:

          ```
          indicator,period,area,value,numerator,denominator,access
          visits,2026-03,\(region.authorities(on: CalendarDate(unchecked: 2026, 3, 31)).first?.id.text ?? "barnet"),,180,200,restricted \(agreement)
          ```

        - `indicators.csv`: measures of your own, or changes to those of the catalogue.

        `committee-workbook FOLDER --audience officers` shows everything, with the councils side by side;
        `committee-workbook FOLDER` makes the version for the public, without what is shared.

        """
    }
}
