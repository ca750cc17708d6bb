import ClusterModel
import Words

/// Takes a JSON5 text's values for a configuration's, and notes all that they cannot be.
struct ConfigurationReader {
    let looks: KnownLooks
    var configuration = Configuration()
    private(set) var problems: [ConfigurationProblem] = []

    init(looks: KnownLooks) {
        self.looks = looks
    }

    mutating func read(_ document: Located<JSON5Value>) {
        guard let members = members(document, of: Phrase("a configuration")) else { return }
        for member in members { read(member) }
    }

    private mutating func read(_ member: JSON5Member) {
        let name = member.name.value
        guard let property = Property(rawValue: name) else {
            let names = Property.allCases.map(\.rawValue)
            return complain(member.name.position, Phrase("there is no property \"\(name)\"") + hint(name, among: names))
        }
        read(property, Phrase(verbatim: name), member.value)
    }

    private mutating func read(_ property: Property, _ name: Phrase, _ value: Located<JSON5Value>) {
        switch property {
        case .namespace: configuration.namespace = namespace(value, name)
        case .dashboardAccount:
            let allowed = Phrase("NAMESPACE/NAME of a service account")
            configuration.dashboardAccount = word(value, name, allowed, meaning: TokenRequest.init(account:))
        case .refresh: configuration.refresh = seconds(value, name)
        case .theme: configuration.theme = theme(value, name)
        case .colors: configuration.colors = colors(value, name)
        case .keys: configuration.keys = keys(value, name)
        case .language:
            configuration.language = word(value, name, choice(of: Language.allCases), meaning: Language.init(rawValue:))
        case .color:
            let allowed = choice(of: ColorChoice.allCases)
            configuration.color = word(value, name, allowed, meaning: ColorChoice.init(rawValue:))
        case .mouse: configuration.usesMouse = boolean(value, name)
        case .ascii: configuration.usesASCII = boolean(value, name)
        case .readonly: configuration.isReadOnly = boolean(value, name)
        case .wide: configuration.isWide = boolean(value, name)
        case .logs: configuration.logs = logs(value, name)
        }
    }

    private mutating func namespace(_ value: Located<JSON5Value>, _ name: Phrase) -> String? {
        word(value, name, Phrase("the name of a namespace, or \"*\" for all")) { word in
            if word == "*" { return "" }
            return isKubernetesName(word) ? word : nil
        }
    }

    private mutating func theme(_ value: Located<JSON5Value>, _ name: Phrase) -> String? {
        guard let theme = word(value, name, Phrase("the name of a theme"), meaning: { $0 }) else { return nil }
        if let problem = looks.problem(ofTheme: theme) { complain(value.position, problem) }
        return theme
    }

    private mutating func colors(_ value: Located<JSON5Value>, _ name: Phrase) -> [RoleColor] {
        (members(value, of: name) ?? []).compactMap { member in
            let role = member.name.value
            if !looks.roles.contains(role) {
                let text = Phrase("there is no role \"\(role)\"") + hint(role, among: looks.roles)
                complain(member.name.position, text)
            }
            let allowed = Phrase("a color: red, bright-red and the like, default, 0 to 255 or #rrggbb")
            let isColor = looks.isColor
            let color = word(member.value, Phrase(verbatim: role), allowed) { isColor($0) ? $0 : nil }
            return color.map { RoleColor(role: role, color: Located(value: $0, position: member.value.position)) }
        }
    }

    /// The members of an object, each name once; nil for any other value.
    mutating func members(_ value: Located<JSON5Value>, of name: Phrase) -> [JSON5Member]? {
        guard case .object(let members) = value.value else {
            refuse(value, name, Phrase("an object in braces"))
            return nil
        }
        var first: [String: TextPosition] = [:]
        return members.filter { member in
            let name = member.name.value
            guard let line = first[name]?.line else {
                first[name] = member.name.position
                return true
            }
            complain(member.name.position, Phrase("\"\(name)\" is already in line \(line)"))
            return false
        }
    }

    mutating func complain(_ position: TextPosition, _ text: Phrase) {
        problems.append(ConfigurationProblem(position: position, text: text))
    }
}

extension KnownLooks {
    /// What is wrong with the name of a theme; nil if there is one of that name.
    func problem(ofTheme name: String) -> Phrase? {
        themes.contains(name) ? nil : Phrase("there is no theme \"\(name)\"") + hint(name, among: themes)
    }
}

/// Which name may have been meant, else which there are.
func hint(_ name: String, among names: [String]) -> Phrase {
    let same = names.first { $0.lowercased() == name.lowercased() }
    if let near = same ?? nearestNames(name, among: names).first { return Phrase("; did you mean \"\(near)\"?") }
    return names.isEmpty ? .nothing : Phrase("; known names: \(names.joined(separator: ", "))")
}
