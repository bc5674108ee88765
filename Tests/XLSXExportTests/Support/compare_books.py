"""Compares workbooks with what they should say.

Usage: compare_books.py FOLDER [--accessibility]
FOLDER has for each workbook N.xlsx a file N.json (see ExpectedBook.swift) and, where LibreOffice read it, N.fods. Writes a
JSON object: for each N what was found wrong, and on request which checks of accessibility fail.
"""
import concurrent.futures
import datetime
import json
import math
import os
import re
import sys
import warnings

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from lxml import etree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import package_rules as rules  # noqa: E402
import xlsx_a11y  # noqa: E402

M = rules.M
EPOCH = datetime.date(1899, 12, 30)


def clean(text):
    """A text with everything that a workbook cannot hold replaced."""
    text = re.sub('\r\n|[\r\x85\u2028\u2029]', '\n', text)
    return re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]', '\ufffd', text)


def one_line(text):
    return ' '.join(part for part in re.split('[\n\t]', clean(text)) if part)


def squeezed(text):
    return re.sub(r'\s+', '', clean(text))


def letters(column):
    return openpyxl.utils.get_column_letter(column)


class Sheet:
    """The cells of a sheet, read from its part as the file format says."""

    def __init__(self, book, name, part, dates):
        self.name, self.cells, self.tables = name, {}, []
        root = book.roots[part]
        for cell in root.iter(M + 'c'):
            value = cell.findtext(M + 'v')
            if value is None:
                continue
            if cell.get('t') == 's':
                found = ('s', book.strings[int(value)])
            elif int(cell.get('s', 0)) in dates:
                found = ('d', (EPOCH + datetime.timedelta(days=float(value))).isoformat())
            else:
                found = ('n', float(value))
            self.cells[rules.area(cell.get('r'))[:2]] = found
        for element in root.iter(M + 'tablePart'):
            table = book.roots[book.target(part, element.get(rules.R + 'id'))]
            self.tables.append((table.get('displayName'), rules.area(table.get('ref'))))

    def texts(self):
        """The texts outside tables, from top to bottom."""
        inside = [place for _, place in self.tables]
        return [value for (x, y), (kind, value) in sorted(self.cells.items(), key=lambda item: item[0][::-1])
                if kind == 's' and not any(p[0] <= x <= p[2] and p[1] <= y <= p[3] for p in inside)]


def read(book):
    styles = book.roots['xl/styles.xml']
    codes = {int(e.get('numFmtId')): e.get('formatCode') for e in styles.iter(M + 'numFmt')}
    dates = {index for index, xf in enumerate(styles.find(M + 'cellXfs'))
             if 'yy' in codes.get(int(xf.get('numFmtId')), '')}
    return [Sheet(book, name, part, dates) for name, part in book.sheets]


def long_texts(sheets):
    """Each text that a cell could not hold, by its number."""
    whole = {}
    for sheet in sheets:
        for name, (_, top, _, bottom) in sheet.tables:
            if not name.startswith('Long_texts'):
                continue
            for row in range(top + 1, bottom + 1):
                number = int(sheet.cells[1, row][1])
                whole[number] = whole.get(number, '') + sheet.cells[4, row][1]
    return whole


NOTICE = re.compile(r' ?… The full text is under “Long texts”, as text (\d+)\.$')


def equal(expected, found, whole, digits=17):
    """Whether a cell holds what it should; numbers have all their digits, those in charts 16."""
    if not expected:
        return found is None
    if found is None or found[0] != expected[0]:
        return False
    kind, value = expected
    if kind == 'n':
        return float('%.*G' % (digits, float(value))) == found[1]
    if kind == 'd':
        return value == found[1]
    text = clean(value)
    if text == found[1]:
        return True
    notice = NOTICE.search(found[1])
    beginning = found[1][:notice.start()] if notice else ''
    return bool(beginning) and text.startswith(beginning) and whole.get(int(notice.group(1))) == text


def compare_cells(expected, book, sheets, problems):
    count = 0
    whole = long_texts(sheets)
    tables = [(sheet, name, place) for sheet in sheets for name, place in sheet.tables]
    # Those that the exporter adds come last.
    own = [name for _, name, _ in tables[len(expected['tables']):]]
    if len(tables) < len(expected['tables']) or not all(
            re.match('Chart_data|Bar_chart_data|Small_pictures_data|Long_texts', name) for name in own):
        problems.append('there are %d tables instead of %d' % (len(tables), len(expected['tables'])))
    for (sheet, name, (left, top, right, bottom)), table in zip(tables, expected['tables']):
        if (right - left + 1, bottom - top) != (len(table['columns']), len(table['rows'])):
            problems.append('table %s has another size' % name)
            continue
        for column, header in enumerate(table['columns']):
            found = sheet.cells.get((left + column, top))
            if found != ('s', one_line(header)):
                problems.append('%s: column %d is not called “%s”' % (name, column + 1, header))
        for row, cells in enumerate(table['rows']):
            for column, cell in enumerate(cells):
                count += 1
                found = sheet.cells.get((left + column, top + 1 + row))
                if not equal(cell, found, whole):
                    problems.append('%s, row %d, column %d: %.200r instead of %.200r' % (
                        name, row + 1, column + 1, found, cell))
    said = '\0'.join(squeezed(''.join(sheet.texts())) for sheet in sheets)
    for text in expected['texts']:
        if squeezed(text) not in said:
            problems.append('nowhere is said: %.200r' % text)
    return count


def compare_charts(expected, book, problems):
    C = rules.C
    parts = sorted((p for p in book.roots if p.startswith('xl/charts/chart')), key=lambda p: int(re.sub(r'\D', '', p)))
    if len(parts) != len(expected['charts']):
        problems.append('there are %d charts instead of %d' % (len(parts), len(expected['charts'])))
    for part, chart in zip(parts, expected['charts']):
        root = book.roots[part]
        title = ''.join(t.text or '' for t in root.find('.//' + C + 'title').iter(rules.A + 't')) \
            if root.find('.//' + C + 'title') is not None else ''
        wanted = one_line(chart['title'])
        if title.lstrip() != wanted.lstrip() and not (
                title.endswith('…') and wanted.lstrip().startswith(title.lstrip()[:-1])):
            problems.append('%s has the title %.200r' % (part, title))
        series = list(root.iter(C + 'ser'))
        if len(series) < len(chart['series']):
            problems.append('%s has %d series' % (part, len(series)))
        for one, name, values in zip(series, chart['series'], chart['values']):
            points = {int(p.get('idx')): float(p.findtext(C + 'v')) for p in one.find(C + 'val').iter(C + 'pt')}
            labels = {int(p.get('idx')): p.findtext(C + 'v') or '' for p in one.find(C + 'cat').iter(C + 'pt')}
            found = one.find(C + 'tx').find('.//' + C + 'v').text or ''
            # Series of several charts whose names differ by case have a column in common.
            begins = rules.decoded(found).casefold().startswith(one_line(name)[:60].rstrip().casefold())
            if not begins and one_line(name).strip():
                problems.append('%s has the series %.80r instead of %.80r' % (part, found, name))
            for index, (label, value) in enumerate(zip(chart['labels'], values)):
                if not equal(value, ('n', points[index]) if index in points else None, {}, digits=16):
                    problems.append('%s, %.40r: point %d is %r instead of %r' % (
                        part, name, index, points.get(index), value))
                    break
                kept = rules.decoded(labels.get(index, ''))
                if kept != clean(label) and '…' not in (kept or ''):
                    problems.append('%s: label %d is %.80r instead of %.80r' % (part, index, kept, label))
                    break


def compare_openpyxl(path, sheets, problems, is_rich):
    """Returns the workbook as openpyxl has it, on request with its rich text, for others to look at."""
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        # Small lines in cells are kept in an extension.
        warnings.filterwarnings('ignore', message='Unknown extension')
        try:
            book = openpyxl.load_workbook(path, rich_text=is_rich)
        except Exception as error:
            return problems.append('openpyxl refuses it: %s' % error)
    for sheet, name in zip(sheets, book.sheetnames):
        found = {}
        for row in book[name].iter_rows():
            for cell in row:
                value = cell.value
                if value is None:
                    continue
                if isinstance(value, (datetime.datetime, datetime.date)):
                    found[cell.column, cell.row] = ('d', value.isoformat()[:10])
                elif isinstance(value, (int, float)):
                    found[cell.column, cell.row] = ('n', float(value))
                elif isinstance(value, CellRichText):
                    found[cell.column, cell.row] = (cell.data_type, str(value))
                else:
                    found[cell.column, cell.row] = (cell.data_type, value)
        difference(sheet, found, problems, lambda text: '_x' in text)
    return book


def difference(sheet, found, problems, is_excused, digits=0.0):
    for place in sorted(set(sheet.cells) | set(found)):
        ours, theirs = sheet.cells.get(place), found.get(place)
        if ours == theirs or ours is not None and ours[0] == 's' and is_excused(ours[1]):
            continue
        if ours and theirs and ours[0] == theirs[0] == 'n' and math.isclose(ours[1], theirs[1], rel_tol=digits):
            continue
        problems.append('%s!%s%d: %.200r instead of %.200r' % (
            sheet.name, letters(place[0]), place[1], theirs, ours))


O = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
B = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
W = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'


def words(element):
    result = element.text or ''
    for child in element:
        if child.tag == W + 's':
            result += ' ' * int(child.get(W + 'c', 1))
        elif child.tag == W + 'tab':
            result += '\t'
        elif child.tag == W + 'line-break':
            result += '\n'
        else:
            result += words(child)
        result += child.tail or ''
    return result


def lines(element):
    """The rows of a sheet, not those of the charts on it."""
    for child in element:
        if child.tag == B + 'table-row':
            yield child
        elif child.tag in (B + 'table-row-group', B + 'table-header-rows', B + 'table-rows'):
            yield from lines(child)


def without_tabs(cell):
    """LibreOffice drops the tabs of a cell that has several lines."""
    if cell and cell[0] == 's' and '\n' in cell[1]:
        return 's', cell[1].replace('\t', '')
    return cell


def compare_libreoffice(path, sheets, problems):
    root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
    # Charts have tables of their own.
    tables = root.findall('.//' + O + 'spreadsheet/' + B + 'table')
    if [t.get(B + 'name') for t in tables] != [s.name for s in sheets]:
        return problems.append('LibreOffice has other sheets')
    for table, sheet in zip(tables, sheets):
        found, row = {}, 0
        for line in lines(table):
            column = 0
            for cell in line:
                if cell.tag not in (B + 'table-cell', B + 'covered-table-cell'):
                    continue
                count, kind = int(cell.get(B + 'number-columns-repeated', 1)), cell.get(O + 'value-type')
                if kind:
                    if kind == 'date':
                        value = ('d', cell.get(O + 'date-value')[:10])
                    elif kind == 'string':
                        value = ('s', '\n'.join(words(p) for p in cell.findall(W + 'p')))
                    else:
                        value = ('n', float(cell.get(O + 'value')))
                    repeated = int(line.get(B + 'number-rows-repeated', 1))
                    for y in range(repeated):
                        for x in range(count):
                            found[column + x + 1, row + y + 1] = value
                column += count
            row += int(line.get(B + 'number-rows-repeated', 1))
        sheet.cells = {place: without_tabs(cell) for place, cell in sheet.cells.items()}
        # LibreOffice writes 15 digits of a number.
        difference(sheet, found, problems, lambda text: False, digits=1e-14)


def look_at(path, options):
    """What was found wrong with the workbook PATH.xlsx."""
    with open(path + '.json', encoding='utf-8') as stream:
        expected = json.load(stream)
    book = rules.Book(path + '.xlsx')
    entry = dict(cells=[], openpyxl=[], rules=list(book.check()), count=0)
    if not hasattr(book, 'sheets'):
        return entry
    sheets = read(book)
    entry['count'] = compare_cells(expected, book, sheets, entry['cells'])
    compare_charts(expected, book, entry['cells'])
    is_accessible = '--accessibility' in options
    loaded = compare_openpyxl(path + '.xlsx', sheets, entry['openpyxl'], is_accessible)
    if is_accessible:
        entry['accessibility'] = ['%s: %s' % (key, found) for state, key, _, _, found
                                  in xlsx_a11y.check(path + '.xlsx', loaded) if state == 'FAIL']
    if os.path.exists(path + '.fods'):
        entry['libreOffice'] = []
        compare_libreoffice(path + '.fods', sheets, entry['libreOffice'])
    for kind in ('cells', 'openpyxl', 'libreOffice', 'rules'):
        if len(entry.get(kind, [])) > 12:
            entry[kind] = entry[kind][:12] + ['and %d more' % (len(entry[kind]) - 12)]
    return entry


def main(folder, *options):
    names = sorted(file[:-5] for file in os.listdir(folder) if file.endswith('.json'))
    with concurrent.futures.ProcessPoolExecutor() as pool:
        found = pool.map(look_at, [os.path.join(folder, name) for name in names], [options] * len(names))
        json.dump(dict(zip(names, found)), sys.stdout)


if __name__ == '__main__':
    main(*sys.argv[1:])
