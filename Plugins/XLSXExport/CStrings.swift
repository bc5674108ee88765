import CXLSXWriter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Texts for C structures, kept until the value goes.
final class CStrings {
    private var pointers: [UnsafeMutablePointer<CChar>] = []

    func make(_ text: String) throws -> UnsafeMutablePointer<CChar> {
        guard let pointer = strdup(text) else { throw Self.outOfMemory() }
        pointers.append(pointer)
        return pointer
    }

    static func outOfMemory() -> XLSXExportError {
        LibraryError.error(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}
