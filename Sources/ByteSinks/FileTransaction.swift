#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Changes several files of a folder together: all or none, whatever happens meanwhile.
///
/// The design is the list of intentions of Lampson and Sturgis (Crash Recovery in a Distributed Data Storage System, 1979), with the
/// rule of SQLite that whoever comes next and finds a journal deals with it (a "hot journal"):
///
/// 1. Each new content is written into the folder under a name of its own, and what is there gets a second name, a hard link.
/// 2. When all of that is on the disk, a journal that names it gets its name. That is the moment at which the change has
///    happened.
/// 3. Each new file is renamed to its place; the journal and the second names go.
///
/// Every step can be repeated. Where step 3 is interrupted, ``recover(_:)`` repeats it; where the disk refuses it, the journal
/// gets the name that says that the change is undone, and the second names become the first again. Neither way writes any
/// content, so that a full disk is in the way of neither. The order in which things reach the disk follows Pillai and others
/// (All File Systems Are Not Created Equal, OSDI 2014): contents before names, names in a directory before what relies on them.
///
/// One lock on the folder keeps two changes apart, and those that read (``FolderLock``) from a change.
package enum FileTransaction {
    /// A file and what it is to hold.
    package struct Change: Sendable {
        /// The file, in the folder or below it.
        let path: String
        /// What it has to hold for the change to be right; `nil` where there must be none.
        let old: Fingerprint?
        let new: [UInt8]

        /// Names a change.
        ///
        /// - Parameters:
        ///   - path: The file, with the folder in front as it is given to ``FileTransaction/replace(_:in:check:)``.
        ///   - old: What it holds now; `nil` where there is none.
        ///   - new: What it is to hold.
        package init(path: String, old: [UInt8]?, new: [UInt8]) {
            self.path = path
            self.old = old.map { Fingerprint(of: $0) }
            self.new = new
        }
    }

    /// Why files could not be changed together.
    package enum Failure: Error, CustomStringConvertible {
        /// Another program changes or reads the folder for too long.
        case busy(String)
        /// A file could not be written. All files are as they were.
        case writing(FileSinkError)
        /// A file could not be put in its place, and those before it not be put back: the next command does it.
        case unfinished(FileSinkError, isUndone: Bool)
        /// A change was interrupted, and since then somebody changed these files.
        case changedSince([String])
        /// A journal that is no longer whole.
        case damagedJournal(String)

        /// A sentence for people, which says what would be right.
        package var description: String {
            switch self {
            case .busy(let folder): "Another program is changing “\(folder)”; try again when it is done."
            case .writing(let error): "\(error)"
            case .unfinished(let error, let isUndone):
                "\(error) Some files hold their new content. The next command on the folder "
                    + (isUndone ? "puts them back as they were." : "finishes the change.")
            case .changedSince(let files):
                "A change of several files was interrupted, and since then \(files.joined(separator: ", ")) "
                    + "\(files.count == 1 ? "was" : "were") changed by another program, so the change can be neither finished nor "
                    + "undone. See that the files fit together, then remove \(journalName) and "
                    + "\(undoName) from the folder."
            case .damagedJournal(let name):
                "\(name) says that a change of several files was interrupted, and cannot be read. See that the files of the "
                    + "folder fit together, then remove it."
            }
        }
    }

    /// What became of a change that was interrupted.
    package enum Recovery: Sendable, Hashable {
        /// There was none.
        case nothing
        /// It is done; the names of the files.
        case finished([String])
        /// It did not happen; the names of the files.
        case undone([String])
    }

    static let journalName = ".fsk-journal"
    static let undoName = ".fsk-journal-undo"

    /// Whether a change in a folder was interrupted or is under way.
    package static func isUnfinished(_ folder: String) -> Bool {
        var status = stat()
        return [journalName, undoName].contains { lstat(slashed(folder) + $0, &status) == 0 }
    }

    // MARK: Changing

    /// Changes files.
    ///
    /// - Parameters:
    ///   - changes: The files, each once.
    ///   - folder: The folder that they are in.
    ///   - check: Called when everything is written and nothing has been put in its place, with the folder locked.
    /// - Throws: ``Failure``, or what the check throws; then nothing has changed.
    package static func replace(
        _ changes: [Change], in folder: String, check: () throws -> Void
    ) throws {
        guard let lock = FolderLock(folder, for: .writing) else { throw Failure.busy(folder) }
        try replace(changes, in: folder, lock, check: check)
    }

    /// Changes files while nobody else does.
    private static func replace(
        _ changes: [Change], in folder: String, _ lock: borrowing FolderLock, check: () throws -> Void
    ) throws {
        _ = try recover(folder, lock)
        var staged: [TemporaryFile] = []
        do throws(FileSinkError) {
            for change in changes {
                let file = try TemporaryFile(
                    for: change.path, changes.count == 1 ? .file : .staged, in: slashed(folder),
                    replacingReadOnly: false)
                staged.append(file)
                try file.write(change.new.span.bytes)
                try file.seal()
            }
        } catch {
            throw Failure.writing(error)
        }
        try check()
        guard let first = staged.first else { return }
        guard staged.count > 1 else {
            // One file is replaced whole or not at all without a journal.
            do throws(FileSinkError) { try first.takePlace() } catch { throw Failure.writing(error) }
            return
        }
        let root = slashed(folder)
        // The journal names files from the folder on.
        if let other = changes.first(where: { !$0.path.hasPrefix(root) }) {
            throw Failure.writing(FileSinkError(.invalidPath, path: other.path))
        }
        var entries: [Entry] = []
        var kept: [TemporaryFile] = []
        do {
            for (change, file) in zip(changes, staged) {
                var name: String?
                if change.old != nil {
                    let (path, copy) = try keep(change.path, root)
                    name = path
                    if let copy { kept.append(copy) }
                }
                entries.append(
                    Entry(
                        target: relative(change.path, root), staged: relative(file.path, root),
                        kept: name.map { relative($0, root) }, old: change.old, new: Fingerprint(of: change.new)))
            }
            let journal = try TemporaryFile(for: root + journalName, .file, replacingReadOnly: true)
            try journal.write(Array(Entry.text(of: entries).utf8).span.bytes)
            try journal.seal()
            for directory in directories(of: entries, root) { TemporaryFile.synchronise(directory: directory) }
            var refusal: FileSinkError?
            var isUndone = false
            // A signal that would stop the program waits until this is done.
            let isPromised = TemporaryFiles.inOneGo(forgetting: entries.flatMap { $0.temporaryPaths(root) }) {
                () -> Bool in
                guard rename(journal.path, root + journalName) == 0 else {
                    refusal = FileSinkError(root + journalName, errno)
                    return false
                }
                TemporaryFile.synchronise(directory: root)
                refusal = finish(entries, root)
                if refusal != nil { isUndone = giveUp(entries, root) }
                return true
            }
            if isPromised { for file in staged + kept + [journal] { file.handOver() } }
            if let refusal {
                guard isPromised, !isUndone else { throw refusal }
                throw Failure.unfinished(refusal, isUndone: isThere(root + undoName))
            }
        } catch let error as FileSinkError {
            for entry in entries where !isUnfinished(folder) { entry.kept.map { removeKept(root + $0) } }
            throw Failure.writing(error)
        }
    }

    /// Gives a file a second name, or a copy where the file system has no second names.
    private static func keep(_ path: String, _ root: String) throws(FileSinkError) -> (String, TemporaryFile?) {
        let name = root + TemporaryName.make(.kept)
        if TemporaryFiles.making(name, { link(path, name) == 0 ? true : nil }) != nil { return (name, nil) }
        guard let bytes = contents(of: path) else { throw FileSinkError(path, errno) }
        let copy = try TemporaryFile(for: path, .kept, in: root, replacingReadOnly: true)
        try copy.write(bytes.span.bytes)
        try copy.seal()
        return (copy.path, copy)
    }

    private static func removeKept(_ path: String) {
        _ = unlink(path)
        TemporaryFiles.forget(path)
    }

    /// Puts new files in their places, and removes the journal.
    ///
    /// - Returns: The first refusal.
    private static func finish(_ entries: [Entry], _ root: String) -> FileSinkError? {
        for entry in entries where Fingerprint.ofFile(at: root + entry.target) != entry.new {
            guard rename(root + entry.staged, root + entry.target) == 0 else {
                return FileSinkError(root + entry.target, errno)
            }
        }
        return settle(entries, root, journalName)
    }

    /// Puts the files back as they were.
    ///
    /// - Returns: The first refusal.
    private static func undo(_ entries: [Entry], _ root: String) -> FileSinkError? {
        for entry in entries {
            let found = Fingerprint.ofFile(at: root + entry.target)
            guard found != entry.old else { continue }
            let isDone = entry.kept.map { rename(root + $0, root + entry.target) == 0 }
            guard isDone ?? (unlink(root + entry.target) == 0) else {
                return FileSinkError(root + entry.target, errno)
            }
        }
        return settle(entries, root, undoName)
    }

    /// Removes the journal when everything is in its place, and then what nobody needs any more.
    private static func settle(_ entries: [Entry], _ root: String, _ journal: String) -> FileSinkError? {
        for directory in directories(of: entries, root) { TemporaryFile.synchronise(directory: directory) }
        guard unlink(root + journal) == 0 || errno == ENOENT else { return FileSinkError(root + journal, errno) }
        TemporaryFile.synchronise(directory: root)
        for entry in entries {
            _ = unlink(root + entry.staged)
            if let kept = entry.kept { _ = unlink(root + kept) }
        }
        return nil
    }

    /// Undoes a change that the disk refuses to finish.
    ///
    /// - Returns: Whether all files are as they were.
    private static func giveUp(_ entries: [Entry], _ root: String) -> Bool {
        guard rename(root + journalName, root + undoName) == 0 else { return false }
        TemporaryFile.synchronise(directory: root)
        return undo(entries, root) == nil
    }

    // MARK: Recovering

    /// Finishes or undoes a change that was interrupted, and removes what it left.
    ///
    /// - Parameter folder: The folder.
    /// - Throws: ``Failure`` where neither is possible.
    package static func recover(_ folder: String) throws -> Recovery {
        AbandonedFiles.remove(in: slashed(folder))
        let isTouched = AbandonedFiles.names(in: slashed(folder)).contains { name in
            let kind = TemporaryName.kind(of: name)
            return name == journalName || name == undoName || kind == .staged || kind == .kept
        }
        guard isTouched else { return .nothing }
        guard let lock = FolderLock(folder, for: .writing) else { throw Failure.busy(folder) }
        return try recover(folder, lock)
    }

    private static func recover(_ folder: String, _ lock: borrowing FolderLock) throws(Failure) -> Recovery {
        let root = slashed(folder)
        var result = Recovery.nothing
        if let journal = contents(of: root + undoName) {
            result = try recover(journal, undoName, root)
        } else if let journal = contents(of: root + journalName) {
            result = try recover(journal, journalName, root)
        } else if isUnfinished(folder) {
            throw .damagedJournal(isThere(root + undoName) ? undoName : journalName)
        }
        // Without a journal nobody wants these: who writes one has the lock.
        if lock.isHeld {
            for name in AbandonedFiles.names(in: root) {
                if let kind = TemporaryName.kind(of: name), kind == .staged || kind == .kept {
                    _ = unlink(root + name)
                }
            }
        }
        return result
    }

    private static func recover(_ journal: [UInt8], _ name: String, _ root: String) throws(Failure) -> Recovery {
        guard let entries = Entry.entries(in: journal), entries.allSatisfy({ $0.isInside(root) }) else {
            throw .damagedJournal(name)
        }
        let files = entries.map(\.target)
        let found = entries.map { Fingerprint.ofFile(at: root + $0.target) }
        let foreign = zip(entries, found).filter { entry, found in
            found != entry.new && found != entry.old && !(found == nil && !isThere(root + entry.target))
        }
        guard foreign.isEmpty else { throw .changedSince(foreign.map(\.0.target)) }
        let canFinish = zip(entries, found).allSatisfy { entry, found in
            found == entry.new || Fingerprint.ofFile(at: root + entry.staged) == entry.new
        }
        let canUndo = zip(entries, found).allSatisfy { entry, found in
            found == entry.old
                || entry.kept.map { Fingerprint.ofFile(at: root + $0) == entry.old } ?? (entry.old == nil)
        }
        if name == journalName, canFinish {
            if let error = finish(entries, root) { throw .unfinished(error, isUndone: false) }
            return .finished(files)
        }
        guard canUndo else { throw .changedSince(files) }
        if name == journalName {
            guard rename(root + journalName, root + undoName) == 0 else {
                throw .unfinished(FileSinkError(root + journalName, errno), isUndone: false)
            }
            TemporaryFile.synchronise(directory: root)
        }
        if let error = undo(entries, root) { throw .unfinished(error, isUndone: true) }
        return .undone(files)
    }

    // MARK: The journal

    /// What the journal says of one file.
    ///
    /// Paths are those from the folder on.
    private struct Entry {
        let target: String
        let staged: String
        let kept: String?
        let old: Fingerprint?
        let new: Fingerprint

        /// The files that are there for the change alone.
        func temporaryPaths(_ root: String) -> [String] { [root + staged] + (kept.map { [root + $0] } ?? []) }

        /// Whether its files are in the folder, and not behind a link that leads out of it: a folder may come from anybody.
        func isInside(_ root: String) -> Bool {
            guard let base = Self.realPath(root) else { return false }
            return [target, staged, kept ?? target].allSatisfy { path in
                guard let folder = Self.realPath(TemporaryFile.directory(of: root + path)) else { return false }
                return folder == base || folder.hasPrefix(base == "/" ? base : base + "/")
            }
        }

        private static func realPath(_ path: String) -> String? {
            guard let found = realpath(path, nil) else { return nil }
            defer { free(found) }
            return String(cString: found)
        }

        private static let title = "files that change together, 1"

        /// The journal of a change: a line for each file, and a checksum.
        static func text(of entries: [Entry]) -> String {
            let lines = entries.map { entry in
                [
                    escaped(entry.target), escaped(entry.staged), entry.kept.map(escaped) ?? "-",
                    entry.old.map(words) ?? "-", words(entry.new),
                ].joined(separator: " ")
            }
            let body = ([title] + lines).joined(separator: "\n") + "\n"
            return body + "end \(words(Fingerprint(of: Array(body.utf8))))\n"
        }

        /// The files that a journal names; `nil` where it is not whole, or names what is not in the folder.
        static func entries(in bytes: [UInt8]) -> [Entry]? {
            var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            guard lines.first == title, let end = lines.popLast() else { return nil }
            let body = lines.joined(separator: "\n") + "\n"
            guard end == "end \(words(Fingerprint(of: Array(body.utf8))))" else { return nil }
            var entries: [Entry] = []
            for line in lines.dropFirst() {
                let parts = line.split(separator: " ").map(String.init)
                guard parts.count == 5, let target = path(parts[0]), let staged = path(parts[1]),
                    let new = fingerprint(parts[4]), kind(of: staged) == .staged, kind(of: target) == nil
                else { return nil }
                let kept = parts[2] == "-" ? nil : path(parts[2])
                let old = parts[3] == "-" ? nil : fingerprint(parts[3])
                guard (parts[2] == "-") == (kept == nil), (parts[3] == "-") == (old == nil),
                    kept.map({ kind(of: $0) == .kept }) ?? true
                else { return nil }
                entries.append(Entry(target: target, staged: staged, kept: kept, old: old, new: new))
            }
            return entries.isEmpty ? nil : entries
        }

        private static func kind(of path: String) -> TemporaryName.Kind? {
            path.split(separator: "/").last.flatMap { TemporaryName.kind(of: String($0)) }
        }

        private static func words(_ fingerprint: Fingerprint) -> String {
            "\(fingerprint.count)/\(String(fingerprint.hash, radix: 16))"
        }

        private static func fingerprint(_ text: String) -> Fingerprint? {
            let parts = text.split(separator: "/")
            guard parts.count == 2, let count = Int(parts[0]), let hash = UInt64(parts[1], radix: 16) else {
                return nil
            }
            return Fingerprint(count: count, hash: hash)
        }

        /// A path without blanks and line ends.
        private static func escaped(_ path: String) -> String {
            var bytes: [UInt8] = []
            for byte in path.utf8 {
                if byte > 0x20, byte != UInt8(ascii: "%") {
                    bytes.append(byte)
                } else {
                    bytes += Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// A path that stays in the folder.
        private static func path(_ text: String) -> String? {
            var bytes: [UInt8] = []
            var rest = Array(text.utf8)[...]
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "%") else {
                    bytes.append(byte)
                    continue
                }
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard let byte = UInt8(digits, radix: 16) else { return nil }
                bytes.append(byte)
                rest = rest.dropFirst(2)
            }
            let path = String(decoding: bytes, as: UTF8.self)
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.contains { $0 == ".." || $0 == "." || $0.isEmpty } || bytes.contains(0) ? nil : path
        }
    }

    // MARK: Paths

    private static func slashed(_ folder: String) -> String {
        folder.isEmpty ? "./" : folder.hasSuffix("/") ? folder : folder + "/"
    }

    private static func relative(_ path: String, _ root: String) -> String {
        path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    }

    private static func directories(of entries: [Entry], _ root: String) -> Set<String> {
        Set([root] + entries.map { TemporaryFile.directory(of: root + $0.target) })
    }

    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Reads a file whole; `nil` where that is not possible.
    private static func contents(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if got > 0 {
                bytes += buffer[..<got]
            } else if got == 0 || errno != EINTR {
                return got == 0 ? bytes : nil
            }
        }
    }
}
