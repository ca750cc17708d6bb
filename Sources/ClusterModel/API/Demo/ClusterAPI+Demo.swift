package import FoundationEssentials

extension ClusterAPI {
    /// A made-up seedbox in this process that changes as time passes; the same one for the same `start`.
    /// - Parameter flood: lines a second that rutorrent writes; 0: as many as it usually does.
    package static func demo(start: Date, clock: DemoClock = .live, flood: Int = 0) -> ClusterAPI {
        let runner = DemoRunner(start: start, clock: clock, flood: flood)
        return ClusterAPI(
            changes: { kind, namespace in runner.changes(kind, namespace) },
            objects: { (kind, namespace) throws(APIError) in runner.objects(kind, namespace) },
            metrics: { namespace in runner.metrics(namespace) },
            find: { (inquiry) throws(APIError) in runner.answer(to: inquiry) },
            log: { query in runner.log(query) },
            plainLog: { (query, take) async throws(APIError) in
                try await runner.read(query, at: clock.now(), take)
            },
            lastLines: { container throws(APIError) in runner.lastLines(of: container) },
            describe: { (object) throws(APIError) in try runner.description(of: object) },
            manifest: { (object) throws(APIError) in try runner.manifest(of: object) },
            restart: { (reference, now) throws(APIError) in
                try runner.restart(reference, stamp: Date.ISO8601FormatStyle().format(now))
            },
            scale: { (scaling) throws(APIError) in try runner.scale(scaling) },
            deletePod: { (pod) throws(APIError) in try runner.deletePod(pod) },
            // As made up as what would answer there.
            forward: { forward in
                AsyncStream { $0.yield(.listening(port: forward.port < 1024 ? 41_443 : forward.port)) }
            },
            token: { (request) throws(APIError) in try DemoToken.token(request, now: clock.now()) },
            namespaceExists: { (name) throws(APIError) in DemoSeedbox.namespaces.contains(name) },
            namespaces: { () throws(APIError) in DemoSeedbox.namespaces },
            accessRules: { _ throws(APIError) in .everything },
            servedVersions: { () throws(APIError) in
                Set(ResourceKind.allCases.flatMap(\.apiVersions) + [Discovery.metricsVersion])
            })
    }
}

/// Tokens that look like real ones and open nothing.
enum DemoToken {
    /// - Throws: `refused` as the API server does: no such account, or less than ten minutes.
    static func token(_ request: TokenRequest, now: Date) throws(APIError) -> Token {
        guard request.namespace == DemoSeedbox.dashboardNamespace, request.account == DemoSeedbox.dashboardAccount
        else {
            throw .notFound("serviceaccounts", request.account)
        }
        guard request.duration >= 600 else {
            throw .refused(
                code: 422, reason: "Invalid",
                message: "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: "
                    + "Invalid value: \(request.duration): may not specify a duration less than 10 minutes")
        }
        let expiration = now + Double(request.duration)
        return Token(secret: secret(request, from: now, to: expiration), expiration: expiration)
    }

    private static func secret(_ request: TokenRequest, from now: Date, to expiration: Date) -> String {
        let header = #"{"alg":"RS256","kid":"ZGVtbyBrZXksIG9wZW5zIG5vdGhpbmc"}"#
        let account = "system:serviceaccount:\(request.namespace):\(request.account)"
        let claims =
            #"{"aud":["https://kubernetes.default.svc.cluster.local","k3s"],"exp":\#(expiration.seconds),"#
            + #""iat":\#(now.seconds),"iss":"https://kubernetes.default.svc.cluster.local","sub":"\#(account)"}"#
        let signature = String(repeating: "made up by kstop --demo ", count: 10)
        return [header, claims, signature].map(\.base64url).joined(separator: ".")
    }
}

extension Date {
    fileprivate var seconds: Int { Int(timeIntervalSince1970) }
}

extension String {
    fileprivate var base64url: String {
        String(Data(utf8).base64EncodedString().filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }
}
