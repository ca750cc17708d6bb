import FakeAPIServer
import Foundation
import Testing

private let realKubectl = ["/usr/local/bin/kubectl", "/usr/bin/kubectl", Kubectl.folder + "/bin/kubectl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

/// A gateway that serves a cluster below a path of its own, and another one at its root.
@Suite(.enabled(if: realKubectl != nil), .timeLimit(.minutes(3)))
struct ServerPathTests {
    private static let prefix = "/k8s/clusters/c-1"

    @Test("what is read and what is changed is the cluster below the path, through kubectl itself")
    func gateway() async throws {
        let server = FakeServer.onPort(answering: Self.answer)
        let folder = try TemporaryFolder()
        try folder.write(Self.kubeconfig(port: server.port), to: "config")
        let environment = [
            "KSTOP_KUBECTL": realKubectl ?? "", "KUBECONFIG": folder.path + "/config", "HOME": folder.path,
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
        ]
        let once = try await Binary.run("--once", "-n", "kubeseed", environment: environment)
        #expect(once.output.contains("behind") && !once.output.contains("stranger"), "\(once.errors)")
        let restart = try await Binary.run("restart", "behind", "--yes", "-n", "kubeseed", environment: environment)
        #expect(restart.output == "deployment.apps/behind restarted\n", "\(restart.errors)")
        #expect(try await Binary.run("restart", "stranger", "--yes", environment: environment).status == 2)
        // By the option, with the context's own cluster at the root.
        let option = try await Binary.run(
            "--context", "root", "--cluster", "gateway", "list", "applications", environment: environment)
        #expect(option.output == "behind\n", "\(option.errors)")
        #expect(server.requestLines.contains { $0.hasPrefix("PATCH \(Self.prefix)/apis/apps/v1/") })
        #expect(server.requestLines.allSatisfy { $0.split(separator: " ")[1].hasPrefix(Self.prefix + "/") })
        let root = try await Binary.run("--context", "root", "list", "applications", environment: environment)
        #expect(root.output == "stranger\n", "\(root.errors)")
    }

    @Test("kstop doctor says which server it is, and the path")
    func doctor() async throws {
        let server = FakeServer.onPort(answering: Self.answer)
        let folder = try TemporaryFolder()
        try folder.write(Self.kubeconfig(port: server.port), to: "config")
        let run = try await Binary.run(
            "doctor", "--kubectl", realKubectl ?? "", "--kubeconfig", folder.path + "/config",
            environment: ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
        #expect(run.output.contains("server http://127.0.0.1:\(server.port), path prefix \(Self.prefix)\n"))
    }

    private static func kubeconfig(port: Int) -> String {
        """
        apiVersion: v1
        kind: Config
        clusters:
        - {name: gateway, cluster: {server: "http://127.0.0.1:\(port)\(prefix)/"}}
        - {name: root, cluster: {server: "http://127.0.0.1:\(port)"}}
        users: [{name: me, user: {token: "x"}}]
        contexts:
        - {name: gateway, context: {cluster: gateway, user: me}}
        - {name: root, context: {cluster: root, user: me}}
        current-context: gateway
        """
    }

    private static func answer(to line: String) -> FakeServer.Answer {
        let target = line.split(separator: " ")[1]
        let isBehind = target.hasPrefix(prefix + "/")
        let path = (isBehind ? target.dropFirst(prefix.count) : target).prefix { $0 != "?" }
        let name = isBehind ? "behind" : "stranger"
        if path == "/apis" { return closing(#"{"groups":[{"versions":[{"groupVersion":"apps/v1"}]}]}"#) }
        if path == "/version" { return closing(#"{"gitVersion":"v1.33.1"}"#) }
        if path.hasSuffix("/kubeseed") { return closing(#"{"metadata":{"name":"kubeseed"}}"#) }
        if path.hasSuffix("/deployments/\(name)") { return closing(deployment(name)) }
        let items = path.hasSuffix("/deployments") ? deployment(name) : ""
        return closing(#"{"metadata":{"resourceVersion":"1"},"items":[\#(items)]}"#)
    }

    private static func deployment(_ name: String) -> String {
        #"{"metadata":{"name":"\#(name)","namespace":"kubeseed","uid":"\#(name)","resourceVersion":"1"},"#
            + #""spec":{"replicas":1,"selector":{"matchLabels":{"app":"a"}},"template":{"metadata":{}}},"status":{}}"#
    }

    /// kubectl would send the next request on the same connection.
    private static func closing(_ body: String) -> FakeServer.Answer {
        .raw(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
}
