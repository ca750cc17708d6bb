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

    /// kstop with a script in kubectl's place.
    private func terminal(kubectl script: String) async throws -> Tmux {
        let fake = "printf '%s\\n' '#!/bin/sh' \"$SCRIPT\" > \"$HOME/kubectl\"; chmod 700 \"$HOME/kubectl\""
        return try await Tmux(
            "\(fake); '\(Binary.path)' --kubectl \"$HOME/kubectl\"; echo status $?; exec sleep 60",
            environment: ["SCRIPT": script])
    }
}
