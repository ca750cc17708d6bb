import Testing
import Words

@testable import TUI
@testable import kstop

struct TerminalExaminationTests {
    private static let good = TerminalFacts(
        isAvailable: true, isKnown: true, hasCursor: true, colors: 256, isUTF8: true)

    private static func findings(
        _ environment: [String: String], tmux: String? = nil, _ change: (inout TerminalFacts) -> Void = { _ in }
    ) -> [Finding] {
        var facts = good
        change(&facts)
        return TerminalExamination(
            facts: facts, environment: environment, tmux: tmux.flatMap { TmuxFacts($0) }
        ).examination.findings
    }

    @Test("an ordinary terminal is well")
    func ordinary() {
        let findings = Self.findings(["TERM": "xterm-256color"])
        #expect(findings.map(\.standing) == [.well, .well, .well, .well])
        #expect(findings.map(\.text.english).contains("256 colors"))
    }

    @Test("one that is not known, or cannot place its cursor, gets lines")
    func lines() {
        let unknown = Self.findings(["TERM": "strange"]) { $0.isKnown = false }
        #expect(unknown[0].text.english == "TERM=strange is not known: the screen is printed as lines")
        let kitty = Self.findings(["TERM": "xterm-kitty"]) { $0.standIn = "xterm-256color" }
        #expect(kitty[0].standing == .limited)
        #expect(kitty[0].text.english == "TERM=xterm-kitty is not in terminfo here: using xterm-256color")
        let dumb = Self.findings(["TERM": "dumb"]) { ($0.hasCursor, $0.colors) = (false, 0) }
        #expect(dumb[0].standing == .limited && dumb[1].text.english == "no colors")
        #expect(dumb[3].text.english == "nothing can be copied from this terminal")
    }

    @Test("where there is no terminal, nothing is said of colors and copies")
    func none() {
        #expect(Self.findings([:]) { $0.isAvailable = false }.count == 2)
    }

    @Test("NO_COLOR and a locale without UTF-8 are said")
    func environment() {
        let findings = Self.findings(["TERM": "xterm", "NO_COLOR": "1"]) { $0.isUTF8 = false }
        #expect(findings[1].text.english == "no colors: NO_COLOR is set")
        #expect(findings[2].advice?.english == "export LC_ALL=C.UTF-8")
    }

    @Test("tmux is asked whether the terminal behind it takes copies")
    func tmux() {
        let environment = ["TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"]
        #expect(Self.findings(environment, tmux: "3.3a|256,clipboard,title\n")[3].standing == .well)
        let none = Self.findings(environment, tmux: "3.3a|256,title\n")[3]
        #expect(none.standing == .limited && none.advice?.english.contains("terminal-features") == true)
        #expect(Self.findings(environment)[3].text.english.hasPrefix("tmux does not answer"))
        let few = Self.findings(["TERM": "screen", "TMUX": "x"], tmux: "3.3a|clipboard") { $0.colors = 8 }
        #expect(few[1].advice?.english.contains("default-terminal") == true)
    }
}
