import ClusterModel
import FoundationEssentials
import TUI
import Words

// What the keys of the log page do.
extension Model {
    /// Nil if the page has no use for the action.
    mutating func performInLog(_ action: Action) -> [Effect]? {
        if scrollLog(action) || changeLogView(action) || chooseLog(action) { return [] }
        switch action {
        case .search: open(.logSearch(LineEditor(log?.search?.typed ?? "")))
        case .logFilter: open(.logFilter(LineEditor(log?.filter?.typed ?? "")))
        case .nextMatch: jumpInLog(.forward)
        case .previousMatch: jumpInLog(.backward)
        case .placeMark: log?.note(.mark(now))
        case .clearLog: log?.clear()
        case .copy: return copyLog()
        case .save: return saveLog()
        case .back: leaveLog()
        default: return nil
        }
        return []
    }

    private var logSize: Size { Layout(self).log.size }

    private mutating func scrollLog(_ action: Action) -> Bool {
        guard let log else { return false }
        let height = logSize.height
        let step: Int
        switch action {
        case .up: step = -1
        case .down: step = 1
        case .pageUp: step = -max(1, height - 1)
        case .pageDown: step = max(1, height - 1)
        case .halfPageUp: step = -max(1, height / 2)
        case .halfPageDown: step = max(1, height / 2)
        case .top:
            self.log?.scrollToTop()
            return true
        case .follow:
            self.log?.follow()
            return true
        default: return false
        }
        let layout = log.layout(self, width: logSize.width)
        self.log?.scroll(by: step, layout, height: height)
        return true
    }

    private mutating func changeLogView(_ action: Action) -> Bool {
        switch action {
        case .toggleTimestamps: log?.showsTimestamps.toggle()
        case .toggleWrap: log?.wraps.toggle()
        case .toggleJSON: log?.toggle(.readable(utcOffset: session.utcOffset))
        case .toggleRaw: log?.toggle(.raw)
        case .moreContext: log?.changeContext(by: 1)
        case .lessContext: log?.changeContext(by: -1)
        default: return false
        }
        return true
    }

    private mutating func chooseLog(_ action: Action) -> Bool {
        if let reach = action.logReach {
            log?.choose(reach)
            return true
        }
        switch action {
        case .previousLogs: log?.togglePrevious()
        case .nextContainer: chooseNextContainer()
        case .allContainers: toggleLogScope(.pod)
        case .allPods:
            guard log?.application != nil else {
                say(Phrase("\(log?.pod.name ?? "") belongs to no application"), .warning)
                return true
            }
            toggleLogScope(.application)
        default: return false
        }
        return true
    }

    /// From all containers to the first, from one to the next, from the last to the first.
    private mutating func chooseNextContainer() {
        guard let log else { return }
        let names = log.pod.containers
        var place = 0
        if case .container(let name) = log.scope, let index = names.firstIndex(of: name) {
            guard names.count > 1 else { return say(Phrase("\(log.pod.name) has one container only")) }
            place = (index + 1) % names.count
        }
        if names.indices.contains(place) { self.log?.choose(.container(names[place])) }
    }

    /// Chooses a scope; the second time, the first container again.
    private mutating func toggleLogScope(_ scope: LogScope) {
        guard let log else { return }
        self.log?.choose(log.scope == scope ? .container(log.pod.containers.first ?? "") : scope)
    }

    mutating func jumpInLog(_ direction: SearchDirection) {
        guard let log else { return }
        let size = logSize
        let layout = log.layout(self, width: size.width)
        switch self.log?.jump(direction, layout, height: size.height) {
        case .wrapped(.forward): say(Phrase("search goes on at the beginning"))
        case .wrapped(.backward): say(Phrase("search goes on at the end"))
        case .near, .nothing, nil: break
        }
    }

    /// Clears search and filter; without them goes back.
    private mutating func leaveLog() {
        guard let log, log.search != nil || log.filter != nil else { return log = nil }
        self.log?.search(for: "")
        self.log?.filter(by: "")
    }
}

// What is being typed.
extension Model {
    /// A key for the search that is being typed: it works at once; Enter keeps it, Esc clears it.
    mutating func editLogSearch(_ editor: LineEditor, _ key: Key) {
        var editor = editor
        switch key {
        case .enter:
            close(doing: true)
            log?.examine()
            // The newest of the lines that are found, or the next from where one reads.
            jumpInLog(log?.isFollowing == true ? .backward : .forward)
        case .escape:
            close(doing: false)
            log?.search(for: "")
        default: if editor.handle(key) { prompt = .logSearch(editor) }
        }
    }

    /// The same for the filter.
    mutating func editLogFilter(_ editor: LineEditor, _ key: Key) {
        var editor = editor
        switch key {
        case .enter: close(doing: true)
        case .escape:
            close(doing: false)
            log?.filter(by: "")
        default: if editor.handle(key) { prompt = .logFilter(editor) }
        }
    }
}

extension Action {
    fileprivate var logReach: LogReach? {
        switch self {
        case .logTail: .tail
        case .logHead: .head
        case .logMinute: .oneMinute
        case .logFiveMinutes: .fiveMinutes
        case .logQuarterHour: .quarterHour
        case .logHalfHour: .halfHour
        case .logHour: .hour
        default: nil
        }
    }
}
