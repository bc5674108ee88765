import FamilyServicesKit
import Foundation
import Testing
import XLSXExport

@Suite("The options of the XLSX exporter as text")
struct OptionsTests {
    /// The names and values of an object that Foundation has read, with dots between the names.
    private func assignments(_ object: [String: Any], in group: String = "") -> [String] {
        object.flatMap { name, value in
            if let inner = value as? [String: Any] { return assignments(inner, in: group + name + ".") }
            return ["\(group)\(name)=\((value as? Bool).map(String.init) ?? "\(value)")"]
        }
    }

    private func randomOptions() -> XLSXExporter.Options {
        func colour() -> WorkbookColour {
            WorkbookColour(red: .random(in: 0...255), green: .random(in: 0...255), blue: .random(in: 0...255))
        }
        let theme = WorkbookTheme(
            accent: colour(), heading: colour(), text: colour(), link: colour(), line: colour(), headerFill: colour(),
            positiveFill: colour(), cautionFill: colour(), negativeFill: colour(), completeFill: colour(),
            neutralFill: colour())
        return XLSXExporter.Options(
            edition: XLSXExporter.Options.Edition.allCases.randomElement() ?? .members,
            style: XLSXExporter.Options.Style.allCases.randomElement() ?? .tinted, pageFooters: .random(),
            printedRows: .random(in: 2...10_000), branding: WorkbookBranding(organisation: "Exampleton"), theme: theme)
    }

    @Test("Any options, as JSON and as name=value, are equal to what was written")
    func forms() throws {
        for _ in 0..<200 {
            let options = randomOptions()
            let data = try JSONEncoder().encode(options)
            let json = String(decoding: data, as: UTF8.self)
            // The failing options stand in the message, which says more than a seed would.
            #expect(try XLSXExporter.options(from: .json(json)) == options, "\(json)")
            let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let texts = assignments(object).shuffled()
            #expect(texts.count == 25)
            #expect(try XLSXExporter.options(from: .text(texts)) == options, "\(texts)")
            // What is left out is the default's.
            let colour = try #require(texts.first { $0.hasPrefix("theme.heading=") })
            var expected = XLSXExporter.Options()
            expected.theme.heading = options.theme.heading
            #expect(try XLSXExporter.options(from: .text([colour])) == expected, "\(colour)")
        }
    }

    @Test("They are listed with their defaults")
    func list() throws {
        let options = XLSXExporter.availableOptions
        #expect(
            options.prefix(8).map(\.name) == [
                "edition", "style", "pageFooters", "printedRows", "branding.organisation", "branding.logo",
                "theme.accent", "theme.heading",
            ])
        #expect(options.count == 26)
        let texts = options.compactMap { option in option.defaultValue.map { "\(option.name)=\($0)" } }
        #expect(texts.contains("theme.heading=#1F3A4D"))
        #expect(texts.count == 23)
        #expect(texts.contains("edition=members"))
        #expect(texts.contains("printedRows=200"))
        #expect(try XLSXExporter.options(from: .text(texts)) == XLSXExporter.defaultOptions)
    }

    @Test("A colour that is none is named in the type's own words, one that cannot be read in the exporter's")
    func wrongColours() throws {
        let error = try #require(throws: ExportOptionsError.self) {
            try XLSXExporter.options(from: .text(["theme.heading=blue"]))
        }
        #expect(error.option == "theme.heading")
        #expect(error.description.contains("“blue” is not a colour; write a number sign and six hexadecimal digits"))
        var registry = ExporterRegistry()
        try registry.register(XLSXExporter.self)
        let pale = try #require(throws: XLSXExportError.self) {
            try registry.makeExporter(id: "xlsx", options: .text(["theme.text=#FFFFFF"]))
        }
        #expect(pale.code == .invalidOption)
    }

    @Test(
        "The properties state the day of creation, by default the date of the report",
        .enabled(if: Python.isReady, Python.advice))
    func creation() throws {
        let report = try Sample.report()
        #expect(try readBack(report).created == "2026-02-03T00:00:00")
        let context = ExportContext(created: try CalendarDate(year: 2031, month: 12, day: 25))
        #expect(try readBack(report, context: context).created == "2031-12-25T00:00:00")
    }

    @Test("Nothing in the context but the day of creation changes the bytes")
    func contexts() throws {
        let report = try Sample.report()
        let exporter = try XLSXExporter()
        let bytes = try exporter.data(report)
        let same = ExportContext(created: report.metadata.date, progress: { _ in }, isCancelled: { false })
        #expect(try exporter.data(report, context: same) == bytes)
        let other = ExportContext(created: try CalendarDate(year: 2031, month: 12, day: 25))
        #expect(try exporter.data(report, context: other) != bytes)
    }
}
