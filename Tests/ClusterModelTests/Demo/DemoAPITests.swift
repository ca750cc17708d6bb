import FoundationEssentials
import Testing

@testable import ClusterModel

struct DemoAPITests {
    @Test("a stream lists, is live, and then tells what changes", .timeLimit(.minutes(30)))
    func changes() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 30))
        var cluster = Cluster()
        var restarted = false
        for await change in api.changes(.pods, "kubeseed") {
            cluster.apply(change)
            guard cluster.source(.pods) == .live else { continue }
            if !restarted {
                #expect(cluster.pods.count == 21)
                try await api.restart(try await sonarr(of: api), demoStart)
                restarted = true
            }
            if case .deleted = change { break }
        }
        #expect(cluster.pods.count == 21)
    }

    @Test("a clock that is told stands still until its file says more, and never goes back", .timeLimit(.minutes(30)))
    func toldTime() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "kstop-clock-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let clock = DemoClock.told(by: path, from: demoStart)
        #expect(clock.now() == demoStart, "there is no file yet")
        try "12.5\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(clock.now() == demoStart + 12.5)
        for less in ["3", "", "soon", "nan", "inf"] {
            try less.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(clock.now() == demoStart + 12.5, "\(less)")
        }
        async let waiting: Void = clock.wait(demoStart + 20)
        try "20".write(toFile: path, atomically: true, encoding: .utf8)
        await waiting
        #expect(clock.now() == demoStart + 20)
    }

    @Test("each namespace has its own objects, and all namespaces have all")
    func otherNamespace() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 0))
        #expect(try await api.objects(.pods, "default").objects.isEmpty)
        #expect(try await api.namespaceExists("kubeseed"))
        #expect(try await api.namespaceExists("kubernetes-dashboard"))
        #expect(try await !api.namespaceExists("media"))
        #expect(try await api.namespaces() == ["default", "kube-system", "kubernetes-dashboard", "kubeseed"])
        let all = try await api.objects(.pods, "").objects
        for namespace in try await api.namespaces() {
            let own = try await api.objects(.pods, namespace).objects
            #expect(own == all.filter { $0.metadata.namespace == namespace })
        }
    }

    @Test("a log begins with its last lines and goes on", .timeLimit(.minutes(30)))
    func log() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 60))
        var query = LogQuery(namespace: "kubeseed", pod: try await pod("wordpress", of: api), container: "wordpress")
        query.start = .tail(50)
        var counts: [Int] = []
        for await change in api.log(query) {
            guard case .lines(let lines) = change else { continue }
            counts.append(lines.count)
            #expect(lines.map(\.timestamp) == lines.map(\.timestamp).sorted())
            if counts.count == 5 { break }
        }
        #expect(counts == [50, 1, 1, 1, 1])
    }

    @Test("a crashing container's log ends with its error, and begins again", .timeLimit(.minutes(30)))
    func crashLog() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 400))
        let name = try await pod("overseerr", of: api)
        var ends = 0
        var text = ""
        for await change in api.log(LogQuery(namespace: "kubeseed", pod: name, container: "overseerr")) {
            if case .lines(let lines) = change { text += lines.map(\.text).joined(separator: "\n") }
            if change == .ended { ends += 1 }
            if ends == 2 { break }
        }
        #expect(text.contains("Error: SQLITE_CANTOPEN: unable to open database file"))
    }

    @Test("where there is no log, the API server says why", .timeLimit(.minutes(30)))
    func logErrors() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 0))
        let jellyfin = try await pod("jellyfin", of: api)
        let nextcloud = try await pod("nextcloud", of: api)
        #expect(await first(api, "nobody", "nobody") == .failed(.notFound("pods", "nobody")))
        #expect(
            await first(api, jellyfin, "jellyfin")
                == .failed(
                    .badRequest(
                        "container \"jellyfin\" in pod \"\(jellyfin)\" is waiting to start: "
                            + "trying and failing to pull image")))
        #expect(
            await first(api, nextcloud, "nextcloud")
                == .failed(.badRequest("pod \(nextcloud) does not have a host assigned")))
    }

    @Test("a token looks like one, and is valid as long as asked")
    func token() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 0))
        let token = try await api.token(TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user"))
        #expect(token.expiration == demoStart + 3600)
        #expect(token.secret.split(separator: ".").count == 3)
        #expect(token.secret.hasPrefix("eyJ"))
    }

    @Test("another account does not exist, and ten minutes are the least")
    func tokenErrors() async {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 0))
        await #expect(throws: APIError.notFound("serviceaccounts", "x")) {
            try await api.token(TokenRequest(namespace: "kubernetes-dashboard", account: "x"))
        }
        var request = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
        request.duration = 60
        await #expect(throws: APIError.self) { try await api.token(request) }
    }

    private func pod(_ name: String, of api: ClusterAPI) async throws -> String {
        let names = try await api.objects(.pods, "kubeseed").objects.map(\.metadata.name)
        return try #require(names.first { $0.hasPrefix("\(name)-") })
    }

    private func sonarr(of api: ClusterAPI) async throws -> ObjectReference {
        let objects = try await api.objects(.deployments, "kubeseed").objects
        let metadata = try #require(objects.map(\.metadata).first { $0.name == "sonarr" })
        return ObjectReference(kind: "Deployment", name: "sonarr", namespace: "kubeseed", uid: metadata.uid)
    }

    private func first(_ api: ClusterAPI, _ pod: String, _ container: String) async -> LogChange? {
        for await change in api.log(LogQuery(namespace: "kubeseed", pod: pod, container: container)) { return change }
        return nil
    }
}
