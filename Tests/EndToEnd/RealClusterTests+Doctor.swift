import Foundation
import Testing

extension RealClusterTests {
    /// What `kstop doctor` says of a cluster, and of those who may see little of it.
    @Suite
    struct Examined {
        @Test("who may do everything is told that all is well")
        func administrator() async throws {
            let run = try await RealCluster.kstop("doctor")
            #expect(run.status == 0)
            let version = try await Kubectl.lines(
                "get", "nodes", "-o", "jsonpath={.items[0].status.nodeInfo.kubeletVersion}")
            #expect(run.output.contains("Kubernetes \(version.first ?? "?")"))
            #expect(!run.output.contains("forbidden") && !run.output.contains("!!"))
        }

        @Test("who may only see pods is told what is forbidden, as kubectl auth can-i has it")
        func podViewer() async throws {
            let token = try await RealCluster.serviceAccountToken("pod-viewer")
            let kubeconfig = try await RealCluster.kubeconfig(token: token)
            let run = try await RealCluster.kstop("doctor", "--kubeconfig", "\(kubeconfig.path)/kubeconfig")
            #expect(run.status == 0)
            #expect(run.output.contains("may read pods in namespace kubeseed"))
            // kubectl takes "pods/log" for a pod of the name log.
            for (words, question) in [
                ("patch deployments", ["patch", "deployments.apps"]), ("delete pods", ["delete", "pods"]),
                ("create pods/exec", ["create", "pods", "--subresource=exec"]),
                ("get pods/log", ["get", "pods", "--subresource=log"]),
            ] {
                let environment = Kubectl.environment.merging(["KUBECONFIG": kubeconfig.path + "/kubeconfig"]) { $1 }
                let kubectl = environment["KSTOP_KUBECTL"] ?? "kubectl"
                let arguments = [kubectl, "-n", "kubeseed", "auth", "can-i"] + question
                let answer = try await Run.program("/usr/bin/env", arguments, environment: environment)
                #expect(answer.output == "no\n", "\(words)")
                #expect(run.output.split(separator: "\n").contains { $0.contains("forbidden") && $0.contains(words) })
            }
        }

        @Test("a server that does not answer is what keeps kstop from working")
        func unreachable() async throws {
            let folder = try await RealCluster.kubeconfig(token: "none", server: "https://127.0.0.1:9")
            let path = "\(folder.path)/kubeconfig"
            let run = try await RealCluster.kstop("doctor", "--kubeconfig", path, "--request-timeout", "2")
            #expect(run.status == 1)
            #expect(run.output.contains("127.0.0.1:9 was refused"))
            #expect(run.output.contains("systemctl status k3s"))
        }
    }
}
