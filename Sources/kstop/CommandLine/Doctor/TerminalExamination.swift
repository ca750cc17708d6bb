import ClusterModel
import TUI
import Words

/// What a terminal can show, and whether texts can be copied through it.
struct TerminalExamination: Sendable {
    var facts: TerminalFacts
    var environment: [String: String]
    /// Nil outside tmux, and if it does not tell.
    var tmux: TmuxFacts?

    var examination: Examination {
        let findings = facts.isAvailable ? [screen, colors, characters, clipboard] : [screen, characters]
        return Examination(title: Phrase("Terminal"), findings: findings)
    }

    private var name: String { environment["TERM"] ?? "" }

    private var screen: Finding {
        let advice = Phrase(
            "set TERM as your terminal wants it, such as xterm-256color; Debian's ncurses-term knows more")
        if !facts.isAvailable {
            return .limited(Phrase("standard input and output are no terminal: only --once and commands work here"))
        }
        if let problem = facts.problem(named: name) { return .limited(problem, advice) }
        return .well(Phrase(verbatim: "TERM=\(name)"))
    }

    private var colors: Finding {
        if isSet("NO_COLOR") {
            return .limited(Phrase("no colors: NO_COLOR is set"), Phrase("--color always has them"))
        }
        let advice = isSet("TMUX") ? Phrase("in ~/.tmux.conf: set -s default-terminal tmux-256color") : nil
        if facts.colors < 8 { return .limited(Phrase("no colors"), advice) }
        if facts.colors < 256, advice != nil { return .limited(Phrase("\(facts.colors) colors"), advice) }
        return .well(Phrase("\(facts.colors) colors"))
    }

    private var characters: Finding {
        if facts.isUTF8 { return .well(Phrase("the locale is written in UTF-8")) }
        return .limited(
            Phrase("the locale is not written in UTF-8: there are no characters beyond ASCII"),
            Phrase("export LC_ALL=C.UTF-8"))
    }

    private var clipboard: Finding {
        if isSet("TMUX") { return tmuxClipboard }
        let isPlain = ["", "dumb", "linux"].contains(name) || name.hasPrefix("vt")
        if isPlain {
            return .limited(
                Phrase("nothing can be copied from this terminal"),
                Phrase("the key T shows a token, u the dashboard's URL"))
        }
        let through =
            name.hasPrefix("screen") ? Phrase("copies by OSC 52 through GNU screen") : Phrase("copies by OSC 52")
        return .well(through + Phrase("; terminals do not say whether they take it"))
    }

    /// kstop asks tmux to copy (`load-buffer -w`), which needs neither its set-clipboard nor its allow-passthrough.
    private var tmuxClipboard: Finding {
        guard let tmux else { return .limited(Phrase("tmux does not answer: what is copied may get lost")) }
        if tmux.hasClipboard { return .well(Phrase("tmux \(tmux.version) copies to the terminal's clipboard")) }
        return .limited(
            Phrase("tmux \(tmux.version) takes the terminal for one without a clipboard: copies stay in tmux"),
            Phrase("if it has one, in ~/.tmux.conf: set -as terminal-features ',*:clipboard'"))
    }

    private func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
}

extension TerminalFacts {
    /// What is not as the terminal's name, TERM, would have it; nil if all is.
    func problem(named name: String) -> Phrase? {
        if let standIn { return Phrase("TERM=\(name) is not in terminfo here: using \(standIn)") }
        if !isKnown { return Phrase("TERM=\(name) is not known: the screen is printed as lines") }
        return hasCursor ? nil : Phrase("TERM=\(name) cannot place its cursor: the screen is printed as lines")
    }
}

/// What tmux says of itself and of the terminal that it is shown on.
struct TmuxFacts: Equatable, Sendable {
    var version: String
    /// Whether it takes that terminal for one that takes OSC 52.
    var hasClipboard: Bool

    /// Reads what tmux makes of `format`.
    init?(_ text: String) {
        let parts = text.split(whereSeparator: \.isNewline).first?.split(
            separator: "|", omittingEmptySubsequences: false)
        guard let parts, parts.count == 2 else { return nil }
        version = String(parts[0])
        hasClipboard = parts[1].split(separator: ",").contains("clipboard")
    }

    private static let format = "#{version}|#{client_termfeatures}"

    /// Asks the tmux that kstop runs in.
    static func ask(_ environment: [String: String]) async -> TmuxFacts? {
        await output(of: ["tmux", "display-message", "-p", format], environment: environment).flatMap { TmuxFacts($0) }
    }
}
