import Foundation

/// Values that are made once in a process, each when somebody first asks for it.
package final class Once<Key: Hashable & Sendable, Value: Sendable>: @unchecked Sendable {
    private final class Entry {
        let lock = NSLock()
        var result: Result<Value, any Error>?
    }

    private let lock = NSLock()
    private var entries: [Key: Entry] = [:]
    private let make: (Key) throws -> Value

    package init(_ make: @escaping @Sendable (Key) throws -> Value) {
        self.make = make
    }

    /// The value, which is made now if it was not before; who asks meanwhile waits for it.
    package func callAsFunction(_ key: Key) throws -> Value {
        let entry = lock.withLock { () -> Entry in
            let entry = entries[key] ?? Entry()
            entries[key] = entry
            return entry
        }
        return try entry.lock.withLock { () throws -> Value in
            let result = entry.result ?? Result { try make(key) }
            entry.result = result
            return try result.get()
        }
    }
}
