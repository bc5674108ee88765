"""Writes a workbook with cells of every sort with openpyxl."""
import datetime
import sys

import openpyxl
import openpyxl.chart
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

book = openpyxl.Workbook()
if sys.argv[2] == "1904":
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
sheet = book.active
sheet.title = "Every sort & <more>"
sheet.append(["text", "Größe – 10 €", " blanks ", "two\nlines", "tab\there", "𝄞 and 👩‍👩‍👧", "&amp; <b>"])
sheet.append([1, -2.5, 1e300, 5e-324, 0.1 + 0.2, 12345678901234567, 0])
sheet.append([True, False, None, None, "after a gap"])
sheet.append(
    [
        datetime.date(2026, 2, 28),
        datetime.datetime(2024, 2, 29, 23, 59, 59),
        datetime.date(1904, 1, 2),
        datetime.date(2000, 3, 1),
        datetime.time(18, 0),
        datetime.timedelta(hours=30),
    ]
)
sheet["C3"].number_format = "0.0%"
sheet["B8"] = CellRichText("One ", TextBlock(InlineFont(b=True), "bold"), " word")
sheet["XFD9"] = "last column"
sheet["A10"] = "#N/A"
sheet["A10"].data_type = "e"
sheet.merge_cells("A12:C13")
sheet["A12"] = "joined"
for row, code in enumerate(
    ["dd/mm/yyyy", "[$-809]d mmmm yyyy", "mmm-yy", "yyyy", "0.00", '"day" 0', "d-mmm", "General", "#,##0.00;[Red]-#,##0.00"], 20
):
    sheet.cell(row, 1, 45000).number_format = code
hidden = book.create_sheet("As exported")
hidden.sheet_state = "veryHidden"
hidden["B2"] = "kept"
book.create_sheet("Nothing")
chart = openpyxl.chart.BarChart()
chart.add_data(openpyxl.chart.Reference(sheet, min_col=1, min_row=2, max_col=3))
book.create_chartsheet("A chart").add_chart(chart)
book.save(sys.argv[1])
