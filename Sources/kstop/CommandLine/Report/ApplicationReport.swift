import ClusterModel
import FoundationEssentials
import Words

struct ApplicationReport: Encodable {
    var name: String
    var namespace: String
    var health: String
    /// What `--check` exits with 3 for.
    var needsAttention: Bool
    var status: String
    @OrNull var why: String?
    /// What helps next, the most useful first: "logs", "restart".
    var nextSteps: [String]
    @OrNull var url: String?
    @OrNull var authentication: String?
    var ready: ReadyReport
    var restarts: Int
    @OrNull var lastRestart: Date?
    @OrNull var created: Date?
    /// Of all its containers, each once, sorted.
    var images: [String]
    var deployments: [DeploymentReport]
    var statefulSets: [SetReport]
    var daemonSets: [SetReport]
    /// Those that no deployment keeps.
    var replicaSets: [SetReport]
    var cronJobs: [CronJobReport]
    var jobs: [JobReport]
    var pods: [PodReport]
    var services: [ServiceReport]
    var ingresses: [IngressReport]
    var certificates: [CertificateReport]
    /// The names of those that select its pods.
    var networkPolicies: [String]
    var chains: [ChainReport]
    var sideChains: [ChainReport]

    init(_ application: Application, at now: Date) {
        name = application.name
        namespace = application.namespace
        health = application.verdict.health.rawValue
        needsAttention = application.verdict.health.needsAttention
        status = application.verdict.status.english
        why = application.verdict.why?.english
        nextSteps = application.verdict.nextSteps.map(\.rawValue)
        url = application.url
        authentication = application.authentication?.rawValue
        ready = ReadyReport(current: application.readyPods, desired: application.desiredPods)
        restarts = application.restarts
        lastRestart = application.lastRestart
        created = application.creationTimestamp
        let specs = application.deployments.map(\.spec.template.spec) + application.pods.map(\.spec)
        let containers = specs.flatMap { $0.initContainers + $0.containers }
        images = Set(containers.map(\.image)).subtracting([""]).sorted()
        deployments = application.deployments.map { DeploymentReport($0, in: application.verdict) }
        statefulSets = application.statefulSets.map(SetReport.init)
        daemonSets = application.daemonSets.map(SetReport.init)
        replicaSets = application.replicaSets.map(SetReport.init)
        cronJobs = application.cronJobs.map(CronJobReport.init)
        jobs = application.jobs.map(JobReport.init)
        pods = application.pods.map { PodReport($0, at: now) }
        services = application.services.map(ServiceReport.init)
        ingresses = application.ingresses.map { IngressReport($0, application.authentications[$0.uid] ?? .none) }
        certificates = application.certificates.map { CertificateReport($0, at: now) }
        networkPolicies = application.networkPolicies.map(\.name)
        chains = application.chains.map(ChainReport.init)
        sideChains = application.sideChains.map(ChainReport.init)
    }
}

/// Pods that are ready, of how many.
struct ReadyReport: Encodable {
    var current: Int
    var desired: Int
}
