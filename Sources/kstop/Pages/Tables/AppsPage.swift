import ClusterModel
import TUI
import Words

/// One line an application: what kstop is opened for.
func appsContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
    PageContent(model.snapshot.applications(ids), columns(model), model) { RowFacts($0) }
}

private func columns(_ model: Model) -> [PageColumn<Application>] {
    model.nameColumns("APP", minimumWidth: 17) + [
        PageColumn("READY") { PageCell(StyledText($0.readyText), by: .least($0.readyShare)) },
        PageColumn("STATUS", minimumWidth: 16) { application in
            let verdict = application.verdict
            let status = model.words(verdict.status)
            return PageCell(StyledText(status, verdict.health.role), by: .health(verdict.health, status))
        },
        PageColumn("RESTARTS", priority: 3, minimumWidth: 8) { .restarts($0.restartSummary) },
        PageColumn("AGE", alignment: .trailing, priority: 2) { .age(since: $0.creationTimestamp) },
        .cpu { model.usage(of: $0) }, .memory { model.usage(of: $0) },
        PageColumn("URL", priority: 1, minimumWidth: 16) {
            PageCell($0.url.map(withoutScheme) ?? "", .accent)
        },
        PageColumn("AUTH", priority: 6) { PageCell(authenticationText($0.authentication, model)) },
        PageColumn("CERT", alignment: .trailing, priority: 7) {
            certificateCell($0.certificateStanding(at: model.snapshot.moment), model)
        },
        .wide("POD", priority: 8) { $0.shownPod?.name ?? "<none>" },
        .wide("IMAGE", priority: 9) { $0.image ?? "<none>" },
    ]
}

extension RowFacts {
    init(_ application: Application) {
        self.init(
            id: .application(application.identity), name: application.name, namespace: application.namespace,
            application: application.name, health: application.verdict.health,
            created: application.creationTimestamp, lastRestart: application.lastRestart,
            labels: application.deployments.map(\.metadata.labels) + application.pods.map(\.metadata.labels))
    }
}

extension Application {
    /// From 0 for none of its pods to 1 for all.
    fileprivate var readyShare: Double { desiredPods == 0 ? 1 : Double(readyPods) / Double(desiredPods) }
}

/// "radarr.example.org" for "https://radarr.example.org"; plain http is worth its four letters.
private func withoutScheme(_ url: String) -> String {
    url.hasPrefix("https://") ? String(url.dropFirst("https://".count)) : url
}

private func certificateCell(_ standing: CertificateStanding?, _ model: Model) -> PageCell {
    guard let standing else { return PageCell(StyledText(), by: .nothing) }
    let role: Role =
        switch standing.state {
        case .valid: .quiet
        case .expiring, .notReady: .warning
        case .expired: .failed
        }
    let value = standing.days.map { SortValue.least(Double($0)) } ?? .nothing
    return PageCell(StyledText(model.words(standing.text), role), by: value)
}

private func authenticationText(_ authentication: Authentication?, _ model: Model) -> StyledText {
    guard let authentication else { return StyledText() }
    return model.styled(authentication.word, authentication == .none ? .warning : .quiet)
}
