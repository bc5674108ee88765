import FamilyServicesKit

/// The lines as small as a cell, which the library cannot draw.
enum SparklinePart {
    private static let end = "</worksheet>"

    /// The part of a sheet with its small lines, in the extension that Excel has kept them in since 2010.
    static func added(
        to bytes: [UInt8], _ sheet: SheetPlan, colour: WorkbookColour
    ) throws(XLSXExportError) -> [UInt8] {
        guard bytes.suffix(end.utf8.count).elementsEqual(end.utf8), PartText(bytes).firstRange(of: "<extLst>") == nil
        else {
            throw XLSXExportError(
                .library,
                "libxlsxwriter ended a sheet in a way that this exporter does not understand; use version 1.1.4 or a later one "
                    + "of series 1.", sheet: sheet.name)
        }
        let lines = sheet.sparklines.map { line in
            "<x14:sparkline><xm:f>\(PackageParts.escaped(line.figures))</xm:f>"
                + "<xm:sqref>\(WorkbookPlan.reference(row: line.row, column: line.column))</xm:sqref></x14:sparkline>"
        }
        let rgb = colour.description.dropFirst()
        let colours = ["Series", "Negative", "Axis", "Markers", "First", "Last", "High", "Low"]
            .map { "<x14:color\($0) rgb=\"FF\(rgb)\"/>" }
        let list =
            "<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" "
            + "uri=\"{05C60535-1F16-4fd2-B693-F4F36F0B64E0}\"><x14:sparklineGroups "
            + "xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
            + "<x14:sparklineGroup lineWeight=\"1.5\" displayEmptyCellsAs=\"gap\" last=\"1\">" + colours.joined()
            + "<x14:sparklines>" + lines.joined()
            + "</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>" + end
        return bytes.dropLast(end.utf8.count) + list.utf8
    }
}
