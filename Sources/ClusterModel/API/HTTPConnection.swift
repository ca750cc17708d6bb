import Glibc
import Words

/// One request and its answer over a Unix socket. Cancelling the task ends a wait at once; who drops it closes it.
struct HTTPConnection: Sendable {
    private let socket: Descriptor
    /// Of the server at the other end.
    private let prefix: String
    private var reader = HTTPReader()

    /// - Parameter prefix: what stands before the path of every request; may be empty.
    init(_ socket: Descriptor, prefix: String) {
        self.socket = socket
        self.prefix = prefix
    }

    /// - Throws: `unreachable`, `timedOut`.
    func send(_ request: HTTPRequest, timeout: Double) async throws(APIError) {
        try await send(request.bytes(below: prefix), timeout: timeout)
    }

    /// Bytes as they are: nothing is put before a path in them.
    func send(_ bytes: [UInt8], timeout: Double) async throws(APIError) {
        var sent = 0
        while sent < bytes.count {
            switch socket.send(bytes[sent...]) {
            case .wrote(let count): sent += count
            case .nothingYet: try await socket.wait(for: .writing, timeout: timeout)
            case .failed(let number): throw .unreachable(Phrase("cannot send to kubectl proxy: \(systemWords(number))"))
            }
        }
    }

    /// The next part of the answer; after `end` there is none. `timeout`: seconds without a byte; nil waits forever.
    /// - Throws: `unreachable`, `timedOut`, `malformed`.
    mutating func next(timeout: Double?) async throws(APIError) -> HTTPReader.Part {
        while true {
            if let part = try reader.next() { return part }
            switch socket.read() {
            case .bytes(let bytes): reader.append(bytes)
            case .nothingYet: try await socket.wait(for: .reading, timeout: timeout)
            case .end: return try reader.close()
            case .failed(let number):
                throw .unreachable(Phrase("cannot read from kubectl proxy: \(systemWords(number))"))
            }
        }
    }
}

extension Descriptor {
    /// - Throws: `timedOut`; `unreachable` when the task is cancelled, which nobody will read.
    func wait(for direction: Readiness.Direction, timeout: Double?) async throws(APIError) {
        let deadline = timeout.map { ContinuousClock.now + .seconds($0) }
        switch await Readiness.shared.wait(for: direction, on: self, until: deadline) {
        case .ready: return
        case .timedOut: throw .timedOut(seconds: timeout ?? 0)
        case .cancelled: throw .unreachable(Phrase("cancelled"))
        }
    }

    /// Connects to the Unix socket at a path, which is at most 107 bytes long.
    /// - Throws: `unreachable`.
    static func connected(to path: String) async throws(APIError) -> Descriptor {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let number = socket(AF_UNIX, type, 0)
        guard number >= 0 else { throw .unreachable(Phrase("cannot make a socket: \(systemWords(errno))")) }
        let descriptor = Descriptor(number)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw .unreachable(Phrase("the socket's path is too long: \(path)"))
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        func connectNow() -> Bool {
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(number, $0, size) } == 0
            }
        }
        var (isConnected, tries) = (connectNow(), 1)
        // Too many wait to be accepted (unix(7)); poll cannot wait for that.
        while !isConnected, errno == EAGAIN, tries < 100, (try? await Task.sleep(for: .milliseconds(20))) != nil {
            (isConnected, tries) = (connectNow(), tries + 1)
        }
        guard isConnected else { throw .unreachable(Phrase("cannot connect to kubectl proxy: \(systemWords(errno))")) }
        return descriptor
    }
}
