import ClusterModel
import TUI

/// Asks before a deployment is restarted. Bound to the object's UID: what replaces it is not restarted.
struct RestartDialog: Equatable, Sendable {
    enum Choice: Int, CaseIterable, Sendable {
        case cancel, restart

        var label: String {
            switch self {
            case .cancel: "Cancel"
            case .restart: "Restart"
            }
        }
    }

    let deployment: Deployment
    var choice = Choice.cancel

    var dialog: Dialog {
        let facts = [
            StyledText("deployment ", .quiet) + StyledText(deployment.name, .strong, bold: true)
                + StyledText("  in \(deployment.metadata.namespace)", .quiet)
        ]
        let images = deployment.spec.template.spec.containers.map { container in
            StyledText("image      ", .quiet) + StyledText(container.image)
        }
        return Dialog(
            title: StyledText("Restart \(deployment.name)?", .strong, bold: true),
            body: facts + images + consequences.map { StyledText($0) },
            buttons: Choice.allCases.map(\.label), selectedButton: choice.rawValue)
    }

    /// What will happen, a sentence a line.
    var consequences: [String] {
        let spec = deployment.spec
        if spec.isPaused { return ["It is paused: kubectl rollout resume must come first."] }
        if spec.replicas == 0 { return ["It is stopped (0 replicas): nothing will start."] }
        var sentences: [String] = []
        if spec.template.spec.containers.contains(where: { $0.imagePullPolicy == "Always" }) {
            sentences.append("The image is pulled again: this also updates it.")
        }
        if spec.strategy == "Recreate" {
            sentences.append("The old pod ends before the new one starts.")
        } else if let path = sharedPaths.first {
            let more = sharedPaths.count > 1 ? " and \(sharedPaths.count - 1) more" : ""
            sentences.append("For some seconds two pods share \(path)\(more).")
        } else {
            sentences.append("The new pod starts before the old one ends.")
        }
        return sentences
    }

    /// Where the containers mount what outlives a pod, /config first.
    private var sharedPaths: [String] {
        let template = deployment.spec.template.spec
        let persistent = Set(template.volumes.filter(\.isPersistent).map(\.name))
        let paths = Set(
            template.containers.flatMap(\.volumeMounts).filter { persistent.contains($0.name) }.map(\.mountPath))
        return paths.filter { $0 == "/config" } + paths.filter { $0 != "/config" }.sorted()
    }
}

extension Model {
    /// Asks for the restart of what is selected.
    mutating func askForRestart() {
        guard let selection else { return }
        guard let deployment = selection.deployment else {
            say(StyledText("\(selection.title) has no deployment to restart", .warning))
            return
        }
        overlay = .restart(RestartDialog(deployment: deployment))
    }

    mutating func handle(_ key: Key, in dialog: RestartDialog) -> [Effect] {
        var dialog = dialog
        switch key {
        case .left, .right, .tab, .backTab, .character("h"), .character("l"):
            dialog.choice = dialog.choice == .cancel ? .restart : .cancel
            overlay = .restart(dialog)
        case .enter:
            overlay = nil
            return dialog.choice == .restart ? restart(dialog.deployment) : []
        case .escape, .character("q"): overlay = nil
        default: break
        }
        return []
    }

    /// Restarts the deployment unless it has been replaced since the question was asked.
    private mutating func restart(_ asked: Deployment) -> [Effect] {
        guard let deployment = cluster.deployments[asked.uid] else {
            say(StyledText("nothing done: deployment \(asked.name) is gone or was replaced", .warning))
            return []
        }
        say(StyledText("restarting \(deployment.name) …", .progressing))
        return [
            .restart(
                RestartedDeployment(
                    name: deployment.name, uid: deployment.uid, generation: deployment.metadata.generation),
                namespace: deployment.metadata.namespace)
        ]
    }
}
