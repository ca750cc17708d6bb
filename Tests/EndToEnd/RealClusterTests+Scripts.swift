import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// The commands for scripts, with kubectl as the judge.
    @Suite
    struct Scripts {
        @Test("a restart is over when the new pod serves")
        func restart() async throws {
            let old = try await Kubectl.pod(of: "jackett")
            let run = try await RealCluster.kstop("restart", "jackett", "--yes", "--wait", "--timeout", "2m")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("deployment.apps/jackett restarted\n"))
            #expect(run.output.hasSuffix("deployment \"jackett\" successfully rolled out\n"))
            let status = try await Kubectl.run("rollout", "status", "deployment/jackett", "--timeout=1s")
            #expect(status.output == "deployment \"jackett\" successfully rolled out\n")
            try await waitUntil("another pod") {
                let new = try await Kubectl.pod(of: "jackett")
                return new != nil && new != old
            }
        }

        @Test("a rollout fails whose image cannot be pulled, with the reason; so does one that takes too long")
        func failure() async throws {
            let name = "kstop-e2e-image"
            try await Kubectl.run("create", "deployment", name, "--image=registry.invalid/none:1", "--replicas=0")
            do {
                let late = try await RealCluster.kstop("start", name, "--yes", "--wait", "--timeout", "1ms")
                #expect(late.status == 1)
                #expect(late.output == "deployment.apps/\(name) scaled\n")
                #expect(late.errors.contains("timed out waiting for deployment.apps/\(name)"))
                let run = try await RealCluster.kstop("restart", name, "--yes", "--wait", "--timeout", "2m")
                #expect(run.status == 1)
                #expect(run.output.hasPrefix("deployment.apps/\(name) restarted\n"))
                #expect(run.errors.contains("Image registry.invalid/none:1 of container none cannot be pulled"))
            } catch {
                try await Kubectl.run("delete", "deployment", name, "--wait=false")
                throw error
            }
            try await Kubectl.run("delete", "deployment", name, "--wait=false")
        }

        @Test(
            "sets are restarted and followed in kubectl's own words",
            arguments: [("StatefulSet", "statefulset"), ("DaemonSet", "daemonset")])
        func sets(kind: String, resource: String) async throws {
            let name = "kstop-e2e-\(resource)"
            let folder = try TemporaryFolder()
            try folder.write(Self.set(kind, name), to: "set.yaml")
            let made = try await Kubectl.run("apply", "-f", folder.path + "/set.yaml")
            #expect(made.status == 0, "\(made.errors)")
            do {
                let first = try await Kubectl.run("rollout", "status", "\(resource)/\(name)", "--timeout=2m")
                #expect(first.status == 0, "\(first.errors)")
                let old = try await uids(name)
                let run = try await RealCluster.kstop("restart", name, "--yes", "--wait", "--timeout", "2m")
                #expect(run.status == 0, "\(run.errors)")
                let lines = run.output.split(separator: "\n")
                #expect(lines.first == "\(resource).apps/\(name) restarted")
                let status = try await Kubectl.run("rollout", "status", "\(resource)/\(name)", "--timeout=10s")
                #expect(status.output.split(separator: "\n").last == lines.last)
                let new = try await uids(name)
                #expect(!new.isEmpty && new != old)
            } catch {
                try await Kubectl.run("delete", resource, name, "--wait=false")
                throw error
            }
            try await Kubectl.run("delete", resource, name, "--wait=false")
        }

        private func uids(_ application: String) async throws -> String {
            let path = "jsonpath={.items[*].metadata.uid}"
            return try await Kubectl.run("get", "pods", "-l", "app=\(application)", "-o", path).output
        }

        /// One pod of an image that the node has.
        private static func set(_ kind: String, _ name: String) -> String {
            """
            apiVersion: apps/v1
            kind: \(kind)
            metadata: {name: \(name), namespace: kubeseed}
            spec:
              selector: {matchLabels: {app: \(name)}}
              \(kind == "StatefulSet" ? "serviceName: \(name)" : "minReadySeconds: 0")
              template:
                metadata: {labels: {app: \(name)}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - name: main
                    image: lscr.io/linuxserver/radarr:latest
                    imagePullPolicy: IfNotPresent
                    command: [sleep, "1000"]

            """
        }

        @Test("a cron job without a job has a row, whichever version of the API has cron jobs")
        func cronJob() async throws {
            let name = "kstop-e2e-cron"
            try await Kubectl.run(
                "create", "cronjob", name, "--image=lscr.io/linuxserver/radarr:latest", "--schedule=0 3 1 1 *", "--",
                "true")
            do {
                let run = try await RealCluster.kstop("--once", name)
                #expect(run.status == 0, "\(run.errors)")
                #expect(run.output.row(name, "scheduled") != nil)
            } catch {
                try await Kubectl.run("delete", "cronjob", name, "--wait=false")
                throw error
            }
            try await Kubectl.run("delete", "cronjob", name, "--wait=false")
        }

        @Test("what is stopped has no pods, what is started has as many as before")
        func stopAndStart() async throws {
            func replicas() async throws -> String {
                let path = "jsonpath={.spec.replicas} {.status.readyReplicas}"
                return try await Kubectl.run("get", "deployment", "jackett", "-o", path).output
            }
            let stop = try await RealCluster.kstop("stop", "jackett", "--yes", "--wait", "--timeout", "1m")
            #expect(stop.status == 0, "\(stop.errors)")
            #expect(stop.output.hasPrefix("deployment.apps/jackett scaled\n"))
            #expect(try await replicas() == "0 ")
            let start = try await RealCluster.kstop("start", "jackett", "--yes", "--wait", "--timeout", "2m")
            #expect(start.status == 0, "\(start.errors)")
            #expect(start.output.hasSuffix("deployment \"jackett\" successfully rolled out\n"))
            #expect(try await replicas() == "1 1")
        }

        @Test("logs are those of kubectl logs", arguments: [[], ["--timestamps"], ["--since", "10h"]])
        func logs(options: [String]) async throws {
            // No test restarts this one, so it has one pod.
            let pod = try #require(try await Kubectl.pod(of: "radarr"))
            let before = try await Kubectl.run(["logs", pod] + options).output
            let run = try await RealCluster.kstop(["logs", "radarr"] + options)
            let after = try await Kubectl.run(["logs", pod] + options).output
            #expect(run.status == 0, "\(run.errors)")
            // The container goes on writing.
            #expect(run.output.hasPrefix(before) && after.hasPrefix(run.output))
            #expect(!before.isEmpty)
        }

        @Test("the URL is that of the ingress")
        func url() async throws {
            let host = try await Kubectl.run("get", "ingress", "ing-radarr", "-o", "jsonpath={.spec.rules[0].host}")
            let run = try await RealCluster.kstop("url", "radarr")
            #expect(run.output == "https://\(host.output)\n")
            #expect(run.status == 0)
        }

        @Test("the token opens the cluster")
        func token() async throws {
            let run = try await RealCluster.kstop("token")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.split(separator: ".").count == 3 && !run.output.hasSuffix("\n"))
            let kubeconfig = try await RealCluster.kubeconfig(token: run.output)
            #expect(try await RealCluster.kubectl(kubeconfig, "auth", "can-i", "*", "*").output == "yes\n")
        }

        @Test("the report knows the versions, and no host")
        func report() async throws {
            let run = try await RealCluster.kstop("report")
            #expect(run.status == 0, "\(run.errors)")
            let server = try await Kubectl.run("get", "--raw", "/version").output
            let version = try #require(server.firstMatch(of: /"gitVersion": "([^"]+)"/)).output.1
            #expect(run.output.contains("\nKubernetes \(version)\n"))
            #expect(!run.output.contains("kubectl unknown"))
            let host = try await Kubectl.run("get", "ingress", "ing-radarr", "-o", "jsonpath={.spec.rules[0].host}")
            #expect(!host.output.isEmpty && !run.output.contains(host.output))
        }
    }
}
