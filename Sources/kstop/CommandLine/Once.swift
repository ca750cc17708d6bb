import ClusterModel
import FoundationEssentials

/// What `--once` has found.
struct OnceReport: Equatable {
    /// For standard output; JSON is one item of many lines.
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
    let cluster = await listedCluster(api, session.namespace, until: ContinuousClock.now + patience)
    if case .failing(let error, _, _) = cluster.source(.pods) {
        return OnceReport(remarks: [error.text], status: ExitStatus.failure)
    }
    let remarks = readingRemarks(cluster)
    let all = applications(in: cluster, at: now)
    if all.isEmpty, let problem = await problemOfNothing(remarks, api, session.namespace) {
        return OnceReport(remarks: problem, status: ExitStatus.failure)
    }
    do throws(UnknownApplications) {
        let shown = try narrowed(all, options)
        return report(on: shown, of: cluster, remarks, session, options, at: now)
    } catch {
        return OnceReport(remarks: remarks + error.sentences(session.namespace), status: ExitStatus.usage)
    }
}

/// Nothing is there: why that is no answer; nil if the namespace is just empty.
private func problemOfNothing(_ remarks: [String], _ api: ClusterAPI, _ namespace: String) async -> [String]? {
    let exists = try? await api.namespaceExists(namespace)
    if exists == false { return remarks + ["namespace \"\(namespace)\" does not exist"] }
    return remarks.isEmpty ? nil : remarks
}

private func report(
    on applications: [Application], of cluster: Cluster, _ remarks: [String], _ session: Session,
    _ options: OnceOptions, at now: Date
) -> OnceReport {
    // A kind that did not answer may hide anything; one that is forbidden is not this user's to see.
    var report = OnceReport(remarks: remarks, status: cluster.isIncomplete ? ExitStatus.failure : ExitStatus.success)
    let needsAttention = applications.contains(where: \.verdict.health.needsAttention)
    if options.isCheck && needsAttention { report.status = ExitStatus.unhealthy }
    switch options.format {
    case .json:
        let document = SnapshotReport(applications, of: cluster, session, at: now)
        // The document says itself what could not be read.
        return OnceReport(lines: [document.json], status: report.status)
    case .table: report.lines = onceTable(applications, options, at: now)
    case .wide: report.lines = onceTable(applications, options, at: now)
    case .name: report.lines = workloadNames(applications)
    }
    if applications.isEmpty { report.remarks.append("No resources found in \(session.namespace) namespace.") }
    return report
}
