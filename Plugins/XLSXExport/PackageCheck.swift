import FamilyServicesKit

/// Checks that a workbook is whole.
///
/// libxlsxwriter does not notice when its temporary files are cut short because a disk is full; it closes such a workbook
/// and reports success.
enum PackageCheck {
    private static let media = "xl/media/"

    static func check(_ archive: ZipArchive, against plan: WorkbookPlan, context: ExportContext) throws {
        var rows: [String: Int] = [:]
        var required = ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "xl/workbook.xml", "xl/styles.xml"]
        for (index, sheet) in plan.sheets.enumerated() {
            rows["xl/worksheets/sheet\(index + 1).xml"] = sheet.rows.count
        }
        required += rows.keys
        let numberOfTables = plan.sheets.reduce(0) { $0 + $1.tables.count }
        required += (0..<numberOfTables).map { "xl/tables/table\($0 + 1).xml" }
        let numberOfCharts = plan.sheets.reduce(0) { $0 + $1.charts.count }
        required += (0..<numberOfCharts).map { "xl/charts/chart\($0 + 1).xml" }
        let numberOfDrawings = plan.sheets.count(where: \.hasDrawing)
        required += (0..<numberOfDrawings).map { "xl/drawings/drawing\($0 + 1).xml" }
        let names = Set(archive.entries.map(\.name))
        if let missing = required.sorted().first(where: { !names.contains($0) }) {
            throw ZipArchive.incomplete("the part “\(missing)” is missing")
        }
        let pictures = plan.sheets.compactMap(\.logo)
        guard names.count(where: { $0.hasPrefix(media) }) == pictures.count else {
            throw ZipArchive.incomplete("a picture is missing")
        }
        for entry in archive.entries {
            try context.checkCancellation()
            if entry.name.hasPrefix(media) {
                guard try pictures.map(\.bytes).contains(archive.contents(of: entry.name)) else {
                    throw ZipArchive.incomplete("the part “\(entry.name)” is not the picture that was given")
                }
                continue
            }
            var scan = PartScan(countsRows: rows[entry.name] != nil)
            try Deflate.inflate(archive, entry) { scan.read($0) }
            guard scan.isClosed else { throw ZipArchive.incomplete("the part “\(entry.name)” is cut short") }
            if let expected = rows[entry.name], scan.rows != expected {
                throw ZipArchive.incomplete("the part “\(entry.name)” has \(scan.rows) rows instead of \(expected)")
            }
        }
    }
}

/// What is learnt from a part of a workbook in one pass.
struct PartScan {
    let countsRows: Bool
    /// How many rows there are in a sheet.
    ///
    /// Texts are kept elsewhere, so that nothing else looks like a row.
    private(set) var rows = 0

    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    /// How many bytes of `<row ` have been met.
    private var matched = 0
    private static let pattern = Array("<row ".utf8)

    init(countsRows: Bool) {
        self.countsRows = countsRows
    }

    mutating func read(_ span: RawSpan) {
        span.withUnsafeBytes { bytes in
            if head.count < 512 { head += bytes.prefix(512 - head.count) }
            tail = bytes.count >= 64 ? Array(bytes.suffix(64)) : Array((tail + bytes).suffix(64))
            guard countsRows else { return }
            var matched = matched
            var rows = rows
            for byte in bytes {
                if byte == UInt8(ascii: "<") {
                    matched = 1
                } else if matched > 0 {
                    if byte == Self.pattern[matched] {
                        matched += 1
                        if matched == 5 {
                            rows += 1
                            matched = 0
                        }
                    } else {
                        matched = 0
                    }
                }
            }
            (self.matched, self.rows) = (matched, rows)
        }
    }

    /// Whether the part ends with the closing tag of the element that it begins with.
    var isClosed: Bool {
        let start = String(decoding: head, as: UTF8.self)
        var rest = start[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            guard rest.first != "?", rest.first != "!" else { continue }
            let name = rest.prefix { $0 != " " && $0 != ">" && $0 != "/" && $0 != "\n" }
            var end = String(decoding: tail, as: UTF8.self)[...]
            while end.last?.isWhitespace == true { end.removeLast() }
            return end.hasSuffix("</\(name)>")
        }
        return false
    }
}
