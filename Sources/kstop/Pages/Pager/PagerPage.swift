import ClusterModel
import TUI
import Words

/// A text on the whole screen: what kubectl says of an object, its YAML, or the events about it.
struct PagerPage: Equatable, Sendable {
    let id: Int
    let subject: PagerSubject
    var state = State.loading
    /// As it came.
    private(set) var content = Content.nothing
    private(set) var lines: [StyledText] = []
    /// What each line is about, for those of events; as long as `lines` or empty.
    private var anchors: [UID] = []

    var wraps = false
    var showsManagedFields = false
    var search: TextSearch?
    /// The line at the top, and which row of it where it is wrapped.
    var top = Position()
    /// Columns that are scrolled out at the left.
    var left = 0
    /// Counts what was asked for, so that asking again is another wish.
    private(set) var request = 1

    struct Position: Equatable, Sendable {
        var line = 0
        var row = 0
    }

    enum State: Equatable, Sendable {
        case loading, loaded
        /// What is shown, if anything, is what was read before.
        case failed(APIError)
    }

    enum Content: Equatable, Sendable {
        case nothing
        case description(BoundedText)
        case manifest(OrderedJSON)
        case events
    }

    init(id: Int, subject: PagerSubject) {
        self.id = id
        self.subject = subject
        if subject.question == nil { state = .loaded }
        // Their messages stand at the right, beyond the edge of most screens.
        wraps = subject.view == .events
    }

    var ticket: PagerTicket { PagerTicket(page: id, request: request) }

    var isLoading: Bool { state == .loading }

    /// Asks for the text again; what is shown stays until it comes.
    mutating func refresh() {
        guard !isLoading, subject.question != nil else { return }
        request += 1
        state = .loading
    }

    mutating func hear(_ answer: PagerAnswer) {
        switch answer {
        case .description(let text): show(.description(text))
        case .manifest(let object): show(.manifest(object))
        case .failed(let error): state = .failed(error)
        }
    }

    private mutating func show(_ content: Content) {
        state = .loaded
        self.content = content
        layOut()
    }

    mutating func toggleManagedFields() {
        showsManagedFields.toggle()
        layOut()
    }

    /// Makes the lines from what came; the place stays as far as there still is one.
    private mutating func layOut() {
        switch content {
        case .nothing, .events: return
        case .description(let text): lines = descriptionLines(text.text).map(\.bounded)
        case .manifest(let object):
            lines = object.shown(withManagedFields: showsManagedFields).yaml.map(\.styled.bounded)
        }
        keepPlace()
    }

    /// Shows other lines; where they are about something, the line at the top stays the one that it was.
    mutating func follow(_ new: [(about: UID, text: StyledText)]) {
        let anchor = top.line > 0 && anchors.indices.contains(top.line) ? anchors[top.line] : nil
        let texts = new.map(\.text)
        guard texts != lines || content == .nothing else { return }
        content = .events
        lines = texts
        anchors = new.map(\.about)
        if let anchor, let line = anchors.firstIndex(of: anchor) { top.line = line }
        keepPlace()
    }

    private mutating func keepPlace() {
        if top.line >= lines.count { top = Position(line: max(0, lines.count - 1)) }
        // What was found may stand elsewhere now.
        if let place = search?.current {
            let isThere = lines.indices.contains(place.line)
            let still = isThere && search?.term.matches(in: lines[place.line]).contains(place.characters) == true
            if !still { search?.current = nil }
        }
    }

    /// All of the text, to be copied or saved.
    var wholeText: String {
        switch content {
        case .nothing: ""
        case .description(let text): text.text
        case .manifest(let object):
            object.shown(withManagedFields: showsManagedFields).yaml.map { $0.text + "\n" }.joined()
        case .events: lines.map { $0.text + "\n" }.joined()
        }
    }
}

/// What came of asking for a text.
enum PagerAnswer: Equatable, Sendable {
    case description(BoundedText)
    case manifest(OrderedJSON)
    case failed(APIError)
}

/// What a pager shows.
struct PagerSubject: Equatable, Sendable {
    enum View: Equatable, Sendable { case description, manifest, events }

    /// What it was opened for.
    let row: RowID
    /// What kubectl is asked about; nil if the row has no such object.
    let object: ObjectAddress?
    /// What the object is called: "deployment radarr"; the row, where events are told of all that belongs to it.
    let title: String
    var view: View

    /// What must be asked for; nil for what is known.
    var question: PagerQuestion? {
        switch view {
        case .description: object.map(PagerQuestion.description)
        case .manifest: object.map(PagerQuestion.manifest)
        case .events: nil
        }
    }
}

/// A text that is asked for.
enum PagerQuestion: Hashable, Sendable {
    case description(ObjectAddress)
    case manifest(ObjectAddress)
}

/// Which asking an answer belongs to.
struct PagerTicket: Hashable, Sendable {
    var page: Int
    var request: Int
}

extension OrderedJSON {
    /// In kubectl's order, and without what nobody wants to read unless it is asked for.
    fileprivate func shown(withManagedFields: Bool) -> OrderedJSON {
        (withManagedFields ? self : without("metadata", "managedFields")).inKubectlsOrder
    }
}
