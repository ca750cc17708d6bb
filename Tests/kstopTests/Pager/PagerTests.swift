import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Descriptions, YAML and events on the whole screen.
struct PagerTests {
    /// A pager with a description of that text.
    private func opened(_ text: String, size: Size = Size(80, 24)) throws -> Play {
        var play = Play(size: size)
        play.select("radarr")
        play.type("d")
        play.receive(.pager(try #require(play.model.pager).ticket, .description(BoundedText(text))))
        return play
    }

    /// The text on the screen, without the blanks at the ends of its lines.
    private func body(_ play: Play) -> [String] {
        play.screen.rows.dropFirst(3).dropLast(2).map { row in
            String(row.dropFirst().reversed().drop { $0 == " " }.reversed())
        }
    }

    private func lines(_ count: Int) -> String { (1...count).map { "line \($0)\n" }.joined() }

    @Test("an application's main deployment is asked about")
    func asks() throws {
        var play = Play()
        play.select("wordpress")
        play.type("d")
        let address = ObjectAddress(.deployments, ObjectName(namespace: "kubeseed", name: "wordpress"))
        let ticket = try #require(play.model.pager).ticket
        #expect(subscriptions(play.model).contains(.pager(.description(address), ticket)))
        #expect(play.model.toast?.text.text == " wordpress has 2 workloads; this is wordpress")
        play.receive(.pager(ticket, .description(BoundedText("Name:  wordpress\n"))))
        #expect(!subscriptions(play.model).contains(.pager(.description(address), ticket)))
        #expect(play.text.contains("Name:  wordpress"))
    }

    @Test("YAML hides managedFields until asked, in kubectl's order")
    func managedFields() throws {
        var play = Play()
        play.select("radarr")
        play.type("y")
        let json = #"{"spec":{},"metadata":{"name":"radarr","managedFields":[{"manager":"k3s"}]},"kind":"Deployment"}"#
        let object = try OrderedJSON(Array(json.utf8))
        play.receive(.pager(try #require(play.model.pager).ticket, .manifest(object)))
        #expect(play.model.pager?.lines.map(\.text) == ["kind: Deployment", "metadata:", "  name: radarr", "spec: {}"])
        play.type("M")
        #expect(play.model.pager?.wholeText.contains("  - manager: k3s\n") == true)
    }

    @Test("lines, half pages, pages and ends")
    func scrolling() throws {
        var play = try opened(lines(100))
        let height = Layout(play.model).log.height
        func top() -> Int? { play.model.pager?.top.line }
        play.press(.down, .down, .up)
        #expect(top() == 1)
        play.press(.control("d"))
        #expect(top() == 1 + height / 2)
        play.press(.home, .pageDown)
        #expect(top() == height - 1)
        play.press(.character("G"), .down)
        #expect(top() == 100 - height)
        play.press(.pageUp, .control("u"), .character("g"))
        #expect(top() == 0)
    }

    @Test("long lines are scrolled sideways, or wrapped")
    func sideways() throws {
        var play = try opened(String(repeating: "a", count: 100) + "end\nshort\n")
        #expect(!play.text.contains("end"))
        play.press(.right)
        #expect(play.text.contains("aend"))
        play.press(.left, .left)
        #expect(play.model.pager?.left == 0)
        play.type("w")
        #expect(body(play).prefix(2).last?.hasSuffix("aend") == true)
        #expect(body(play).dropFirst(2).first == "short")
    }

    @Test("a search goes to the next place as it is typed, then on, around the end, and back")
    func search() throws {
        var play = try opened(lines(100))
        play.type("/line 99")
        #expect(play.text.contains("1 of 1"))
        #expect(play.text.contains("line 99"))
        play.press(.enter)
        play.type("/LINE 5")
        play.press(.enter)
        #expect(play.model.pager?.search?.current?.line == 4)
        play.type("n")
        #expect(play.model.pager?.search?.current?.line == 49)
        play.type("NN")
        #expect(play.model.pager?.search?.current?.line == 58)
        #expect(play.text.contains("search goes on at the end"))
        play.type("n")
        #expect(play.text.contains("search goes on at the beginning"))
        #expect(play.model.pager?.search?.current?.line == 4)
    }

    @Test("Esc leaves the search where it began, then forgets it, then leaves the page")
    func escape() throws {
        var play = try opened(lines(100))
        play.type("jj/line 80")
        #expect(play.model.pager?.top.line != 2)
        play.press(.escape)
        #expect(play.model.pager?.top.line == 2)
        #expect(play.model.pager?.search == nil)
        play.type("/5")
        play.press(.enter, .escape)
        #expect(play.model.pager?.search == nil)
        play.press(.escape)
        #expect(play.model.pager == nil)
    }

    @Test("what is nowhere is said to be nowhere, and a regular expression is a text like any other")
    func notFound() throws {
        var play = try opened("a [b] c\n")
        play.type("/zzz")
        #expect(play.text.contains("no match"))
        play.press(.enter)
        play.type("n")
        #expect(play.text.contains("not found: zzz"))
        play.type("/[b]")
        #expect(play.text.contains("1 of 1"))
    }

    @Test("a place beyond the right edge is scrolled to")
    func searchSideways() throws {
        var play = try opened(String(repeating: "a", count: 300) + "needle\n")
        play.type("/needle")
        #expect(play.text.contains("needle"))
        #expect((play.model.pager?.left ?? 0) > 200)
        play.press(.enter)
        play.type("w/needle")
        #expect(play.screen.rows.dropFirst(2).dropLast(3).joined().contains("needle"))
    }

    @Test("reading again keeps the place, and the end of a text that has become shorter")
    func refresh() throws {
        var play = try opened(lines(100))
        play.press(.pageDown)
        let top = play.model.pager?.top.line
        let old = try #require(play.model.pager).ticket
        play.type("r")
        let new = try #require(play.model.pager).ticket
        #expect(old != new)
        #expect(play.text.contains("reading"))
        #expect(play.text.contains("line 30"))
        play.receive(.pager(old, .description(BoundedText("late\n"))))
        #expect(play.model.pager?.lines.count == 100)
        play.receive(.pager(new, .description(BoundedText(lines(100)))))
        #expect(play.model.pager?.top.line == top)
        play.type("r")
        play.receive(.pager(try #require(play.model.pager).ticket, .description(BoundedText(lines(3)))))
        #expect(body(play).prefix(4) == ["line 1", "line 2", "line 3", ""])
    }

    @Test("an object that is gone is said to be gone, and what was read stays")
    func gone() throws {
        var play = try opened(lines(3))
        play.type("r")
        let words = #"Error from server (NotFound): deployments.apps "radarr" not found"#
        let error = APIError.refused(code: 404, reason: "NotFound", message: words)
        play.receive(.pager(try #require(play.model.pager).ticket, .failed(error)))
        #expect(play.text.contains("✗ gone"))
        #expect(play.text.contains("line 3"))
        #expect(play.text.contains("not found"))
    }

    @Test(
        "what could not be read says why",
        arguments: [
            APIError.refused(code: 403, reason: "Forbidden", message: "pods is forbidden"),
            .timedOut(seconds: 10), .unreachable(Phrase(verbatim: "The connection was refused")),
        ])
    func failed(error: APIError) throws {
        var play = Play()
        play.type("y")
        play.receive(.pager(try #require(play.model.pager).ticket, .failed(error)))
        #expect(play.text.contains("✗ not read"))
        #expect(play.text.contains("\n \(error.text.english)"))
        play.type("cw/n")
        play.press(.control("s"), .enter)
        #expect(play.effects.isEmpty)
    }

    @Test("nothing that an object says reaches the terminal as a command")
    func neutralised() throws {
        let play = try opened("Name:  a\u{1B}]52;c;aGk=\u{7}\u{202E}b\n")
        #expect(play.text.contains("Name:  a^[]52;c;aGk=^G"))
    }

    @Test("a text that was cut says so, and so does a line")
    func cut() throws {
        var play = Play()
        play.type("d")
        let text = BoundedText(String(repeating: "x", count: 100_000), isCut: true)
        play.receive(.pager(try #require(play.model.pager).ticket, .description(text)))
        #expect(play.text.contains("cut: too long"))
        play.type("wG")
        #expect(play.text.contains("… +83616 B"))
    }
}
