import Expectations
import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

/// With a shell script for kubectl.
struct DescriptionTests {
    private static let radarr = ObjectAddress(.deployments, ObjectName(namespace: "kubeseed", name: "radarr"))

    private func describe(
        _ script: String, _ object: ObjectAddress = radarr, timeout: Double = 60
    ) async throws(APIError) -> BoundedText {
        let options = KubectlOptions(command: ["/bin/sh", "-c", script, "kubectl"])
        return try await KubectlProxy(options, environment: ["PATH": "/usr/bin:/bin"])
            .description(of: object, timeout: timeout)
    }

    @Test("kubectl is asked for one object by kind, group, name and namespace, each in one word")
    func arguments() async throws {
        let text = try await describe(#"printf '%s|' "$@""#)
        #expect(text == BoundedText("describe|deployments.apps/radarr|--namespace=kubeseed|"))
    }

    @Test("a hostile name can neither become an option nor reach a shell")
    func hostile() async throws {
        let object = ObjectAddress(.pods, ObjectName(namespace: "-A; true", name: "--all $(id)"))
        let text = try await describe(#"printf '%s|' "$@""#, object)
        #expect(text == BoundedText("describe|pods/--all $(id)|--namespace=-A; true|"))
    }

    @Test("nodes live in no namespace")
    func nodes() async throws {
        let object = ObjectAddress(.nodes, ObjectName(namespace: "", name: "seedbox"))
        #expect(try await describe(#"printf '%s|' "$@""#, object).text == "describe|nodes/seedbox|")
    }

    @Test(
        "kubectl's own words when it fails",
        arguments: [
            (#"Error from server (NotFound): pods "x" not found"#, 404), (#"Error from server (Forbidden): no"#, 403),
        ])
    func refusals(_ words: String, _ code: Int) async {
        let reason = code == 404 ? "NotFound" : "Forbidden"
        await #expect(throws: APIError.refused(code: code, reason: reason, message: words)) {
            try await describe("echo '\(words)' >&2; exit 1")
        }
    }

    @Test("other failures are told in kubectl's words, too")
    func failures() async {
        await #expect(throws: APIError.unreachable(Phrase(verbatim: "unknown flag"))) {
            try await describe("echo 'error: unknown flag' >&2; exit 1")
        }
        let error = await thrown(APIError.self) { try await describe("exit 3") }
        #expect(error?.text.english.hasSuffix("kubectl describe exited with status 3 and said nothing") == true)
    }

    @Test("a kubectl that hangs is ended")
    func timeout() async {
        await #expect(throws: APIError.timedOut(seconds: 0.2)) { try await describe("exec sleep 1000", timeout: 0.2) }
    }

    @Test("ten megabytes are cut, and whoever writes them is ended")
    func huge() async throws {
        let text = try await describe("head -c 10485760 /dev/zero | tr '\\0' x; exec sleep 1000")
        #expect(text.isCut)
        #expect(text.text.utf8.count == KubectlProxy.longestDescription)
    }

    @Test("an endless complaint is cut")
    func complaints() async {
        await #expect(throws: APIError.self) { try await describe("exec yes >&2") }
    }

    @Test("an object of the API is asked for by its path")
    func manifest() async throws {
        let server = FakeServer([.json(#"{"kind":"Pod"}"#)])
        let api = ClusterAPI.over(server.client, refresh: 5)
        let object = try await api.manifest(ObjectAddress(.pods, ObjectName(namespace: "a", name: "b")))
        #expect(object == .object([.init("kind", .string("Pod"))]))
        #expect(server.requestLines == ["GET /api/v1/namespaces/a/pods/b"])
    }

    @Test("the demo describes all of its objects, and has YAML of them")
    func demo() async throws {
        let start = Date(timeIntervalSince1970: 1_795_442_400)
        let api = ClusterAPI.demo(start: start, clock: DemoClock(now: { start }, wait: { _ in }))
        for object in ResourceKind.allCases.flatMap({ DemoCluster(start: start).objects($0) }) {
            let address = ObjectAddress(object.kind, object.metadata.objectName)
            #expect(try await api.describe(address).text.hasPrefix("Name: "))
            #expect(try await api.manifest(address)["metadata"]?["name"]?.text == object.metadata.name)
        }
        await #expect(throws: APIError.self) { try await api.describe(Self.radarr(inNamespace: "nowhere")) }
    }

    private static func radarr(inNamespace namespace: String) -> ObjectAddress {
        ObjectAddress(.deployments, ObjectName(namespace: namespace, name: "radarr"))
    }
}
