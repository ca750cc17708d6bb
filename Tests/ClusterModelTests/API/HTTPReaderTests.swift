import Testing
import Words

@testable import ClusterModel

struct HTTPReaderTests {
    private static let chunked = """
        HTTP/1.1 100 Continue\r
        \r
        HTTP/1.1 200 OK\r
        Content-Type: application/json\r
        Transfer-Encoding: chunked\r
        \r
        5;name=value\r
        {"a":\r
        B\r
        "öäü12"}\r
        0\r
        Trailer: yes\r
        \r

        """
    private static let sized = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}and more"
    private static let untilClose = "HTTP/1.1 200\r\n\r\nabc\r\n0\r\n"

    @Test(
        "an answer is the same wherever its bytes are cut",
        arguments: [(chunked, "{\"a\":\"öäü12\"}"), (sized, "{\"a\":1}"), (untilClose, "abc\r\n0\r\n")])
    func cuts(_ text: String, _ body: String) throws {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            let answer = try read([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(answer.status == 200 && answer.body == body && answer.isEnded, "cut at \(cut)")
        }
        let answer = try read(bytes.map { [$0] })
        #expect(answer.status == 200 && answer.body == body && answer.isEnded)
    }

    @Test("header names count in any case")
    func fieldNames() throws {
        var head = try HTTPHead(statusLine: "HTTP/1.1 404 Not Found")
        try head.add(field: "CONTENT-Type:text/plain")
        #expect(head.reason == "Not Found" && head.fields == ["content-type": "text/plain"])
    }

    @Test(
        "what is not HTTP is malformed",
        arguments: [
            "\n", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 2000 OK\r\n", "HTTP/1.1 -20 OK\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n", "HTTP/1.1 200 OK\r\n: nameless\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
        ])
    func malformed(_ text: String) {
        #expect { try read([Array(text.utf8)]) } throws: { error in
            if case .malformed? = error as? APIError { true } else { false }
        }
    }

    @Test("a header, a trailer or a chunk size without end is malformed, not kept for ever")
    func withoutEnd() {
        let endless = [UInt8](repeating: UInt8(ascii: "a"), count: 70_000)
        let heads = [
            "", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: ",
        ]
        for head in heads {
            #expect(throws: APIError.malformed(Phrase("a header without end"))) {
                try read([Array(head.utf8), endless])
            }
        }
    }

    @Test("a connection closed before the end of the answer is an error")
    func closedEarly() throws {
        for text in [Self.chunked, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}"] {
            let bytes = Array(text.utf8)
            for length in 0..<bytes.count {
                #expect(throws: APIError.unreachable(Phrase("the connection was closed"))) {
                    try read([Array(bytes[..<length])])
                }
            }
        }
    }

    private struct Answer {
        var status = 0
        var body = ""
        var isEnded = false
    }

    /// What the pieces give, with the connection closed after them.
    private func read(_ pieces: [[UInt8]]) throws -> Answer {
        var reader = HTTPReader()
        var answer = Answer()
        var body: [UInt8] = []
        func take(_ part: HTTPReader.Part) {
            switch part {
            case .head(let head): answer.status = head.status
            case .body(let bytes): body += bytes
            case .end: answer.isEnded = true
            }
        }
        for piece in pieces {
            reader.append(piece)
            while let part = try reader.next() { take(part) }
        }
        if !answer.isEnded { take(try reader.close()) }
        answer.body = String(decoding: body, as: UTF8.self)
        return answer
    }
}
