import FamilyServicesKit

/// Looks at the names of the files in the folder of a pack.
enum PackNames {
    /// Reports names that are wrong, and warns about those that nobody knows.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - books: The names of the workbooks in it that hold parts of the pack.
    ///   - context: Where problems go.
    static func check(_ folder: PackFolder, books: Set<String>, _ context: ImportContext) {
        let present = Set(folder.names)
        for name in folder.names
        where !books.contains(name) && PackFile(rawValue: name) == nil && !PackFile.isOfObservations(name)
            && !isIgnored(name)
        {
            let lower = name.lowercased()
            let stem = String(lower.prefix { $0 != "." })
            let sameStem = PackFile.names.first { $0.prefix { $0 != "." } == stem }
            if let known = PackFile(rawValue: lower) {
                report(
                    .error, folder, context, name, "The name has capital letters; rename the file \(known.rawValue).")
            } else if folder.isFolder(name) {
                continue
            } else if isWorkbook(lower), present.isSuperset(of: MapFiles.names),
                sameStem == nil || sameStem == PackFile.dashboard.rawValue
            {
                // The dashboard that the map reads.
                continue
            } else if let sameStem, !present.contains(sameStem) {
                report(
                    .error, folder, context, name,
                    "A pack has \(sameStem), not \(Excerpt.short(name)); "
                        + (sameStem.hasSuffix(".csv")
                            ? "save the file as CSV UTF-8 under that name." : "rename the file.")
                        + (sameStem == PackFile.dashboard.rawValue && isWorkbook(lower)
                            ? " If it is a dashboard of your own, read it with the subcommand map." : ""))
            } else if sameStem != nil {
                // The workbook from which the table was saved, or an older copy.
                continue
            } else {
                report(
                    .warning, folder, context, name,
                    "\(Excerpt.named(name)) is not a file of a pack and is ignored."
                        + Suggestion.ending(for: name, among: PackFile.names.filter { !present.contains($0) }))
            }
        }
    }

    private static func isWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xlsm", ".ods"].contains { name.hasSuffix($0) }
    }

    /// What people keep beside a pack: hidden files, lock files of office programs, notes for each other.
    private static func isIgnored(_ name: String) -> Bool {
        let lower = name.lowercased()
        // How somebody's own workbook is read is kept beside the pack, and is not part of it.
        if MapFiles.names.contains(name) { return true }
        return name.hasPrefix(".") || name.hasPrefix("~$") || lower.hasPrefix("readme") || lower == "notes.txt"
            || lower == "notes.md" || lower == "thumbs.db" || lower == "desktop.ini"
    }

    private static func report(
        _ severity: Diagnostic.Severity, _ folder: PackFolder, _ context: ImportContext, _ name: String,
        _ message: String
    ) {
        let problems = context.problems(of: folder.path(of: Excerpt.short(name)))
        switch severity {
        case .error:
            problems.hasLostRecords = true
            problems.error(.file, at: nil, message)
        case .warning: problems.warning(.file, at: nil, message)
        }
    }

    /// Reports why a file cannot be read.
    static func report(_ failure: PackFolder.Failure, limit: Int, to problems: FileProblems) {
        switch failure {
        case .missing: problems.error(.file, at: nil, "The file does not exist.")
        case .wrongKind(let what): problems.error(.file, at: nil, "This is \(what).")
        case .outside:
            problems.error(
                .file, at: nil,
                "The file is a link that leads out of the folder; only what is in the folder is read. Copy the file there."
            )
        case .tooLarge(let size):
            problems.error(
                .limit, at: nil,
                "The file has \(DecimalText.grouped(size)) bytes; at most \(DecimalText.grouped(limit)) are read.")
        case .system(let words): problems.error(.file, at: nil, "The file cannot be read: \(words).")
        }
    }
}
