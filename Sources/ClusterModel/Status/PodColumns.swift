/// The columns that `kubectl get pods -o wide` adds.
extension Pod {
    package var ipText: String { status.podIPs.first ?? "<none>" }

    package var nodeText: String { spec.nodeName.isEmpty ? "<none>" : spec.nodeName }

    package var nominatedNodeText: String { status.nominatedNodeName.isEmpty ? "<none>" : status.nominatedNodeName }

    package var readinessGatesText: String {
        guard !spec.readinessGates.isEmpty else { return "<none>" }
        let open = spec.readinessGates.filter { status.conditions.isTrue($0) }
        return "\(open.count)/\(spec.readinessGates.count)"
    }
}
