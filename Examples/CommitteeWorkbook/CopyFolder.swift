import ArgumentParser
import FamilyServicesImport
import FamilyServicesKit
import XLSXReading

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a folder of edited working copies and takes their changes into the pack.
struct CopyFolder {
    let folder: String
    let pack: String
    let accept: Bool
    let acceptConflicts: Bool

    func readBack() throws {
        let (copies, unread) = try readCopies()
        let editor = try PackReader(folder: pack).edit()
        let collection = CopyCollection(copies, against: editor.pack)
        try show(collection)
        nameUnanswered(collection, in: editor.pack)
        var isLeft = unread > 0 || !collection.clashes.isEmpty
        isLeft = isLeft || collection.copies.contains { !$0.review.problems.isEmpty }
        guard accept else {
            let isEmpty = collection.changes.isEmpty && collection.conflicts.isEmpty
            Console.say("Nothing was written." + (isEmpty ? "" : " Take the changes into the pack with --accept."))
            if isLeft || !collection.conflicts.isEmpty { throw ExitCode.findings }
            return
        }
        let (changed, refused) = collection.accepted(into: editor.pack, includingConflicts: acceptConflicts)
        for (copy, error) in refused { Console.say("\(copy): error: Nothing was taken from this copy. \(error)") }
        let written = try PackReader(folder: pack).write(changed, with: editor)
        if written.isEmpty { Console.say("Nothing was written: there is nothing to take into the pack.") }
        if isLeft || !refused.isEmpty || !acceptConflicts && !collection.conflicts.isEmpty { throw ExitCode.findings }
    }

    // MARK: Reading

    /// The copies in the folder, in the order of their names, and how many files are spreadsheets and could not be read.
    private func readCopies() throws -> (copies: [(name: String, copy: WorkingCopy)], unread: Int) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            Console.say("\(folder): error: The folder cannot be read.")
            throw ExitCode.noInput
        }
        // Excel keeps a file beside each workbook that is open, which is not a copy.
        let files = names.filter { !$0.hasPrefix("~$") && !$0.hasPrefix(".") }.sorted()
        let workbooks = files.filter { $0.lowercased().hasSuffix(".xlsx") }
        let others = files.filter { file in [".ods", ".xlsm", ".xls"].contains { file.lowercased().hasSuffix($0) } }
        for name in others {
            Console.say("\(folder)/\(name): error: This is not read; save it as .xlsx and read the folder again.")
        }
        for name in names.sorted() where name.hasPrefix("~$") {
            Console.say(
                "\(folder)/\(name.dropFirst(2)): warning: Somebody has this copy open; what they do not save is not read."
            )
        }
        guard !workbooks.isEmpty else {
            Console.say(
                "\(folder): error: There is no workbook (.xlsx) in the folder; put the copies that came back into it.")
            throw ExitCode.noInput
        }
        var copies: [(name: String, copy: WorkingCopy)] = []
        for name in workbooks {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            do {
                copies.append((path, try WorkingCopy(try XLSXReader().read(contentsOf: path))))
            } catch {
                Console.say("\(path): error: \(error)")
            }
        }
        return (copies, others.count + workbooks.count - copies.count)
    }

    // MARK: Showing

    private func show(_ collection: CopyCollection) throws {
        for change in collection.changes { try Console.result("\(change)") }
        for conflict in collection.conflicts { try Console.result("\(conflict) (changed in the pack too)") }
        for clash in collection.clashes {
            for change in clash.changes { try Console.result("\(change) (another copy says otherwise)") }
        }
        if !collection.clashes.isEmpty {
            Console.say(
                "Where copies say different things, nothing is taken. Make them say the same, or take the other changes with "
                    + "--accept and then read the one copy that is right by itself.")
        }
        for copy in collection.copies {
            Console.report(copy.review.warnings + copy.review.problems, in: copy.name)
        }
        func sum(_ count: (WorkingCopyReview) -> Int) -> Int {
            collection.copies.reduce(0) { $0 + count($1.review) }
        }
        let counts = [
            (collection.changes.count, "changed"), (collection.conflicts.count, "changed in the pack too"),
            (collection.clashes.reduce(0) { $0 + $1.changes.count }, "on which copies differ"),
            (sum(\.settled.count), "in the pack already"), (sum(\.problems.count), "not taken"),
        ]
        let copies = collection.copies.count
        Console.say(
            "\(copies) \(copies == 1 ? "copy" : "copies"): " + counts.map { "\($0) \($1)" }.joined(separator: ", ")
                + ".")
    }

    /// Names those from whom nothing came.
    private func nameUnanswered(_ collection: CopyCollection, in pack: ReportPack) {
        // A pack that can be edited is valid, so each role is in it once.
        func title(_ role: Role.ID) -> String {
            pack.manifest.roles.first { $0.id == role }?.title ?? role.text
        }
        for role in collection.missing { Console.say("Not answered: \(title(role)): there is no copy in the folder.") }
        for copy in collection.copies where copy.isUnanswered {
            Console.say("Not answered: \(copy.owner.map(title) ?? copy.name): nothing was written into \(copy.name).")
        }
    }
}
