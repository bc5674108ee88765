import FamilyServicesImport
import FamilyServicesKit
import WorkbookPacks
import WorkingCopies
import ZipPackage

/// What reads workbooks.
enum WorkbookTargets {
    static func workbook(_ bytes: [UInt8]) throws {
        do throws(SheetReadingProblem) {
            let sheets = try WorkbookSheets().sheets(in: bytes)
            try? PackTargets.check(ReportPackLoader().load(sheets: sheets, named: "book.xlsx"))
        } catch {
            try promise(!error.message.isEmpty, "A message is empty.")
        }
    }

    static func sheet(_ bytes: [UInt8]) throws {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        try workbook(
            ZipMaker.file([
                (
                    "[Content_Types].xml",
                    Array("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".utf8)
                ),
                (
                    "_rels/.rels",
                    Array(
                        """
                        <Relationships xmlns="\(package)"><Relationship Id="r1" Type="\(document)/officeDocument" \
                        Target="xl/workbook.xml"/></Relationships>
                        """.utf8)
                ),
                (
                    "xl/workbook.xml",
                    Array(
                        """
                        <workbook xmlns="\(main)" xmlns:r="\(document)"><sheets><sheet name="Observations" sheetId="1" \
                        r:id="r1"/></sheets></workbook>
                        """.utf8)
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    Array(
                        """
                        <Relationships xmlns="\(package)"><Relationship Id="r1" Type="\(document)/worksheet" \
                        Target="worksheets/sheet1.xml"/></Relationships>
                        """.utf8)
                ),
                ("xl/worksheets/sheet1.xml", bytes),
            ]))
    }

    static func spreadsheet(_ bytes: [UInt8]) throws {
        try workbook(
            ZipMaker.file([
                ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", bytes),
            ]))
    }

    /// Reads a copy whose only sheet has the cells, and takes over what it changes.
    static func copy(_ bytes: [UInt8]) throws {
        let rows = String(decoding: bytes.prefix(20_000), as: UTF8.self).split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { cell -> SheetCell in
                if let number = Double(cell), number.isFinite { .number(number) } else { .text(String(cell)) }
            }
        }
        guard let copy = try? WorkingCopy([ReadSheet(name: "Actions", rows: rows)]), let pack = PackTargets.own else {
            return
        }
        let review = copy.review(against: pack)
        guard let changed = try? pack.accepting(review.changes) else { return }
        try promise(
            copy.review(against: changed).changes.isEmpty, "Reading a copy again changes what it has changed already.")
    }
}
