import Words

/// The options of the commands for scripts.
extension OptionParser {
    mutating func parseScriptOption(
        _ name: String, _ attached: String?, _ argument: String
    ) throws(UsageError) {
        switch name {
        case "-y", "--yes":
            script.isConfirmed = try flag(name, attached)
            note(name, ScriptWord.changes)
        case "--wait":
            script.waits = try flag(name, attached)
            note(name, ScriptWord.changes)
        case "--timeout":
            script.timeout = try duration(name, attached)
            note(name, ScriptWord.changes)
        default: try parseLogOption(name, attached, argument)
        }
    }

    private mutating func parseLogOption(
        _ name: String, _ attached: String?, _ argument: String
    ) throws(UsageError) {
        switch name {
        case "-f", "--follow": script.logs.isFollowed = try flag(name, attached)
        case "-p", "--previous": script.logs.isPrevious = try flag(name, attached)
        case "--timestamps": script.logs.hasTimestamps = try flag(name, attached)
        case "-c", "--container": script.logs.container = try value(of: name, attached)
        case "--tail": script.logs.tail = try lineCount(name, attached)
        case "--since": script.logs.since = try wholeSeconds(name, attached)
        default: return try parseKubectlOption(name, attached, argument)
        }
        note(name, [.logs])
    }

    private mutating func note(_ name: String, _ words: [ScriptWord]) {
        script.given.append((name, words))
    }

    /// kubectl's -1 stands for all lines, like nil.
    private mutating func lineCount(_ name: String, _ attached: String?) throws(UsageError) -> Int? {
        let word = try value(of: name, attached)
        guard let count = Int(word), count >= -1 else {
            throw UsageError(text: Phrase("'\(word)' is no number of lines for \(name)"))
        }
        return count < 0 ? nil : count
    }

    private mutating func wholeSeconds(_ name: String, _ attached: String?) throws(UsageError) -> Int {
        Int(try duration(name, attached).rounded(.up))
    }

    private mutating func duration(_ name: String, _ attached: String?) throws(UsageError) -> Double {
        let word = try value(of: name, attached)
        guard let seconds = durationInSeconds(word), seconds > 0 else {
            throw UsageError(text: Phrase("'\(word)' is no duration for \(name), such as 90s, 10m or 1h30m"))
        }
        return seconds
    }
}
