import ClusterModel
import Foundation
import Testing
import Words

/// The recorded seedbox, in which seven applications are broken on purpose.
struct SeedboxTests {
    @Test("each broken application is found, with its cause", arguments: broken)
    func cause(name: String, status: String, why: String) throws {
        let verdict = try #require(try seedbox().first { $0.name == name }).verdict
        #expect((verdict.health, verdict.status.english) == (.broken, status))
        #expect(verdict.why?.english == why)
    }

    @Test("nothing else is broken, and only sonarr4k is stopped")
    func others() throws {
        let names = Set(broken.map(\.name))
        for application in try seedbox() where !names.contains(application.name) {
            let isStopped = application.name == "sonarr4k"
            #expect(application.verdict.health == (isStopped ? .stopped : .healthy), "\(application.name)")
            #expect(application.verdict.why == nil)
        }
    }

    @Test("the applications are those of the owner's list")
    func names() throws {
        let expected = """
            bazarr externalservice flaresolverr jackett jellyfin kavita komga n8nio nextcloud oauth organizr overseerr \
            plex radarr rutorrent rutorrent-2 sonarr sonarr4k tautulli wgeasy wordpress
            """
        #expect(try seedbox().map(\.name).joined(separator: " ") == expected)
    }

    @Test(
        "the columns of an application",
        arguments: [
            ("wordpress", "2/2 0 https://blog.seedbox.example none wordpress:latest"),
            ("n8nio", "1/1 0 https://n8nio.seedbox.example none n8nio/n8n:latest"),
            (
                "overseerr",
                "0/1 4 (18s ago) https://overseerr.seedbox.example none lscr.io/linuxserver/overseerr:latest"
            ),
            ("radarr", "1/1 0 https://radarr.seedbox.example oauth lscr.io/linuxserver/radarr:latest"),
            ("sonarr4k", "0/0 0 https://sonarr4k.seedbox.example basic lscr.io/linuxserver/sonarr4k:latest"),
            ("flaresolverr", "1/1 0 - - ghcr.io/flaresolverr/flaresolverr:latest"),
            ("externalservice", "0/0 0 https://nas.seedbox.example basic -"),
        ])
    func columns(name: String, expected: String) throws {
        let application = try #require(try seedbox().first { $0.name == name })
        let cells = [
            application.readyText, application.restartSummary.restartsText(at: Fixture.recordedAt),
            application.url ?? "-",
            application.authentication?.rawValue ?? "-", application.image ?? "-",
        ]
        #expect(cells.joined(separator: " ") == expected)
        #expect(application.creationTimestamp != nil)
    }

    @Test(
        "certificates and middlewares are verified",
        arguments: [
            ("radarr", "ok valid 62 days, letsencrypt-prod", "62d valid"),
            ("sonarr4k", "doubtful expires in 5 days, letsencrypt-prod", "5d expiring"),
            ("organizr", "doubtful not ready for 24h: Issuing certificate as Secret does not exist", "- notReady"),
            ("externalservice", "doubtful cert-manager has no certificate for it", "-"),
        ])
    func certificates(name: String, link: String, column: String) throws {
        let application = try #require(try seedbox().first { $0.name == name })
        let tls = try #require(application.chains.first?.links.first)
        #expect("\(tls.state) \(tls.detail)" == link)
        let standing = application.certificateStanding(at: Fixture.recordedAt)
        let text = standing.map { "\($0.days.map { "\($0)d" } ?? "-") \($0.state)" } ?? "-"
        #expect(text == column)
    }

    @Test("the database's own policy is wordpress', and in nobody's way")
    func policy() throws {
        let wordpress = try #require(try seedbox().first { $0.name == "wordpress" })
        #expect(wordpress.networkPolicies.map(\.name) == ["db-wordpress-backend-access"])
        #expect(try seedbox().allSatisfy { $0.chains.allSatisfy { !$0.links.contains { $0.kind == .policy } } })
    }

    @Test("before the pods are read nothing is claimed")
    func loading() throws {
        var cluster = try Fixture.seedbox()
        cluster.apply(.source(.pods, .loading))
        let verdicts = applications(in: cluster, at: Fixture.recordedAt).map(\.verdict)
        #expect(verdicts.allSatisfy { $0 == Verdict(health: .unknown, status: Phrase("loading")) })
    }

    @Test(
        "without services, ingresses and endpoints no link is broken",
        arguments: [SourceState.loading, .forbidden("no")])
    func noLinks(state: SourceState) throws {
        var cluster = try Fixture.seedbox()
        for kind in [ResourceKind.services, .ingresses, .endpointSlices] {
            cluster.apply(.listed(kind, keeping: [], unreadable: []))
            cluster.apply(.source(kind, state))
        }
        let found = applications(in: cluster, at: Fixture.recordedAt).filter { $0.verdict.health == .broken }
        #expect(found.map(\.name) == ["jellyfin", "kavita", "nextcloud", "overseerr"])
    }

    private func seedbox() throws -> [Application] {
        applications(in: try Fixture.seedbox(), at: Fixture.recordedAt)
    }
}

private let broken: [(name: String, status: String, why: String)] = [
    ("bazarr", "no such port", "Ingress ing-bazarr leads nowhere: service bazarr has no port 6768; it has 6767."),
    (
        "jellyfin", "ImagePullBackOff",
        "Image registry.invalid/jellyfin/jellyfin:10.9 of container jellyfin cannot be pulled: "
            + "lookup registry.invalid: i/o timeout."
    ),
    (
        "kavita", "CrashLoopBackOff",
        "Container kavita is killed again and again, liveness probe failed: Get \"http://10.244.0.18:9/\": dial tcp "
            + "10.244.0.18:9: connect: connection refused (restarted 4 times)."
    ),
    (
        "komga", "no such service",
        "Ingress ing-komga leads nowhere: there is no service komga-web; komga exists."
    ),
    (
        "nextcloud", "Pending",
        "Pod nextcloud-655cf7f6b5-rpsrq cannot be scheduled: 0/1 nodes are available: 1 Insufficient cpu."
    ),
    (
        "overseerr", "CrashLoopBackOff",
        "Container overseerr exits with code 1 right after it starts (restarted 4 times)."
    ),
    (
        "tautulli", "no endpoints",
        "Service tautulli leads nowhere: no pod has ksapp=tautuli; ksapp=tautulli exists."
    ),
]
