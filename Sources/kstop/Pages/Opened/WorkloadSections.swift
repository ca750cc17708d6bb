import ClusterModel
import TUI
import Words

// What makes an application's pods.
extension Writer {
    func workloads(of application: Application) -> [Section] {
        let images = ["NAME", "READY", "AGE", "", "IMAGE"]
        return [
            section(
                Phrase("Deployments"), of: .deployments, titles: images,
                application.deployments.map { row($0, in: application) }),
            section(
                Phrase("Stateful sets"), of: .statefulSets, titles: images,
                application.statefulSets.map { set in
                    let isReady = set.status.readyReplicas >= set.replicas
                    return row(set, isReady ? .healthy : .progressing, set.readyText, StyledText(), set.imagesText)
                }),
            section(
                Phrase("Daemon sets"), of: .daemonSets, titles: images,
                application.daemonSets.map { set in
                    let isReady = set.status.numberReady >= set.status.desiredNumberScheduled
                    let ready = "\(set.readyText)/\(set.desiredText)"
                    return row(set, isReady ? .healthy : .progressing, ready, StyledText(), set.imagesText)
                }),
            section(
                Phrase("Replica sets"), of: .replicaSets, titles: Array(images.dropLast()),
                application.replicaSets.map { set in
                    let isReady = set.readyReplicas >= set.replicas
                    let ready = "\(set.readyReplicas)/\(set.replicas)"
                    return row(set, isReady ? .healthy : .progressing, ready, StyledText(), "").dropLast()
                }),
            section(
                Phrase("Cron jobs"), of: .cronJobs,
                titles: ["NAME", "SCHEDULE", "SUSPEND", "ACTIVE", "LAST SCHEDULE", "AGE", "IMAGE"],
                application.cronJobs.map(row)),
            section(
                Phrase("Jobs"), of: .jobs, titles: ["NAME", "STATUS", "COMPLETIONS", "DURATION", "AGE", "IMAGE"],
                application.jobs.map(row)),
        ]
    }

    private func row(_ deployment: Deployment, in application: Application) -> [StyledText] {
        let health = deployment.health(in: application.verdict)
        let isMain = deployment.uid == application.mainWorkload?.uid
        let part = isMain ? Phrase("main") : Phrase("helper")
        let isOnly = application.deployments.count == 1
        return row(
            deployment, health, deployment.readyText, isOnly ? StyledText() : styled(part, .quiet),
            deployment.imagesText)
    }

    private func row(
        _ workload: some Resource, _ health: Health, _ ready: String, _ part: StyledText, _ images: String
    ) -> [StyledText] {
        [
            health.title(workload.name), StyledText(ready, health.needsAttention ? health.role : .text),
            StyledText(workload.age(at: model.now), .quiet), part, StyledText(images, .quiet),
        ]
    }

    private func row(_ job: CronJob) -> [StyledText] {
        let health: Health = job.isSuspended ? .stopped : .healthy
        return [
            health.title(job.name), StyledText(job.scheduleText), StyledText(job.suspendText, health.role),
            StyledText("\(job.activeJobs)"), StyledText(job.lastScheduleText(at: model.now), .quiet),
            StyledText(job.age(at: model.now), .quiet), StyledText(job.imagesText, .quiet),
        ]
    }

    private func row(_ job: Job) -> [StyledText] {
        let status = job.statusText
        let health: Health = status == "Complete" ? .completed : status == "Failed" ? .broken : .progressing
        return [
            health.title(job.name), StyledText(status, health.role), StyledText(job.completionsText),
            StyledText(job.durationText(at: model.now), .quiet), StyledText(job.age(at: model.now), .quiet),
            StyledText(job.imagesText, .quiet),
        ]
    }
}
