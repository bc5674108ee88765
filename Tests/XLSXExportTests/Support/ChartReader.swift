import Foundation
import TestSupport
import Testing
import FamilyServicesKit
@testable import XLSXExport

/// What stands in the parts of a workbook's charts, and in the cells that they point to.
struct ReadChart: Decodable {
    struct Series: Decodable {
        var name: String
        var labels: [String?]
        var marker: String?
        var dash: String?
        /// The copy of the figures that the chart keeps, and the figures in the cells.
        var cache: [Double?]
        var cells: [Double?]
        var kinds: [String]
    }

    var sheet: String
    var title: String
    var axisTitles: [String]
    var description: String
    var minimum: Double?
    var maximum: Double?
    var blanks: String
    var legend: String
    var series: [Series]
    var smallestFont: Int

    static func read(_ publication: Publication, exporter: XLSXExporter) throws -> [ReadChart] {
        try withTemporaryDirectory { directory in
            let path = directory + "/book.xlsx"
            try exporter.write(publication, toFile: path)
            let (status, output) = try Python.run(script, [path])
            try #require(status == 0)
            return try JSONDecoder().decode([ReadChart].self, from: output)
        }
    }

    private static let script = """
        import json, re, sys, zipfile, posixpath
        import openpyxl
        from lxml import etree
        archive = zipfile.ZipFile(sys.argv[1])
        book = openpyxl.load_workbook(sys.argv[1])
        C = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
        A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
        X = '{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}'
        R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
        def cells(formula):
            sheet, area = formula.rsplit('!', 1)
            sheet = sheet.strip("'").replace("''", "'")
            found = book[sheet][area.replace('$', '')]
            return [c[0] for c in found] if isinstance(found, tuple) else [found]
        def rels(part):
            folder, name = posixpath.split(part)
            path = folder + '/_rels/' + name + '.rels'
            if path not in archive.namelist(): return {}
            root = etree.fromstring(archive.read(path))
            return {r.get('Id'): posixpath.normpath(posixpath.join(folder, r.get('Target'))) for r in root}
        result = []
        for index, sheet in enumerate(book.sheetnames):
            for drawing in rels('xl/worksheets/sheet%d.xml' % (index + 1)).values():
                if 'drawings/' not in drawing: continue
                targets = rels(drawing)
                for frame in etree.fromstring(archive.read(drawing)).iter(X + 'graphicFrame'):
                    chart = etree.fromstring(archive.read(targets[frame.find('.//' + C + 'chart').get(R + 'id')]))
                    series = []
                    for ser in chart.iter(C + 'ser'):
                        values = ser.find(C + 'val/' + C + 'numRef')
                        count = int(values.find(C + 'numCache/' + C + 'ptCount').get('val'))
                        cache = [None] * count
                        for pt in values.iter(C + 'pt'): cache[int(pt.get('idx'))] = float(pt.findtext(C + 'v'))
                        found = cells(values.findtext(C + 'f'))
                        mark = ser.find(C + 'marker/' + C + 'symbol')
                        dash = ser.find(C + 'spPr/' + A + 'ln/' + A + 'prstDash')
                        series.append(dict(
                            name=cells(ser.findtext(C + 'tx/' + C + 'strRef/' + C + 'f'))[0].value,
                            labels=[c.value for c in cells(ser.findtext(C + 'cat/' + C + 'strRef/' + C + 'f'))],
                            marker=None if mark is None else mark.get('val'),
                            dash=None if dash is None else dash.get('val'), cache=cache,
                            cells=[c.value if isinstance(c.value, (int, float)) else None for c in found],
                            kinds=[type(c.value).__name__ for c in found]))
                    plot = chart.find('.//' + C + 'plotArea')
                    value = plot.find(C + 'valAx')
                    text = lambda e: ''.join(t.text or '' for t in e.iter(A + 't'))
                    scale = lambda name: None if value.find('.//' + C + name) is None else \\
                        float(value.find('.//' + C + name).get('val'))
                    result.append(dict(
                        sheet=sheet, title=text(chart.find(C + 'chart/' + C + 'title')),
                        axisTitles=[text(t) for t in plot.iter(C + 'title')],
                        description=frame.find('.//' + X + 'cNvPr').get('descr'), minimum=scale('min'),
                        maximum=scale('max'), blanks='gap' if chart.find('.//' + C + 'dispBlanksAs') is None else
                        chart.find('.//' + C + 'dispBlanksAs').get('val'),
                        legend=chart.find('.//' + C + 'legendPos').get('val'), series=series,
                        smallestFont=min(int(e.get('sz')) for e in chart.iter(A + 'defRPr') if e.get('sz'))))
        json.dump(result, sys.stdout)
        """
}
