import ClusterModel
import FoundationEssentials
import TUI

/// One line an application, then one sentence for each that needs attention; nothing for no applications.
func onceTable(_ applications: [Application], _ options: OnceOptions, at now: Date) -> [String] {
    guard !applications.isEmpty else { return [] }
    let isWide = options.format == .wide
    let title = ["APP", "READY", "STATUS", "RESTARTS", "AGE", "URL"]
    let wideTitle = isWide ? ["HEALTH", "AUTH", "CERT", "POD", "IMAGE"] : []
    let rows = applications.map { row(for: $0, at: now) + (isWide ? wideCells(of: $0, at: now) : []) }
    guard options.hasHeaders else { return plainTable(rows) }
    let sentences = applications.filter(\.verdict.health.needsAttention).map(sentence)
    return plainTable([title + wideTitle] + rows) + (sentences.isEmpty ? [] : [""]) + sentences.map(printable)
}

/// What kubectl can be told to act on: "deployment.apps/radarr", as `kubectl get -o name` writes it.
func workloadNames(_ applications: [Application]) -> [String] {
    applications.flatMap { application in
        application.deployments.map { "deployment.apps/\($0.name)" }
            + application.statefulSets.map { "statefulset.apps/\($0.name)" }
            + application.daemonSets.map { "daemonset.apps/\($0.name)" }
    }.map(printable)
}

private func row(for application: Application, at now: Date) -> [String] {
    [
        application.name,
        application.readyText,
        application.verdict.status,
        application.restartsText(at: now),
        age(since: application.creationTimestamp, at: now),
        application.url ?? "<none>",
    ]
}

private func wideCells(of application: Application, at now: Date) -> [String] {
    [
        application.verdict.health.rawValue,
        application.authentication?.rawValue ?? "<none>",
        application.certificateStanding(at: now)?.text ?? "<none>",
        application.pods.first?.name ?? "<none>",
        application.image ?? "<none>",
    ]
}

private func sentence(on application: Application) -> String {
    let verdict = application.verdict
    return "\(application.name) is \(verdict.health.rawValue): \(verdict.why ?? verdict.status)"
}
