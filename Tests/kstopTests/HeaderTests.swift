import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct HeaderTests {
    @Test("the share of a node that is used is rounded down, as kubectl top does")
    func share() {
        var play = Play(emptyWith: Size(110, 36))
        var node = Node(metadata: Metadata(name: "seedbox", uid: "node"))
        node.allocatable = Usage(cpu: 2000, memory: 1000 << 20)
        play.receive(.updated(.nodes, [.node(node)]))
        let metrics = Metrics(nodes: ["seedbox": Usage(cpu: 1998, memory: 87 << 20)], at: Play.start)
        play.receive(.metrics(.read(metrics), epoch: play.model.epoch))
        #expect(play.text.contains("cpu 99%  mem 8%"))
    }
}
