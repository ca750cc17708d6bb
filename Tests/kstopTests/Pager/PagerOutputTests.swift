import Foundation
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Events, and what is copied and saved.
struct PagerOutputTests {
    @Test("events are shown as they come, the newest first, and what is looked at stays")
    func events() throws {
        var play = Play(size: Size(80, 12))
        play.select("overseerr")
        play.type("e")
        let before = try #require(play.model.pager?.lines)
        #expect(before[0].text.hasPrefix("Type "))
        #expect(before.count > 3)
        play.press(.down, .down, .down)
        let anchor = before[3].text.prefix(20)
        play.wait(seconds: 400)
        let pager = try #require(play.model.pager)
        #expect(pager.lines.count >= before.count)
        #expect(pager.top.line == 0 || pager.lines[pager.top.line].text.prefix(8) == anchor.prefix(8))
    }

    @Test("an event's own events are those of what it is about")
    func eventOfEvent() throws {
        var play = Play()
        play.type("6e")
        let event = try #require(play.model.selection)
        #expect(play.model.pager?.subject.title.hasPrefix("event \(event.title)") == true)
        #expect((play.model.pager?.lines.count ?? 0) > 2)
    }

    @Test("d, y and e change between the texts of the same object, whatever becomes of its row")
    func switching() throws {
        var play = Play()
        play.type("2")
        play.select(try #require(play.model.content.rows.last).facts.name)
        let name = try #require(play.selectedName)
        play.type("d")
        guard case .object(let pod, _) = play.model.selection else { return }
        play.receive(.deleted(.pods, pod.metadata.uid))
        play.type("y")
        #expect(play.model.pager?.subject.title == "pod \(name)")
        #expect(play.model.pager?.subject.view == .manifest)
    }

    @Test("the whole text is copied, and saved under the object's name and the time")
    func output() throws {
        var play = Play()
        play.select("radarr")
        play.type("d")
        play.receive(.pager(try #require(play.model.pager).ticket, .description(BoundedText("a\nb\n"))))
        play.type("c")
        play.press(.control("s"))
        #expect(
            play.effects == [
                .copyText("a\nb\n", as: Phrase(count: 2, one: "\(2) line", other: "\(2) lines")),
                .saveText("a\nb\n", fileName: "deployment-radarr-20261123-140000.txt"),
            ])
        play.receive(.textCopied(Phrase(verbatim: "2 lines"), .unavailable))
        #expect(play.text.contains("not to be copied here"))
        play.receive(.textSaved(path: "/tmp/x.txt"))
        #expect(play.text.contains("saved: /tmp/x.txt"))
    }

    @Test("a file is only the user's, and none is written over")
    func files() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "kstop-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let paths = ["one", "two"].map { text in
            saved(text, fileName: "a.txt", directories: [nil, "relative", "/proc/nowhere", home])
        }
        #expect(paths == [.textSaved(path: home + "/a.txt"), .textSaved(path: home + "/a-2.txt")])
        #expect(try String(contentsOfFile: home + "/a.txt", encoding: .utf8) == "one")
        let mode = try FileManager.default.attributesOfItem(atPath: home + "/a.txt")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        guard case .savingFailed = saved("", fileName: "a", directories: ["/proc"]) else {
            Issue.record("written into /proc")
            return
        }
    }

    @Test(
        "a file's name cannot leave its directory",
        arguments: [("../../etc/x", "_.._etc_x"), (".hidden", "hidden"), ("a b\u{1B}$(id)é.txt", "a_b___id__.txt")])
    func names(_ name: String, _ safe: String) {
        #expect(safeFileName(name) == safe)
    }

    @Test("the pages at their sizes", arguments: [Size(80, 24), Size(40, 10)])
    func golden(size: Size) throws {
        for (key, name) in [("d", "describe"), ("y", "yaml"), ("e", "events")] {
            var play = Play(size: size)
            play.select("overseerr")
            play.type(key)
            let address = ObjectAddress(.deployments, ObjectName(namespace: "kubeseed", name: "overseerr"))
            let object = try #require(play.demo.objects(.deployments).first { $0.metadata.name == "overseerr" })
            let ticket = try #require(play.model.pager).ticket
            switch play.model.pager?.subject.question {
            case .description(address):
                let text = DemoDescription(cluster: play.demo.cluster, now: Play.start).text(of: object)
                play.receive(.pager(ticket, .description(BoundedText(text))))
                play.type("/image")
                play.press(.enter)
            case .manifest: play.receive(.pager(ticket, .manifest(DemoManifest.manifest(object))))
            default: break
            }
            try checkGolden("pager-\(name)-\(size.width)x\(size.height)", play.screen)
        }
    }
}
