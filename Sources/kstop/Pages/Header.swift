import ClusterModel
import FoundationEssentials
import TUI
import Words

/// The first line: whose cluster, how its nodes do, how many applications in which state, how fresh all of this is.
func drawHeader(_ model: Model, in area: Rect, on screen: inout Screen) {
    let freshness = freshnessText(model)
    let place = placeText(model)
    let nodes = nodesText(model)
    let (words, troubles, numbers) = (counts(model, .all), counts(model, .troubles), counts(model, .none))
    let belongings = belongings(model)
    // The most that fits: what is worth least goes first.
    let candidates = [
        (place + nodes, words + belongings + freshness), (place + nodes, troubles + belongings + freshness),
        (place + nodes, numbers + belongings + freshness), (place, words + belongings + freshness),
        (place, troubles + belongings + freshness), (place, numbers + belongings + freshness),
        (place, numbers + freshness), (badge, numbers + freshness), (badge, freshness),
    ]
    let fitting = candidates.first { $0.0.width + $0.1.width + 2 <= area.width }
    guard let (left, right) = fitting ?? candidates.last else { return }
    screen.write(left, x: area.x, y: area.y, width: area.width)
    let room = area.width - left.width - 1
    screen.write(right, x: area.x + area.width - min(room, right.width), y: area.y, width: room)
}

private let badge: StyledText = {
    var badge = StyledText()
    badge.append(" kstop ", Style(.strong, on: .button, bold: true))
    return badge
}()

private func placeText(_ model: Model) -> StyledText {
    let namespace = model.session.namespace
    let place = namespace.isEmpty ? model.words(Phrase("all namespaces")) : namespace
    var text = badge + StyledText(" ")
    // Not known before kubectl has told.
    if !model.session.context.isEmpty {
        text += StyledText(model.session.context, .strong, bold: true) + StyledText(" › ", .quiet)
    }
    return text + StyledText(place, .strong, bold: true)
}

/// "   seedbox Ready  cpu 23%  mem 61%"; of several nodes how many are ready, and what they use together.
private func nodesText(_ model: Model) -> StyledText {
    let nodes = model.cluster.nodes.values.sorted { $0.name < $1.name }
    guard let first = nodes.first else { return StyledText() }
    let ready = nodes.filter { $0.statusText == "Ready" }
    let isWell = ready.count == nodes.count
    let status = nodes.count == 1 ? first.statusText : "\(ready.count)/\(nodes.count) Ready"
    var text = StyledText("   ")
    if nodes.count == 1 { text.append("\(first.name) ", .quiet) }
    text.append(status, isWell ? .healthy : .failed, bold: !isWell)
    return text + load("  cpu", nodes, model, \.cpu) + load("  mem", nodes, model, \.memory)
}

/// How much of what the nodes have for pods is used, rounded down as by `kubectl top nodes`; nothing without metrics of
/// all of them.
private func load(_ label: String, _ nodes: [Node], _ model: Model, _ amount: (Usage) -> Int) -> StyledText {
    let used = nodes.compactMap { model.usage.metrics?.nodes[$0.name] }
    let whole = nodes.reduce(0.0) { $0 + Double(amount($1.allocatable)) }
    guard used.count == nodes.count, whole > 0 else { return StyledText() }
    let percent = used.reduce(0.0) { $0 + Double(amount($1)) } / whole * 100
    return StyledText("\(label) ", .quiet) + StyledText("\(Int(min(percent, 9999)))%", percent >= 90 ? .warning : .text)
}

/// How many applications are up, under way, broken, degraded and stopped; states that no application is in are not named.
private func counts(_ model: Model, _ words: CountWords) -> StyledText {
    let groups: [(health: Health, word: Phrase, members: [Health])] = [
        (.healthy, Phrase("up"), [.healthy, .completed]), (.progressing, Phrase("progressing"), [.progressing]),
        (.broken, Phrase("broken"), [.broken]), (.degraded, Phrase("degraded"), [.degraded]),
        (.stopped, Phrase("stopped"), [.stopped]), (.unknown, Phrase("unknown"), [.unknown]),
    ]
    var line = StyledText()
    for group in groups {
        let count = model.snapshot.count(group.members.contains)
        guard count > 0 else { continue }
        line += group.health.glyph
        line.append(" \(count)", group.health.needsAttention ? group.health.role : .text, bold: true)
        let hasWord = words == .all || words == .troubles && group.health.needsAttention
        line.append((hasWord ? " \(model.words(group.word))" : "") + (words == .all ? "   " : "  "), .quiet)
    }
    return line
}

/// Which counts of applications are said in words.
private enum CountWords { case all, troubles, none }

/// What kstop has given out: a token, until it expires, and forwarded ports.
private func belongings(_ model: Model) -> StyledText {
    var line = StyledText()
    let ports = model.runningForwards.count
    if ports > 0 {
        let text = Phrase(count: ports, one: "\(ports) port forwarded", other: "\(ports) ports forwarded")
        line += model.styled(text, .accent) + StyledText("   ")
    }
    guard let expiration = model.tokenExpiration else { return line }
    let left = expiration.timeIntervalSince(model.now)
    return line + model.styled(Phrase("token"), .quiet)
        + StyledText(" \(humanDuration(left))   ", left < 300 ? .warning : .text)
}

/// Whether the screen shows the present, and if not, since when.
private func freshnessText(_ model: Model) -> StyledText {
    switch model.freshness {
    case .connecting: return mark("◐", .progressing) + model.styled(Phrase("connecting"), .quiet) + StyledText(" ")
    case .live: return mark("●", .healthy) + model.styled(Phrase("live"), .healthy) + StyledText(" ")
    case .polling: return mark("●", .healthy) + model.styled(Phrase("polling"), .healthy) + StyledText(" ")
    case .stale(let since, let retryAt):
        let age = age(since: since, at: model.now)
        let retry = countdown(to: retryAt, at: model.now)
        return mark("✗", .failed) + model.styled(Phrase("stale \(age)"), .failed, bold: true) + StyledText(" ")
            + model.styled(Phrase("retry \(retry)"), .quiet) + StyledText(" ")
    }
}

private func mark(_ sign: String, _ role: Role) -> StyledText { StyledText("\(sign) ", role) }
