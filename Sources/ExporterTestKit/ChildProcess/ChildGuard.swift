import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps what a child process says at its end, and ends one that does not go on.
enum ChildGuard {
    /// Sends standard error into a file, where the messages of a trap go, and notes the signal that ends the process.
    static func watch(messages: String, signal path: String) {
        if let file = fopen(messages, "w") {
            dup2(fileno(file), STDERR_FILENO)
            fclose(file)
        }
        signalPath = strdup(path)
        // A stack that is full leaves no room for what comes now.
        let size = 1 << 16
        var stack = stack_t(
            ss_sp: UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16), ss_flags: 0, ss_size: size)
        sigaltstack(&stack, nil)
        for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE] { handle(number) }
    }

    private static func handle(_ number: Int32) {
        let handler: @convention(c) (Int32) -> Void = { number in
            // Nothing but system calls may be made here.
            if let path = ChildGuard.signalPath {
                let file = open(path, O_WRONLY | O_CREAT, 0o600)
                var digits = (UInt8(48 + number / 10), UInt8(48 + number % 10))
                write(file, &digits, 2)
            }
            _exit(128 + number)
        }
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = handler
        #elseif canImport(Musl)
            action.__sa_handler.sa_handler = handler
        #else
            action.__sigaction_handler.sa_handler = handler
        #endif
        action.sa_flags = Int32(SA_ONSTACK)
        sigaction(number, &action, nil)
    }

    nonisolated(unsafe) private static var signalPath: UnsafeMutablePointer<CChar>?

    /// Ends the process where nothing happens in it for a while, or where one document takes it very long.
    static func endIfStuck(_ step: Locked<Int>, note path: String) {
        let thread = Thread {
            var (current, began, used, quiet) = (-1, 0.0, 0.0, 0)
            while true {
                usleep(500_000)
                let now = BlockedTime.processSeconds
                let number = step.withLock { $0 }
                if number != current { (current, began, quiet) = (number, now, 0) }
                quiet = now - used < 0.01 && !hasWork ? quiet + 1 : 0
                used = now
                guard quiet >= patience || now - began > 60 else { continue }
                try? Data((quiet >= patience ? "waits" : "endless").utf8).write(to: URL(fileURLWithPath: path))
                _exit(75)
            }
        }
        thread.start()
    }

    /// How many looks, half a second apart, have to find that nothing happens.
    private static var patience: Int {
        #if os(Linux)
            6
        #else
            // Here a process that waits looks like one that others leave no processor.
            60
        #endif
    }

    /// Whether a thread of this process besides this one works, or would if it had a processor or its file.
    private static var hasWork: Bool {
        #if os(Linux)
            let files = FileManager.default
            let own = (try? files.destinationOfSymbolicLink(atPath: "/proc/thread-self")) ?? ""
            for name in (try? files.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
            where !own.hasSuffix("/\(name)") {
                // The state comes after the name of the program, which is in brackets.
                let line = (try? String(contentsOfFile: "/proc/self/task/\(name)/stat", encoding: .utf8)) ?? ""
                let state = line[(line.lastIndex(of: ")") ?? line.startIndex)...].dropFirst(2).first
                if state == "R" || state == "D" { return true }
            }
        #endif
        return false
    }
}

/// Why a child came to an early end.
enum ChildEnd: Sendable, Hashable {
    /// It waited for something that did not come.
    case waits
    /// It worked and came to no end.
    case endless
    /// It trapped, with what the runtime said.
    case trap(signal: Int, message: String)
    /// It ended itself.
    case exit

    /// Reads what the child left.
    init(stuck: String?, signal: String?, messages: String?) {
        switch stuck {
        case "waits": self = .waits
        case .some: self = .endless
        case nil:
            let message = messages?.split(separator: "\n").first {
                $0.contains("Fatal error") || $0.contains("Simultaneous accesses")
                    || $0.contains("fatal access conflict")
                    || $0.contains("Precondition failed") || $0.contains("Assertion failed")
            }
            if let signal = signal.flatMap({ Int($0) }) {
                self = .trap(signal: signal, message: message.map { String($0) } ?? "")
            } else {
                self = .exit
            }
        }
    }

    /// Whether it did not go on, rather than end by itself.
    var isStuck: Bool { self == .waits || self == .endless }

    /// What happened and what would be right, as a sentence after a finding's document.
    var advice: String {
        switch self {
        case .waits:
            "The export waited for something that did not come; it is given a thread to work on, so do all the work on that "
                + "thread, and wait for no task, queue or lock."
        case .endless: "The export had not ended after a minute of work; look for a loop that does not move on."
        case .exit: "The exporter ended the process by leaving it; throw an error instead."
        case .trap(let signal, let message):
            "The exporter ended the process: " + Self.explanation(signal, message)
        }
    }

    private static func explanation(_ signal: Int, _ message: String) -> String {
        let lower = message.lowercased()
        if lower.contains("simultaneous access") || lower.contains("access conflict") {
            return
                "it changed a variable while another access to it was going on (exclusivity: “\(message)”); copy the value "
                + "first, or finish one access before the next."
        }
        if lower.contains("not enough bits") || lower.contains("cannot be converted to int")
            || lower.contains("overflow") || lower.contains("negative value is not representable")
        {
            return
                "a number did not fit into its type (overflow: “\(message)”); use a conversion that can fail, such as "
                + "init(exactly:), or limit the number first."
        }
        if lower.contains("division by zero") {
            return "it divided by zero (“\(message)”); look at the divisor first."
        }
        if !message.isEmpty {
            return "“\(message)”; throw an error that says what the format cannot hold."
        }
        switch Int32(signal) {
        case SIGILL, SIGTRAP:
            return
                "a trap without a message, which in Swift is an overflow in arithmetic (+, -, *, or a shift); use operations "
                + "that report it, such as addingReportingOverflow, or limit the numbers first."
        case SIGSEGV, SIGBUS:
            return
                "it used memory that is not its own, or called itself so often that the stack was full; limit how deep it goes."
        case SIGFPE: return "it divided by zero; look at the divisor first."
        default: return "signal \(signal); throw an error that says what the format cannot hold."
        }
    }
}
