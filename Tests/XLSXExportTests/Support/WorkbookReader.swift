import Foundation
import FamilyServicesKit
import TestSupport
import Testing
import XLSXExport

/// What openpyxl, a reader that shares no code with the exporter, finds in a workbook.
struct ReadWorkbook: Decodable {
    struct Sheet: Decodable {
        var name: String
        var cells: [String: Cell]
        var tables: [Table]
        var merged: Int
        var heights: [String: Double]
        var widths: [String: Double]
        var footer: String
        var printTitles: String?
        /// The cells that are printed, where that is not everything.
        var printArea: String?
        var landscape: Bool
        /// On how many pages it is printed at the most; 0 for as many as it takes.
        var pagesHigh: Int
        var active: String
    }

    struct Cell: Decodable, Equatable {
        /// `s` for text, `n` for a number, `d` for a date, `f` for a formula, `e` for an error.
        var kind: String
        var text: String?
        var number: Double?
        var format: String
        var style: String
        var size: Double
        var bold: Bool
        var wrap: Bool
        var fill: String?
        var link: String?
    }

    struct Table: Decodable {
        var name: String
        var ref: String
        var columns: [String]
        var filter: Bool
    }

    var sheets: [Sheet]
    var title: String?
    var creator: String?
    var language: String?
    var created: String?
    var parts: [String]

    /// The cell on the first sheet, or on a named one.
    func cell(_ reference: String, sheet: String? = nil) throws -> Cell {
        let found = sheet == nil ? sheets.first : sheets.first { $0.name == sheet }
        return try #require(found?.cells[reference], "no cell \(reference)")
    }
}

/// Python with the packages that read workbooks.
///
/// Install `python3-openpyxl` and `python3-lxml`.
enum Python {
    static let isReady = Program.python.succeeds(["-c", "import openpyxl, lxml"])
    static let advice: Comment =
        "needs python3, or the one that FSK_PYTHON names, with openpyxl and lxml; run “make test”"

    static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: Data) {
        let outcome = try Program.python.run(["-c", script] + arguments)
        if outcome.exitCode != 0 { print(outcome.errors) }
        return (outcome.exitCode, outcome.outputData)
    }
}

/// Exports a publication and reads it back.
///
/// Every part must be well-formed XML.
func readBack(
    _ publication: Publication, options: XLSXExporter.Options = .init(), context: ExportContext = ExportContext()
) throws -> ReadWorkbook {
    try readBack(publication, with: XLSXExporter(options: options), context: context)
}

/// Exports a publication with an exporter and reads it back.
func readBack(
    _ publication: Publication, with exporter: XLSXExporter, context: ExportContext = ExportContext()
) throws -> ReadWorkbook {
    try withTemporaryDirectory { directory in
        let path = directory + "/book.xlsx"
        try exporter.write(publication, toFile: path, context: context)
        let (status, output) = try Python.run(readerScript, [path])
        try #require(status == 0, "openpyxl or lxml refused the workbook")
        return try JSONDecoder().decode(ReadWorkbook.self, from: output)
    }
}

private let readerScript = """
    import datetime, json, re, sys, zipfile
    import openpyxl
    from lxml import etree
    path = sys.argv[1]
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    for name in archive.namelist():
        if name.endswith('.xml') or name.endswith('.rels'):
            etree.fromstring(archive.read(name))
    styles = etree.fromstring(archive.read('xl/styles.xml'))
    m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    names = {int(s.get('xfId')): s.get('name') for s in styles.iterfind(m + 'cellStyles/' + m + 'cellStyle')}
    xfs = [names.get(int(x.get('xfId', 0))) for x in styles.iterfind(m + 'cellXfs/' + m + 'xf')]
    book = openpyxl.load_workbook(path)
    # openpyxl mistakes some escapes of the file format, so texts are read from the parts themselves, as Excel reads them.
    plain = lambda t: re.sub('_x([0-9A-Fa-f]{4})_', lambda x: chr(int(x.group(1), 16)), t)
    shared = []
    if 'xl/sharedStrings.xml' in archive.namelist():
        root = etree.fromstring(archive.read('xl/sharedStrings.xml'))
        shared = [plain(''.join(t.text or '' for t in si.iter(m + 't'))) for si in root.iterfind(m + 'si')]
    headers = {}
    for name in archive.namelist():
        if name.startswith('xl/tables/'):
            root = etree.fromstring(archive.read(name))
            headers[root.get('displayName')] = [plain(c.get('name')) for c in root.iter(m + 'tableColumn')]
    sheets = []
    for index, sheet in enumerate(book.worksheets):
        xml = etree.fromstring(archive.read('xl/worksheets/sheet%d.xml' % (index + 1)))
        style = {c.get('r'): xfs[int(c.get('s', 0))] for c in xml.iter(m + 'c')}
        texts = {c.get('r'): shared[int(c.findtext(m + 'v'))] for c in xml.iter(m + 'c') if c.get('t') == 's'}
        cells = {}
        for row in sheet.iter_rows():
            for c in row:
                if c.value is None: continue
                date = isinstance(c.value, (datetime.datetime, datetime.date))
                fill = c.fill.fgColor.rgb if c.fill.patternType == 'solid' else None
                cells[c.coordinate] = dict(
                    kind='d' if date else c.data_type, text=texts[c.coordinate] if isinstance(c.value, str) else
                    c.value.strftime('%Y-%m-%d') if date else None,
                    number=c.value if isinstance(c.value, (int, float)) else None, format=c.number_format,
                    style=style[c.coordinate], size=c.font.sz, bold=bool(c.font.b),
                    wrap=bool(c.alignment.wrap_text), fill=fill,
                    link=(c.hyperlink.location or c.hyperlink.target) if c.hyperlink else None)
        tables = [dict(name=t.displayName, ref=t.ref, columns=headers[t.displayName],
                       filter=t.autoFilter is not None) for t in sheet.tables.values()]
        footer = ''.join(xml.find(m + 'headerFooter').itertext()) if xml.find(m + 'headerFooter') is not None else ''
        sheets.append(dict(
            name=sheet.title, cells=cells, tables=tables, merged=len(sheet.merged_cells.ranges),
            heights={str(k): v.height for k, v in sheet.row_dimensions.items() if v.height},
            widths={k: v.width for k, v in sheet.column_dimensions.items()}, footer=footer,
            printTitles=sheet.print_title_rows, printArea=sheet.print_area or None, landscape=sheet.page_setup.orientation == 'landscape',
            pagesHigh=int(sheet.page_setup.fitToHeight if sheet.page_setup.fitToHeight is not None else 1),
            active=sheet.sheet_view.selection[0].activeCell if sheet.sheet_view.selection else 'A1'))
    p = book.properties
    json.dump(dict(sheets=sheets, title=p.title, creator=p.creator, language=p.language,
                   created=p.created.isoformat(), parts=archive.namelist()), sys.stdout)
    """
