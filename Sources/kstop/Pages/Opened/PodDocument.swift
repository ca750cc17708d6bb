import ClusterModel
import TUI
import Words

extension Writer {
    /// What `kubectl describe pod` tells, and the chains through the pod.
    func sections(on pod: Pod, in application: Application?) -> [Section] {
        let selection = Selection.object(.pod(pod), application)
        let (health, summary) = (pod.health(at: model.now), pod.summary)
        let bold = health.needsAttention
        let status = StyledText(summary.status, bold ? health.role : .text, bold: bold)
        let facts = [
            styled(Phrase("\(summary.readyText) ready"), .quiet),
            restarts(summary.restarts, last: summary.lastRestart), age(pod.metadata),
        ]
        return [
            head(selection, health, status, facts, tellsWhy: health != .healthy && health != .completed),
            section(Phrase("Pod"), fields(about: pod, application)),
        ] + pod.containers.map { container, status in section(on: container, status, of: pod) } + [
            conditions(pod.status.conditions),
            events(about: [pod.uid], namesObjects: false),
            chains(selection.chains),
        ]
    }

    private func fields(about pod: Pod, _ application: Application?) -> [StyledText] {
        let metadata = pod.metadata
        let node = [pod.spec.nodeName, pod.status.hostIP].filter { !$0.isEmpty }.joined(separator: "/")
        let owner = metadata.controller.map { "\($0.kind)/\($0.name)" } ?? ""
        return fields([
            field(Phrase("Application"), StyledText(application?.name ?? "")),
            Field("Node", node),
            Field("IP", pod.status.podIPs.joined(separator: ", ")),
            Field("Status", pod.status.phase),
            Field("Reason", pod.status.reason, .failed),
            Field("Message", pod.status.message),
            Field("QoS Class", pod.status.qosClass),
            Field("Service Account", pod.spec.serviceAccountName),
            Field("Controlled By", owner),
            Field("Start Time", ago(pod.status.startTime)),
            Field("Termination", deletion(metadata)),
            Field("Node-Selectors", pod.spec.nodeSelector.labelText),
            Field("Nominated Node", pod.status.nominatedNodeName),
            Field("Readiness Gates", pod.spec.readinessGates.joined(separator: ", ")),
            field(Phrase("Usage"), usage(pod)),
        ])
    }

    private func usage(_ pod: Pod) -> StyledText {
        guard let usage = model.usage(of: pod) else { return StyledText() }
        return StyledText("cpu ", .quiet) + StyledText(usage.cpuText) + StyledText("   mem ", .quiet)
            + StyledText(usage.memoryText)
    }

    private func deletion(_ metadata: Metadata) -> StyledText {
        metadata.deletionTimestamp == nil ? StyledText() : styled(Phrase("it is being deleted"), .progressing)
    }
}
