import Dispatch
import Glibc
import Synchronization

/// An API server in the test process: each connection gets the next answer of its script, or what is said to its request.
package final class FakeServer: Sendable {
    package struct Answer: Sendable {
        package var pieces: [[UInt8]]
        /// Whether the connection stays open when all has been sent.
        package var isHeld = false
        /// Goes on after the pieces: gets a way to send more, which says no when nobody listens any more.
        package var goesOn: (@Sendable (_ send: ([UInt8]) -> Bool) -> Void)?

        package init(pieces: [[UInt8]]) {
            self.pieces = pieces
        }
    }

    /// Of the socket; empty for one that listens on a port.
    package let path: String
    private let listener: Int32
    private let received = Mutex<[String]>([])
    private let held = Mutex<[Int32]>([])
    private let sent = Mutex(0)

    /// A thread of its own: it waits in accept, and answers one connection after the other.
    package convenience init(_ answers: [Answer]) {
        let path = Self.freePath
        self.init(path, Self.listener(at: path, 16)) { server, listener in
            for answer in answers {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let server = server() else { return }
                server.serve(connection) { _ in answer }
            }
        }
    }

    /// Answers each request, named by its first line, at once, whatever the others do.
    /// - Parameter path: of the socket, which stays as long as somebody is being answered; nil: one in /tmp.
    /// - Parameter backlog: connections that may wait to be accepted.
    package convenience init(
        at path: String? = nil, backlog: Int = 128, answering answer: @escaping @Sendable (String) -> Answer
    ) {
        let path = path ?? Self.freePath
        self.init(path, Self.listener(at: path, backlog), Self.service(answer))
    }

    /// The same on a port of 127.0.0.1, for programs that know no other sockets.
    package static func onPort(answering answer: @escaping @Sendable (String) -> Answer) -> FakeServer {
        FakeServer("", listenerOnPort(), service(answer))
    }

    private typealias Work = @Sendable (_ server: @escaping @Sendable () -> FakeServer?, _ listener: Int32) -> Void

    private static func service(_ answer: @escaping @Sendable (String) -> Answer) -> Work {
        { server, listener in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                DispatchQueue(label: "FakeServer.connection").async {
                    guard let server = server() else { return _ = close(connection) }
                    server.serve(connection) { line in
                        var answer = answer(line)
                        // Held by this thread, until the other side is gone.
                        if answer.isHeld { answer.goesOn = { _ in Self.waitForEnd(of: connection) } }
                        answer.isHeld = false
                        return answer
                    }
                }
            }
        }
    }

    private static var freePath: String { "/tmp/kstop-test.\(UInt64.random(in: 0 ... .max))" }

    private static func listener(at path: String, _ backlog: Int) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        return listener(AF_UNIX, address, backlog)
    }

    private static func listenerOnPort() -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return listener(AF_INET, address, 128)
    }

    private static func listener<Address>(_ family: Int32, _ address: Address, _ backlog: Int) -> Int32 {
        let listener = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let isBound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
        precondition(isBound == 0 && listen(listener, Int32(backlog)) == 0, "there is room for a socket")
        return listener
    }

    /// Of one that listens on a port.
    package var port: Int {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private init(_ path: String, _ listener: Int32, _ work: @escaping Work) {
        self.path = path
        self.listener = listener
        // Who waits in accept must not keep it alive.
        let server: @Sendable () -> FakeServer? = { [weak self] in self }
        DispatchQueue(label: "FakeServer").async { [listener] in work(server, listener) }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        if !path.isEmpty { unlink(path) }
        held.withLock { $0.forEach { close($0) } }
    }

    /// The requests so far, as they came over the wire.
    package var requests: [String] { received.withLock(\.self) }

    /// The first lines of the requests so far.
    package var requestLines: [String] {
        requests.map { Self.line(of: $0) }
    }

    private static func line(of request: String) -> String {
        let line = request.prefix { $0 != "\r\n" }
        return String(line.hasSuffix(" HTTP/1.1") ? line.dropLast(9) : line)
    }

    /// How many bytes of all answers have been taken.
    package var sentBytes: Int { sent.withLock(\.self) }

    private func serve(_ connection: Int32, _ answer: (String) -> Answer) {
        let request = request(from: connection)
        received.withLock { $0.append(request) }
        let answer = answer(Self.line(of: request))
        let isListening = answer.pieces.allSatisfy { self.put($0, to: connection) }
        if isListening { answer.goesOn? { self.put($0, to: connection) } }
        if answer.isHeld {
            held.withLock { $0.append(connection) }
        } else {
            close(connection)
        }
    }

    /// The other side has nothing more to say.
    private static func waitForEnd(of connection: Int32) {
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
    }

    private func put(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
            sent.withLock { $0 += count }
        }
        return true
    }

    private func request(from connection: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n")?.upperBound else { continue }
            let length = text.firstRange(of: "Content-Length: ").map {
                text[$0.upperBound...].prefix(while: \.isNumber)
            }
            if text[end...].utf8.count >= length.flatMap({ Int($0) }) ?? 0 { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension FakeServer.Answer {
    /// A whole answer with a JSON body.
    package static func json(_ body: String, status: String = "200 OK") -> Self {
        raw("HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// The API server's "no".
    package static func status(_ code: Int, _ reason: String, _ message: String = "no") -> Self {
        json(#"{"kind":"Status","code":\#(code),"reason":"\#(reason)","message":"\#(message)"}"#, status: "\(code) X")
    }

    /// A watch or a log: a chunk for each of the pieces, then the end.
    package static func chunks(_ pieces: [String]) -> Self {
        stream(pieces, end: "0\r\n\r\n")
    }

    /// A watch or a log that goes on.
    package static func openStream(_ pieces: [String]) -> Self {
        var answer = stream(pieces, end: "")
        answer.isHeld = true
        return answer
    }

    /// A watch that has news a hundred times a second or so, as long as somebody listens.
    /// - Parameter state: of each connection, at its start.
    /// - Parameter next: the news; empty if there are none.
    package static func news<State: Sendable>(
        from state: State, _ next: @escaping @Sendable (inout State) -> String
    ) -> Self {
        var answer = stream([], end: "")
        answer.goesOn = { send in
            var state = state
            while send(Array(chunk(next(&state)).utf8)) { usleep(10_000) }
        }
        return answer
    }

    package static func raw(_ text: String) -> Self { Self(pieces: [Array(text.utf8)]) }

    /// The same bytes, one at a time.
    package var inSingleBytes: Self {
        var answer = self
        answer.pieces = pieces.flatMap { $0.map { [$0] } }
        return answer
    }

    /// No more than its first bytes; then the connection ends.
    package func cut(after count: Int) -> Self { Self(pieces: [Array(pieces.joined().prefix(count))]) }

    package var size: Int { pieces.map(\.count).reduce(0, +) }

    private static func stream(_ pieces: [String], end: String) -> Self {
        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces.map(chunk).joined() + end)
    }

    /// Nothing for an empty piece, which would end the stream.
    private static func chunk(_ piece: String) -> String {
        piece.isEmpty ? "" : "\(String(piece.utf8.count, radix: 16))\r\n\(piece)\r\n"
    }
}
