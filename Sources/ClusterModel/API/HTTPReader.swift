import Words

/// Reads one HTTP/1.1 answer: bytes go in as they arrive, cut anywhere, and its parts come out.
struct HTTPReader: Sendable {
    enum Part: Equatable, Sendable {
        case head(HTTPHead)
        /// Some of the body; never empty.
        case body([UInt8])
        case end
    }

    private enum Expectation {
        case statusLine
        case fields(HTTPHead)
        /// Bytes left of a body whose length is known.
        case sized(Int)
        case chunkSize
        case chunk(Int)
        case chunkEnd
        case trailers
        case untilClose
        case nothing
    }

    /// Bytes of the head or of the trailers, and of a chunk's size line.
    private static let longestHead = 65536

    private var expectation = Expectation.statusLine
    private var buffer = ByteQueue()
    /// Bytes of lines read since the head or the trailers began.
    private var headLength = 0

    mutating func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// The next part, or nil if it has not arrived yet.
    /// - Throws: `malformed` for what is not HTTP or has a head without end.
    mutating func next() throws(APIError) -> Part? {
        while true {
            switch expectation {
            case .statusLine:
                guard let line = try nextLine() else { return nil }
                expectation = .fields(try HTTPHead(statusLine: line))
            case .fields(let head):
                guard let line = try nextLine() else { return nil }
                if let part = try read(field: line, of: head) { return part }
            case .sized(let left):
                return left == 0 ? finished() : piece(of: left) { .sized($0) }
            case .chunkSize:
                guard let line = try nextLine() else { return nil }
                try read(chunkSize: line)
            case .chunk(let left):
                if left > 0 { return piece(of: left) { .chunk($0) } }
                expectation = .chunkEnd
            case .chunkEnd:
                guard let line = try nextLine() else { return nil }
                guard line.isEmpty else { throw .malformed(Phrase("a chunk longer than it says")) }
                headLength = 0
                expectation = .chunkSize
            case .trailers:
                guard let line = try nextLine() else { return nil }
                if line.isEmpty { return finished() }
            case .untilClose:
                return piece(of: .max) { _ in .untilClose }
            case .nothing:
                return nil
            }
        }
    }

    /// The last part, when the connection has been closed and `next` has no more.
    /// - Throws: `unreachable` if the answer is not complete.
    mutating func close() throws(APIError) -> Part {
        guard case .untilClose = expectation else { throw .unreachable(Phrase("the connection was closed")) }
        return finished()
    }
}

extension HTTPReader {
    private mutating func finished() -> Part {
        expectation = .nothing
        return .end
    }

    private mutating func piece(of left: Int, _ rest: (Int) -> Expectation) -> Part? {
        let bytes = buffer.take(atMost: left)
        guard !bytes.isEmpty else { return nil }
        expectation = rest(left - bytes.count)
        return .body(bytes)
    }

    private mutating func nextLine() throws(APIError) -> String? {
        guard let line = buffer.takeLine() else {
            guard headLength + buffer.count <= Self.longestHead else {
                throw .malformed(Phrase("a header without end"))
            }
            return nil
        }
        headLength += line.count + 1
        guard headLength <= Self.longestHead else { throw .malformed(Phrase("a header without end")) }
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
    }

    private mutating func read(field line: String, of head: HTTPHead) throws(APIError) -> Part? {
        var head = head
        guard line.isEmpty else {
            try head.add(field: line)
            expectation = .fields(head)
            return nil
        }
        headLength = 0
        // 1xx: the answer proper is yet to come.
        if head.status < 200 {
            expectation = .statusLine
            return nil
        }
        expectation = try bodyExpectation(after: head)
        return .head(head)
    }

    private func bodyExpectation(after head: HTTPHead) throws(APIError) -> Expectation {
        if head.status == 204 || head.status == 304 { return .sized(0) }
        if let coding = head.fields["transfer-encoding"] {
            guard coding.lowercased() == "chunked" else { throw .malformed(Phrase("transfer encoding \(coding)")) }
            return .chunkSize
        }
        guard let length = head.fields["content-length"] else { return .untilClose }
        guard let bytes = Int(length), bytes >= 0 else { throw .malformed(Phrase("content length \(length)")) }
        return .sized(bytes)
    }

    private mutating func read(chunkSize line: String) throws(APIError) {
        let digits = line.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
        guard digits.first?.isHexDigit == true, let size = Int(digits, radix: 16) else {
            throw .malformed(Phrase("a chunk without a size"))
        }
        headLength = 0
        expectation = size == 0 ? .trailers : .chunk(size)
    }
}
