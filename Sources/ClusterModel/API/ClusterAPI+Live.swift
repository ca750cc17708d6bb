import FoundationEssentials
import Words

extension ClusterAPI {
    /// A real cluster, through kubectl. `refresh`: seconds between two lists where watching is not allowed;
    /// `requestTimeout`: seconds without an answer after which a request has failed.
    package static func live(_ proxy: KubectlProxy, refresh: Double, requestTimeout: Double) -> ClusterAPI {
        let transport = Transport(
            connect: { () async throws(APIError) in try await proxy.connection() },
            complaints: { proxy.complaints() },
            answered: { proxy.hearAnswer() },
            unanswered: { asked in proxy.missAnswer(askedAt: asked) })
        var api = over(APIClient(transport: transport, timeout: requestTimeout), refresh: refresh)
        api.forward = { forward in stream { post in await proxy.run(forward, post) } }
        api.describe = { (object) async throws(APIError) in
            try await proxy.description(of: object, timeout: requestTimeout)
        }
        return api
    }

    /// Through any client; kubectl itself is not asked.
    static func over(_ client: APIClient, refresh: Double, pace: Pace = .real) -> ClusterAPI {
        let discovery = Discovery(client)
        let pulse = Pulse(client, longestSilence: pace.longestCalm)
        @Sendable func reflector(_ kind: ResourceKind, _ namespace: String) -> Reflector {
            Reflector(
                kind: kind, namespace: namespace, client: client, discovery: discovery, pulse: pulse, refresh: refresh,
                pace: pace)
        }
        return ClusterAPI(
            changes: { kind, namespace in
                stream { post in await reflector(kind, namespace).run(post) }
            },
            objects: { (kind, namespace) async throws(APIError) in
                try await reflector(kind, namespace).objects()
            },
            metrics: { namespace in
                let poller = MetricsPoller(namespace: namespace, client: client, discovery: discovery, pace: pace)
                return stream { post in await poller.run(post) }
            },
            find: { inquiry async throws(APIError) in try await client.answer(to: inquiry, discovery) },
            log: { query in
                stream { post in await LogFollower(query: query, client: client, pace: pace).run(post) }
            },
            plainLog: { (query, take) async throws(APIError) in
                try await PlainLog(query: query, client: client).read(take)
            },
            lastLines: { container async throws(APIError) in
                try await LastLines(container: container, client: client).read()
            },
            describe: { _ throws(APIError) in throw .notAsked(Phrase("no kubectl to ask")) },
            manifest: { object async throws(APIError) in try await client.manifest(of: object, discovery) },
            restart: { (workload, now) async throws(APIError) in
                let time = Timestamp.text(now, offset: LocalZone.offset(at: now))
                try await Restart(workload: workload, client: client).run(at: time)
            },
            scale: { scaling async throws(APIError) in
                try await Scale(scaling: scaling, client: client).run()
            },
            deletePod: { pod async throws(APIError) in
                try await client.delete(pod)
            },
            // Only kubectl itself forwards ports.
            forward: { _ in AsyncStream { $0.finish() } },
            token: { request async throws(APIError) in
                try await ServiceAccountToken(request: request, client: client).ask()
            },
            namespaceExists: { name async throws(APIError) in
                try await client.hasNamespace(name)
            },
            namespaces: { () async throws(APIError) in
                try await client.namespaces()
            },
            accessRules: { namespace async throws(APIError) in
                try await client.accessRules(in: namespace)
            },
            servedVersions: { () async throws(APIError) in
                try await discovery.servedVersions()
            })
    }

    /// What `run` posts, as a stream; dropping the stream ends `run`.
    private static func stream<Element: Sendable>(
        _ run: @escaping @Sendable ((Element) -> Void) async -> Void
    ) -> AsyncStream<Element> {
        AsyncStream { continuation in
            let task = Task {
                await run { continuation.yield($0) }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension Reflector {
    /// All objects of the kind, once. A list that expires while it is read is begun again, but once only.
    func objects() async throws(APIError) -> ObjectList {
        guard let apiVersion = try await discovery.apiVersion(of: kind) else {
            throw .notServed(kind)
        }
        do throws(APIError) {
            return try await objects(apiVersion)
        } catch {
            if error.isNotFound, let older = kind.apiVersion(before: apiVersion) { return try await objects(older) }
            guard error.isGone else { throw error }
            return try await objects(apiVersion)
        }
    }

    private func objects(_ apiVersion: String) async throws(APIError) -> ObjectList {
        var list = ObjectList(objects: [])
        var continuation = ""
        repeat {
            let page = try await page(apiVersion, continuation)
            list.objects += page.objects
            list.unreadable += page.unreadable
            continuation = page.continuation
        } while !continuation.isEmpty
        return list
    }
}
