import TUI

/// A line that is a JSON object as a person would write it: level, time, message, then the rest as key=value. Nil for any
/// other line.
func readableJSON(_ line: String) -> StyledText? {
    guard var object = JSONFields(lastState(of: line)) else { return nil }
    let level = object.take(["level", "lvl", "severity", "log.level", "levelname", "loglevel", "@l", "Level"])
    let time = object.take(["time", "ts", "timestamp", "@timestamp", "t", "date", "datetime", "@t", "Timestamp"])
    let message = object.take(["msg", "message", "@m", "@mt", "log", "Message"])
    var parts: [StyledText] = []
    if let level {
        let word = levelWord(level)
        parts.append(StyledText(word.uppercased().padded(to: 5), LogLevel(word: word)?.role ?? .text, bold: true))
    }
    if let time { parts.append(StyledText(timeOfDay(time), .quiet)) }
    if let message {
        parts.append(StyledText(message.value, LogLevel(word: level.map(levelWord) ?? "")?.role ?? .text))
    }
    parts += object.fields.map { field in
        StyledText("\(field.name)=", .quiet) + StyledText(written(field), .text)
    }
    return parts.enumerated().reduce(StyledText()) { line, part in
        part.offset == 0 ? part.element : line + StyledText(" ") + part.element
    }
}

/// As logfmt does it: quotes only where they are needed.
private func written(_ field: JSONFields.Field) -> String {
    guard field.isText else { return field.value }
    let needsQuotes = field.value.isEmpty || field.value.contains { $0 == " " || $0 == "\"" || $0 == "=" }
    return needsQuotes ? "\"\(field.value.replacing("\"", with: "\\\""))\"" : field.value
}

/// Bunyan and pino count their levels.
private func levelWord(_ field: JSONFields.Field) -> String {
    switch field.value {
    case "10": "trace"
    case "20": "debug"
    case "30": "info"
    case "40": "warn"
    case "50": "error"
    case "60": "fatal"
    default: field.value
    }
}

/// The clock time of an RFC 3339 time, which is in the zone that it was written in; anything else as it is.
private func timeOfDay(_ field: JSONFields.Field) -> String {
    let text = field.value
    let parts = text.split(separator: "T", maxSplits: 1)
    if parts.count == 2, parts[0].count == 10 { return String(parts[1].prefix { $0 != "Z" && $0 != "+" }.prefix(12)) }
    // Seconds or milliseconds since 1970.
    guard !field.isText, let number = Double(text), number > 1e8, number < 1e14 else { return text }
    let seconds = number > 1e11 ? number / 1000 : number
    return clockSeconds(Int(seconds), utcOffset: 0)
}
