import Words

/// What a command line says about a command for scripts, in any order.
struct ScriptOptions {
    /// Nil: there is none.
    var word: ScriptWord?
    /// The options so far that mean something to certain commands only.
    var given: [(name: String, words: [ScriptWord])] = []
    var isConfirmed = false
    var waits = false
    var timeout: Double?
    var logs = LogsOptions(name: "")

    /// The command, with the names that stand after it.
    func command(_ word: ScriptWord, _ names: [String], isCheck: Bool) throws(UsageError) -> Command {
        try check(word)
        switch word {
        case .restart: return .script(try change(.restart, names))
        case .stop: return .script(try change(.stop, names))
        case .start: return .script(try change(.start, names))
        case .logs:
            var logs = logs
            logs.name = try only(names, word)
            return .script(.logs(logs))
        case .url: return .script(.url(try only(names, word)))
        case .list: return .script(.list(try listed(names)))
        case .token: return try alone(names, word, .script(.token))
        case .report: return try alone(names, word, .script(.report))
        case .doctor: return try alone(names, word, .doctor)
        case .config: return try alone(names, word, .configuration(isCheck: isCheck))
        }
    }

    private func alone(_ names: [String], _ word: ScriptWord, _ command: Command) throws(UsageError) -> Command {
        try refuse(names, word)
        return command
    }

    private func listed(_ names: [String]) throws(UsageError) -> ListedNames {
        let choices = ListedNames.allCases.map(\.rawValue)
        guard let name = names.first, let listed = ListedNames(rawValue: name) else {
            throw UsageError(text: Phrase("kstop list needs one of: \(choices.joined(separator: ", "))"))
        }
        try refuse(Array(names.dropFirst()), .list)
        return listed
    }

    /// Throws for options that another command would need, or any if there is none.
    func check(_ word: ScriptWord?) throws(UsageError) {
        let stray = given.first { given in !given.words.contains { $0 == word } }
        guard let stray else { return }
        let commands = stray.words.map { "kstop \($0.rawValue)" }.joined(separator: ", ")
        throw UsageError(text: Phrase("\(stray.name) goes with: \(commands)"))
    }

    private func change(_ deed: Change.Deed, _ names: [String]) throws(UsageError) -> ScriptCommand {
        guard !names.isEmpty else { throw UsageError(text: missingName(deed.rawValue)) }
        if timeout != nil, !waits { throw UsageError(text: Phrase("--timeout needs --wait")) }
        return .change(
            Change(deed: deed, names: names, isConfirmed: isConfirmed, waits: waits, timeout: timeout))
    }

    private func only(_ names: [String], _ word: ScriptWord) throws(UsageError) -> String {
        guard let name = names.first else { throw UsageError(text: missingName(word.rawValue)) }
        try refuse(Array(names.dropFirst()), word)
        return name
    }

    private func refuse(_ names: [String], _ word: ScriptWord) throws(UsageError) {
        guard let name = names.first else { return }
        throw UsageError(text: Phrase("unexpected argument '\(name)' after kstop \(word.rawValue)"))
    }

    private func missingName(_ word: String) -> Phrase {
        Phrase("kstop \(word) needs the name of an application")
    }
}
