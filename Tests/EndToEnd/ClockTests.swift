import FakeAPIServer
import Foundation
import Glibc
import Synchronization
import Testing

/// The clock on the wall is set while kstop runs.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct ClockTests {
    @Test("ages follow a clock that is set back and forward, what goes after a while goes, and news still come")
    func setting() async throws {
        // Such an age reads the same for half an hour, however slow the machine is.
        let news = News(created: Date() - 30.5 * 3600)
        let young = FakeCluster.pod(2, version: 1, created: Date() - 1800)
        let cluster = try FakeCluster(pods: [news.pod(version: 1), young]) { kind in
            kind == "pods" ? news.watch : .openStream([])
        }
        let clock = try await SettableClock()
        let tmux = try await Tmux(
            "exec env LD_PRELOAD='\(clock.library)' '\(Binary.path)'",
            environment: cluster.environment.merging(["KSTOP_TEST_CLOCK": clock.file]) { $1 })
        try await tmux.waitFor("live")
        try await tmux.command("pods")
        try await tmux.waitFor("the age") { $0.row("pod-1", "30h") != nil }
        for (hours, age) in [(-1, "29h"), (1, "31h"), (0, "30h")] {
            // Says something, for five seconds.
            try await tmux.keys("f")
            try await tmux.waitFor("no TCP port")
            try clock.set(to: hours * 3600)
            let screen = try await tmux.waitFor("the age \(age)", timeout: 60) { $0.row("pod-1", age) != nil }
            // kubectl's word for what is yet to be.
            #expect((screen.row("pod-2", "<invalid>") != nil) == (hours < 0))
            try await tmux.waitFor("no sentence", timeout: 60) { !$0.contains("no TCP port") }
            try await expectCalm(tmux, news, clock)
        }
        #expect(try await tmux.screen().contains("● live"))
    }

    /// News come, and kstop does not look at the clock all the time, as it would if it waited for a moment in the past.
    private func expectCalm(_ tmux: Tmux, _ news: News, _ clock: SettableClock) async throws {
        let (before, start) = (clock.questions, ContinuousClock.now)
        for _ in 0..<10 {
            let version = news.tell()
            try await tmux.waitFor("\(version) restarts") { $0.row("pod-1", "Running", "\(version)") != nil }
        }
        // About ninety.
        #expect(Double(clock.questions - before) < 300 + 20 * ((ContinuousClock.now - start) / .seconds(1)))
    }
}

/// Changes of a pod whose restarts are its version. A class since the test tells, and the server sends.
private final class News: Sendable {
    private let version = Mutex(1)
    private let created: Date

    init(created: Date) { self.created = created }

    func pod(version: Int) -> String { FakeCluster.pod(1, version: version, created: created) }

    /// - Returns: the new version.
    func tell() -> Int {
        version.withLock { version in
            version += 1
            return version
        }
    }

    var watch: FakeServer.Answer {
        .news(from: 1) { sent in
            let version = self.version.withLock(\.self)
            guard version > sent else { return "" }
            sent = version
            return #"{"type":"MODIFIED","object":\#(self.pod(version: version))}"# + "\n"
        }
    }
}

/// The time of the day for one program, as `clock.c` says.
private struct SettableClock {
    private let folder: TemporaryFolder
    let library: String

    init() async throws {
        folder = try TemporaryFolder()
        library = try await folder.library(from: "clock.c")
        try Data(count: 16).write(to: URL(filePath: folder.path + "/clock"))
    }

    var file: String { folder.path + "/clock" }

    /// - Parameter seconds: from the true time.
    func set(to seconds: Int) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: file))
        try handle.write(contentsOf: withUnsafeBytes(of: Int64(seconds)) { Data($0) })
    }

    /// How often the program has asked what time it is.
    var questions: Int {
        let data = (try? Data(contentsOf: URL(filePath: file))) ?? Data()
        return data.count < 16 ? 0 : Int(data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: Int64.self) })
    }
}
