import JSONSchema
import Testing

/// What scripts get from the program itself.
struct MachineOutputTests {
    @Test("-o json keeps to the schema")
    func json() async throws {
        let run = try await Binary.run("--demo", "-o", "json", environment: ["PATH": "/usr/bin:/bin"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasSuffix("}\n"))
        #expect(try JSONSchema.snapshot().problems(in: run.output) == [])
        #expect(try JSONValue(run.output)["summary"]?["healthy"] == false)
    }

    @Test("an API server that does not answer: a line, and no document")
    func unreachable() async throws {
        let run = try await Binary.run("-o", "json", "--kubectl", "/bin/false")
        #expect(run.status != 0)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("kstop: "))
    }

    @Test("an application that there is not: its nearest name, and 2")
    func unknownApplication() async throws {
        let run = try await Binary.run("--demo", "--once", "radar")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("did you mean \"radarr\"?"))
    }

    @Test("--check judges the named applications only")
    func check() async throws {
        #expect(try await Binary.run("--demo", "-o", "name", "--check", "radarr").output == "deployment.apps/radarr\n")
        #expect(try await Binary.run("--demo", "-o", "name", "--check", "radarr").status == 0)
        #expect(try await Binary.run("--demo", "-o", "json", "--check", "radarr", "bazarr").status == 3)
    }
}

/// The same of a real cluster.
@Suite(.serialized, .enabled(if: RealCluster.isThere), .timeLimit(.minutes(5)))
struct RealClusterOutputTests {
    @Test("-o json keeps to the schema, and names what kubectl names")
    func json() async throws {
        let run = try await RealCluster.kstop("-o", "json")
        #expect(run.status == 0)
        #expect(try JSONSchema.snapshot().problems(in: run.output) == [])
        let applications = try #require(try JSONValue(run.output)["applications"]).items
        let deployments = applications.flatMap { $0["deployments"]?.items ?? [] }.compactMap { $0["name"]?.text }
        let kubectl = try await Kubectl.lines("get", "deployments", "-o", "jsonpath={.items[*].metadata.name}")
        #expect(deployments.sorted().joined(separator: " ") == kubectl.first)
    }

    @Test("who may only see pods gets a document that says what is forbidden")
    func podViewer() async throws {
        let token = try await RealCluster.serviceAccountToken("pod-viewer")
        let folder = try await RealCluster.kubeconfig(token: token)
        let run = try await RealCluster.kstop("-o", "json", "--kubeconfig", "\(folder.path)/kubeconfig")
        #expect(run.status == 0)
        #expect(try JSONSchema.snapshot().problems(in: run.output) == [])
        let sources = try JSONValue(run.output)["sources"]
        #expect(sources?["pods"]?["state"] == "read")
        #expect(sources?["services"]?["state"] == "forbidden")
    }

    @Test("an empty namespace is a document, too")
    func empty() async throws {
        let run = try await RealCluster.kstop("-n", "kubernetes-dashboard", "-o", "json")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(try JSONSchema.snapshot().problems(in: run.output) == [])
        #expect(try JSONValue(run.output)["applications"]?.items == [])
    }

    @Test("kubectl takes what -o name and -l give")
    func names() async throws {
        let run = try await RealCluster.kstop("-o", "name", "-l", "ksapp in (radarr,sonarr)")
        let words = run.output.split(separator: "\n").map(String.init)
        #expect(words == ["deployment.apps/radarr", "deployment.apps/sonarr"])
        for word in words { #expect(try await Kubectl.lines("get", "-o", "name", word) == [word]) }
    }
}
