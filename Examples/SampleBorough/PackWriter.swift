import FamilyServicesKit

/// How large a pack is.
struct PackSize {
    var seed: UInt64 = 1
    var months = 36
    var indicators = IndicatorCatalogue.all.count
    var teams = 6
    var localities = 3
}

/// Writes the pack of the fictional borough.
struct PackWriter {
    let size: PackSize
    let folder: PackFolder
    let model: BoroughModel
    let text: FigureText
    /// The questions of surveys that are in the pack.
    let surveys: [SurveyText]
    private let reportedIndicators: Set<String>

    /// Runs the borough.
    ///
    /// - Parameters:
    ///   - size: How large the pack is.
    ///   - folder: Where it goes.
    init(size: PackSize, folder: PackFolder) throws {
        self.size = size
        self.folder = folder
        model = BoroughModel(seed: size.seed, months: size.months, last: try .month(6, 2026))
        text = FigureText(model: model, teams: size.teams)
        // Surveys need the whole catalogue beside them, and months enough to hold their rounds.
        let isWhole = size.indicators >= IndicatorCatalogue.all.count && size.months >= PackSize().months
        surveys = isWhole ? SurveyText.all : []
        reportedIndicators = Set(IndicatorCatalogue.all.prefix(size.indicators).map(\.id) + surveys.map(\.id))
    }

    /// Writes every file.
    ///
    /// - Returns: How many observations there are.
    func write() throws -> Int {
        try folder.write(.pack, prepared(ManifestText.content(localities: Split.localities(size.localities))))
        try folder.write(.breakdowns, breakdowns)
        try writeIndicators()
        let observations = try writeObservations()
        try writeCommentary()
        try folder.write(.plans, prepared(PlanText.content))
        try writeActions()
        try writeProgress()
        try folder.write(
            .audits,
            prepared(
                AuditText.content(
                    compliance: ComplianceMaker(model: model).content,
                    firstAudit: model.months[model.reported.lowerBound].firstDay)))
        try writeAuditTables()
        try folder.write(.inspections, prepared(InspectionText.content))
        try folder.write(.report, prepared(ReportText.content))
        try folder.write(.context, prepared(ContextText.content))
        try writeRisksAndBudget()
        return observations
    }

    /// Whether the pack has an indicator.
    func isReported(_ indicator: String) -> Bool { reportedIndicators.contains(indicator) }

    /// Those of a list of indicators that the pack has, as a cell.
    func reported(_ indicators: [String]) -> String { indicators.filter(isReported).joined(separator: "; ") }

    private func prepared(_ content: YAML) -> YAML {
        content.mapText(text.fill)
            .filterWords(under: ["indicators", "worried_about", "working_well"], isReported)
            .filterWords(under: ["audit_domains"], isAudited)
    }

    private var breakdowns: YAML {
        ["breakdowns": .list(Split.allCases.map(breakdown) + (surveys.isEmpty ? [] : [SurveyText.breakdown]))]
    }

    private func breakdown(_ split: Split) -> YAML {
        let parts = split.parts(teams: size.teams)
        let categories: [YAML] =
            (split.total.map { [["id": .text($0.id), "title": .text($0.title)]] } ?? [])
            + parts.map { part in
                ["id": .text(part.id), "title": .text(part.title), "parent": .text(split.total?.id ?? "")]
            }
        return [
            "id": .text(split.rawValue), "title": .text(split.title), "total": .text(split.total?.id ?? ""),
            "categories": .list(categories),
        ]
    }
}
