import FoundationEssentials
import Words

/// A deployment or its like, a job, another controller's pods, or a pod on its own, and how it does.
struct JudgedWorkload: Equatable {
    var name: String
    var verdict: Verdict
    /// Meant to end; its success or failure is one remark among others.
    var isJob = false
    /// That it is scaled to 0; nil if it is not.
    var pause: Phrase?
}

extension Application {
    /// Without pods that are about to be gone, and those that only solve a challenge.
    func workloads(_ survey: Survey) -> [JudgedWorkload] {
        let own = pods.filter { !$0.metadata.isSolver }
        let groups = Dictionary(grouping: own) { survey.index.workload(of: $0) }
        let controllers = controllers(survey.index)
        let known = Set(controllers.map(\.uid) + jobs.map(\.uid))
        let rest = groups.filter { !known.contains($0.key) }.sorted {
            ($0.value[0].name, $0.key) < ($1.value[0].name, $1.key)
        }
        let others = rest.compactMap { _, pods in
            podsVerdict(pods, survey).map { JudgedWorkload(name: pods[0].name, verdict: $0) }
        }
        let lasting = controllers.map { controller in
            JudgedWorkload(
                name: controller.name, verdict: controllerVerdict(controller, groups[controller.uid] ?? [], survey),
                pause: controller.isScaledToZero ? controller.stopText.sentence : nil)
        }
        let passing = jobs.filter { !isSuperseded($0) }.map { job in
            JudgedWorkload(name: job.name, verdict: jobVerdict(job, groups[job.uid] ?? [], survey), isJob: true)
        }
        return lasting + others + passing + waitingCronJobs
    }

    /// Those that have made no job yet, or none that is still kept.
    private var waitingCronJobs: [JudgedWorkload] {
        let started = Set(jobs.compactMap { $0.metadata.controller?.uid })
        return cronJobs.filter { !started.contains($0.uid) }.map { job in
            let verdict =
                job.isSuspended
                ? Verdict(health: .stopped, status: Phrase(verbatim: "Suspended"))
                : Verdict(health: .healthy, status: Phrase("scheduled"))
            return JudgedWorkload(name: job.name, verdict: verdict, isJob: true)
        }
    }

    /// Whether a later job of the same owner has done what this one failed to do.
    private func isSuperseded(_ job: Job) -> Bool {
        guard job.statusText == "Failed" else { return false }
        let created = job.metadata.creationTimestamp ?? .distantPast
        return jobs.contains { later in
            later.statusText == "Complete" && later.metadata.controller?.uid == job.metadata.controller?.uid
                && later.metadata.creationTimestamp ?? .distantPast > created
        }
    }

    /// What keeps its pods running, the deployments first.
    func controllers(_ index: ClusterIndex) -> [ReplicaController] {
        deployments.map { ReplicaController($0) }
            + statefulSets.map { ReplicaController($0, events: index.events[$0.uid] ?? []) }
            + daemonSets.map { ReplicaController($0, events: index.events[$0.uid] ?? []) }
            + replicaSets.map { ReplicaController($0) }
    }
}

/// The verdict on what keeps pods running. Order of precedence: stopped, what was not read, a replacement under way,
/// failing pods, pods that cannot be made, the progress deadline, a rollout under way, health.
private func controllerVerdict(_ controller: ReplicaController, _ pods: [Pod], _ survey: Survey) -> Verdict {
    if controller.replicas == 0 {
        return Verdict(health: .stopped, status: controller.isScaledToZero ? Phrase("stopped") : Phrase("no node"))
    }
    guard survey.reading(.pods) == .complete else { return verdictWithoutPods(controller) }
    let all = pods
    let pods = pods.filter(survey.isLasting)
    let isServed = pods.contains { survey.health(of: $0) == .serving }
    let trouble: Health = isServed ? .degraded : .broken
    if let newest = pods.first, survey.health(of: newest) == .starting, controller.stage == .replacing {
        // Old pods in trouble no longer matter while a new one starts in their stead.
        return controller.rollingVerdict
    }
    if let verdict = failure(among: pods, trouble, survey) { return verdict }
    if pods.count < controller.replicas, let verdict = obstacle(among: all, trouble, survey) { return verdict }
    if let failure = controller.failure, pods.count < controller.replicas || controller.stage != .done {
        let why = Phrase("\(controller.title) cannot make pods: \(failure)").sentence
        return Verdict(health: trouble, status: Phrase("no pods"), why: why)
    }
    if controller.stage == .deadlineExceeded { return controller.overdueVerdict(trouble) }
    return progress(of: controller, pods, survey)
}

/// What keeps a controller from having a pod that would last: its node does not take it, or one that is to go stays.
private func obstacle(among pods: [Pod], _ health: Health, _ survey: Survey) -> Verdict? {
    if let newest = pods.first, newest.isRejected {
        let why = Phrase("pod \(newest.name) has failed").because(newest.failureText).sentence
        return Verdict(health: health, status: Phrase(verbatim: newest.status.reason), why: why)
    }
    return pods.lazy.compactMap { $0.heldEnd(at: survey.now) }.first.map { held in
        Verdict(health: health, status: Phrase(verbatim: "Terminating"), why: held)
    }
}

extension Pod {
    /// Whether the kubelet has refused to run it; its controller makes another one, which fares the same.
    fileprivate var isRejected: Bool {
        let endings: Set = ["Evicted", "Preempting", "Preempted", "Shutdown", "NodeShutdown", "Terminated"]
        return status.phase == "Failed" && !status.reason.isEmpty && !endings.contains(status.reason)
    }

    /// Why it is still there though it should have been gone for longer than a start may take; nil if it should not.
    func heldEnd(at now: Date) -> Phrase? {
        guard let end = metadata.deletionTimestamp, now.timeIntervalSince(end) > startTime else { return nil }
        let time = humanDuration(now.timeIntervalSince(end))
        guard let finalizer = metadata.finalizers.first else {
            return Phrase("pod \(name) should have ended \(time) ago and is still there").sentence
        }
        return Phrase("pod \(name) should have ended \(time) ago; finalizer \(finalizer) holds it").sentence
    }
}

private func failure(among pods: [Pod], _ health: Health, _ survey: Survey) -> Verdict? {
    for pod in pods {
        guard let cause = survey.health(of: pod).cause else { continue }
        let status = pod.summary.status
        // Between two crashes kubectl sees nothing wrong.
        return Verdict(
            health: health, status: status == "Running" ? cause.status : Phrase(verbatim: status),
            why: cause.clause.sentence, nextSteps: cause.nextSteps, crash: cause.crashed(in: pod))
    }
    return nil
}

private func progress(of controller: ReplicaController, _ pods: [Pod], _ survey: Survey) -> Verdict {
    let starting = pods.first { survey.health(of: $0) == .starting }
    if starting == nil, pods.count >= controller.replicas, controller.stage == .done {
        return Verdict(health: .healthy, status: .running)
    }
    if pods.contains(where: { survey.health(of: $0) == .serving }) { return controller.rollingVerdict }
    return Verdict(
        health: .progressing, status: Phrase(verbatim: starting?.summary.status ?? "Pending"), why: controller.sentence)
}

private func verdictWithoutPods(_ controller: ReplicaController) -> Verdict {
    let isReady = controller.readyReplicas >= controller.replicas
    if isReady, controller.stage == .done { return Verdict(health: .healthy, status: .running) }
    guard controller.stage == .deadlineExceeded else { return controller.rollingVerdict }
    return controller.overdueVerdict(controller.readyReplicas > 0 ? .degraded : .broken)
}

/// The verdict on a job. The failed tries of one that goes on, or has succeeded since, do not matter.
private func jobVerdict(_ job: Job, _ pods: [Pod], _ survey: Survey) -> Verdict {
    switch job.statusText {
    case "Complete": return Verdict(health: .completed, status: .completed)
    case "Suspended": return Verdict(health: .stopped, status: Phrase(verbatim: job.statusText))
    case "Failed":
        let cause = pods.compactMap { survey.health(of: $0).cause }.first
        let condition = job.conditions.first(type: "Failed")
        let words = [condition?.message, condition?.reason].compactMap(\.self).first { !$0.isEmpty }
        let problem = cause?.clause ?? words.map(Phrase.init(verbatim:)) ?? Phrase("it does not say why")
        return Verdict(
            health: .broken, status: Phrase(verbatim: job.statusText),
            why: Phrase("job \(job.name) has failed: \(problem)").sentence, nextSteps: pods.isEmpty ? [] : [.logs],
            crash: pods.lazy.compactMap { pod in survey.health(of: pod).cause?.crashed(in: pod) }.first)
    default:
        let tries = pods.filter { survey.isLasting($0) }
        let events = survey.index.events[job.uid] ?? []
        if pods.isEmpty, let refusal = events.last(where: { $0.reason == "FailedCreate" }) {
            let why = Phrase("\(Phrase("job \(job.name)")) cannot make pods: \(refusal.message)").sentence
            return Verdict(health: .broken, status: Phrase("no pods"), why: why)
        }
        return failure(among: tries, .broken, survey)
            ?? Verdict(health: .progressing, status: Phrase(verbatim: job.statusText))
    }
}

/// Nil if all of them are about to be gone.
private func podsVerdict(_ pods: [Pod], _ survey: Survey) -> Verdict? {
    let done = Verdict(health: .completed, status: .completed)
    // The failed tries of a job that has succeeded since no longer matter.
    if let newest = pods.first, survey.health(of: newest) == .completed { return done }
    let isServed = pods.contains { survey.health(of: $0) == .serving }
    if let verdict = failure(among: pods, isServed ? .degraded : .broken, survey) { return verdict }
    if let starting = pods.first(where: { survey.health(of: $0) == .starting }) {
        return Verdict(health: .progressing, status: Phrase(verbatim: starting.summary.status))
    }
    if isServed { return Verdict(health: .healthy, status: .running) }
    let isCompleted = pods.contains { survey.health(of: $0) == .completed }
    return isCompleted ? done : nil
}

extension ReplicaController {
    /// Whether its owner has stopped it.
    fileprivate var isScaledToZero: Bool { replicas == 0 && kind != .daemonSets }

    fileprivate var rollingVerdict: Verdict {
        Verdict(health: .progressing, status: Phrase("rolling \(updatedReplicas) of \(replicas)"), why: sentence)
    }

    fileprivate func overdueVerdict(_ health: Health) -> Verdict {
        Verdict(health: health, status: Phrase("no progress"), why: sentence, nextSteps: [.restart])
    }
}

extension Cause {
    /// For the STATUS column where kubectl says "Running".
    fileprivate var status: Phrase {
        switch self {
        case .crash: Phrase("restarting")
        case .unready, .held, .node: Phrase(verbatim: "NotReady")
        case .image, .volumeImage, .cannotStart, .cannotPrepare, .unschedulable, .initializing, .slow, .failed: .running
        }
    }
}

extension Phrase {
    /// kubectl's words.
    static let running = Phrase(verbatim: "Running")
    fileprivate static let completed = Phrase(verbatim: "Completed")
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
