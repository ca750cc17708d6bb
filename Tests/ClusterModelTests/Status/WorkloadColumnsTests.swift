import Foundation
import Testing

@testable import ClusterModel

/// The columns of stateful sets, daemon sets and jobs, by the tests of Kubernetes' printers.go.
struct WorkloadColumnsTests {
    private static let template =
        #""template":{"spec":{"nodeSelector":{"disk":"ssd","arch":"arm"},"containers":"#
        + #"[{"name":"a","image":"a:1"},{"name":"b","image":"b:2"}]}}"#

    @Test("READY, CONTAINERS and IMAGES of a stateful set")
    func statefulSet() throws {
        let set = try decode(
            StatefulSet.self,
            #"{"metadata":{"name":"x"},"spec":{"replicas":5,\#(Self.template)},"status":{"readyReplicas":2}}"#)
        #expect([set.readyText, set.containersText, set.imagesText] == ["2/5", "a,b", "a:1,b:2"])
        #expect(try decode(StatefulSet.self, #"{"metadata":{"name":"x"},"spec":{}}"#).readyText == "0/1")
    }

    @Test("the columns of a daemon set")
    func daemonSet() throws {
        let set = try decode(
            DaemonSet.self,
            """
            {"metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"app":"x"}},\(Self.template)},
            "status":{"desiredNumberScheduled":2,"currentNumberScheduled":3,"numberReady":1,"updatedNumberScheduled":4,
            "numberAvailable":0}}
            """)
        let narrow = [
            set.desiredText, set.currentText, set.readyText, set.upToDateText, set.availableText, set.nodeSelectorText,
        ]
        #expect(narrow == ["2", "3", "1", "4", "0", "arch=arm,disk=ssd"])
        #expect([set.containersText, set.imagesText, set.selectorText] == ["a,b", "a:1,b:2", "app=x"])
        #expect(try decode(DaemonSet.self, #"{"metadata":{"name":"x"}}"#).nodeSelectorText == "<none>")
    }

    @Test(
        "STATUS of a job",
        arguments: [
            ([], "Running"), (["Complete"], "Complete"), (["Failed"], "Failed"), (["Suspended"], "Suspended"),
            (["FailureTarget"], "FailureTarget"), (["FailureTarget", "Failed"], "Failed"),
            (["SuccessCriteriaMet"], "SuccessCriteriaMet"), (["SuccessCriteriaMet", "Complete"], "Complete"),
        ] as [([String], String)])
    func jobStatus(conditions: [String], expected: String) {
        var job = Job(metadata: Metadata(name: "x"))
        job.conditions = conditions.map { Condition(type: $0, status: "True") }
        #expect(job.statusText == expected)
        job.conditions = conditions.map { Condition(type: $0, status: "False") }
        #expect(job.statusText == "Running")
        job.metadata.deletionTimestamp = noon
        #expect(job.statusText == "Terminating")
    }

    @Test(
        "COMPLETIONS of a job",
        arguments: [
            (#""completions":2"#, "1/2"), (#""completions":2,"parallelism":3"#, "1/2"), ("", "1/1"),
            (#""parallelism":1"#, "1/1"), (#""parallelism":2"#, "1/1 of 2"),
        ])
    func completions(spec: String, expected: String) throws {
        let job = try decode(Job.self, #"{"metadata":{"name":"x"},"spec":{\#(spec)},"status":{"succeeded":1}}"#)
        #expect(job.completionsText == expected)
    }

    @Test("DURATION of a job that waits, runs and is done")
    func duration() {
        var job = Job(metadata: Metadata(name: "x"))
        #expect(job.durationText(at: noon) == "")
        job.startTime = noon.addingTimeInterval(-1.9 * 3600)
        #expect(job.durationText(at: noon) == "114m")
        job.completionTime = noon.addingTimeInterval(-1.9 * 3600 + 30)
        #expect(job.durationText(at: noon) == "30s")
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        try Fixture.decode(type, json: Data(json.utf8))
    }
}
