import Words

/// The chain of a deployment or its like that no service leads to.
func controllerChain(_ controller: ReplicaController, _ pods: [Pod], _ survey: Survey) -> Chain {
    var chain = podChain(pods, survey)
    if pods.isEmpty {
        let isStopped = controller.replicas == 0
        let link = Link(
            .pod, isStopped ? .stopped : .progressing, named: controller.name,
            detail: isStopped ? controller.stopText : Phrase("no pods yet"))
        chain.links = [link]
    }
    chain.objects.insert(controller.uid)
    return chain
}

/// The chain of a job whose pods are gone, or not yet there.
func jobChain(_ job: Job) -> Chain {
    let state: Link.State =
        switch job.statusText {
        case "Complete": .ok
        case "Failed": .broken
        case "Suspended": .stopped
        default: .progressing
        }
    let detail = Phrase(verbatim: "job, \(job.statusText)")
    var chain = Chain(url: nil, links: [Link(.pod, state, named: job.name, detail: detail)])
    chain.objects = [job.uid]
    return chain
}

/// The chain of a cron job that has made no job yet.
func cronJobChain(_ job: CronJob) -> Chain {
    let detail = Phrase("cron job, \(job.scheduleText)")
    var chain = Chain(url: nil, links: [Link(.pod, job.isSuspended ? .stopped : .ok, named: job.name, detail: detail)])
    chain.objects = [job.uid]
    return chain
}

extension ReplicaController {
    /// Why it has no pods and wants none.
    var stopText: Phrase {
        kind == .daemonSets ? Phrase("no node is meant for \(title)") : Phrase("\(title) is scaled to 0")
    }
}

/// The chain of pods that no service leads to.
func podChain(_ pods: [Pod], _ survey: Survey) -> Chain {
    let backends = pods.map {
        Backend(pod: $0, podName: $0.name, address: "", isReady: survey.health(of: $0) == .serving)
    }
    var chain = Chain(url: nil, links: podLinks(backends, survey))
    chain.objects = Set(pods.map(\.uid))
    return chain
}

/// Links for at most three pods, those in trouble first, each followed by its containers.
func podLinks(_ backends: [Backend], _ survey: Survey) -> [Link] {
    let isServed = backends.contains { $0.pod.map { survey.health(of: $0) == .serving } ?? $0.isReady }
    let troubledFirst = backends.filter { !$0.isReady } + backends.filter(\.isReady)
    return troubledFirst.filter { $0.pod != nil || !$0.podName.isEmpty }.prefix(3).flatMap { backend -> [Link] in
        guard let pod = backend.pod else { return [unknownPodLink(backend, survey)] }
        let trouble: Link.State = isServed ? .doubtful : .broken
        return [podLink(pod, survey.health(of: pod), trouble)] + containerLinks(pod, trouble)
    }
}

private func unknownPodLink(_ backend: Backend, _ survey: Survey) -> Link {
    let detail = survey.reading(.pods).text(.pods)
    return Link(.pod, .unknown, named: backend.podName, detail: detail == .nothing ? Phrase("no such pod") : detail)
}

private func podLink(_ pod: Pod, _ health: PodHealth, _ trouble: Link.State) -> Link {
    let state: Link.State =
        switch health {
        case .serving, .completed: .ok
        case .starting, .ending: .progressing
        case .failing: trouble
        }
    return Link(.pod, state, named: pod.name, detail: Phrase(verbatim: pod.summary.status))
}

private func containerLinks(_ pod: Pod, _ trouble: Link.State) -> [Link] {
    let started = pod.startedContainers.filter { container, status in
        container.isSidecar || status.state.termination?.exitCode != 0 || !isInit(container, of: pod)
    }
    return started.map { container, status in
        Link(.container, containerState(status, in: pod, trouble), named: container.name, detail: containerText(status))
    }
}

private func containerState(_ status: ContainerStatus, in pod: Pod, _ trouble: Link.State) -> Link.State {
    switch status.state {
    case .running: status.isReady ? .ok : .progressing
    case .terminated(let end): end.exitCode == 0 && pod.isFinished ? .ok : trouble
    case .waiting(let reason, _):
        ["", "ContainerCreating", "PodInitializing"].contains(reason) ? .progressing : trouble
    case .unknown: .progressing
    }
}

private func isInit(_ container: Container, of pod: Pod) -> Bool {
    pod.spec.initContainers.contains { $0.name == container.name }
}

private func containerText(_ status: ContainerStatus) -> Phrase {
    switch status.state {
    case .running: return status.isReady ? Phrase("running") : Phrase("running, not ready")
    case .terminated(let end): return Phrase("\(end.word), exit code \(end.exitCode)")
    case .waiting(let reason, _):
        let state = reason.isEmpty ? Phrase("waiting") : Phrase(verbatim: reason)
        let last = status.lastState.termination
        return last.map { Phrase("\(state), last exit code \($0.exitCode)") } ?? state
    case .unknown: return Phrase("not started")
    }
}
