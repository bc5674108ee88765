#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The folder of a pack: what is in it, and the bytes of its files, never more than asked for.
///
/// Straight on the system's calls, because they say the size of a file before it is read and stop reading where told.
struct PackFolder {
    /// The folder as the user named it.
    let path: String
    /// The names of everything in it, in order.
    private(set) var names: [String]
    private let realPath: String
    /// Whether everything is in memory, and nothing is looked for on disk.
    private let isInMemory: Bool
    /// What files would hold if they were written anew, by their names.
    private var replacements: [String: [UInt8]] = [:]

    /// Why a folder or file could not be read.
    enum Failure: Error {
        /// There is nothing of that name.
        case missing
        /// There is something else of that name, such as a folder in place of a file.
        case wrongKind(String)
        /// A link that leads out of the folder.
        case outside
        /// The file is larger than allowed.
        case tooLarge(Int)
        /// The system's own words.
        case system(String)
    }

    /// Looks into a folder.
    init(path: String) throws(Failure) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
        guard let realPath = Self.resolved(path) else { throw Self.failure(errno) }
        guard let directory = opendir(path) else {
            throw errno == ENOTDIR ? .wrongKind("a file, not a folder") : Self.failure(errno)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        self.path = path
        self.names = names.sorted()
        self.realPath = realPath
        isInMemory = false
    }

    /// A folder that is in memory.
    ///
    /// - Parameters:
    ///   - files: What each file holds, by its name.
    ///   - path: What messages call the folder.
    init(files: [String: [UInt8]], named path: String) {
        self.path = path
        names = files.keys.sorted()
        realPath = path
        isInMemory = true
        replacements = files
    }

    /// The folder as it would be if some files held other bytes.
    func replacing(_ contents: [String: [UInt8]]) -> PackFolder {
        var folder = self
        folder.replacements.merge(contents) { $1 }
        folder.names = Set(names).union(contents.keys).sorted()
        return folder
    }

    /// The folder without a file, where that is in it.
    func without(fileAt path: String) -> PackFolder {
        guard !isInMemory, let real = Self.resolved(path) else { return self }
        var folder = self
        folder.names.removeAll { Self.resolved(self.path(of: $0)) == real }
        return folder
    }

    /// The path of the file that a name leads to: that of the target where it is a link; `nil` where there is none.
    func realPath(of name: String) -> String? { isInMemory ? path(of: name) : Self.resolved(path(of: name)) }

    /// The path of a file in the folder, as messages show it.
    func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// Whether a name is that of a folder.
    func isFolder(_ name: String) -> Bool {
        if replacements[name] != nil || isInMemory { return false }
        var status = stat()
        return stat(path(of: name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Reads a file, unless it is larger than a limit.
    ///
    /// A link is followed as long as it stays in the folder.
    func read(_ name: String, atMost limit: Int) throws(Failure) -> [UInt8] {
        if let bytes = replacements[name] {
            guard bytes.count <= limit else { throw .tooLarge(bytes.count) }
            return bytes
        }
        if isInMemory { throw .missing }
        let path = path(of: name)
        guard let real = Self.resolved(path) else { throw Self.failure(errno) }
        guard real.hasPrefix(realPath == "/" ? "/" : realPath + "/") else { throw .outside }
        return try Self.readFile(real, atMost: limit)
    }

    /// Reads a file, unless it is larger than a limit.
    static func readFile(_ real: String, atMost limit: Int) throws(Failure) -> [UInt8] {
        // Without O_NONBLOCK a named pipe would be waited for.
        let descriptor = open(real, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .wrongKind("a folder, not a file")
        default: throw .wrongKind("a device or pipe, not a file")
        }
        guard status.st_size <= limit else { throw .tooLarge(Int(status.st_size)) }
        return try bytes(of: descriptor, expecting: Int(status.st_size), atMost: limit)
    }

    /// Reads to the end.
    ///
    /// A file that grows meanwhile is read no further than the limit.
    private static func bytes(
        of descriptor: Int32, expecting size: Int, atMost limit: Int
    ) throws(Failure) -> [UInt8] {
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: min(size, limit) + 1) { buffer, count in
            while count < buffer.count, let base = buffer.baseAddress {
                #if canImport(Darwin)
                    let got = Darwin.read(descriptor, base + count, buffer.count - count)
                #elseif canImport(Glibc)
                    let got = Glibc.read(descriptor, base + count, buffer.count - count)
                #elseif canImport(Musl)
                    let got = Musl.read(descriptor, base + count, buffer.count - count)
                #endif
                if got == 0 { return }
                if got > 0 {
                    count += got
                } else if errno != EINTR {
                    number = errno
                    return
                }
            }
        }
        guard number == 0 else { throw failure(number) }
        guard bytes.count <= size else {
            throw bytes.count > limit ? .tooLarge(bytes.count) : .system("the file changes while it is read")
        }
        return bytes
    }

    /// The path of a folder without links; `nil` where there is none.
    static func realPath(ofFolder path: String) -> String? { resolved(path) }

    /// What tells whether a folder, or a workbook, has changed: the files in it with their sizes and times.
    static func stamp(of path: String) -> [String: [Int]] {
        var stamps: [String: [Int]] = [:]
        func add(_ name: String, _ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return }
            #if canImport(Darwin)
                let time = status.st_mtimespec
            #else
                let time = status.st_mtim
            #endif
            stamps[name] = [Int(status.st_ino), Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec)]
        }
        guard let names = (try? PackFolder(path: path))?.names else {
            add("", path)
            return stamps
        }
        // What somebody's office program keeps beside a table is not part of the pack.
        for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
            add(name, path.hasSuffix("/") ? path + name : path + "/" + name)
        }
        return stamps
    }

    private static func resolved(_ path: String) -> String? {
        guard let buffer = realpath(path, nil) else { return nil }
        defer { free(buffer) }
        return String(cString: buffer)
    }

    private static func failure(_ number: Int32) -> Failure {
        number == ENOENT ? .missing : .system(String(cString: strerror(number)))
    }
}
