import ClusterModel
import FoundationEssentials
import TUI

/// What `--once` has found.
struct OnceReport: Equatable {
    /// For standard output.
    var lines: [String] = []
    /// For standard error.
    var remarks: [String] = []
    var status = ExitStatus.success
}

/// Lists everything once and tells what it is worth.
///
/// - Parameter patience: for how long an API server that cannot be reached (it may be restarting) is asked again.
func onceReport(
    _ api: ClusterAPI, _ session: Session, _ options: OnceOptions, patience: Duration, now: Date
) async -> OnceReport {
    let deadline = ContinuousClock.now + patience
    var cluster = Cluster()
    var report = OnceReport()
    await withTaskGroup(of: (ResourceKind, Result<ObjectList, APIError>).self) { group in
        for kind in ResourceKind.allCases {
            group.addTask { (kind, await list(kind, session.namespace, api, until: deadline)) }
        }
        for await (kind, result) in group { read(kind, result, into: &cluster, &report) }
    }
    report.remarks.sort()
    if case .failing(let error, _, _) = cluster.source(.pods) {
        return OnceReport(remarks: [error.text], status: ExitStatus.failure)
    }
    let snapshot = Snapshot(cluster, at: now)
    if snapshot.applications.isEmpty { return await emptyReport(report, api, session) }
    report.lines = onceLines(snapshot, at: now)
    let needsAttention = snapshot.count(\.needsAttention) > 0
    if options.isCheck && needsAttention { report.status = ExitStatus.unhealthy }
    return report
}

private func list(
    _ kind: ResourceKind, _ namespace: String, _ api: ClusterAPI, until deadline: ContinuousClock.Instant
) async -> Result<ObjectList, APIError> {
    while true {
        do throws(APIError) {
            return .success(try await api.objects(kind, namespace))
        } catch {
            guard case .unreachable = error, ContinuousClock.now + .milliseconds(300) < deadline else {
                return .failure(error)
            }
            try? await Task.sleep(for: .milliseconds(300))
        }
    }
}

private func read(
    _ kind: ResourceKind, _ result: Result<ObjectList, APIError>, into cluster: inout Cluster,
    _ report: inout OnceReport
) {
    switch result {
    case .success(let list):
        cluster.apply(.updated(kind, list.objects))
        cluster.apply(.source(kind, .live))
        report.remarks += list.unreadable.map { "\(kind.plural): cannot read \($0.name): \($0.problem)" }
    case .failure(let error) where error.isForbidden:
        cluster.apply(.source(kind, .forbidden(error.text)))
        report.remarks.append("forbidden: \(error.text)")
    case .failure(let error) where error.isNotFound: cluster.apply(.source(kind, .notServed))
    case .failure(let error):
        cluster.apply(.source(kind, .failing(error, since: .distantPast, retryAt: .distantPast)))
        report.remarks.append("\(kind.plural): \(error.text)")
    }
}

/// Nothing is there: says whether the namespace is.
private func emptyReport(_ report: OnceReport, _ api: ClusterAPI, _ session: Session) async -> OnceReport {
    var report = report
    let exists = try? await api.namespaceExists(session.namespace)
    if exists == false {
        report.remarks.append("namespace \"\(session.namespace)\" does not exist")
        report.status = ExitStatus.failure
    } else if report.remarks.isEmpty {
        report.remarks.append("No resources found in \(session.namespace) namespace.")
    } else {
        report.status = ExitStatus.failure
    }
    return report
}

/// One line an application, then one sentence for each that needs attention.
private func onceLines(_ snapshot: Snapshot, at now: Date) -> [String] {
    let title = ["APP", "READY", "STATUS", "RESTARTS", "AGE", "URL"]
    let rows = snapshot.applications.map { application in
        [
            application.name,
            application.readyText,
            application.verdict.status,
            application.restartsText(at: now),
            age(since: application.creationTimestamp, at: now),
            application.url ?? "<none>",
        ]
    }
    let troubled = snapshot.applications.filter(\.verdict.health.needsAttention)
    let sentences = troubled.map { application in
        let verdict = application.verdict
        return "\(application.name) is \(verdict.health.rawValue): \(verdict.why ?? verdict.status)"
    }
    return plainTable([title] + rows) + (sentences.isEmpty ? [] : [""]) + sentences.map(printable)
}
