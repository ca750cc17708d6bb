import Foundation
import Testing
import Words

@testable import ClusterModel

/// What no healthy cluster sends: nothing traps, and there is a sensible row for it.
struct BadInputTests {
    @Test("a list cut off anywhere is an error, not a trap")
    func cutOff() throws {
        let text = #"{"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"a","uid":"1"},"spec":{}}]}"#
        for length in 0..<text.utf8.count {
            let cut = Data(text.utf8.prefix(length))
            #expect(throws: DecodingError.self) { try JSON.decoder(.pods).decode(ListPage.self, from: cut) }
        }
        #expect(try JSON.decoder(.pods).decode(ListPage.self, from: Data(text.utf8)).objects.count == 1)
    }

    @Test("a wrong type, wherever it stands, costs that object and no other", arguments: ResourceKind.allCases)
    func wrongTypes(kind: ResourceKind) throws {
        for value in ["5", "\"x\"", "[]", "{}", "null", "true", "[null]", "{\"x\":[1]}"] {
            for field in ["spec", "status", "metadata", "endpoints", "ports", "involvedObject", "series", "count"] {
                let list =
                    #"{"metadata":{},"items":[{"metadata":{"name":"bad","uid":"1"},"\#(field)":\#(value)},"#
                    + #"{"metadata":{"name":"good","uid":"2"}}]}"#
                let page = try JSON.decoder(kind).decode(ListPage.self, from: Data(list.utf8))
                #expect(page.objects.contains { $0.metadata.name == "good" }, "\(field): \(value)")
                #expect(page.objects.count + page.unreadable.count == 2, "\(field): \(value)")
            }
        }
    }

    @Test("an object that a watch can no longer read is named, keeps its last state, and may come good again")
    func unreadableWatch() throws {
        var cluster = Cluster()
        let lines = [
            #"{"type":"ADDED","object":{"metadata":{"name":"web","uid":"1","resourceVersion":"1"}}}"#,
            #"{"type":"MODIFIED","object":{"metadata":{"name":"web","uid":"1"},"spec":{"containers":5}}}"#,
            #"{"type":"MODIFIED","object":{"metadata":{"name":"web","uid":"1"},"spec":{"containers":6}}}"#,
        ]
        try apply(lines, to: &cluster)
        let words = Phrase("\("spec.containers") is not \(Phrase("a list"))")
        let problem = UnreadableObject(name: "web", problem: words, uid: "1")
        #expect(cluster.unreadable == [.pods: [problem]])
        #expect(cluster.pods.count == 1)
        try apply([lines[0]], to: &cluster)
        #expect(cluster.unreadable.isEmpty)
        try apply([lines[1], #"{"type":"DELETED","object":{"metadata":{"name":"web","uid":"1"}}}"#], to: &cluster)
        #expect(cluster == Cluster())
    }

    @Test("owners in a circle, or their own", arguments: ["ReplicaSet", "Deployment", "Job", "StatefulSet", "Node"])
    func ownerLoops(kind: String) throws {
        func metadata(_ name: String, _ uid: UID, ownedBy owner: UID) -> Metadata {
            Metadata(name: name, uid: uid, ownerReferences: [OwnerReference(kind: kind, name: name, uid: owner)])
        }
        let cluster = Cluster([
            .pod(Pod(metadata: metadata("a", "1", ownedBy: "2"))),
            .replicaSet(ReplicaSet(metadata: metadata("b", "2", ownedBy: "3"))),
            .deployment(Deployment(metadata: metadata("c", "3", ownedBy: "1"))),
            .job(Job(metadata: metadata("d", "4", ownedBy: "4"))),
            .statefulSet(StatefulSet(metadata: metadata("e", "5", ownedBy: "2"))),
        ])
        let found = applications(in: cluster, at: noon)
        #expect(found.flatMap(\.objects).map(\.metadata.uid).filter { $0 != "2" }.sorted() == ["1", "3", "4", "5"])
    }

    @Test("objects of the same name, an endless name, dates to come and negative counts")
    func strangeValues() throws {
        let endless = String(repeating: "a", count: 1_000_000)
        let numbers = #""replicas":-3,"readyReplicas":\#(Int.max),"updatedReplicas":\#(Int.min)"#
        func deployment(_ name: String, _ uid: UID) -> String {
            #"{"metadata":{"name":"\#(name)","uid":"\#(uid)","creationTimestamp":"2099-01-01T00:00:00Z"},"#
                + #""spec":{"replicas":-1},"status":{\#(numbers)}}"#
        }
        let items = [deployment("twin", "1"), deployment("twin", "2"), deployment(endless, "3")]
        let list = #"{"metadata":{},"items":[\#(items.joined(separator: ","))]}"#
        let page = try JSON.decoder(.deployments).decode(ListPage.self, from: Data(list.utf8))
        let service = Service(metadata: Metadata(name: "s", uid: "4"), selector: ["app": "nothing"])
        let backend = IngressBackend.service(name: endless, port: nil)
        var ingress = Ingress(metadata: Metadata(name: "i", uid: "5"))
        ingress.rules = [IngressRule(host: endless, paths: [IngressPath(path: endless, backend: backend)])]
        let objects = page.objects + [.service(service), .ingress(ingress)]
        let found = applications(in: Cluster(objects), at: noon)
        #expect(found.count == 4)
        let twins = try #require(found.first { $0.name == "twin" })
        #expect(twins.deployments.count == 2)
        #expect(age(since: twins.creationTimestamp, at: noon) == "<invalid>")
        #expect(twins.readyText == "\(1 << 32)/-2")
    }

    @Test("containers that say impossible things")
    func strangeContainers() {
        var pod = Pod(metadata: Metadata(name: "x", uid: "1", creationTimestamp: .distantFuture))
        pod.spec.containers = [Container(name: "a"), Container(name: "a")]
        var status = ContainerStatus(name: "a", restartCount: -7, state: .running(since: .distantFuture))
        let end = Termination(exitCode: -1, startedAt: .distantFuture, finishedAt: .distantPast)
        status.lastState = .terminated(end)
        pod.status.containerStatuses = [status, status]
        #expect(pod.summary.restarts == -14)
        #expect(applications(in: Cluster([.pod(pod)]), at: noon).map(\.name) == ["x"])
    }

    private func apply(_ lines: [String], to cluster: inout Cluster) throws {
        let events = try lines.map { try WatchEvent(LineSplitter.Line(bytes: Array($0.utf8)), kind: .pods) }
        events.changes(.pods).forEach { cluster.apply($0) }
    }
}
