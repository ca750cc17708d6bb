import ClusterModel
import TUI
import Words

/// A port that is, or was, reached from this machine.
struct OpenForward: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case starting
        case listening(port: Int)
        /// It stays in the list until it is removed: the toast that says why may have gone unseen.
        case ended
    }

    let id: Int
    let forward: PortForward
    /// Where it was opened, and stays.
    let context: String
    var state = State.starting

    /// "sonarr:8989".
    var remote: String { "\(forward.target.name):\(forward.port)" }
    /// "127.0.0.1:8989"; nil unless kubectl listens.
    var address: String? { if case .listening(let port) = state { "127.0.0.1:\(port)" } else { nil } }

    /// "kubeseed"; with the context's name from another: "k3s-seedbox › kubeseed".
    fileprivate func place(seenFrom context: String) -> String {
        context == self.context ? forward.namespace : "\(self.context) › \(forward.namespace)"
    }
}

/// The list of forwarded ports.
struct ForwardList: Equatable, Sendable {
    var selected = 0

    func dialog(_ model: Model) -> Dialog {
        let title = model.forwards.isEmpty ? Phrase("No port is forwarded") : Phrase("Forwarded ports")
        let lines = model.forwards.map { forward in
            let state =
                switch forward.state {
                case .starting: model.styled(Phrase("starting …"), .quiet)
                case .listening(let port): StyledText("127.0.0.1:\(port)", .accent)
                case .ended: model.styled(Phrase("ended"), .failed)
                }
            return state + StyledText(" → ", .quiet) + StyledText(forward.remote)
                + StyledText("  \(forward.place(seenFrom: model.session.context))", .quiet)
        }
        var dialog = listDialog(model.styled(title, .strong, bold: true), lines, selected: selected, model)
        dialog.buttons = [model.words(button(for: model.forwards))]
        return dialog
    }

    private func button(for forwards: [OpenForward]) -> Phrase {
        guard forwards.indices.contains(selected) else { return Phrase("Close") }
        return forwards[selected].state == .ended ? Phrase("Remove") : Phrase("Stop")
    }
}

extension Selection {
    /// The ports that the selection has for a forward; only TCP can be forwarded.
    var forwards: [(forward: PortForward, name: String)] {
        switch self {
        case .object(.service(let service), _): return service.forwards
        case .object(.pod(let pod), _): return pod.forwards
        case .object(.deployment, _): return pod?.forwards ?? []
        case .application(let application), .object(_, let application?):
            let ofServices = application.services.flatMap(\.forwards)
            return ofServices.isEmpty ? pod?.forwards ?? [] : ofServices
        case .object(_, nil): return []
        }
    }
}

extension Service {
    /// Through a pod that it selects.
    fileprivate var forwards: [(forward: PortForward, name: String)] {
        guard !selector.isEmpty, type != .externalName else { return [] }
        return ports.filter { $0.transport == "TCP" }.map {
            (PortForward(.service(name), namespace: metadata.namespace, port: $0.port), $0.name)
        }
    }
}

extension Pod {
    fileprivate var forwards: [(forward: PortForward, name: String)] {
        spec.containers.flatMap(\.ports).filter { $0.transport == "TCP" }.map {
            (PortForward(.pod(name), namespace: metadata.namespace, port: $0.containerPort), $0.name)
        }
    }
}

extension Model {
    /// Forwards the target's port; asks which if there are several.
    mutating func askForForward() -> [Effect] {
        guard let target else { return [] }
        let forwards = target.forwards
        guard let first = forwards.first else {
            say(Phrase("\(target.title) has no TCP port to forward"), .warning)
            return []
        }
        if forwards.count == 1 { return open(first.forward) }
        let items = forwards.map { forward, name in
            ActionMenu.Item(label: "\(forward.target.name):\(forward.port)", detail: name, choice: .forward(forward))
        }
        overlay = .menu(ActionMenu(title: Phrase("Forward which port?"), items: items))
        return []
    }

    /// Those that something is to be done for.
    var runningForwards: [OpenForward] { forwards.filter { $0.state != .ended } }

    /// A port that is forwarded already is not forwarded twice, but its address is copied again.
    mutating func open(_ forward: PortForward) -> [Effect] {
        let context = session.context
        let isSame = { (open: OpenForward) in open.forward == forward && open.context == context }
        forwards.removeAll { isSame($0) && $0.state == .ended }
        if let present = forwards.first(where: isSame) { return copyAddress(of: present) }
        lastForwardID += 1
        let opened = OpenForward(id: lastForwardID, forward: forward, context: session.context)
        forwards.append(opened)
        say(Phrase("forwarding \(opened.remote) …"), .progressing)
        return []
    }

    mutating func hearOfForward(_ id: Int, _ change: PortForwardChange) -> [Effect] {
        // One that has been stopped meanwhile.
        guard let index = forwards.firstIndex(where: { $0.id == id }) else { return [] }
        switch change {
        case .listening(let port):
            forwards[index].state = .listening(port: port)
            return copyAddress(of: forwards[index])
        case .ended(let words):
            let wasListening = forwards[index].address != nil
            forwards[index].state = .ended
            let sentence = Phrase("\(forwards[index].remote) is no longer forwarded: \(words)")
            // One that never was is the answer to a key.
            if wasListening { report(sentence, .failed) } else { say(sentence, .failed) }
            return []
        }
    }

    private func copyAddress(of forward: OpenForward) -> [Effect] {
        guard let address = forward.address else { return [] }
        return [.copyText(address, as: Phrase(verbatim: "\(address) → \(forward.remote)"))]
    }

    mutating func handle(_ key: Key, in list: ForwardList) {
        var list = list
        switch key {
        case .up, .character("k"): list.selected = max(0, list.selected - 1)
        case .down, .character("j"): list.selected = min(max(0, forwards.count - 1), list.selected + 1)
        case .enter, .character("x"):
            guard forwards.indices.contains(list.selected) else { return overlay = nil }
            let stopped = forwards.remove(at: list.selected)
            list.selected = max(0, min(list.selected, forwards.count - 1))
            if stopped.state != .ended { say(Phrase("\(stopped.remote) is no longer forwarded")) }
        case .escape, .character("q"), .character("F"): return overlay = nil
        default: break
        }
        overlay = .forwards(list)
    }
}
