#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What people and programs have noted on a file beyond its permissions: access lists, labels, where it came from.
enum ExtendedAttributes {
    /// Gives a new file those of the file whose place it is to take, as far as the process may.
    static func copy(from path: String, to descriptor: Int32) {
        guard let calls = Calls.known else { return }
        let size = calls.list(path, nil, 0)
        guard size > 0, size <= 65_536 else { return }
        var list = [UInt8](repeating: 0, count: size)
        let listed = list.withUnsafeMutableBytes { calls.list(path, $0.baseAddress, $0.count) }
        guard listed > 0 else { return }
        for name in list.prefix(listed).split(separator: 0) {
            let name = Array(name) + [0]
            name.withUnsafeBufferPointer { name in
                guard let name = name.baseAddress else { return }
                let size = calls.get(path, name, nil, 0)
                guard size >= 0, size <= 1_048_576 else { return }
                var value = [UInt8](repeating: 0, count: size)
                let got = value.withUnsafeMutableBytes { calls.get(path, name, $0.baseAddress, $0.count) }
                guard got >= 0 else { return }
                _ = value.withUnsafeBytes { calls.set(descriptor, name, $0.baseAddress, got) }
            }
        }
    }

    /// The calls, which no header that Swift reads declares on Linux.
    private struct Calls: Sendable {
        let list: @Sendable (String, UnsafeMutableRawPointer?, Int) -> Int
        let get: @Sendable (String, UnsafePointer<UInt8>, UnsafeMutableRawPointer?, Int) -> Int
        let set: @Sendable (Int32, UnsafePointer<UInt8>, UnsafeRawPointer?, Int) -> Int32

        #if canImport(Darwin)
            static let known: Calls? = Calls(
                list: { listxattr($0, $1?.assumingMemoryBound(to: CChar.self), $2, 0) },
                get: { path, name, value, size in
                    name.withMemoryRebound(to: CChar.self, capacity: 1) { getxattr(path, $0, value, size, 0, 0) }
                },
                set: { descriptor, name, value, size in
                    name.withMemoryRebound(to: CChar.self, capacity: 1) {
                        fsetxattr(descriptor, $0, value, size, 0, 0)
                    }
                })
        #elseif canImport(Glibc)
            private typealias List = @convention(c) (UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
            private typealias Get =
                @convention(c) (UnsafePointer<CChar>, UnsafePointer<UInt8>, UnsafeMutableRawPointer?, Int) -> Int
            private typealias Set =
                @convention(c) (Int32, UnsafePointer<UInt8>, UnsafeRawPointer?, Int, Int32) -> Int32

            static let known: Calls? = {
                guard let list = dlsym(nil, "listxattr"), let get = dlsym(nil, "getxattr"),
                    let set = dlsym(nil, "fsetxattr")
                else { return nil }
                let (lists, gets) = (unsafeBitCast(list, to: List.self), unsafeBitCast(get, to: Get.self))
                let sets = unsafeBitCast(set, to: Set.self)
                return Calls(
                    list: { lists($0, $1, $2) }, get: { gets($0, $1, $2, $3) }, set: { sets($0, $1, $2, $3, 0) })
            }()
        #else
            static let known: Calls? = nil
        #endif
    }
}
