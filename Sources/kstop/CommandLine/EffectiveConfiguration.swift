import ClusterModel
import Words

/// What is in force of all that a configuration can say, and where each value comes from.
struct EffectiveConfiguration: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        var name: String
        var value: Value
        /// A file's line, an option, a variable of the environment, or that it is usual.
        var source: Phrase
    }

    enum Value: Equatable, Sendable {
        /// As a configuration file has it.
        case json(String)
        /// Nothing is set; says what is done then.
        case unset(Phrase)
        /// An object.
        case entries([Entry])
    }

    /// In the order of `Property`.
    var entries: [Entry]

    /// A configuration file of its own, whose comments are the sources.
    func lines(in language: Language) -> [String] {
        ["{"] + lines(entries, indent: "    ", language) + ["}"]
    }

    private func lines(_ entries: [Entry], indent: String, _ language: Language) -> [String] {
        let plain = entries.compactMap { entry -> Int? in
            if case .json(let text) = entry.value { entry.name.jsonName.count + text.count } else { nil }
        }
        let width = min(plain.max() ?? 0, 60)
        return entries.flatMap { entry -> [String] in
            let name = entry.name.jsonName
            let source = entry.source.text(in: language)
            switch entry.value {
            case .json(let text):
                let space = String(repeating: " ", count: max(0, width - name.count - text.count))
                return ["\(indent)\(name): \(text),\(space)  // \(source)"]
            case .unset(let words): return ["\(indent)// \(name): \(words.text(in: language))  (\(source))"]
            case .entries(let inner) where inner.isEmpty: return ["\(indent)\(name): {},  // \(source)"]
            case .entries(let inner):
                return ["\(indent)\(name): {"] + lines(inner, indent: indent + "    ", language) + ["\(indent)},"]
            }
        }
    }
}

/// Reads the configuration file once more, to say where in it things stand.
func effectiveConfiguration(
    _ options: Options, _ settings: Settings, _ environment: [String: String]
) -> EffectiveConfiguration {
    let file = ConfigurationFile(option: options.configurationPath, environment: environment)
    let places = file.map { ConfigurationPlaces(file: $0.path, text: (try? $0.text()) ?? "") }
    let maker = EntryMaker(options: options, settings: settings, environment: environment, places: places)
    return EffectiveConfiguration(entries: Property.allCases.map(maker.entry))
}

/// Makes the entry of each property.
private struct EntryMaker {
    let options: Options
    let settings: Settings
    let environment: [String: String]
    let places: ConfigurationPlaces?

    func entry(_ property: Property) -> EffectiveConfiguration.Entry {
        let name = property.rawValue
        let value = value(of: property)
        if property == .language, let variable = variableOfLanguage {
            return entry(name, value, Phrase(verbatim: variable))
        }
        if property == .color, isSilencedByEnvironment { return entry(name, value, Phrase(verbatim: "NO_COLOR")) }
        return entry(name, value, source(of: name, option: option(for: property)))
    }

    private func value(of property: Property) -> EffectiveConfiguration.Value {
        switch property {
        case .namespace: namespace
        case .dashboardAccount:
            .json("\(settings.tokenRequest.namespace)/\(settings.tokenRequest.account)".json)
        case .refresh: .json("\(settings.refresh)".withoutZero)
        case .theme: .json((settings.themeName ?? "default").json)
        case .colors: .entries(settings.roleColors.map { color($0) })
        case .keys: .entries(settings.keyChanges.map { keys($0) })
        case .language: .json((settings.language ?? Language(environment: environment)).rawValue.json)
        case .mouse: .json("\(settings.usesMouse)")
        case .ascii: .json("\(settings.usesASCII)")
        case .readonly: .json("\(settings.isReadOnly)")
        case .color: .json((isSilencedByEnvironment ? ColorChoice.never : settings.color).rawValue.json)
        case .wide: .json("\(settings.isWide)")
        case .logs: .entries(logs)
        }
    }

    private var namespace: EffectiveConfiguration.Value {
        guard let namespace = settings.namespace else {
            return .unset(Phrase("that of the kubeconfig's context, else kubeseed"))
        }
        return .json((namespace.isEmpty ? "*" : namespace).json)
    }

    private var logs: [EffectiveConfiguration.Entry] {
        let limits = settings.logLimits
        return [("lines", limits.lines), ("bytes", limits.bytes), ("tail", limits.tail)].map { name, number in
            entry(name, .json("\(number)"), source(of: "logs.\(name)"))
        }
    }

    private func color(_ color: RoleColor) -> EffectiveConfiguration.Entry {
        entry(color.role, .json(color.color.value.json), source(of: "colors.\(color.role)"))
    }

    private func keys(_ change: KeyChange) -> EffectiveConfiguration.Entry {
        let names = change.keys.map(\.name.json).joined(separator: ", ")
        let name = change.action.rawValue
        return entry(name, .json(change.keys.count == 1 ? names : "[\(names)]"), source(of: "keys.\(name)"))
    }

    private func entry(
        _ name: String, _ value: EffectiveConfiguration.Value, _ source: Phrase
    ) -> EffectiveConfiguration.Entry {
        EffectiveConfiguration.Entry(name: name, value: value, source: source)
    }

    private func source(of name: String, option: String? = nil) -> Phrase {
        (option ?? places?.place(of: name)).map(Phrase.init(verbatim:)) ?? Phrase("default")
    }

    /// The option of this command line that says it.
    private func option(for property: Property) -> String? {
        switch property {
        case .namespace: options.namespace.map { $0.isEmpty ? "--all-namespaces" : "--namespace" }
        case .dashboardAccount: options.tokenRequest.map { _ in "--token-account" }
        case .refresh: options.refresh.map { _ in "--refresh" }
        case .theme: options.themeName.map { _ in "--theme" }
        case .language: options.language.map { _ in "--lang" }
        case .mouse: options.usesMouse.map { $0 ? "--mouse" : "--no-mouse" }
        case .ascii: options.usesASCII.map { _ in "--ascii" }
        case .readonly: options.isReadOnly.map { _ in "--readonly" }
        case .color: options.color.map { _ in "--color" }
        case .colors, .keys, .wide, .logs: nil
        }
    }

    /// The one that decides, where neither the command line nor the file does.
    private var variableOfLanguage: String? {
        guard settings.language == nil else { return nil }
        return ["LC_ALL", "LC_MESSAGES", "LANG"].first { environment[$0].map { !$0.isEmpty } ?? false }
    }

    private var isSilencedByEnvironment: Bool {
        settings.color == .automatic && environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    }
}

extension String {
    /// As a JSON text has it.
    fileprivate var json: String {
        let escaped = flatMap { character -> String in
            character == "\"" || character == "\\" ? "\\\(character)" : "\(character)"
        }
        return "\"\(String(escaped))\""
    }

    /// In quotes only where JSON5 wants them.
    fileprivate var jsonName: String {
        allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? self : json
    }

    fileprivate var withoutZero: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
