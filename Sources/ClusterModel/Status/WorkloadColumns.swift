package import FoundationEssentials

/// The columns of `kubectl get statefulsets`, the last two with `-o wide`.
extension StatefulSet {
    package var readyText: String { "\(status.readyReplicas)/\(replicas)" }

    package var containersText: String { template.containersText }

    package var imagesText: String { template.imagesText }
}

/// The columns of `kubectl get daemonsets`, the last three with `-o wide`.
extension DaemonSet {
    package var desiredText: String { String(status.desiredNumberScheduled) }

    package var currentText: String { String(status.currentNumberScheduled) }

    package var readyText: String { String(status.numberReady) }

    package var upToDateText: String { String(status.updatedNumberScheduled) }

    package var availableText: String { String(status.numberAvailable) }

    package var nodeSelectorText: String {
        template.spec.nodeSelector.isEmpty ? "<none>" : template.spec.nodeSelector.labelText
    }

    package var containersText: String { template.containersText }

    package var imagesText: String { template.imagesText }

    package var selectorText: String { selector.text }
}

/// The columns of `kubectl get jobs`, the last three with `-o wide`, by `printJob` in Kubernetes' printers.go.
extension Job {
    /// STATUS, which kubectl has since 1.30.
    package var statusText: String {
        if conditions.isTrue("Complete") { return "Complete" }
        if conditions.isTrue("Failed") { return "Failed" }
        if metadata.deletionTimestamp != nil { return "Terminating" }
        if conditions.isTrue("Suspended") { return "Suspended" }
        if conditions.isTrue("FailureTarget") { return "FailureTarget" }
        return conditions.isTrue("SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running"
    }

    package var completionsText: String {
        if let completions { return "\(succeeded)/\(completions)" }
        let parallelism = parallelism ?? 0
        return parallelism > 1 ? "\(succeeded)/1 of \(parallelism)" : "\(succeeded)/1"
    }

    /// Empty before it starts; goes on counting after it has failed.
    package func durationText(at now: Date) -> String {
        guard let startTime else { return "" }
        return humanDuration((completionTime ?? now).timeIntervalSince(startTime))
    }

    package var containersText: String { template.containersText }

    package var imagesText: String { template.imagesText }

    package var selectorText: String { selector.text }
}

extension PodTemplate {
    /// CONTAINERS and IMAGES of all workloads.
    var containersText: String { spec.containers.map(\.name).joined(separator: ",") }

    var imagesText: String { spec.containers.map(\.image).joined(separator: ",") }
}
