import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

@Suite("Whose workbook it is")
struct BrandingTests {
    @Test("The sizes of PNG and JPEG files are read")
    func sizes() throws {
        for bytes in [SamplePicture.png, SamplePicture.jpeg, SamplePicture.progressive, SamplePicture.grey] {
            let logo = try WorkbookLogo(bytes)
            #expect((logo.width, logo.height) == (300, 100))
            #expect((logo.plan.width, logo.plan.height) == (252, 84))
        }
    }

    @Test("What is no picture, or not a whole one, is refused with a reason")
    func refused() throws {
        func reason(_ bytes: [UInt8]) throws -> String {
            let error = try #require(throws: XLSXExportError.self) { try WorkbookLogo(bytes) }
            #expect(error.code == .invalidOption)
            return error.message
        }
        #expect(try reason([]).contains("neither a PNG nor a JPEG"))
        #expect(try reason(Array("GIF89a".utf8)).contains("neither a PNG nor a JPEG"))
        #expect(try reason(SamplePicture.cmyk).contains("4 colours"))
        #expect(try reason([UInt8](repeating: 0, count: WorkbookLogo.largestFile + 1)).contains("save it with 1048576"))
        for picture in [SamplePicture.png, SamplePicture.jpeg, SamplePicture.progressive] {
            for count in 2..<picture.count {
                #expect(throws: XLSXExportError.self) { try WorkbookLogo(Array(picture.prefix(count))) }
            }
        }
        // Every byte of a PNG file is under a checksum or a length.
        for index in SamplePicture.png.indices {
            var damaged = SamplePicture.png
            damaged[index] ^= 0x20
            #expect(throws: XLSXExportError.self, "byte \(index)") { try WorkbookLogo(damaged) }
        }
    }

    @Test("A JPEG file with any bytes changed is refused or taken, and never trusted beyond its end", arguments: 0..<8)
    func damagedJPEG(_ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var damaged = SamplePicture.jpeg
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                damaged[Int.random(in: damaged.indices, using: &numbers)] = .random(in: 0...255, using: &numbers)
            }
            guard let logo = try? WorkbookLogo(damaged) else { continue }
            let sides = 1...WorkbookLogo.longestSide
            #expect(sides.contains(logo.width) && sides.contains(logo.height), "seed \(seed)")
        }
    }

    @Test("A logo keeps its proportions, is never made larger, and never vanishes")
    func placed() throws {
        func size(_ width: Int, _ height: Int) throws -> (Double, Double) {
            let plan = try WorkbookLogo(png(width: width, height: height)).plan
            return (plan.width, plan.height)
        }
        #expect(try size(100, 50) == (100, 50))
        #expect(try size(640, 100) == (320, 50))
        #expect(try size(8_192, 1) == (320, 1))
        #expect(try size(1, 8_192) == (1, 84))
        #expect(throws: XLSXExportError.self) { try size(8_193, 1) }
        #expect(throws: XLSXExportError.self) { try size(0, 1) }
    }

    /// The sample with another size in its header, and the checksum that belongs to it.
    private func png(width: Int, height: Int) -> [UInt8] {
        var bytes = SamplePicture.png
        for (start, number) in [(16, width), (20, height)] {
            for place in 0..<4 { bytes[start + place] = UInt8(truncatingIfNeeded: number >> (24 - 8 * place)) }
        }
        var checksum: UInt32 = 0xFFFF_FFFF
        for byte in bytes[12..<29] {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
        }
        for place in 0..<4 { bytes[29 + place] = UInt8(truncatingIfNeeded: ~checksum >> UInt32(24 - 8 * place)) }
        return bytes
    }

    // MARK: In the workbook

    private func branded(_ picture: [UInt8] = SamplePicture.png) throws -> XLSXExporter.Options {
        XLSXExporter.Options(
            branding: WorkbookBranding(organisation: "Royal Borough of Exampleton", logo: try WorkbookLogo(picture)))
    }

    @Test("The logo stands above the title, decorative, as it was given", .enabled(if: Python.isReady, Python.advice))
    func workbook() throws {
        for (picture, suffix) in [(SamplePicture.png, "png"), (SamplePicture.jpeg, "jpeg")] {
            let report = try Sample.report()
            let exporter = try XLSXExporter(options: branded(picture))
            let bytes = try exporter.data(report)
            #expect(try exporter.data(report) == bytes)
            try withTemporaryDirectory { directory in
                try Data(bytes).write(to: URL(fileURLWithPath: directory + "/book.xlsx"))
                let (status, output) = try Python.run(Self.pictures, [directory + "/book.xlsx"])
                try #require(status == 0)
                let found = try JSONDecoder().decode([String: String].self, from: output)
                #expect(found["part"]?.hasSuffix(".\(suffix)") == true)
                #expect(found["content"] == Data(picture).base64EncodedString())
                #expect(found["place"] == "0,0 252x84")
                #expect(found["decorative"] == "1")
            }
            let book = try readBack(report, with: exporter)
            #expect((book.sheets[0].heights["1"] ?? 0) > 84 * 0.75 + 24)
            #expect(try book.cell("A2").text == "Royal Borough of Exampleton")
            #expect(book.creator == "Head of Performance, Royal Borough of Exampleton")
        }
    }

    private static let pictures = """
        import base64, json, sys, zipfile
        from lxml import etree
        book = zipfile.ZipFile(sys.argv[1])
        X = '{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}'
        part = [n for n in book.namelist() if n.startswith('xl/media/')]
        root = etree.fromstring(book.read('xl/drawings/drawing1.xml'))
        anchors = [a for a in root if a.find(X + 'pic') is not None]
        assert len(part) == 1 and len(anchors) == 1
        cell, size = anchors[0].find(X + 'from'), anchors[0].find(X + 'ext')
        decorative = [e.get('val') for e in anchors[0].iter() if str(e.tag).endswith('}decorative')]
        json.dump(dict(
            part=part[0], content=base64.b64encode(book.read(part[0])).decode(), decorative=decorative[0],
            place='%s,%s %dx%d' % (cell.findtext(X + 'row'), cell.findtext(X + 'col'),
                                   int(size.get('cx')) // 9525, int(size.get('cy')) // 9525)), sys.stdout)
        """

    @Test(
        "LibreOffice shows the logo on the first sheet",
        .enabled(if: LibreOffice.isInstalled && Python.isReady, LibreOffice.advice))
    func libreOffice() throws {
        try withTemporaryDirectory { directory in
            try XLSXExporter(options: branded()).write(Sample.report(), toFile: directory + "/book.xlsx")
            try LibreOffice.convert([directory + "/book.xlsx"], to: "fods", in: directory)
            let text = try String(contentsOfFile: directory + "/book.fods", encoding: .utf8)
            let first = try #require(text.split(separator: "<table:table ", maxSplits: 2).dropFirst().first)
            #expect(first.contains("<draw:image"))
            #expect(text.split(separator: "<draw:image").count == 2)
        }
    }

    @Test("An organisation without a name is refused")
    func organisation() throws {
        for name in ["", "  ", String(repeating: "a", count: 256)] {
            let error = try #require(throws: XLSXExportError.self) {
                try XLSXExporter(options: .init(branding: .init(organisation: name)))
            }
            #expect(error.code == .invalidOption)
        }
    }

    @Test("The logo is Base64 as JSON and as an option")
    func options() throws {
        let text = Data(SamplePicture.png).base64EncodedString()
        let expected = XLSXExporter.Options(branding: .init(logo: try WorkbookLogo(SamplePicture.png)))
        #expect(try XLSXExporter.options(from: .text(["branding.logo=\(text)"])) == expected)
        #expect(try XLSXExporter.options(from: .json(#"{"branding": {"logo": "\#(text)"}}"#)) == expected)
        #expect(try JSONDecoder().decode(XLSXExporter.Options.self, from: JSONEncoder().encode(expected)) == expected)
        for wrong in ["@", Data("no picture".utf8).base64EncodedString()] {
            let error = try #require(throws: ExportOptionsError.self) {
                try XLSXExporter.options(from: .text(["branding.logo=\(wrong)"]))
            }
            #expect(error.option == "branding.logo")
        }
    }

    // MARK: Colours

    @Test("Any colour makes a theme that can be read", arguments: 0..<50)
    func accents(_ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let colour = WorkbookColour(
            red: .random(in: 0...255, using: &numbers), green: .random(in: 0...255, using: &numbers),
            blue: .random(in: 0...255, using: &numbers))
        _ = try XLSXExporter(options: .init(theme: WorkbookTheme(accent: colour)))
    }

    @Test("An accent decides the colours that are left at their defaults, darkened where it is pale")
    func accent() throws {
        let green = WorkbookColour(red: 0x00, green: 0x70, blue: 0x3C)
        var theme = WorkbookTheme(accent: green)
        #expect(theme.resolved.heading == green && theme.resolved.charts.measure == green)
        #expect(theme.resolved.headerFill == green.tint(0.12))
        #expect(theme.resolved.text == theme.text && theme.resolved.positiveFill == theme.positiveFill)
        theme.heading = WorkbookColour(red: 0x33, green: 0x00, blue: 0x66)
        #expect(theme.resolved.heading == theme.heading)
        let yellow = WorkbookTheme(accent: WorkbookColour(red: 0xFF, green: 0xD7, blue: 0x00)).resolved.heading
        #expect(yellow.contrast(with: .white) >= 5 && yellow.red > yellow.blue)
        #expect(WorkbookTheme().resolved == WorkbookTheme())
    }
}
