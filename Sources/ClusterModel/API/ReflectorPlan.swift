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
    /// How many lists there have been since watching was refused.
    private var polls = 0
    private var shown = SourceState.loading
    /// Moments are those of the clock that only goes on.
    private var failingSince: Double?
    /// When what has been listed before was first refused.
    private var refusedSince: Double?
    /// Nil while there is no watch.
    private var openedAt: Double?
    /// How many watches in a row have ended as soon as they had begun.
    private var shortWatches = 0
    /// Grows with failures and with short watches.
    private var backoff = Backoff()

    /// Seconds.
    private static let waitWhenForbidden = 30.0
    private static let waitWhenNotServed = 60.0
    private static let longestDoubt = 10.0
    private static let shortestUsefulWatch = 5.0
    /// Seconds after which it is tried again whether watching is allowed now.
    private static let longestPolling = 60.0
    /// So many short watches in a row are no watching any more.
    private static let shortWatchesOfPolling = 3

    init(kind: ResourceKind, refresh: Double) {
        self.kind = kind
        self.refresh = refresh
    }

    /// Takes the answer to `step` and says what has changed by it. `chance`: from 0 up to 1.
    mutating func take(_ answer: Answer, now: Moment, chance: Double) -> [ClusterChange] {
        switch answer {
        case .served(nil):
            if isDoubtful(now) { return fail(.notServed(kind), now: now, chance: chance) }
            (step, next) = (.wait(Self.waitWhenNotServed), .discover)
            return show(.notServed)
        case .served(let version?):
            if version != apiVersion { resourceVersion = "" }
            apiVersion = version
            step = resourceVersion.isEmpty || isPolling ? firstList : watch(chance)
            return []
        case .page(let page): return take(page, chance: chance)
        case .opened:
            (openedAt, step) = (now.uptime, .read)
            return show(watchState)
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
        if isPolling { return complete + poll(chance) }
        // When it was the watch that failed, only the watch can say that all is well again.
        let isForWatchToSay = hasBeenListed && (failingSince != nil || shortWatches > 0)
        (hasBeenListed, refusedSince) = (true, nil)
        step = watch(chance)
        return isForWatchToSay ? complete : complete + show(.live)
    }

    /// Where watching was refused, lists go on; now and then it is asked for again, since rights may have been given.
    private mutating func poll(_ chance: Double) -> [ClusterChange] {
        (hasBeenListed, refusedSince) = (true, nil)
        backoff.reset()
        polls += 1
        if Double(polls) * refresh < Self.longestPolling {
            (step, next) = (.wait(refresh), firstList)
        } else {
            (isPolling, polls) = (false, 0)
            step = watch(chance)
        }
        return show(.polled)
    }
}

// Watches.
extension ReflectorPlan {
    private func watch(_ chance: Double) -> Step {
        .watch(apiVersion: apiVersion, resourceVersion: resourceVersion, timeout: 275 + Int(chance * 30))
    }

    /// Watches that end at once bring news only as often as they are opened.
    private var watchState: SourceState { shortWatches < Self.shortWatchesOfPolling ? .live : .polled }

    /// Whether the watch that is open, or has just ended, was of use.
    private func hasLasted(_ now: Moment) -> Bool {
        openedAt.map { now.uptime - $0 >= Self.shortestUsefulWatch } ?? false
    }

    private mutating func take(_ events: [WatchEvent], now: Moment, chance: Double) -> [ClusterChange] {
        var changes = events.changes(kind)
        if hasLasted(now) {
            backoff.reset()
            shortWatches = 0
            changes += show(.live)
        }
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

    /// A watch ends every few minutes; one that keeps ending at once is asked for less and less often, though as often
    /// as a list would be.
    private mutating func watchAgain(now: Moment, chance: Double) -> [ClusterChange] {
        let hasLasted = hasLasted(now)
        openedAt = nil
        if hasLasted { backoff.reset() }
        shortWatches = hasLasted ? 0 : shortWatches + 1
        let delay = shortWatches == 0 ? 0 : backoff.next(chance: chance)
        let again = resourceVersion.isEmpty ? firstList : watch(chance)
        (step, next) = shortWatches <= 1 ? (again, again) : (.wait(min(delay, refresh)), again)
        return failingSince == nil && watchState == .polled ? show(.polled) : []
    }
}

// Failures.
extension ReflectorPlan {
    private mutating func take(_ error: APIError, now: Moment, chance: Double) -> [ClusterChange] {
        switch step {
        case .watch where error.isForbidden || error.isMethodNotAllowed:
            (isPolling, polls) = (true, 0)
            (step, next) = (.wait(refresh), firstList)
            return show(.polled)
        case .watch where error.isGone, .read where error.isGone:
            resourceVersion = ""
            return watchAgain(now: now, chance: chance)
        case .list(_, let continuation) where error.isGone && !continuation.isEmpty:
            step = firstList
            return []
        case .list where error.isNotFound && kind.apiVersion(before: apiVersion) != nil:
            apiVersion = kind.apiVersion(before: apiVersion) ?? apiVersion
            step = firstList
            return []
        case .list where (error.isForbidden || error.isNotFound) && isDoubtful(now):
            return fail(error, now: now, chance: chance)
        case .list where error.isForbidden:
            // Who is allowed to list again may be allowed to watch, too.
            (isPolling, resourceVersion) = (false, "")
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

    /// Whether to ask again before a refusal is believed: for some seconds after its start an API server forbids, or
    /// does not know, what it has given before.
    private mutating func isDoubtful(_ now: Moment) -> Bool {
        guard hasBeenListed else { return false }
        let since = refusedSince ?? now.uptime
        let isDoubtful = now.uptime - since < Self.longestDoubt
        refusedSince = isDoubtful ? since : nil
        hasBeenListed = isDoubtful
        return isDoubtful
    }

    private mutating func fail(_ error: APIError, now: Moment, chance: Double) -> [ClusterChange] {
        if !error.leavesVersionUsable { resourceVersion = "" }
        if hasLasted(now) { backoff.reset() }
        openedAt = nil
        let since = failingSince ?? now.uptime
        let delay = max(backoff.next(chance: chance), error.retryAfter)
        (step, next) = (.wait(delay), .discover)
        let date = now.date.addingTimeInterval(since - now.uptime)
        let changes = show(.failing(error, since: date, retryAt: now.date.addingTimeInterval(delay)))
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
        case .unreachable, .timedOut, .busy, .notServed, .notAsked: true
        case .refused(let code, _, _): code == 401
        case .malformed, .missing: false
        }
    }
}
