import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// What of the selection is copied, and what is opened.
struct CopyMenuTests {
    private func kinds(_ play: Play) -> [CopyMenu.Kind] {
        if case .copy(let menu) = play.model.overlay { menu.items.map(\.kind) } else { [] }
    }

    @Test("what there is of an application is offered")
    func application() {
        var play = Play()
        play.select("radarr")
        play.type("c")
        #expect(kinds(play) == [.name, .url, .pod, .image, .row])
        #expect(play.text.contains("https://radarr."))
        play.press(.escape)
        #expect(play.model.overlay == nil)
        #expect(play.effects.isEmpty)
    }

    @Test("a pod's own name is not offered twice")
    func pod() {
        var play = Play()
        play.type("2c")
        #expect(!kinds(play).contains(.pod))
    }

    @Test("the first letter chooses, in the user's language")
    func letters() throws {
        var play = Play()
        play.select("radarr")
        play.type("cu")
        let url = try #require(play.model.selection?.url)
        #expect(play.effects == [.copyText(url, as: Phrase(verbatim: url))])
        #expect(play.model.overlay == nil)
        play.type(":lang fr")
        play.press(.enter)
        play.type("cl")
        guard case .copyText(let row, as: CopyMenu.Kind.row.label) = play.effects.last else {
            Issue.record("no row copied")
            return
        }
        #expect(row.split(separator: "\t").contains { $0.contains("radarr") })
    }

    @Test("arrows and Enter choose, and stop at the ends")
    func arrows() {
        var play = Play()
        play.select("radarr")
        play.type("c")
        play.press(.up, .down, .down, .enter)
        #expect(
            play.effects.last == play.model.selection?.pod.map { .copyText($0.name, as: Phrase(verbatim: $0.name)) })
        play.type("ckx")
        #expect(play.model.overlay != nil)
    }

    @Test("the menu is in the middle, and fits the smallest screen", arguments: [Size(80, 24), Size(40, 10)])
    func golden(size: Size) throws {
        var play = Play(size: size)
        play.select("radarr")
        play.type("c")
        play.press(.down)
        try checkGolden("copy-\(size.width)x\(size.height)", play.screen)
    }

    @Test("o copies the URL and has it opened; without one it says so")
    func opening() throws {
        var play = Play()
        play.select("radarr")
        play.type("o")
        let url = try #require(play.model.selection?.url)
        #expect(play.effects == [.copyText(url, as: Phrase(verbatim: url)), .openURL(url)])
        play.select("flaresolverr")
        play.type("o")
        #expect(play.effects.count == 2)
        #expect(play.text.contains("flaresolverr has no URL"))
    }

    @Test(
        "nothing is opened over SSH or without a desktop",
        arguments: [
            ([:], false), (["DISPLAY": ":0"], true), (["WAYLAND_DISPLAY": "wayland-0"], true), (["DISPLAY": ""], false),
            (["DISPLAY": "localhost:10.0", "SSH_CONNECTION": "1 2 3 4"], false),
        ] as [([String: String], Bool)])
    func desktop(environment: [String: String], isBeside: Bool) {
        #expect(isBesideDesktop(environment) == isBeside)
    }
}
