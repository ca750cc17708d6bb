import Foundation
import Testing

/// What the READMEs have their readers type, typed on the made-up seedbox.
@Suite(.timeLimit(.minutes(5)))
struct ReadmeCommandTests {
    /// The beginnings of what is not run here, and why.
    private static let notRun = [
        ("sudo ", "installs: packaging/trial does it in clean systems"),
        ("tar xzf ", "needs the archive: packaging/trial unpacks and installs it"),
        ("cd kstop-", "the archive's folder, see above"),
        ("PREFIX=", "installs from the archive, see above"),
        ("make ", "builds, and with it these tests"),
        ("kubectl ", "needs a cluster: the tests on the real one do it"),
    ]

    /// A shell's script in which kstop is kstop --demo, and what copies to a desktop takes what it is given.
    private static func run(_ script: String) async throws -> Run {
        let folder = try TemporaryFolder()
        let functions = "kstop() { '\(Binary.path)' --demo \"$@\"; }; wl-copy() { cat > /dev/null; }"
        let share = folder.path + "/share/kstop"
        try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Binary.sourceRoot + "/packaging/kubeseed.sh", toPath: share + "/kubeseed.sh")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let environment = ["PATH": path, "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "dumb"]
        return try await Run.program(
            "/bin/bash", ["-c", "cd '\(folder.path)'\n\(functions)\n\(script)"], environment: environment, timeout: 120)
    }

    /// The fenced blocks of a language in a README.
    private static func blocks(_ language: String, in file: String) throws -> [String] {
        let text = try String(contentsOfFile: "\(Binary.sourceRoot)/\(file)", encoding: .utf8)
        return text.components(separatedBy: "```\(language)\n").dropFirst().map { part in
            part.components(separatedBy: "```")[0]
        }
    }

    @Test("every command that the demo can answer does what is said of it", arguments: ["README.md", "README.fr.md"])
    func commands(file: String) async throws {
        let lines = try Self.blocks("sh", in: file).filter { !$0.hasPrefix("#!") && !$0.hasPrefix(". ") }
            .flatMap { $0.split(separator: "\n").map(String.init) }
        #expect(lines.count > 20)
        let hasJQ = try await Self.run("command -v jq").status == 0
        if !hasJQ { print("jq is not installed: its line in \(file) is not tested") }
        for line in lines where !Self.notRun.contains(where: { line.hasPrefix($0.0) }) {
            if line.contains("| jq "), !hasJQ { continue }
            let command = line.components(separatedBy: "  #")[0].trimmingCharacters(in: .whitespaces)
            let run = try await Self.run(command)
            switch command {
            // They open the screen, for which there is no terminal here.
            case "kstop", "kstop --demo": #expect(run.status == 2 && run.errors.contains("--once"), "\(command)")
            case let command where command.contains("--once --check"): #expect(run.status == 3, "\(command)")
            case let command where command.hasSuffix("| wl-copy"): #expect(run.status == 0, "\(command)")
            default: #expect(run.status == 0 && !run.output.isEmpty, "\(command): \(run.errors)")
            }
        }
    }

    @Test("the check for Nagios says what is critical", arguments: ["README.md", "README.fr.md"])
    func nagios(file: String) async throws {
        let script = try #require(try Self.blocks("sh", in: file).first { $0.hasPrefix("#!/bin/sh") })
        let run = try await Self.run(script)
        #expect(run.status == 2)
        #expect(run.output.hasPrefix("CRITICAL: bazarr is broken: "))
        let unreachable = script.replacing("kstop --once", with: "kstop --once --config /nonexistent")
        #expect(try await Self.run(unreachable).output.hasPrefix("UNKNOWN: kstop: /nonexistent"))
        #expect(try await Self.run(script.replacing("--check", with: "--check radarr")).output.hasPrefix("OK: "))
    }

    @Test("the line for cron prints only what is broken", arguments: ["README.md", "README.fr.md"])
    func cron(file: String) async throws {
        let line = try #require(try Self.blocks("crontab", in: file).first)
        let command = line.split(separator: " ", maxSplits: 5)[5]
        #expect(try await Self.run(String(command)).output.contains("overseerr is broken: "))
        #expect(try await Self.run(String(command).replacing("--check", with: "--check radarr")).output.isEmpty)
    }

    @Test("the functions beside kubeseed's do what kubeseed's do", arguments: ["README.md", "README.fr.md"])
    func kubeseed(file: String) async throws {
        let block = try #require(try Self.blocks("sh", in: file).first { $0.hasPrefix(". ") })
        let script = block.replacing(" /usr/share/", with: " share/")
        #expect(try await Self.run(script).output.contains("kavita is broken: "))
        let well = try await Self.run(script + "ks_motd radarr")
        #expect(well.output.hasSuffix("kstop: all is well (applications: 1)\n"))
        #expect(try await Self.run(script + "ks_token").output.split(separator: "\n").last?.hasPrefix("eyJ") == true)
        let restart = try await Self.run(script + "ks_restart sonarr")
        #expect(restart.output.contains("deployment.apps/sonarr restarted"))
    }
}
