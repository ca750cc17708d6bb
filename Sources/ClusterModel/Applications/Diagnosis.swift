/// What to say of an application whose chains are known.
///
/// In this order, the first that applies:
/// 1. what must be read is still being read: unknown;
/// 2. the main workload, or every one, is stopped: stopped, whatever its links look like;
/// 3. the main workload, or every one, is broken: broken, for its pods' reason, which is also why links are;
/// 4. some workload is in trouble: degraded;
/// 5. a workload is on its way: progressing, since links that hang on it may still come good;
/// 6. every way in is broken: broken; some are, or one beside them: degraded;
/// 7. a helper is stopped: degraded;
/// 8. nothing is known about its workloads or its links: unknown;
/// 9. nothing but work that is done: completed;
/// 10. healthy.
func verdict(on application: Application, _ survey: Survey) -> Verdict {
    if survey.reading(.pods) == .loading { return Verdict(health: .unknown, status: "loading") }
    let workloads = application.workloads(survey)
    let lasting = workloads.filter { $0.verdict.health != .completed }
    if let verdict = stop(of: lasting, application) { return verdict }
    return trouble(of: lasting, application) ?? lasting.map(\.verdict).first { $0.health == .progressing }
        ?? linkTrouble(application) ?? pause(of: lasting) ?? ignorance(application, lasting, survey)
        ?? rest(of: application, workloads)
}

private func stop(of workloads: [Workload], _ application: Application) -> Verdict? {
    let stopped = workloads.filter { $0.verdict.health == .stopped }
    if stopped.count == workloads.count { return stopped.first?.verdict }
    return stopped.first { $0.name == application.name }?.verdict
}

private func trouble(of workloads: [Workload], _ application: Application) -> Verdict? {
    let troubled = workloads.filter { $0.verdict.health.needsAttention }
    let broken = troubled.filter { $0.verdict.health == .broken }
    if let main = broken.first(where: { $0.name == application.name }) { return main.verdict }
    guard var verdict = broken.first?.verdict ?? troubled.first?.verdict else { return nil }
    verdict.health = broken.count == workloads.count ? .broken : .degraded
    return verdict
}

private func linkTrouble(_ application: Application) -> Verdict? {
    let faults = application.chains.compactMap(\.fault)
    guard let fault = faults.first ?? application.sideChains.compactMap(\.fault).first else { return nil }
    let isAll = !faults.isEmpty && faults.count == application.chains.count
    return Verdict(health: isAll ? .broken : .degraded, status: fault.status, why: fault.why)
}

private func pause(of workloads: [Workload]) -> Verdict? {
    workloads.first { $0.verdict.health == .stopped }.map { workload in
        Verdict(health: .degraded, status: "partly stopped", why: "Deployment \(workload.name) is scaled to 0.")
    }
}

private func ignorance(_ application: Application, _ workloads: [Workload], _ survey: Survey) -> Verdict? {
    guard workloads.isEmpty else { return nil }
    let unknown = application.chains.flatMap(\.links).first { $0.state == .unknown }
    for kind in [ResourceKind.pods, .deployments] {
        guard case .unreadable(let reason) = survey.reading(kind), application.pods.isEmpty else { continue }
        return Verdict(health: .unknown, status: "unknown", why: reason)
    }
    return unknown.map { Verdict(health: .unknown, status: "unknown", why: $0.detail) }
}

private func rest(of application: Application, _ workloads: [Workload]) -> Verdict {
    guard !workloads.isEmpty else {
        if application.pods.isEmpty { return Verdict(health: .healthy, status: "external") }
        return Verdict(health: .progressing, status: "Terminating")
    }
    let isDone = workloads.allSatisfy { $0.verdict.health == .completed }
    return isDone ? workloads[0].verdict : Verdict(health: .healthy, status: "Running")
}
