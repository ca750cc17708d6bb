package import FoundationEssentials

/// A cron job (batch/v1, or batch/v1beta1 before Kubernetes 1.21), as far as kstop reads it.
package struct CronJob: Resource {
    package static let kind = ResourceKind.cronJobs

    package var metadata: Metadata
    /// "0 3 * * *".
    package var schedule = ""
    /// Nil: that of the controller manager.
    package var timeZone: String?
    package var isSuspended = false
    package var template = PodTemplate()
    /// How many of its jobs run.
    package var activeJobs = 0
    package var lastScheduleTime: Date?
}

/// The columns of `kubectl get cronjobs`, by `printCronJob` in Kubernetes' printers.go.
extension CronJob {
    /// With its time zone, which kubectl gives a column of its own.
    package var scheduleText: String { timeZone.map { "\(schedule) (\($0))" } ?? schedule }

    package var imagesText: String { template.imagesText }

    package var suspendText: String { isSuspended ? "True" : "False" }

    package func lastScheduleText(at now: Date) -> String {
        lastScheduleTime == nil ? "<none>" : ClusterModel.age(since: lastScheduleTime, at: now)
    }
}

extension CronJob: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable {
        var schedule: String?
        var timeZone: String?
        var suspend: Bool?
        var jobTemplate: JobTemplate?
    }
    private struct JobTemplate: Decodable { var spec: JobSpec? }
    private struct JobSpec: Decodable { var template: PodTemplate? }
    private struct Status: Decodable {
        struct Job: Decodable {}
        var active: [Job]?
        var lastScheduleTime: Date?
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        schedule = spec?.schedule ?? ""
        timeZone = spec?.timeZone
        isSuspended = spec?.suspend ?? false
        template = spec?.jobTemplate?.spec?.template ?? PodTemplate()
        let status = try fields.decodeIfPresent(Status.self, forKey: .status)
        activeJobs = status?.active?.count ?? 0
        lastScheduleTime = status?.lastScheduleTime
    }
}
