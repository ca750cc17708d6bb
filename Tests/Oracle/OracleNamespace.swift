import Foundation

@testable import ClusterModel

/// The namespace of the corpus, which is there while the test runs.
struct OracleNamespace {
    /// Another one each time, since it takes a server a minute to let go of one.
    let name = "\(prefix)\(UInt32.random(in: .min ... .max))"
    private let server: OracleServer
    private static let prefix = "kstop-oracle-"
    private static let namespaces = "/api/v1/namespaces"

    init(_ server: OracleServer) {
        self.server = server
    }

    /// Makes it, and removes it whatever happens.
    func use(_ body: (OracleNamespace) async throws -> Void) async throws {
        try await removeLeftovers()
        _ = try await server.ask("POST", Self.namespaces, ["metadata": ["name": .text(name)]]).accepted(name)
        let outcome: Result<Void, any Error>
        do {
            // The admission of pods wants it.
            try await wait("there is a service account") {
                try await server.ask("GET", "\(Self.namespaces)/\(name)/serviceaccounts/default").status == 200
            }
            outcome = .success(try await body(self))
        } catch {
            outcome = .failure(error)
        }
        try await remove(name)
        try outcome.get()
    }

    /// - Returns: what will not last, as the server prints it.
    func place(_ shapes: [Shape]) async throws -> [TableAnswer] {
        try await withThrowingTaskGroup(of: TableAnswer?.self) { group in
            var answers: [TableAnswer] = []
            for (count, shape) in shapes.enumerated() {
                if count >= 8, let answer = try await group.next() ?? nil { answers.append(answer) }
                group.addTask { try await place(shape) }
            }
            for try await answer in group { if let answer { answers.append(answer) } }
            return answers
        }
    }

    private func place(_ shape: Shape) async throws -> TableAnswer? {
        let folder = OracleServer.path(shape.kind, namespace: name)
        let object = folder + "/" + shape.name
        _ = try await server.ask("POST", folder, shape.object(in: name)).accepted("create \(object)")
        guard shape.hasStatus else { return nil }
        let patched = try await server.ask("PATCH", object + "/status", ["status": shape.status])
        let item = try JSONDecoder().decode(Item.self, from: patched.accepted("patch \(object)"))
        if shape.isDeleted { _ = try await server.ask("DELETE", object).accepted("delete \(object)") }
        guard shape.isSoonOverwritten else { return nil }
        return try await server.table(
            shape.kind, namespace: name, name: shape.name, version: item.metadata.resourceVersion)
    }

    /// What aborted runs have left; younger ones may be another run's.
    private func removeLeftovers() async throws {
        let list = try await items(Self.namespaces)
        for item in list where item.metadata.name.hasPrefix(Self.prefix) {
            let age = Timestamp.date(item.metadata.creationTimestamp).map { Date().timeIntervalSince($0) } ?? 0
            if age > 600 { try await remove(item.metadata.name) }
        }
    }

    private func remove(_ namespace: String) async throws {
        let pods = OracleServer.path(.pods, namespace: namespace)
        for pod in try await items(pods) where pod.metadata.finalizers != nil {
            _ = try await server.ask("PATCH", "\(pods)/\(pod.metadata.name)", ["metadata": ["finalizers": nil]])
        }
        _ = try await server.ask("DELETE", "\(Self.namespaces)/\(namespace)")
    }

    private func items(_ path: String) async throws -> [Item] {
        struct List: Decodable { var items: [Item] }
        return try JSONDecoder().decode(List.self, from: try await server.ask("GET", path).accepted(path)).items
    }

    private struct Item: Decodable {
        var metadata: Metadata

        struct Metadata: Decodable {
            var name: String, resourceVersion: String, creationTimestamp: String
            var finalizers: [String]?
        }
    }

    private func wait(_ what: String, until isTrue: () async throws -> Bool) async throws {
        let end = Date() + 90
        while try await !isTrue() {
            guard Date() < end else { throw OracleServer.Refusal(description: "waited in vain until \(what)") }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
