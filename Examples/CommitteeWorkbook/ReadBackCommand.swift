import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit
import XLSXReading

/// Reads an edited working copy and takes its changes into the pack.
struct ReadBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-back",
        abstract: "Show what was changed in a working copy, or in a folder of copies, and take it into the pack.",
        discussion: """
            Every changed cell is printed with its place, record and field, and what becomes of the value. Nothing is \
            written without --accept. Exit code 1 says that something is left for a person: a value that cannot be read, \
            one that was changed in the pack too, or one on which two copies differ. In a folder every workbook is \
            read, and the owners are named who sent no copy, or one in which nothing was written.
            """)

    @Argument(
        help: ArgumentHelp(
            "The working copy, as Excel or LibreOffice saved it, or a folder of working copies.", valueName: "workbook"),
        completion: .file(extensions: ["xlsx"]))
    var workbook: String

    @Argument(
        help: ArgumentHelp("The report pack: a folder, or a workbook (.xlsx, .ods).", valueName: "pack"),
        completion: .file())
    var pack: String

    @Flag(help: "Write the changes into the files of the pack.")
    var accept = false

    @Flag(
        help: "With --accept: also take what was changed both in the working copy and, since it was made, in the pack.")
    var acceptConflicts = false

    @OptionGroup var values: ValueOptions

    func validate() throws {
        guard accept || !acceptConflicts else { throw ValidationError("--accept-conflicts needs --accept.") }
    }

    func run() throws {
        if Packs.isFolder(workbook) {
            return try CopyFolder(
                folder: workbook, pack: pack, accept: accept, acceptConflicts: acceptConflicts
            ).readBack()
        }
        let sheets = try readSheets()
        let editor = try openPack()
        let review = try reading { () throws(WorkingCopyError) in
            try WorkingCopy(sheets).review(against: editor.pack)
        }
        try show(review)
        guard accept else {
            let isEmpty = review.changes.isEmpty && review.conflicts.isEmpty
            Console.say("Nothing was written." + (isEmpty ? "" : " Take the changes into the pack with --accept."))
            return try finish(review, conflicts: review.conflicts.count)
        }
        let accepted = review.changes + (acceptConflicts ? review.conflicts : [])
        let written = try write(accepted, with: editor)
        if written.isEmpty { Console.say("Nothing was written: there is nothing to take into the pack.") }
        try finish(review, conflicts: acceptConflicts ? 0 : review.conflicts.count)
    }

    // MARK: Reading

    private func readSheets() throws -> [ReadSheet] {
        do {
            return try XLSXReader().read(contentsOf: workbook)
        } catch {
            Console.say("\(workbook): error: \(error)")
            throw ExitCode.noInput
        }
    }

    private func openPack() throws -> PackFolderEditor { try PackReader(folder: pack).edit() }

    private func reading<Value>(_ body: () throws(WorkingCopyError) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            Console.say("\(workbook): error: \(error)")
            throw ExitCode.findings
        }
    }

    // MARK: Showing

    private func show(_ review: WorkingCopyReview) throws {
        for change in review.changes { try Console.result("\(change)") }
        for conflict in review.conflicts { try Console.result("\(conflict) (changed in the pack too)") }
        Console.report(review.warnings + review.problems, in: workbook)
        let counts = [
            (review.changes.count, "changed"), (review.conflicts.count, "changed in the pack too"),
            (review.settled.count, "in the pack already"), (review.problems.count, "not taken"),
        ]
        Console.say(counts.map { "\($0) \($1)" }.joined(separator: ", ") + ".")
    }

    private func finish(_ review: WorkingCopyReview, conflicts: Int) throws {
        guard conflicts == 0, review.problems.isEmpty else { throw ExitCode.findings }
    }

    // MARK: Writing

    /// Writes changes into the pack.
    ///
    /// - Returns: The files that were written.
    private func write(_ accepted: [WorkingCopyChange], with editor: PackFolderEditor) throws -> [String] {
        let changed = try reading { () throws(WorkingCopyError) in try editor.pack.accepting(accepted) }
        return try PackReader(folder: pack).write(changed, with: editor)
    }
}
