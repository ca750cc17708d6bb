import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Whatever is pressed, whatever the cluster does, whatever the size: nothing traps, and every screen is whole.
struct RandomSessionTests {
    @Test("100 random sessions", arguments: 0..<100)
    func session(seed: Int) {
        var random = SplitMix(state: UInt64(seed) &* 7919)
        let language = Language.allCases.randomElement(using: &random) ?? .english
        let size = Size(Int.random(in: 1...180, using: &random), Int.random(in: 1...60, using: &random))
        var play = Play(size: size, language: language)
        for _ in 0..<25 {
            step(&play, &random)
            let screen = play.screen
            #expect(screen.size == play.model.size)
            #expect(screen.cells.count == screen.size.width * screen.size.height)
            checkWholeCharacters(screen)
            checkSelection(play)
            // Made anew, the rows would be the same.
            if seed % 4 == 0 { #expect(play.model.content == play.model.visibleContent()) }
        }
    }

    private static let keys: [Key] =
        "rltqwjkgGNASRCMI0123456?/:!x[ .<>m-fsEFTudyecoX".map(Key.character)
        + [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace]
        + [.control("r"), .control("d"), .control("u"), .control("f"), .delete, .function(5), .paste("a\u{1B}[31m日本")]
        + [.control("z"), .paste("ns all"), .paste("sort AGE"), .paste("lang fr"), .paste("-l a=b"), .paste("-f rt")]

    private func step(_ play: inout Play, _ random: inout SplitMix) {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: play.resize(Int.random(in: 0...300, using: &random), Int.random(in: 0...100, using: &random))
        case 1: play.wait(seconds: Double.random(in: 0...20, using: &random))
        case 2: forgetSomething(&play, &random)
        case 3: play.receive(news(play, &random))
        case 4: play.press(.mouse(click(&random)))
        case 5:
            play.receive(.source(ResourceKind.allCases.randomElement(using: &random) ?? .pods, source(&random)))
        default: if let key = Self.keys.randomElement(using: &random) { play.press(key) }
        }
    }

    /// What the world may say besides the cluster's objects.
    private func news(_ play: Play, _ random: inout SplitMix) -> Message {
        let metrics = DemoMetrics(play.demo.cluster, at: play.model.now).metrics("", at: play.model.now)
        let messages: [Message] = [
            .log(id: play.model.lastLogID, logChange(&random)), .metrics(.read(metrics), epoch: play.model.epoch),
            .metrics(.absent(.notReady), epoch: play.model.epoch), .namespaces(["kubeseed", "日本語"]),
            .connected(Session(context: "other")), .namespaceChecked(exists: false, epoch: play.model.epoch),
            .kubectlSaid(["日本語"]), .programEnded(.login("other"), ForegroundEnd(exitCode: 0, words: "")),
        ]
        return messages.randomElement(using: &random) ?? .namespaces([])
    }

    private func click(_ random: inout SplitMix) -> MouseEvent {
        let kinds: [MouseEvent.Kind] = [.press, .doubleClick, .wheelUp, .wheelDown]
        return MouseEvent(
            kinds.randomElement(using: &random) ?? .press, x: Int.random(in: -1...320, using: &random),
            y: Int.random(in: -1...110, using: &random))
    }

    private func forgetSomething(_ play: inout Play, _ random: inout SplitMix) {
        let kind = ResourceKind.allCases.randomElement(using: &random) ?? .pods
        guard let object = play.demo.objects(kind).randomElement(using: &random) else { return }
        play.receive(.deleted(kind, object.metadata.uid))
    }

    private func source(_ random: inout SplitMix) -> SourceState {
        let failing = SourceState.failing(.timedOut(seconds: 10), since: Play.start - 3, retryAt: Play.start + 4)
        return [.loading, .live, .polled, .notServed, .forbidden("no"), failing].randomElement(using: &random) ?? .live
    }

    private func logChange(_ random: inout SplitMix) -> LogChange {
        let text = ["plain", "日本語のログ", "\u{1B}[31mred", String(repeating: "long ", count: 99), ""]
        let line = LogLine(timestamp: "2026-11-23T14:02:06.1Z", text: text.randomElement(using: &random) ?? "")
        return [.lines([line, line]), .ended, .failed(.timedOut(seconds: 1))].randomElement(using: &random) ?? .ended
    }

    private func checkWholeCharacters(_ screen: Screen) {
        for y in 0..<screen.size.height {
            let row = Array(screen.row(y))
            for (x, cell) in row.enumerated() {
                if cell.width == 2 { #expect(x + 1 < row.count && row[x + 1].width == 0) }
                if cell.width == 0 { #expect(x > 0 && row[x - 1].width == 2) }
            }
        }
    }

    private func checkSelection(_ play: Play) {
        let ids = play.model.content.rows.map(\.id)
        let selected = play.model.table.cursor.selected
        #expect(ids.isEmpty ? selected == nil : selected.map(ids.contains) == true)
    }
}

/// A small random generator of known seed (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
