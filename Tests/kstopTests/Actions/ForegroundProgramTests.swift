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
