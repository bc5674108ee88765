import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing

@testable import PublishedStatistics

@Suite("The catalogue of standard indicators")
struct CatalogueTests {
    @Test("At least sixty measures, each with what a reader needs, and none twice")
    func whole() {
        let all = StandardIndicator.all
        #expect(all.count >= 60)
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.title)).count == all.count)
        for indicator in all {
            #expect(indicator.meaning.hasSuffix("."), "\(indicator.id)")
            #expect(indicator.meaning.count > 30, "\(indicator.id)")
            for other in indicator.related {
                #expect(StandardIndicator.with(id: other) != nil, "\(indicator.id) names \(other)")
                #expect(other != indicator.id)
            }
            switch indicator.unit {
            case .percent, .rate: #expect(indicator.numerator != nil && indicator.denominator != nil, "\(indicator.id)")
            default: break
            }
            if let line = indicator.source?.line {
                #expect(line.indicator == indicator.id)
                #expect(line.unit == indicator.unit)
                #expect(line.decimals == indicator.decimals)
            }
        }
    }

    @Test("Words find measures, those with the words in the title first")
    func search() {
        #expect(StandardIndicator.search(["care", "leavers", "suitable"]).first?.id == "suitable-accommodation-17-18")
        #expect(StandardIndicator.search(["45"]).contains { $0.id == "assessments-45-days" })
        #expect(StandardIndicator.search(["narwhal"]).isEmpty)
        #expect(StandardIndicator.search([]).count == StandardIndicator.all.count)
    }

    @Test(
        "Polarity is what the Department for Education's dictionary says, where it says something",
        .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
    func polarity() throws {
        var records = CSVRecords(try PublishedFiles.bytes("lait_indicator_dictionary_csc.csv"), of: "dictionary")
        var polarity: [String: String] = [:]
        while try records.advance() { polarity[records.text(3)] = records.text(4) }
        let names: [Indicator.ID: String] = [
            "referrals": "CPP_Total_NumRef", "repeat-referrals": "ReReferral", "subsequent-plans": "PrevRegCPR",
            "plan-start-rate": "CPP_Abuse_Rate", "children-in-care-rate": "LAC", "care-start-rate": "LAC_Start_Rate",
            "three-or-more-placements": "LACStable_2016on", "long-term-stability": "LAC_LongStable%",
            "suitable-accommodation-19-21": "CareLeaverAcc", "turnover-rate": "Work_Force_TO_Rate",
            "agency-rate": "Work_Force_Agecy_Rate", "vacancy-rate": "Work_Force_Vac_Rate",
            "caseload": "Work_Force_AvgNumCase_SW",
            "sickness-absence": "Work_Force_SWAbsence", "children-in-need-rate": "CIN",
            "assessments-45-days": "Continue_Assess_Comp",
            "conferences-15-days": "CP_conf_15days", "plans-over-2-years": "CPPlans2yrsActive",
            "foster-care": "LAC_Foster_Placements",
            "placed-over-20-miles": "LACDistance", "health-assessments": "LACHealth%", "dental-checks": "LACDental%",
            "strengths-and-difficulties": "Emotional_LAC", "convictions": "LAC_Convictions",
            "staying-put": "StayingPut",
            "not-in-touch-19-21": "CareLeavers_LA_NotInTouch", "adoptions": "%_of LAC Adopted",
            "plans-ended-over-2-years": "CPPlans2yrs", "plan-reviews-in-time": "RevCP",
            "agency-cover-rate": "Work_Force_AgencyCover",
            "section-47-rate": "Section_47", "persistent-absence-in-care": "LAC_Pers_Abs",
            "immunisations": "LACVaccinations%",
            "education-employment-19-21": "CareLeaverEET", "higher-education-19-21": "LAC_19_HE",
        ]
        for (id, name) in names {
            let expected: Polarity =
                switch try #require(polarity[name], "\(name)") {
                case "High": .higherIsBetter
                case "Low": .lowerIsBetter
                default: .neutral
                }
            let indicator = try #require(StandardIndicator.with(id: id))
            #expect(indicator.polarity == expected, "\(id)")
            #expect(indicator.polarityAuthority == .department, "\(id)")
        }
    }
}

@Suite("Packs that extend the catalogue")
struct ExtendingPackTests {
    private func load(_ files: [String: String]) throws -> LoadedReportPack {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fsk-extends-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return ReportPackLoader().load(folder: folder.path)
    }

    private func manifest(_ extends: String = "catalogue") -> String {
        """
        schema: 1
        title: Test
        organisation: Barnet
        area: barnet
        period: FY2024-25
        date: 2026-01-01
        extends: \(extends)
        areas: [{id: barnet, title: Barnet, kind: local-authority}]
        """
    }

    private let observations = "indicator,period,numerator,denominator\nrepeat-referrals,FY2024-25,20,100\n"

    @Test("What has a figure is defined by the catalogue, and nothing else is there")
    func base() throws {
        let result = try load(["pack.yaml": manifest(), "observations.csv": observations])
        #expect(result.diagnostics.map(\.description) == [])
        let indicator = try #require(result.pack?.indicators.first)
        #expect(result.pack?.indicators.count == 1)
        let standard = try #require(StandardIndicator.with(id: "repeat-referrals"))
        #expect(indicator.title == standard.title)
        #expect(indicator.definition.text == standard.meaning)
        #expect(indicator.polarity == .lowerIsBetter)
        #expect(indicator.service == .frontDoor)
    }

    @Test("A row changes what it fills in, and only that")
    func changed() throws {
        let result = try load([
            "pack.yaml": manifest(), "observations.csv": observations,
            "indicators.csv":
                "id,title,unit,polarity,group,target\nrepeat-referrals,Ours,,,,at most 18\nvisits,Visits,count,neutral,,\n",
            "targets.csv": "indicator,target\nplans-started,at most 90\n",
        ])
        #expect(result.errors.map(\.description) == [])
        let pack = try #require(result.pack)
        #expect(Set(pack.indicators.map(\.id)) == ["repeat-referrals", "visits", "plans-started"])
        let indicator = try #require(pack.indicators.first { $0.id == "repeat-referrals" })
        #expect(indicator.title == "Ours")
        #expect(indicator.unit == .percent)
        #expect(indicator.group == "Front door")
        #expect(indicator.targets.count == 1)
    }

    @Test("A measure that is neither in the catalogue nor described is reported at its row")
    func incomplete() throws {
        let result = try load([
            "pack.yaml": manifest(), "observations.csv": observations, "indicators.csv": "id,title\nvisits,Visits\n",
        ])
        #expect(
            result.errors.contains {
                $0.description.contains("indicators.csv:2:1") && $0.description.contains("“unit”")
            })
    }

    @Test("Only the catalogue can be extended")
    func unknown() throws {
        let result = try load(["pack.yaml": manifest("everything"), "observations.csv": observations])
        #expect(result.errors.contains { $0.description.contains("pack.yaml:7:") })
    }

    @Test("Areas, sources and inspections of published.yaml are the pack's, but what a person wrote wins")
    func published() throws {
        let result = try load([
            "pack.yaml": manifest(), "observations.csv": observations,
            "published.yaml": """
            council: barnet
            areas:
              - {id: barnet, title: Somewhere else, kind: local-authority}
              - england
            inspections:
              - {id: ILACS-1, kind: inspection, body: Ofsted, title: Published, status: held, start: 2024-01-01}
              - {id: ILACS-2, kind: inspection, body: Ofsted, title: Published, status: held, start: 2025-01-01}
            """,
            "inspections.yaml": """
            inspections:
              - {id: ILACS-2, kind: inspection, body: Ofsted, title: Ours, status: held, start: 2025-01-01}
            """,
        ])
        #expect(result.errors.map(\.description) == [])
        let pack = try #require(result.pack)
        #expect(pack.manifest.areas.map(\.title) == ["Barnet", "England"])
        #expect(pack.inspections.map(\.title) == ["Published", "Ours"])
    }
}
