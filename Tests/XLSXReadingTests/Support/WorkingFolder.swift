import FamilyServicesKit
import Foundation

/// The folder of a pack with a working copy of a thousand rows.
struct WorkingFolder {
    let path: String
    static let roles = (1...12).map { "Head of service \($0)" }

    /// Writes the files.
    init(in directory: String) throws {
        path = directory + "/pack"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let roles = Self.roles.enumerated().map { "  - {id: role-\($0 + 1), title: \($1)}\n" }.joined()
        try write(
            "pack.yaml",
            """
            schema: 1
            title: A plan of many actions
            organisation: Exampleton Council
            area: exampleton
            period: 2026-06
            date: 2026-07-14
            areas:
              - {id: exampleton, title: Exampleton, kind: local-authority}
            roles:
            \(roles)
            """)
        try write("plans.yaml", "plans: [{id: plan, title: The plan}]\n")
        let statuses = ["on-track", "at-risk", "off-track", "not-started"]
        var actions = "id,title,owner,due,status,status_date,status_commentary,evidence\r\n"
        for index in 1...800 {
            let due = index % 5 == 0 ? "2026-1\(index % 3)" : "2026-0\(index % 9 + 1)-\(10 + index % 18)"
            actions +=
                "A\(index),Action number \(index),role-\(index % 12 + 1),\(due),\(statuses[index % 4]),2026-03-31,"
            actions += index % 3 == 0 ? "\"Why, \"\"so\"\"\",Seen \(index)\r\n" : ",\r\n"
        }
        try write("actions.csv", actions)
        var notes = "id;text;status;due\n"
        for index in 1...150 {
            notes += "N\(index);Note number \(index);\(statuses[index % 4]);2026-0\(index % 9 + 1)-15\n"
        }
        try write("progress.csv", notes)
        var indicators = "id,title,unit,polarity\n"
        var remarks = "indicator,period,text,author\n"
        for index in 1...50 {
            indicators += "M\(index),Measure number \(index),count,neutral\n"
            remarks += "M\(index),2026-06,Remark number \(index).,role-\(index % 12 + 1)\n"
        }
        try write("indicators.csv", indicators)
        try write("commentary.csv", remarks)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }
}

/// A table of a working copy, in which cells are found by identifier and header.
struct WorkingTable {
    let sheet: ReadSheet
    private let headerRow: Int
    private let rows: [String: Int]

    /// Finds the table that has a header for its identifiers.
    init?(_ identifierHeader: String, in sheets: [ReadSheet]) {
        for sheet in sheets {
            for (row, cells) in sheet.rows.enumerated() where cells.contains(.text(identifierHeader)) {
                guard let column = cells.firstIndex(of: .text(identifierHeader)) else { continue }
                var rows: [String: Int] = [:]
                for index in sheet.rows.indices where index > row {
                    if case .text(let id) = sheet.cell(row: index, column: column) { rows[id] = index }
                }
                (self.sheet, headerRow, self.rows) = (sheet, row, rows)
                return
            }
        }
        return nil
    }

    /// How many records it has.
    var count: Int { rows.count }

    /// The cell of a record under a header.
    func place(_ identifier: String, _ header: String) -> CellPlace? {
        guard let row = rows[identifier], let column = sheet.rows[headerRow].firstIndex(of: .text(header)) else {
            return nil
        }
        return CellPlace(sheet: sheet.name, row: row, column: column)
    }
}
