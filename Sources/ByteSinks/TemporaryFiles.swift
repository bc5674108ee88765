#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The temporary files and directories of this process, which go with it.
///
/// A program that wants them to go too when it is stopped by a signal calls ``removeWhenStopped(_:)`` once. A host that has its
/// own ways with signals does not; what stays then, the next sink for a file in the same directory removes.
public enum TemporaryFiles {
    /// Removes the temporary files of this process when a signal stops it, from now on.
    ///
    /// Call it at the beginning of a program, before there are other threads: the signals that stop a program (`SIGTERM`,
    /// `SIGINT`, `SIGHUP`, `SIGQUIT`, `SIGXCPU`) are blocked in all threads that come after, and one thread waits for them. There it
    /// is no signal handler that removes the files, so that nothing is forbidden to it; then the signal takes its ordinary
    /// course. A signal that was ignored before stays ignored. `SIGPIPE` and `SIGXFSZ`, which come when a pipe has no reader
    /// and when a file grows above its limit, become the errors of the call that caused them.
    ///
    /// - Parameter farewell: What else is to be done before the program ends, such as clearing a line of progress.
    public static func removeWhenStopped(_ farewell: @escaping @Sendable () -> Void = {}) {
        for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
        var signals = sigset_t()
        _ = sigemptyset(&signals)
        for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU] where !isIgnored(number) {
            _ = sigaddset(&signals, number)
        }
        guard pthread_sigmask(SIG_BLOCK, &signals, nil) == 0 else { return }
        let waiting = Waiting(signals: signals, farewell: farewell)
        #if canImport(Darwin)
            var thread: pthread_t?
            let failure = pthread_create(
                &thread, nil,
                { pointer in
                    Unmanaged<Waiting>.fromOpaque(pointer).takeRetainedValue().wait()
                    return nil
                }, Unmanaged.passRetained(waiting).toOpaque())
        #else
            var thread = pthread_t()
            let failure = pthread_create(
                &thread, nil,
                { pointer in
                    if let pointer { Unmanaged<Waiting>.fromOpaque(pointer).takeRetainedValue().wait() }
                    return nil
                }, Unmanaged.passRetained(waiting).toOpaque())
        #endif
        // Without the thread nobody would hear the signals.
        if failure != 0 { _ = pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        #if canImport(Glibc)
            let handler = action.__sigaction_handler.sa_handler
        #elseif canImport(Musl)
            let handler = action.__sa_handler.sa_handler
        #else
            let handler = action.__sigaction_u.__sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// What the thread does that waits for signals.
    private final class Waiting: Sendable {
        private let signals: sigset_t
        private let farewell: @Sendable () -> Void

        init(signals: sigset_t, farewell: @escaping @Sendable () -> Void) {
            (self.signals, self.farewell) = (signals, farewell)
        }

        func wait() {
            var number: Int32 = 0
            var signals = signals
            repeat {} while sigwait(&signals, &number) != 0
            // The lock is kept: nothing is made any more.
            Registry.shared.lock()
            Registry.shared.removeAll()
            farewell()
            _ = signal(number, SIG_DFL)
            _ = pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            _ = kill(getpid(), number)
            // The signal ends the process; should it not, an exit does.
            _ = sleep(1)
            _exit(128 + number)
        }
    }

    /// Makes a file or directory and keeps it in mind.
    ///
    /// - Parameters:
    ///   - path: Its path.
    ///   - make: Makes it, and says whether it did.
    package static func making<Made>(_ path: String, _ make: () -> Made?) -> Made? {
        Registry.shared.lock()
        defer { Registry.shared.unlock() }
        let made = make()
        if made != nil { Registry.shared.paths.insert(path) }
        return made
    }

    /// Forgets what has been removed or has got its name.
    package static func forget(_ path: String) {
        Registry.shared.lock()
        defer { Registry.shared.unlock() }
        Registry.shared.paths.remove(path)
    }

    /// Does something in one go: a signal that would stop the program has to wait for it.
    ///
    /// Nothing temporary can be made meanwhile.
    ///
    /// - Parameters:
    ///   - paths: Files that are not temporary any more when it is done.
    ///   - body: What to do; it says whether it is done.
    static func inOneGo(forgetting paths: [String], _ body: () -> Bool) -> Bool {
        Registry.shared.lock()
        defer { Registry.shared.unlock() }
        let isDone = body()
        if isDone { Registry.shared.paths.subtract(paths) }
        return isDone
    }

    /// The paths.
    ///
    /// All of it is used under its lock alone.
    private final class Registry: @unchecked Sendable {
        static let shared = Registry()
        var paths: Set<String> = []
        private let mutex: UnsafeMutablePointer<pthread_mutex_t>

        private init() {
            mutex = .allocate(capacity: 1)
            mutex.initialize(to: pthread_mutex_t())
            _ = pthread_mutex_init(mutex, nil)
        }

        func lock() { _ = pthread_mutex_lock(mutex) }
        func unlock() { _ = pthread_mutex_unlock(mutex) }

        func removeAll() {
            for path in paths where unlink(path) != 0 && errno != ENOENT {
                // A directory of ours holds files alone.
                for name in AbandonedFiles.names(in: path) { _ = unlink(path + "/" + name) }
                _ = rmdir(path)
            }
        }
    }
}
