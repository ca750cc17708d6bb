import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Which cluster and namespace is looked at.
struct PlaceTests {
    @Test("another namespace is asked for anew, and what came before is forgotten")
    func namespace() {
        var play = Play()
        let before = subscriptions(play.model)
        play.type(":ns kube-system")
        play.press(.enter)
        #expect(play.model.session.namespace == "kube-system")
        #expect(play.model.content.rows.isEmpty)
        #expect(subscriptions(play.model).isDisjoint(with: before))
        play.load()
        #expect(play.model.content.rows.map(\.facts.name).contains("coredns"))
    }

    @Test("what still arrives from the place before is dropped")
    func late() {
        var play = Play()
        let objects = play.demo.objects(.pods)
        play.type(":ns default")
        play.press(.enter)
        play.receive(.cluster(.updated(.pods, objects), epoch: 0))
        play.receive(.metrics(.absent(.notReady), epoch: 0))
        #expect(play.model.cluster.pods.isEmpty)
        #expect(play.model.usage.latest == nil)
    }

    @Test("0 shows all namespaces with theirs before the names, and again the one before")
    func all() {
        var play = Play(size: Size(160, 40))
        play.type("0")
        play.load()
        #expect(play.text.contains("all namespaces"))
        #expect(play.model.content.columns.first?.name == "NAMESPACE")
        #expect(Set(play.model.content.rows.map(\.facts.namespace)).count > 2)
        play.type("0")
        #expect(play.model.session.namespace == "kubeseed")
    }

    @Test("applications of one name in two namespaces are two rows")
    func twins() {
        var play = Play(emptyWith: Size(110, 36))
        play.type("0")
        let twins = ["a", "b"].map { namespace in
            ClusterObject.service(Service(metadata: Metadata(name: "web", namespace: namespace, uid: namespace)))
        }
        play.receive(.updated(.services, twins))
        #expect(play.model.content.rows.count == 2)
        play.press(.down)
        guard case .application(let application) = play.model.selection else { return #expect(Bool(false)) }
        #expect(application.namespace == "b")
    }

    @Test("another context is connected to; until then nothing changes")
    func context() {
        var play = Play()
        play.type(":ctx other")
        play.press(.enter)
        #expect(play.effects.last == .connect(context: "other"))
        #expect(play.model.session.context == "k3s-seedbox")
        let words = Phrase(verbatim: "context \"other\" does not exist")
        play.receive(.connectingFailed(context: "other", StartError(text: words)))
        #expect(play.text.contains("still at k3s-seedbox: other: context \"other\" does not exist"))
        #expect(!play.model.content.rows.isEmpty)
        play.receive(.connected(Session(context: "third", namespace: "media")))
        #expect(play.text.contains("third › media"))
        #expect(play.model.content.rows.isEmpty)
    }

    @Test("whether a namespace exists in the context before says nothing of the one of that name here")
    func namespaceOfTheContextBefore() {
        var play = Play(emptyWith: Size(110, 36))
        play.receive(.listed(.pods, keeping: [], unreadable: []))
        #expect(play.effects == [.checkNamespace("kubeseed", epoch: 0)])
        play.receive(.connected(Session(context: "third")))
        play.receive(.namespaceChecked(exists: false, epoch: 0))
        #expect(play.model.namespaceExists == nil)
        play.receive(.namespaceChecked(exists: false, epoch: 1))
        #expect(play.model.namespaceExists == false)
    }

    @Test("an opened page of the place before is closed")
    func opened() {
        var play = Play()
        play.press(.enter)
        #expect(play.model.opened.count == 1)
        play.receive(.connected(Session(context: "third", namespace: "media")))
        #expect(play.model.opened.isEmpty)
    }
}
