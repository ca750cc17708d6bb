import ClusterModel
import TUI
import Words

extension Writer {
    /// kubectl's columns of each pod, and below them its containers.
    func pods(_ pods: [Pod]) -> Section {
        let titles = ["NAME", "READY", "STATUS", "RESTARTS", "AGE", "CPU", "MEM"]
        let table = Grid(titles: titles, rows: pods.map(row)).blocks(width: width)
        let parts = pods.map(containers)
        var containers = Grid(rows: parts.flatMap(\.self), indent: 7).blocks(width: width).rows[...]
        var lines = table.header
        for (pod, containersOfPod) in zip(table.rows, parts) {
            lines += pod + containers.prefix(containersOfPod.count).joined()
            containers = containers.dropFirst(containersOfPod.count)
        }
        return section(Phrase("Pods"), of: .pods, pods.isEmpty ? [] : lines)
    }

    private func row(_ pod: Pod) -> [StyledText] {
        let (health, summary) = (pod.health(at: model.now), pod.summary)
        let usage = model.usage(of: pod)
        return [
            health.title(pod.name), StyledText(summary.readyText), StyledText(summary.status, health.role),
            PageCell.restarts(summary).text(at: model.now),
            StyledText(pod.age(at: model.now), .quiet),
            StyledText(usage?.cpuText ?? "", .quiet), StyledText(usage?.memoryText ?? "", .quiet),
        ]
    }

    private func containers(of pod: Pod) -> [[StyledText]] {
        pod.containers.map { container, status in
            [
                StyledText(container.name, .quiet), shortState(status),
                StyledText(container.image, .quiet),
            ]
        }
    }

    /// In a word or two.
    private func shortState(_ status: ContainerStatus?) -> StyledText {
        switch status?.state {
        case .running: StyledText("Running", .quiet)
        case .waiting(let reason, _): StyledText(reason.isEmpty ? "Waiting" : reason, waitingRole(reason))
        case .terminated(let end): StyledText(end.word, end.exitCode == 0 ? .quiet : .failed)
        case .unknown, nil: StyledText("-", .quiet)
        }
    }

    /// Of a container that waits: some reasons are a stage of each start, the others are trouble.
    func waitingRole(_ reason: String) -> Role {
        ["", "ContainerCreating", "PodInitializing"].contains(reason) ? .progressing : .failed
    }
}

extension Pod {
    /// Init containers first, ephemeral ones last, each with what the kubelet reports about it; nil if it has not reported yet.
    var containers: [(container: Container, status: ContainerStatus?)] {
        let statuses =
            status.initContainerStatuses + status.containerStatuses + status.ephemeralContainerStatuses
        return (spec.initContainers + spec.containers + spec.ephemeralContainers).map { container in
            (container, statuses.first { $0.name == container.name })
        }
    }
}
