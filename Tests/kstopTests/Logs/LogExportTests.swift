import Foundation
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LogExportTests {
    @Test("what is seen is copied, line by line, without breaks")
    func copies() {
        var play = LogPageTests.playWithLog(["\u{1B}[31mred\u{1B}[0m \u{7}", String(repeating: "long ", count: 30)])
        play.type("wy")
        let text = "red ^G\n" + String(repeating: "long ", count: 30) + "\n"
        #expect(play.effects == [.copyText(text, as: Phrase(count: 2, one: "\(2) line", other: "\(2) lines"))])
    }

    @Test("all that the filter leaves is saved under a name with pod, container and time")
    func saves() throws {
        var play = LogPageTests.playWithLog(["one", "two", "\u{1B}[31mone\u{1B}[0m more"])
        play.type("t&one")
        play.press(.enter, .control("s"))
        let pod = try #require(play.model.log?.pod.name)
        let stamp = "2026-11-23T14:02:06.5Z"
        let (text, name) = ("\(stamp) one\n\(stamp) one more\n", "\(pod)-wordpress-20261123-140000.log")
        #expect(play.effects == [.saveText(text, fileName: name)])
    }
}
