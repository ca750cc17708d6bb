/// The columns of `kubectl get deployments`, the last three with `-o wide`.
extension Deployment {
    package var readyText: String { "\(status.readyReplicas)/\(spec.replicas)" }

    package var upToDateText: String { String(status.updatedReplicas) }

    package var availableText: String { String(status.availableReplicas) }

    package var containersText: String { spec.template.containersText }

    package var imagesText: String { spec.template.imagesText }

    package var selectorText: String { spec.selector.text }
}

extension LabelSelector {
    /// As Kubernetes' LabelSelectorAsSelector writes it: "app=a,tier in (b,c)", or "<none>". By key; those of one key
    /// in the order of the spec.
    package var text: String {
        let pairs = matchLabels.map { (key: $0.key, text: "\($0.key)=\($0.value)") }
        let requirements = pairs + matchExpressions.map { (key: $0.key, text: $0.text) }
        guard !requirements.isEmpty else { return "<none>" }
        return requirements.sorted { $0.key < $1.key }.map(\.text).joined(separator: ",")
    }
}

extension LabelSelector.Requirement {
    fileprivate var text: String {
        let list = values.sorted().joined(separator: ",")
        return switch operation {
        case .isIn: "\(key) in (\(list))"
        case .isNotIn: "\(key) notin (\(list))"
        case .exists: key
        case .doesNotExist: "!\(key)"
        }
    }
}

extension [String: String] {
    /// As Kubernetes' FormatLabels writes them: "app.kubernetes.io/name=a,app=a", in the order of these texts rather
    /// than of the keys; empty for none.
    package var labelText: String {
        map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
    }
}
