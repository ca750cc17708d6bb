import ClusterModel
import FoundationEssentials
import TUI
import Words

extension Writer {
    /// All that is known about a container of a pod.
    func section(on container: Container, _ status: ContainerStatus?, of pod: Pod) -> Section {
        section(title(of: container, pod), fields(about: container, status) + mounts(container, pod))
    }

    private func title(of container: Container, _ pod: Pod) -> Phrase {
        if pod.spec.ephemeralContainers.contains(where: { $0.name == container.name }) {
            return Phrase("Ephemeral container \(container.name)")
        }
        guard pod.spec.initContainers.contains(where: { $0.name == container.name }) else {
            return Phrase("Container \(container.name)")
        }
        return container.isSidecar ? Phrase("Sidecar \(container.name)") : Phrase("Init container \(container.name)")
    }

    private func fields(about container: Container, _ status: ContainerStatus?) -> [StyledText] {
        let restarts = status?.restartCount ?? 0
        return fields([
            Field("State", state(status?.state ?? .unknown, isCurrent: true)),
            Field("Last State", state(status?.lastState ?? .unknown, isCurrent: false)),
            Field("Restart Count", restarts == 0 ? "" : String(restarts), .warning),
            Field("Image", container.image),
            Field("Image ID", status?.imageID ?? "", .quiet),
            Field("Ports", container.ports.map(\.text).joined(separator: ", ")),
            Field("Liveness", container.livenessProbe?.text ?? "", .quiet),
            Field("Readiness", container.readinessProbe?.text ?? "", .quiet),
            Field("Startup", container.startupProbe?.text ?? "", .quiet),
            Field("Requests", container.requests.text),
            Field("Limits", container.limits.text),
        ])
    }

    /// "Waiting: CrashLoopBackOff", "Running, for 3d", "Terminated: Error, exit code 1, 2m ago".
    private func state(_ state: ContainerState, isCurrent: Bool) -> StyledText {
        switch state {
        case .unknown: return StyledText()
        case .running(let since):
            let age = since.map { styled(Phrase("for \(ClusterModel.age(since: $0, at: model.now))"), .quiet) }
            return [StyledText("Running", .quiet), age ?? StyledText()].joined(separator: ", ")
        case .waiting(let reason, let message):
            let text = reason.isEmpty ? "Waiting" : "Waiting: \(reason)"
            let role = waitingRole(reason)
            return StyledText(text, role, bold: role == .failed) + remark(message)
        case .terminated(let end):
            let isWell = end.exitCode == 0
            let role: Role = isWell ? .quiet : isCurrent ? .failed : .warning
            let parts = [
                StyledText("Terminated: \(end.word)", role, bold: isCurrent && !isWell), ending(end),
                ago(end.finishedAt),
            ]
            return parts.joined(separator: ", ") + remark(end.message)
        }
    }

    private func ending(_ end: Termination) -> StyledText {
        if end.signal != 0 { return styled(Phrase("signal \(end.signal)")) }
        return end.exitCode == 0 ? StyledText() : styled(Phrase("exit code \(end.exitCode)"))
    }

    private func remark(_ message: String) -> StyledText {
        message.isEmpty ? StyledText() : StyledText(": ", .quiet) + StyledText(message)
    }

    /// What is mounted where, and what that is.
    private func mounts(_ container: Container, _ pod: Pod) -> [StyledText] {
        let rows = container.volumeMounts.map { mount -> [StyledText] in
            let volume = pod.spec.volumes.first { $0.name == mount.name }
            let isOwn = mount.mountPath.hasPrefix("/var/run/secrets/kubernetes.io/")
            return [
                StyledText(mount.mountPath, isOwn ? .quiet : .text), StyledText(volume?.source.text ?? "", .quiet),
                mount.isReadOnly ? styled(Phrase("read-only"), .quiet) : StyledText(),
            ]
        }
        if rows.isEmpty { return [] }
        return [StyledText("   Mounts", .quiet)] + Grid(rows: rows, indent: 5).lines(width: width)
    }

    /// "2m ago"; empty if it is not known.
    func ago(_ moment: Date?) -> StyledText {
        guard let moment else { return StyledText() }
        return styled(Phrase("\(ClusterModel.age(since: moment, at: model.now)) ago"), .quiet)
    }
}

extension ContainerPort {
    /// "7878/TCP", with its name if it has one.
    fileprivate var text: String { "\(containerPort)/\(transport)" + (name.isEmpty ? "" : " \(name)") }
}

extension ResourceAmounts {
    /// "cpu 500m, memory 2Gi"; empty for none.
    fileprivate var text: String {
        [("cpu", cpu), ("memory", memory)].filter { !$1.isEmpty }.map { "\($0) \($1)" }.joined(separator: ", ")
    }
}
