import ClusterModel
import FoundationEssentials
import TUI

/// What identifies a row for as long as it exists: an object's UID, or an application's namespace and name.
enum RowID: Hashable, Comparable, Sendable {
    case application(ObjectName)
    case object(UID)
}

/// What a row is about, whatever its cells say.
struct RowFacts: Equatable, Sendable {
    var id: RowID
    var name: String
    var namespace: String
    /// The name of the application it belongs to; empty for none.
    var application: String
    var health: Health
    var created: Date?
    /// When a container of it ended last.
    var lastRestart: Date?
    /// Its labels; an application has those of each of its parts.
    var labels: [[String: String]]
}

extension RowFacts {
    init(_ metadata: Metadata, _ health: Health, _ model: Model) {
        self.init(
            id: .object(metadata.uid), name: metadata.name, namespace: metadata.namespace,
            application: model.snapshot.applicationName(of: metadata.uid), health: health,
            created: metadata.creationTimestamp, labels: [metadata.labels])
    }
}

/// One row of a page.
struct PageRow: Equatable, Sendable {
    var facts: RowFacts
    /// As many as the page has columns.
    var cells: [PageCell]

    var id: RowID { facts.id }

    /// Changes when the row has news.
    var newsHash: Int {
        var hasher = Hasher()
        hasher.combine(facts.health)
        for cell in cells where cell.isNews { hasher.combine(cell.text(at: .distantPast).text) }
        return hasher.finalize()
    }
}

/// What a cell shows, and what its column is sorted by.
struct PageCell: Equatable, Sendable {
    private enum Content: Equatable, Sendable {
        case text(StyledText)
        /// How long ago a moment was, behind what does not change.
        case age(Date?, Role, behind: StyledText)
        case restarts(PodSummary)
    }

    private var content: Content
    var value: SortValue
    /// Whether a change of it is news: ages and loads change all the time.
    var isNews = true

    /// Sorted by its text.
    init(_ text: StyledText) {
        content = .text(text)
        value = .text(text.text)
    }

    init(_ text: String, _ role: Role = .text) {
        self.init(StyledText(text, role))
    }

    init(_ text: StyledText, by value: SortValue, isNews: Bool = true) {
        content = .text(text)
        self.value = value
        self.isNews = isNews
    }

    private init(_ content: Content, by value: SortValue) {
        (self.content, self.value, isNews) = (content, value, false)
    }

    /// How long ago `moment` was; the youngest comes first.
    static func age(since moment: Date?, _ role: Role = .quiet, behind text: StyledText = StyledText()) -> PageCell {
        PageCell(
            .age(moment, role, behind: text), by: moment.map { .most($0.timeIntervalSince1970) } ?? .nothing)
    }

    /// kubectl's RESTARTS, a number other than 0 standing out.
    static func restarts(_ summary: PodSummary) -> PageCell {
        PageCell(.restarts(summary), by: .most(Double(summary.restarts)))
    }

    /// Rows stay as they are while time passes; what they say of it is told when it is looked at.
    func text(at now: Date) -> StyledText {
        switch content {
        case .text(let text): text
        case .age(let moment, let role, let text): text + StyledText(ClusterModel.age(since: moment, at: now), role)
        case .restarts(let summary):
            StyledText(summary.restartsText(at: now), summary.restarts == 0 ? .quiet : .warning)
        }
    }
}

/// What a column is sorted by.
enum SortValue: Equatable, Sendable {
    /// Without regard to case.
    case text(String)
    /// The smallest first.
    case least(Double)
    /// The greatest first.
    case most(Double)
    /// Trouble first, then by its words.
    case health(Health, String)
    /// Last, whatever the order.
    case nothing

    /// Whether `self` comes before `other`; nil if neither does.
    func precedes(_ other: SortValue, isReversed: Bool) -> Bool? {
        switch (self, other) {
        case (.nothing, .nothing): nil
        case (.nothing, _): false
        case (_, .nothing): true
        default: isReversed ? other.precedes(self) : precedes(other)
        }
    }

    private func precedes(_ other: SortValue) -> Bool? {
        switch (self, other) {
        case (.text(let one), .text(let two)): order(one.lowercased(), two.lowercased())
        case (.least(let one), .least(let two)): order(one, two)
        case (.most(let one), .most(let two)): order(two, one)
        case (.health(let one, let words), .health(let two, let otherWords)):
            order(one.rank, two.rank) ?? order(words, otherWords)
        default: nil
        }
    }

    private func order<Value: Comparable>(_ one: Value, _ two: Value) -> Bool? {
        one == two ? nil : one < two
    }

    /// Whether the usual order is from the greatest to the least.
    var isGreatestFirst: Bool {
        if case .most = self { true } else { false }
    }
}
