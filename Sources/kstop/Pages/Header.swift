import ClusterModel
import FoundationEssentials
import TUI

/// The first line: whose cluster, how many applications in which state, how fresh all of this is.
func drawHeader(_ model: Model, in area: Rect, on screen: inout Screen) {
    let freshness = freshnessText(model)
    let place = placeText(model)
    // The most that fits: what is worth least goes first.
    let candidates = [
        (place, counts(model, withWords: true) + freshness), (place, counts(model, withWords: false) + freshness),
        (badge, counts(model, withWords: false) + freshness), (badge, freshness),
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
    badge + StyledText(" \(model.session.context)", .strong, bold: true) + StyledText(" › ", .quiet)
        + StyledText(model.session.namespace, .strong, bold: true)
}

/// How many applications are up, under way, broken and stopped; states that no application is in are not named.
private func counts(_ model: Model, withWords: Bool) -> StyledText {
    let groups: [(health: Health, word: String, members: [Health])] = [
        (.healthy, "up", [.healthy, .completed]), (.progressing, "progressing", [.progressing]),
        (.broken, "broken", [.broken, .degraded]), (.stopped, "stopped", [.stopped]),
    ]
    var line = StyledText()
    for group in groups {
        let count = model.snapshot.count(group.members.contains)
        guard count > 0 else { continue }
        line += group.health.glyph
        line.append(" \(count)", group.health == .broken ? .failed : .text, bold: true)
        line.append(withWords ? " \(group.word)   " : "  ", .quiet)
    }
    return line
}

/// Whether the screen shows the present, and if not, since when.
private func freshnessText(_ model: Model) -> StyledText {
    switch model.freshness {
    case .connecting: StyledText("◐", .progressing) + StyledText(" connecting ", .quiet)
    case .live: StyledText("●", .healthy) + StyledText(" live ", .healthy)
    case .polling: StyledText("●", .healthy) + StyledText(" polling ", .healthy)
    case .stale(let since, let retryAt):
        StyledText("✗", .failed) + StyledText(" stale \(age(since: since, at: model.now))", .failed, bold: true)
            + StyledText(" retry \(countdown(to: retryAt, at: model.now)) ", .quiet)
    }
}

/// How the data of all kinds together arrives.
enum Freshness: Equatable {
    case connecting, live, polling
    case stale(since: Date, retryAt: Date)
}

extension Model {
    var freshness: Freshness {
        var result = Freshness.live
        for kind in ResourceKind.allCases {
            switch (cluster.source(kind), result) {
            case (.failing(_, let since, let retryAt), .stale(let otherSince, let otherRetry)):
                result = .stale(since: min(since, otherSince), retryAt: min(retryAt, otherRetry))
            case (.failing(_, let since, let retryAt), _): result = .stale(since: since, retryAt: retryAt)
            case (_, .stale): break
            case (.loading, _): result = .connecting
            case (.polled, .live): result = .polling
            case (.polled, _), (.live, _), (.forbidden, _), (.notServed, _): break
            }
        }
        return result
    }
}

/// The second line: the pages with their keys and how many rows they have.
func drawTabs(_ model: Model, in area: Rect, on screen: inout Screen) {
    let candidates = [
        tabs(model, gap: "    ", withCounts: true), tabs(model, gap: "  ", withCounts: true),
        tabs(model, gap: "   ", withCounts: false),
    ]
    let fitting =
        candidates.first { $0.width <= area.width } ?? tabs(model, gap: " ", withCounts: false, onlyCurrent: true)
    screen.write(fitting, x: area.x, y: area.y, width: area.width)
}

private func tabs(_ model: Model, gap: String, withCounts: Bool, onlyCurrent: Bool = false) -> StyledText {
    var line = StyledText(" ")
    for page in Page.allCases {
        let isCurrent = page == model.page
        line.append("\(page.rawValue + 1)", isCurrent ? .accent : .quiet)
        if !onlyCurrent || isCurrent {
            line.append(" ")
            line.append(page.title, Style(isCurrent ? .strong : .text, bold: isCurrent, underlined: isCurrent))
        }
        if withCounts { line.append(" \(model.count(of: page))", .quiet) }
        line.append(gap)
    }
    return line
}

extension Model {
    /// How many rows a page has without a filter.
    fileprivate func count(of page: Page) -> Int {
        switch page {
        case .apps: snapshot.applications.count
        case .pods: cluster.pods.count
        case .deployments: cluster.deployments.count
        case .services: cluster.services.count
        case .ingresses: cluster.ingresses.count
        }
    }
}
