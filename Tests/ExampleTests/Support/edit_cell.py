"""Changes cells of a working copy: the workbook, then for each cell the identifier of its row, its header and its value."""
import sys

import openpyxl

path, changes = sys.argv[1], sys.argv[2:]
book = openpyxl.load_workbook(path)
for identifier, header, value in zip(changes[::3], changes[1::3], changes[2::3]):
    found = 0
    for sheet in book.worksheets:
        headers = {}
        for row in sheet.iter_rows():
            texts = [cell.value for cell in row]
            if header in texts and any(str(text).endswith("identifier") for text in texts if text):
                headers = {cell.value: cell.column for cell in row}
                key = next(cell.column for cell in row if str(cell.value).endswith("identifier"))
            elif headers and sheet.cell(row[0].row, key).value == identifier:
                sheet.cell(row[0].row, headers[header]).value = value
                found += 1
    assert found == 1, (identifier, header, found)
book.save(path)
