import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport

extension LibreOffice {
    struct Cell: Decodable {
        /// The type of the value, such as `string` or `float`.
        var kind: String
        var text: String?
        var number: Double?
    }

    /// The cells of each sheet as LibreOffice understands them, by their names.
    static func read(_ publication: Publication) throws -> [String: [String: Cell]] {
        try withTemporaryDirectory { directory in
            try XLSXExporter().write(publication, toFile: directory + "/book.xlsx")
            try convert([directory + "/book.xlsx"], to: "fods", in: directory)
            let (status, output) = try Python.run(script, [directory + "/book.fods"])
            try #require(status == 0)
            return try JSONDecoder().decode([String: [String: Cell]].self, from: output)
        }
    }

    private static let script = """
        import json, sys
        from lxml import etree
        from openpyxl.utils import get_column_letter
        O = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
        T = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
        P = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
        def text(element):
            result = element.text or ''
            for child in element:
                if child.tag == P + 's': result += ' ' * int(child.get(P + 'c', 1))
                elif child.tag == P + 'tab': result += '\\t'
                elif child.tag == P + 'line-break': result += '\\n'
                else: result += text(child)
                result += child.tail or ''
            return result
        book = {}
        root = etree.parse(sys.argv[1], etree.XMLParser(huge_tree=True)).getroot()
        for table in root.iter(T + 'table'):
            cells, row = {}, 0
            for r in table.iter(T + 'table-row'):
                repeated, column = int(r.get(T + 'number-rows-repeated', 1)), 0
                for c in r:
                    if c.tag not in (T + 'table-cell', T + 'covered-table-cell'): continue
                    count, kind = int(c.get(T + 'number-columns-repeated', 1)), c.get(O + 'value-type')
                    if kind:
                        value = c.get(O + 'value')
                        words = c.get(O + 'date-value') if kind == 'date' else '\\n'.join(text(p) for p in c.findall(P + 'p'))
                        for y in range(repeated if repeated < 100 else 1):
                            for x in range(count):
                                cells['%s%d' % (get_column_letter(column + x + 1), row + y + 1)] = dict(
                                    kind=kind, text=words, number=None if value is None else float(value))
                    column += count
                row += repeated
            book[table.get(T + 'name')] = cells
        json.dump(book, sys.stdout)
        """
}
