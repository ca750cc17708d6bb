import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct PromptTests {
    private static func run(_ command: String, in play: inout Play) {
        play.type(":\(command)")
        play.press(.enter)
    }

    @Test(
        "a page is opened by its name or kubectl's short one",
        arguments: [("pods", Page.pods), ("po", .pods), ("DEPLOY", .deployments), ("svc", .services), ("ev", .events)])
    func pages(name: String, page: Page) {
        var play = Play()
        Self.run(name, in: &play)
        #expect(play.model.page == page)
        #expect(play.model.prompt == nil)
    }

    @Test("Tab completes, and again takes the next candidate")
    func completion() throws {
        var play = Play()
        play.type(":s")
        #expect(play.text.contains(": services"))
        play.press(.tab)
        #expect(play.commandText == "services")
        play.press(.control("u"))
        play.type("s")
        play.press(.tab, .tab)
        #expect(play.commandText == "sort")
        play.press(.tab)
        #expect(play.commandText == "services")
        play.press(.control("u"))
        play.type("ns ku")
        play.receive(.namespaces(["default", "kube-system", "kubeseed"]))
        play.press(.tab)
        #expect(play.commandText == "ns kube-system")
        play.press(.tab)
        #expect(play.commandText == "ns kubeseed")
    }

    @Test("opening the command line asks for what it can be completed with")
    func asking() {
        var play = Play()
        play.type(":")
        #expect(play.effects == [.listNamespaces, .listContexts])
    }

    @Test("Up brings earlier commands back, Down what was being typed")
    func history() {
        var play = Play()
        Self.run("pods", in: &play)
        Self.run("svc", in: &play)
        play.type(":in")
        play.press(.up)
        #expect(play.commandText == "svc")
        play.press(.up, .up, .up)
        #expect(play.commandText == "pods")
        play.press(.down, .down)
        #expect(play.commandText == "in")
    }

    @Test(
        "what is not understood is said, with what is nearest",
        arguments: [
            ("pdos", "unknown: pdos"), ("deploymens", "did you mean deployments?"), ("ns", "ns needs a name"),
            ("ns ../etc", "../etc is no name of a namespace"), ("ns -x", "-x is no name of a namespace"),
            ("sort STATSU", "did you mean STATUS?"), ("theme x", "unknown: x"), ("lang de", "unknown: de"),
        ])
    func unknown(command: String, words: String) {
        var play = Play()
        Self.run(command, in: &play)
        #expect(play.text.contains(words), "\(play.screen.rows.suffix(2))")
        #expect(play.effects.allSatisfy { $0 == .listNamespaces || $0 == .listContexts })
    }

    @Test(
        "a context is found by its exact name, whatever blanks that has",
        arguments: [
            ("ctx home", "home"), ("ctx  home ", "home"), ("ctx my  context", "my  context"),
            ("CTX \" led by one\"", " led by one"), ("ctx 'ends with one '", "ends with one "),
            ("ctx \"home", "\"home"), ("ctx 'it's'", "it's"), ("ctx ' '", " "),
        ])
    func contextNames(command: String, name: String) {
        var play = Play()
        Self.run(command, in: &play)
        #expect(play.effects.last == .connect(context: name))
        play.type(":")
        play.press(.up)
        #expect(play.commandText == command)
    }

    @Test("no name between quotes is no name")
    func emptyContext() {
        var play = Play()
        Self.run("ctx ''", in: &play)
        #expect(play.text.contains("ctx needs a name"))
    }

    @Test(
        "contexts are offered whole, in quotes where those are needed",
        arguments: [
            ("ctx my", ["ctx my  context", "ctx my other"]), ("ctx my  c", ["ctx my  context"]),
            ("ctx  my o", ["ctx my other"]), ("ctx x ", []),
            ("ctx \"", ["ctx \"my  context\"", "ctx \"my other\"", "ctx \" z \""]),
            ("ctx ' ", ["ctx ' z '"]), ("ctx ", ["ctx my  context", "ctx my other", "ctx \" z \""]),
        ])
    func contextCompletion(typed: String, candidates: [String]) {
        var play = Play()
        play.type(":\(typed)")
        play.receive(.contexts(["my  context", "my other", " z "]))
        for candidate in candidates {
            play.press(.tab)
            #expect(play.commandText == candidate)
        }
        play.press(.tab)
        #expect(play.commandText == candidates.first ?? typed)
    }

    @Test("the names beside the command line are whole, too")
    func wholeNames() {
        var play = Play()
        play.type(":ctx my")
        play.receive(.contexts(["my  context", "my other", "my third one"]))
        #expect(play.text.contains("my other  my third one"))
    }

    @Test("a column's title with a blank is completed")
    func columnWithBlank() {
        var play = Play()
        Self.run("events", in: &play)
        play.type(":sort last s")
        play.press(.tab)
        #expect(play.commandText == "sort LAST SEEN")
    }

    @Test("Esc, and Backspace in an empty line, close it")
    func closing() {
        for key in [Key.escape, .backspace] {
            var play = Play()
            play.type(":")
            play.press(key)
            #expect(play.model.prompt == nil)
        }
    }

    @Test("theme, language, help and quit are commands, too")
    func others() {
        var play = Play()
        Self.run("lang fr", in: &play)
        #expect(play.text.contains("Déploiements"))
        Self.run("theme orchard", in: &play)
        #expect(play.effects.last == Theme.named("orchard").map(Effect.setTheme))
        Self.run("help", in: &play)
        #expect(play.text.contains("Sélection"))
        play.press(.escape)
        Self.run("q", in: &play)
        #expect(play.effects.last == .quit(status: 0))
    }

    @Test("an invalid expression says so while it is typed, and hides nothing")
    func invalidFilter() {
        var play = Play()
        let all = play.model.content.rows.count
        play.type("/(")
        #expect(play.text.contains("not a regular expression"))
        #expect(play.model.content.rows.count == all)
        play.type("radarr)")
        #expect(play.model.content.rows.map(\.facts.name) == ["radarr"])
    }

    @Test("keys that are there together have their effect once")
    func batch() {
        var play = Play()
        for character in "/radarr" { play.hear(.key(.character(character))) }
        #expect(!play.model.isBehind)
        #expect(play.model.table.filter.isEmpty && play.model.filter.text.isEmpty)
        // What comes after the prompt needs what it has left.
        play.hear(.key(.enter))
        #expect(play.model.table.filter == "radarr")
        #expect(play.model.isBehind)
        play.receive(.resized(Size(110, 36)))
        #expect(!play.model.isBehind)
        #expect(play.model.content.rows.map(\.facts.name) == ["radarr"])
    }

    @Test("a line that would get too long says so")
    func fullPrompt() {
        var play = Play()
        for opening in ["/", ":"] {
            play.press(.character(Character(opening)), .paste(String(repeating: "x", count: 5000)))
            #expect(play.text.contains("no more than 4096 bytes"))
            play.press(.backspace)
            #expect(!play.text.contains("no more than 4096 bytes"))
            play.press(.escape)
        }
    }
}

extension Play {
    fileprivate var commandText: String? {
        if case .command(let command) = model.prompt { command.text } else { nil }
    }
}
