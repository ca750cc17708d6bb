import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// What the cockpit shows of a real cluster: its node, usage, events, and its other namespaces.
    @Suite
    struct Cockpit {
        @Test("the header has the node with what kubectl top says of it")
        func node() async throws {
            let tmux = try await RealCluster.terminal()
            let node = try #require(try await Kubectl.lines("get", "nodes", "-o", "name").first?.dropFirst(5))
            var readings: Set<[String]> = []
            try await waitUntil("the node as in kubectl top node", timeout: 60) {
                let top = try await Kubectl.lines("top", "node", "--no-headers").first?.split(separator: " ") ?? []
                if top.count >= 5 { readings.insert(["\(node)", "Ready", "cpu", "\(top[2])", "mem", "\(top[4])"]) }
                let header = try await tmux.screen().rows.first ?? []
                return readings.contains { header.containsInOrder($0) }
            }
        }

        @Test("the usage of pods and applications is that of kubectl top pods")
        func usage() async throws {
            let tmux = try await RealCluster.terminal()
            var readings: [String: Set<[String]>] = [:]
            try await tmux.keys("2")
            try await waitUntil("the pods' usage as in kubectl top pods", timeout: 60) {
                let pods = try await Kubectl.addUsage(to: &readings)
                let screen = try await tmux.screen()
                return !pods.isEmpty
                    && pods.allSatisfy { pod in readings[pod]?.contains { screen.row([pod] + $0) != nil } == true }
            }
            try await tmux.keys("1")
            try await waitUntil("the applications' usage", timeout: 60) {
                _ = try await Kubectl.addUsage(to: &readings)
                let screen = try await tmux.screen()
                return ["jackett", "radarr", "plex", "komga"].allSatisfy { application in
                    // Each has one pod.
                    let usages = readings.filter { $0.key.hasPrefix("\(application)-") }.values.joined()
                    return usages.contains { screen.row([application] + $0) != nil }
                }
            }
        }

        @Test("events are those of kubectl get events")
        func events() async throws {
            // Their messages as long as they are.
            let tmux = try await Tmux.kstop(
                "-n kubeseed", columns: 900, rows: 500, environment: Kubectl.environment)
            try await tmux.waitFor("live", timeout: 30)
            try await tmux.keys("6")
            // Not all at once: a cluster that has run for an hour has more of them than a screen has rows. Those of what
            // is broken come again and again; others are gone by then.
            for pods in ["pod/kavita-", "pod/overseerr-", "pod/nextcloud-"] {
                try await tmux.keys("/")
                try await tmux.type(pods)
                try await tmux.keys("Enter")
                var (shown, expected): ([String], [String]) = ([], [])
                do {
                    try await waitUntil("the events as in kubectl get events", timeout: 45) {
                        let before = try await Kubectl.events(with: pods)
                        shown = try await tmux.screen().events.sorted()
                        let after = try await Kubectl.events(with: pods)
                        expected = after
                        return !shown.isEmpty && (shown == before || shown == after)
                    }
                } catch {
                    Issue.record("only on the screen: \(Set(shown).subtracting(expected).sorted())")
                    Issue.record("only in kubectl: \(Set(expected).subtracting(shown).sorted())")
                    throw error
                }
                try await tmux.keys("Escape")
            }
        }

        @Test("-A shows the objects of all namespaces, 0 those of one again")
        func allNamespaces() async throws {
            let tmux = try await RealCluster.terminal("-A")
            try await tmux.keys("4")
            let screen = try await tmux.waitFor("the services") { $0.row("NAMESPACE", "NAME", "TYPE") != nil }
            #expect(screen.contains("all namespaces"))
            #expect(screen.row("default", "kubernetes", "ClusterIP") != nil)
            #expect(screen.row("kubeseed", "radarr", "ClusterIP") != nil)
            let count = try await Kubectl.lines("get", "services", "-A", "--no-headers").count
            #expect(screen.row("4", "Services", "\(count)") != nil)
            try await tmux.keys("0")
            try await tmux.waitFor("one namespace") { $0.row("NAMESPACE", "NAME") == nil && $0.row("radarr") != nil }
        }

        @Test("another namespace by command, with completion, and back")
        func namespaces() async throws {
            let tmux = try await RealCluster.terminal()
            try await tmux.keys("4")
            try await tmux.type(":ns defa")
            try await tmux.waitFor("the names to complete with") { $0.contains("ns default") }
            try await tmux.keys("Tab", "Enter")
            try await tmux.waitFor("default") { $0.row("kubernetes", "ClusterIP") != nil && $0.row("radarr") == nil }
            try await tmux.command("ns no-such-namespace")
            try await tmux.waitFor("namespace \"no-such-namespace\" does not exist")
            try await tmux.command("ns kubeseed")
            try await RealCluster.compare(tmux, "services")
        }

        @Test("an unknown context is refused in kubectl's words, a known one connected to anew")
        func contexts() async throws {
            let tmux = try await RealCluster.terminal()
            try await tmux.command("ctx nowhere")
            try await tmux.waitFor("context \"nowhere\" does not exist", timeout: 30)
            let context = try #require(try await Kubectl.lines("config", "current-context").first)
            try await tmux.command("ctx \(context)")
            try await tmux.waitFor("connected to \(context)", timeout: 30)
            try await tmux.keys("3")
            try await RealCluster.compare(tmux, "deployments")
        }
    }
}

extension Kubectl {
    /// Adds what `kubectl top pods` says now, by pod: metrics are read at intervals, so either of two may be on a screen.
    /// - Returns: the pods that have some now.
    fileprivate static func addUsage(to readings: inout [String: Set<[String]>]) async throws -> [String] {
        let rows = try await lines("top", "pods", "--no-headers").map { $0.split(separator: " ").map(String.init) }
        for row in rows where row.count == 3 { readings[row[0], default: []].insert(Array(row.dropFirst())) }
        return rows.compactMap(\.first)
    }

    /// The lines with some text, without LAST SEEN, in alphabetical order.
    fileprivate static func events(with text: String) async throws -> [String] {
        try await lines("get", "events", "--no-headers").filter { $0.contains(text) }.map { line in
            line.split(separator: " ").dropFirst().joined(separator: " ")
        }.sorted()
    }
}

extension String {
    /// The rows of the events page without marks and LAST SEEN.
    fileprivate var events: [String] {
        guard let titles = lines.firstIndex(where: { $0.contains("LAST SEEN") }) else { return [] }
        // The details stand to the right of the table, and may go further down.
        let rows = lines[(titles + 1)...].map { $0.prefix(900 * 5 / 8 - 1).split(separator: " ") }
        return rows.prefix { !$0.isEmpty }.map { words in
            // A mark for news, one for the type, and LAST SEEN.
            words.drop { $0.count == 1 }.dropFirst().joined(separator: " ")
        }
    }
}
