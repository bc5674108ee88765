/// How the paper looks as a PDF: a document of typst that reads the paper itself from a file of data.
///
/// No word of the report is in it, so that none can act as markup.
enum TypstTemplate {
    static let text = #"""
        #let paper = json("paper.json")
        #set document(
          title: paper.title, author: paper.author, keywords: paper.keywords, description: paper.subject,
          date: datetime(year: paper.day.year, month: paper.day.month, day: paper.day.day))
        #set text(font: paper.fonts, size: 12pt, lang: paper.language, region: paper.region, hyphenate: false)
        #set page(
          paper: "a4", margin: 2cm,
          footer: context align(right, text(size: 10pt)[Page #counter(page).display() of #counter(page).final().first()]))
        #set par(leading: 0.62em, spacing: 0.95em)
        #set table(stroke: 0.5pt + rgb("#777777"), inset: (x: 4pt, y: 4.5pt))
        #show heading: set block(above: 1.4em, below: 0.8em, sticky: true)
        #show heading.where(level: 1): set text(size: 16pt)
        #show heading.where(level: 2): set text(size: 14pt)
        #show heading.where(level: 3): set text(size: 13pt)
        #show heading.where(level: 4): set text(size: 12pt)
        #show heading.where(level: 5): set text(size: 12pt)
        #show heading.where(level: 6): set text(size: 12pt)
        #show title: set text(size: 20pt)
        #show title: set block(below: 1em)
        #show figure.where(kind: table): set block(breakable: true)
        #show figure.where(kind: table): set figure.caption(position: top)
        #show figure: set align(left)
        #show figure.where(kind: table): set text(size: 11pt)
        #show figure.caption: set text(weight: "bold")
        #show figure.caption: it => block(sticky: true, it.body)

        // Line ends are kept; a word that is wider than its column may be broken anywhere.
        #let words(text) = text.split("\n").join(linebreak())

        #let shown-table(block) = figure(
          kind: table, supplement: none, caption: words(block.title), outlined: false,
          table(
            columns: block.columns.map(column => column.share * 1fr),
            align: (x, y) => if block.columns.at(x).trailing { right } else { left },
            fill: (x, y) => if y == 0 { rgb("#e9edf1") },
            table.header(repeat: true, ..block.columns.map(column => strong(words(column.title)))),
            ..block.rows.map(row => if "heading" in row {
              // A row that names those below it stays with the first of them.
              (table.header(
                level: 2, repeat: false,
                table.cell(
                  colspan: block.columns.len(), align: left, fill: rgb("#f4f6f8"), strong(words(row.heading)))),)
            } else {
              // A row of a few lines is not cut by the end of a page.
              let is-short = row.cells.all(cell => cell.len() < 600)
              row.cells.map(cell => table.cell(breakable: not is-short, words(cell)))
            }).flatten()))

        #let shown(block) = {
          if block.kind == "heading" { heading(level: block.level, words(block.text)) }
          else if block.kind == "paragraph" { par(words(block.text)) }
          else if block.kind == "lead" { std.block(sticky: true, par(words(block.text))) }
          else if block.kind == "numbered" {
            let indent = paper.indent * 1em
            pad(left: indent, par(hanging-indent: 0em)[#h(-indent)#box(width: indent, words(block.number))#words(block.text)])
          }
          else if block.kind == "notice" {
            // What is said of a part stays with the part.
            std.block(sticky: true, rect(width: 100%, inset: 7pt, strong(words(block.text))))
          }
          else if block.kind == "list" { list(..block.items.map(words)) }
          else if block.kind == "facts" {
            for fact in block.facts { grid(columns: (30%, 70%), gutter: 4pt, strong(words(fact.label)), words(fact.value)) }
          }
          else if block.kind == "table" { shown-table(block) }
          else if block.kind == "picture" {
            figure(image(block.file, alt: block.alt, width: 100%), supplement: none, outlined: false,
              caption: if "title" in block { words(block.title) })
          }
          else if block.kind == "landscape" { page(flipped: true, for inner in block.blocks { shown(inner) }) }
        }

        #title()
        #for block in paper.blocks { shown(block) }

        """#
}
