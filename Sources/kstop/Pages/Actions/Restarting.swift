import ClusterModel
import TUI
import Words

extension Deployment {
    func facts(_ model: Model) -> [StyledText] {
        let place =
            StyledText("deployment ", .quiet) + StyledText(name, .strong, bold: true) + StyledText("  ")
            + model.styled(Phrase("in \(metadata.namespace)"), .quiet)
        return [place]
            + spec.template.spec.containers.map { container in
                StyledText("image      ", .quiet) + StyledText(container.image)
            }
    }

    /// What a restart will do, a sentence a line.
    var restartConsequences: [Phrase] {
        if spec.isPaused { return [Phrase("It is paused: kubectl rollout resume must come first.")] }
        if spec.replicas == 0 { return [Phrase("It is stopped (0 replicas): nothing will start.")] }
        var sentences: [Phrase] = []
        if spec.template.spec.containers.contains(where: { $0.imagePullPolicy == "Always" }) {
            sentences.append(Phrase("The image is pulled again: this also updates it."))
        }
        sentences.append(spec.strategy == "Recreate" ? Phrase("The old pod ends before the new one starts.") : overlap)
        return sentences
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
        let template = spec.template.spec
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
        var deployments: [Deployment] = []
        for deployment in targets.compactMap(\.deployment) where !deployments.contains(deployment) {
            deployments.append(deployment)
        }
        guard !deployments.isEmpty else {
            say(Phrase("\(first.title) has no deployment to restart"), .warning)
            return
        }
        askWhether(.restart(deployments))
    }

    /// Restarts the deployments, but for those that have been replaced since the question was asked.
    mutating func restart(_ asked: [Deployment]) -> [Effect] {
        let present = asked.compactMap { cluster.deployments[$0.uid] }
        let gone = asked.first { cluster.deployments[$0.uid] == nil }
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("restarting \(names) …"), gone: gone.map { Phrase("deployment \($0.name)") })
        return present.map { deployment in
            .restart(
                RestartedDeployment(
                    name: deployment.name, uid: deployment.uid, generation: deployment.metadata.generation),
                namespace: deployment.metadata.namespace)
        }
    }
}
