/// The words that begin a command, as they are typed.
enum ScriptWord: String, CaseIterable, Sendable {
    case restart, stop, start, logs, token, url, report, list, doctor, config

    static let changes: [ScriptWord] = [.restart, .stop, .start]
}

/// What a script asks for instead of the screen or a snapshot.
enum ScriptCommand: Equatable, Sendable {
    case change(Change)
    case logs(LogsOptions)
    /// A token for the web dashboard.
    case token
    /// The URLs of an application.
    case url(String)
    /// What those who are asked for help need to know.
    case report
    /// Names, as completions of shells need them.
    case list(ListedNames)
}

/// Of what there are names to list; the raw values are the words that are typed.
enum ListedNames: String, CaseIterable, Sendable {
    case applications, namespaces, contexts
}

/// A change to applications.
struct Change: Equatable, Sendable {
    enum Deed: String, Sendable {
        case restart, stop, start
    }

    var deed: Deed
    /// At least one.
    var names: [String]
    /// Not to be asked about.
    var isConfirmed = false
    /// Until it is done, or is known to fail.
    var waits = false
    /// Seconds to wait at most; nil: as long as it takes.
    var timeout: Double?
}

/// Which lines of an application's log to print.
struct LogsOptions: Equatable, Sendable {
    var name: String
    /// Nil: all of the newest pod.
    var container: String?
    var isFollowed = false
    /// Of the run before the present one.
    var isPrevious = false
    var hasTimestamps = false
    /// How many of the last lines; nil: all.
    var tail: Int?
    /// Seconds; nil: since its beginning.
    var since: Int?
}
