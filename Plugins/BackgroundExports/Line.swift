import Dispatch
import FamilyServicesKit

/// The jobs that wait, and the threads that do them.
final class Line: @unchecked Sendable {
    private struct Job {
        let number: Int
        let run: (@escaping @Sendable () -> Bool) -> Void
        let refuse: (any Error) -> Void
    }

    /// Everything below is used on this queue alone, and never for long.
    private let state = DispatchQueue(label: "FamilyServicesKit.Exports")
    private let waitingLimit: Int
    /// Threads of their own, which do not come out of those that tasks have.
    private var idle: [DispatchQueue]
    private var waiting: [Job] = []
    /// Jobs that have begun, and those among them that are to stop.
    private var running: Set<Int> = []
    private var stopped: Set<Int> = []
    /// Jobs whose task was cancelled when they were not in the line: before they came, or as they ended.
    private var cancelledEarly: Set<Int> = []
    private var last = 0

    init(limit: Int, waiting: Int) {
        waitingLimit = waiting
        // Queues that do one thing after another get a thread each, whatever others are doing.
        idle = (1...limit).map { DispatchQueue(label: "FamilyServicesKit.Exports.\($0)") }
    }

    /// A number for a job.
    func number() -> Int {
        state.sync {
            last += 1
            return last
        }
    }

    /// Does a job, now or when it is its turn.
    ///
    /// - Parameters:
    ///   - number: The number of the job.
    ///   - run: Does the job. It is given what says whether to stop.
    ///   - refuse: Called instead where it is not done.
    func add(
        _ number: Int, run: @escaping (@escaping @Sendable () -> Bool) -> Void, refuse: @escaping (any Error) -> Void
    ) {
        let refusal: (any Error)? = state.sync {
            if cancelledEarly.remove(number) != nil { return ExportCancelled() }
            let job = Job(number: number, run: run, refuse: refuse)
            if let thread = idle.popLast() {
                start(job, on: thread)
            } else if waiting.count < waitingLimit {
                waiting.append(job)
            } else {
                return ExportsBusy(waiting: waiting.count)
            }
            return nil
        }
        if let refusal { refuse(refusal) }
    }

    /// Takes a job out of the line, or tells it to stop.
    func cancel(_ number: Int) {
        let job: Job? = state.sync {
            if running.contains(number) {
                stopped.insert(number)
            } else if let index = waiting.firstIndex(where: { $0.number == number }) {
                return waiting.remove(at: index)
            } else {
                cancelledEarly.insert(number)
            }
            return nil
        }
        job?.refuse(ExportCancelled())
    }

    /// Forgets a job that has come to its end, and whose task may have been cancelled just after.
    func forget(_ number: Int) {
        state.sync { _ = cancelledEarly.remove(number) }
    }

    private func start(_ job: Job, on thread: DispatchQueue) {
        running.insert(job.number)
        let number = job.number
        let work = DispatchWorkItem { [self] in
            job.run { self.state.sync { self.stopped.contains(number) } }
            state.sync {
                running.remove(number)
                stopped.remove(number)
                if waiting.isEmpty { idle.append(thread) } else { start(waiting.removeFirst(), on: thread) }
            }
        }
        thread.async(execute: work)
    }
}
