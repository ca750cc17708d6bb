import ClusterModel
import FoundationEssentials
import TUI

/// The logs of one or several containers, followed.
struct LogPage: Equatable, Sendable {
    /// The pod that it was opened for, or the one that has replaced it.
    private(set) var pod: LogPod
    /// Nil for a pod of no application.
    let application: ObjectName?
    let limits: LogLimits
    private(set) var scope: LogScope
    private(set) var reach = LogReach.tail
    private(set) var isPrevious: Bool
    /// In the order of their opening; also those that have gone.
    private(set) var sources: [LogSource] = []
    private(set) var store: LogStore

    var wraps = false
    var showsTimestamps = false
    private(set) var form = LogForm.shown
    /// The row at the top; nil: the newest lines are shown as they come.
    var top: LogPosition?
    /// Lines that came while not following.
    private(set) var unseen = 0

    private(set) var search: LogPattern?
    /// The number of the found line that was jumped to last.
    var current: Int?
    private(set) var filter: LogPattern?
    /// Lines that are shown before and after each that the filter lets through.
    private(set) var context = 0
    /// The numbers of the entries that the filter leaves, ascending; nil: all.
    private(set) var shown: [Int]?
    /// How many of the lines that are shown hold what is searched.
    private(set) var found = 0
    /// Whether lines have come or patterns changed since everything was examined.
    private(set) var isExamined = true

    init(
        _ pod: LogPod, application: ObjectName? = nil, limits: LogLimits = LogLimits(), scope: LogScope,
        isPrevious: Bool = false
    ) {
        self.pod = pod
        self.application = application
        self.limits = limits
        self.scope = scope
        self.isPrevious = isPrevious
        store = LogStore(limits)
    }

    var isFollowing: Bool { top == nil }

    func source(_ id: Int) -> LogSource? { sources.first { $0.id == id } }

    mutating func follow() {
        top = nil
        unseen = 0
    }
}

// What is asked for. Each choice reads the logs anew.
extension LogPage {
    mutating func choose(_ reach: LogReach) {
        self.reach = reach
        reopen()
        if reach == .head { top = LogPosition(number: store.first) }
    }

    mutating func choose(_ scope: LogScope) {
        self.scope = scope
        reopen()
    }

    mutating func togglePrevious() {
        isPrevious.toggle()
        reopen()
    }

    private mutating func reopen() {
        sources = []
        store = LogStore(limits, reach == .head ? .refusesNewest : .dropsOldest)
        follow()
        current = nil
        lookAgain()
    }

    /// Opens the containers of the pods that are wanted and not read yet, with ids after `lastID`, and closes those of
    /// other pods.
    /// - Returns: the last id that was given out.
    mutating func read(_ wanted: [LogPod], after lastID: Int) -> Int {
        let wantedIDs = Set(wanted.map(\.uid))
        let isGone = { (source: LogSource) in source.isOpen && !wantedIDs.contains(source.pod.uid) }
        if scope == .application {
            for pod in Set(sources.filter(isGone).map(\.pod)) { note(.left(pod: pod.name)) }
        }
        for index in sources.indices where isGone(sources[index]) { sources[index].isOpen = false }
        let known = Set(sources.map(\.pod.uid))
        var id = lastID
        for pod in wanted where !known.contains(pod.uid) {
            if scope == .application, !known.isEmpty { announce(pod) }
            // What comes later than the page is read from its beginning.
            let start = known.isEmpty ? reach.start(limits) : .tail(limits.lines)
            for container in containers(of: pod) {
                id += 1
                var query = LogQuery(namespace: pod.namespace, pod: pod.name, container: container)
                query.start = start
                query.isPrevious = isPrevious
                sources.append(LogSource(id: id, pod: pod, query: query))
            }
        }
        return id
    }

    /// Says that lines of another pod come, and whose place it takes.
    private mutating func announce(_ pod: LogPod) {
        let old = sources.last { source in
            let isOther = !source.isOpen || source.pod.isOver || source.pod.revision != pod.revision
            return pod.replaces(source.pod) && isOther
        }
        note(old.map { .replaced(pod: $0.pod.name, by: pod.name) } ?? .joined(pod: pod.name))
    }

    private func containers(of pod: LogPod) -> [String] {
        switch scope {
        case .container(let name): pod.containers.contains(name) ? [name] : Array(pod.containers.prefix(1))
        case .pod, .application: pod.containers
        }
    }

    mutating func replacePod(by new: LogPod) {
        note(.replaced(pod: pod.name, by: new.name))
        pod = new
    }

    /// Takes over what the cluster now says of the pod.
    mutating func update(_ pod: LogPod) { self.pod = pod }
}

// What comes.
extension LogPage {
    mutating func hear(_ change: LogChange, from id: Int) {
        guard let index = sources.firstIndex(where: { $0.id == id }) else { return }
        switch change {
        case .lines(let lines):
            sources[index].state = .following
            append(sources[index].entries(of: lines, notBefore: store.settledMoment))
        case .skipped(let count): note(.skipped(count))
        case .gap: note(.gap)
        case .ended: sources[index].state = .ended
        case .complete: sources[index].state = .complete
        case .failed(let error): sources[index].state = .failed(error)
        }
    }

    private mutating func append(_ lines: [LogEntry]) {
        let new = store.accepted(lines)
        if !isFollowing { unseen += new.count }
        // At the very top one sees what is first, even if it came late.
        if let number = top?.number, number > store.first { top?.number = store.number(of: number, after: new) }
        current = current.map { store.number(of: $0, after: new) }
        store.append(new)
        fit()
    }

    mutating func note(_ note: LogNote) {
        store.append(note)
        fit()
    }

    mutating func clear() {
        store.clear()
        follow()
        fit()
    }

    private mutating func fit() {
        store.enforceLimits()
        if let top, top.number < store.first { self.top = LogPosition(number: store.first) }
        if let number = current, number < store.first { current = nil }
        if search != nil || filter != nil { isExamined = false }
    }
}

// What is looked for in it.
extension LogPage {
    mutating func search(for typed: String) {
        search = LogPattern(typed)
        current = nil
        lookAgain()
    }

    mutating func filter(by typed: String) {
        filter = LogPattern(filter: typed)
        lookAgain()
    }

    mutating func changeContext(by step: Int) {
        context = min(max(0, context + step), 99)
        rebuild()
    }

    /// Writes the lines in that form; the second time, as they are shown usually.
    mutating func toggle(_ form: LogForm) {
        self.form = self.form == form ? .shown : form
        lookAgain()
    }

    private mutating func lookAgain() {
        store.forgetVerdicts()
        isExamined = false
        rebuild()
    }

    /// Looks at lines that have not been looked at, though only at so many that no key has to wait for it.
    mutating func examine() {
        guard !isExamined else { return }
        let budget = min(search?.budget ?? .max, filter?.budget ?? .max)
        let (searching, filtering) = (search, filter)
        let form = form
        if search != nil || filter != nil {
            isExamined = store.examine(budget: budget) { line in
                let text = shownText(line, form)
                return (searching?.accepts(text) ?? false, filtering?.accepts(text) ?? true)
            }
        } else {
            isExamined = true
        }
        rebuild()
    }

    /// Brings up to date what follows from the verdicts on the lines.
    private mutating func rebuild() {
        shown = filter == nil ? nil : chosenNumbers()
        guard search != nil else { return found = 0 }
        if let shown {
            found = shown.count { store[$0].isFound == true }
        } else {
            found = store.entries.count { $0.isFound == true }
        }
    }

    private func chosenNumbers() -> [Int] {
        var numbers: [Int] = []
        var next = 0
        for (index, entry) in store.entries.enumerated() where entry.isChosen == true {
            // A note stands for itself, without lines around it.
            let reach = entry.line == nil ? 0 : context
            let end = min(store.entries.count, index + reach + 1)
            for place in max(next, index - reach)..<max(next, end) where place < end {
                numbers.append(store.first + place)
            }
            next = max(next, end)
        }
        return numbers
    }
}
