import FamilyServicesKit
import ZipPackage

/// The texts of a workbook, which it holds once each in a part of their own.
struct SharedTexts: Sendable, Hashable {
    static let part = "xl/sharedStrings.xml"

    /// How many there are.
    var count: Int
    /// How many bytes of UTF-8 they have together, before characters are escaped for XML.
    var bytes: Int
}

/// Checks that a workbook is whole.
///
/// It is checked twice: as the library wrote it, without its rows, and again block by block when it is packed. libxlsxwriter does
/// not notice when its temporary files lose something because a disk is full, at their end or, where
/// space becomes free again, in their midst; it closes such a workbook and reports success.
struct PackageCheck {
    private static let media = "xl/media/"

    private let texts: SharedTexts
    private let expected: [String: [Content]]
    private let isSkeleton: Bool

    /// Prepares a check.
    ///
    /// - Parameters:
    ///   - plan: What should be in the workbook.
    ///   - texts: The texts that should be in it.
    ///   - numberOfParts: How many parts the workbook has.
    ///   - isSkeleton: Whether it is as the library wrote it.
    init(_ plan: WorkbookPlan, texts: SharedTexts? = nil, numberOfParts: Int, isSkeleton: Bool = false) {
        self.texts = texts ?? SharedTexts(count: plan.texts.count, bytes: plan.texts.sharedBytes)
        self.isSkeleton = isSkeleton
        var expected = Self.expected(plan, numberOfParts: numberOfParts, isSkeleton: isSkeleton)
        expected[SharedTexts.part] = isSkeleton ? [] : [("si", self.texts.count)]
        self.expected = expected
    }

    /// Checks every part of a workbook.
    ///
    /// - Parameters:
    ///   - archive: The workbook.
    ///   - plan: What should be in it.
    ///   - texts: The texts that should be in it.
    ///   - isSkeleton: Whether it is as the library wrote it.
    ///   - context: Asked whether to stop.
    /// - Throws: ``XLSXExportError`` where something is missing or cut, `ExportCancelled`.
    static func check(
        _ archive: ZipArchive, against plan: WorkbookPlan, texts: SharedTexts? = nil, isSkeleton: Bool = false,
        context: ExportContext
    ) throws {
        let check = PackageCheck(
            plan, texts: texts, numberOfParts: archive.entries.count, isSkeleton: isSkeleton)
        let names = Set(archive.entries.map(\.name))
        if let missing = check.expected.keys.sorted().first(where: { !names.contains($0) }) {
            throw ZipArchive.incomplete("the part “\(missing)” is missing")
        }
        let pictures = plan.sheets.compactMap(\.logo)
        guard names.count(where: { $0.hasPrefix(Self.media) }) == pictures.count else {
            throw ZipArchive.incomplete("a picture is missing")
        }
        for entry in archive.entries {
            try context.checkCancellation()
            if entry.name.hasPrefix(Self.media) {
                guard try pictures.map(\.bytes).contains(archive.contents(of: entry.name)) else {
                    throw ZipArchive.incomplete("the part “\(entry.name)” is not the picture that was given")
                }
                continue
            }
            var scan = check.scan(ofPart: entry.name)
            try archive.inflate(entry) { scan.read($0) }
            try check.check(scan, ofPart: entry.name)
        }
    }

    /// A scan that looks for what a part should have.
    ///
    /// - Parameters:
    ///   - name: The part.
    ///   - isFragment: Whether it is for whole elements from the midst of the part.
    func scan(ofPart name: String, isFragment: Bool = false) -> PartScan {
        PartScan(counting: (expected[name] ?? []).map(\.element), isFragment: isFragment)
    }

    /// Checks a part once all of it was read.
    func check(_ scan: PartScan, ofPart name: String) throws(XLSXExportError) {
        guard scan.isWhole else { throw ZipArchive.incomplete("the part “\(name)” is cut short") }
        for (content, count) in zip(expected[name] ?? [], scan.counts) where count != content.count {
            throw ZipArchive.incomplete(
                "the part “\(name)” has \(count) elements “\(content.element)” instead of \(content.count)")
        }
        if name == SharedTexts.part, !isSkeleton, scan.textBytes != texts.bytes {
            throw ZipArchive.incomplete("the part “\(name)” lacks some of the texts")
        }
    }

    /// How often an element occurs in a part.
    private typealias Content = (element: String, count: Int)

    /// The parts that a workbook has to have, and how many elements are in those that become long.
    private static func expected(
        _ plan: WorkbookPlan, numberOfParts: Int, isSkeleton: Bool
    ) -> [String: [Content]] {
        var parts: [String: [Content]] = [
            "_rels/.rels": [], "docProps/core.xml": [], "xl/styles.xml": [], "xl/theme/theme1.xml": [],
        ]
        var (tables, charts, drawings, relations) = (0, 0, 0, 2)
        for (index, sheet) in plan.sheets.enumerated() {
            let name = "sheet\(index + 1).xml"
            var contents: [Content] = [
                ("col", sheet.columnWidths.count + (sheet.isLeftOutOfPrint ? 1 : 0)), ("tablePart", sheet.tables.count),
            ]
            if !isSkeleton {
                contents += [
                    ("row", sheet.rows.count), ("c", sheet.rows.cellCount), ("hyperlink", sheet.rows.linkCount),
                ]
            }
            parts["xl/worksheets/" + name] = contents
            let related = sheet.tables.count + (sheet.hasDrawing ? 1 : 0)
            if related > 0 {
                parts["xl/worksheets/_rels/" + name + ".rels"] = [("Relationship", related)]
                relations += 1
            }
            for table in sheet.tables {
                tables += 1
                parts["xl/tables/table\(tables).xml"] = [("tableColumn", table.columns.count)]
            }
            for chart in sheet.charts {
                charts += 1
                parts["xl/charts/chart\(charts).xml"] = [("c:ser", chart.series.count), ("c:pt", points(chart))]
            }
            guard sheet.hasDrawing else { continue }
            let drawn = sheet.charts.count + (sheet.logo == nil ? 0 : 1)
            drawings += 1
            relations += 1
            parts["xl/drawings/drawing\(drawings).xml"] = [
                (isSkeleton ? "xdr:twoCellAnchor" : "xdr:oneCellAnchor", drawn)
            ]
            parts["xl/drawings/_rels/drawing\(drawings).xml.rels"] = [("Relationship", drawn)]
        }
        let names = plan.sheets.reduce(0) {
            $0 + ($1.repeatedRow == nil ? 0 : 1) + ($1.printed == nil && !$1.isLeftOutOfPrint ? 0 : 1)
        }
        let pictures = plan.sheets.count { $0.logo != nil }
        parts["xl/workbook.xml"] = [("sheet", plan.sheets.count), ("definedName", names)]
        parts["xl/_rels/workbook.xml.rels"] = [("Relationship", plan.sheets.count + 3)]
        parts["docProps/app.xml"] = [("vt:lpstr", plan.sheets.count + names + (names > 0 ? 2 : 1))]
        // Every part but the list itself, the relations and the pictures, which have a type in common.
        parts["[Content_Types].xml"] = [("Override", numberOfParts - relations - pictures - 1)]
        return parts
    }

    /// How many points a chart keeps a copy of: of each series its name, its labels and its figures.
    private static func points(_ chart: ChartPlan) -> Int {
        chart.series.reduce(0) { $0 + 1 + chart.dataRows.count + $1.values.count { $0 != nil } }
    }
}
