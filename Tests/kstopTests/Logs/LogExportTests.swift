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
        #expect(play.effects == [.copyLog(text, lines: 2)])
        play.receive(.logCopied(lines: 2, .terminal))
        #expect(play.text.contains("2 lines copied"))
    }

    @Test("all that the filter leaves is saved under a name with pod, container and time")
    func saves() throws {
        var play = LogPageTests.playWithLog(["one", "two", "\u{1B}[31mone\u{1B}[0m more"])
        play.type("t&one")
        play.press(.enter, .control("s"))
        let pod = try #require(play.model.log?.pod.name)
        let stamp = "2026-11-23T14:02:06.5Z"
        let file = LogFile(
            name: "\(pod)-wordpress-20261123-140000.log", text: "\(stamp) one\n\(stamp) one more\n")
        #expect(play.effects == [.saveLog(file)])
        play.receive(.logSaved(path: "/home/me/x.log"))
        #expect(play.text.contains("saved as /home/me/x.log"))
    }

    @Test("a file is for its owner alone, and never overwritten")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kstop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = LogFile(name: "a.log", text: "x\n")
        let first = message(saving: file, home: folder.path, current: "/nonexistent")
        let second = message(saving: file, home: folder.path, current: "/nonexistent")
        #expect(first == .logSaved(path: folder.path + "/a.log"))
        #expect(second == .logSaved(path: folder.path + "/a-2.log"))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.log")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try String(contentsOfFile: folder.path + "/a.log", encoding: .utf8) == "x\n")
    }

    @Test("where nothing can be written, the reason is told")
    func unwritable() {
        let message = message(saving: LogFile(name: "a.log", text: "x"), home: nil, current: "/nonexistent")
        guard case .logNotSaved(let problem) = message else {
            Issue.record("it was saved")
            return
        }
        #expect(problem.english == "cannot write /nonexistent/a.log: No such file or directory")
    }
}
