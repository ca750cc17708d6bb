import Foundation
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct ForegroundProgramTests {
    @Test("s runs a shell in the pod's only container")
    func shell() throws {
        var play = Play()
        play.select("sonarr")
        let pod = try #require(play.model.selection?.pod)
        play.type("s")
        guard case .run(let program) = play.effects.first else { return #expect(Bool(false)) }
        #expect(
            program.arguments.prefix(6) == [
                "exec", "--stdin", "--tty", "--namespace=kubeseed", "pod/\(pod.name)", "--container=sonarr",
            ])
        #expect(program.arguments.suffix(4).first == "--")
    }

    @Test("of several containers one is chosen, and kubectl logs' default comes first")
    func containers() throws {
        var play = Play()
        play.select("sonarr")
        var pod = try #require(play.model.selection?.pod)
        pod.spec.containers.append(Container(name: "exporter"))
        pod.metadata.annotations["kubectl.kubernetes.io/default-container"] = "exporter"
        play.receive(.updated(.pods, [.pod(pod)]))
        play.type("s")
        #expect(play.text.contains("Shell in which container?"))
        #expect(play.text.contains("▸ exporter"))
        play.press(.up, .enter)
        #expect(play.effects == [.run(.shell("sonarr", in: pod))])
    }

    @Test("a pod that goes while a container is being chosen is not entered")
    func goneMeanwhile() throws {
        var play = Play()
        play.select("sonarr")
        var pod = try #require(play.model.selection?.pod)
        pod.spec.containers.append(Container(name: "exporter"))
        play.receive(.updated(.pods, [.pod(pod)]))
        play.type("s")
        play.receive(.deleted(.pods, pod.uid))
        play.press(.enter)
        #expect(play.effects.isEmpty)
    }

    @Test("E edits the object of the row, or an application's deployment")
    func edit() {
        var play = Play()
        play.select("sonarr")
        play.type("E5")
        play.press(.home)
        let ingress = play.selectedName ?? ""
        play.type("E")
        #expect(
            play.effects == [
                .run(
                    ForegroundProgram(
                        title: Phrase(verbatim: "sonarr"),
                        arguments: ["edit", "--namespace=kubeseed", "deployments/sonarr"])),
                .run(
                    ForegroundProgram(
                        title: Phrase(verbatim: ingress),
                        arguments: ["edit", "--namespace=kubeseed", "ingresses/\(ingress)"])),
            ])
    }

    @Test("kubectl's last words are told when it fails, and its exit code if it has none")
    func failure() {
        var play = Play()
        let program = ForegroundProgram(title: Phrase(verbatim: "sonarr"), arguments: [])
        play.receive(.programEnded(program, ForegroundEnd(exitCode: 1, words: "pods \"sonarr\" not found")))
        #expect(play.text.contains("sonarr: pods \"sonarr\" not found"))
        play.receive(.programEnded(program, ForegroundEnd(exitCode: 130, words: "")))
        #expect(play.text.contains("sonarr: exit code 130"))
    }

    @Test("of a container without sh it is told how to get one, in as many words as fit")
    func noShell() throws {
        for (width, words) in [
            (140, " has no sh: kubectl debug -it -n kubeseed "), (110, " no sh: kubectl debug -it -n kubeseed "),
            (60, " sonarr has no sh: kubectl debug would bring one"),
        ] {
            var play = Play(size: Size(width, 36))
            play.select("sonarr")
            play.type("s")
            let pod = try #require(play.model.selection?.pod)
            let end = ForegroundEnd(exitCode: 1, words: #"exec: "sh": executable file not found in $PATH: unknown"#)
            play.receive(.programEnded(.shell("sonarr", in: pod), end))
            let line = play.screen.rows[34]
            #expect(line.contains(words))
            #expect(!line.contains("…"))
            if width > 100 { #expect(line.contains("\(pod.name) --image=busybox --target=sonarr")) }
            // It takes a while to copy.
            play.wait(seconds: 20)
            #expect(play.screen.rows[34].contains(words))
        }
    }

    @Test("of another failure of a shell the useful part is told")
    func shellFailure() throws {
        var play = Play()
        play.select("sonarr")
        let pod = try #require(play.model.selection?.pod)
        let words = "Internal error occurred: error executing command in container: "
        let end = ForegroundEnd(exitCode: 1, words: words + "container is not created or running")
        play.receive(.programEnded(.shell("sonarr", in: pod), end))
        #expect(play.text.contains("\(pod.name): container is not created or running"))
    }

    @Test("a shell ends with 0, whatever its last command did", arguments: ["exit", "exit 127", "nosuchcommand; exit"])
    func shellStatus(typed: String) throws {
        var play = Play()
        play.select("sonarr")
        let pod = try #require(play.model.selection?.pod)
        let command = try #require(ForegroundProgram.shell("sonarr", in: pod).arguments.last)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", command]
        let input = Foundation.Pipe()
        shell.standardInput = input
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        input.fileHandleForWriting.write(Data("\(typed)\n".utf8))
        try input.fileHandleForWriting.close()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
    }

    @Test("with --readonly nothing changes the cluster, nor gives out a token", arguments: "rSxsEfFtT")
    func readOnly(key: Character) {
        var play = Play(isReadOnly: true)
        play.select("sonarr")
        play.type(String(key))
        #expect(play.effects.isEmpty)
        #expect(play.model.overlay == nil)
    }

    @Test("the key bar has only what can be done to the selection")
    func keyBar() {
        var play = Play(size: Size(180, 40))
        play.select("externalservice")
        #expect(!play.text.contains("stop/start"))
        play.select("sonarr")
        #expect(play.text.contains("X stop/start"))
        #expect(!play.text.contains("F forwards"))
    }
}
