import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

@testable import ClusterModel

/// An API server in the test process: each connection gets the next answer of its script.
final class FakeServer: Sendable {
    struct Answer: Sendable {
        var pieces: [[UInt8]]
        /// Whether the connection stays open when all has been sent.
        var isHeld = false
    }

    let path: String
    private let listener: Int32
    private let received = Mutex<[String]>([])
    private let held = Mutex<[Int32]>([])

    init(_ answers: [Answer]) {
        path = "/tmp/kstop-test.\(UInt64.random(in: 0 ... .max))"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        precondition(isBound == 0 && listen(listener, 16) == 0, "/tmp is writable")
        // A thread of its own: it waits in accept.
        DispatchQueue(label: "FakeServer").async { [weak self, listener] in
            for answer in answers {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let self else { return }
                self.serve(connection, answer)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        unlink(path)
        held.withLock { $0.forEach { close($0) } }
    }

    /// The requests so far, as they came over the wire.
    var requests: [String] { received.withLock(\.self) }

    /// The first lines of the requests so far.
    var requestLines: [String] {
        requests.map { String($0.prefix { $0 != "\r\n" }.replacing(" HTTP/1.1", with: "")) }
    }

    var client: APIClient { client(timeout: 10) }

    func client(timeout: Double, complaints: [String] = []) -> APIClient {
        let path = path
        return APIClient(
            transport: Transport(
                connect: { () async throws(APIError) in try Descriptor.connected(to: path) },
                complaints: { complaints }),
            timeout: timeout)
    }

    private func serve(_ connection: Int32, _ answer: Answer) {
        received.withLock { $0.append(request(from: connection)) }
        for piece in answer.pieces {
            _ = send(connection, piece, piece.count, Int32(MSG_NOSIGNAL))
        }
        if answer.isHeld {
            held.withLock { $0.append(connection) }
        } else {
            close(connection)
        }
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
    static func json(_ body: String, status: String = "200 OK") -> Self {
        raw("HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// The API server's "no".
    static func status(_ code: Int, _ reason: String, _ message: String = "no") -> Self {
        json(#"{"kind":"Status","code":\#(code),"reason":"\#(reason)","message":"\#(message)"}"#, status: "\(code) X")
    }

    /// A watch or a log: a chunk for each of the pieces, then the end.
    static func chunks(_ pieces: [String]) -> Self {
        stream(pieces, end: "0\r\n\r\n")
    }

    /// A watch or a log that goes on.
    static func openStream(_ pieces: [String]) -> Self {
        var answer = stream(pieces, end: "")
        answer.isHeld = true
        return answer
    }

    static func raw(_ text: String) -> Self { Self(pieces: [Array(text.utf8)]) }

    /// The same bytes, one at a time.
    var inSingleBytes: Self { Self(pieces: pieces.flatMap { $0.map { [$0] } }, isHeld: isHeld) }

    private static func stream(_ pieces: [String], end: String) -> Self {
        let chunks = pieces.filter { !$0.isEmpty }.map { "\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n" }
        return raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks.joined() + end)
    }
}

/// Time as tests want it: it stands still, sleeps end at once and are written down.
final class TestPace: Sendable {
    static let now = Date(timeIntervalSince1970: 1_795_424_400)
    private let slept = Mutex<[Double]>([])

    /// Seconds, in the order of the sleeps.
    var sleeps: [Double] { slept.withLock(\.self) }

    var pace: Pace {
        Pace(
            now: { Moment(date: Self.now, uptime: 0) },
            sleep: { seconds in
                self.slept.withLock { $0.append(seconds) }
                await Task.yield()
            },
            chance: { 0 })
    }
}

/// The file of that name among the fixtures of the API.
func apiFixture(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/API/\(name)"), encoding: .utf8)
}

extension AsyncStream {
    /// The first elements.
    func first(_ count: Int) async -> [Element] {
        var elements: [Element] = []
        for await element in self {
            elements.append(element)
            if elements.count == count { break }
        }
        return elements
    }
}
