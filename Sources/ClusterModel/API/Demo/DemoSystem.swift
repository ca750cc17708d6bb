import FoundationEssentials

/// What else runs on the machine of the made-up seedbox, as k3s and the dashboard's installation put it there.
struct DemoSystem: Sendable {
    let workload: DemoWorkload
    /// Nil where nothing asks for it by name.
    let service: Service?

    private init(
        _ name: String, _ namespace: String, _ image: String, label: String = "k8s-app", port: Int, service: Service?
    ) {
        let labels = [label: service?.name == "kube-dns" ? "kube-dns" : name]
        workload = DemoWorkload(
            name: name, labels: labels, image: image, port: port, volume: nil, created: 213, updated: 213,
            restarts: PastRestarts(count: 3, daysAgo: 40), replicas: 1, behavior: .works, namespace: namespace)
        self.service = service.map { service in
            var service = service
            service.metadata.namespace = namespace
            service.selector = labels
            return service
        }
    }

    private static let system = DemoSeedbox.systemNamespace
    private static let dashboard = DemoSeedbox.dashboardNamespace

    static let all = [
        DemoSystem(
            "coredns", system, "rancher/mirrored-coredns-coredns:1.12.3", port: 53,
            service: service(
                "kube-dns", "10.43.0.10",
                [ServicePort(name: "dns", port: 53, transport: "UDP"), ServicePort(name: "dns-tcp", port: 53)])),
        DemoSystem(
            "local-path-provisioner", system, "rancher/local-path-provisioner:v0.0.31", label: "app", port: 8080,
            service: nil),
        DemoSystem(
            "metrics-server", system, "rancher/mirrored-metrics-server:v0.8.0", port: 10250,
            service: service(
                "metrics-server", "10.43.118.40",
                [ServicePort(name: "https", port: 443, targetPort: .number(10250))])),
        DemoSystem(
            "traefik", system, "rancher/mirrored-library-traefik:3.5.1", label: "app", port: 8443, service: traefik),
        DemoSystem(
            "kubernetes-dashboard", dashboard, "kubernetesui/dashboard:v2.7.0", port: 8443,
            service: service(
                "kubernetes-dashboard", "10.43.201.77", [ServicePort(port: 443, targetPort: .number(8443))])),
    ]

    private static var traefik: Service {
        var traefik = service(
            "traefik", "10.43.9.181",
            [
                ServicePort(name: "web", port: 80, targetPort: .number(8000), nodePort: 31_411),
                ServicePort(name: "websecure", port: 443, targetPort: .number(8443), nodePort: 30_817),
            ])
        traefik.type = .loadBalancer
        traefik.loadBalancer = [LoadBalancerAddress(ip: DemoSeedbox.address)]
        traefik.externalTrafficPolicy = "Cluster"
        return traefik
    }

    /// The API server itself, for whoever runs in the cluster.
    static var apiServer: Service {
        var service = service(
            "kubernetes", "10.43.0.1", [ServicePort(name: "https", port: 443, targetPort: .number(6443))])
        service.metadata.namespace = "default"
        return service
    }

    private static func service(_ name: String, _ address: String, _ ports: [ServicePort]) -> Service {
        Service(metadata: Metadata(name: name), clusterIPs: [address], ports: ports)
    }
}

extension DemoCluster {
    /// What is not of the seedbox, and what has been reported of late. Its names are made up apart, so that they change
    /// none of the seedbox's.
    mutating func addSystem() {
        let seedboxNames = names
        names = DemoNames(seed: 21, lastPodAddress: 1)
        write(.node(.demo(DemoSeedbox.node, created: now - 213.0.daysAgo, uid: names.uid())))
        for system in DemoSystem.all {
            add(system.workload)
            if let service = system.service { add(service) }
        }
        add(DemoSystem.apiServer, answeredAt: DemoSeedbox.address)
        addOldEvents()
        names = seedboxNames
    }

    private mutating func add(_ service: Service, answeredAt address: String? = nil) {
        var service = service
        service.metadata.uid = names.uid()
        service.metadata.creationTimestamp = now - 213.0.daysAgo
        write(.service(service))
        addSlice(of: service, answeredAt: address)
    }

    private mutating func addOldEvents() {
        for pod in cluster.pods.values.sorted(by: { $0.name < $1.name }) {
            switch pod.spec.containers.first?.name {
            case "overseerr": addStarts(of: pod, count: pod.restartCount, at: now - 135)
            case "kavita": addStarts(of: pod, count: pod.restartCount, at: now - 213)
            case "sonarr": addEvent(.slowProbe, about: pod, count: 2, since: now - 41 * 60, at: now - 23 * 60)
            case "plex": addEvent(.nameservers, about: pod, count: 41_228, at: now - 57)
            case "wgeasy": addEvent(.nameservers, about: pod, count: 118_904, at: now - 31)
            default: break
            }
        }
        for certificate in cluster.certificates.values where !certificate.conditions.isTrue("Ready") {
            addEvent(.issuing(certificate), about: certificate, at: now - 32 * 60)
            addEvent(.orderFailed(certificate), about: certificate, at: now - 31 * 60)
        }
    }

    /// The kubelet pulls, creates and starts again and again.
    private mutating func addStarts(of pod: Pod, count: Int, at moment: Date) {
        addEvent(.pulling, about: pod, count: count, at: moment - 2)
        for event in [DemoEvent.pulled, .created, .started] { addEvent(event, about: pod, count: count, at: moment) }
    }
}
