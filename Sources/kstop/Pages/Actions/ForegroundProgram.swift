import ClusterModel
import TUI
import Words

/// A kubectl that has the terminal to itself while it runs.
struct ForegroundProgram: Equatable, Sendable {
    /// What it is about, when its end is told.
    var title: Phrase
    /// kubectl's.
    var arguments: [String]
    /// A line above its own; empty: none.
    var greeting = Phrase.nothing
    var purpose = Purpose.edit

    enum Purpose: Equatable, Sendable {
        case edit, login
        /// In a container, whose address is told if there is none.
        case shell(pod: String, namespace: String, container: String)
    }
}

extension ForegroundProgram {
    /// A shell in a container: bash where there is one. It ends with 0 whatever its last command did, so that any other
    /// exit code tells that there was none.
    static func shell(_ container: String, in pod: Pod) -> ForegroundProgram {
        ForegroundProgram(
            title: Phrase(verbatim: pod.name),
            arguments: [
                "exec", "--stdin", "--tty", "--namespace=\(pod.metadata.namespace)", "pod/\(pod.name)",
                "--container=\(container)", "--", "sh", "-c",
                "if command -v bash >/dev/null; then bash; else sh; fi; exit 0",
            ],
            greeting: Phrase("\(pod.name), container \(container): exit comes back to kstop"),
            purpose: .shell(pod: pod.name, namespace: pod.metadata.namespace, container: container))
    }

    /// A request whose answer does not matter: kubectl's login plugin can ask the user what it has to know, and keeps
    /// what comes of it for the next kubectl.
    static func login(_ context: String) -> ForegroundProgram {
        ForegroundProgram(
            title: Phrase(verbatim: context), arguments: ["auth", "can-i", "get", "/version", "--quiet"],
            greeting: Phrase("logging in to \(context) …"), purpose: .login)
    }

    /// The object's YAML in the user's editor.
    static func edit(_ kind: ResourceKind, _ metadata: Metadata) -> ForegroundProgram {
        ForegroundProgram(
            title: Phrase(verbatim: metadata.name),
            arguments: ["edit", "--namespace=\(metadata.namespace)", "\(kind.plural)/\(metadata.name)"])
    }
}

extension Selection {
    /// What an edit of the selection means: the object itself, an application's main workload; nil: nothing.
    var editable: (kind: ResourceKind, metadata: Metadata)? {
        switch self {
        case .object(.event, _): return nil
        case .object(let object, _): return (object.kind, object.metadata)
        case .application(let application):
            let object = application.mainWorkload?.object ?? application.services.first.map(ClusterObject.service)
            return object.map { ($0.kind, $0.metadata) }
        }
    }
}

extension Model {
    mutating func logIn() -> [Effect] {
        isLoggingIn = true
        return [.run(.login(session.context))]
    }

    /// Opens a shell in the target's pod; asks in which container if there are several.
    mutating func openShell() -> [Effect] {
        guard let target else { return [] }
        guard let pod = target.pod, let first = pod.defaultContainer else {
            say(Phrase("\(target.title) has no pod"), .warning)
            return []
        }
        let containers = pod.spec.initContainers.filter(\.isSidecar) + pod.spec.containers
        guard containers.count > 1 else { return [.run(.shell(first, in: pod))] }
        let items = containers.map { container in
            ActionMenu.Item(label: container.name, detail: container.image, choice: .shell(pod.uid, container.name))
        }
        let selected = containers.firstIndex { $0.name == first } ?? 0
        overlay = .menu(ActionMenu(title: Phrase("Shell in which container?"), items: items, selected: selected))
        return []
    }

    mutating func openShell(_ container: String, inPod uid: UID) -> [Effect] {
        guard let pod = cluster.pods[uid] else {
            say(Phrase("nothing done: \(Phrase("the pod")) is gone or was replaced"), .warning)
            return []
        }
        return [.run(.shell(container, in: pod))]
    }

    mutating func edit() -> [Effect] {
        guard let target else { return [] }
        guard let (kind, metadata) = target.editable else {
            say(Phrase("\(target.title) cannot be edited"), .warning)
            return []
        }
        return [.run(.edit(kind, metadata))]
    }

    /// What kubectl itself said last is told, above all why it failed.
    mutating func hearOfEnd(_ program: ForegroundProgram, _ end: ForegroundEnd) {
        var words = end.words
        if program.purpose == .login {
            isLoggingIn = false
            // "no" is an answer, too.
            if end.exitCode == 0 || words.isEmpty { return }
        }
        if case .shell(let pod, let namespace, let container) = program.purpose {
            switch end.shellProblem {
            case .missing: return sayOfMissingShell(pod, namespace, container)
            case .other(let reason): words = reason
            case nil: break
            }
        }
        if end.exitCode != 0 {
            let problem = words.isEmpty ? Phrase("exit code \(Int(end.exitCode))") : Phrase(verbatim: words)
            say(Phrase("\(program.title): \(problem)"), .failed)
        } else if !words.isEmpty {
            say(Phrase(verbatim: words))
        }
    }

    /// With the command that brings a shell, if all of it fits: for long enough to be copied.
    private mutating func sayOfMissingShell(_ pod: String, _ namespace: String, _ container: String) {
        let command = "kubectl debug -it -n \(namespace) \(pod) --image=busybox --target=\(container)"
        let candidates = [
            Phrase("\(container) has no sh: \(command) would bring one"), Phrase("no sh: \(command)"),
        ]
        let fitting = candidates.first { styled($0).width < size.width }
        say(fitting ?? Phrase("\(container) has no sh: kubectl debug would bring one"), .warning, seconds: 30)
    }
}
