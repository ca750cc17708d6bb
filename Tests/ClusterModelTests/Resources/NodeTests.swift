import Testing

@testable import ClusterModel

struct NodeTests {
    @Test("a recorded node says what it has and gives")
    func recorded() throws {
        let node = try #require(try Fixture.list(.nodes, of: Node.self).first)
        #expect((node.name, node.statusText) == ("realk8s", "Ready"))
        #expect(node.capacity == Usage(cpu: 2000, memory: 24_684_084 << 10))
        #expect(node.allocatable == Usage(cpu: 2000, memory: 24_581_684 << 10))
        #expect(node.kubeletVersion.hasPrefix("v1.36."))
    }

    @Test(
        "STATUS is kubectl's",
        arguments: [
            ("True", false, "Ready"), ("False", false, "NotReady"), ("Unknown", false, "NotReady"),
            ("", false, "Unknown"), ("True", true, "Ready,SchedulingDisabled"),
            ("", true, "Unknown,SchedulingDisabled"),
        ])
    func status(_ ready: String, _ isUnschedulable: Bool, _ text: String) {
        var node = Node(metadata: Metadata(name: "a"), isUnschedulable: isUnschedulable)
        if !ready.isEmpty { node.conditions = [Condition(type: "Ready", status: ready)] }
        #expect(node.statusText == text)
    }

    @Test("nodes are no matter of a namespace")
    func kinds() {
        #expect(!ResourceKind.namespacedKinds.contains(.nodes))
        #expect(ResourceKind.namespacedKinds.count == ResourceKind.allCases.count - 1)
    }
}
