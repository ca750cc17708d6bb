import ClusterModel
import Words

/// What the configuration file says; nil for what it does not mention.
struct Configuration: Equatable, Sendable {
    /// Empty: all namespaces.
    var namespace: String?
    /// Whose token is copied.
    var dashboardAccount: TokenRequest?
    /// Seconds between two lists of a kind that may be listed but not watched.
    var refresh: Double?
    var theme: String?
    /// In the order of the file.
    var colors: [RoleColor] = []
    /// In the order of the file; each action once.
    var keys: [KeyChange] = []
    var language: Language?
    var usesMouse: Bool?
    var usesASCII: Bool?
    var isReadOnly: Bool?
    var color: ColorChoice?
    var isWide: Bool?
    var logs = LogSettings()
}

/// Another color for what has a role, both as the file names them.
struct RoleColor: Equatable, Sendable {
    var role: String
    var color: Located<String>
}

/// The looks that can be chosen; only the terminal's side knows them.
struct KnownLooks: Sendable {
    var themes: [String]
    /// The roles that can have another color.
    var roles: [String]
    var isColor: @Sendable (String) -> Bool
}

extension Configuration {
    /// Reads a file's text (JSON5). Nothing but spaces and comments says nothing.
    init(parsing text: String, _ looks: KnownLooks) throws(ConfigurationError) {
        var reader = ConfigurationReader(looks: looks)
        do throws(ConfigurationProblem) {
            var scanner = JSON5Scanner(text)
            if let document = try scanner.document() { reader.read(document) }
        } catch {
            throw ConfigurationError(problems: [error])
        }
        guard reader.problems.isEmpty else {
            throw ConfigurationError(problems: reader.problems.sorted { $0.position < $1.position })
        }
        self = reader.configuration
    }
}

/// What the file can say; the raw values are the names in it.
enum Property: String, CaseIterable, Sendable {
    case namespace, dashboardAccount, refresh, theme, colors, keys, language, mouse, ascii, readonly, color, wide, logs
}
