import FoundationEssentials
import Glibc
import Synchronization
import Testing
import Words

@testable import ClusterModel
@testable import kstop

/// Restart, stop and start of the made-up seedbox.
struct ChangingTests {
    @Test("a restart says what kubectl says, and is followed to its end if asked to")
    func restart() async throws {
        let restart = try Script("restart", "sonarr", "--yes")
        #expect(await restart.run() == 0)
        #expect(restart.output == "deployment.apps/sonarr restarted\n")
        let followed = try Script("restart", "sonarr", "--yes", "--wait")
        #expect(await followed.run() == 0)
        #expect(followed.errors == [])
        #expect(followed.lines.first == "deployment.apps/sonarr restarted")
        #expect(followed.lines.last == "deployment \"sonarr\" successfully rolled out")
        #expect(followed.lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix("Waiting for deployment ") })
    }

    @Test("a stop takes all of an application's workloads, a start brings them back")
    func stop() async throws {
        let api = ClusterAPI.demo(start: Play.start)
        let stop = try Script("stop", "wordpress", "-y")
        #expect(await stop.run(on: api) == 0)
        #expect(stop.lines == ["deployment.apps/wordpress scaled", "deployment.apps/db-wordpress scaled"])
        let again = try Script("stop", "wordpress", "-y")
        #expect(await again.run(on: api) == 0)
        #expect(again.output == "")
        #expect(again.errors == ["wordpress is stopped already"])
        let start = try Script("start", "wordpress", "-y")
        #expect(await start.run(on: api) == 0)
        #expect(start.lines == ["deployment.apps/wordpress scaled", "deployment.apps/db-wordpress scaled"])
        let running = try Script("start", "wordpress", "-y")
        #expect(await running.run(on: api) == 0)
        #expect(running.errors == ["wordpress is started already"])
    }

    @Test("a stop and a start are followed, too")
    func followed() async throws {
        let stop = try Script("stop", "sonarr", "-y", "--wait")
        #expect(await stop.run() == 0)
        #expect(stop.lines.last == "deployment \"sonarr\" successfully rolled out")
        let start = try Script("start", "sonarr4k", "-y", "--wait")
        #expect(await start.run() == 0)
        #expect(start.lines.last == "deployment \"sonarr4k\" successfully rolled out")
    }

    @Test("a stop is over when no pod is left, not when the controller has heard of it")
    func stopped() throws {
        var deployment = Deployment(metadata: Metadata(name: "web", namespace: "kubeseed", uid: "web"))
        deployment.spec.replicas = 0
        deployment.spec.selector.matchLabels = ["app": "web"]
        (deployment.status.replicas, deployment.status.updatedReplicas, deployment.status.availableReplicas) = (1, 1, 1)
        let pod = Pod(metadata: Metadata(name: "web-1", namespace: "kubeseed", uid: "pod", labels: ["app": "web"]))
        var cluster = Cluster()
        func step() -> RolloutStep? { Workload.deployment(deployment).step(after: .stop, in: cluster, at: Play.start) }
        #expect(step() == nil)
        for kind in [ResourceKind.deployments, .pods] { cluster.apply(.source(kind, .live)) }
        cluster.apply(.updated(.pods, [.pod(pod)]))
        cluster.apply(.updated(.deployments, [.deployment(deployment)]))
        let waiting = "deployment web stops: 1 pod still ends"
        #expect(step()?.waiting == waiting)
        (deployment.status.replicas, deployment.status.updatedReplicas, deployment.status.availableReplicas) = (0, 0, 0)
        cluster.apply(.updated(.deployments, [.deployment(deployment)]))
        #expect(step()?.waiting == waiting)
        cluster.apply(.deleted(.pods, "pod"))
        #expect(step() == .done(Phrase(verbatim: "deployment \"web\" successfully rolled out")))
    }

    @Test("an image that cannot be pulled ends the waiting, with the reason")
    func imageMissing() async throws {
        let script = try Script("restart", "jellyfin", "-y", "--wait")
        #expect(await script.run() == 1)
        #expect(script.errors.count == 1)
        #expect(script.errors[0].hasPrefix("deployment.apps/jellyfin: Image registry.invalid/jellyfin/jellyfin:10.9"))
        #expect(script.errors[0].hasSuffix("cannot be pulled: lookup registry.invalid: no such host."))
    }

    @Test("so does the time that was given")
    func timeout() async throws {
        let script = try Script("restart", "sonarr", "-y", "--wait", "--timeout", "10ms")
        var api = FakeAPI.api()
        // Nothing is heard of the cluster any more.
        api.changes = { _, _ in AsyncStream { _ in } }
        #expect(await script.run(on: api) == 1)
        #expect(script.errors == ["timed out waiting for deployment.apps/sonarr"])
    }

    @Test("without --yes somebody is asked, and anything but yes is no", arguments: ["y", "YES ", "n", "", "why"])
    func question(answer: String) async throws {
        let script = try Script("restart", "sonarr", answer: answer)
        let isYes = answer.lowercased().hasPrefix("y")
        #expect(await script.run() == (isYes ? 0 : 1))
        #expect(script.output == (isYes ? "deployment.apps/sonarr restarted\n" : ""))
        #expect(script.errors.count == (isYes ? 2 : 3))
        #expect(script.errors[0].hasPrefix("deployment.apps/sonarr: The image is pulled again"))
        #expect(script.errors[1] == "Restart sonarr?")
        if !isYes { #expect(script.errors[2] == "nothing done") }
    }

    @Test("without a terminal to ask on, or read only, nothing is begun", arguments: ["restart", "stop", "start"])
    func refused(word: String) async throws {
        let silent = try Script(word, "sonarr")
        #expect(await silent.run() == 2)
        #expect(silent.errors == ["there is no terminal to ask on: kstop \(word) needs --yes"])
        let readOnly = try Script(word, "sonarr", "--yes", isReadOnly: true)
        #expect(await readOnly.run() == 2)
        #expect(readOnly.errors == ["kstop \(word) would change the cluster, which is to be read only"])
    }

    @Test("a name that no application has is answered with the nearest, and nothing is done to the others")
    func unknown() async throws {
        let script = try Script("restart", "sonarr", "radar", "-y")
        #expect(await script.run() == 2)
        #expect(script.output == "")
        #expect(script.errors == ["there is no application \"radar\" in namespace kubeseed; did you mean \"radarr\"?"])
    }

    @Test(
        "who may see nothing is told that, not that there is no such application",
        arguments: [["restart", "sonarr", "-y"], ["logs", "sonarr"], ["url", "sonarr"]])
    func blind(arguments: [String]) async throws {
        let script = try Script(arguments)
        #expect(await script.run(on: FakeAPI.api { .failure(FakeAPI.forbidden($0)) }) == 1)
        #expect(script.errors.contains("forbidden: pods is forbidden"))
        #expect(!script.errors.contains { $0.contains("application") })
    }

    @Test("what cannot be changed says so")
    func nothingToChange() async throws {
        let restart = try Script("restart", "externalservice", "-y")
        #expect(await restart.run() == 1)
        #expect(restart.errors == ["externalservice has nothing to restart"])
        let stop = try Script("stop", "externalservice", "-y")
        #expect(await stop.run() == 1)
        #expect(stop.errors == ["externalservice has nothing to stop or start"])
    }

    @Test("a refusal of the API server is told, the rest is done")
    func refusal() async throws {
        var api = FakeAPI.api()
        api.restart = { reference, _ throws(APIError) in
            if reference.name == "radarr" { throw .refused(code: 403, reason: "Forbidden", message: "not you") }
        }
        let script = try Script("restart", "radarr", "sonarr", "-y")
        #expect(await script.run(on: api) == 1)
        #expect(script.output == "deployment.apps/sonarr restarted\n")
        #expect(script.errors == ["not you"])
    }

    @Test("all is done though standard output takes nothing; what was done is said on standard error")
    func unwritten() async throws {
        let restarted = Mutex<[String]>([])
        var api = FakeAPI.api()
        api.restart = { reference, _ in restarted.withLock { $0.append(reference.name) } }
        for (problem, status) in [(ENOSPC, 1), (EPIPE, 141)] as [(Int32, Int32)] {
            restarted.withLock { $0 = [] }
            let script = try Script("restart", "radarr", "sonarr", "-y", "--wait", outputProblem: problem)
            #expect(await script.run(on: api) == status)
            #expect(restarted.withLock { $0 } == ["radarr", "sonarr"])
            let said = ["radarr", "sonarr"].map { "deployment.apps/\($0) restarted" }
            let reason = "cannot write to standard output: no space left on device"
            #expect(script.errors == (problem == EPIPE ? [] : said + [reason]))
        }
    }

    @Test("a cluster that does not answer is a failure")
    func unreachable() async throws {
        let api = FakeAPI.api { _ in .failure(.unreachable(Phrase(verbatim: "refused"))) }
        let script = try Script("restart", "sonarr", "-y")
        #expect(await script.run(on: api) == 1)
        #expect(script.errors == ["refused"])
    }
}

extension RolloutStep {
    fileprivate var waiting: String? {
        if case .waiting(let phrase) = self { phrase.english } else { nil }
    }
}
