import Words

/// What the file says of logs; nil for what it does not mention.
struct LogSettings: Equatable, Sendable {
    var lines: Int?
    var bytes: Int?
    var tail: Int?

    /// The usual limits with these instead. A log cannot begin with more lines than are kept.
    var limits: LogLimits {
        var limits = LogLimits()
        limits.lines = lines ?? limits.lines
        limits.bytes = bytes ?? limits.bytes
        limits.tail = min(tail ?? limits.tail, limits.lines)
        return limits
    }
}

/// How much of a log is kept and asked for.
extension ConfigurationReader {
    private enum LogProperty: String, CaseIterable { case lines, bytes, tail }

    mutating func logs(_ value: Located<JSON5Value>, _ name: Phrase) -> LogSettings {
        var settings = LogSettings()
        for member in members(value, of: name) ?? [] {
            let name = member.name.value
            guard let property = LogProperty(rawValue: name) else {
                let names = LogProperty.allCases.map(\.rawValue)
                complain(member.name.position, Phrase("there is no property \"\(name)\"") + hint(name, among: names))
                continue
            }
            switch property {
            case .lines: settings.lines = number(member.value, name, from: 100, to: 1_000_000)
            case .bytes: settings.bytes = number(member.value, name, from: 1 << 16, to: 1 << 30)
            case .tail: settings.tail = number(member.value, name, from: 1, to: 1_000_000)
            }
        }
        return settings
    }

    private mutating func number(
        _ value: Located<JSON5Value>, _ name: String, from least: Int, to most: Int
    ) -> Int? {
        if case .number(let number) = value.value, let whole = Int(exactly: number), (least...most).contains(whole) {
            return whole
        }
        refuse(value, Phrase(verbatim: name), Phrase("a whole number from \(least) to \(most)"))
        return nil
    }
}
