import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Pages with lines as tests need them.
enum LogSupport {
    static let view = Size(20, 4)

    static func pod(
        _ name: String = "plex-6c9f-abcde", containers: [String] = ["plex"], owner: String = "plex-6c9f",
        revision: String = "6c9f"
    ) -> LogPod {
        var pod = Pod(metadata: Metadata(name: name, namespace: "media", uid: "uid-\(name)"))
        pod.metadata.labels["pod-template-hash"] = revision
        pod.metadata.ownerReferences = [OwnerReference(kind: "ReplicaSet", name: owner)]
        pod.spec.containers = containers.map { Container(name: $0) }
        return LogPod(pod)
    }

    /// Nothing has come yet; its only source is number 1.
    static func empty(_ limits: LogLimits = LogLimits()) -> LogPage {
        var page = LogPage(pod(), limits: limits, scope: .container("plex"))
        _ = page.read([page.pod], after: 0)
        return page
    }

    static func page(_ texts: [String], _ limits: LogLimits = LogLimits()) -> LogPage {
        var page = empty(limits)
        page.add(texts)
        return page
    }

    static func page(lines count: Int, _ limits: LogLimits = LogLimits()) -> LogPage {
        page((0..<count).map { "line \($0)" }, limits)
    }

    /// The rows of the page in a view of `size`, with single blanks.
    static func shown(_ page: LogPage, _ size: Size = view) -> [String] {
        var screen = Screen(size: size)
        page.draw(Play(emptyWith: size).model, in: screen.bounds, on: &screen)
        return screen.rows.map { $0.split(separator: " ").joined(separator: " ") }
    }

    static func layout(_ page: LogPage, width: Int = view.width) -> LogLayout {
        LogLayout(page, width: width, language: .english, utcOffset: 0)
    }
}

extension LogPage {
    /// Lines without a time from a source.
    mutating func add(_ texts: [String], from id: Int = 1) {
        guard !texts.isEmpty else { return }
        hear(.lines(texts.map { LogLine(timestamp: "", text: $0) }), from: id)
        examine()
    }

    /// A line of that second from a source.
    mutating func add(_ text: String, at second: Int, from id: Int) {
        hear(.lines([LogLine(timestamp: "2026-11-23T14:00:\(second)Z", text: text)]), from: id)
        examine()
    }

    mutating func scroll(by step: Int, in size: Size = LogSupport.view) {
        scroll(by: step, LogSupport.layout(self, width: size.width), height: size.height)
    }

    mutating func look(for text: String) {
        search(for: text)
        examine()
    }

    mutating func choose(filter text: String) {
        filter(by: text)
        examine()
    }

    mutating func jump(_ direction: SearchDirection) -> Jump {
        jump(direction, LogSupport.layout(self), height: LogSupport.view.height)
    }
}
