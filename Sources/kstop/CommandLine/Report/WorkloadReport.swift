import ClusterModel
import FoundationEssentials

struct DeploymentReport: Encodable {
    var name: String
    var health: String
    var ready: ReadyReport
    var updated: Int
    var available: Int
    var paused: Bool
    @OrNull var created: Date?
    var images: [String]

    init(_ deployment: Deployment, in application: Verdict) {
        name = deployment.name
        health = deployment.health(in: application).rawValue
        ready = ReadyReport(current: deployment.status.readyReplicas, desired: deployment.spec.replicas)
        updated = deployment.status.updatedReplicas
        available = deployment.status.availableReplicas
        paused = deployment.spec.isPaused
        created = deployment.metadata.creationTimestamp
        images = deployment.spec.template.spec.containers.map(\.image)
    }
}

/// A stateful set or a daemon set.
struct SetReport: Encodable {
    var name: String
    var ready: ReadyReport
    @OrNull var created: Date?
    var images: [String]

    init(_ set: StatefulSet) {
        name = set.name
        ready = ReadyReport(current: set.status.readyReplicas, desired: set.replicas)
        created = set.metadata.creationTimestamp
        images = set.template.spec.containers.map(\.image)
    }

    init(_ set: DaemonSet) {
        name = set.name
        ready = ReadyReport(current: set.status.numberReady, desired: set.status.desiredNumberScheduled)
        created = set.metadata.creationTimestamp
        images = set.template.spec.containers.map(\.image)
    }
}

extension SetReport {
    /// Its images are those of its pods, which are the application's.
    init(_ set: ReplicaSet) {
        name = set.name
        ready = ReadyReport(current: set.readyReplicas, desired: set.replicas)
        created = set.metadata.creationTimestamp
        images = []
    }
}

struct CronJobReport: Encodable {
    var name: String
    var schedule: String
    @OrNull var timeZone: String?
    var suspended: Bool
    var active: Int
    @OrNull var lastSchedule: Date?
    @OrNull var created: Date?
    var images: [String]

    init(_ job: CronJob) {
        name = job.name
        schedule = job.schedule
        timeZone = job.timeZone
        suspended = job.isSuspended
        active = job.activeJobs
        lastSchedule = job.lastScheduleTime
        created = job.metadata.creationTimestamp
        images = job.template.spec.containers.map(\.image)
    }
}

struct JobReport: Encodable {
    var name: String
    /// kubectl's word: Complete, Running, Failed …
    var status: String
    var succeeded: Int
    @OrNull var created: Date?
    @OrNull var started: Date?
    @OrNull var completed: Date?

    init(_ job: Job) {
        name = job.name
        status = job.statusText
        succeeded = job.succeeded
        created = job.metadata.creationTimestamp
        started = job.startTime
        completed = job.completionTime
    }
}
