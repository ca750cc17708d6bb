import ClusterModel
import FoundationEssentials
import TUI
import Words

extension Model {
    /// Opens a pager on the target, or shows something else of what is open in one; nil if the action does not.
    mutating func performPaging(_ action: Action) -> [Effect]? {
        let view: PagerSubject.View
        switch action {
        case .describe: view = .description
        case .manifest: view = .manifest
        case .showEventsOfSelection: view = .events
        default: return nil
        }
        if var subject = pager?.subject {
            guard subject.view != view else { return [] }
            subject.view = view
            open(subject)
        } else if let id = opened.last?.id ?? table.cursor.selected, let target {
            open(PagerSubject(row: id, target, view))
            if view != .events { tellOfOtherWorkloads(target) }
        }
        return []
    }

    private mutating func open(_ subject: PagerSubject) {
        guard subject.view == .events || subject.object != nil else {
            say(Phrase("there is nothing of it to ask kubectl about"), .warning)
            return
        }
        lastLogID += 1
        pager = PagerPage(id: lastLogID, subject: subject)
        followEvents()
    }

    private mutating func tellOfOtherWorkloads(_ target: Selection) {
        guard case .application(let application) = target, let main = target.mainObject else { return }
        let count = application.workloads.count
        guard count > 1 else { return }
        say(Phrase("\(application.name) has \(count) workloads; this is \(main.metadata.name)"))
    }

    /// Brings the events in an open pager up to date.
    mutating func followEvents() {
        guard let subject = pager?.subject, subject.view == .events else { return }
        let lines = eventLines(about: subject.row)
        pager?.follow(lines)
    }

    mutating func hearOfPager(_ ticket: PagerTicket, _ answer: PagerAnswer) {
        // News for a page that is no longer shown, or has been asked again.
        guard pager?.ticket == ticket else { return }
        pager?.hear(answer)
        guard case .failed(let error) = answer, pager?.lines.isEmpty == false else { return }
        say(error.text, .failed)
    }

    /// What acts on the text of an open pager; nil if the action does not.
    mutating func performInPager(_ action: Action) -> [Effect]? {
        let size = Layout(self).log.size
        if pager?.handle(action, view: size) == true { return [] }
        switch action {
        case .back where pager?.search != nil: pager?.search = nil
        case .back: pager = nil
        case .refresh: pager?.refresh()
        case .toggleManagedFields:
            pager?.toggleManagedFields()
        case .search: open(.search(SearchPrompt(pager)))
        case .nextMatch: findNext(.forward, size)
        case .previousMatch: findNext(.backward, size)
        case .copy: return pager.map(copyAll) ?? []
        case .save: return pager.map(saveAll) ?? []
        default: return performPaging(action)
        }
        return []
    }

    private mutating func findNext(_ direction: TextSearch.Direction, _ size: Size) {
        guard var page = pager, var search = page.search else {
            say(Phrase("nothing to look for yet"), .quiet)
            return
        }
        let outcome = search.step(direction, from: page.top.line, in: page.lines)
        page.search = search
        page.showFound(in: size)
        pager = page
        switch (outcome, direction) {
        case (.found, _): break
        case (.wrapped, .forward): say(Phrase("search goes on at the beginning"), .warning)
        case (.wrapped, .backward): say(Phrase("search goes on at the end"), .warning)
        case (.nothing, _): say(Phrase("not found: \(search.term.text)"), .warning)
        }
    }

    private func copyAll(_ page: PagerPage) -> [Effect] {
        let count = page.lines.count
        guard count > 0 else { return [] }
        return [.copyText(page.wholeText, as: Phrase(count: count, one: "\(count) line", other: "\(count) lines"))]
    }

    private func saveAll(_ page: PagerPage) -> [Effect] {
        guard !page.lines.isEmpty else { return [] }
        let subject = page.subject.title.split(separator: " ").joined(separator: "-")
        let view =
            switch page.subject.view {
            case .description, .manifest: ""
            case .events: "events-"
            }
        let ending = page.subject.view == .manifest ? "yaml" : "txt"
        let stamp = fileStamp(now, utcOffset: session.utcOffset)
        return [.saveText(page.wholeText, fileName: "\(view)\(subject)-\(stamp).\(ending)")]
    }
}

extension PagerSubject {
    init(row: RowID, _ selection: Selection, _ view: View) {
        let object = selection.mainObject
        self.init(
            row: row, object: object.map { ObjectAddress($0.kind, $0.metadata.objectName) },
            title: object.map { "\($0.kind.singular) \($0.metadata.name)" } ?? selection.title, view: view)
    }
}

extension Selection {
    /// The object that `kubectl describe` is asked about: the selected one, else the application's main workload.
    var mainObject: ClusterObject? {
        switch self {
        case .object(let object, _): object
        case .application(let application): application.workloads.first ?? application.objects.first
        }
    }
}

extension Application {
    /// What makes its pods, the main one first.
    var workloads: [ClusterObject] {
        deployments.map(ClusterObject.deployment) + statefulSets.map(ClusterObject.statefulSet)
            + daemonSets.map(ClusterObject.daemonSet) + replicaSets.map(ClusterObject.replicaSet)
            + cronJobs.map(ClusterObject.cronJob) + jobs.map(ClusterObject.job)
    }
}
