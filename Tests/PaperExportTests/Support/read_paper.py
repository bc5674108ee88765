"""Says in JSON what a Word document or a PDF is made of, as other programs see it.

read_paper.py council PATH   writes a document with a council's styles
read_paper.py docx PATH
read_paper.py pdf PATH
"""

import json
import sys


def council(path):
    import docx
    from docx.shared import Pt, RGBColor

    document = docx.Document()
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Heading 1"].font.name = "Georgia"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0x40)
    document.sections[0].header.paragraphs[0].text = "Council of the test"
    document.add_paragraph("Words that no paper takes.")
    document.save(path)


def word(path):
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(path)
    body = document.element.body
    styles = {style.style_id for style in document.styles}
    used = {node.get(qn("w:val")) for name in ("w:pStyle", "w:tblStyle") for node in body.iter(qn(name))}
    language = document.styles.element.find(".//" + qn("w:lang"))
    return {
        "title": document.core_properties.title,
        "author": document.core_properties.author,
        "language": language.get(qn("w:val")),
        "headings": [
            [p.style.name, p.text] for p in document.paragraphs if p.style.name.startswith(("Heading", "Title"))
        ],
        "text": [p.text for p in document.paragraphs],
        "unknown": sorted(used - styles),
        "fonts": [document.styles["Normal"].font.name, document.styles["Heading 1"].font.name],
        "headers": [section.header.paragraphs[0].text for section in document.sections],
        "sideways": [section.page_width > section.page_height for section in document.sections],
        "footers": ["PAGE" in section.footer._element.xml for section in document.sections],
        "pictures": [node.get("descr") for node in body.iter(qn("wp:docPr"))],
        # What has no header row is a list of labels, not a table of figures.
        "tables": [
            {
                "style": table.style.name,
                "repeated": [row.find(qn("w:trPr") + "/" + qn("w:tblHeader")) is not None for row in table._tbl.tr_lst],
                "rows": [[cell.text for cell in row.cells] for row in table.rows],
            }
            for table in document.tables
        ],
    }


def pdf(path):
    import pikepdf

    counts, alternatives, headings = {}, [], []
    with pikepdf.open(path) as file:
        root = file.Root

        def walk(node):
            if isinstance(node, pikepdf.Array):
                for child in node:
                    walk(child)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                name = str(node.S)[1:]
                counts[name] = counts.get(name, 0) + 1
                if name == "Figure":
                    alternatives.append(str(node.get("/Alt", "")))
                if name == "TH":
                    scope = node.get("/A", {})
                    scope = scope if isinstance(scope, pikepdf.Dictionary) else scope[0] if len(scope) else {}
                    counts["scoped"] = counts.get("scoped", 0) + ("/Scope" in scope)
                if "/K" in node:
                    walk(node.K)

        walk(root.StructTreeRoot.K)
        with file.open_metadata() as metadata:
            part = metadata.get("pdfuaid:part")
        return {
            "marked": bool(root.MarkInfo.Marked),
            "language": str(root.Lang),
            "title": str(file.docinfo["/Title"]),
            "showsTitle": bool(root.ViewerPreferences.DisplayDocTitle),
            "part": part,
            "counts": counts,
            "alternatives": alternatives,
            "tabs": all(str(page.get("/Tabs", "")) in ("/S", "") for page in file.pages),
            "sizes": [[float(n) for n in page.MediaBox[2:]] for page in file.pages],
        }


kind, path = sys.argv[1:]
if kind == "council":
    council(path)
else:
    print(json.dumps({"docx": word, "pdf": pdf}[kind](path)))
