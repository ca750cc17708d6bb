import Testing
import Words

@testable import ClusterModel

struct PortForwardTests {
    @Test(
        "the local port is the same one if it may be had, else kubectl's choice",
        arguments: [(8989, true, "8989:8989"), (8989, false, ":8989"), (443, true, ":443")])
    func localPort(port: Int, isFree: Bool, expected: String) {
        let forward = PortForward(.service("sonarr"), namespace: "kubeseed", port: port)
        #expect(
            forward.arguments { _ in isFree } == [
                "port-forward", "--namespace=kubeseed", "--address=127.0.0.1", "service/sonarr", expected,
            ])
    }

    @Test("kubectl says which port it listens on, in pieces of any length")
    func listening() {
        var output = PortForwardOutput()
        let changes = Array("Forwarding from 127.0.0.1:41443 -> 443\nHandling connection for 41443\n".utf8)
            .flatMap { output.take([$0]) }
        #expect(changes == [.listening(port: 41_443)])
        let words = Phrase("\("kubectl") exited with status \(0) and said nothing")
        #expect(output.end(of: "kubectl", exitCode: 0) == .ended(words))
    }

    @Test("why it is over is said in kubectl's words")
    func ended() {
        var output = PortForwardOutput()
        _ = output.take(Array("Forwarding from 127.0.0.1:80 -> 80\nerror: lost connection to pod\n".utf8))
        #expect(output.isDead)
        #expect(output.end(of: "kubectl", exitCode: 1) == .ended(Phrase(verbatim: "lost connection to pod")))
    }

    @Test(
        "a kubectl that goes on without a pod at the other end is ended",
        arguments: [
            ("lost connection to pod", "E1123 19:07:15.968908    9030 portforward.go:233] "),
            (
                "an error occurred forwarding 7 -> 7: error forwarding port 7 to pod 1f, uid : namespace is closed",
                "E1123 19:07:15.968908    9030 portforward.go:400] "
            ),
        ])
    func dead(_ words: String, _ prefix: String) async {
        let listening = "echo 'Forwarding from 127.0.0.1:7 -> 7'; echo 'Handling connection for 7'"
        let script = "\(listening); echo '\(prefix)\(words)' >&2; exec sleep 1000"
        let options = KubectlOptions(command: ["sh", "-c", script])
        var changes: [PortForwardChange] = []
        await KubectlProxy(options, environment: ["PATH": "/usr/bin:/bin"])
            .run(PortForward(.pod("x"), namespace: "y", port: 7)) { changes.append($0) }
        #expect(changes == [.listening(port: 7), .ended(Phrase(verbatim: words))])
    }

    @Test("a kubectl that cannot be run is an end, too")
    func noKubectl() async {
        let proxy = KubectlProxy(KubectlOptions(command: ["/nonexistent/kubectl"]), environment: [:])
        var changes: [PortForwardChange] = []
        await proxy.run(PortForward(.pod("x"), namespace: "y", port: 1)) { changes.append($0) }
        guard case .ended(let words) = changes.first else { return #expect(Bool(false), "\(changes)") }
        #expect(words.english.contains("cannot run /nonexistent/kubectl"))
        #expect(changes.count == 1)
    }

    @Test("a forward that nobody listens to any more ends its kubectl")
    func cancelled() async {
        let proxy = KubectlProxy(
            KubectlOptions(command: ["sh", "-c", "echo 'Forwarding from 127.0.0.1:7 -> 7'; sleep 600"]),
            environment: [:])
        let stream = AsyncStream<PortForwardChange> { continuation in
            let task = Task {
                await proxy.run(PortForward(.pod("x"), namespace: "y", port: 7)) { continuation.yield($0) }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
        #expect(await stream.first(1) == [.listening(port: 7)])
    }
}
