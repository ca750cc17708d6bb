import Foundation
import Glibc
import Testing

/// What keeps kstop from starting is said in a sentence, wherever kstop says things.
@Suite(.timeLimit(.minutes(3)))
struct StartFaultTests {
    private static let silence = "/bin/false config exited with status 1 and said nothing"

    @Test("a kubectl that fails without a word")
    func silentKubectl() async throws {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "KSTOP_KUBECTL": "/bin/false"]
        for arguments in [["--once"], ["--once", "-n", "x"], ["-o", "json"], ["restart", "x", "--yes"]] {
            let run = try await Run.program(Binary.path, arguments, environment: environment)
            #expect(run.errors == "kstop: \(Self.silence)\n" && run.status == 2)
        }
        let doctor = try await Binary.run("doctor", environment: environment)
        #expect(doctor.output.contains("/bin/false version exited with status 1 and said nothing\n"))
        #expect(doctor.status == 1)
        let tmux = try await Tmux("'\(Binary.path)' --kubectl /bin/false; echo status $?; exec sleep 60")
        #expect(try await tmux.waitFor("status 2").contains("kstop: \(Self.silence)"))
    }

    @Test(
        "a kubectl that runs out of memory or threads",
        arguments: [
            ("kill -9 $$", "proxy was killed (signal 9), as happens when memory runs out"),
            (
                "echo 'runtime: cannot allocate memory' >&2; echo 'fatal error: runtime: out of memory' >&2;"
                    + " seq 200 >&2; exit 2",
                "proxy: runtime: cannot allocate memory↵fatal error: runtime: out of memory"
            ),
        ])
    func exhausted(_ script: String, _ words: String) async throws {
        let cluster = try FakeCluster()
        // kubectl config needs less than kubectl proxy.
        let kubectl =
            "#!/bin/sh\ncase \"$*\" in *proxy*) \(script);; esac\nexec '\(cluster.folder.path)/kubectl' \"$@\"\n"
        try cluster.folder.write(kubectl, to: "exhausted")
        chmod(cluster.folder.path + "/exhausted", 0o755)
        let run = try await Binary.run(
            "--once", "-n", "kubeseed", "--kubectl", cluster.folder.path + "/exhausted",
            environment: cluster.environment)
        #expect(run.errors.hasSuffix(words + "\n") && run.errorLines.count == 1 && run.status == 2)
    }

    @Test("no threads", arguments: ["--once", "doctor", "--demo --once", ""])
    func threads(_ arguments: String) async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Binary.path, toPath: folder.path + "/kstop")
        chmod(folder.path, 0o755)
        chmod(folder.path + "/kstop", 0o755)
        // The limit is none for root.
        let user = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        let kstop = "\(user)bash -c 'ulimit -u 3; exec \(folder.path)/kstop \(arguments)'"
        let tmux = try await Tmux("\(kstop); echo status $?; exec sleep 60", columns: 200)
        let screen = try await tmux.waitFor("status 2")
        #expect(screen.contains("kstop: cannot start threads: resource temporarily unavailable; raise the limit"))
    }
}
