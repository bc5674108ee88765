import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The memory that this process has in use.
enum ResidentMemory {
    /// The bytes in use now, or `nil` where the system does not tell them in a file.
    static var now: Int? {
        // The pages of the program, then those that are in memory.
        guard let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        return pages.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * sysconf(pageSize) }
    }

    /// Gives what has been freed back to the system, so that using it again counts as growth.
    static func returnFreed() {
        #if canImport(Glibc)
            typealias Trim = @convention(c) (Int) -> Int32
            // The header that declares it is not part of the module.
            guard let symbol = dlsym(nil, "malloc_trim") else { return }
            _ = unsafeBitCast(symbol, to: Trim.self)(0)
        #endif
    }

    private static var pageSize: Int32 { Int32(_SC_PAGESIZE) }
}
