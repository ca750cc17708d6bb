/// A deployment, another controller's pods, or a pod on its own, and how it does.
struct Workload: Equatable {
    var name: String
    var verdict: Verdict
}

extension Application {
    /// Without pods that are about to be gone.
    func workloads(_ survey: Survey) -> [Workload] {
        let groups = Dictionary(grouping: pods) { survey.index.workload(of: $0) }
        let own = Set(deployments.map(\.uid))
        let others = groups.filter { !own.contains($0.key) }.values.compactMap { pods in
            podsVerdict(pods, survey).map { Workload(name: pods[0].name, verdict: $0) }
        }
        return deployments.map { Workload(name: $0.name, verdict: deploymentVerdict($0, groups[$0.uid] ?? [], survey)) }
            + others.sorted { $0.name < $1.name }
    }
}

/// The verdict on a deployment. Order of precedence: stopped, what was not read, a replacement under way, failing
/// pods, the progress deadline, pods that cannot be made, a rollout under way, health.
private func deploymentVerdict(_ deployment: Deployment, _ pods: [Pod], _ survey: Survey) -> Verdict {
    if deployment.spec.replicas == 0 { return Verdict(health: .stopped, status: "stopped") }
    guard survey.reading(.pods) == .complete else { return verdictWithoutPods(deployment) }
    let pods = pods.filter(survey.isLasting)
    let isServed = pods.contains { survey.health(of: $0) == .serving }
    let trouble: Health = isServed ? .degraded : .broken
    if isBeingReplaced(deployment, newest: pods.first, survey) { return deployment.rollingVerdict }
    if let verdict = failure(among: pods, trouble, survey) { return verdict }
    if deployment.rollout.isFailed {
        return Verdict(health: trouble, status: "no progress", why: deployment.rolloutSentence)
    }
    if pods.isEmpty, let failure = deployment.status.conditions.first(type: "ReplicaFailure"), failure.status == "True"
    {
        let why = "Deployment \(deployment.name) cannot make pods: \(failure.message)."
        return Verdict(health: .broken, status: "no pods", why: why)
    }
    return progress(of: deployment, pods, survey)
}

/// Old pods in trouble no longer matter while a new one starts in their stead.
private func isBeingReplaced(_ deployment: Deployment, newest: Pod?, _ survey: Survey) -> Bool {
    guard let newest, survey.health(of: newest) == .starting else { return false }
    switch deployment.rollout {
    case .unobserved, .updating, .endingOld: return true
    case .paused, .deadlineExceeded, .becomingAvailable, .done: return false
    }
}

private func failure(among pods: [Pod], _ health: Health, _ survey: Survey) -> Verdict? {
    for pod in pods {
        guard let cause = survey.health(of: pod).cause else { continue }
        let status = pod.summary.status
        // Between two crashes kubectl sees nothing wrong.
        return Verdict(health: health, status: status == "Running" ? cause.status : status, why: cause.sentence)
    }
    return nil
}

private func progress(of deployment: Deployment, _ pods: [Pod], _ survey: Survey) -> Verdict {
    let starting = pods.first { survey.health(of: $0) == .starting }
    let rollout = deployment.rollout
    if starting == nil, pods.count >= deployment.spec.replicas, rollout == .done || rollout == .paused {
        return Verdict(health: .healthy, status: "Running")
    }
    if pods.contains(where: { survey.health(of: $0) == .serving }) { return deployment.rollingVerdict }
    let why = rollout == .done ? nil : deployment.rolloutSentence
    return Verdict(health: .progressing, status: starting?.summary.status ?? "Pending", why: why)
}

private func verdictWithoutPods(_ deployment: Deployment) -> Verdict {
    let isReady = deployment.status.readyReplicas >= deployment.spec.replicas
    if isReady, deployment.rollout == .done || deployment.rollout == .paused {
        return Verdict(health: .healthy, status: "Running")
    }
    let isServed = deployment.status.readyReplicas > 0
    guard deployment.rollout.isFailed else { return deployment.rollingVerdict }
    return Verdict(health: isServed ? .degraded : .broken, status: "no progress", why: deployment.rolloutSentence)
}

/// Nil if all of them are about to be gone.
private func podsVerdict(_ pods: [Pod], _ survey: Survey) -> Verdict? {
    let done = Verdict(health: .completed, status: "Completed")
    // The failed tries of a job that has succeeded since no longer matter.
    if let newest = pods.first, survey.health(of: newest) == .completed { return done }
    let isServed = pods.contains { survey.health(of: $0) == .serving }
    if let verdict = failure(among: pods, isServed ? .degraded : .broken, survey) { return verdict }
    if let starting = pods.first(where: { survey.health(of: $0) == .starting }) {
        return Verdict(health: .progressing, status: starting.summary.status)
    }
    if isServed { return Verdict(health: .healthy, status: "Running") }
    let isCompleted = pods.contains { survey.health(of: $0) == .completed }
    return isCompleted ? done : nil
}

extension Deployment {
    fileprivate var rollingVerdict: Verdict {
        let updated = rollout == .unobserved ? 0 : status.updatedReplicas
        return Verdict(health: .progressing, status: "rolling \(updated) of \(spec.replicas)", why: rolloutSentence)
    }

    /// `kubectl rollout status`' sentence as one of ours; nil when there is nothing to wait for.
    fileprivate var rolloutSentence: String? {
        if rollout == .done { return nil }
        let sentence = rollout.sentence(deployment: name)
        let words = sentence.prefix(1).uppercased() + sentence.dropFirst()
        return words.hasSuffix(".") ? words : "\(words)."
    }
}

extension Cause {
    /// For the STATUS column where kubectl says "Running".
    fileprivate var status: String {
        switch self {
        case .crash: "restarting"
        case .unready: "NotReady"
        case .image, .cannotStart, .cannotPrepare, .unschedulable, .slow, .failed: "Running"
        }
    }
}
