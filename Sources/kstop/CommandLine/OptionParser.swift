import ClusterModel

/// Why a command line is not understood; the text is for the user.
struct UsageError: Error, Equatable {
    var text: String
}

/// Reads a command line (without the program's name) as getopt_long would: `--flag=value`, `--flag value`, `-nVALUE`,
/// `-n VALUE`; `--` ends the options.
func parseOptions(_ arguments: [String]) throws(UsageError) -> Options {
    var parser = OptionParser(rest: arguments[...])
    return try parser.parse()
}

private struct OptionParser {
    var rest: ArraySlice<String>
    var options = Options()
    var isOnce = false
    var isCheck = false

    mutating func parse() throws(UsageError) -> Options {
        while let argument = rest.popFirst() {
            if argument == "--" { break }
            guard try parse(argument) else { return options }
        }
        if let word = rest.first { throw UsageError(text: "unexpected argument '\(word)'") }
        if isCheck && !isOnce { throw UsageError(text: "--check needs --once") }
        if isOnce { options.command = .once(OnceOptions(isCheck: isCheck)) }
        return options
    }

    /// False if nothing after this argument counts any more.
    private mutating func parse(_ argument: String) throws(UsageError) -> Bool {
        let (name, attached) = split(argument)
        switch name {
        case "-h", "--help": return try stop(with: .help, name, attached)
        case "-V", "--version", "version": return try stop(with: .version, name, attached)
        case "--once": isOnce = try flag(name, attached)
        case "--check": isCheck = try flag(name, attached)
        case "--demo": options.isDemo = try flag(name, attached)
        case "--ascii": options.usesASCII = try flag(name, attached)
        case "--readonly": options.isReadOnly = try flag(name, attached)
        case "--no-color": options.color = try flag(name, attached) ? .never : options.color
        case "--color": options.color = try color(try value(of: name, attached))
        case "-r", "--refresh": options.refresh = max(0.5, try seconds(name, attached))
        case "--request-timeout": options.requestTimeout = try seconds(name, attached)
        case "--token-account": try setTokenAccount(try value(of: name, attached))
        case "-n", "--namespace": options.namespace = try dnsLabel(try value(of: name, attached), "namespace")
        default: try parseKubectlOption(name, attached, argument)
        }
        return true
    }

    /// The options that go to kubectl as they are.
    private mutating func parseKubectlOption(
        _ name: String, _ attached: String?, _ argument: String
    ) throws(UsageError) {
        switch name {
        case "--kubectl": options.kubectlPath = try value(of: name, attached)
        case "--kubeconfig": options.kubectl.kubeconfig = try value(of: name, attached)
        case "--context": options.kubectl.context = try value(of: name, attached)
        case "--cluster": options.kubectl.cluster = try value(of: name, attached)
        case "--user": options.kubectl.user = try value(of: name, attached)
        case "--as": options.kubectl.impersonatedUser = try value(of: name, attached)
        default:
            let isOption = argument.hasPrefix("-") && argument.count > 1
            throw UsageError(text: isOption ? "unknown option '\(name)'" : "unexpected argument '\(argument)'")
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

    private func flag(_ name: String, _ attached: String?) throws(UsageError) -> Bool {
        guard attached == nil else { throw UsageError(text: "option '\(name)' takes no value") }
        return true
    }

    private mutating func value(of name: String, _ attached: String?) throws(UsageError) -> String {
        guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
            throw UsageError(text: "option '\(name)' needs a value")
        }
        return value
    }

    private mutating func seconds(_ name: String, _ attached: String?) throws(UsageError) -> Double {
        let word = try value(of: name, attached)
        let digits = word.hasSuffix("s") ? String(word.dropLast()) : word
        guard let seconds = Double(digits), seconds > 0, seconds < 86_400 else {
            throw UsageError(text: "'\(word)' is no number of seconds for \(name)")
        }
        return seconds
    }

    private func color(_ word: String) throws(UsageError) -> ColorChoice {
        guard let choice = ColorChoice(rawValue: word) else {
            throw UsageError(text: "--color is auto, always or never, not '\(word)'")
        }
        return choice
    }

    private mutating func setTokenAccount(_ word: String) throws(UsageError) {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw UsageError(text: "--token-account is NAMESPACE/NAME, not '\(word)'") }
        options.tokenRequest = TokenRequest(
            namespace: try dnsLabel(parts[0], "namespace"), account: try dnsLabel(parts[1], "service account"))
    }

    /// Kubernetes' own rule for names (RFC 1123), so that a name can never become an option or another path.
    private func dnsLabel(_ word: String, _ what: String) throws(UsageError) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "."): true
            default: false
            }
        }
        let ends = [word.first, word.last]
        guard isPlain, !ends.contains("-"), !ends.contains("."), !word.contains(".."), word.utf8.count <= 253 else {
            throw UsageError(text: "'\(word)' is no name of a \(what)")
        }
        return word
    }
}
