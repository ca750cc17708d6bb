import ClusterModel
import FoundationEssentials
import Words

/// What those who are asked for help need to know of a cluster, and nothing that they should not: see `Masks`.
struct SupportReport {
    var cluster: Cluster
    var applications: [Application]
    var versions: KubectlVersions
    /// What could not be read.
    var remarks: [String] = []
    var now: Date
    var language: Language
    private var masks: Masks

    /// Warnings; the last ones.
    private static let longestList = 40
    /// Seconds for which a warning is recent.
    private static let recently = 3600.0

    init(
        _ cluster: Cluster, _ applications: [Application], _ versions: KubectlVersions, at now: Date,
        in language: Language
    ) {
        self.cluster = cluster
        self.applications = applications
        self.versions = versions
        self.now = now
        self.language = language
        masks = Masks(keeping: cluster.names.union(applications.map(\.name)), hosts: cluster.hosts)
    }

    /// To be pasted: plain lines, its parts apart by an empty one.
    mutating func lines() -> [String] {
        let parts = [versionLines, maskedRemarks(), table(), nodeTable(), conditionTable(), warningTable()]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private var versionLines: [String] {
        let unknown = Phrase("unknown").text(in: language)
        return [
            "kstop \(Release.version)", "kubectl \(versions.client ?? unknown)",
            "Kubernetes \(versions.server ?? unknown)",
        ]
    }

    private mutating func maskedRemarks() -> [String] { remarks.map { masked($0) } }

    private mutating func table() -> [String] {
        let options = OnceOptions(format: .wide)
        let cells = onceCells(applications, options, in: language, at: now)
        let sentences = onceSentences(applications, in: language)
        guard cells.count > 1 else { return [] }
        return plainTable(masked(cells)) + (sentences.isEmpty ? [] : [""]) + sentences.map { masked($0) }
    }

    private mutating func nodeTable() -> [String] {
        let nodes = cluster.nodes.values.sorted { $0.name < $1.name }
        let rows = nodes.map { node in
            [node.name, node.statusText, age(since: node.metadata.creationTimestamp, at: now), node.kubeletVersion]
        }
        return rows.isEmpty ? [] : plainTable(masked([["NODE", "STATUS", "AGE", "VERSION"]] + rows))
    }

    private mutating func conditionTable() -> [String] {
        let rows = cluster.nodes.values.sorted { $0.name < $1.name }.flatMap { node in
            node.conditions.map { condition in
                let since = age(since: condition.lastTransitionTime, at: now)
                let state = [node.name, condition.type, condition.status, since]
                return state + [condition.reason, oneLine(condition.message)]
            }
        }
        let title = ["NODE", "CONDITION", "STATUS", "SINCE", "REASON", "MESSAGE"]
        return rows.isEmpty ? [] : plainTable(masked([title] + rows))
    }

    private mutating func warningTable() -> [String] {
        let warnings = cluster.events.values.filter { event in
            event.type == .warning && now.timeIntervalSince(event.lastSeen ?? .distantPast) <= Self.recently
        }
        let sorted = warnings.sorted {
            ($0.lastSeen ?? .distantPast, $0.metadata.name) < ($1.lastSeen ?? .distantPast, $1.metadata.name)
        }
        let rows = sorted.suffix(Self.longestList).map { event in
            [event.lastSeenText(at: now), event.reason, event.objectText, event.countText, oneLine(event.messageText)]
        }
        let title = ["LAST SEEN", "REASON", "OBJECT", "COUNT", "MESSAGE"]
        return rows.isEmpty ? [] : plainTable(masked([title] + rows))
    }

    private mutating func masked(_ rows: [[String]]) -> [[String]] { rows.map { row in row.map { masked($0) } } }

    /// What is longer than any message of Kubernetes' is cut.
    private mutating func masked(_ text: String) -> String { masks.masked(String(text.prefix(1500))) }
}

private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}

extension Cluster {
    /// Of all that may be named in a report as it is.
    fileprivate var names: Set<String> {
        let objects: [[String]] = [
            pods.values.map(\.name), deployments.values.map(\.name), replicaSets.values.map(\.name),
            statefulSets.values.map(\.name), daemonSets.values.map(\.name), jobs.values.map(\.name),
            pods.values.flatMap { $0.spec.containers.map(\.name) }, services.values.map(\.name),
        ]
        return Set(objects.joined())
    }

    /// Those that lead to an application.
    fileprivate var hosts: Set<String> {
        let objects: [[String]] = [
            ingresses.values.flatMap { $0.rules.map(\.host) + $0.tls.flatMap(\.hosts) },
            certificates.values.flatMap(\.dnsNames), services.values.map(\.externalName),
        ]
        return Set(objects.joined())
    }
}

extension ScriptContext {
    /// Prints the report also where the cluster does not answer: that is when help is needed most.
    func printReport() async -> Int32 {
        async let versions = versions()
        let deadline = ContinuousClock.now + patience
        var cluster = await listedCluster(api, session.namespace, until: deadline)
        await cluster.inquire(api)
        let remarks = readingRemarks(cluster, language)
        await cluster.read(.nodes, api, until: deadline)
        let applications = ClusterModel.applications(in: cluster, at: now())
        var report = SupportReport(cluster, applications, await versions, at: now(), in: language)
        report.remarks = remarks + readingRemarks(cluster, language).filter { !remarks.contains($0) }
        report.lines().forEach { console.print($0) }
        return cluster.isIncomplete ? ExitStatus.failure : ExitStatus.success
    }
}
