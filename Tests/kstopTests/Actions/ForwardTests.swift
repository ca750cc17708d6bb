import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct ForwardTests {
    private static let sonarr = PortForward(.service("sonarr"), namespace: "kubeseed", port: 8989)

    @Test("f forwards the only port, and the address is copied and shown")
    func only() {
        var play = forwarding()
        #expect(subscriptions(play.model).contains(.forward(Self.sonarr, id: 1)))
        play.receive(.forward(id: 1, .listening(port: 8989)))
        #expect(play.effects == [.copyText("127.0.0.1:8989", as: Phrase(verbatim: "127.0.0.1:8989 → sonarr:8989"))])
        play.receive(.textCopied(Phrase(verbatim: "127.0.0.1:8989 → sonarr:8989"), .terminal))
        #expect(play.text.contains("127.0.0.1:8989 → sonarr:8989"))
        #expect(play.text.contains("1 port forwarded"))
    }

    @Test("one of several ports is chosen")
    func several() throws {
        var play = Play()
        play.type("4")
        play.select("sonarr")
        guard case .object(.service(var service), _) = play.model.selection else { return #expect(Bool(false)) }
        service.ports.append(ServicePort(name: "dns", port: 53, transport: "UDP"))
        service.ports.append(ServicePort(name: "metrics", port: 9707))
        play.receive(.updated(.services, [.service(service)]))
        play.type("f")
        #expect(play.text.contains("Forward which port?"))
        #expect(!play.text.contains("sonarr:53"))
        play.press(.down, .enter)
        #expect(play.model.forwards.map(\.forward.port) == [9707])
    }

    @Test("a port is not forwarded twice; its address is copied again")
    func twice() {
        var play = forwarding()
        play.receive(.forward(id: 1, .listening(port: 8989)))
        play.type("f")
        #expect(play.model.forwards.count == 1)
        #expect(play.effects.count == 2)
    }

    @Test("Enter in the list stops a forward")
    func stop() {
        var play = forwarding()
        play.receive(.forward(id: 1, .listening(port: 8989)))
        play.type("F")
        #expect(play.text.contains("127.0.0.1:8989 → sonarr:8989"))
        play.press(.enter)
        #expect(play.model.forwards.isEmpty)
        #expect(!subscriptions(play.model).contains(.forward(Self.sonarr, id: 1)))
        #expect(play.text.contains("No port is forwarded"))
    }

    @Test("a forward that dies says why once, and is listed as ended until it is removed or opened again")
    func dies() {
        var play = forwarding()
        play.receive(.forward(id: 1, .listening(port: 8989)))
        play.receive(.forward(id: 1, .ended(Phrase(verbatim: "lost connection to pod"))))
        // What the key has said has its time first.
        play.wait(seconds: 6)
        #expect(play.text.contains("sonarr:8989 is no longer forwarded: lost connection to pod"))
        #expect(!play.text.contains("1 port forwarded"))
        #expect(!subscriptions(play.model).contains(.forward(Self.sonarr, id: 1)))
        play.type("F")
        #expect(play.text.contains("ended → sonarr:8989") && play.text.contains("Remove"))
        play.press(.escape)
        play.type("f")
        #expect(play.model.forwards.map(\.state) == [.starting])
        #expect(subscriptions(play.model).contains(.forward(Self.sonarr, id: 2)))
        play.receive(.forward(id: 2, .ended(Phrase(verbatim: "lost connection to pod"))))
        play.type("F")
        play.press(.enter)
        #expect(play.model.forwards.isEmpty && play.text.contains("No port is forwarded"))
    }

    @Test("forwards outlast a look into another namespace")
    func outlast() {
        var play = forwarding()
        play.type("0")
        #expect(play.model.forwards.count == 1)
    }

    @Test("a port of the same name in another context is another port")
    func otherContext() {
        var play = forwarding()
        play.receive(.forward(id: 1, .listening(port: 8989)))
        play.receive(.connected(Session(context: "other")))
        play.load()
        play.type("4")
        play.select("sonarr")
        play.type("f")
        #expect(play.model.forwards.map(\.context) == ["k3s-seedbox", "other"])
        #expect(play.effects.count == 1)
        play.type("F")
        #expect(play.text.contains("sonarr:8989  k3s-seedbox › kubeseed"))
        #expect(play.text.contains("sonarr:8989  kubeseed"))
    }

    private func forwarding() -> Play {
        var play = Play()
        play.type("4")
        play.select("sonarr")
        play.type("f")
        return play
    }
}
