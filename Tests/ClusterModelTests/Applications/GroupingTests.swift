import Foundation
import Testing

@testable import ClusterModel

struct GroupingTests {
    @Test(
        "labels name the application, kubeseed's first",
        arguments: [
            (["ksapp": "a", "app.kubernetes.io/instance": "b", "app": "c", "app.kubernetes.io/name": "d"], "a"),
            (["app.kubernetes.io/instance": "b", "app": "c", "app.kubernetes.io/name": "d"], "b"),
            (["app": "c", "app.kubernetes.io/name": "d"], "c"),
            (["app.kubernetes.io/name": "d"], "d"),
            (["app": "node.js"], "node.js"),
            (["app": "db-wordpress.wordpress", "ksapp": "wordpress"], "wordpress"),
            (["ksapp": "", "app": ""], "lonely"),
            ([:], "lonely"),
        ] as [([String: String], String)])
    func labels(labels: [String: String], expected: String) {
        let pod = Pod(metadata: Metadata(name: "lonely", uid: "p", labels: labels))
        check(pod, in: [], expected)
    }

    @Test("owners name the application of a pod without labels")
    func owners() {
        let set = owned("web-577f7d9db5", by: OwnerReference(kind: "Deployment", name: "web", uid: "d"))
        let replicaSet = ReplicaSet(metadata: set)
        let deployment = Deployment(metadata: Metadata(name: "web", uid: "d", labels: ["ksapp": "blog"]))
        let pod = Pod(metadata: owned("x", by: OwnerReference(kind: "ReplicaSet", name: set.name, uid: set.uid)))
        check(pod, in: [.replicaSet(replicaSet), .deployment(deployment)], "blog")
        check(pod, in: [.replicaSet(replicaSet)], "web")
        check(pod, in: [], "x")
        var hashed = pod
        hashed.metadata.labels = ["pod-template-hash": "577f7d9db5"]
        check(hashed, in: [], "web")
        check(Pod(metadata: owned("db-0", by: OwnerReference(kind: "StatefulSet", name: "db-2"))), in: [], "db-2")
        check(
            Pod(metadata: owned("backup-28391040-x2x9q", by: OwnerReference(kind: "Job", name: "b"))), in: [], "backup")
    }

    @Test("a service without labels belongs to the workload that it selects, an ingress to the service it leads to")
    func unlabelled() throws {
        var sample = Sample()
        sample.service.metadata.labels = [:]
        sample.ingress.metadata.labels = [:]
        #expect(try #require(sample.application).services.count == 1)
        #expect(try #require(sample.application).ingresses.count == 1)
        sample.service.selector = ["ksapp": "nothing"]
        sample.service.metadata.name = "alone"
        let names = applications(in: sample.cluster, at: noon).map(\.name)
        #expect(names == ["alone", "web"])
    }

    @Test("in two namespaces the same names are two applications, and neither takes part in the other")
    func sameNames() throws {
        let home = Sample()
        var other = home.pod
        other.status.containerStatuses = [Sample.waiting("CreateContainerError", "no")]
        var slice = home.slice
        slice.endpoints = []
        let elsewhere = [moved(home.deployment), moved(other), moved(home.service), moved(slice), moved(home.ingress)]
        let all = applications(in: Cluster(home.cluster.all + elsewhere), at: noon)
        #expect(all.map(\.id) == ["kubeseed/web", "media/web"])
        #expect(all.map(\.verdict.health) == [.healthy, .broken])
        for application in all {
            let namespaces = Set(application.objects.map(\.metadata.namespace))
            #expect(namespaces == [application.namespace])
            #expect((application.pods.count, application.services.count, application.chains.count) == (1, 1, 1))
        }
        #expect(all.first == home.application)
    }

    private func moved<Object: Resource>(_ object: Object) -> ClusterObject {
        var copy = object
        copy.metadata.namespace = "media"
        copy.metadata.uid = "media \(object.uid)"
        return Object.wrap(copy)
    }

    @Test("the deployment named as the application leads, pods are newest first, the rest is by name")
    func order() throws {
        var sample = Sample()
        sample.addDatabase(Sample.running)
        sample.others.append(.pod(sample.newPod))
        sample.others.append(.service(Service(metadata: Sample.metadata("a", kind: "service"))))
        let application = try #require(sample.application)
        #expect(application.deployments.map(\.name) == ["web", "db-web"])
        #expect(application.mainWorkload?.name == "web")
        #expect(application.pods.first?.name == "web-6c9f7d5b4-x2x9q")
        #expect(application.services.map(\.name) == ["a", "web"])
    }

    @Test("two namespaces may have applications of the same name")
    func namespaces() {
        var elsewhere = Sample().pod
        elsewhere.metadata.namespace = "other"
        elsewhere.metadata.uid = "elsewhere"
        let sample = Sample { $0.others = [.pod(elsewhere)] }
        let found = applications(in: sample.cluster, at: noon)
        #expect(found.map { "\($0.namespace)/\($0.name)" } == ["kubeseed/web", "other/web"])
    }

    @Test("an index knows the application of every object")
    func index() {
        let sample = Sample()
        let index = ApplicationIndex(sample.cluster)
        let objects: [Metadata] = [
            sample.pod.metadata, sample.deployment.metadata, sample.service.metadata, sample.ingress.metadata,
        ]
        #expect(objects.allSatisfy { index[$0.uid].map(\.name) == ["web"] })
        #expect(index["nobody"] == [])
    }

    @Test(
        "middlewares tell who may reach an application",
        arguments: [
            ("default-redirect-https@kubernetescrd", .none), ("", .none),
            ("kubeseed-my-basic-auth@kubernetescrd, default-redirect-https@kubernetescrd", .basic),
            ("kubeseed-oauth@kubernetescrd,default-redirect-https@kubernetescrd", .oauth),
            ("kube-system-forward-auth@kubernetescrd", .oauth), ("kubeseed-headers@kubernetescrd", .other),
        ] as [(String, Authentication)])
    func authentication(middlewares: String, expected: Authentication) throws {
        let key = "traefik.ingress.kubernetes.io/router.middlewares"
        let sample = Sample { $0.ingress.metadata.annotations = [key: middlewares] }
        #expect(try #require(sample.application).authentication == expected)
    }

    @Test("an application has many parts, some of which it shares")
    func parts() throws {
        let template = Sample().deployment.spec.template
        var pod = Sample().pod
        pod.metadata = Metadata(name: "db-0", namespace: "kubeseed", uid: "db-0")
        pod.metadata.ownerReferences = [OwnerReference(kind: "StatefulSet", name: "db", uid: "set db")]
        var jobPod = pod
        jobPod.metadata = Metadata(name: "backup-x2x9q", namespace: "kubeseed", uid: "job pod")
        jobPod.metadata.ownerReferences = [OwnerReference(kind: "Job", name: "backup", uid: "job backup")]
        var policy = NetworkPolicy(metadata: Metadata(name: "all", namespace: "kubeseed", uid: "all"))
        policy.ingress = [NetworkPolicy.Rule()]
        let other = Pod(metadata: Metadata(name: "other", namespace: "kubeseed", uid: "other"))
        let sample = Sample {
            $0.addCertificate(days: 62)
            $0.others += [
                .statefulSet(StatefulSet(metadata: Sample.metadata("db", kind: "set"), template: template)),
                .daemonSet(DaemonSet(metadata: Sample.metadata("agent", kind: "set"), template: template)),
                .job(Job(metadata: Sample.metadata("backup", kind: "job"))), .pod(pod), .pod(jobPod), .pod(other),
                .networkPolicy(policy),
            ]
        }
        let all = applications(in: sample.cluster, at: noon)
        #expect(all.map(\.name) == ["other", "web"])
        let web = try #require(all.last)
        #expect(
            web.objects.map(\.metadata.name).sorted() == [
                "agent", "all", "backup", "backup-x2x9q", "db", "db-0", "ing-web", "web", "web", "web-577f7d9db5-sbsbs",
                "web-cert",
            ])
        #expect(all.first?.networkPolicies.map(\.name) == ["all"])
        #expect(web.readyText == "1/2")
    }

    @Test(
        "the jobs of a cron job are its application, unless they are labelled",
        arguments: [([:], "nightly"), (["ksapp": "web"], "web")] as [([String: String], String)])
    func cronJob(labels: [String: String], expected: String) {
        var job = Job(metadata: Metadata(name: "nightly-28391040", uid: "1", labels: labels))
        job.metadata.ownerReferences = [OwnerReference(kind: "CronJob", name: "nightly", uid: "2")]
        var pod = Pod(metadata: Metadata(name: "nightly-28391040-x2x9q", uid: "3"))
        pod.metadata.ownerReferences = [OwnerReference(kind: "Job", name: job.name, uid: "1")]
        #expect(applications(in: Cluster([.job(job), .pod(pod)]), at: noon).map(\.name) == [expected])
    }

    @Test(
        "a certificate of nobody is a row of its own once the ingresses are read, else part of what it is named after",
        arguments: [
            (SourceState.live, ["mail", "web"]), (.loading, ["web"]), (.forbidden("no"), ["web"]),
        ])
    func lonelyCertificate(state: SourceState, expected: [String]) throws {
        let sample = Sample {
            $0.absent = [.ingresses]
            $0.sources = [.ingresses: state]
            for name in ["web-tls", "mail-tls"] {
                $0.others.append(
                    .certificate(Certificate(metadata: Metadata(name: name, namespace: "kubeseed", uid: name))))
            }
        }
        let all = applications(in: sample.cluster, at: noon)
        #expect(all.map(\.name) == expected)
        #expect(all.last?.certificates.map(\.name) == ["web-tls"])
    }

    @Test("the URL keeps its path, and has https only where a certificate covers the host")
    func url() throws {
        let web = Sample { $0.ingress.rules[0].paths?[0].path = "/web" }
        #expect(try #require(web.application).url == "https://web.example.org/web")
        let plain = Sample { $0.ingress.tls = [] }
        #expect(try #require(plain.application).url == "http://web.example.org")
        let router = "traefik.ingress.kubernetes.io/router"
        let options = [
            ["entrypoints": "websecure"], ["tls": "true"], ["tls.certresolver": "le"],
            ["entrypoints": "websecure", "tls": "true"],
        ]
        for options in options {
            let secure = Sample {
                $0.ingress.tls = []
                for (name, value) in options { $0.ingress.metadata.annotations["\(router).\(name)"] = value }
            }
            #expect(try #require(secure.application).url == "https://web.example.org", "\(options)")
        }
    }

    @Test("a path that is an expression is no URL", arguments: ["/api/(v1|v2)", "/[0-9]+", "/a.*"])
    func expression(path: String) throws {
        let alone = Sample { $0.ingress.rules[0].paths?[0].path = path }
        let only = try #require(alone.application)
        #expect(only.url == nil)
        #expect(only.chains.map(\.url) == [nil])
        let first = Sample {
            $0.ingress.rules[0].paths?.insert(
                IngressPath(path: path, backend: .service(name: "web", port: .number(80))), at: 0)
        }
        #expect(try #require(first.application).url == "https://web.example.org")
    }

    private func owned(_ name: String, by owner: OwnerReference) -> Metadata {
        Metadata(name: name, uid: "uid \(name)", ownerReferences: [owner])
    }

    private func check(
        _ pod: Pod, in objects: [ClusterObject], _ expected: String, at location: SourceLocation = #_sourceLocation
    ) {
        let index = ApplicationIndex(Cluster(objects + [.pod(pod)]))
        #expect(index[pod.uid].map(\.name) == [expected], sourceLocation: location)
    }
}

extension Cluster {
    var all: [ClusterObject] { ResourceKind.allCases.flatMap { $0.type.objects(in: self) } }
}
