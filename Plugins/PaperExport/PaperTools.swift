import FamilyServicesKit
import Foundation

/// The programs of the machine that make the paper.
package struct PaperTools: Sendable {
    var pandoc: OutsideProgram?
    /// Makes a picture of dots of one of lines, which Word shows where it cannot show the lines; pandoc calls it.
    var drawing: OutsideProgram?
    var typst: OutsideProgram?
    /// A Python that may have the package `typst`.
    var python: OutsideProgram?

    /// What the path has.
    static var onPath: PaperTools {
        PaperTools(
            pandoc: OutsideProgram(named: "pandoc"), drawing: OutsideProgram(named: "rsvg-convert"),
            typst: OutsideProgram(named: "typst"), python: OutsideProgram(named: "python3"))
    }

    private init(
        pandoc: OutsideProgram?, drawing: OutsideProgram?, typst: OutsideProgram?, python: OutsideProgram?
    ) {
        self.pandoc = pandoc
        self.drawing = drawing
        self.typst = typst
        self.python = python
    }

    /// Names the programs by their paths; `nil` is one that the machine does not have.
    package init(pandoc: String?, drawing: String?, typst: String?, python: String?) {
        self.init(
            pandoc: pandoc.map(OutsideProgram.init(path:)), drawing: drawing.map(OutsideProgram.init(path:)),
            typst: typst.map(OutsideProgram.init(path:)), python: python.map(OutsideProgram.init(path:)))
    }

    /// What the path has, with a Python of one's own.
    package static func onPath(python: String) -> PaperTools {
        var tools = onPath
        tools.python = OutsideProgram(path: python)
        return tools
    }

    /// What the path lacks of the programs that make Word documents with charts.
    package static var missingForWord: [PaperExportError] {
        let tools = onPath
        return (tools.pandoc == nil ? [missingPandoc] : []) + (tools.drawing == nil ? [missingDrawing] : [])
    }

    static let missingPandoc = PaperExportError(
        .toolMissing,
        "Word documents are made with pandoc, which is not on the path; install it (Debian, Ubuntu: apt install pandoc; macOS: "
            + "brew install pandoc).")

    static let missingDrawing = PaperExportError(
        .toolMissing,
        "Charts in Word documents are drawn with rsvg-convert, which is not on the path; install it (Debian, Ubuntu: apt install "
            + "librsvg2-bin; macOS: brew install librsvg).")

    static let missingTypst = PaperExportError(
        .toolMissing,
        "PDF papers are made with typst 0.14 or later, which is not on the path; install it (pip install typst, into the Python "
            + "that is python3 on the path; macOS: brew install typst).")

    static func check(timeLimit: Int) throws(PaperExportError) {
        guard (1...3_600).contains(timeLimit) else {
            throw PaperExportError(
                .invalidOption, "The option timeLimit is \(timeLimit) seconds; give 1 to 3600, such as 120.")
        }
    }

    /// The first second of a day, as the tools count it.
    static func seconds(of day: CalendarDate) -> Int {
        // Files cannot be older than the time that ZIP counts from.
        max(day.daysSince1970 * 86_400, 315_532_800)
    }

    /// The end of what a program said, on one line.
    static func said(_ messages: String) -> String {
        let line = messages.split(whereSeparator: \.isNewline).suffix(6).joined(separator: " ")
        return line.isEmpty ? "It said nothing." : "It said: \(line.suffix(600))"
    }
}
