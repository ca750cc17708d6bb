import ClusterModel
import FoundationEssentials
import Words

/// What the command line asks for; nil for what it leaves to the configuration file.
struct Options: Equatable, Sendable {
    var command = Command.screen
    /// Nil: the environment's.
    var language: Language?
    /// A made-up seedbox in this process instead of a cluster.
    var isDemo = false
    /// The demo shows by itself what kstop is for.
    var isTour = false
    /// Empty: all namespaces.
    var namespace: String?
    var kubectl = KubectlOptions(command: [])
    /// Where to find kubectl; nil: as `Kubectl.find` looks for it.
    var kubectlPath: String?
    /// Seconds between two lists of a kind that may be listed but not watched.
    var refresh: Double?
    /// Seconds that a request may take.
    var requestTimeout = 10.0
    var color: ColorChoice?
    var themeName: String?
    var usesASCII: Bool?
    var usesMouse: Bool?
    /// Without the keys that change the cluster.
    var isReadOnly: Bool?
    var tokenRequest: TokenRequest?
    /// How long a token is to be valid; seconds.
    var tokenDuration: Int?
    /// The configuration file; nil: as `ConfigurationFile` looks for it.
    var configurationPath: String?
}

enum Command: Equatable, Sendable {
    case screen
    case help
    case version
    /// One plain snapshot.
    case once(OnceOptions)
    /// A command for scripts.
    case script(ScriptCommand)
    /// What kstop depends on.
    case doctor
    /// The configuration; whether only its mistakes are asked for.
    case configuration(isCheck: Bool)

    /// Whether it waits for anything.
    var runsTasks: Bool {
        switch self {
        case .screen, .once, .script, .doctor: true
        case .help, .version, .configuration: false
        }
    }
}

struct OnceOptions: Equatable, Sendable {
    /// Exit 3 when an application is unhealthy.
    var isCheck = false
    var format = OutputFormat.table
    /// With the title line and the sentences under the table.
    var hasHeaders = true
    /// Only the applications of these names; empty for all.
    var names: [String] = []
    /// Only applications with a deployment or pod that it matches; nil for all.
    var selector: LabelSelector?
}

/// How a snapshot is printed; the raw values are the words of `--output`.
enum OutputFormat: String, Sendable {
    case table
    case wide, json, name
}

enum ColorChoice: String, Sendable, CaseIterable {
    case automatic = "auto"
    case always, never
}

/// What a shell is told.
enum ExitStatus {
    static let success: Int32 = 0
    /// The cluster could not be asked.
    static let failure: Int32 = 1
    /// The command line, the kubeconfig or the terminal will not do.
    static let usage: Int32 = 2
    /// `--check` found something unhealthy.
    static let unhealthy: Int32 = 3
    /// As if SIGINT had ended the program.
    static let interrupted: Int32 = 130
    /// As if SIGPIPE had.
    static let unread: Int32 = 141
}
