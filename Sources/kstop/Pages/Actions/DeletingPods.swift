import ClusterModel
import TUI
import Words

extension Pod {
    func facts(_ model: Model) -> [StyledText] {
        let place =
            StyledText("pod ", .quiet) + StyledText(name, .strong, bold: true) + StyledText("  ")
            + model.styled(Phrase("in \(metadata.namespace)"), .quiet)
        return [place]
    }

    /// Whether another one takes its place.
    var deleteConsequence: Phrase {
        guard let controller = metadata.controller else {
            return Phrase("Nothing makes another one in its place: it is gone for good.")
        }
        switch controller.kind {
        case "Job": return Phrase("Its job makes another one unless it is done.")
        default: return Phrase("\(controller.kind) \(controller.name) makes another one in its place.")
        }
    }
}

extension Model {
    /// Asks for the deletion of the pods of what is marked, else of what is selected.
    mutating func askForDeletion() {
        let targets = targets
        guard let first = targets.first else { return }
        var pods: [Pod] = []
        for pod in targets.compactMap(\.pod) where !pods.contains(pod) { pods.append(pod) }
        guard !pods.isEmpty else { return say(Phrase("\(first.title) has no pod"), .warning) }
        askWhether(.delete(pods))
    }

    mutating func delete(_ asked: [Pod]) -> [Effect] {
        let present = asked.compactMap { cluster.pods[$0.uid] }
        let gone = asked.first { cluster.pods[$0.uid] == nil }
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("deleting \(names) …"), gone: gone.map { Phrase("pod \($0.name)") })
        return present.map { pod in
            .deletePod(
                ObjectReference(kind: "Pod", name: pod.name, namespace: pod.metadata.namespace, uid: pod.uid))
        }
    }

    mutating func hearOfDeletion(_ pod: ObjectReference) {
        say(Phrase("pod \(pod.name) ends"), .progressing)
    }
}
