import FamilyServicesKit
import Testing
import XLSXReading

@Suite("Cells")
struct CellTests {
    @Test("Cells and rows without references follow one another")
    func withoutReferences() throws {
        let rows =
            "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
            + "<row><c><v>5</v></c></row>"
        #expect(try HandMade(rows: rows).read() == [["1.0", "2.0"], [], [], ["-", "-", "3.0", "4.0"], ["5.0"]])
    }

    @Test("Empty cells and rows at the ends are left out, whatever they look like")
    func looksAlone() throws {
        let rows =
            "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\" s=\"1\"/></row><row r=\"9\"><c r=\"A9\" s=\"1\"/>"
            + "<c r=\"B9\" t=\"s\"><v>0</v></c><c r=\"C9\" t=\"str\"><f>T(1)</f><v></v></c></row>"
        #expect(try HandMade(rows: rows, texts: "<si><t/></si>").read() == [[], ["-", "1.0"]])
    }

    @Test("Texts are read in one look or several, shared or in the cell, without phonetic guides")
    func texts() throws {
        let texts = """
            <si><t>plain</t></si>
            <si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>looks</t></r></si>
            <si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>
            """
        let cells =
            "<c t=\"s\"><v>0</v></c><c t=\"s\"><v> 1 </v></c><c t=\"s\"><v>2</v></c>"
            + "<c t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>"
        #expect(try HandMade.cells(cells, texts: texts) == ["“plain”", "“two looks”", "“課きく”", "“inline”"])
    }

    @Test("Blanks at the ends of a text are kept where it says so, as in Excel")
    func blanks() throws {
        let cells =
            "<c t=\"inlineStr\"><is><t> a\n</t></is></c>"
            + "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a\r\n</t></is></c>"
            + "<c t=\"inlineStr\"><is><t xml:space='default'> b c </t></is></c>"
        #expect(try HandMade.cells(cells) == ["“a”", "“ a\n”", "“b c”"])
    }

    @Test("Escaped characters are undone, and escaped escapes are not")
    func escapes() throws {
        let texts = ["a_x000D_b", "_x005F_x0041_", "_x0041", "_xD83D__xDE00_", "_x00e9__X0041_", "x_x0041"]
        let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        #expect(try HandMade.cells(cells) == ["“a\rb”", "“_x0041_”", "“_x0041”", "“😀”", "“é_X0041_”", "“x_x0041”"])
    }

    @Test("Markup in texts is undone")
    func markup() throws {
        let texts = [
            "&lt;b&gt; &amp;amp; &quot;&apos;", "<![CDATA[<b> &amp; ]]>x", "a<!-- no -->b<?no?>c",
            "&#65;&#x1F600;&#10;z",
        ]
        let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        #expect(try HandMade.cells(cells) == ["“<b> &amp; \"'”", "“<b> &amp; x”", "“abc”", "“A😀\nz”"])
    }

    @Test("A formula counts as its result")
    func formulas() throws {
        let cells =
            "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>2x_x000A_</v></c><c t=\"b\"><f>1=1</f><v>1</v></c>"
            + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f>NOW()</f></c><c t=\"shared\"><f t=\"shared\" si=\"0\"/></c>"
        let found = try HandMade.cells(cells)
        #expect(found == ["2.0", "“2x\n”", "true", "error #DIV/0!", "error #CALC!", "error #CALC!"])
    }

    @Test("Numbers are read exactly")
    func numbers() throws {
        let numbers = ["0.1", "-0", "1E+20", "4.9406564584124654e-324", " 7 ", "+3", "123456789012345680"]
        let found = try XLSXReader().read(
            HandMade(rows: "<row>" + numbers.map { "<c><v>\($0)</v></c>" }.joined() + "</row>").file())[0].rows[0]
        #expect(found == [0.1, 0, 1e20, .leastNonzeroMagnitude, 7, 3, 123_456_789_012_345_680].map(SheetCell.number))
    }

    @Test("The leap day of 1900 that never was is a number; the days around it are days")
    func leapDay() throws {
        let serials = ["0", "0.75", "1", "59", "60", "61", "45000.99", "2958465", "2958466", "-1"]
        let cells = serials.map { "<c s=\"1\"><v>\($0)</v></c>" }.joined()
        let workbook = HandMade(rows: "<row>\(cells)</row>", formats: ["dd/mm/yyyy"])
        #expect(
            try workbook.read()[0] == [
                "0.0", "0.75", "1900-01-01", "1900-02-28", "60.0", "1900-03-01", "2023-03-15", "9999-12-31",
                "2958466.0",
                "-1.0",
            ])
    }

    @Test("Days are counted from 1904 where the workbook says so")
    func macintosh() throws {
        for value in ["1", "true"] {
            var workbook = HandMade(rows: "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>43538</v></c></row>")
            workbook.formats = ["d mmm"]
            workbook.workbookProperties = "<workbookPr date1904=\"\(value)\"/>"
            #expect(try workbook.read() == [["1904-01-01", "2023-03-15"]])
        }
    }

    @Test("A date that is written as text is one")
    func isoDates() throws {
        let cells =
            "<c t=\"d\"><v>2017-11-14</v></c><c t=\"d\"><v>2017-11-14T10:30:00Z</v></c><c t=\"d\"><v>10:30</v></c>"
        #expect(try HandMade.cells(cells) == ["2017-11-14", "2017-11-14", "“10:30”"])
    }

    @Test(
        "Formats that show a day, a month or a year are dates",
        arguments: [
            "dd/mm/yyyy", "D-MMM-YY", "mmm", "mm", "m", "mmmm yyyy", "[$-809]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "dddd",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "hh:mm dd/mm", "m/d/yy h:mm AM/PM", "[Red]d/m", "\"due \"d mmm",
            "e",
            "mm \"h\"", "[$-ja-JP]gge\"年\"m\"月\"d\"日\"", "yyyy;0",
        ])
    func dateFormats(_ code: String) throws {
        #expect(
            try HandMade(rows: "<row><c s=\"1\"><v>45000</v></c></row>", formats: [code]).read() == [["2023-03-15"]])
    }

    @Test(
        "Other formats are not",
        arguments: [
            "General", "GENERAL", "0.00", "0%", "#,##0.00;[Red]-#,##0.00", "\"day\" 0", "0\\d", "@", "0.00E+00",
            "[h]:mm:ss",
            "hh:mm", "mm:ss", "h:mm AM/PM", "[mm]:ss.0", "_d0", "*d0", "0;dd/mm/yyyy", "[$€-2] #,##0", "# ?/?",
            "[>=100]0",
            "mm:ss.0", "\"", "[", "\\", "",
        ])
    func otherFormats(_ code: String) throws {
        #expect(try HandMade(rows: "<row><c s=\"1\"><v>45000</v></c></row>", formats: [code]).read() == [["45000.0"]])
    }

    @Test("Formats that Excel knows by number are told apart too")
    func builtInFormats() throws {
        let dates: Set<Int> = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
        for id in 0...70 {
            var workbook = HandMade(rows: "<row><c s=\"1\"><v>45000</v></c></row>")
            let styles =
                "<styleSheet xmlns=\"\(HandMade.main)\"><cellXfs><xf/><xf numFmtId=\"\(id)\"/></cellXfs></styleSheet>"
            workbook.sheetName = "S"
            let parts = workbook.parts.map { $0.name == "xl/styles.xml" ? ($0.name, Array(styles.utf8)) : $0 }
            let cell = try XLSXReader().read(TestZip.file(parts))[0].cell(row: 0, column: 0)
            #expect(cell.short == (dates.contains(id) ? "2023-03-15" : "45000.0"), "format \(id)")
        }
    }

    @Test(
        "What a cell cannot mean is an error that names the cell",
        arguments: [
            "<c r=\"B7\" t=\"s\"><v>9</v></c>", "<c r=\"B7\" t=\"s\"><v>-1</v></c>", "<c r=\"B7\"><v>nan</v></c>",
            "<c r=\"B7\"><v>0x10</v></c>", "<c r=\"B7\"><v>1e999</v></c>", "<c r=\"B7\"><v>1,5</v></c>",
            "<c r=\"B7\" t=\"b\"><v>maybe</v></c>", "<c r=\"B7\" t=\"?\"><v>1</v></c>",
            "<c r=\"B7\"><v>1</v></c><c r=\"b7\"><v>2</v></c>",
        ])
    func impossible(_ cells: String) throws {
        let error = try #require(throws: XLSXReadingError.self) {
            try HandMade(rows: "<row r=\"7\">\(cells)</row>").read()
        }
        #expect(error.code == .malformedCell && error.cell == "B7" && error.sheet == "Sheet")
        #expect(error.description.hasPrefix("Sheet “Sheet”, cell B7: The cell "))
    }

    @Test(
        "Rows and cells that no sheet has are errors",
        arguments: [
            "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"x\"/>", "<row r=\"99999999999999999999\"/>",
            "<row><c r=\"XFE1\"/></row>", "<row><c r=\"A0\"/></row>", "<row><c r=\"7\"/></row>",
            "<row><c r=\"\"/></row>",
            "<row><c r=\"AAAAAAAAAAAAAAAAAAAA1\"/></row>", "<row><c r=\"A1048577\"/></row>",
            "<row><c r=\"A1B\"/></row>",
            "<row><c r=\"XFD1\"/><c/></row>",
        ])
    func impossiblePlaces(_ rows: String) throws {
        let error = try #require(throws: XLSXReadingError.self) { try HandMade(rows: rows).read() }
        #expect(error.code == .malformedPart && error.part == "xl/worksheets/sheet1.xml")
    }
}
