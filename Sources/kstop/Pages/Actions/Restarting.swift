import ClusterModel
import TUI
import Words

extension Workload {
    /// Which it is, and the images that it starts.
    func restartFacts(_ model: Model) -> [StyledText] {
        facts(model)
            + template.spec.containers.map { container in
                StyledText("image      ", .quiet) + StyledText(container.image)
            }
    }

    /// What a restart will do, a sentence a line.
    var restartConsequences: [Phrase] {
        if case .deployment(let deployment) = self, deployment.spec.isPaused {
            return [Phrase("It is paused: kubectl rollout resume must come first.")]
        }
        if replicas == 0 {
            if scalingWorkload == nil { return [Phrase("No node is meant for it: nothing will start.")] }
            return [Phrase("It is stopped (0 replicas): nothing will start.")]
        }
        var sentences: [Phrase] = []
        if template.spec.containers.contains(where: { $0.imagePullPolicy == "Always" }) {
            sentences.append(Phrase("The image is pulled again: this also updates it."))
        }
        return sentences + [replacement]
    }

    /// How old pods and new ones follow each other.
    private var replacement: Phrase {
        switch self {
        case .deployment(let deployment):
            deployment.spec.strategy == "Recreate" ? Phrase("The old pod ends before the new one starts.") : overlap
        case .statefulSet(let set): replacement(set.strategy, partition: set.partition ?? 0)
        case .daemonSet(let set): replacement(set.strategy, partition: 0)
        }
    }

    private func replacement(_ strategy: String, partition: Int) -> Phrase {
        if strategy == "OnDelete" { return Phrase("Its pods stay as they are until somebody deletes them (OnDelete).") }
        if partition > 0 { return Phrase("Only its pods from number \(partition) on are replaced (partition).") }
        return replicas == 1
            ? Phrase("The old pod ends before the new one starts.")
            : Phrase("Its pods are replaced one after the other: each ends before its successor starts.")
    }

    /// For a moment the new pod and the old one run side by side.
    private var overlap: Phrase {
        guard let path = sharedPaths.first else { return Phrase("The new pod starts before the old one ends.") }
        let rest = sharedPaths.count - 1
        if rest == 0 { return Phrase("For some seconds two pods share \(path).") }
        return Phrase("For some seconds two pods share \(path) and \(rest) more.")
    }

    /// Where the containers mount what outlives a pod, /config first.
    private var sharedPaths: [String] {
        let template = template.spec
        let persistent = Set(template.volumes.filter(\.isPersistent).map(\.name))
        let paths = Set(
            template.containers.flatMap(\.volumeMounts).filter { persistent.contains($0.name) }.map(\.mountPath))
        return paths.filter { $0 == "/config" } + paths.filter { $0 != "/config" }.sorted()
    }
}

extension Model {
    /// Asks for the restart of what is marked, else of what is selected.
    mutating func askForRestart() {
        let targets = targets
        guard let first = targets.first else { return }
        var workloads: [Workload] = []
        for workload in targets.compactMap(\.restartable) where !workloads.contains(workload) {
            workloads.append(workload)
        }
        guard !workloads.isEmpty else {
            say(Phrase("\(first.title) has nothing to restart"), .warning)
            return
        }
        askWhether(.restart(workloads))
    }

    /// Restarts the workloads, but for those that have been replaced since the question was asked.
    mutating func restart(_ asked: [Workload]) -> [Effect] {
        let present = present(asked)
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("restarting \(names) …"), gone: firstGone(asked))
        return present.map { .restart(RestartedWorkload($0)) }
    }
}
