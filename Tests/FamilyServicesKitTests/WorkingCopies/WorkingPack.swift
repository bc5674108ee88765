import FamilyServicesKit

/// A small pack with everything that a working copy is for.
enum WorkingPack {
    static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.roles = [
            Role(id: "head", title: "Head of Service"), Role(id: "lead", title: "Practice Lead"),
            Role(id: "north", title: "Team Manager"), Role(id: "south", title: "Team Manager"),
        ]
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan", themes: [ImprovementPlan.Theme(id: "t1", title: "Front door")],
                actions: [
                    PlanAction(
                        id: "1a(i)", reference: try PlanReference("1a(i)"), theme: "t1", title: "Open hubs",
                        text: "Three hubs.", owner: "head", due: try PartialDate(iso: "2026-09-30"),
                        statuses: [
                            .init(.notStarted, on: try PartialDate(iso: "2026-03-31")),
                            .init(.onTrack, on: try PartialDate(iso: "2026-06-30"), commentary: "Two are open."),
                        ], evidence: "Footfall\nby week"),
                    PlanAction(
                        id: "1a(ii)", reference: try PlanReference("1a(ii)"), title: "Train staff", owner: "south",
                        due: try PartialDate(iso: "2026-11")),
                    PlanAction(id: "house", title: "Keep house", completed: try PartialDate(iso: "2025")),
                ],
                progress: [
                    ProgressNote(id: "N1", text: "Two hubs are open.", state: .inProgress, status: .onTrack),
                    ProgressNote(id: "N2", text: "Training begins.", due: try PartialDate(iso: "2026-12-01")),
                ])
        ]
        let (may, june) = (try ReportingPeriod("2026-05"), try ReportingPeriod("2026-06"))
        pack.indicators = [
            Indicator(
                id: "visits", title: "Visits in time", unit: .percent, decimals: 1, polarity: .higherIsBetter,
                targets: [Target(.atLeast(90))],
                commentary: [
                    Commentary("Better in May.", period: may, author: "lead"),
                    Commentary("Better still: {visits@2026-06}.", period: june, author: "head"),
                    Commentary("A second remark.", period: june),
                ]),
            Indicator(id: "contacts", title: "Contacts", unit: .count, polarity: .neutral),
        ]
        pack.observations = [
            Observation(indicator: "visits", period: june, area: "exampleton", value: .value(93.4)),
            Observation(indicator: "contacts", period: june, area: "exampleton", value: .value(812)),
        ]
        pack.dashboard = [
            DashboardLine(
                number: 1, measure: "Visits in time", indicators: ["visits"],
                latest: PrintedPosition(label: "Jun", period: june, figure: PrintedFigure("93.4%", value: 93.4)),
                target: "90%", rating: .amber),
            DashboardLine(number: 2, measure: "Contacts", availability: "not collected"),
        ]
        return pack
    }
}
