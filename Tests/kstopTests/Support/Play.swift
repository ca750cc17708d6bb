import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// A program that is played by a test: keys and messages in, effects and screens out, with time in the test's hand.
struct Play {
    /// 2026-11-23 14:00:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_795_442_400)

    private(set) var model: Model
    /// All that `update` has asked for, oldest first.
    private(set) var effects: [Effect] = []
    /// The seedbox behind it; moves on with `wait`.
    var demo = newDemo
    /// Made once: it takes its time.
    static let newDemo = DemoCluster(start: start)

    /// A screen that has just loaded the made-up seedbox.
    init(size: Size = Size(110, 36), isReadOnly: Bool = false, language: Language = .english) {
        self.init(emptyWith: size, isReadOnly: isReadOnly, language: language)
        load()
    }

    /// A screen to which nothing has come yet.
    init(
        emptyWith size: Size, isReadOnly: Bool = false, isNamespaceGuessed: Bool = false, language: Language = .english
    ) {
        var session = Session(context: "k3s-seedbox", namespace: "kubeseed", isReadOnly: isReadOnly)
        session.isNamespaceGuessed = isNamespaceGuessed
        model = Model(session: session, now: Self.start, size: size)
        model.language = language
        settle()
    }

    /// Hears of everything in the namespace that is looked at, or in all.
    mutating func load() {
        for kind in ResourceKind.allCases { load(kind) }
        settle()
        answerInquiries()
        readMetrics()
    }

    mutating func setLanguage(_ language: Language) {
        model.language = language
        settle()
    }

    mutating func begin(_ tour: Tour) { model.tour = tour }

    /// Answers what is asked, and what follows from that.
    mutating func answerInquiries() {
        while true {
            let due = model.inquiries.due(at: model.now)
            if due.isEmpty { return settle() }
            for inquiry in due { hear(.found(inquiry, demo.answer(to: inquiry), epoch: model.epoch)) }
        }
    }

    mutating func readMetrics() {
        let metrics = DemoMetrics(demo.cluster, at: model.now).metrics(model.session.namespace, at: model.now)
        receive(.metrics(.read(metrics), epoch: model.epoch))
    }

    var screen: Screen { view(model) }
    var text: String { screen.rows.joined(separator: "\n") }

    mutating func load(_ kind: ResourceKind) {
        let objects = demo.objects(kind, in: kind.isNamespaced ? model.session.namespace : "")
        hear(.updated(kind, objects))
        hear(.listed(kind, keeping: Set(objects.map(\.metadata.uid)), unreadable: []))
        hear(.source(kind, .live))
    }

    mutating func hear(_ message: Message) {
        effects += update(&model, message, at: model.now)
    }

    /// Hears news of the objects that are asked for now.
    mutating func hear(_ change: ClusterChange) { hear(.cluster(change, epoch: model.epoch)) }

    mutating func receive(_ change: ClusterChange) { receive(.cluster(change, epoch: model.epoch)) }

    /// Hears a message and looks at what follows, as the loop does after a batch.
    mutating func receive(_ message: Message) {
        hear(message)
        settle()
    }

    mutating func press(_ keys: Key...) {
        for key in keys { receive(.key(key)) }
    }

    /// Does what a key would.
    mutating func perform(_ action: Action) -> [Effect] {
        let effects = model.perform(action)
        settle()
        return effects
    }

    mutating func type(_ text: String) {
        for character in text { receive(.key(.character(character))) }
    }

    /// Lets the seedbox and the clock move on.
    mutating func wait(seconds: Double) {
        let later = model.now + seconds
        for change in demo.advance(to: later) { hear(change) }
        model.settle(at: later)
    }

    mutating func resize(_ width: Int, _ height: Int) { receive(.resized(Size(width, height))) }

    /// As before a paint; then what was painted is looked at for a while.
    private mutating func settle() {
        model.settle(at: model.now)
        if model.overlay != nil { hear(.dialogReady) }
    }

    /// The name of the selected row.
    var selectedName: String? { model.selection?.title }

    /// Presses Down until the row of that name is selected.
    mutating func select(_ name: String) {
        press(.home)
        for _ in model.content.rows where selectedName != name { press(.down) }
        #expect(selectedName == name)
    }
}
