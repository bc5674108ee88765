@testable import FamilyServicesImport
import ByteSinks
import FamilyServicesKit
import Foundation
import Testing

@Suite("Writing changes into the folder of a pack")
struct PackFolderEditorTests {
    static let plans = """
        plans:
          - id: plan
            title: A plan
            actions:
              - id: in-yaml
                title: An action in YAML
                owner: head
                due: 2018-03-31
                status: on-track
            progress: [{id: note-yaml, text: A note in YAML}]

        """

    /// A pack whose tables are written in ways that have to be kept.
    private func pack(_ files: [String: String] = [:]) throws -> PackOnDisk {
        var all = [
            "pack.yaml": PackOnDisk.manifest + "roles: [{id: head, title: Head}, {id: director, title: Director}]\n",
            "indicators.csv": PackOnDisk.indicators, "plans.yaml": Self.plans,
            "actions.csv":
                "id;Due;title;Evidence;owner;notes\r\n\r\n\"a1\";31/03/2018;First;\"said; \"\"yes\"\"\";head;x\r\n"
                + "a2;;Second\r\n;;;;;\r\n",
            "progress.csv": "id,text,status,due\nn1,\"two\nlines\",on-track,2018-02\nn2,Note",
            "commentary.csv": "\u{FEFF}\"indicator\",\"text\"\n\"share\",\"It rose.\"\n\n\"number\",\"It fell.\"\n",
            "dashboard.csv": "number,measure,rating\r1,One,red\r2,Two,\r",
        ]
        all.merge(files) { $1 }
        return try PackOnDisk(all)
    }

    private func text(_ name: String, in pack: PackOnDisk) throws -> String {
        String(decoding: try Data(contentsOf: pack.folder.appendingPathComponent(name)), as: UTF8.self)
    }

    /// Changes a pack, writes it, and makes sure that reading gives it.
    @discardableResult
    private func edit(_ pack: PackOnDisk, _ change: (inout ReportPack) throws -> Void) throws -> PackFolderChanges {
        let editor = try PackFolderEditor(folder: pack.folder.path)
        var changed = editor.pack
        try change(&changed)
        let changes = try editor.changes(to: changed)
        try editor.write(changes)
        #expect(pack.load().pack == changed)
        let left = try FileManager.default.contentsOfDirectory(atPath: pack.folder.path)
        #expect(!left.contains { $0.hasPrefix(".") })
        return changes
    }

    private func error(_ pack: PackOnDisk, _ change: (inout ReportPack) throws -> Void) throws -> PackFolderError {
        let editor = try PackFolderEditor(folder: pack.folder.path)
        var changed = editor.pack
        try change(&changed)
        return try #require(throws: PackFolderError.self) { try editor.changes(to: changed) }
    }

    private func report(
        _ status: BRAGStatus, _ date: String? = nil, _ commentary: String? = nil
    ) throws -> PlanAction.StatusReport {
        PlanAction.StatusReport(status, on: try date.map { try PartialDate(iso: $0) }, commentary: commentary)
    }

    // MARK: Cells

    @Test("Only the cells that change are written")
    func cells() throws {
        let pack = try pack()
        let changes = try edit(pack) { pack in
            pack.plans[0].actions[1].due = try PartialDate(iso: "2018-05")
            pack.plans[0].actions[1].evidence = "new; \"evidence\"\nin lines"
            pack.plans[0].actions[1].owner = nil
            pack.plans[0].progress[1].status = .complete
            pack.indicators[1].commentary[0] = Commentary("It fell by 3, they say.")
            pack.dashboard[1].rating = .green
        }
        #expect(
            try text("actions.csv", in: pack)
                == "id;Due;title;Evidence;owner;notes\r\n\r\n\"a1\";2018-05;First;\"new; \"\"evidence\"\"\nin lines\";;x\r\n"
                + "a2;;Second\r\n;;;;;\r\n")
        #expect(
            try text("progress.csv", in: pack) == "id,text,status,due\nn1,\"two\nlines\",complete,2018-02\nn2,Note")
        #expect(
            try text("commentary.csv", in: pack)
                == "\u{FEFF}\"indicator\",\"text\"\n\"share\",\"It rose.\"\n\n\"number\",\"It fell by 3, they say.\"\n")
        #expect(try text("dashboard.csv", in: pack) == "number,measure,rating\r1,One,red\r2,Two,green\r")
        #expect(changes.files == ["actions.csv", "commentary.csv", "dashboard.csv", "progress.csv"])
        #expect(
            changes.cells.map { "\($0.location.line ?? 0) \($0.column) \($0.record)" } == [
                "3 owner action a1", "3 due action a1", "3 evidence action a1", "2 status progress note n1",
                "4 text indicator number", "3 rating dashboard line 2",
            ])
    }

    @Test("Columns are added to a table that lacks them, and its full rows stay full")
    func addedColumns() throws {
        let pack = try pack()
        try edit(pack) { pack in
            pack.plans[0].actions[2].completed = try PartialDate(iso: "2018-01-10")
            pack.plans[0].actions[2].evidence = "Seen."
        }
        #expect(
            try text("actions.csv", in: pack)
                == "id;Due;title;Evidence;owner;notes;completed\r\n\r\n"
                + "\"a1\";31/03/2018;First;\"said; \"\"yes\"\"\";head;x;\r\na2;;Second;Seen.;;;2018-01-10\r\n;;;;;;\r\n"
        )
    }

    @Test("A row that stops short is filled as far as needed, and a last line without an end stays without")
    func shortRows() throws {
        let pack = try pack()
        try edit(pack) { $0.plans[0].progress[2].status = .onTrack }
        #expect(try text("progress.csv", in: pack).hasSuffix("\nn2,Note,on-track"))
    }

    @Test("Nothing is written where nothing changes, and blanks at the ends of texts are nothing")
    func nothing() throws {
        let pack = try pack()
        let editor = try PackFolderEditor(folder: pack.folder.path)
        var changed = editor.pack
        #expect(try editor.changes(to: changed).files.isEmpty)
        changed.plans[0].actions[1].evidence = " said; \"yes\"\n"
        changed.plans[0].actions[2].evidence = "  "
        let changes = try editor.changes(to: changed)
        #expect(changes.files.isEmpty && changes.cells.isEmpty)
        try editor.write(changes)
    }

    // MARK: Statuses

    @Test("A first status is put into the row of the action")
    func firstStatus() throws {
        let pack = try pack(["actions.csv": "id,title\na1,First\n"])
        try edit(pack) { $0.plans[0].actions[1].statuses = [try report(.atRisk, "2018-01-10", "Late, again")] }
        #expect(
            try text("actions.csv", in: pack)
                == "id,title,status,status_date,status_commentary\na1,First,at-risk,2018-01-10,\"Late, again\"\n")
        #expect(!FileManager.default.fileExists(atPath: pack.folder.path + "/status-history.csv"))
    }

    @Test("A new status takes the place of the present one, which goes into a new history in the manner of the actions")
    func newHistory() throws {
        let pack = try pack(["actions.csv": "\u{FEFF}id;title;status;status_date\r\na1;First;On track;2017-12-01\r\n"])
        let changes = try edit(pack) {
            $0.plans[0].actions[1].statuses.append(try report(.complete, "2018-01-10"))
        }
        #expect(
            try text("actions.csv", in: pack)
                == "\u{FEFF}id;title;status;status_date\r\na1;First;complete;2018-01-10\r\n")
        #expect(
            try text("status-history.csv", in: pack)
                == "\u{FEFF}action;status;date;commentary\r\na1;on-track;2017-12-01;\r\n")
        #expect(changes.files == ["actions.csv", "status-history.csv"])
    }

    @Test("Where the history keeps all statuses a new one goes there, in the order of dates")
    func history() throws {
        let pack = try pack([
            "actions.csv": "id,title\na1,First\na2,Second",
            "status-history.csv": "commentary,date,action,status\n,2017-12,a1,at-risk\nwhy,2017-11,a1,on-track",
        ])
        try edit(pack) {
            $0.plans[0].actions[1].statuses.append(try report(.complete, "2018-01-10"))
            $0.plans[0].actions[2].statuses.append(try report(.notStarted))
        }
        #expect(
            try text("status-history.csv", in: pack)
                == "commentary,date,action,status\n,2017-12,a1,at-risk\nwhy,2017-11,a1,on-track\n,2018-01-10,a1,complete"
        )
        #expect(try text("actions.csv", in: pack) == "id,title,status\na1,First,\na2,Second,not-started")
    }

    @Test("The present status is corrected where it is, in the row or in the history or in both")
    func corrections() throws {
        let pack = try pack([
            "actions.csv":
                "id,title,status,status_date\na1,First,on-track,2017-12\na2,Second,,\na3,Third,at-risk,2017-11\n",
            "status-history.csv": "action,status,date\na1,at-risk,2017-11\na2,at-risk,2017-11\na3,at-risk,2017-11\n",
        ])
        try edit(pack) { pack in
            for index in 1...3 {
                pack.plans[0].actions[index].statuses.removeLast()
                pack.plans[0].actions[index].statuses.append(try report(.offTrack, "2017-12-05"))
            }
        }
        #expect(
            try text("actions.csv", in: pack)
                == "id,title,status,status_date\na1,First,off-track,2017-12-05\na2,Second,,\na3,Third,off-track,2017-12-05\n"
        )
        #expect(
            try text("status-history.csv", in: pack)
                == "action,status,date\na1,at-risk,2017-11\na2,off-track,2017-12-05\na3,off-track,2017-12-05\n")
    }

    @Test("A status before the present one is corrected in its row, and refused where that changes the order")
    func earlierStatus() throws {
        let history = "action,status,date\na1,at-risk,2017-11\na1,off-track,2017-12\n"
        let files = [
            "actions.csv": "id,title,status,status_date\na1,First,on-track,2018-01\n", "status-history.csv": history,
        ]
        let pack = try pack(files)
        try edit(pack) { $0.plans[0].actions[1].statuses[0] = try report(.complete, "2017-10") }
        #expect(
            try text("status-history.csv", in: pack)
                == "action,status,date\na1,complete,2017-10\na1,off-track,2017-12\n")
        #expect(try text("actions.csv", in: pack) == files["actions.csv"])
        let later = try error(self.pack(files)) {
            $0.plans[0].actions[1].statuses[0] = try report(.complete, "2018-01")
        }
        #expect(later.code == .notWritable && later.diagnostics.count == 1)
    }

    @Test("A status earlier than the last, and one taken away, are refused")
    func impossibleStatuses() throws {
        let files = [
            "actions.csv": "id,title,status,status_date\na1,First,on-track,2017-12\n",
            "status-history.csv": "action,status,date\na1,at-risk,2017-11\n",
        ]
        let taken = try error(pack(files)) { $0.plans[0].actions[1].statuses.removeLast() }
        #expect(taken.code == .notWritable && taken.diagnostics[0].location?.line == 2)
        let first = try error(pack(files)) { $0.plans[0].actions[1].statuses.removeFirst() }
        #expect(first.code == .notWritable)
        let earlier = try error(pack(files)) {
            $0.plans[0].actions[1].statuses.append(try report(.complete, "2017-10"))
        }
        #expect(earlier.code == .notWritable)
    }

    // MARK: Remarks

    @Test("New remarks go behind the last row, and into a new table where there is none")
    func newRemarks() throws {
        let pack = try pack()
        let remark = Commentary("Late, \"again\".", period: try ReportingPeriod("2017-11"), author: "head")
        try edit(pack) { $0.indicators[0].commentary.append(remark) }
        #expect(
            try text("commentary.csv", in: pack)
                == "\u{FEFF}\"indicator\",\"text\",\"period\",\"author\"\n\"share\",\"It rose.\",\"\",\"\"\n\n"
                + "\"number\",\"It fell.\",\"\",\"\"\n\"share\",\"Late, \"\"again\"\".\",\"2017-11\",\"head\"\n")
        try pack.remove("commentary.csv")
        try edit(pack) {
            $0.indicators[2].commentary = [remark, Commentary("Exempt.", access: .exempt([.identity, .individual]))]
        }
        #expect(
            try text("commentary.csv", in: pack)
                == "indicator,period,author,date,text,access\nmoney,2017-11,head,,\"Late, \"\"again\"\".\",\n"
                + "money,,,,Exempt.,exempt 1; exempt 2\n")
    }

    @Test("A remark that is removed goes with its row and nothing else; one moved to a period gets a new row")
    func removedRemarks() throws {
        let removed = try pack()
        let changes = try edit(removed) { $0.indicators[0].commentary.removeLast() }
        #expect(
            try text("commentary.csv", in: removed)
                == "\u{FEFF}\"indicator\",\"text\"\n\n\"number\",\"It fell.\"\n")
        #expect(changes.cells.map(\.old) == ["It rose."] && changes.cells.map(\.new) == [nil])
        #expect(changes.files == ["commentary.csv"])
        let moved = try pack()
        try edit(moved) {
            $0.indicators[0].commentary[0] = Commentary("It rose.", period: try ReportingPeriod("2017-11"))
        }
        let table = try text("commentary.csv", in: moved)
        #expect(table.contains("\"number\",\"It fell.\"") && table.contains("\"share\",\"It rose.\",\"2017-11\""))
        #expect(table.split(separator: "\n").count == 3)
    }

    @Test("A remark that is emptied or exempt for a reason is refused")
    func impossibleRemarks() throws {
        let changes: [(inout ReportPack) throws -> Void] = [
            { $0.indicators[0].commentary[0] = Commentary("  ") },
            { $0.indicators[0].commentary.append(Commentary("x", access: .exempt([.crime], reason: "why"))) },
        ]
        for change in changes {
            let error = try error(pack(), change)
            #expect(error.code == .notWritable && error.diagnostics.count == 1)
        }
    }

    // MARK: What cannot be written

    @Test("A record in YAML is refused with the line and what to write there")
    func yaml() throws {
        let error = try error(pack()) { pack in
            pack.plans[0].actions[0].due = try PartialDate(iso: "2018-06-30")
            pack.plans[0].actions[0].owner = nil
            pack.plans[0].actions[0].evidence = "Ospreyholt"
            pack.plans[0].actions[0].statuses.append(try report(.complete, "2018-01"))
            pack.plans[0].progress[0].status = .atRisk
            pack.plans[0].actions[1].due = nil
        }
        #expect(error.code == .notWritable)
        let lines = error.diagnostics.map {
            ($0.location?.file.hasSuffix("/plans.yaml") == true, $0.location?.line ?? 0)
        }
        #expect(lines.allSatisfy(\.0) && lines.map(\.1) == [7, 8, 5, 9, 5, 10])
        #expect(error.description.contains("set its “due” to “2018-06-30” by hand"))
        #expect(error.description.contains("remove its “owner” by hand"))
        #expect(!error.description.contains("Ospreyholt"))
    }

    @Test("Whatever else is changed is refused")
    func others() throws {
        let changes: [(inout ReportPack) throws -> Void] = [
            { $0.manifest.title = "Other" }, { $0.plans[0].actions[1].title = "Other" },
            { $0.plans[0].title = "Other" },
            { $0.plans[0].actions.removeLast() }, { $0.plans[0].actions.swapAt(1, 2) },
            { $0.plans[0].progress.removeLast() },
            { $0.plans[0].progress[1].text = "Other" }, { $0.indicators[0].title = "Other" },
            { $0.indicators.removeLast() },
            { $0.dashboard[0].measure = "Other" }, { $0.dashboard.removeLast() }, { $0.plans.removeLast() },
        ]
        for change in changes { #expect(try error(pack(), change).code == .notWritable) }
    }

    @Test("A pack that would have errors is refused with them, and new warnings are told")
    func invalid() throws {
        let unknown = try error(pack()) { $0.plans[0].actions[1].owner = "nobody" }
        #expect(unknown.code == .invalidResult)
        #expect(unknown.diagnostics.map(\.code) == [.unresolvedReference])
        let text = try error(pack()) { $0.plans[0].actions[1].evidence = "a\0b" }
        #expect(text.code == .invalidResult)
        let pack = try pack()
        let changes = try edit(pack) {
            $0.indicators[0].commentary[0] = Commentary("Please ring 07700 900123 about the NHS number 943 476 5919.")
        }
        #expect(!changes.warnings.isEmpty)
    }

    // MARK: Files

    @Test("A folder that has changed since it was read is left alone")
    func changedMeanwhile() throws {
        for (name, content) in [
            ("actions.csv", "id,title\n"), ("plans.yaml", Self.plans + "\n"), ("status-history.csv", ""),
        ] {
            let pack = try pack()
            let editor = try PackFolderEditor(folder: pack.folder.path)
            var changed = editor.pack
            changed.dashboard[0].rating = .amber
            let changes = try editor.changes(to: changed)
            try pack.write(name, Array(content.utf8))
            let error = try #require(throws: PackFolderError.self) { try editor.write(changes) }
            #expect(error.code == .changedMeanwhile && error.diagnostics[0].location?.file.hasSuffix(name) == true)
            #expect(try text("dashboard.csv", in: pack).contains("1,One,red"))
        }
    }

    @Test("When one file cannot be put in its place, the others are as they were")
    func allOrNone() throws {
        let pack = try pack()
        let first = pack.folder.path + "/dashboard.csv"
        let (old, path) = (Array(try text("dashboard.csv", in: pack).utf8), pack.folder.path + "/actions.csv")
        let new = pack.folder.path + "/status-history.csv"
        try FileManager.default.removeItem(atPath: path)
        let files = [
            FileTransaction.Change(path: first, old: old, new: [2]), .init(path: new, old: nil, new: [3]),
            .init(path: path, old: nil, new: [1]),
        ]
        let error = try #require(throws: FileTransaction.Failure.self) {
            try FileTransaction.replace(files, in: pack.folder.path) {
                // The last one to be put in its place finds a folder there.
                try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            }
        }
        guard case .writing = error else {
            Issue.record("\(error)")
            return
        }
        #expect(Array(try text("dashboard.csv", in: pack).utf8) == old)
        #expect(!FileManager.default.fileExists(atPath: new))
        #expect(
            !(try FileManager.default.contentsOfDirectory(atPath: pack.folder.path)).contains { $0.hasPrefix(".fsk") })
    }

    @Test("A link within the folder stays a link, and permissions stay")
    func linksAndPermissions() throws {
        let pack = try pack()
        let manager = FileManager.default
        try manager.createDirectory(atPath: pack.folder.path + "/old", withIntermediateDirectories: false)
        try manager.moveItem(atPath: pack.folder.path + "/actions.csv", toPath: pack.folder.path + "/old/a.csv")
        try manager.createSymbolicLink(
            atPath: pack.folder.path + "/actions.csv", withDestinationPath: "old/a.csv")
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: pack.folder.path + "/old/a.csv")
        try edit(pack) { $0.plans[0].actions[1].owner = "director" }
        #expect(try text("old/a.csv", in: pack).contains("director"))
        #expect(try manager.destinationOfSymbolicLink(atPath: pack.folder.path + "/actions.csv") == "old/a.csv")
        let mode = try manager.attributesOfItem(atPath: pack.folder.path + "/old/a.csv")[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test("A folder that is no pack is an error with everything that is wrong")
    func noPack() throws {
        #expect(throws: ReportPackError.self) { try PackFolderEditor(folder: "/nowhere") }
        let pack = try pack(["actions.csv": "id,title,due\na1,First,never\n"])
        let error = try #require(throws: ReportPackError.self) { try PackFolderEditor(folder: pack.folder.path) }
        #expect(error.diagnostics.count == 1)
    }
}
