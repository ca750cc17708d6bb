import ClusterModel
import FoundationEssentials
import Words

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
/// - Parameter language: for people; JSON has but one.
func onceReport(
    _ api: ClusterAPI, _ session: Session, _ options: OnceOptions, in language: Language, patience: Duration, now: Date
) async -> OnceReport {
    let deadline = ContinuousClock.now + patience
    var cluster = await listedCluster(api, session.namespace, until: deadline)
    if case .failing(let error, _, _) = cluster.source(.pods) {
        return OnceReport(remarks: [error.text.text(in: language)], status: ExitStatus.failure)
    }
    let remarks = readingRemarks(cluster, language)
    await cluster.inquire(api)
    // A node that is away is why its pods are. Who may not see nodes is not told so: nobody has asked for them.
    if cluster.pods.values.contains(where: { !$0.isReady && !$0.isFinished }) {
        await cluster.read(.nodes, api, until: deadline)
    }
    let all = applications(in: cluster, at: now)
    if all.isEmpty, session.isNamespaceGuessed, (try? await api.namespaceExists(session.namespace)) == false {
        var session = session
        session.look(into: Session.lastGuess)
        return await onceReport(api, session, options, in: language, patience: patience, now: now)
    }
    if all.isEmpty, let problem = await problemOfNothing(remarks, api, session.namespace, language) {
        return OnceReport(remarks: problem, status: ExitStatus.failure)
    }
    do throws(UnknownApplications) {
        let shown = try narrowed(all, of: cluster, options)
        return report(on: shown, of: cluster, remarks, session, options, language, at: now)
    } catch {
        let sentences = error.sentences(session.namespace).map { $0.text(in: language) }
        return OnceReport(remarks: remarks + sentences, status: error.status)
    }
}

/// Nothing is there: why that is no answer; nil if the namespace is just empty.
func problemOfNothing(
    _ remarks: [String], _ api: ClusterAPI, _ namespace: String, _ language: Language
) async -> [String]? {
    let exists = try? await api.namespaceExists(namespace)
    if exists == false {
        return remarks + [Phrase("namespace \"\(namespace)\" does not exist").text(in: language)]
    }
    return remarks.isEmpty ? nil : remarks
}

private func report(
    on applications: [Application], of cluster: Cluster, _ remarks: [String], _ session: Session,
    _ options: OnceOptions, _ language: Language, at now: Date
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
    case .table: report.lines = onceTable(applications, options, in: language, at: now)
    case .wide: report.lines = onceTable(applications, options, in: language, at: now)
    case .name: report.lines = workloadNames(applications)
    }
    if applications.isEmpty {
        // kubectl's words.
        report.remarks.append("No resources found in \(session.namespace) namespace.")
    }
    return report
}
