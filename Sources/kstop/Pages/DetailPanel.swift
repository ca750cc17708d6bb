import ClusterModel
import TUI
import Words

/// What the panel shows of the selection: its chain, why it is not well, and what happened last.
struct Detail: Equatable {
    var title: String
    /// The URL of the first chain.
    var trailing: String
    var lines: [StyledText]
}

extension Model {
    /// As it fits `size`; nil without a selection.
    func detail(size: Size) -> Detail? {
        guard let selection else { return nil }
        let chains = selection.chains
        let chainLines = chains.enumerated().flatMap { index, chain in
            titleLines(chain, isFirst: index == 0, isOnly: chains.count == 1) + linkLines(chain, width: size.width)
        }
        let why = selection.why.map { labelled("why", $0, width: size.width) } ?? []
        let steps = why.isEmpty ? [] : stepLines(selection)
        let used = chainLines.count + (why.isEmpty || chainLines.isEmpty ? 0 : 1) + why.count + steps.count
        let hasRoom = used < size.height
        // What a crashed container said comes late: it takes the room that is left, so that nothing else moves.
        let last = why.isEmpty ? [] : lastWords(of: selection, atMost: hasRoom ? size.height - 1 - used : 2)
        let reason = why + last + steps
        let gap = reason.isEmpty || chainLines.isEmpty ? [] : [StyledText()]
        // Where not everything has room, the cause is worth more than the way to it.
        let lines = hasRoom ? chainLines + gap + reason : reason + chainLines
        return Detail(title: selection.title, trailing: chains.first?.url ?? "", lines: lines)
    }

    /// What its crashed container wrote last; where that is more than `count` lines, those that tell of errors.
    private func lastWords(of selection: Selection, atMost count: Int) -> [StyledText] {
        let all = selection.crash.flatMap { lastLines[$0] }?.filter { !$0.isEmpty } ?? []
        let errors = all.filter { logRole($0) == .failed }
        let chosen = all.count <= count || errors.isEmpty ? all : errors
        return chosen.suffix(count).enumerated().map { index, line in
            StyledText("   \((index == 0 ? "last" : "").padded(to: 5))", .quiet)
                + StyledText(withoutEscapeSequences(line), .failed)
        }
    }

    /// The keys that help next.
    private func stepLines(_ selection: Selection) -> [StyledText] {
        let keys = selection.nextSteps.compactMap(key)
        if keys.isEmpty { return [] }
        var line = StyledText("   \("do".padded(to: 5))", .strong, bold: true)
        for (key, label) in keys {
            line.append(key, .accent)
            line.append(" \(label)   ", .quiet)
        }
        return [line]
    }

    /// The key for a step, and what the key bar calls it; nil where there is none.
    private func key(for step: NextStep) -> (String, String)? {
        let action: Action =
            switch step {
            case .logs: .logs
            case .restart: .restart
            }
        guard let binding = keymap.bindings(in: .tables).first(where: { $0.action == action }),
            let key = binding.keys.first
        else { return nil }
        return (key.name, (binding.shortLabel ?? binding.label).english)
    }

    /// What the keys act on.
    var selection: Selection? {
        switch table.cursor.selected {
        case nil: return nil
        case .application(let name): return snapshot.application(named: name).map(Selection.application)
        case .object(let uid):
            guard let application = snapshot.application(of: uid) else { return nil }
            return application.objects.first { $0.metadata.uid == uid }.map { .object($0, application) }
        }
    }
}

/// A selected row's object.
enum Selection: Equatable {
    case application(Application)
    case object(ClusterObject, Application)

    var application: Application {
        switch self {
        case .application(let application), .object(_, let application): application
        }
    }

    var title: String {
        switch self {
        case .application(let application): application.name
        case .object(let object, _): object.metadata.name
        }
    }

    /// Broken ones first.
    var chains: [Chain] {
        switch self {
        case .application(let application): application.chains.brokenFirst
        case .object(let object, let application): ClusterModel.chains(for: object, in: application).brokenFirst
        }
    }

    var why: String? {
        switch self {
        case .application(let application), .object(_, let application): application.verdict.why
        }
    }

    var nextSteps: [NextStep] { application.verdict.nextSteps }

    /// The container whose end is the cause.
    var crash: CrashedContainer? { application.verdict.crash }

    /// The deployment that a restart of the selection means.
    var deployment: Deployment? {
        switch self {
        case .object(.deployment(let deployment), _): deployment
        case .object(.pod(let pod), let application): application.deployment(of: pod)
        case .application(let application), .object(_, let application): application.mainDeployment
        }
    }

    /// The pod whose log is meant: the selected one, else the newest that has not run to its end.
    var pod: Pod? {
        switch self {
        case .object(.pod(let pod), _): pod
        case .object(.deployment(let deployment), let application):
            application.pods.first { application.deployment(of: $0)?.metadata.uid == deployment.metadata.uid }
        case .application(let application), .object(_, let application):
            application.pods.first { $0.status.phase != "Succeeded" } ?? application.pods.first
        }
    }
}

extension Application {
    /// The deployment whose selector takes in a pod of this application.
    func deployment(of pod: Pod) -> Deployment? {
        deployments.first { !$0.spec.selector.isEmpty && $0.spec.selector.matches(pod.metadata.labels) }
    }
}

extension [Chain] {
    fileprivate var brokenFirst: [Chain] {
        filter { $0.firstBroken != nil } + filter { $0.firstBroken == nil }
    }
}

/// The URL above the links of a chain that is not the only one.
private func titleLines(_ chain: Chain, isFirst: Bool, isOnly: Bool) -> [StyledText] {
    guard !isOnly, let url = chain.url else { return [] }
    return (isFirst ? [] : [StyledText()]) + [StyledText("   \(url)", .accent)]
}

/// One line a link: mark, kind, what stands there, more about it; more lines where what is wrong needs them.
private func linkLines(_ chain: Chain, width: Int) -> [StyledText] {
    let nameWidth = min(32, chain.links.map { displayWidth(of: $0.name) }.max() ?? 0)
    return chain.links.flatMap { link in
        var line = StyledText("   ") + link.state.glyph
        line.append(" " + link.kind.rawValue.padded(to: 11), .quiet)
        line.append(link.name.padded(to: nameWidth + 2), link.state.role, bold: link.state == .broken)
        let indent = line.width
        let detail = StyledText(link.detail, link.state == .broken ? .text : .quiet)
        guard link.state == .broken, width - indent >= 16, detail.width > width - indent else { return [line + detail] }
        let parts = detail.wordWrapped(to: width - indent)
        return [line + (parts.first ?? detail)]
            + parts.dropFirst().map { StyledText(String(repeating: " ", count: indent)) + $0 }
    }
}

/// "why  …", wrapped under its first word.
private func labelled(_ label: String, _ text: String, width: Int) -> [StyledText] {
    let wrapped = StyledText(text).wordWrapped(to: max(20, width - 9))
    return wrapped.enumerated().map { index, line in
        StyledText("   " + (index == 0 ? label : "").padded(to: 5), .strong, bold: true) + line
    }
}

extension String {
    /// With blanks behind, up to a width in columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
    }
}

/// A rule with the selection's name and URL, and the lines under it.
func drawDetail(_ model: Model, in area: Rect, on screen: inout Screen) {
    guard let detail = model.detail(size: area.size), !area.isEmpty else { return }
    Rule(title: StyledText(detail.title, .strong, bold: true), trailing: StyledText(detail.trailing, .quiet))
        .draw(in: Rect(x: area.x, y: area.y, width: area.width, height: 1), on: &screen)
    for (row, line) in detail.lines.prefix(max(0, area.height - 1)).enumerated() {
        screen.write(line, x: area.x, y: area.y + 1 + row, width: area.width)
    }
}
