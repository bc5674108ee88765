"""Lists the rows of workbooks that are lower than their texts need, as LibreOffice sets them.

Usage: row_heights.py strip DIRECTORY STATED.fods...
       row_heights.py compare DIRECTORY STATED.fods...

The first takes away the heights that workbooks state and writes the rest into DIRECTORY, under the same names. LibreOffice opens
and saves that, and gives every row the height of its texts. The second compares what it saved into DIRECTORY, and prints one
line for each row that was stated lower, and at the end how many rows were compared.
"""

import os
import sys

from lxml import etree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
POINTS = {"in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1}


def read(path):
    return etree.parse(path, etree.XMLParser(huge_tree=True))


def heights(tree):
    """The height of each row in points, by sheet and number."""
    styles = {}
    for style in tree.getroot().iter(STYLE + "style"):
        if style.get(STYLE + "family") == "table-row":
            height = style.find(STYLE + "table-row-properties").get(STYLE + "row-height")
            styles[style.get(STYLE + "name")] = float(height[:-2]) * POINTS[height[-2:]]
    result = {}
    for sheet in tree.getroot().find(".//" + OFFICE + "spreadsheet").findall(TABLE + "table"):
        number = 0
        for row in sheet.iter(TABLE + "table-row"):
            # Charts have tables of their own.
            if next(row.iterancestors(TABLE + "table")) is not sheet:
                continue
            repeated = int(row.get(TABLE + "number-rows-repeated", 1))
            for _ in range(repeated if repeated < 100000 else 0):
                number += 1
                result[sheet.get(TABLE + "name"), number] = styles[row.get(TABLE + "style-name")]
    return result


def strip(directory, books):
    os.makedirs(directory, exist_ok=True)
    for book in books:
        tree = read(book)
        for properties in tree.getroot().iter(STYLE + "table-row-properties"):
            properties.set(STYLE + "use-optimal-row-height", "true")
            properties.attrib.pop(STYLE + "row-height", None)
        tree.write(os.path.join(directory, os.path.basename(book)), xml_declaration=True, encoding="utf-8")


def compare(directory, books):
    count = 0
    for book in books:
        name = os.path.basename(book)
        after = heights(read(os.path.join(directory, name)))
        for place, height in heights(read(book)).items():
            count += 1
            if after[place] > height + 0.3:
                print("%s: sheet %s, row %d has %.1f points and needs %.1f" % ((name,) + place + (height, after[place])))
    print(count, "rows compared")


if __name__ == "__main__":
    {"strip": strip, "compare": compare}[sys.argv[1]](sys.argv[2], sys.argv[3:])
