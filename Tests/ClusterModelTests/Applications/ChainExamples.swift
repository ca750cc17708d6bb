import Foundation
import Testing

@testable import ClusterModel

/// The links of some kinds that a sample's first chain should have.
struct ChainExample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kinds: Set<Link.Kind>
    var expected: [String]
    var sample: Sample

    init(_ name: String, _ kinds: Set<Link.Kind>, _ expected: String..., change: (inout Sample) -> Void = { _ in }) {
        (testDescription, self.kinds, self.expected) = (name, kinds, expected)
        sample = Sample(change)
    }
}

extension ChainExample {
    static let good: [ChainExample] = [
        ChainExample(
            "everything", [.tls, .auth, .ingress, .service, .endpoints, .pod, .container],
            "ok tls web-tls | covers web.example.org", "ok auth basic | ", "ok ingress ing-web | traefik  /",
            "ok service web:80 | ClusterIP 10.43.7.12", "ok endpoints 1 of 1 ready | 10.42.0.31:8080",
            "ok pod web-577f7d9db5-sbsbs | Running", "ok container web | running")
    ]

    private static let byDefault = ": plain http, or https with Traefik's default certificate"

    static let ingresses: [ChainExample] = [
        ChainExample(
            "no TLS", [.tls], "doubtful tls none | no TLS: plain http, or https with Traefik's default certificate"
        ) { $0.ingress.tls = [] },
        ChainExample("no TLS without Traefik", [.tls], "doubtful tls none | no TLS: plain http") {
            $0.ingress.tls = []
            $0.ingress.className = "nginx"
        },
        ChainExample(
            "TLS for another host", [.tls], "doubtful tls web-tls | does not cover web.example.org\(byDefault)"
        ) {
            $0.ingress.tls[0].hosts = ["other.example.org"]
        },
        ChainExample(
            "TLS for another host without Traefik", [.tls],
            "doubtful tls web-tls | does not cover web.example.org: plain http"
        ) {
            $0.ingress.tls[0].hosts = ["other.example.org"]
            $0.ingress.className = "nginx"
        },
        ChainExample("a wildcard certificate", [.tls], "ok tls web-tls | covers web.example.org") {
            $0.ingress.tls[0].hosts = ["*.EXAMPLE.org"]
        },
        ChainExample(
            "a wildcard covers one label", [.tls], "doubtful tls web-tls | does not cover a.b.example.org\(byDefault)"
        ) {
            $0.ingress.tls[0].hosts = ["*.example.org"]
            $0.ingress.rules[0].host = "a.b.example.org"
        },
        ChainExample(
            "TLS without a secret", [.tls],
            "doubtful tls default certificate | browsers refuse it, unless it was replaced"
        ) {
            $0.ingress.tls = [IngressTLS()]
        },
        ChainExample("a wildcard host", [.tls], "ok tls web-tls | covers *.example.org") {
            $0.ingress.rules[0].host = "*.example.org"
            $0.ingress.tls[0].hosts = ["*.example.org"]
        },
        ChainExample("every host", [.tls], "doubtful tls web-tls | does not cover every host\(byDefault)") {
            $0.ingress.rules[0].host = ""
        },
        ChainExample(
            "no authentication", [.auth], "doubtful auth none | anyone on the internet reaches this application"
        ) {
            $0.ingress.metadata.annotations = [:]
        },
        ChainExample("the class by annotation", [.ingress], "ok ingress ing-web | traefik  /") {
            $0.ingress.className = nil
            $0.ingress.metadata.annotations["kubernetes.io/ingress.class"] = "traefik"
        },
        ChainExample("no class", [.ingress], "ok ingress ing-web | default class  /") { $0.ingress.className = nil },
        ChainExample("two ingresses", [.ingress], "doubtful ingress ing-web | the same host and path as ing-your") {
            var other = $0.ingress
            other.metadata = Sample.metadata("ing-your", kind: "ingress")
            other.metadata.labels = ["ksapp": "other"]
            $0.others = [.ingress(other)]
        },
        ChainExample(
            "the default backend", [.ingress, .service],
            "ok ingress ing-web | traefik  default backend", "ok service web:80 | ClusterIP 10.43.7.12"
        ) {
            $0.ingress.rules = []
            $0.ingress.defaultBackend = .service(name: "web", port: .number(80))
        },
        ChainExample(
            "no rules at all", [.ingress], "broken ingress ing-web | it has neither paths nor a default backend"
        ) {
            $0.ingress.rules = []
        },
    ]

    static let services: [ChainExample] = [
        ChainExample(
            "a resource", [.service, .endpoints],
            "unknown service icons | APIGroup: k8s.example.com, Kind: StorageBucket, Name: icons"
        ) {
            let backend = IngressBackend.resource(apiGroup: "k8s.example.com", kind: "StorageBucket", name: "icons")
            $0.ingress.rules[0].paths = [IngressPath(backend: backend)]
        },
        ChainExample(
            "a resource of the core group", [.service],
            "unknown service icons | APIGroup: <none>, Kind: ConfigMap, Name: icons"
        ) {
            let backend = IngressBackend.resource(apiGroup: "", kind: "ConfigMap", name: "icons")
            $0.ingress.rules[0].paths = [IngressPath(backend: backend)]
        },
        ChainExample(
            "no such service", [.service, .endpoints], "broken service wab:80 | there is no service wab; web exists"
        ) {
            $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "wab", port: .number(80)))]
        },
        ChainExample("no such service, and none like it", [.service], "broken service xyz:80 | there is no service xyz")
        {
            $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "xyz", port: .number(80)))]
        },
        ChainExample(
            "no such port", [.service, .endpoints],
            "broken service web:81 | service web has no port 81; it has 80",
            "ok endpoints 1 of 1 ready | 10.42.0.31:8080"
        ) { $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "web", port: .number(81)))] },
        ChainExample(
            "the target port is not the service's", [.service],
            "broken service web:8080 | service web has no port 8080; it has 80 (http), 81 (api)"
        ) {
            $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "web", port: .number(8080)))]
            $0.service.ports = [ServicePort(name: "http", port: 80), ServicePort(name: "api", port: 81)]
        },
        ChainExample(
            "no port named at all", [.service],
            "broken service web:? | it names no port of service web; it has 80"
        ) { $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "web", port: nil))] },
        ChainExample(
            "a port by name", [.service, .endpoints],
            "ok service web:80 | ClusterIP 10.43.7.12", "ok endpoints 1 of 1 ready | 10.42.0.31:8080"
        ) {
            $0.ingress.rules[0].paths = [IngressPath(backend: .service(name: "web", port: .name("http")))]
            $0.service.ports = [ServicePort(name: "api", port: 81), ServicePort(name: "http", port: 80)]
            $0.slice.ports = [EndpointPort(name: "api", port: 8081), EndpointPort(name: "http", port: 8080)]
        },
        ChainExample("a node port", [.service], "ok service web:80 | NodePort 10.43.7.12  node port 30000") {
            $0.service.type = .nodePort
            $0.service.ports[0].nodePort = 30000
        },
        ChainExample("a load balancer", [.service], "ok service web:80 | LoadBalancer 10.43.7.12  192.0.2.10") {
            $0.service.type = .loadBalancer
            $0.service.loadBalancer = [LoadBalancerAddress(ip: "192.0.2.10")]
        },
        ChainExample(
            "headless", [.service, .endpoints],
            "ok service web:80 | headless", "ok endpoints 1 of 1 ready | 10.42.0.31:8080"
        ) { $0.service.clusterIPs = ["None"] },
        ChainExample(
            "ExternalName", [.service, .endpoints, .pod],
            "ok service web:80 | ExternalName",
            "doubtful endpoints db.example.com | a DNS name: Traefik answers 404 unless allowExternalNameServices is set"
        ) {
            $0.service.type = .externalName
            $0.service.externalName = "db.example.com"
        },
        ChainExample(
            "ExternalName behind another controller", [.service, .endpoints, .pod],
            "ok service web:80 | ExternalName", "ok endpoints db.example.com | a DNS name (external)"
        ) {
            $0.ingress.className = "nginx"
            $0.service.type = .externalName
            $0.service.externalName = "db.example.com"
        },
    ]

    static let endpoints: [ChainExample] = [
        ChainExample("an external address", [.endpoints, .pod], "ok endpoints 1 of 1 ready | 192.0.2.10:80 (external)")
        {
            $0.absent = [.pods, .deployments]
            $0.service.selector = [:]
            $0.slice.ports = [EndpointPort(port: 80)]
            $0.slice.endpoints = [Endpoint(addresses: ["192.0.2.10"])]
        },
        ChainExample(
            "neither selector nor endpoints", [.endpoints],
            "broken endpoints no endpoints | it has no selector, and nobody wrote endpoints for it"
        ) {
            $0.service.selector = [:]
            $0.slice.endpoints = []
        },
        ChainExample(
            "a misspelt label", [.endpoints], "broken endpoints no endpoints | no pod has ksapp=wep; ksapp=web exists"
        ) {
            $0.service.selector = ["ksapp": "wep", "app": "wep"]
            $0.slice.endpoints = []
        },
        ChainExample("a label like no other", [.endpoints], "broken endpoints no endpoints | no pod has ksapp=radarr") {
            $0.service.selector = ["ksapp": "radarr"]
            $0.slice.endpoints = []
        },
        ChainExample(
            "labels that no pod has together", [.endpoints],
            "broken endpoints no endpoints | no pod has all of ksapp=web,tier=db"
        ) {
            var other = $0.newPod
            other.metadata.labels = ["ksapp": "other", "tier": "db"]
            $0.service.selector = ["ksapp": "web", "tier": "db"]
            $0.slice.endpoints = []
            $0.others = [.pod(other)]
        },
        ChainExample("stopped", [.endpoints, .pod], "stopped endpoints stopped | deployment web is scaled to 0") {
            $0.absent = [.pods]
            $0.deployment.spec.replicas = 0
            $0.slice.endpoints = []
        },
        ChainExample("no pods yet", [.endpoints], "progressing endpoints 0 of 1 ready | deployment web has no pods yet")
        {
            $0.absent = [.pods]
            $0.slice.endpoints = []
        },
        ChainExample(
            "a crashing pod", [.endpoints, .pod, .container],
            "broken endpoints 0 of 1 ready | 10.42.0.31:8080 not ready: CrashLoopBackOff",
            "broken pod web-577f7d9db5-sbsbs | CrashLoopBackOff",
            "broken container web | CrashLoopBackOff, last exit code 1"
        ) {
            $0.pod.status.containerStatuses = [
                Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1))
            ]
            $0.slice.endpoints[0].ready = false
        },
        ChainExample(
            "a starting pod", [.endpoints, .pod, .container],
            "progressing endpoints 0 of 1 ready | web-577f7d9db5-sbsbs not ready: ContainerCreating",
            "progressing pod web-577f7d9db5-sbsbs | ContainerCreating", "progressing container web | ContainerCreating"
        ) {
            $0.pod.metadata.creationTimestamp = noon.addingTimeInterval(-5)
            $0.pod.status = Pod.Status(phase: "Pending", containerStatuses: [Sample.waiting("ContainerCreating")])
            $0.slice.endpoints = []
        },
        ChainExample(
            "a completed pod of the same labels", [.endpoints, .pod],
            "ok endpoints 1 of 1 ready | 10.42.0.31:8080", "ok pod web-577f7d9db5-sbsbs | Running"
        ) {
            var job = $0.newPod
            job.status.phase = "Succeeded"
            $0.others = [.pod(job)]
            $0.slice.endpoints.append(Sample.endpoint(for: job, isReady: false))
        },
        ChainExample("a terminating endpoint", [.endpoints], "ok endpoints 1 of 1 ready | 10.42.0.31:8080") {
            $0.slice.endpoints.append(Endpoint(addresses: ["10.42.0.9"], ready: false, isTerminating: true))
        },
        ChainExample(
            "an unknown readiness counts as ready", [.endpoints], "ok endpoints 1 of 1 ready | 10.42.0.31:8080"
        ) {
            $0.slice.endpoints[0].ready = nil
        },
        ChainExample("IPv6", [.endpoints], "ok endpoints 1 of 1 ready | [fd00::1]:8080") {
            $0.slice.endpoints[0].addresses = ["fd00::1"]
        },
        ChainExample(
            "more than three", [.endpoints],
            "ok endpoints 5 of 5 ready | 192.0.2.1:8080 (external), 192.0.2.2:8080 (external), "
                + "192.0.2.3:8080 (external) + 2 more..."
        ) {
            $0.absent = [.pods]
            $0.slice.endpoints = (1...5).map { Endpoint(addresses: ["192.0.2.\($0)"]) }
        },
        ChainExample(
            "a port that no container declares", [.endpoints],
            "doubtful endpoints 1 of 1 ready | no container declares port 8080, only 9117, 9118: if nothing listens there, "
                + "Traefik answers 502"
        ) {
            $0.pod.spec.containers[0].ports = [
                ContainerPort(containerPort: 9118), ContainerPort(containerPort: 9117),
                ContainerPort(containerPort: 8080, transport: "UDP"),
            ]
        },
        ChainExample("a port that one container declares", [.endpoints], "ok endpoints 1 of 1 ready | 10.42.0.31:8080")
        {
            $0.pod.spec.containers[0].ports = [ContainerPort(containerPort: 9117)]
            $0.pod.spec.containers.append(
                Container(name: "helper", image: "web:1", ports: [ContainerPort(containerPort: 8080)]))
        },
        ChainExample(
            "a port that another controller is sent to", [.endpoints], "ok endpoints 1 of 1 ready | 10.42.0.31:8080"
        ) {
            $0.ingress.className = "nginx"
            $0.pod.spec.containers[0].ports = [ContainerPort(containerPort: 9117)]
        },
        ChainExample(
            "a port name that no container has", [.endpoints],
            "broken endpoints 0 of 1 ready | 10.42.0.31 not ready: Running"
        ) {
            $0.service.ports[0].targetPort = .name("http")
            $0.slice.ports = []
        },
    ]

    static let unreadable: [ChainExample] = [
        ChainExample("services", [.service, .endpoints], "unknown service web:80 | unknown: services is forbidden") {
            $0.absent = [.services]
            $0.sources = [.services: .forbidden("services is forbidden")]
        },
        ChainExample("services, not yet", [.service], "unknown service web:80 | unknown: services are still being read")
        {
            $0.absent = [.services]
            $0.sources = [.services: .loading]
        },
        ChainExample(
            "endpoint slices", [.endpoints, .pod],
            "ok endpoints 1 of 1 ready | 10.42.0.31:8080  by selector", "ok pod web-577f7d9db5-sbsbs | Running"
        ) {
            $0.absent = [.endpointSlices]
            $0.sources = [.endpointSlices: .notServed]
        },
        ChainExample(
            "endpoint slices of a service without selector", [.endpoints],
            "unknown endpoints unknown | unknown: the API server has no endpointslices"
        ) {
            $0.absent = [.endpointSlices]
            $0.service.selector = [:]
            $0.sources = [.endpointSlices: .notServed]
        },
        ChainExample(
            "pods", [.endpoints, .pod],
            "ok endpoints 1 of 1 ready | 10.42.0.31:8080",
            "unknown pod web-577f7d9db5-sbsbs | unknown: pods is forbidden"
        ) {
            $0.absent = [.pods]
            $0.sources = [.pods: .forbidden("pods is forbidden")]
        },
        ChainExample(
            "deployments, which might be stopped", [.endpoints],
            "unknown endpoints unknown | unknown: no"
        ) {
            $0.absent = [.pods, .deployments]
            $0.slice.endpoints = []
            $0.sources = [.deployments: .forbidden("no")]
        },
    ]
}
