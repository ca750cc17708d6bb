import FoundationEssentials
import Testing

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
    var demo = DemoCluster(start: start)

    /// A screen that has just loaded the made-up seedbox.
    init(size: Size = Size(110, 36), isReadOnly: Bool = false) {
        self.init(emptyWith: size, isReadOnly: isReadOnly)
        for kind in ResourceKind.allCases { load(kind) }
        settle()
    }

    /// A screen to which nothing has come yet.
    init(emptyWith size: Size, isReadOnly: Bool = false) {
        let session = Session(context: "k3s-seedbox", namespace: "kubeseed", isReadOnly: isReadOnly)
        model = Model(session: session, now: Self.start, size: size)
        settle()
    }

    var screen: Screen { view(model) }
    var text: String { screen.rows.joined(separator: "\n") }

    mutating func load(_ kind: ResourceKind) {
        let objects = demo.objects(kind)
        hear(.cluster(.updated(kind, objects)))
        hear(.cluster(.listed(kind, keeping: Set(objects.map(\.metadata.uid)), unreadable: [])))
        hear(.cluster(.source(kind, .live)))
    }

    mutating func hear(_ message: Message) {
        effects += update(&model, message)
    }

    /// Hears a message and looks at what follows, as the loop does after a batch.
    mutating func receive(_ message: Message) {
        hear(message)
        settle()
    }

    mutating func press(_ keys: Key...) {
        for key in keys { receive(.key(key)) }
    }

    mutating func type(_ text: String) {
        for character in text { receive(.key(.character(character))) }
    }

    /// Lets the seedbox and the clock move on.
    mutating func wait(seconds: Double) {
        let later = model.now + seconds
        for change in demo.advance(to: later) { hear(.cluster(change)) }
        model.settle(at: later)
    }

    mutating func resize(_ width: Int, _ height: Int) { receive(.resized(Size(width, height))) }

    private mutating func settle() { model.settle(at: model.now) }

    /// The name of the selected row.
    var selectedName: String? { model.selection?.title }

    /// Presses Down until the row of that name is selected.
    mutating func select(_ name: String) {
        press(.home)
        for _ in model.visibleContent().rows where selectedName != name { press(.down) }
        #expect(selectedName == name)
    }
}
