import ClusterModel
import Words

/// Why a command line is not understood; the text is for the user.
struct UsageError: Error, Equatable {
    var text: Phrase
    /// What the command line had said about it by then.
    var language: Language?
}

/// Reads a command line (without the program's name) as getopt_long would: `--flag=value`, `--flag value`, `-nVALUE`,
/// `-n VALUE`; names may stand between options; `--` ends the options.
func parseOptions(_ arguments: [String]) throws(UsageError) -> Options {
    var parser = OptionParser(rest: arguments[...])
    do throws(UsageError) {
        return try parser.parse()
    } catch {
        throw UsageError(text: error.text, language: parser.language)
    }
}

struct OptionParser {
    var rest: ArraySlice<String>
    private var options = Options()
    private var isOnce = false
    private var once = OnceOptions()
    /// The options so far that mean something only for a snapshot.
    private var onceOptions: [String] = []
    var script = ScriptOptions()

    var language: Language? { options.language }

    init(rest: ArraySlice<String>) {
        self.rest = rest
    }

    mutating func parse() throws(UsageError) -> Options {
        if rest.first == "version" { rest[rest.startIndex] = "--version" }
        while let argument = rest.popFirst() {
            if argument == "--" { break }
            guard try parse(argument) else { return options }
        }
        once.names += rest
        if options.isTour, !options.isDemo || isOnce || script.word != nil {
            throw UsageError(text: Phrase("--tour goes only with --demo and its screen"))
        }
        if let word = script.word {
            // The configuration is checked, too.
            let stray = onceOptions.first { word != .config || $0 != "--check" }
            if let stray = isOnce ? "--once, --output" : stray {
                throw UsageError(text: Phrase("\(stray) does not go with kstop \(word.rawValue)"))
            }
            options.command = try script.command(word, once.names, isCheck: once.isCheck)
            return options
        }
        try script.check(nil)
        if isOnce {
            options.command = .once(try checked(once))
        } else if let name = once.names.first {
            throw UsageError(
                text: Phrase("unexpected argument '\(name)': names of applications need --once or --output"))
        } else if let option = onceOptions.first {
            throw UsageError(text: Phrase("\(option) needs --once or --output"))
        }
        return options
    }

    private func checked(_ once: OnceOptions) throws(UsageError) -> OnceOptions {
        guard let name = once.names.first, once.selector != nil else { return once }
        throw UsageError(text: Phrase("give names of applications ('\(name)') or --selector, not both"))
    }

    /// False if nothing after this argument counts any more.
    private mutating func parse(_ argument: String) throws(UsageError) -> Bool {
        let (name, attached) = split(argument)
        switch name {
        case "-h", "--help": return try stop(with: .help, name, attached)
        case "-V", "--version": return try stop(with: .version, name, attached)
        case "--demo": options.isDemo = try flag(name, attached)
        case "--tour": options.isTour = try flag(name, attached)
        case "--config": options.configurationPath = try value(of: name, attached)
        case "--readonly": options.isReadOnly = try flag(name, attached)
        case "-r", "--refresh": options.refresh = max(0.5, try seconds(name, attached))
        case "--request-timeout": options.requestTimeout = try seconds(name, attached)
        case "--token-account": options.tokenRequest = try tokenRequest(try value(of: name, attached))
        case "--duration": options.tokenDuration = try tokenDuration(name, attached)
        case "-n", "--namespace":
            let namespace = try namespaceName(try value(of: name, attached))
            // As in kubectl, "all" wins wherever it stands.
            if options.namespace != "" { options.namespace = namespace }
        case "-A", "--all-namespaces": options.namespace = try flag(name, attached) ? "" : options.namespace
        case "--lang": options.language = try language(try value(of: name, attached))
        default: try parseLookOption(name, attached, argument)
        }
        return true
    }

    /// The options of the screen.
    private mutating func parseLookOption(
        _ name: String, _ attached: String?, _ argument: String
    ) throws(UsageError) {
        switch name {
        case "--ascii", "--no-unicode": options.usesASCII = try flag(name, attached)
        case "--color": options.color = try color(try value(of: name, attached))
        case "--no-color": options.color = try flag(name, attached) ? .never : options.color
        case "--theme": options.themeName = try value(of: name, attached)
        case "--mouse": options.usesMouse = try flag(name, attached)
        case "--no-mouse": options.usesMouse = try !flag(name, attached)
        default: try parseOnceOption(name, attached, argument)
        }
    }

    /// The options of a snapshot.
    private mutating func parseOnceOption(
        _ name: String, _ attached: String?, _ argument: String
    ) throws(UsageError) {
        switch name {
        case "--once": isOnce = try flag(name, attached)
        case "-o", "--output":
            once.format = try outputFormat(try value(of: name, attached))
            isOnce = true
        case "--check":
            once.isCheck = try flag(name, attached)
            onceOptions.append(name)
        case "--no-headers":
            once.hasHeaders = try !flag(name, attached)
            onceOptions.append(name)
        case "-l", "--selector":
            once.selector = try labelSelector(try value(of: name, attached))
            onceOptions.append(name)
        default: try parseScriptOption(name, attached, argument)
        }
    }

    /// The options that go to kubectl as they are.
    mutating func parseKubectlOption(
        _ name: String, _ attached: String?, _ argument: String
    ) throws(UsageError) {
        switch name {
        case "--kubectl": options.kubectlPath = try value(of: name, attached)
        case "--kubeconfig": options.kubectl.kubeconfig = try value(of: name, attached)
        case "--context": options.kubectl.context = try value(of: name, attached)
        case "--cluster": options.kubectl.cluster = try value(of: name, attached)
        case "--user": options.kubectl.user = try value(of: name, attached)
        case "--as": options.kubectl.impersonatedUser = try value(of: name, attached)
        case let name where argument.hasPrefix("-") && argument.count > 1:
            throw UsageError(text: Phrase("unknown option '\(name)'"))
        default: take(argument)
        }
    }

    /// A command for scripts, or an application's name, which only a snapshot has without one.
    private mutating func take(_ argument: String) {
        let isFirst = script.word == nil && once.names.isEmpty && !isOnce
        if isFirst, let word = ScriptWord(rawValue: argument) {
            script.word = word
        } else {
            once.names.append(argument)
        }
    }

    /// "--flag=value" and "-nVALUE" in their two parts.
    private func split(_ argument: String) -> (name: String, attached: String?) {
        if argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") {
            return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
        }
        if argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.count > 2 {
            let value = argument.dropFirst(2)
            return (String(argument.prefix(2)), String(value.first == "=" ? value.dropFirst() : value))
        }
        return (argument, nil)
    }

    private mutating func stop(with command: Command, _ name: String, _ attached: String?) throws(UsageError) -> Bool {
        _ = try flag(name, attached)
        options.command = command
        return false
    }
}
