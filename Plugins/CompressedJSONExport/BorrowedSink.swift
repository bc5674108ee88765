import FamilyServicesKit

/// A sink that belongs to somebody else, who will finish it.
///
/// It must not outlive the call that it was made in.
struct BorrowedSink<Base: ByteSink & ~Copyable>: ByteSink {
    let base: UnsafeMutablePointer<Base>

    mutating func write(_ bytes: RawSpan) throws {
        try base.pointee.write(bytes)
    }

    mutating func finish() throws {}
}
