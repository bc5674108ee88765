"""Prints the headings, tables and numbers of footnotes of a Word document as JSON."""
import json
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(element):
    parts = []
    for node in element.iter():
        if node.tag == W + "t":
            parts.append(node.text or "")
        elif node.tag in (W + "br", W + "tab"):
            parts.append(" ")
    return " ".join("".join(parts).split())


with zipfile.ZipFile(sys.argv[1]) as archive:
    body = ElementTree.fromstring(archive.read("word/document.xml"))
headings = []
for paragraph in body.iter(W + "p"):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(W + "val", "").startswith("Heading"):
        headings.append([int(style.get(W + "val")[7:]), text(paragraph)])
tables = [
    [[text(cell) for cell in row.findall(W + "tc")] for row in table.findall(W + "tr")]
    for table in body.iter(W + "tbl")
]
print(json.dumps({"headings": headings, "tables": tables}))
