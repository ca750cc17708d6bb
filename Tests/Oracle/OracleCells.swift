import Foundation

@testable import ClusterModel

/// What kstop would print in the columns of `kubectl get -o wide`.
enum OracleCells {
    /// The kinds that have columns in kstop; one that gets some comes here and into `of(_:at:)`.
    static let kinds: [ResourceKind] = [
        .pods, .deployments, .statefulSets, .daemonSets, .jobs, .services, .ingresses, .events,
    ]

    /// By the server's names for the columns; empty for a kind without columns.
    static func of(_ object: ClusterObject, at now: Date) -> [String: String] {
        switch object {
        case .pod(let pod): cells(pod, at: now)
        case .deployment(let deployment): cells(deployment, at: now)
        case .service(let service): cells(service, at: now)
        case .ingress(let ingress): cells(ingress, at: now)
        case .statefulSet(let set): cells(set, at: now)
        case .daemonSet(let set): cells(set, at: now)
        case .job(let job): cells(job, at: now)
        case .event(let event): cells(event, at: now)
        // Cron jobs have another version on servers before 1.21.
        case .replicaSet, .cronJob, .endpointSlice, .networkPolicy, .certificate, .middleware, .containoMiddleware,
            .node:
            [:]
        }
    }

    private static func cells(_ pod: Pod, at now: Date) -> [String: String] {
        let summary = pod.summary
        return [
            "Name": pod.name, "Ready": summary.readyText, "Status": summary.status,
            "Restarts": summary.restartsText(at: now), "Age": pod.age(at: now), "IP": pod.ipText,
            "Node": pod.nodeText, "Nominated Node": pod.nominatedNodeText, "Readiness Gates": pod.readinessGatesText,
        ]
    }

    private static func cells(_ deployment: Deployment, at now: Date) -> [String: String] {
        [
            "Name": deployment.name, "Ready": deployment.readyText, "Up-to-date": deployment.upToDateText,
            "Available": deployment.availableText, "Age": deployment.age(at: now),
            "Containers": deployment.containersText, "Images": deployment.imagesText,
            "Selector": deployment.selectorText,
        ]
    }

    private static func cells(_ set: StatefulSet, at now: Date) -> [String: String] {
        [
            "Name": set.name, "Ready": set.readyText, "Age": set.age(at: now), "Containers": set.containersText,
            "Images": set.imagesText,
        ]
    }

    private static func cells(_ set: DaemonSet, at now: Date) -> [String: String] {
        [
            "Name": set.name, "Desired": set.desiredText, "Current": set.currentText, "Ready": set.readyText,
            "Up-to-date": set.upToDateText, "Available": set.availableText, "Node Selector": set.nodeSelectorText,
            "Age": set.age(at: now), "Containers": set.containersText, "Images": set.imagesText,
            "Selector": set.selectorText,
        ]
    }

    private static func cells(_ job: Job, at now: Date) -> [String: String] {
        [
            "Name": job.name, "Status": job.statusText, "Completions": job.completionsText,
            "Duration": job.durationText(at: now), "Age": job.age(at: now), "Containers": job.containersText,
            "Images": job.imagesText, "Selector": job.selectorText,
        ]
    }

    private static func cells(_ service: Service, at now: Date) -> [String: String] {
        [
            "Name": service.name, "Type": service.type.word, "Cluster-IP": service.clusterIPText,
            "External-IP": service.externalIPText, "Port(s)": service.portsText, "Age": service.age(at: now),
            "Selector": service.selectorText,
        ]
    }

    private static func cells(_ ingress: Ingress, at now: Date) -> [String: String] {
        [
            "Name": ingress.name, "Class": ingress.classText, "Hosts": ingress.hostsText,
            "Address": ingress.addressText, "Ports": ingress.portsText, "Age": ingress.age(at: now),
        ]
    }

    private static func cells(_ event: ClusterEvent, at now: Date) -> [String: String] {
        [
            "Last Seen": event.lastSeenText(at: now), "Type": event.type.word, "Reason": event.reason,
            "Object": event.objectText, "Subobject": event.fieldPath, "Source": event.sourceText,
            "Message": event.messageText, "First Seen": event.firstSeenText(at: now), "Count": event.countText,
            "Name": event.name,
        ]
    }
}
