import FoundationEssentials
import Words

/// A deployment or its like, a job, another controller's pods, or a pod on its own, and how it does.
struct Workload: Equatable {
    var name: String
    var verdict: Verdict
    /// Meant to end; its success or failure is one remark among others.
    var isJob = false
    /// That it is scaled to 0; nil if it is not.
    var pause: Phrase?
}

extension Application {
    /// Without pods that are about to be gone.
    func workloads(_ survey: Survey) -> [Workload] {
        let groups = Dictionary(grouping: pods) { survey.index.workload(of: $0) }
        let controllers = controllers(survey.index)
        let own = Set(controllers.map(\.uid) + jobs.map(\.uid))
        let rest = groups.filter { !own.contains($0.key) }.sorted {
            ($0.value[0].name, $0.key) < ($1.value[0].name, $1.key)
        }
        let others = rest.compactMap { _, pods in
            podsVerdict(pods, survey).map { Workload(name: pods[0].name, verdict: $0) }
        }
        let lasting = controllers.map { controller in
            Workload(
                name: controller.name, verdict: controllerVerdict(controller, groups[controller.uid] ?? [], survey),
                pause: controller.isScaledToZero ? controller.stopText.sentence : nil)
        }
        let passing = jobs.filter { !isSuperseded($0) }.map { job in
            Workload(name: job.name, verdict: jobVerdict(job, groups[job.uid] ?? [], survey), isJob: true)
        }
        return lasting + others + passing
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
    }
}

/// The verdict on what keeps pods running. Order of precedence: stopped, what was not read, a replacement under way,
/// failing pods, pods that cannot be made, the progress deadline, a rollout under way, health.
private func controllerVerdict(_ controller: ReplicaController, _ pods: [Pod], _ survey: Survey) -> Verdict {
    if controller.replicas == 0 {
        return Verdict(health: .stopped, status: controller.isScaledToZero ? Phrase("stopped") : Phrase("no node"))
    }
    guard survey.reading(.pods) == .complete else { return verdictWithoutPods(controller) }
    let pods = pods.filter(survey.isLasting)
    let isServed = pods.contains { survey.health(of: $0) == .serving }
    let trouble: Health = isServed ? .degraded : .broken
    if let newest = pods.first, survey.health(of: newest) == .starting, controller.stage == .replacing {
        // Old pods in trouble no longer matter while a new one starts in their stead.
        return controller.rollingVerdict
    }
    if let verdict = failure(among: pods, trouble, survey) { return verdict }
    if let failure = controller.failure, pods.count < controller.replicas || controller.stage != .done {
        let why = Phrase("\(controller.title) cannot make pods: \(failure)").sentence
        return Verdict(health: trouble, status: Phrase("no pods"), why: why)
    }
    if controller.stage == .deadlineExceeded { return controller.overdueVerdict(trouble) }
    return progress(of: controller, pods, survey)
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
            why: Phrase("job \(job.name) has failed: \(problem)").sentence, nextSteps: pods.isEmpty ? [] : [.logs])
    default:
        let tries = pods.filter { survey.isLasting($0) }
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
    fileprivate var isScaledToZero: Bool { replicas == 0 && kind != .daemonSet }

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
        case .unready: Phrase(verbatim: "NotReady")
        case .image, .cannotStart, .cannotPrepare, .unschedulable, .slow, .failed: .running
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
