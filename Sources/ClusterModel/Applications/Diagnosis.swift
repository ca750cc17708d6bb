import FoundationEssentials
import Words

/// What to say of an application whose chains are known.
///
/// In this order, the first that applies:
/// 1. what must be read is still being read: unknown;
/// 2. the main workload, or every one, is stopped: stopped, whatever its links look like;
/// 3. the main workload, or every one, is broken: broken, for its pods' reason, which is also why links are;
/// 4. some workload is in trouble: degraded;
/// 5. a workload is on its way: progressing, since links that hang on it may still come good;
/// 6. every way in is broken: broken; some are, or one beside them, or browsers refuse the certificate of a way in:
///    degraded;
/// 7. a job has failed, and no later one has succeeded: degraded, or broken where there is nothing else;
/// 8. a helper is stopped: degraded;
/// 9. nothing is known about its workloads or its links: unknown;
/// 10. nothing but jobs: progressing, stopped or completed as they are;
/// 11. healthy.
///
/// Why a workload is in trouble follows the order of `controllerVerdict`, a pod's cause that of `podHealth`, a
/// container's that of `cause`.
func verdict(on application: Application, _ survey: Survey) -> Verdict {
    if survey.reading(.pods) == .loading { return Verdict(health: .unknown, status: Phrase("loading")) }
    let workloads = application.workloads(survey)
    let lasting = workloads.filter { !$0.isJob && $0.verdict.health != .completed }
    if let verdict = stop(of: lasting, application) { return verdict }
    return trouble(of: lasting, application) ?? lasting.map(\.verdict).first { $0.health == .progressing }
        ?? linkTrouble(application) ?? failedJob(among: workloads) ?? pause(of: lasting)
        ?? ignorance(application, workloads, survey) ?? rest(of: application, workloads, survey)
}

private func stop(of workloads: [JudgedWorkload], _ application: Application) -> Verdict? {
    let stopped = workloads.filter { $0.verdict.health == .stopped }
    if stopped.count == workloads.count { return stopped.first?.verdict }
    return stopped.first { $0.name == application.name }?.verdict
}

private func trouble(of workloads: [JudgedWorkload], _ application: Application) -> Verdict? {
    let troubled = workloads.filter { $0.verdict.health.needsAttention }
    let broken = troubled.filter { $0.verdict.health == .broken }
    if let main = broken.first(where: { $0.name == application.name }) { return main.verdict }
    guard var verdict = broken.first?.verdict ?? troubled.first?.verdict else { return nil }
    verdict.health = broken.count == workloads.count ? .broken : .degraded
    return verdict
}

private func linkTrouble(_ application: Application) -> Verdict? {
    let faults = application.chains.compactMap(\.fault)
    let worstFirst = faults.filter { !$0.isPassable } + faults
    guard let fault = worstFirst.first ?? application.sideChains.compactMap(\.fault).first else { return nil }
    let isAll = !faults.isEmpty && faults.count { !$0.isPassable } == application.chains.count
    return Verdict(health: isAll ? .broken : .degraded, status: fault.status, why: fault.why)
}

private func failedJob(among workloads: [JudgedWorkload]) -> Verdict? {
    let failed = workloads.filter { $0.isJob && $0.verdict.health.needsAttention }
    guard var verdict = failed.first?.verdict else { return nil }
    verdict.health = failed.count == workloads.count ? .broken : .degraded
    return verdict
}

private func pause(of workloads: [JudgedWorkload]) -> Verdict? {
    workloads.lazy.compactMap(\.pause).first.map { reason in
        Verdict(health: .degraded, status: Phrase("partly stopped"), why: reason)
    }
}

private func ignorance(_ application: Application, _ workloads: [JudgedWorkload], _ survey: Survey) -> Verdict? {
    guard workloads.allSatisfy({ $0.verdict.health == .completed }) else { return nil }
    for kind in [ResourceKind.pods, .deployments] {
        guard case .unreadable(let reason) = survey.reading(kind), application.pods.isEmpty else { continue }
        return Verdict(health: .unknown, status: Phrase("unknown"), why: reason)
    }
    // Who may come in and by which certificate says nothing about whether anybody answers.
    let kinds: Set<Link.Kind> = [.service, .endpoints, .pod, .container]
    let unknown = application.chains.flatMap(\.links).first { $0.state == .unknown && kinds.contains($0.kind) }
    return unknown.map { Verdict(health: .unknown, status: Phrase("unknown"), why: $0.detail) }
}

private func rest(of application: Application, _ workloads: [JudgedWorkload], _ survey: Survey) -> Verdict {
    guard !workloads.isEmpty else {
        if let solver = application.pods.first(where: { $0.metadata.isSolver && survey.isLasting($0) }) {
            return Verdict(health: .progressing, status: Phrase(verbatim: solver.summary.status))
        }
        if !application.pods.isEmpty {
            let held = application.pods.lazy.compactMap { $0.heldEnd(at: survey.now) }.first
            let health: Health = held == nil ? .progressing : .broken
            return Verdict(health: health, status: Phrase(verbatim: "Terminating"), why: held)
        }
        if application.chains.isEmpty { return loneObject(application, at: survey.now) }
        return Verdict(health: .healthy, status: Phrase("external"))
    }
    guard workloads.allSatisfy({ $0.isJob || $0.verdict.health == .completed }) else {
        return Verdict(health: .healthy, status: .running)
    }
    for health in [Health.progressing, .healthy, .stopped] {
        if let verdict = workloads.first(where: { $0.verdict.health == health })?.verdict { return verdict }
    }
    return workloads[0].verdict
}

/// A certificate or a network policy that belongs to no application.
private func loneObject(_ application: Application, at now: Date) -> Verdict {
    guard let certificate = application.certificates.first else {
        return Verdict(health: .healthy, status: Phrase("policy"))
    }
    let standing = certificate.standing(at: now)
    guard standing.state == .expired else { return Verdict(health: .healthy, status: Phrase("certificate")) }
    let why = Phrase("certificate \(certificate.name) \(certificate.text(at: now, [:]))").sentence
    return Verdict(health: .broken, status: Phrase("expired"), why: why)
}
