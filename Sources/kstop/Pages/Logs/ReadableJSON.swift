import ClusterModel
import FoundationEssentials
import TUI

/// A line that is a JSON object as a person would write it: level, time, message, then the rest as key=value. Nil for any
/// other line, and for an empty object, of which nothing would be left.
///
/// - Parameter utcOffset: of the people, in seconds east of UTC.
func readableJSON(_ line: LogLine, utcOffset: Int) -> StyledText? {
    guard var object = JSONFields(lastState(of: line.text)), !object.fields.isEmpty else { return nil }
    let level = object.take(["level", "lvl", "severity", "log.level", "levelname", "loglevel", "@l", "Level"])
    let time = object.take(["time", "ts", "timestamp", "@timestamp", "t", "date", "datetime", "@t", "Timestamp"])
    let message = object.take(["msg", "message", "@m", "@mt", "log", "Message"])
    var parts: [StyledText] = []
    if let level {
        let word = levelWord(level)
        parts.append(StyledText(word.uppercased().padded(to: 5), LogLevel(word: word)?.role ?? .text, bold: true))
    }
    if let time { parts.append(StyledText(timeOfDay(time, in: line, utcOffset: utcOffset), .quiet)) }
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

/// The clock time of an RFC 3339 time as it was written; its day and its zone only if they are not the line's on the
/// user's wall. Anything else as it is.
private func timeOfDay(_ field: JSONFields.Field, in line: LogLine, utcOffset: Int) -> String {
    let wall = line.moment.map { wallTime($0 / 1_000_000_000, utcOffset: utcOffset) }
    func on(_ day: Substring, _ clock: String) -> String { day == wall?.prefix(10) ? clock : "\(day) \(clock)" }
    let text = field.value
    if let written = WrittenTime(text) {
        let isLocal = written.zone.isEmpty || written.utcOffset == utcOffset
        return on(written.day, "\(written.clock.prefix(12))\(isLocal ? "" : written.zone)")
    }
    // Seconds or milliseconds since 1970.
    guard !field.isText, let number = Double(text), number > 1e8, number < 1e14 else { return text }
    let time = wallTime(Int(number > 1e11 ? number / 1000 : number), utcOffset: utcOffset)
    return on(time.prefix(10), String(time.dropFirst(11)))
}

/// "2026-11-23T14:02:06", of seconds since 1970.
private func wallTime(_ seconds: Int, utcOffset: Int) -> String {
    String(rfc3339(Date(timeIntervalSince1970: Double(seconds)), utcOffset: utcOffset).prefix(19))
}

/// The parts of a time such as "2026-11-23T14:02:06.5+01:00".
private struct WrittenTime {
    var day: Substring
    var clock: Substring
    /// "Z", "+01:00"; empty where there is none.
    var zone: Substring

    init?(_ text: String) {
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard parts.count == 2, parts[0].count == 10 else { return nil }
        day = parts[0]
        clock = parts[1].prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "." || $0 == "," }
        zone = parts[1][clock.endIndex...]
        guard clock.count >= 8, zone.isEmpty || seconds(zone) != nil else { return nil }
    }

    /// Nil without a zone.
    var utcOffset: Int? { seconds(zone) }
}

/// Seconds east of UTC that a zone such as "+01:00" means.
private func seconds(_ zone: Substring) -> Int? {
    if zone == "Z" { return 0 }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard zone.first == "+" || zone.first == "-", digits.count == 4, let number = Int(digits) else { return nil }
    return (number / 100 * 3600 + number % 100 * 60) * (zone.first == "-" ? -1 : 1)
}
