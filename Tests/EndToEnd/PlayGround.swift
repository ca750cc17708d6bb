import Foundation

/// A namespace of the tests' own on the real cluster, so that what they change is nobody else's.
enum PlayGround {
    static let namespace = "kstop-play"

    /// Two applications that run, one of them with two containers, and one whose image cannot be pulled.
    static func prepare() async throws {
        let folder = try TemporaryFolder()
        try folder.write(manifest, to: "play.yaml")
        try await kubectl("apply", "-f", folder.path + "/play.yaml")
        try await waitUntil("the play ground", timeout: 90) {
            let ready = try await lines("get", "deployments", "-o", "jsonpath={.items[*].status.readyReplicas}")
            let pods = try await lines("get", "pods", "-l", "app in (web, twin)", "--no-headers")
            return ready == ["1 1"] && pods.count == 2
        }
    }

    static func remove() async throws {
        try await kubectl("delete", "namespace", namespace, "--wait=false")
    }

    /// A wide terminal in which kstop shows it.
    static func terminal(_ environment: [String: String] = [:]) async throws -> Tmux {
        let tmux = try await Tmux.kstop(
            "-n \(namespace)", columns: 200, rows: 60, environment: Kubectl.environment.merging(environment) { $1 })
        try await tmux.waitFor("live", timeout: 30)
        // The selection stays with the row that came first, wherever the others come to stand.
        try await tmux.waitFor("all rows") { screen in ["stuck", "twin", "web"].allSatisfy { screen.row($0) != nil } }
        try await tmux.keys("g")
        try await waitUntil("the first row") { try await tmux.selection() == "stuck" }
        return tmux
    }

    @discardableResult
    static func kubectl(_ arguments: String...) async throws -> Run {
        // The last --namespace counts.
        try await Kubectl.run(["--namespace", namespace] + arguments)
    }

    static func lines(_ arguments: String...) async throws -> [String] {
        try await Kubectl.run(["--namespace", namespace] + arguments).output.split(separator: "\n").map(String.init)
    }

    /// Of the pods that are not about to be gone.
    static func podUIDs(of name: String) async throws -> Set<String> {
        let path = "jsonpath={range .items[*]}{.metadata.uid} {.metadata.deletionTimestamp}{\"\\n\"}{end}"
        let rows = try await lines("get", "pods", "-l", "app=\(name)", "-o", path)
        return Set(rows.map { $0.split(separator: " ") }.filter { $0.count == 1 }.map { String($0[0]) })
    }

    private static var manifest: String {
        let kinds =
            [
                deployment("web", containers: ["web"]), deployment("twin", containers: ["twin", "helper"]),
                deployment("stuck", containers: ["stuck"], image: "registry.invalid/stuck:1"),
            ].joined()
        return """
            apiVersion: v1
            kind: Namespace
            metadata: {name: \(namespace)}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: \(namespace), labels: {app: web, ksapp: web}}
            spec: {selector: {app: web}, ports: [{port: 8321}]}
            \(kinds)
            """
    }

    private static func deployment(
        _ name: String, containers: [String], image: String = "lscr.io/linuxserver/jackett:latest"
    ) -> String {
        let script = "mkdir -p /www; echo hello from \(name) > /www/index.html; exec httpd -f -p 8321 -h /www"
        let list = containers.map { container in
            // Each counts in its log.
            let count = "i=0; while :; do i=$((i+1)); echo line $i of \(container); sleep 1; done"
            let command = container == "helper" ? count : "(\(count)) & \(script)"
            return "{name: \(container), image: \"\(image)\", imagePullPolicy: IfNotPresent, ports: "
                + "[{containerPort: 8321}], command: [sh, -c, \"\(command)\"]}"
        }
        return """

            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: \(name), namespace: \(namespace), labels: {app: \(name), ksapp: \(name)}}
            spec:
              progressDeadlineSeconds: \(name == "stuck" ? 5 : 60)
              selector: {matchLabels: {app: \(name)}}
              template:
                metadata: {labels: {app: \(name), ksapp: \(name)}}
                spec: {terminationGracePeriodSeconds: 1, containers: [\(list.joined(separator: ", "))]}
            """
    }
}
