import Foundation

@testable import ClusterModel

/// The real API server behind a `kubectl proxy`, with the methods and headers that kstop has no need of.
struct OracleServer {
    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    struct Answer {
        let status: Int
        let body: Data

        /// The body of an answer that is no refusal.
        func accepted(_ what: String) throws -> Data {
            guard (200..<300).contains(status) else {
                throw Refusal(description: "\(what): \(status) \(String(decoding: body, as: UTF8.self))")
            }
            return body
        }
    }

    private static let environment = ProcessInfo.processInfo.environment

    /// Whether `make e2e` has handed one over.
    static let isThere = environment["KSTOP_E2E_KUBECONFIG"] != nil

    let proxy: KubectlProxy

    init() throws {
        guard let command = Kubectl.find(explicit: nil, environment: Self.environment) else {
            throw Refusal(description: "there is no kubectl")
        }
        var options = KubectlOptions(command: command)
        options.kubeconfig = Self.environment["KSTOP_E2E_KUBECONFIG"]
        proxy = KubectlProxy(options, environment: Self.environment)
    }

    func stop() { proxy.stop() }

    /// 20 for v1.20.2.
    func minorVersion() async throws -> Int {
        struct Version: Decodable { var minor: String }
        let body = try await ask("GET", "/version").accepted("version")
        return Int(try JSONDecoder().decode(Version.self, from: body).minor.prefix { $0.isNumber }) ?? 0
    }

    /// All objects of a kind, as the server prints them.
    func table(_ kind: ResourceKind, namespace: String) async throws -> TableAnswer {
        try await table(kind, Self.path(kind, namespace: namespace) + "?includeObject=Object")
    }

    /// One object in that very version, whatever has become of it since.
    func table(_ kind: ResourceKind, namespace: String, name: String, version: String) async throws -> TableAnswer {
        let query = "fieldSelector=metadata.name%3D\(name)&resourceVersion=\(version)&resourceVersionMatch=Exact"
        return try await table(kind, Self.path(kind, namespace: namespace) + "?includeObject=Object&" + query)
    }

    private func table(_ kind: ResourceKind, _ path: String) async throws -> TableAnswer {
        let asked = Date()
        let answer = try await ask("GET", path, accept: "application/json;as=Table;v=v1;g=meta.k8s.io")
        let answered = Date()
        let table = try JSON.decoder(kind).decode(ServerTable.self, from: answer.accepted(path))
        return TableAnswer(table, asked: asked, answered: answered)
    }

    func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil, accept: String = "application/json"
    ) async throws -> Answer {
        let content = try body.map { try JSONEncoder().encode($0) } ?? Data()
        let type = method == "PATCH" ? "application/merge-patch+json" : "application/json"
        let head = """
            \(method) \(path) HTTP/1.1\r
            Host: localhost\r
            Accept: \(accept)\r
            Connection: close\r
            Content-Type: \(type)\r
            Content-Length: \(content.count)\r
            \r

            """
        return try await exchange(Array(head.utf8) + content)
    }

    static func path(_ kind: ResourceKind, namespace: String) -> String {
        let version = kind.apiVersions.first ?? "v1"
        let folder = kind.isNamespaced ? "/namespaces/\(namespace)" : ""
        return (version == "v1" ? "/api/v1" : "/apis/\(version)") + "\(folder)/\(kind.plural)"
    }

    private func exchange(_ request: [UInt8]) async throws -> Answer {
        var connection = try await proxy.connection()
        try await connection.send(request, timeout: 30)
        var answer = Answer(status: 0, body: Data())
        while true {
            switch try await connection.next(timeout: 30) {
            case .head(let head): answer = Answer(status: head.status, body: Data())
            case .body(let bytes): answer = Answer(status: answer.status, body: answer.body + bytes)
            case .end: return answer
            }
        }
    }
}
