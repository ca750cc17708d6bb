import Foundation
import Testing

/// `kstop doctor` and `kstop config`, as the program itself says it.
@Suite(.timeLimit(.minutes(3)))
struct DoctorTests {
    @Test("the demo is well")
    func demo() async throws {
        let run = try await Binary.run("--demo", "doctor", "--lang", "en")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("✓ context k3s-seedbox, namespace kubeseed") || run.output.contains("ok context"))
        let french = try await Binary.run("--demo", "--ascii", "--lang", "fr", "doctor")
        #expect(french.output.contains("  ok le serveur d'API répond\n"))
    }

    @Test("without kubectl it says so, and goes on")
    func withoutKubectl() async throws {
        let run = try await Binary.run("doctor", environment: ["PATH": "/nonexistent", "LANG": "C.UTF-8"])
        #expect(run.status == 1)
        #expect(run.output.contains("✗ no kubectl"))
        #expect(run.output.contains("→ install kubectl or k3s"))
        #expect(run.output.contains("Terminal\n"))
    }

    @Test("mistakes in the configuration are told, and all else is looked at")
    func configuration() async throws {
        let folder = try TemporaryFolder()
        try folder.write("{ thme: 'light' }", to: "c.json5")
        let run = try await Binary.run("--demo", "doctor", "--config", folder.path + "/c.json5")
        #expect(run.status == 1)
        #expect(run.output.contains("c.json5:1:3: there is no property \"thme\"; did you mean \"theme\"?"))
        #expect(run.output.contains("Cluster\n"))
        let check = try await Binary.run("config", "--check", "--config", folder.path + "/c.json5")
        #expect(check.status == 2 && check.output.isEmpty)
        #expect(check.errors.contains("c.json5:1:3: there is no property"))
    }

    @Test("a configuration without mistakes is printed with where it comes from")
    func effective() async throws {
        let folder = try TemporaryFolder()
        try folder.write("{\n theme: 'light' }", to: "c.json5")
        let path = folder.path + "/c.json5"
        let run = try await Binary.run("config", "--config", path)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("theme: \"light\","))
        #expect(run.output.contains("// \(path):2\n"))
        #expect(try await Binary.run("config", "--check", "--config", path).output == "\(path): no mistakes\n")
    }

    @Test("in tmux it says whether tmux copies to the terminal's clipboard")
    func tmux() async throws {
        let tmux = try await Tmux(
            "'\(Binary.path)' --demo doctor; echo status $?; exec sleep 60", columns: 120, rows: 40)
        try await tmux.waitFor("status 0")
        #expect(try await tmux.screen().contains("256 colors"))
        #expect(try await tmux.screen().contains("tmux "))
    }
}
