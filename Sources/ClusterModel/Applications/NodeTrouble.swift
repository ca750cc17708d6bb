import FoundationEssentials
import Words

/// A node that is not ready.
struct NodeTrouble: Equatable, Sendable {
    var name: String
    /// What its kubelet says; nil if that has not reported.
    var problem: String?
    var since: Date?
}

extension NodeTrouble {
    /// Nil for a node that is ready.
    init?(_ node: Node) {
        guard let condition = node.conditions.last(where: { $0.type == "Ready" }), condition.status != "True" else {
            return nil
        }
        name = node.name
        problem = condition.status == "False" ? condition.message : nil
        since = condition.lastTransitionTime
    }

    /// - Parameter time: for how long it has been so; empty if that is not known.
    func clause(_ time: String) -> Phrase {
        if let problem { return Phrase("node \(name) is not ready").because(problem) }
        if time.isEmpty { return Phrase("node \(name) does not report any more") }
        return Phrase("node \(name) has not reported for \(time)")
    }

    func cause(at now: Date) -> Cause {
        .node(self, time: since.map { humanDuration(now.timeIntervalSince($0)) } ?? "")
    }
}

/// The nodes that are not ready.
struct NodeTroubles: Equatable {
    private var byName: [String: NodeTrouble] = [:]
    private let count: Int

    init(_ nodes: some Collection<Node>) {
        count = nodes.count
        for node in nodes { byName[node.name] = NodeTrouble(node) }
    }

    /// Of its node; of a pod that has none yet, one of them if there is no node without.
    func trouble(of pod: Pod) -> NodeTrouble? {
        if !pod.spec.nodeName.isEmpty { return byName[pod.spec.nodeName] }
        guard count > 0, byName.count == count else { return nil }
        return byName.values.min { $0.name < $1.name }
    }
}
