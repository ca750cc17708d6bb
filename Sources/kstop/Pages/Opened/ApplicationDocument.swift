import ClusterModel
import TUI
import Words

extension Writer {
    /// How an application is and why, the ways to it, and all that it consists of.
    func sections(on application: Application) -> [Section] {
        let selection = Selection.application(application)
        let verdict = application.verdict
        let bold = verdict.health.needsAttention
        let hasPods = application.desiredPods > 0 || !application.deployments.isEmpty
        let facts = [
            hasPods ? styled(Phrase("\(application.readyText) ready"), .quiet) : StyledText(),
            restarts(application.restarts, last: application.lastRestart),
        ]
        let created = application.creationTimestamp.map { ClusterModel.age(since: $0, at: model.now) }
        let age = created.map { styled(Phrase("age \($0)"), .quiet) } ?? StyledText()
        let status = model.styled(verdict.status, bold ? verdict.health.role : .text, bold: bold)
        return [
            head(selection, verdict.health, status, facts + [age], tellsWhy: true),
            chains(selection.chains),
            sideChains(application),
            usage(application),
        ] + workloads(of: application) + [
            pods(application.pods),
            services(application.services),
            ingresses(application.ingresses),
            policies(application.networkPolicies),
            certificates(application.certificates),
            events(about: objects(of: application), namesObjects: true),
        ]
    }

    /// The ways that none of the main chains goes.
    private func sideChains(_ application: Application) -> Section {
        var section = chains(application.sideChains)
        section.title = styled(Phrase("Other chains"), .strong, bold: true)
        return section
    }

    private func usage(_ application: Application) -> Section {
        if application.pods.isEmpty { return Section(lines: []) }
        return section(Phrase("Usage"), paragraph(model.usageText(of: application, width: width - 3)))
    }

    /// All that events may be about: also the replica sets, which come and go with each new version.
    private func objects(of application: Application) -> Set<UID> {
        let own = Set(application.objects.map(\.metadata.uid))
        let replicaSets = model.cluster.replicaSets.values.filter { set in
            set.metadata.controller.map { own.contains($0.uid) } ?? false
        }
        return own.union(replicaSets.map(\.uid))
    }
}
