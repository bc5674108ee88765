package import FamilyServicesKit

/// A publication as one flat record to a line.
package enum LinesShape: JSONShape {
    /// The figures come last: programs that look at the first lines only to tell columns and types see every type of record there.
    package static func write(_ publication: Publication, to output: JSONOutput) throws {
        let index = PackIndex(publication.pack)
        let beginning = LineTable.beginning(of: publication)
        for section in sections {
            for row in section.rows(publication, LineNames(publication.pack, index)) {
                try row(beginning, &output.text)
                try output.drainIfFull()
            }
        }
        var line = ObservationLine(index, beginning: beginning)
        try output.writeEach(of: publication.pack.observations, progress: 0.05...0.95) { _, observation, text in
            try line.append(observation, to: &text)
        }
    }

    /// What every type of record looks like, in the order in which they come.
    static var tables: [LineTable] { sections.map(\.table) + [ObservationLine.table] }

    /// Adds a line after the columns that all lines begin with.
    private typealias Line = (_ beginning: [UInt8], _ text: inout JSONText) throws -> Void

    /// The records of one type.
    private struct Section: Sendable {
        let table: LineTable
        let rows: @Sendable (Publication, LineNames) -> [Line]

        /// - Parameters:
        ///   - sketch: The columns.
        ///   - records: The records of a publication, each with what it is part of.
        init<Whole, Item>(
            _ sketch: LineSketch<LineRow<Whole, Item>>,
            _ records: @escaping @Sendable (Publication, LineNames) -> [(Whole, Item)]
        ) {
            table = sketch.table
            rows = { publication, names in
                records(publication, names).map { whole, item in
                    { try sketch.append(LineRow(whole: whole, item: item, names: names), after: $0, to: &$1) }
                }
            }
        }

        /// Records that are part of nothing else.
        init<Item>(_ sketch: LineSketch<LineRow<Void, Item>>, _ records: @escaping @Sendable (Publication) -> [Item]) {
            self.init(sketch) { publication, _ in records(publication).map { ((), $0) } }
        }

        /// Records that are part of others.
        init<Whole, Item>(
            _ sketch: LineSketch<LineRow<Whole, Item>>, of wholes: @escaping @Sendable (ReportPack) -> [Whole],
            _ items: @escaping @Sendable (Whole) -> [Item]
        ) {
            self.init(sketch) { publication, _ in
                wholes(publication.pack).flatMap { whole in items(whole).map { (whole, $0) } }
            }
        }
    }

    /// Made once: there are some hundreds of columns.
    private static let sections: [Section] = report + measures + plans + audits + inspections + facts

    private static var report: [Section] {
        [
            Section(.publication) { [$0] },
            Section(.withheld) { $0.releaseNote.withheld },
            Section(.area) { $0.pack.manifest.areas },
            Section(.document) { $0.pack.manifest.sources },
            Section(.category, of: \.breakdowns, \.categories),
        ]
    }

    private static var measures: [Section] {
        [
            Section(.indicator) { publication, _ in
                let results = table(publication.assessment.indicators, \.indicator)
                return publication.pack.indicators.map { (results[$0.id], $0) }
            },
            Section(.target, of: \.indicators, \.targets),
            Section(.seriesBreak, of: \.indicators, \.breaks),
            Section(.remark, of: \.indicators, \.commentary),
            Section(.exception) { publication, _ in
                publication.assessment.worries.map { (.worry, $0) }
                    + publication.assessment.strengths.map { (.strength, $0) }
            },
            Section(.dashboardLine) { $0.pack.dashboard },
            Section(.contradiction) { $0.assessment.contradictions },
        ]
    }

    private static var plans: [Section] {
        [
            Section(.plan, of: \.plans) { _ in [()] },
            Section(.planPosition) { publication, names in
                publication.assessment.plans.flatMap { result in
                    names.index.plans[result.plan].map { plan in result.progress.map { (plan, $0) } } ?? []
                }
            },
            Section(.action, of: \.plans, \.actions),
            Section(.status, of: \.plans) { plan in
                plan.actions.flatMap { action in action.statuses.map { ActionStatus(action: action, report: $0) } }
            },
            Section(.milestone) { milestones(in: $0.pack) },
            Section(.progress, of: \.plans, \.progress),
            Section(.risk) { $0.pack.risks },
            Section(.budget) { $0.pack.budget },
            Section(.commitment, of: \.commitments, \.items),
        ]
    }

    private static func milestones(in pack: ReportPack) -> [DatedMilestone] {
        let ofActions = pack.plans.flatMap { plan in
            plan.actions.flatMap { action in
                action.milestones.map { DatedMilestone(milestone: $0, plan: plan, action: action) }
            }
        }
        let ofCommitments = pack.commitments.flatMap(\.items).flatMap { commitment in
            commitment.milestones.map { DatedMilestone(milestone: $0, commitment: commitment) }
        }
        return ofActions + ofCommitments + pack.milestones.map { DatedMilestone(milestone: $0) }
    }

    private static var audits: [Section] {
        [
            Section(.auditResult) { $0.pack.audits.grades },
            Section(.auditActivity) { $0.pack.audits.activity },
            Section(.moderation) { $0.pack.audits.moderation },
            Section(.auditTheme) { $0.pack.audits.themes },
            Section(.auditStatement) { $0.pack.audits.statements },
            Section(.compliance) { $0.pack.audits.compliance },
        ]
    }

    private static var inspections: [Section] {
        [
            Section(.inspection, of: \.inspections) { _ in [()] },
            Section(.judgement, of: \.inspections, \.judgements),
            Section(.finding) { publication, _ in
                let answers = table(publication.assessment.findings, \.finding)
                return publication.pack.inspections.flatMap { inspection in
                    inspection.findings.map { (inspection, AnsweredFinding(finding: $0, result: answers[$0.id])) }
                }
            },
            Section(.recommendation) { publication, _ in
                publication.pack.inspections.flatMap { inspection in
                    inspection.recommendations.map { (inspection, $0) }
                } + publication.pack.audits.recommendations.map { (nil, $0) }
            },
            Section(.requirement, of: \.inspections, \.requirements),
        ]
    }

    private static var facts: [Section] {
        [
            Section(.paper) { $0.pack.reports },
            Section(.decision, of: \.reports, \.recommendations),
            Section(.fact) { $0.pack.context },
            Section(.board) { $0.pack.governance },
            Section(.check) { $0.pack.checks },
            Section(.claim) { publication, _ in
                let checks = table(publication.assessment.claims, \.claim)
                return publication.pack.claims.map { (checks[$0.id], $0) }
            },
        ]
    }

    /// What the analysis says of records, by record.
    ///
    /// It has one result for each, because identifiers are unique in a pack.
    private static func table<Result, ID: Hashable>(_ results: [Result], _ id: (Result) -> ID) -> [ID: Result] {
        results.reduce(into: [:]) { $0[id($1)] = $1 }
    }
}
