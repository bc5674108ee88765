import ArgumentParser
import FamilyServicesKit

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the program says to people: results on standard output, everything else on standard error.
enum Console {
    /// Whether somebody watches standard error on a terminal that can take a line back.
    static let isWatched: Bool = {
        guard isatty(STDERR_FILENO) == 1, let terminal = getenv("TERM") else { return false }
        let name = String(cString: terminal)
        return !name.isEmpty && name != "dumb" && name != "unknown"
    }()

    /// Writes a result.
    ///
    /// - Throws: `ExitCode.ioError` where standard output cannot be written, after saying so: a result that nobody got is not
    ///   a success.
    static func result(_ text: String) throws {
        guard let failure = write(text + "\n", to: STDOUT_FILENO) else { return }
        say("standard output: error: It cannot be written to: \(String(cString: strerror(failure))).")
        throw ExitCode.ioError
    }

    // There is nowhere else to say that standard error cannot be written.
    static func say(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

    // MARK: Problems

    /// Whether messages quote the cells that they are about: on a terminal, or where somebody asked for it.
    ///
    /// What goes anywhere else is kept by somebody, and a cell may hold a name or a number that no log may keep.
    static var showsValues: Bool { isatty(STDERR_FILENO) == 1 || ValueOptions.areShown }

    /// Says what is wrong with a pack, each with its place; the first of very many.
    static func report(_ diagnostics: some Sequence<Diagnostic>) {
        report(diagnostics.map { ($0.description, $0.quotesValues ? $0.descriptionWithoutValues : nil) })
    }

    /// Says what is wrong with a working copy.
    static func report(_ problems: [WorkingCopyProblem], in workbook: String) {
        report(
            problems.map { problem in
                let line = "\(workbook): warning: "
                return (
                    line + problem.description, problem.quotesValues ? line + problem.descriptionWithoutValues : nil
                )
            })
    }

    private static let mostProblems = 2_000

    private static func report(_ lines: [(shown: String, hidden: String?)]) {
        var hasHidden = false
        for line in lines.prefix(mostProblems) {
            if let hidden = line.hidden, !showsValues {
                hasHidden = true
                say(hidden)
            } else {
                say(line.shown)
            }
        }
        if lines.count > mostProblems { say("There are \(DecimalText.grouped(lines.count - mostProblems)) more.") }
        if hasHidden {
            say("Cell values are hidden because the output is not a terminal. Use --show-values to show them.")
        }
    }

    // MARK: Progress

    /// A line that the next one replaces; nothing in a pipe.
    static func progress(_ text: String) {
        guard isWatched else { return }
        _ = write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    /// How far something is, and how long the rest will take where that is long.
    ///
    /// - Returns: What to call with the share that is done.
    static func progress(of what: String) -> @Sendable (Double) -> Void {
        let began = ContinuousClock.now
        return { share in
            let seconds = Double((ContinuousClock.now - began).components.seconds)
            let rest = share > 0.05 ? seconds / share * (1 - share) : 0
            progress("\(what)… \(Int(share * 100))%" + (rest >= 5 ? ", about \(Int(rest)) s left" : ""))
        }
    }

    static func endProgress() {
        guard isWatched else { return }
        _ = write("\r\u{1B}[K", to: STDERR_FILENO)
    }

    /// - Returns: The number of the system's error; `nil` where everything was written.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { sys_write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}

func sys_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// Whether messages show what is in cells.
struct ValueOptions: ParsableArguments {
    @Flag(
        help: "Show cell values in messages even if the messages do not go to a terminal, such as into a log."
    )
    var showValues = false

    /// Whether somebody asked for it.
    ///
    /// It is set while arguments are read, before there is any message.
    nonisolated(unsafe) private(set) static var areShown = false

    func validate() { if showValues { Self.areShown = true } }
}
