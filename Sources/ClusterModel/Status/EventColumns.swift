package import FoundationEssentials

/// The columns of `kubectl get events`, by `printEvent` in Kubernetes' printers.go; five of them only with `-o wide`.
extension ClusterEvent {
    /// LAST SEEN.
    package func lastSeenText(at now: Date) -> String { ClusterModel.age(since: lastSeen, at: now) }

    /// OBJECT: "pod/radarr-5754c5db7d-pm4lh".
    package var objectText: String {
        let kind = regarding.kind.lowercased()
        return regarding.name.isEmpty ? kind : "\(kind)/\(regarding.name)"
    }

    /// SOURCE, wide: "kubelet, seedbox".
    package var sourceText: String { instance.isEmpty ? component : "\(component), \(instance)" }

    /// MESSAGE; may have several lines.
    package var messageText: String {
        let end = message.lastIndex { !$0.isWhitespace }
        return end.map { String(message[...$0].drop(while: \.isWhitespace)) } ?? ""
    }

    /// FIRST SEEN, wide.
    package func firstSeenText(at now: Date) -> String { ClusterModel.age(since: firstSeen, at: now) }

    /// COUNT, wide.
    package var countText: String { String(count) }

    /// How `kubectl describe` and `kubectl events` say when: "5m (x20 over 4d)", or "5m" for what happened once.
    package func intervalText(at now: Date) -> String {
        guard count > 1 else { return firstSeenText(at: now) }
        return "\(lastSeenText(at: now)) (x\(count) over \(firstSeenText(at: now)))"
    }
}
