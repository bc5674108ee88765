import CompressedJSONExport
import FamilyServicesKit
import MarkdownExport
import XLSXExport

/// A report built in code, written as a workbook, as Markdown and as compressed JSON.
@main
enum QuickStart {
    static func main() throws {
        let june = try ReportingPeriod("2026-06")
        let timely = Indicator(
            id: "assessments-45-days", title: "Assessments completed within 45 working days", unit: .percent,
            polarity: .higherIsBetter, targets: [Target(.atLeast(90), tolerance: .absolute(5))])
        let months = [("2026-04", 171, 188), ("2026-05", 160, 190), ("2026-06", 168, 196)]
        let pack = ReportPack(
            manifest: .init(
                title: "Children's services, June 2026", organisation: "Exampleton Council", area: "exampleton",
                period: june, date: try CalendarDate(iso: "2026-07-14"), isSynthetic: true,
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            indicators: [timely],
            observations: try months.map { month, inTime, all in
                Observation(
                    indicator: timely.id, period: try ReportingPeriod(month), area: "exampleton",
                    value: .fraction(numerator: Double(inTime), denominator: Double(all)))
            })
        let publication = try pack.publish(for: .everyone)
        var exporters = ExporterRegistry()
        try exporters.register(XLSXExporter.self)
        try exporters.register(MarkdownExporter.self)
        try exporters.register(CompressedJSONExporter.self)
        for format in exporters.formats {
            let file = "june.\(format.fileExtensions[0])"
            try exporters.write(publication, toFile: file)
            print(file)
        }
    }
}
