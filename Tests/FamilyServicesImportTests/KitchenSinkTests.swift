@testable import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing

@Suite("A pack that uses everything")
struct KitchenSinkTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")
    private static let folder = fixtures.appendingPathComponent("KitchenSink").path

    private func pack() throws -> ReportPack {
        let result = ReportPackLoader().load(folder: Self.folder)
        // A share without a name is one of the things that there are.
        #expect(result.diagnostics.map(\.message) == ["51% is printed without saying what it is a share of or in."])
        return try #require(result.pack)
    }

    @Test("It loads, warns of the one thing that is wrong, and every field arrives where it belongs")
    func everyFieldArrives() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let lines = String(decoding: try encoder.encode(pack()), as: UTF8.self).split(separator: "\n")
        let golden = Self.fixtures.appendingPathComponent("KitchenSink.json")
        let expected = try String(contentsOf: golden, encoding: .utf8).split(separator: "\n")
        for (number, (line, other)) in zip(lines, expected).enumerated() where line != other {
            Issue.record("Line \(number + 1) of KitchenSink.json: expected \(other), found \(line)")
            return
        }
        #expect(lines.count == expected.count)
    }

    @Test("No property of any model is left as it would be in an empty pack")
    func nothingIsLeftEmpty() throws {
        var found: [String: Bool] = [:]
        collect(try pack(), into: &found)
        let empty = found.filter { !$0.value }.keys.sorted()
        // No file says it: a version for an audience notes there what its own figures were rounded to.
        #expect(empty == ["Observation.roundedTo"])
        #expect(found.count > 250, "Only \(found.count) properties were looked at.")
    }

    /// Notes for each stored property of our types whether it is filled in anywhere.
    private func collect(_ value: Any, into found: inout [String: Bool]) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .struct?:
            for child in mirror.children {
                guard let label = child.label else { continue }
                let name = "\(type(of: value)).\(label)"
                found[name] = found[name] == true || !isEmpty(child.value)
                collect(child.value, into: &found)
            }
        case .collection?, .set?, .optional?, .enum?, .tuple?, .dictionary?:
            for child in mirror.children { collect(child.value, into: &found) }
        default: break
        }
    }

    private func isEmpty(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional?: return mirror.children.isEmpty
        case .collection?, .set?, .dictionary?: return mirror.children.isEmpty
        default: return (value as? String)?.isEmpty ?? false
        }
    }

    @Test("Every column and key that the format knows is in it, and in the documentation")
    func everyNameIsUsed() throws {
        let documentation = try String(
            contentsOf: Self.fixtures.deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
                .appendingPathComponent("Sources/FamilyServicesImport/FamilyServicesImport.docc/ReportPacks.md"),
            encoding: .utf8)
        func words(_ text: String) -> Set<String> {
            Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init))
        }
        let documented = words(documentation)
        for (file, shapes) in Self.shapes {
            let text = try String(contentsOfFile: Self.folder + "/" + file.rawValue, encoding: .utf8)
            let used = words(text)
            for name in shapes.flatMap(\.names) {
                #expect(used.contains(name), "\(name) is not in \(file.rawValue).")
                #expect(documented.contains(name), "\(name) is not documented.")
            }
        }
        #expect(Set(Self.shapes.map(\.file)) == Set(PackFile.allCases))
    }

    @Test("has every field of the catalogue under the key that the files give it")
    func catalogue() throws {
        let names = CatalogueKeys()
        names.walk(try pack())
        let known = Set(Self.shapes.flatMap(\.shapes).flatMap(\.names))
        #expect(names.keys.subtracting(known).sorted() == [])
        #expect(names.keys.count > 60)
    }

    /// The keys of the fields of all records of a pack.
    private final class CatalogueKeys: FieldVisitor {
        let sorts: FieldSorts = [.texts, .names]
        private(set) var keys: Set<String> = []

        func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace) {
            keys.insert(field.key)
        }
    }

    private static let shapes: [(file: PackFile, shapes: [Shape])] = [
        (
            .pack,
            [
                ManifestShapes.manifest, ManifestShapes.baseline, ManifestShapes.area, ManifestShapes.role,
                ManifestShapes.source, ManifestShapes.agreement,
            ]
        ),
        (.published, [PublishedShapes.published]),
        (.indicators, [IndicatorShapes.indicator]),
        (.targets, [IndicatorShapes.target]),
        (.breaks, [IndicatorShapes.seriesBreak]),
        (.breakdowns, [IndicatorShapes.breakdowns, IndicatorShapes.breakdown, IndicatorShapes.category]),
        (.observations, [ObservationTable.shape]),
        (.commentary, [IndicatorShapes.commentary]),
        (.dashboard, [DashboardShapes.line]),
        (
            .plans,
            [
                PlanShapes.plans, PlanShapes.plan, PlanShapes.objective, PlanShapes.theme, PlanShapes.outcome,
                PlanShapes.event, PlanShapes.action, PlanShapes.status, PlanShapes.progress,
            ]
        ),
        (.actions, [PlanShapes.actionRow]),
        (.statusHistory, [PlanShapes.statusRow]),
        (.progress, [PlanShapes.progressRow]),
        (
            .audits,
            [
                AuditShapes.programme, AuditShapes.method, AuditShapes.theme, AuditShapes.statement, AuditShapes.shares,
                AuditShapes.standard, AuditShapes.compliance, AuditShapes.failure,
            ]
        ),
        (.auditActivity, [AuditTableShapes.activity]),
        (.auditGrades, [AuditTableShapes.grades]),
        (.moderation, [AuditTableShapes.moderation]),
        (
            .inspections,
            [
                InspectionShapes.inspections, InspectionShapes.inspection, InspectionShapes.date,
                InspectionShapes.judgement, InspectionShapes.finding, InspectionShapes.recommendation,
                InspectionShapes.requirement, InspectionShapes.term, InspectionShapes.letter,
            ]
        ),
        (
            .report,
            [
                ReportShapes.reports, ReportShapes.report, ReportShapes.enclosure, ReportShapes.recommendation,
                ReportShapes.section, ReportShapes.paragraph, ReportShapes.table, ReportShapes.paper,
            ]
        ),
        (
            .context,
            [
                ContextShapes.context, ContextShapes.commitments, ContextShapes.commitment, ContextShapes.body,
                ContextShapes.fact,
            ]
        ),
        (.risks, [RegisterShapes.risk]),
        (.budget, [RegisterShapes.budget]),
        (.checks, [RegisterShapes.check]),
        (.claims, [ClaimShapes.claim]),
    ]
}
