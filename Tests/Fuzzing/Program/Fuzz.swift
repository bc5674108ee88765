import FuzzTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The target that the environment names in `FUZZ_TARGET`.
private let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("Set FUZZ_TARGET to one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return target
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    do {
        try target(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(error)")
    }
    return 0
}

#if FUZZING
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runFuzzer(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
        _ tryOneInput: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
    ) -> CInt

    /// The package manager links a program so that it begins here, not in the `main` that libFuzzer has.
    @_cdecl("fuzz_main")
    public func fuzz(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
        var (count, arguments) = (count, arguments)
        return runFuzzer(&count, &arguments, tryOneInput)
    }
#else
    @main
    enum Fuzz {
        /// Tries the files that are named.
        static func main() throws {
            for path in CommandLine.arguments.dropFirst() {
                guard let file = fopen(path, "rb") else { fatalError("\(path) cannot be read.") }
                var bytes: [UInt8] = []
                while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
                fclose(file)
                try target(bytes)
                print(path)
            }
        }
    }
#endif
