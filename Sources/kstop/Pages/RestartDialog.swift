import ClusterModel
import TUI
import Words

/// Asks before deployments are restarted. Bound to the objects' UIDs: what replaces one is not restarted.
struct RestartDialog: Equatable, Sendable {
    enum Choice: Int, CaseIterable, Sendable {
        case cancel, restart

        var label: Phrase {
            switch self {
            case .cancel: Phrase("Cancel")
            case .restart: Phrase("Restart")
            }
        }
    }

    /// At least one; none twice.
    let deployments: [Deployment]
    var choice = Choice.cancel

    func dialog(_ model: Model) -> Dialog {
        let title =
            deployments.count == 1
            ? Phrase("Restart \(deployments[0].name)?") : Phrase("Restart \(deployments.count) deployments?")
        return Dialog(
            title: model.styled(title, .strong, bold: true),
            body: deployments.count == 1 ? facts(deployments[0], model) : names(model),
            buttons: Choice.allCases.map { model.words($0.label) }, selectedButton: choice.rawValue)
    }

    private func facts(_ deployment: Deployment, _ model: Model) -> [StyledText] {
        let place =
            StyledText("deployment ", .quiet) + StyledText(deployment.name, .strong, bold: true) + StyledText("  ")
            + model.styled(Phrase("in \(deployment.metadata.namespace)"), .quiet)
        let images = deployment.spec.template.spec.containers.map { container in
            StyledText("image      ", .quiet) + StyledText(container.image)
        }
        return [place] + images + deployment.restartConsequences.map { model.styled($0) }
    }

    /// The names, and once each what a restart of any of them does.
    private func names(_ model: Model) -> [StyledText] {
        var sentences: [Phrase] = []
        for sentence in deployments.flatMap(\.restartConsequences) where !sentences.contains(sentence) {
            sentences.append(sentence)
        }
        let names = deployments.map(\.name).joined(separator: ", ")
        return [StyledText(names, .strong, bold: true)] + sentences.prefix(4).map { model.styled($0) }
    }
}

extension Deployment {
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
        overlay = .restart(RestartDialog(deployments: deployments))
    }

    mutating func handle(_ key: Key, in dialog: RestartDialog) -> [Effect] {
        var dialog = dialog
        switch key {
        case .left, .right, .tab, .backTab, .character("h"), .character("l"):
            dialog.choice = dialog.choice == .cancel ? .restart : .cancel
            overlay = .restart(dialog)
        case .enter:
            overlay = nil
            return dialog.choice == .restart ? restart(dialog.deployments) : []
        case .escape, .character("q"): overlay = nil
        default: break
        }
        return []
    }

    /// Restarts the deployments, but for those that have been replaced since the question was asked.
    private mutating func restart(_ asked: [Deployment]) -> [Effect] {
        let present = asked.compactMap { cluster.deployments[$0.uid] }
        table.marked = []
        if let gone = asked.first(where: { cluster.deployments[$0.uid] == nil }) {
            say(Phrase("nothing done: deployment \(gone.name) is gone or was replaced"), .warning)
        } else {
            let names = present.map(\.name).joined(separator: ", ")
            say(Phrase("restarting \(names) …"), .progressing)
        }
        return present.map { deployment in
            .restart(
                RestartedDeployment(
                    name: deployment.name, uid: deployment.uid, generation: deployment.metadata.generation),
                namespace: deployment.metadata.namespace)
        }
    }
}
