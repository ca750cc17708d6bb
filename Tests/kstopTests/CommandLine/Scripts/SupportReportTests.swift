import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import kstop

struct SupportReportTests {
    @Test("it has the versions, the table, why, the nodes and the recent warnings")
    func parts() async throws {
        let script = try Script("report")
        #expect(await script.run(versions: KubectlVersions(client: "v1.36.0", server: "v1.36.1+k3s1")) == 0)
        let lines = script.lines
        #expect(lines.prefix(3) == ["kstop \(Release.version)", "kubectl v1.36.0", "Kubernetes v1.36.1+k3s1"])
        for title in ["APP ", "NODE      STATUS", "NODE      CONDITION", "LAST SEEN"] {
            #expect(lines.contains { $0.hasPrefix(title) })
        }
        #expect(lines.contains { $0.hasPrefix("radarr ") && $0.contains(" radarr-") })
        #expect(lines.contains { $0.hasPrefix("seedbox") && $0.contains("MemoryPressure") })
        #expect(lines.contains { $0.hasPrefix("overseerr is broken: ") })
        #expect(script.output.contains("pod/kavita-"))
        #expect(script.errors == [])
    }

    @Test("nothing of the owner's network is in it")
    func masked() async throws {
        let script = try Script("report")
        _ = await script.run()
        for word in [DemoSeedbox.domain, DemoSeedbox.address, "192.0.2.10", "registry.invalid", "10.42."] {
            #expect(!script.output.contains(word), "\(word)")
        }
        let url = script.lines.first { $0.hasPrefix("radarr ") }?.split(separator: " ").first { $0.hasPrefix("http") }
        #expect(url?.contains(/^https:\/\/host\d+\.example$/) == true)
    }

    @Test("hostile objects tell nothing")
    func hostile() async throws {
        let jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl"
        let message =
            "Bearer \(jwt)\nfrom jane@home.tld [2001:DB8::7]:443, 10.9.8.7:80 via RADARR.Home.TLD, token=s3cr3t"
        let api = FakeAPI.api { kind in
            FakeAPI.seedbox(kind).map { objects in objects.map { withHostility($0, message) } }
        }
        let script = try Script("report")
        #expect(await script.run(on: api) == 0)
        #expect(script.output.contains("SeenOfAll"))
        let words = [jwt, "c2ln", "jane", "home.tld", "2001:db8", "10.9.8", "radarr.home", "s3cr3t", "private.reg"]
        for word in words { #expect(!script.output.lowercased().contains(word.lowercased()), "\(word)") }
    }

    @Test("a cluster that does not answer is reported, too")
    func unreachable() async throws {
        let words = "The connection to the server 203.0.113.9:6443 was refused"
        let api = FakeAPI.api { _ in .failure(.unreachable(Phrase(verbatim: words))) }
        let script = try Script("report")
        #expect(await script.run(on: api, versions: KubectlVersions(client: "v1.36.0")) == 1)
        #expect(script.lines.prefix(3).last == "Kubernetes unknown")
        #expect(script.output.contains("pods: The connection to the server ip1:6443 was refused"))
    }
}

/// An event that says what it should not, and an image from a registry of the owner's.
@Sendable private func withHostility(_ object: ClusterObject, _ message: String) -> ClusterObject {
    switch object {
    case .event(var event):
        (event.type, event.reason, event.message) = (.warning, "SeenOfAll", message)
        event.lastSeen = Play.start
        return .event(event)
    case .deployment(var deployment):
        deployment.spec.template.spec.containers[0].image = "private.registry.home.tld:5000/x@10.9.8.7"
        return .deployment(deployment)
    default: return object
    }
}
