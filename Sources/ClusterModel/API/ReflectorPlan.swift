import FoundationEssentials

/// What a reflector does next, and tells, on each answer: the rules without the network.
struct ReflectorPlan: Sendable {
    enum Step: Equatable, Sendable {
        case discover
        case list(apiVersion: String, continuation: String)
        /// `timeout`: seconds after which the server ends the watch.
        case watch(apiVersion: String, resourceVersion: String, timeout: Int)
        /// Read on from the open watch.
        case read
        /// Seconds.
        case wait(Double)
    }

    enum Answer: Equatable, Sendable {
        /// Nil: the server has no such kind.
        case served(String?)
        case page(ListPage)
        case opened
        case events([WatchEvent])
        /// The watch has ended, orderly or not.
        case ended
        case failed(APIError)
        case waited
    }

    let kind: ResourceKind
    /// Seconds between two lists where watching is not allowed.
    let refresh: Double

    private(set) var step = Step.discover
    /// What to do after a wait.
    private var next = Step.discover
    private var apiVersion = ""
    /// What to watch from; empty: list first.
    private var resourceVersion = ""
    /// The pages of the list so far, without their objects.
    private var listed = ListPage()
    private var hasBeenListed = false
    private var isPolling = false
    private var shown = SourceState.loading
    private var failingSince: Date?
    /// Grows with failures and with watches that end as soon as they begin.
    private var backoff = Backoff()
    private var openedAt = Date.distantPast

    /// Seconds.
    private static let waitWhenForbidden = 30.0
    private static let waitWhenNotServed = 60.0
    private static let shortestUsefulWatch = 5.0

    init(kind: ResourceKind, refresh: Double) {
        self.kind = kind
        self.refresh = refresh
    }

    /// Takes the answer to `step` and says what has changed by it. `chance`: from 0 up to 1.
    mutating func take(_ answer: Answer, now: Date, chance: Double) -> [ClusterChange] {
        switch answer {
        case .served(nil):
            (step, next) = (.wait(Self.waitWhenNotServed), .discover)
            return show(.notServed)
        case .served(let version?):
            if version != apiVersion { resourceVersion = "" }
            apiVersion = version
            step = resourceVersion.isEmpty || isPolling ? firstList : watch(chance)
            return []
        case .page(let page): return take(page, chance: chance)
        case .opened:
            (openedAt, step) = (now, .read)
            return show(.live)
        case .events(let events): return take(events, now: now, chance: chance)
        case .ended: return watchAgain(now: now, chance: chance)
        case .failed(let error): return take(error, now: now, chance: chance)
        case .waited:
            step = next
            return []
        }
    }
}

// Lists.
extension ReflectorPlan {
    private var firstList: Step { .list(apiVersion: apiVersion, continuation: "") }

    private mutating func take(_ page: ListPage, chance: Double) -> [ClusterChange] {
        if case .list(_, "") = step { listed = ListPage() }
        listed.uids.formUnion(page.uids)
        listed.unreadable += page.unreadable
        let updated: [ClusterChange] = page.objects.isEmpty ? [] : [.updated(kind, page.objects)]
        guard page.continuation.isEmpty else {
            step = .list(apiVersion: apiVersion, continuation: page.continuation)
            return updated
        }
        resourceVersion = page.resourceVersion
        let complete = updated + [.listed(kind, keeping: listed.uids, unreadable: listed.unreadable)]
        listed = ListPage()
        if isPolling {
            backoff.reset()
            (step, next) = (.wait(refresh), firstList)
            return complete + show(.polled)
        }
        // When it was the watch that failed, only the watch can say that all is well again.
        let isForWatchToSay = hasBeenListed && failingSince != nil
        hasBeenListed = true
        step = watch(chance)
        return isForWatchToSay ? complete : complete + show(.live)
    }
}

// Watches.
extension ReflectorPlan {
    private func watch(_ chance: Double) -> Step {
        .watch(apiVersion: apiVersion, resourceVersion: resourceVersion, timeout: 275 + Int(chance * 30))
    }

    private mutating func take(_ events: [WatchEvent], now: Date, chance: Double) -> [ClusterChange] {
        let changes = events.changes(kind)
        if !changes.isEmpty { backoff.reset() }
        for event in events {
            switch event {
            case .updated(_, let version), .deleted(_, let version), .unreadable(_, let version),
                .bookmark(let version), .skipped(let version):
                if !version.isEmpty { resourceVersion = version }
            case .failed(let error): return changes + take(error, now: now, chance: chance)
            }
        }
        return changes
    }

    /// A watch ends every few minutes; one that keeps ending at once is asked for less and less often.
    private mutating func watchAgain(now: Date, chance: Double) -> [ClusterChange] {
        if now.timeIntervalSince(openedAt) >= Self.shortestUsefulWatch { backoff.reset() }
        let isFirst = backoff.failures == 0
        let delay = backoff.next(chance: chance)
        let again = resourceVersion.isEmpty ? firstList : watch(chance)
        (step, next) = isFirst ? (again, again) : (.wait(delay), again)
        return []
    }
}

// Failures.
extension ReflectorPlan {
    private mutating func take(_ error: APIError, now: Date, chance: Double) -> [ClusterChange] {
        switch step {
        case .watch where error.isForbidden || error.isMethodNotAllowed:
            isPolling = true
            (step, next) = (.wait(refresh), firstList)
            return show(.polled)
        case .watch where error.isGone, .read where error.isGone:
            resourceVersion = ""
            return watchAgain(now: now, chance: chance)
        case .list(_, let continuation) where error.isGone && !continuation.isEmpty:
            step = firstList
            return []
        case .list where error.isForbidden:
            (step, next) = (.wait(Self.waitWhenForbidden), .discover)
            return show(.forbidden(error.prohibition ?? ""))
        case .list where error.isNotFound:
            // Who may not ask what is served has guessed wrong.
            (step, next) = (.wait(Self.waitWhenNotServed), .discover)
            return show(.notServed)
        case .discover, .list, .watch, .read, .wait:
            return fail(error, now: now, chance: chance)
        }
    }

    private mutating func fail(_ error: APIError, now: Date, chance: Double) -> [ClusterChange] {
        if !error.leavesVersionUsable { resourceVersion = "" }
        let since = failingSince ?? now
        let delay = backoff.next(chance: chance)
        (step, next) = (.wait(delay), .discover)
        let changes = show(.failing(error, since: since, retryAt: now.addingTimeInterval(delay)))
        failingSince = since
        return changes
    }

    private mutating func show(_ state: SourceState) -> [ClusterChange] {
        failingSince = nil
        guard state != shown else { return [] }
        shown = state
        return [.source(kind, state)]
    }
}

extension APIError {
    fileprivate var isMethodNotAllowed: Bool {
        if case .refused(405, _, _) = self { true } else { false }
    }

    /// Whether a watch may go on where it was.
    fileprivate var leavesVersionUsable: Bool {
        switch self {
        case .unreachable, .timedOut, .notServed, .notAsked: true
        case .refused(let code, _, _): code == 401 || code == 429
        case .malformed, .missing: false
        }
    }
}
