package import FoundationEssentials
package import Words

/// What pods and nodes used at one moment, as the metrics server measured it.
package struct Metrics: Equatable, Sendable {
    /// A pod that has only just started is not among them.
    package var pods: [ObjectName: Usage] = [:]
    /// By name; empty if they may not be read.
    package var nodes: [String: Usage] = [:]
    /// When they were read.
    package var at: Date

    package init(pods: [ObjectName: Usage] = [:], nodes: [String: Usage] = [:], at: Date) {
        self.pods = pods
        self.nodes = nodes
        self.at = at
    }

    /// Nil for a pod that has not been measured yet, or no more.
    package func usage(of pod: Pod) -> Usage? { pods[pod.metadata.objectName] }

    /// What those of the pods that have been measured use together; nil if none has.
    package func usage(of pods: [Pod]) -> Usage? {
        let usages = pods.compactMap(usage)
        return usages.isEmpty ? nil : usages.reduce(Usage(), +)
    }
}

/// What has become known of the metrics.
package enum MetricsChange: Equatable, Sendable {
    case read(Metrics)
    case absent(MetricsAbsence)
}

/// Why there are no metrics.
package enum MetricsAbsence: Equatable, Sendable {
    /// The API server has no metrics API: no metrics server is installed.
    case notServed
    case forbidden(String)
    /// There is a metrics server, but it has measured nothing yet.
    case notReady
    /// There is a metrics server, but the API server gets no answer from it.
    case silent
    case failing(APIError)

    /// In words; one line.
    package var phrase: Phrase {
        switch self {
        case .notServed: Phrase("no metrics: the cluster has no metrics server")
        case .forbidden(let message): Phrase("no metrics: \(message)")
        case .notReady: Phrase("no metrics yet: the metrics server has none to give")
        case .silent: Phrase("no metrics: the metrics server does not answer")
        case .failing(let error): Phrase("no metrics: \(error.text)")
        }
    }
}
