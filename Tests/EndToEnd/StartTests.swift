import Foundation
import Testing

/// From the command to the cluster's first word.
struct StartTests {
    @Test("the screen is there before kubectl has answered, keeps to the terminal's size, and can be left")
    func early() async throws {
        let tmux = try await terminal(kubectl: "exec sleep 1000")
        try await tmux.waitFor("connecting")
        try await tmux.resize(columns: 60, rows: 12)
        try await tmux.waitFor("the new size") { screen in
            screen.lines.first?.hasSuffix("connecting") == true && screen.lines.allSatisfy { $0.count <= 60 }
        }
        let kstop = try await tmux.processID()
        let children = Processes.children(of: kstop)
        #expect(!children.isEmpty)
        try await waitUntil("children that heed all signals") {
            let children = Processes.children(of: kstop)
            return !children.isEmpty && children.allSatisfy { Processes.heedsAllSignals($0.id) }
        }
        try await tmux.keys("q")
        try await tmux.waitFor("status 0")
        try await waitUntil("no kubectl") { children.allSatisfy { !Processes.isAlive($0.id) } }
    }

    @Test("why there is no cluster is said after the screen has gone")
    func failure() async throws {
        let tmux = try await terminal(kubectl: "echo 'error: no such luck' >&2; exit 1")
        let screen = try await tmux.waitFor("status 2")
        #expect(screen.contains("kstop: no such luck"))
        #expect(try await tmux.format("#{alternate_on}") == "0")
    }

    @Test("a login plugin that asks on the terminal is lent it, and the screen is whole afterwards")
    func login() async throws {
        let cluster = try FakeCluster(login: .password)
        let tmux = try await Tmux.kstop("", environment: cluster.environment)
        try await tmux.waitFor("Password:")
        #expect(try await tmux.format("#{alternate_on}") == "0")
        try await tmux.record()
        try await tmux.type("swordfish")
        try await tmux.keys("Enter")
        let screen = try await tmux.waitFor("40 up")
        #expect(!screen.contains("Password"))
        #expect(!tmux.recording.contains("swordfish"))
        #expect(cluster.folder.text("token") == "swordfish\n")
        try await tmux.keys("q")
    }

    @Test("what a login plugin says while kubectl waits for it can be read")
    func loginCode() async throws {
        let cluster = try FakeCluster(login: .code)
        let tmux = try await Tmux.kstop("", environment: cluster.environment)
        let screen = try await tmux.waitFor("enter ABCD-1234")
        #expect(screen.contains("connecting"))
        try Data("code\n".utf8).write(to: URL(fileURLWithPath: cluster.folder.path + "/gate"))
        let table = try await tmux.waitFor("40 up")
        #expect(!table.contains("ABCD-1234"))
        try await tmux.keys("q")
    }

    @Test("a command for scripts says at once that a login plugin wants the terminal")
    func loginInAScript() async throws {
        let cluster = try FakeCluster(login: .password)
        let tmux = try await Tmux(
            "'\(Binary.path)' --once; echo status $?; exec sleep 60", columns: 200, environment: cluster.environment)
        let screen = try await tmux.waitFor("status 1", timeout: 8)
        #expect(screen.contains("(plugin: no /dev/tty); the login plugin asks on the terminal"))
    }

    /// kstop with a script in kubectl's place.
    private func terminal(kubectl script: String) async throws -> Tmux {
        let fake = "printf '%s\\n' '#!/bin/sh' \"$SCRIPT\" > \"$HOME/kubectl\"; chmod 700 \"$HOME/kubectl\""
        return try await Tmux(
            "\(fake); '\(Binary.path)' --kubectl \"$HOME/kubectl\"; echo status $?; exec sleep 60",
            environment: ["SCRIPT": script])
    }
}
