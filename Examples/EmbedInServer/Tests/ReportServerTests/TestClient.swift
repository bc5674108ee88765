import Foundation

/// A connection of which a test says and sees every byte.
///
/// Unchecked: a test uses a connection from one task at a time.
final class TestClient: @unchecked Sendable {
    struct Answer: Sendable {
        var status = 0
        /// Names in small letters.
        var headers: [String: [String]] = [:]
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }

        subscript(name: String) -> String? { headers[name.lowercased()]?.joined(separator: ", ") }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let socket: Int32
    private var received: [UInt8] = []

    /// - Parameter receiveBuffer: How much the system takes for a client that does not read.
    init(port: Int, receiveBuffer: Int? = nil) throws {
        #if canImport(Darwin)
            let kind = SOCK_STREAM
        #else
            let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        socket = Foundation.socket(AF_INET, kind, 0)
        if var receiveBuffer = receiveBuffer.map(Int32.init) {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(description: "connect: \(errno)") }
    }

    deinit {
        close(socket)
    }

    static func request(_ path: String, method: String = "GET", headers: [String] = []) -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: test\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n"
    }

    /// Sends bytes.
    ///
    /// - Returns: Whether the server took them all.
    @discardableResult
    func send(_ text: String) async throws -> Bool {
        try await Self.onThread { [socket] in
            let bytes = Array(text.utf8)
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    #if canImport(Darwin)
                        Foundation.send(socket, $0.baseAddress, $0.count, 0)
                    #else
                        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                    #endif
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// The next answer; `nil` where the server closed the connection instead.
    func answer(hasBody: Bool = true) async throws -> Answer? {
        try await Self.onThread { try self.readAnswer(hasBody: hasBody) }
    }

    /// Waits until the server closes the connection.
    ///
    /// - Returns: What came before.
    func end() async throws -> String {
        try await Self.onThread {
            while try self.receive() {}
            return String(decoding: self.received, as: UTF8.self)
        }
    }

    /// Leaves at once, as a browser does when its window is closed.
    func leave() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private func readAnswer(hasBody: Bool) throws -> Answer? {
        let gap = Array("\r\n\r\n".utf8)
        var headEnd = received.firstRange(of: gap)
        while headEnd == nil {
            guard try receive() else { return nil }
            headEnd = received.firstRange(of: gap)
        }
        guard let headEnd else { return nil }
        let lines = String(decoding: received[..<headEnd.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var answer = Answer()
        answer.status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            answer.headers[parts[0].lowercased(), default: []].append(parts[1].trimmingCharacters(in: .whitespaces))
        }
        received.removeFirst(headEnd.upperBound)
        guard hasBody, let length = answer["content-length"].flatMap(Int.init) else { return answer }
        while received.count < length {
            guard try receive() else { throw Failure(description: "The answer ends after \(received.count) bytes.") }
        }
        answer.body = Array(received[..<length])
        received.removeFirst(length)
        return answer
    }

    /// - Returns: Whether the connection is still open.
    private func receive() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
        if count < 0, errno == EAGAIN { throw Failure(description: "Nothing came for 20 seconds.") }
        guard count > 0 else { return false }
        received += buffer[..<count]
        return true
    }

    /// Waits on a thread of its own: the server under test needs those that tasks share.
    private static func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try work() }) }.start()
        }
    }
}
