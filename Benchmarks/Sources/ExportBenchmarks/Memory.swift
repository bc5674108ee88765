import Foundation

/// The memory of this process, where Linux tells it; elsewhere 0.
enum Memory {
    /// Forgets the peak so far.
    ///
    /// - Returns: The memory in use, in bytes.
    static func reset() -> Int {
        // “5” asks the kernel to begin the peak anew.
        if let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") {
            try? file.write(contentsOf: Data("5".utf8))
        }
        return value("VmRSS")
    }

    /// The peak since ``reset()``, in bytes.
    static func peak() -> Int { value("VmHWM") }

    private static func value(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
        return 1_024 * (kilobytes ?? 0)
    }
}
