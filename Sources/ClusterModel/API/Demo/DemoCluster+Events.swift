import FoundationEssentials

/// What is reported, by whom, and how often.
extension DemoCluster {
    /// - Parameters:
    ///   - count: how often.
    ///   - since: when for the first time of several; nil: when the pod was made.
    mutating func addEvent(
        _ event: DemoEvent, about pod: Pod, count: Int = 1, since: Date? = nil, at moment: Date? = nil
    ) {
        let moment = moment ?? now
        let container = event.isAboutContainer ? pod.spec.containers.first?.name : nil
        var report = report(event, event.message(about: pod), "Pod", pod.metadata)
        report.fieldPath = container.map { "spec.containers{\($0)}" } ?? ""
        report.count = count
        report.firstSeen = count > 1 ? since ?? pod.metadata.creationTimestamp : moment
        report.lastSeen = moment
        add(report)
    }

    mutating func addEvent(_ event: DemoEvent, about set: ReplicaSet) {
        add(report(event, event.message, "ReplicaSet", set.metadata))
    }

    mutating func addEvent(_ event: DemoEvent, about deployment: Deployment) {
        add(report(event, event.message, "Deployment", deployment.metadata))
    }

    mutating func addEvent(_ event: DemoEvent, about certificate: Certificate, at moment: Date) {
        var report = report(event, event.message, "Certificate", certificate.metadata)
        (report.firstSeen, report.lastSeen) = (moment, moment)
        add(report)
    }

    /// Reported once and now.
    private func report(_ event: DemoEvent, _ message: String, _ kind: String, _ object: Metadata) -> ClusterEvent {
        let regarding = ObjectReference(kind: kind, name: object.name, namespace: object.namespace, uid: object.uid)
        return ClusterEvent(
            metadata: Metadata(name: "", namespace: object.namespace), regarding: regarding, type: event.type,
            reason: event.reason, message: message, component: event.source.component,
            instance: event.source.instance, firstSeen: now, lastSeen: now)
    }

    /// An event that is there already is counted instead.
    private mutating func add(_ report: ClusterEvent) {
        let known = cluster.events.values.first { known in
            known.regarding.uid == report.regarding.uid && known.reason == report.reason
                && known.message == report.message
        }
        if var known {
            known.count += report.count
            known.lastSeen = report.lastSeen
            return write(.event(known))
        }
        var report = report
        report.metadata.name = "\(report.regarding.name).\(names.eventSuffix())"
        report.metadata.uid = names.uid()
        report.metadata.creationTimestamp = report.firstSeen
        write(.event(report))
    }
}
