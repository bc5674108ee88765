import Foundation
import TestSupport
import Testing

/// LibreOffice Calc, in which a macro edits workbooks as a person would.
struct Calc {
    /// What is typed into a cell.
    struct Edit: Hashable {
        var sheet: String
        var cell: String
        /// What is typed; empties the cell where it is empty.
        var text: String
    }

    private let directory: String

    /// - Parameter directory: Where lists of edits go.
    init(in directory: String) {
        self.directory = directory
    }

    /// Puts the macro into a profile.
    private static func install(in profile: String) throws {
        let code = try String(contentsOfFile: Program.script("edit_cells.bas"), encoding: .utf8)
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let folder = profile + "/user/basic/Standard"
        try """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">\(code)
        </script:module>
        """.write(toFile: folder + "/Edits.xba", atomically: false, encoding: .utf8)
        try """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
        <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" \
        library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
        """.write(toFile: folder + "/script.xlb", atomically: false, encoding: .utf8)
    }

    /// Opens a workbook, types into cells and saves it under another name.
    func edit(_ source: String, _ edits: [Edit], saveAs target: String) throws {
        let list = directory + "/edits.tsv"
        let lines = edits.map { [$0.sheet, $0.cell, $0.text.replacing("\n", with: "\\n")].joined(separator: "\t") }
        try lines.joined(separator: "\n").write(toFile: list, atomically: false, encoding: .utf8)
        let macro = "macro:///Standard.Edits.Run(\(source),\(target),\(list))"
        try LibreOffice.run([macro], preparing: Self.install)
        try #require(FileManager.default.fileExists(atPath: target), "LibreOffice did not save the workbook")
    }
}
