import Words

/// How to reach the API server: a fresh connection, and what the other side last complained about.
struct Transport: Sendable {
    var connect: @Sendable () async throws(APIError) -> HTTPConnection
    /// The last lines of kubectl's complaints, oldest first; may be empty.
    var complaints: @Sendable () -> [String]
    /// Called when the API server has answered.
    var answered: @Sendable () -> Void = {}
    /// Called when it has not, or does not know who asks; with when it was asked.
    var unanswered: @Sendable (ContinuousClock.Instant) -> Void = { _ in }
    /// When some of an answer that takes its time last came, on whichever connection.
    let slowAnswers = Activity()
}

/// Asks the API server and turns what it answers into values and errors.
struct APIClient: Sendable {
    let transport: Transport
    /// Seconds without a byte before a plain request has failed.
    let timeout: Double

    /// The largest answer that is kept in memory as a whole; bytes. A page of 500 pods has some 5 MB.
    private static let longestBody = 64 << 20

    /// The whole body of the answer to a plain request.
    func body(_ request: HTTPRequest) async throws(APIError) -> [UInt8] {
        var connection = try await opened(request, timeout: timeout)
        return try await rest(of: &connection)
    }

    /// The answer to a plain request, decoded. The error of an undecodable answer names no values.
    func value<Value: Decodable>(_ type: Value.Type, _ request: HTTPRequest) async throws(APIError) -> Value {
        let body = try await body(request)
        do {
            return try JSON.decoder().decode(type, from: body)
        } catch {
            throw .malformed(Phrase("\(request.method.rawValue) \(request.path.text): \(JSON.problem(error))"))
        }
    }

    /// A connection on which the body of a successful answer comes next. `timeout`: nil waits forever for the head.
    func opened(_ request: HTTPRequest, timeout: Double?) async throws(APIError) -> HTTPConnection {
        let start = ContinuousClock.now
        do throws(APIError) {
            let connection = try await answer(to: request, timeout: timeout)
            transport.answered()
            return connection
        } catch {
            if error.isAnswer { transport.answered() }
            // Who waits longer than for any other answer expects that there may be none.
            if error.isNoAnswer, timeout ?? .infinity <= self.timeout, !Task.isCancelled { transport.unanswered(start) }
            throw error
        }
    }

    private func answer(to request: HTTPRequest, timeout: Double?) async throws(APIError) -> HTTPConnection {
        var connection = try await transport.connect()
        try await connection.send(request, timeout: self.timeout)
        guard case .head(let head) = try await part(of: &connection, timeout: timeout) else {
            throw .malformed(Phrase("a body without a head"))
        }
        guard (200..<300).contains(head.status) else {
            let body = try await rest(of: &connection)
            throw refusal(head, body: body)
        }
        return connection
    }

    private func rest(of connection: inout HTTPConnection) async throws(APIError) -> [UInt8] {
        var body: [UInt8] = []
        let start = ContinuousClock.now
        while case .body(let bytes) = try await part(of: &connection, timeout: timeout) {
            hearSlowAnswer(since: start)
            body += bytes
            guard body.count <= Self.longestBody else { throw .malformed(Phrase("an answer without end")) }
        }
        return body
    }

    /// The next part of a plain answer. While another one fills a slow line, this one has to wait behind it: that is no
    /// silence.
    func part(of connection: inout HTTPConnection, timeout: Double?) async throws(APIError) -> HTTPReader.Part {
        var rest = timeout
        while true {
            do throws(APIError) {
                return try await connection.next(timeout: rest)
            } catch {
                guard case .timedOut = error, let timeout else { throw error }
                let left = transport.slowAnswers.rest(of: timeout)
                guard left > 0 else { throw .timedOut(seconds: timeout) }
                rest = left
            }
        }
    }

    /// Some more has come of an answer whose body began at `start`. Answers that come quickly, and news on watches, hold
    /// nothing up: for all of them a request may hang.
    func hearSlowAnswer(since start: ContinuousClock.Instant) {
        guard ContinuousClock.now - start > .seconds(timeout / 10) else { return }
        transport.slowAnswers.note()
        transport.answered()
    }

    private func refusal(_ head: HTTPHead, body: [UInt8]) -> APIError {
        if let status = try? JSON.decoder().decode(Status.self, from: body), status.kind == "Status" {
            return status.error(code: head.status).after(head.retryAfter)
        }
        let text = firstLine(of: body)
        if let problem = connectionProblem(head.status, text) { return .unreachable(problem) }
        let message = text.isEmpty ? "HTTP \(head.status) \(head.reason)" : text
        return .refused(code: head.status, reason: head.reason, message: message).after(head.retryAfter)
    }

    /// kubectl proxy answers 500 with Go's words, or a bare 502, when it cannot reach the API server; nil if the
    /// answer is the API server's own.
    private func connectionProblem(_ status: Int, _ text: String) -> Phrase? {
        guard status == 500 || status == 502 else { return nil }
        let complaints = transport.complaints()
        let isKubectls = !text.isEmpty && complaints.contains { $0.hasSuffix(text) }
        guard status == 502 || isKubectls else { return nil }
        guard let words = text.isEmpty ? complaints.last : text else {
            return Phrase("kubectl proxy cannot reach the API server")
        }
        return KubectlWords.withLoginHint(KubectlWords.connectionProblem(words), complaints)
    }

    private func firstLine(of body: [UInt8]) -> String {
        let line = body.drop { $0 <= 32 }.prefix { $0 >= 32 }.prefix(300)
        return String(decoding: line, as: UTF8.self)
    }
}

extension APIError {
    /// Whether the API server has answered one that it knows.
    fileprivate var isAnswer: Bool {
        switch self {
        case .refused(let code, _, _): code != 401
        case .busy, .missing, .notServed: true
        case .unreachable, .timedOut, .malformed, .notAsked: false
        }
    }

    /// Whether there was no answer, or none to one that the API server knows.
    fileprivate var isNoAnswer: Bool {
        switch self {
        case .refused(let code, _, _): code == 401
        case .unreachable, .timedOut, .malformed: true
        case .busy, .missing, .notServed, .notAsked: false
        }
    }

    /// The same with how long to wait, where the API server says so and means it (client-go's rule: 429 and 5xx).
    fileprivate func after(_ seconds: Double?) -> APIError {
        guard let seconds, case .refused(let code, _, let message) = self else { return self }
        guard code == 429 || code >= 500 else { return self }
        return .busy(code: code, message: message, retryAfter: seconds)
    }
}

extension HTTPHead {
    /// Seconds; nil if there is none, or a date, which API servers do not send.
    fileprivate var retryAfter: Double? { fields["retry-after"].flatMap { Int($0) }.map { Double(max(0, $0)) } }
}

/// Kubernetes' object for "no".
struct Status: Decodable {
    var kind: String?
    var code: Int?
    var reason: String?
    var message: String?

    func error(code httpCode: Int) -> APIError {
        let code = self.code ?? httpCode
        let reason = reason ?? ""
        let message = message ?? "HTTP \(code) \(reason)"
        // kubectl's own sentence for it.
        let words = code == 401 ? "You must be logged in to the server (\(message))" : message
        return .refused(code: code, reason: reason, message: words)
    }
}
