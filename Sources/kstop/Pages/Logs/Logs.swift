import ClusterModel
import FoundationEssentials
import TUI
import Words

// Opening logs, and keeping the containers that are read in step with the cluster.
extension Model {
    /// The log of the target's container that kubectl would choose.
    mutating func openLog(isPrevious: Bool = false) {
        guard let pod = podWithLog(), let container = pod.containers.first else { return }
        open(
            LogPage(
                pod, application: applicationOfTarget, limits: logLimits, scope: .container(container),
                isPrevious: isPrevious))
    }

    /// The logs of all pods of the target's application.
    mutating func openApplicationLog() {
        guard let pod = podWithLog() else { return }
        guard let application = applicationOfTarget else { return openLog() }
        open(LogPage(pod, application: application, limits: logLimits, scope: .application))
    }

    private mutating func open(_ page: LogPage) {
        log = page
        settleLog()
    }

    private var applicationOfTarget: ObjectName? { target?.application?.identity }

    private mutating func podWithLog() -> LogPod? {
        guard let target else { return nil }
        guard let pod = target.pod, !pod.spec.containers.isEmpty else {
            say(Phrase("\(target.title) has no pod"), .warning)
            return nil
        }
        return LogPod(pod)
    }

    /// Follows the pods on the page as they are replaced, and looks at new lines.
    mutating func settleLog() {
        guard log != nil else { return }
        followPod()
        let wanted = wantedPods()
        lastLogID = log?.read(wanted, after: lastLogID) ?? lastLogID
        log?.examine()
    }

    private func wantedPods() -> [LogPod] {
        guard let log else { return [] }
        guard log.scope == .application else { return [log.pod] }
        let known = Set(log.sources.map(\.pod.uid))
        let pods = log.application.flatMap(snapshot.application)?.pods.map(LogPod.init) ?? []
        let readable = pods.filter { !$0.isOver || known.contains($0.uid) }
        // Of a job that is done there is still the log.
        return readable.isEmpty ? pods : readable
    }

    /// Goes on with the pod that has taken the place of the one that was read.
    private mutating func followPod() {
        guard let log, log.scope != .application, log.isFollowed else { return }
        let current = cluster.pods[log.pod.uid].map(LogPod.init)
        if let current, current != log.pod { self.log?.update(current) }
        if let current, !current.isOver || !log.hasBeenRead { return }
        let candidates = cluster.pods.values.filter { $0.metadata.deletionTimestamp == nil }.map(LogPod.init)
        let successors = candidates.filter { !$0.isOver && $0.replaces(log.pod) }
        guard let new = successors.max(by: { $0.created < $1.created }) else { return }
        self.log?.replacePod(by: new)
    }
}

extension LogPage {
    /// Whether lines may come after those that are there now.
    fileprivate var isFollowed: Bool { !isPrevious && reach != .head }

    /// Whether the last lines of all that is read have come.
    fileprivate var hasBeenRead: Bool {
        sources.allSatisfy { source in
            switch source.state {
            case .ended, .complete, .failed: true
            case .opening, .following: !source.isOpen
            }
        }
    }
}
