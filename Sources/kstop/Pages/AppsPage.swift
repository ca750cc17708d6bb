import ClusterModel
import TUI

/// One line an application: what kstop is opened for.
func appsContent(_ model: Model) -> PageContent {
    PageContent(
        columns: [
            Column("  APP", minimumWidth: 13),
            Column("READY"),
            Column("STATUS", minimumWidth: 16),
            Column("RESTARTS", priority: 3, minimumWidth: 8),
            Column("AGE", alignment: .trailing, priority: 2),
            Column("URL", priority: 1, minimumWidth: 20),
            Column("AUTH", priority: 4),
            Column("CERT", alignment: .trailing, priority: 5),
        ],
        rows: model.snapshot.applications.map { row($0, model) })
}

private func row(_ application: Application, _ model: Model) -> PageRow {
    let verdict = application.verdict
    return PageRow(
        id: .application(application.name),
        name: application.name,
        application: application.name,
        health: verdict.health,
        status: verdict.status,
        restarts: application.restarts,
        created: application.creationTimestamp,
        lastRestart: application.lastRestart,
        cells: [
            verdict.health.title(application.name),
            StyledText(application.readyText),
            StyledText(verdict.status, verdict.health.role),
            restartsCell(application.restarts, application.restartsText(at: model.now)),
            StyledText(age(since: application.creationTimestamp, at: model.now), .quiet),
            StyledText(application.url.map(withoutScheme) ?? "", .accent),
            authenticationCell(application.authentication),
            certificateCell(application.certificateStanding(at: model.now)),
        ])
}

/// "radarr.example.org" for "https://radarr.example.org"; plain http is worth its four letters.
private func withoutScheme(_ url: String) -> String {
    url.hasPrefix("https://") ? String(url.dropFirst("https://".count)) : url
}

private func certificateCell(_ standing: CertificateStanding?) -> StyledText {
    guard let standing else { return StyledText() }
    let role: Role =
        switch standing.state {
        case .valid: .quiet
        case .expiring, .notReady: .warning
        case .expired: .failed
        }
    return StyledText(standing.text, role)
}

private func authenticationCell(_ authentication: Authentication?) -> StyledText {
    switch authentication {
    case nil: StyledText()
    case .some(.none): StyledText("none", .warning)
    case .some(let known): StyledText(known.rawValue, .quiet)
    }
}
