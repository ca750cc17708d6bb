import ClusterModel
import FoundationEssentials
import TUI
import Words

/// How kstop is to behave: what the command line says, else the configuration file, else what is usual.
struct Settings: Equatable, Sendable {
    /// Without the keys that change the cluster.
    var isReadOnly = false
    var isWide = false
    /// No characters beyond ASCII.
    var usesASCII = false
    var usesMouse = false
    /// Automatic leaves it to the environment.
    var color = ColorChoice.automatic
    /// Nil: the usual one.
    var themeName: String?
    var roleColors: [RoleColor] = []
    var keyChanges: [KeyChange] = []
    /// Nil leaves it to the environment.
    var language: Language?
    /// Nil: the kubeconfig context's; empty: all.
    var namespace: String?
    /// Seconds between two lists of a kind that may be listed but not watched.
    var refresh = 5.0
    var tokenRequest = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
    var logLimits = LogLimits()
}

extension Settings {
    init(_ options: Options, _ configuration: Configuration) {
        isReadOnly = options.isReadOnly ?? configuration.isReadOnly ?? isReadOnly
        isWide = configuration.isWide ?? isWide
        usesASCII = options.usesASCII ?? configuration.usesASCII ?? usesASCII
        usesMouse = options.usesMouse ?? configuration.usesMouse ?? usesMouse
        color = options.color ?? configuration.color ?? color
        themeName = options.themeName ?? configuration.theme
        roleColors = configuration.colors
        keyChanges = configuration.keys
        language = options.language ?? configuration.language
        namespace = options.namespace ?? configuration.namespace
        logLimits = configuration.logs.limits
        refresh = options.refresh ?? configuration.refresh ?? refresh
        tokenRequest = options.tokenRequest ?? configuration.dashboardAccount ?? tokenRequest
        tokenRequest.duration = options.tokenDuration ?? tokenRequest.duration
    }
}

extension Settings {
    /// The chosen theme with the colors that were chosen besides.
    var theme: Theme {
        let theme = themeName.flatMap(Theme.named) ?? .standard
        return roleColors.reduce(theme) { theme, choice in
            guard let role = Role(name: choice.role), let color = ThemeColor(choice.color.value) else { return theme }
            return theme.withColor(color, for: role)
        }
    }
}

extension Model {
    /// The screen before the cluster has been asked.
    init(_ session: Session, _ settings: Settings, _ language: Language, now: Date, size: Size) {
        self.init(session: session, now: now, size: size)
        keymap = Keymap(isReadOnly: settings.isReadOnly, changes: settings.keyChanges)
        isWide = settings.isWide
        logLimits = settings.logLimits
        theme = settings.theme
        usesMouse = settings.usesMouse
        self.language = language
    }
}
