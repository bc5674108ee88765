"""What Excel asks of a workbook and other programs let pass.

Usage: package_rules.py BOOK.xlsx...   prints each broken rule as "book: part: what is wrong", and exits with 1 where
there is one. Rules are those of ECMA-376 part 1 (elements, orders, ranges) and part 2 (packages), and the limits that
Microsoft publishes for Excel. Texts are read as Excel reads them, with _xHHHH_ for a UTF-16 unit.
"""
import math
import posixpath
import re
import sys
import unicodedata
import zipfile

from lxml import etree

M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
P = '{http://schemas.openxmlformats.org/package/2006/relationships}'
T = '{http://schemas.openxmlformats.org/package/2006/content-types}'
C = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
X = '{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}'
V = '{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}'
A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'

ROWS, COLUMNS = 1_048_576, 16_384
SHEET_ORDER = (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios '
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations '
    'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches '
    'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls '
    'webPublishItems tableParts extLst').split()
BOOK_ORDER = (
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences '
    'definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing '
    'fileRecoveryPr webPublishObjects extLst').split()
STYLE_ORDER = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split()
SERIES_ORDER = (
    'idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape '
    'extLst').split()
SYMBOLS = 'circle dash diamond dot none picture plus square star triangle x auto'.split()
DASHES = 'solid dot dash lgDash dashDot lgDashDot lgDashDotDot sysDash sysDot sysDashDot sysDashDotDot'.split()
BUILT_IN_FORMATS = set(range(0, 50)) | {164}


def local(element):
    return etree.QName(element).localname


def units(text):
    return len(text.encode('utf-16-le')) // 2


def decoded(text):
    """A text as Excel reads it; None where an escape stands for half a character or a control that no text may hold."""
    result = re.sub('_x([0-9A-Fa-f]{4})_', lambda found: chr(int(found.group(1), 16)), text or '')
    try:
        result = result.encode('utf-16-le', 'surrogatepass').decode('utf-16-le')
    except UnicodeDecodeError:
        return None
    return result


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def area(text):
    """The first and last column and row of a reference such as A1 or A1:B2; None where it is none."""
    found = re.fullmatch(r'([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?', text.replace('$', ''))
    if not found:
        return None
    a, b, c, d = found.groups()
    x1, y1 = column_number(a), int(b)
    x2, y2 = (column_number(c), int(d)) if c else (x1, y1)
    if not (x1 <= x2 <= COLUMNS and y1 <= y2 <= ROWS):
        return None
    return x1, y1, x2, y2


def table_name_problem(name):
    if not 1 <= units(name) <= 255:
        return 'is empty or over 255 units'
    for index, character in enumerate(name):
        category = unicodedata.category(character)
        if not (character in '_.' or category[0] == 'L' or (index and category == 'Nd')):
            return 'has U+%04X' % ord(character)
        if ord(character) > 0xFFFF:
            return 'has a character beyond U+FFFF'
    upper = name.upper()
    if re.fullmatch(r'[A-Z]{1,3}[0-9]+', upper) or re.fullmatch(r'R?[0-9]*C?[0-9]*', upper) or \
            re.fullmatch(r'R[0-9]*C[0-9]*', upper):
        return 'reads as a cell'
    if upper in ('TRUE', 'FALSE'):
        return 'is a value'
    if upper.startswith('_XLNM.'):
        return 'is reserved'
    return None


class Book:
    def __init__(self, path):
        self.path = path
        self.problems = []
        self.archive = zipfile.ZipFile(path)
        self.roots = {}

    def wrong(self, part, text):
        self.problems.append('%s: %s' % (part, text))

    # Packages

    def check(self):
        names = self.archive.namelist()
        bad = self.archive.testzip()
        if bad:
            self.wrong(bad, 'its checksum is wrong')
        folded = [name.lower() for name in names]
        if len(set(folded)) != len(folded):
            self.wrong('package', 'two parts have the same name')
        for name in names:
            if name.startswith('/') or '\\' in name or '//' in name or '..' in name.split('/'):
                self.wrong(name, 'its name is not that of a part')
        parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
        pictures = [name for name in names if re.fullmatch(r'xl/media/image[0-9]+\.(png|jpeg)', name)]
        for name in names:
            if name in pictures:
                continue
            if not name.endswith(('.xml', '.rels')):
                self.wrong(name, 'is no part that this exporter writes')
                continue
            data = self.archive.read(name)
            try:
                self.roots[name] = etree.fromstring(data, parser)
            except etree.XMLSyntaxError as error:
                self.wrong(name, 'is not well-formed: %s' % error)
                continue
            if b'<!DOCTYPE' in data[:400]:
                self.wrong(name, 'has a document type')
        if len(self.roots) + len(pictures) != len(names):
            return self.problems
        self.content_types(names)
        self.relations(names)
        self.styles()
        self.shared_strings()
        self.workbook()
        for index, sheet in enumerate(self.sheets):
            self.sheet(index, *sheet)
        self.used_strings()
        self.charts()
        self.app()
        return self.problems

    def content_types(self, names):
        root = self.roots['[Content_Types].xml']
        defaults = {e.get('Extension').lower() for e in root.iter(T + 'Default')}
        overrides = [e.get('PartName') for e in root.iter(T + 'Override')]
        if len(set(overrides)) != len(overrides):
            self.wrong('[Content_Types].xml', 'names a part twice')
        for name in overrides:
            if name.lstrip('/') not in names:
                self.wrong('[Content_Types].xml', 'names %s, which is not there' % name)
        for name in names:
            if name == '[Content_Types].xml':
                continue
            kind = name.rsplit('.', 1)[-1]
            if '/' + name not in overrides and (kind == 'xml' or kind not in defaults):
                self.wrong(name, 'has no content type')

    def rels(self, part):
        folder, name = posixpath.split(part)
        return posixpath.join(folder, '_rels', name + '.rels')

    def relations(self, names):
        self.targets = {}
        reached = {'[Content_Types].xml'}
        for name in names:
            if not name.endswith('.rels'):
                continue
            reached.add(name)
            folder = posixpath.dirname(posixpath.dirname(name))
            source = posixpath.join(folder, posixpath.basename(name)[:-5])
            if source and source not in names:
                self.wrong(name, 'belongs to no part')
            found = {}
            for relation in self.roots[name].iter(P + 'Relationship'):
                key = relation.get('Id')
                if key in found:
                    self.wrong(name, 'has the identifier %s twice' % key)
                target = relation.get('Target')
                if relation.get('TargetMode') == 'External':
                    found[key] = (relation.get('Type'), None)
                    continue
                path = target[1:] if target.startswith('/') else posixpath.normpath(posixpath.join(folder, target))
                if path not in names:
                    self.wrong(name, 'leads to %s, which is not there' % target)
                reached.add(path)
                found[key] = (relation.get('Type'), path)
            self.targets[source] = found
        for name in names:
            if name not in reached:
                self.wrong(name, 'is reached by no relation')
        for name, root in self.roots.items():
            if name.endswith('.rels'):
                continue
            for element in root.iter():
                for key, value in element.attrib.items():
                    if key.startswith(R) and value not in self.targets.get(name, {}):
                        self.wrong(name, '%s has the relation %s, which is not there' % (local(element), value))

    def target(self, part, key):
        return self.targets.get(part, {}).get(key, (None, None))[1]

    # Parts of the workbook

    def order(self, part, root, order):
        places = [order.index(local(e)) if local(e) in order else -1 for e in root]
        if -1 in places:
            self.wrong(part, 'has an element that does not belong there: %s' % local(root[places.index(-1)]))
        elif places != sorted(places):
            self.wrong(part, 'has its elements in the wrong order')

    def counts(self, part, root, names):
        for name in names:
            for element in root.iter(M + name):
                if element.get('count') is not None and int(element.get('count')) != len(element):
                    self.wrong(part, '%s counts %s and has %d' % (name, element.get('count'), len(element)))

    def styles(self):
        part = 'xl/styles.xml'
        root = self.roots[part]
        self.order(part, root, STYLE_ORDER)
        self.counts(part, root, STYLE_ORDER)
        size = {name: len(root.find(M + name)) for name in ('fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs')}
        self.formats = size['cellXfs']
        if self.formats > 65_490 or size['fonts'] > 1_024:
            self.wrong(part, 'has more formats than Excel takes')
        numbers = {int(e.get('numFmtId')): e.get('formatCode') for e in root.iter(M + 'numFmt')}
        for key, code in numbers.items():
            if key < 164 or not 1 <= units(code) <= 255 or code.count('"') % 2:
                self.wrong(part, 'has the number format %d “%s”' % (key, code))
        for group in ('cellStyleXfs', 'cellXfs'):
            for xf in root.find(M + group):
                for key, name in (('fontId', 'fonts'), ('fillId', 'fills'), ('borderId', 'borders'),
                                  ('xfId', 'cellStyleXfs')):
                    if xf.get(key) is not None and not 0 <= int(xf.get(key)) < size[name]:
                        self.wrong(part, 'has a format whose %s is out of range' % key)
                number = int(xf.get('numFmtId'))
                if number not in numbers and number not in BUILT_IN_FORMATS:
                    self.wrong(part, 'has a format with the unknown number format %d' % number)
        names = [e.get('name') for e in root.iter(M + 'cellStyle')]
        if len(set(names)) != len(names):
            self.wrong(part, 'has a cell style twice')
        for style in root.iter(M + 'cellStyle'):
            if int(style.get('xfId')) >= size['cellStyleXfs']:
                self.wrong(part, 'has a cell style that is out of range')

    def shared_strings(self):
        part = 'xl/sharedStrings.xml'
        root = self.roots[part]
        self.strings, self.used = [], 0
        for item in root.iter(M + 'si'):
            raw = ''.join(t.text or '' for t in item.iter(M + 't'))
            text = decoded(raw)
            if text is None or units(text) > 32_767 or units(raw) > 32_767:
                self.wrong(part, 'text %d is not one that a cell can hold' % len(self.strings))
            for t in item.iter(M + 't'):
                if t.text and t.text != t.text.strip(' \t\n\r') and \
                        t.get('{http://www.w3.org/XML/1998/namespace}space') != 'preserve':
                    self.wrong(part, 'text %d loses spaces at its ends' % len(self.strings))
            self.strings.append(text)
        if int(root.get('uniqueCount')) != len(self.strings):
            self.wrong(part, 'has another number of texts than it says')
        if len(set(self.strings)) != len(self.strings):
            self.wrong(part, 'has a text twice')

    def used_strings(self):
        # A text that was written over counts too.
        if int(self.roots['xl/sharedStrings.xml'].get('count')) < self.used:
            self.wrong('xl/sharedStrings.xml', 'is used %d times and says otherwise' % self.used)

    def workbook(self):
        part = 'xl/workbook.xml'
        root = self.roots[part]
        self.order(part, root, BOOK_ORDER)
        self.sheets, ids, names = [], set(), {}
        for sheet in root.find(M + 'sheets'):
            raw = sheet.get('name')
            name = decoded(raw)
            if not name or not name.strip() or units(name) > 31 or units(raw) > 31 or re.search(r'[\[\]:*?/\\]', name) or \
                    name[0] == "'" or name[-1] == "'" or name.casefold() == 'history' or \
                    any(ord(c) < 32 or c in '\ufffe\uffff' for c in name):
                self.wrong(part, 'has a sheet with the name “%s”' % name)
            if name.casefold() in names:
                self.wrong(part, 'has the sheet “%s” twice' % name)
            names[name.casefold()] = len(self.sheets)
            if sheet.get('sheetId') in ids or not 1 <= int(sheet.get('sheetId')) <= 65_534:
                self.wrong(part, 'has the sheet number %s twice or out of range' % sheet.get('sheetId'))
            ids.add(sheet.get('sheetId'))
            self.sheets.append((name, self.target(part, sheet.get(R + 'id'))))
        self.sheet_index = names
        if len({path for _, path in self.sheets}) != len(self.sheets):
            self.wrong(part, 'has a sheet under two names')
        for view in root.iter(M + 'workbookView'):
            if int(view.get('activeTab', 0)) >= len(self.sheets) or int(view.get('firstSheet', 0)) >= len(self.sheets):
                self.wrong(part, 'opens at a sheet that is not there')
        self.defined, self.table_names, self.table_ids = set(), set(), set()
        self.repeated = {}
        for name in root.iter(M + 'definedName'):
            scope = name.get('localSheetId')
            key = (name.get('name').casefold(), scope)
            if key in self.defined:
                self.wrong(part, 'defines %s twice' % name.get('name'))
            self.defined.add(key)
            if scope is not None and int(scope) >= len(self.sheets):
                self.wrong(part, 'defines a name for a sheet that is not there')
                continue
            if name.get('name') == '_xlnm.Print_Area':
                sheet, rest = self.reference(name.text)
                if sheet != int(scope) or area(rest) is None:
                    self.wrong(part, 'prints the area “%s” of sheet %s' % (name.text, scope))
                continue
            if name.get('name') != '_xlnm.Print_Titles':
                problem = table_name_problem(name.get('name'))
                if problem:
                    self.wrong(part, 'defines a name that %s' % problem)
                continue
            sheet, rows = self.reference(name.text)
            found = re.fullmatch(r'\$([1-9][0-9]*):\$([1-9][0-9]*)', rows or '')
            # The header of the table is repeated, alone or with all that is above it.
            if sheet != int(scope) or not found or not (found[1] == found[2] or 1 == int(found[1]) < int(found[2])):
                self.wrong(part, 'repeats the rows “%s” of sheet %s' % (name.text, scope))
                continue
            self.repeated[sheet] = int(found[2])

    def reference(self, text):
        """The number of the sheet that a reference is to, and the rest; None where there is no such sheet."""
        found = re.fullmatch(r"'((?:[^']|'')+)'!(.+)", text or '', re.S)
        if found:
            name = found.group(1).replace("''", "'")
        else:
            found = re.fullmatch(r'([^\W\d][\w.]*)!(.+)', text or '')
            if not found:
                return None, None
            name = found.group(1)
            if table_name_problem(name) and not re.search(r'[^\x00-\x7f]', name):
                return None, None
        return self.sheet_index.get(decoded(name).casefold()), found.group(2)

    def sheet(self, index, name, part):
        root = self.roots[part]
        self.order(part, root, SHEET_ORDER)
        self.counts(part, root, ['tableParts', 'rowBreaks', 'mergeCells', 'dataValidations'])
        last, used, texts = 0, [], {}
        for row in root.find(M + 'sheetData'):
            number = int(row.get('r'))
            if not last < number <= ROWS:
                self.wrong(part, 'row %d is out of order' % number)
            last = number
            if row.get('ht') is not None and not 0 <= float(row.get('ht')) <= 409.5:
                self.wrong(part, 'row %d is %s points high' % (number, row.get('ht')))
            before = 0
            for cell in row:
                place = area(cell.get('r'))
                if place is None or place[1] != number or place[0] <= before:
                    self.wrong(part, 'cell %s is out of order' % cell.get('r'))
                    continue
                before = place[0]
                used.append(place[:2])
                self.cell(part, cell, place, texts)
        self.dimension(part, root, used)
        self.columns(part, root)
        self.links(part, root, texts)
        tables = []
        for element in root.iter(M + 'tablePart'):
            self.table(self.target(part, element.get(R + 'id')), texts, tables, root)
        if index in self.repeated and [place[1] for place in tables] != [self.repeated[index]]:
            self.wrong(part, 'repeats rows that do not end with the header of its only table')
        for error in root.iter(M + 'ignoredError'):
            if any(area(ref) is None for ref in error.get('sqref').split(' ')):
                self.wrong(part, 'ignores errors in “%s”' % error.get('sqref'))
        breaks = [int(e.get('id')) for e in root.iter(M + 'brk')]
        if breaks != sorted(set(breaks)) or len(breaks) > 1_023 or any(not 0 < b < ROWS for b in breaks):
            self.wrong(part, 'has page breaks out of order')
        for footer in root.iter(M + 'oddFooter', M + 'oddHeader'):
            if units(footer.text or '') > 255:
                self.wrong(part, 'has a footer of over 255 units')
        for setup in root.iter(M + 'pageSetup'):
            if not 10 <= int(setup.get('scale', 100)) <= 400:
                self.wrong(part, 'is printed at %s per cent' % setup.get('scale'))
        if any(local(e) == 'f' for e in root.iter(M + 'f')):
            self.wrong(part, 'has a formula')
        merges = [area(e.get('ref')) for e in root.iter(M + 'mergeCell')]
        if self.overlap(merges):
            self.wrong(part, 'has merged cells that overlap')
        for drawing in root.iter(M + 'drawing'):
            self.drawing(self.target(part, drawing.get(R + 'id')))

    def cell(self, part, cell, place, texts):
        where = cell.get('r')
        if not 0 <= int(cell.get('s', 0)) < self.formats:
            self.wrong(part, 'cell %s has a format that is not there' % where)
        kind, value = cell.get('t', 'n'), cell.findtext(M + 'v')
        if kind == 's':
            self.used += 1
            if value is None or not 0 <= int(value) < len(self.strings):
                return self.wrong(part, 'cell %s has a text that is not there' % where)
            texts[place[:2]] = self.strings[int(value)]
        elif kind != 'n':
            self.wrong(part, 'cell %s is of the kind %s' % (where, kind))
        elif value is not None:
            if not re.fullmatch(r'-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?', value) or not \
                    math.fabs(float(value)) <= 9.99999999999999e307 or 0 < math.fabs(float(value)) < 2.2250738585072e-308:
                self.wrong(part, 'cell %s has the number %s' % (where, value))

    def dimension(self, part, root, used):
        place = area(root.find(M + 'dimension').get('ref'))
        if place is None:
            return self.wrong(part, 'has no legal dimension')
        if used:
            xs, ys = [x for x, _ in used], [y for _, y in used]
            if not (place[0] <= min(xs) and place[1] <= min(ys) and place[2] >= max(xs) and place[3] >= max(ys)):
                self.wrong(part, 'has cells outside its dimension')

    def columns(self, part, root):
        before = 0
        for column in root.iter(M + 'col'):
            low, high = int(column.get('min')), int(column.get('max'))
            if not before < low <= high <= COLUMNS or not 0 <= float(column.get('width')) <= 255:
                self.wrong(part, 'has columns %d to %d out of order or too wide' % (low, high))
            before = high

    def links(self, part, root, texts):
        found = [e for e in root.iter(M + 'hyperlink')]
        if len(found) > 65_530:
            self.wrong(part, 'has %d links' % len(found))
        if len({e.get('ref') for e in found}) != len(found):
            self.wrong(part, 'has two links in a cell')
        for link in found:
            place = area(link.get('ref'))
            if place is None:
                self.wrong(part, 'has a link at %s' % link.get('ref'))
            if link.get(R + 'id') is not None:
                self.wrong(part, 'has a link that leads out of the workbook')
            sheet, rest = self.reference(link.get('location'))
            if sheet is None or area(rest) is None:
                self.wrong(part, 'has a link to %s, which is not there' % link.get('location'))
            for key in ('display', 'tooltip'):
                if units(link.get(key) or '') > 2_084:
                    self.wrong(part, 'has a link with a long %s' % key)

    def overlap(self, places):
        return any(a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
                   for i, a in enumerate(places) for b in places[:i] if a and b)

    def table(self, part, texts, others, sheet):
        root = self.roots[part]
        place = area(root.get('ref'))
        if place is None or place[3] == place[1]:
            return self.wrong(part, 'has the range %s' % root.get('ref'))
        if self.overlap(others + [place]):
            self.wrong(part, 'overlaps another table')
        others.append(place)
        if root.get('id') in self.table_ids or int(root.get('id')) < 1:
            self.wrong(part, 'has the number of another table')
        self.table_ids.add(root.get('id'))
        name = root.get('displayName')
        problem = table_name_problem(name)
        if problem:
            self.wrong(part, 'has a name, “%s”, that %s' % (name, problem))
        if root.get('name') != name:
            self.wrong(part, 'has two names')
        folded = name.upper().lower()
        if folded in self.table_names or (folded, None) in self.defined:
            self.wrong(part, 'has the name of another table or range')
        self.table_names.add(folded)
        columns = root.find(M + 'tableColumns')
        self.counts(part, root, ['tableColumns'])
        if len(columns) != place[2] - place[0] + 1:
            self.wrong(part, 'has %d columns on %s' % (len(columns), root.get('ref')))
        if len({c.get('id') for c in columns}) != len(columns):
            self.wrong(part, 'has two columns of a number')
        seen = set()
        for offset, column in enumerate(columns):
            raw = column.get('name')
            header = decoded(raw)
            if not header or not header.strip() or units(header) > 255 or units(raw) > 255:
                self.wrong(part, 'column %d has the header “%s”' % (offset + 1, header))
                continue
            if header.casefold() in seen:
                self.wrong(part, 'column %d has the header of another' % (offset + 1))
            seen.add(header.casefold())
            if texts.get((place[0] + offset, place[1])) != header:
                self.wrong(part, 'column %d is not called as its cell' % (offset + 1))
        if root.get('headerRowCount', '1') != '1' or root.get('totalsRowCount', '0') != '0':
            self.wrong(part, 'has another header or a row of totals')
        filters = root.find(M + 'autoFilter')
        if filters is not None and filters.get('ref') != root.get('ref'):
            self.wrong(part, 'filters another range')

    # Charts

    def drawing(self, part):
        root = self.roots[part]
        ids, names = [], []
        for anchor in root.iter(X + 'twoCellAnchor', X + 'oneCellAnchor'):
            ends = [[int(end.findtext(X + key)) for key in ('col', 'row')]
                    for end in anchor.iter(X + 'from', X + 'to')]
            if not (0 <= ends[0][0] <= ends[-1][0] < COLUMNS and 0 <= ends[0][1] <= ends[-1][1] < ROWS):
                self.wrong(part, 'has a chart that ends before it begins')
            for size in anchor.findall(X + 'ext'):
                if not (0 < int(size.get('cx')) < 2 ** 31 and 0 < int(size.get('cy')) < 2 ** 31):
                    self.wrong(part, 'has a chart without a size')
            offsets = [int(e.text) for e in anchor.iter(X + 'colOff', X + 'rowOff')]
            if any(o < 0 for o in offsets):
                self.wrong(part, 'has a chart with a negative offset')
            properties = anchor.find('.//' + X + 'cNvPr')
            ids.append(properties.get('id'))
            names.append(properties.get('name'))
        if len(set(ids)) != len(ids) or len(set(names)) != len(names):
            self.wrong(part, 'has two charts of a name or number')

    def charts(self):
        self.cells = {}
        for part, root in self.roots.items():
            if not part.startswith('xl/charts/chart'):
                continue
            series = list(root.iter(C + 'ser'))
            if not 1 <= len(series) <= 255:
                self.wrong(part, 'has %d series' % len(series))
            for symbol in root.iter(C + 'symbol'):
                if symbol.get('val') not in SYMBOLS:
                    self.wrong(part, 'has marks of the shape %s' % symbol.get('val'))
            for dash in root.iter(A + 'prstDash'):
                if dash.get('val') not in DASHES:
                    self.wrong(part, 'has lines of the sort %s' % dash.get('val'))
            for key in ('idx', 'order'):
                found = [s.find(C + key).get('val') for s in series]
                if len(set(found)) != len(found):
                    self.wrong(part, 'has two series of an %s' % key)
            axes = [e.get('val') for e in root.iter(C + 'axId')]
            if any(axes.count(axis) != 2 for axis in axes) or \
                    any(e.get('val') not in axes for e in root.iter(C + 'crossAx')):
                self.wrong(part, 'has an axis that is not there')
            for scaling in root.iter(C + 'scaling'):
                low, high = scaling.find(C + 'min'), scaling.find(C + 'max')
                for end in (low, high):
                    if end is not None and not math.isfinite(float(end.get('val'))):
                        self.wrong(part, 'has a scale without end')
                if low is not None and high is not None and float(low.get('val')) >= float(high.get('val')):
                    self.wrong(part, 'has a scale that ends before it begins')
            for unit in root.iter(C + 'majorUnit'):
                if not 0 < float(unit.get('val')) < math.inf:
                    self.wrong(part, 'has steps of %s' % unit.get('val'))
            for skip in root.iter(C + 'tickLblSkip', C + 'tickMarkSkip'):
                if not 1 <= int(skip.get('val')) <= 32_767:
                    self.wrong(part, 'writes one label of %s' % skip.get('val'))
            for title in root.iter(C + 'title'):
                if title.find('.//' + C + 'f') is not None:
                    self.wrong(part, 'has a title that is a formula')
                if units(''.join(t.text or '' for t in title.iter(A + 't'))) > 255:
                    self.wrong(part, 'has a title of over 255 units')
            for one in series:
                self.order(part, one, SERIES_ORDER)
                for kind in ('strRef', 'numRef'):
                    for reference in one.iter(C + kind):
                        self.cache(part, reference, kind)

    def cache(self, part, reference, kind):
        text = reference.findtext(C + 'f')
        sheet, rest = self.reference(text)
        place = area(rest) if rest else None
        if sheet is None or place is None:
            return self.wrong(part, 'draws %s, which is not there' % text)
        size = (place[2] - place[0] + 1) * (place[3] - place[1] + 1)
        if size > 32_000:
            self.wrong(part, 'has %d points' % size)
        cache = reference.find(C + kind.replace('Ref', 'Cache'))
        if cache is None:
            return self.wrong(part, 'keeps no copy of %s' % text)
        count = int(cache.find(C + 'ptCount').get('val'))
        points = {int(p.get('idx')): p.findtext(C + 'v') or '' for p in cache.iter(C + 'pt')}
        if count != size or any(not 0 <= p < count for p in points):
            self.wrong(part, 'keeps a copy of %d points of %s' % (count, text))
        cells = self.grid(sheet)
        for index in range(size):
            found = cells.get((place[0], place[1] + index))
            kept = points.get(index)
            if kind == 'numRef':
                kept = None if kept is None else float(kept)
                same = kept == found if isinstance(found, float) or found is None else False
            else:
                same = decoded(kept) == (found if isinstance(found, str) else '')
            if not same:
                self.wrong(part, 'keeps %s for point %d of %s, and the cell has %s' % (kept, index, text, found))
                break

    def grid(self, index):
        """The cells of a sheet as texts and numbers."""
        if index not in self.cells:
            result = {}
            for cell in self.roots[self.sheets[index][1]].iter(M + 'c'):
                value = cell.findtext(M + 'v')
                if value is not None:
                    result[area(cell.get('r'))[:2]] = \
                        self.strings[int(value)] if cell.get('t') == 's' else float(value)
            self.cells[index] = result
        return self.cells[index]

    def app(self):
        part = 'docProps/app.xml'
        for vector in self.roots[part].iter(V + 'vector'):
            if int(vector.get('size')) != len(vector):
                self.wrong(part, 'has a list of another length than it says')
        for name in ('docProps/core.xml', part):
            for element in self.roots[name].iter():
                if units(element.text or '') > 255:
                    self.wrong(name, 'has a property of over 255 units')


def main(paths):
    broken = False
    for path in paths:
        for problem in Book(path).check():
            broken = True
            print('%s: %s' % (posixpath.basename(path), problem))
    return 1 if broken else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
