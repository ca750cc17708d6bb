import ClusterModel
import Words

/// Applications, and the cluster that they were found in.
struct FoundApplications: Sendable {
    var cluster: Cluster
    var applications: [Application]
}

extension ScriptContext {
    /// The applications of these names, in their own order.
    ///
    /// - Throws: for names that no application has, with the nearest ones; for one that several namespaces know; when
    ///   the cluster does not answer.
    func applications(named names: [String]) async throws(Refusal) -> FoundApplications {
        let cluster = await listedCluster(api, session.namespace, until: ContinuousClock.now + patience)
        if case .failing(let error, _, _) = cluster.source(.pods) { throw Refusal(error.text, ExitStatus.failure) }
        let all = ClusterModel.applications(in: cluster, at: now())
        let remarks = readingRemarks(cluster, language)
        if all.isEmpty, let problem = await problemOfNothing(remarks, api, session.namespace, language) {
            throw Refusal(lines: problem.map(Phrase.init(verbatim:)), status: ExitStatus.failure)
        }
        let found: [Application]
        do throws(UnknownApplications) {
            found = try narrowed(all, of: cluster, OnceOptions(names: names))
        } catch {
            throw Refusal(
                lines: remarks.map(Phrase.init(verbatim:)) + error.sentences(session.namespace), status: error.status)
        }
        if let name = names.first(where: { name in found.count { $0.name == name } > 1 }) {
            throw Refusal(ambiguity(name, found), ExitStatus.usage)
        }
        return FoundApplications(cluster: cluster, applications: found)
    }

    func application(named name: String) async throws(Refusal) -> (application: Application, cluster: Cluster) {
        let found = try await applications(named: [name])
        guard let application = found.applications.first else {
            throw Refusal(Phrase("application \(name) is gone"), ExitStatus.failure)
        }
        return (application, found.cluster)
    }

    private func ambiguity(_ name: String, _ applications: [Application]) -> Phrase {
        let namespaces = applications.filter { $0.name == name }.map(\.namespace).joined(separator: ", ")
        return Phrase("application \(name) is in several namespaces (\(namespaces)): choose one with --namespace")
    }
}
