import Foundation
import Testing
import Words

@testable import ClusterModel

/// One workload is one application, whatever its pods, services and helpers are labelled.
struct OneWorkloadTests {
    @Test("the pods of a deployment without labels are not an application of their own")
    func labelledTemplate() {
        let nginx = ["app": "nginx"]
        let made = workload("site", template: nginx)
        check(made + [service("site", selecting: nginx)], ["nginx": ["site", "site-1-x", "site"]])
        // The deployment's own labels go first.
        let labelled = workload("site", labels: ["app": "site"], template: nginx)
        check(
            labelled + [service("front", labels: nginx, selecting: nginx)],
            ["site": ["front", "site", "site-1-x"]])
    }

    @Test("blue and green are one application")
    func blueGreen() {
        let objects =
            workload("shop-blue", template: ["app": "shop", "color": "blue"])
            + workload("shop-green", template: ["app": "shop", "color": "green"])
            + [service("shop", selecting: ["app": "shop", "color": "green"])]
        check(
            objects,
            [
                "shop": [
                    "shop", "shop-blue", "shop-blue-1-x", "shop-green", "shop-green-1-x",
                ]
            ])
    }

    @Test("one instance with several ways in holds several applications, with one it is one")
    func instances() {
        let radarr = part("radarr", of: "media"), sonarr = part("sonarr", of: "media")
        let worker = workload("worker", labels: part("worker", of: "media").labels)
        check(
            radarr.objects + sonarr.objects + worker,
            [
                "radarr": ["radarr", "radarr", "radarr", "radarr-1-x"],
                "sonarr": ["sonarr", "sonarr", "sonarr", "sonarr-1-x"],
                "worker": ["worker", "worker-1-x"],
            ])
        let database = workload("db", labels: part("mariadb", of: "media").labels)
        check(
            radarr.objects + database,
            ["media": ["db", "db-1-x", "radarr", "radarr", "radarr", "radarr-1-x"]])
    }

    @Test("applications of the same name in two such instances have the instance's name before their own")
    func ambiguousParts() {
        let objects = ["one", "two"].flatMap { instance in
            ["web", "api"].flatMap { part($0, of: instance, named: "\(instance)-\($0)").objects }
        }
        #expect(names(objects) == ["one-api", "one-web", "two-api", "two-web"])
    }

    @Test("one app in two releases is two applications, in one it is one")
    func releases() {
        func database(_ release: String) -> [ClusterObject] {
            let labels = ["app": "postgresql", "release": release]
            return workload("\(release)-postgresql", labels: labels)
                + [service("\(release)-postgresql", labels: labels, selecting: labels)]
        }
        #expect(names(database("blog") + database("shop")) == ["blog", "shop"])
        #expect(names(database("blog")) == ["postgresql"])
    }

    @Test("an ingress with several backends belongs to the application of each, with the way that leads there")
    func severalBackends() throws {
        var home = ingress("home", to: "radarr")
        home.rules[0].paths = ["radarr", "sonarr", "gone"].map { name in
            IngressPath(path: "/\(name)", backend: .service(name: name, port: .number(80)))
        }
        let apps = ["radarr", "sonarr"].flatMap { name in
            workload(name, labels: ["app": name]) + [service(name, selecting: ["app": name])]
        }
        let found = applications(in: Cluster(apps + [.ingress(home)]), at: noon)
        #expect(found.map(\.name) == ["radarr", "sonarr"])
        #expect(found.map(\.url) == ["http://home.example.org/radarr", "http://home.example.org/sonarr"])
        // What leads nowhere is told once.
        let ways = found.map { $0.chains.map(\.url) }
        #expect(
            ways == [
                ["http://home.example.org/radarr", "http://home.example.org/gone"], ["http://home.example.org/sonarr"],
            ])
        let shared = try #require(found.last)
        #expect(shared.authentication == Authentication.none)
    }

    @Test("cert-manager's solvers belong to the application of their host, whose URL and entrance they are not")
    func solver() throws {
        var objects = workload("radarr", labels: ["ksapp": "radarr"])
        objects += [service("radarr", selecting: ["ksapp": "radarr"]), .ingress(ingress("radarr", to: "radarr"))]
        let found = applications(in: Cluster(objects + solver("radarr.example.org")), at: noon)
        let radarr = try #require(found.first)
        #expect(found.map(\.name) == ["radarr"])
        #expect(radarr.url == "http://radarr.example.org")
        #expect(radarr.readyText == "1/1")
        #expect(radarr.chains.map(\.url) == ["http://radarr.example.org/"])
        #expect(radarr.pods.map(\.name).sorted() == ["cm-acme-http-solver-rqtbp", "radarr-1-x"])
        #expect(radarr.verdict.health == .healthy)
    }

    @Test("a solver of a host that no ingress shows belongs to the certificate of the host, else to the host")
    func lonelySolver() {
        var certificate = Certificate(metadata: metadata("radarr-tls", "certificate"))
        certificate.dnsNames = ["radarr.example.org"]
        let solver = solver("radarr.example.org")
        #expect(names(solver + [.certificate(certificate)]) == ["radarr"])
        #expect(names(solver) == ["radarr.example.org"])
        #expect(applications(in: Cluster(solver), at: noon).map(\.verdict.status.english) == ["Pending"])
    }

    @Test("k3s' load balancers belong to the application of their service, in whichever namespace they run")
    func loadBalancer() {
        let labels = [
            "svccontroller.k3s.cattle.io/svcname": "plex", "svccontroller.k3s.cattle.io/svcnamespace": "kubeseed",
        ]
        var set = DaemonSet(metadata: metadata("svclb-plex-1a2b", "set", labels: labels))
        set.metadata.namespace = "kube-system"
        set.template.labels = labels.merging(["app": "svclb-plex-1a2b"]) { own, _ in own }
        var pod = Pod(metadata: metadata("svclb-plex-1a2b-x2x9q", "pod", labels: set.template.labels))
        pod.metadata.namespace = "kube-system"
        pod.metadata.ownerReferences = [OwnerReference(kind: "DaemonSet", name: set.name, uid: set.uid)]
        let plex =
            workload("media-server", labels: ["ksapp": "media"]) + [service("plex", selecting: ["ksapp": "media"])]
        let found = applications(in: Cluster(plex + [.daemonSet(set), .pod(pod)]), at: noon)
        #expect(found.map(\.id) == ["kubeseed/media"])
        #expect(found.first?.pods.count == 2)
    }

    @Test(
        "a cron job without a job has a row, and its jobs are in it",
        arguments: [(false, "scheduled", Health.healthy), (true, "Suspended", .stopped)])
    func cronJob(isSuspended: Bool, status: String, health: Health) throws {
        var cron = CronJob(metadata: metadata("nightly", "cron"), schedule: "0 3 * * *", isSuspended: isSuspended)
        cron.template.labels = ["app": "backup"]
        let alone = try #require(applications(in: Cluster([.cronJob(cron)]), at: noon).first)
        #expect(alone.name == "backup")
        #expect(alone.verdict.status.english == status)
        #expect(alone.verdict.health == health)
        #expect(alone.chains.flatMap(\.links).map(\.detail.english) == ["cron job, 0 3 * * *"])
        var job = Job(metadata: metadata("nightly-28391040", "job", labels: ["app": "other"]))
        job.metadata.ownerReferences = [OwnerReference(kind: "CronJob", name: "nightly", uid: cron.uid)]
        job.conditions = [Condition(type: "Complete", status: "True")]
        let started = applications(in: Cluster([.cronJob(cron), .job(job)]), at: noon)
        #expect(started.map(\.name) == ["backup"])
        #expect(started.map(\.verdict.status.english) == ["Completed"])
    }

    @Test("a replica set that no deployment keeps has a row, and says why it cannot make pods")
    func replicaSet() throws {
        var set = ReplicaSet(metadata: metadata("lone", "set"), replicas: 2, readyReplicas: 0)
        set.conditions = [Condition(type: "ReplicaFailure", status: "True", message: "exceeded quota")]
        let lone = try #require(applications(in: Cluster([.replicaSet(set)]), at: noon).first)
        #expect(lone.readyText == "0/2")
        #expect(lone.verdict.health == .broken)
        #expect(lone.verdict.why?.english == "Replica set lone cannot make pods: exceeded quota.")
        set.metadata.ownerReferences = [OwnerReference(kind: "Deployment", name: "web", uid: "d")]
        #expect(names([.replicaSet(set)]) == [])
    }
}

// The objects.
extension OneWorkloadTests {
    private func metadata(_ name: String, _ kind: String, labels: [String: String] = [:]) -> Metadata {
        var metadata = Metadata(name: name, namespace: "kubeseed", uid: "\(kind) \(name)", labels: labels)
        metadata.creationTimestamp = noon.addingTimeInterval(-3600)
        return metadata
    }

    /// A deployment that is well, its replica set NAME-1 and its pod NAME-1-x.
    private func workload(
        _ name: String, labels: [String: String] = [:], template: [String: String]? = nil
    ) -> [ClusterObject] {
        var deployment = Deployment(metadata: metadata(name, "deployment", labels: labels))
        deployment.spec.template.labels = template ?? labels
        deployment.status = Deployment.Status(replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1)
        var set = ReplicaSet(metadata: metadata("\(name)-1", "replica set", labels: template ?? labels))
        set.metadata.ownerReferences = [OwnerReference(kind: "Deployment", name: name, uid: deployment.uid)]
        var pod = Pod(metadata: metadata("\(name)-1-x", "pod", labels: template ?? labels))
        pod.metadata.ownerReferences = [OwnerReference(kind: "ReplicaSet", name: set.name, uid: set.uid)]
        pod.spec.containers = [Container(name: "web")]
        pod.status.phase = "Running"
        pod.status.podIPs = ["10.0.0.1"]
        pod.status.containerStatuses = [Sample.running]
        var slice = EndpointSlice(metadata: metadata("\(name)-abc", "slice"))
        slice.metadata.labels = ["kubernetes.io/service-name": name]
        slice.ports = [EndpointPort(port: 80)]
        slice.endpoints = [Sample.endpoint(for: pod)]
        return [.deployment(deployment), .replicaSet(set), .pod(pod), .endpointSlice(slice)]
    }

    private func service(
        _ name: String, labels: [String: String] = [:], selecting selector: [String: String]
    ) -> ClusterObject {
        var service = Service(metadata: metadata(name, "service", labels: labels))
        service.selector = selector
        service.ports = [ServicePort(port: 80)]
        return .service(service)
    }

    private func ingress(_ name: String, to service: String) -> Ingress {
        var ingress = Ingress(metadata: metadata(name, "ingress"))
        let backend = IngressBackend.service(name: service, port: .number(80))
        ingress.rules = [IngressRule(host: "\(name).example.org", paths: [IngressPath(path: "/", backend: backend)])]
        return ingress
    }

    /// A deployment of an instance with a service and an ingress.
    private func part(
        _ name: String, of instance: String, named: String? = nil
    ) -> (labels: [String: String], objects: [ClusterObject]) {
        let labels = ["app.kubernetes.io/instance": instance, "app.kubernetes.io/name": name]
        let named = named ?? name
        let objects = workload(named, labels: labels) + [service(named, labels: labels, selecting: labels)]
        return (labels, objects + [.ingress(ingress(named, to: named))])
    }

    /// As cert-manager 1.20 makes them.
    private func solver(_ host: String) -> [ClusterObject] {
        let labels = [
            "acme.cert-manager.io/http-domain": "1534265429", "acme.cert-manager.io/http-token": "1425608566",
            "acme.cert-manager.io/http01-solver": "true",
        ]
        var pod = Pod(metadata: metadata("cm-acme-http-solver-rqtbp", "pod", labels: labels))
        pod.metadata.ownerReferences = [OwnerReference(kind: "Challenge", name: "radarr-tls-1-2-3", uid: "challenge")]
        pod.spec.containers = [Container(name: "acmesolver")]
        pod.status.phase = "Pending"
        pod.metadata.creationTimestamp = noon.addingTimeInterval(-5)
        var ingress = ingress("cm-acme-http-solver-jcmlx", to: "cm-acme-http-solver-z2mt9")
        ingress.metadata.labels = labels
        ingress.rules[0].host = host
        let service = service("cm-acme-http-solver-z2mt9", labels: labels, selecting: labels)
        return [.pod(pod), service, .ingress(ingress)]
    }

    private func names(_ objects: [ClusterObject]) -> [String] {
        applications(in: Cluster(objects), at: noon).map(\.name)
    }

    /// - Parameter expected: the names of the objects of each application, in alphabetical order.
    private func check(
        _ objects: [ClusterObject], _ expected: [String: [String]], at location: SourceLocation = #_sourceLocation
    ) {
        let found = applications(in: Cluster(objects), at: noon).map { application in
            (application.name, application.objects.map(\.metadata.name).sorted())
        }
        let members = Dictionary(uniqueKeysWithValues: found)
        #expect(members == expected.mapValues { $0.sorted() }, sourceLocation: location)
    }
}
