package import FamilyServicesKit

/// A publication as one flat record to a line.
package enum LinesShape: JSONShape {
    /// The observations come last: programs that look at the first lines only to tell columns and types see every type of
    /// record there.
    package static func write(_ publication: Publication, to output: JSONOutput) throws {
        let (pack, assessment) = (publication.pack, publication.assessment)
        let index = PackIndex(pack)
        try write([publication], as: .publication(index), to: output)

        let results = table(assessment.indicators, \.indicator)
        let indicators = pack.indicators.map { IndicatorLine(indicator: $0, result: results[$0.id]) }
        try write(indicators, as: .indicator(index), to: output)

        let actions = pack.plans.flatMap { plan in plan.actions.map { ActionLine(plan: plan, action: $0) } }
        try write(actions, as: .action(index, on: pack.manifest.date), to: output)

        try write(pack.audits.grades, as: .auditResult(index), to: output)

        let answers = table(assessment.findings, \.finding)
        let findings = pack.inspections.flatMap { inspection in
            inspection.findings.map { FindingLine(inspection: inspection, finding: $0, result: answers[$0.id]) }
        }
        try write(findings, as: .finding, to: output)

        let checks = table(assessment.claims, \.claim)
        try write(pack.claims.map { ClaimLine(claim: $0, check: checks[$0.id]) }, as: .claim, to: output)

        var line = ObservationLine(index)
        try output.writeEach(of: pack.observations, progress: 0.05...0.95) { _, observation, text in
            try line.append(observation, to: &text)
        }
    }

    /// What the analysis says of records, by record: of each once.
    private static func table<Result, ID: Hashable>(_ results: [Result], _ id: (Result) -> ID) -> [ID: Result] {
        results.reduce(into: [:]) { $0[id($1)] = $1 }
    }

    private static func write<Record>(_ records: [Record], as sketch: LineSketch<Record>, to output: JSONOutput) throws
    {
        for record in records {
            try sketch.append(record, to: &output.text)
            try output.drainIfFull()
        }
    }
}
