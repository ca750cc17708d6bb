/// Any object that kstop watches.
package enum ClusterObject: Equatable, Sendable {
    case pod(Pod)
    case deployment(Deployment)
    case replicaSet(ReplicaSet)
    case statefulSet(StatefulSet)
    case daemonSet(DaemonSet)
    case job(Job)
    case cronJob(CronJob)
    case service(Service)
    case ingress(Ingress)
    case endpointSlice(EndpointSlice)
    case networkPolicy(NetworkPolicy)
    case certificate(Certificate)
    case middleware(Middleware)
    case containoMiddleware(ContainoMiddleware)
    case event(ClusterEvent)
    case node(Node)
}

extension ClusterObject {
    package var resource: any Resource {
        switch self {
        case .pod(let pod): pod
        case .deployment(let deployment): deployment
        case .replicaSet(let replicaSet): replicaSet
        case .statefulSet(let statefulSet): statefulSet
        case .daemonSet(let daemonSet): daemonSet
        case .job(let job): job
        case .cronJob(let job): job
        case .service(let service): service
        case .ingress(let ingress): ingress
        case .endpointSlice(let slice): slice
        case .networkPolicy(let policy): policy
        case .certificate(let certificate): certificate
        case .middleware(let middleware): middleware
        case .containoMiddleware(let middleware): middleware
        case .event(let event): event
        case .node(let node): node
        }
    }

    package var kind: ResourceKind { type(of: resource).kind }

    package var metadata: Metadata { resource.metadata }
}
