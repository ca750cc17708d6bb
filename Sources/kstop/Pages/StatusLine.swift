import ClusterModel
import FoundationEssentials
import TUI
import Words

/// A line that says what was done, and goes by itself.
struct Toast: Equatable, Sendable {
    /// Seconds that it stands if nothing newer is said by a key.
    static let time = 5.0

    var text: StyledText
    /// When it was said, or when it could first be read.
    var said: Date
    /// When it goes at the latest; after `time` anything newer takes its place.
    var expires: Date
    /// Whether it says that something is under way, until the answer comes.
    var isProgress = false

    mutating func moveMoments(by seconds: Double) {
        said += seconds
        expires += seconds
    }
}

// What the line above the key bar says: what is newest. What a key has just said or changed there has its time before what
// happens by itself, which waits and is not lost.
extension Model {
    /// Says what comes of a key, now or as its answer.
    mutating func say(_ phrase: Phrase, _ role: Role = .text, seconds: Double = Toast.time) {
        toast = Toast(
            text: line(phrase, role), said: now, expires: now + seconds, isProgress: role == .progressing)
        standingUntil = nil
    }

    /// Says what has happened by itself.
    mutating func report(_ phrase: Phrase, _ role: Role) {
        reports.append(line(phrase, role))
        showReport()
    }

    /// Says what kubectl has said last where the page has no room for it, unless there is something else to say.
    mutating func hearOfKubectl(_ lines: [String]) {
        kubectlLines = lines
        guard progress == .everything, toast?.isProgress ?? true, let last = lines.last else { return }
        say(Phrase(verbatim: last), .quiet, seconds: 30)
    }

    private func line(_ phrase: Phrase, _ role: Role) -> StyledText { StyledText(" ") + styled(phrase, role) }

    /// Makes room for what a key has changed.
    /// - Parameter before: what there was before the key.
    mutating func showChange(since before: StatusLine) {
        guard toast == before.toast else { return }
        let isTyping = prompt != nil
        if isTyping, !before.isTyping { toast = nil }
        guard let standing = standingLine(self), standing != before.standing else { return }
        standingUntil = now + Toast.time
        // While something is typed, what arrives waits behind the prompt.
        if !isTyping, !before.isTyping { toast = nil }
    }

    /// Takes away what has had its time. What is hidden has its time afterwards.
    mutating func settleStatusLine() {
        if prompt != nil, let toast { self.toast?.moveMoments(by: now.timeIntervalSince(toast.said)) }
        if let toast, toast.expires <= now || (toast.said + Toast.time <= now && hasNews(since: toast.said)) {
            self.toast = nil
        }
        if let standingUntil, standingUntil <= now { self.standingUntil = nil }
        showReport()
        for index in rollouts.indices {
            guard let expires = rollouts[index].expires, let other = hidesRolloutsUntil else { continue }
            rollouts[index].expires = max(expires, other + 3)
        }
    }

    private mutating func showReport() {
        guard prompt == nil, toast == nil, standingUntil == nil, !reports.isEmpty else { return }
        toast = Toast(text: reports.removeFirst(), said: now, expires: now + Toast.time)
    }

    private func hasNews(since moment: Date) -> Bool {
        !reports.isEmpty || rollouts.contains { $0.changed > moment }
    }

    private var hidesRolloutsUntil: Date? { toast?.expires ?? standingUntil ?? (prompt == nil ? nil : now) }
}

/// What there is on the line, for a comparison.
struct StatusLine {
    fileprivate var toast: Toast?
    fileprivate var standing: StyledText?
    fileprivate var isTyping: Bool

    init(_ model: Model) {
        toast = model.toast
        standing = standingLine(model)
        isTyping = model.prompt != nil
    }
}

/// What is being typed, else what is newest of what was said, how the page is narrowed and how a restart goes, else what
/// is not as usual.
func drawStatusLine(_ model: Model, in area: Rect, on screen: inout Screen) {
    if let prompt = model.prompt {
        drawPrompt(prompt, model, in: area, on: &screen)
    } else if let line = model.toast?.text ?? (model.standingUntil == nil ? nil : standingLine(model))
        ?? model.rolloutLine ?? standingLine(model) ?? outageLine(model) ?? unreadableLine(model)
    {
        screen.fill(area, on: .page)
        screen.write(line, x: area.x, y: area.y, width: area.width)
    }
}

/// How what is shown is narrowed, or what is searched in it.
private func standingLine(_ model: Model) -> StyledText? { narrowingLine(model) ?? logSearchLine(model) }

/// Says that not all rows are shown, or that some are marked.
private func narrowingLine(_ model: Model) -> StyledText? {
    guard model.keyContext == .tables, model.overlay == nil else { return nil }
    var parts: [StyledText] = []
    if !model.table.filter.isEmpty {
        parts.append(model.styled(Phrase("filter"), .quiet) + StyledText(" \(model.table.filter)", .accent))
    }
    if model.showsOnlyTrouble { parts.append(model.styled(Phrase("only what is not healthy"), .accent)) }
    let marks = model.table.marked.count
    if marks > 0 { parts.append(model.styled(Phrase("\(marks) marked"), .accent)) }
    guard !parts.isEmpty else { return nil }
    let line = parts.reduce(StyledText()) { $0 + StyledText(" ") + $1 + StyledText("  ") }
    guard let back = model.keymap.binding(of: .back, in: .tables)?.keys.first else { return line }
    return line + StyledText(" ") + model.styled(Phrase("\(back.name) clears it"), .quiet)
}

/// Why nothing new arrives; nil where an empty table says so itself.
private func outageLine(_ model: Model) -> StyledText? {
    guard case .stale = model.freshness else { return nil }
    let kinds = [model.page.kind] + ResourceKind.allCases
    let errors = kinds.lazy.compactMap { kind in model.cluster.error(of: kind).map { (kind: kind, error: $0) } }
    guard let (kind, error) = errors.first else { return nil }
    let isTable = model.opened.isEmpty && model.pager == nil && model.log == nil
    if isTable, model.content.rows.isEmpty, kind == model.page.kind { return nil }
    return StyledText(" ") + model.styled(error.text, .failed)
}

/// Says which objects are missing from the screen, or shown as they were.
private func unreadableLine(_ model: Model) -> StyledText? {
    guard model.log == nil, model.overlay == nil else { return nil }
    let objects = ResourceKind.allCases.flatMap { model.cluster.unreadable[$0] ?? [] }
    guard let first = objects.first else { return nil }
    let count = objects.count
    let words = Phrase(
        count: count, one: "\(count) object could not be read:", other: "\(count) objects could not be read:")
    return StyledText(" ") + model.styled(words, .warning) + StyledText(" \(first.name) (\(first.problem))")
}

extension Cluster {
    /// What keeps a kind from being read; nil if nothing does.
    fileprivate func error(of kind: ResourceKind) -> APIError? {
        if case .failing(let error, _, _) = source(kind) { error } else { nil }
    }
}
