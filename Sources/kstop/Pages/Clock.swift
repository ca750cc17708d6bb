import FoundationEssentials
import Words

/// "now", "in 4s", "in 3m": the whole seconds or minutes until `moment`.
func countdown(to moment: Date, at now: Date) -> Phrase {
    let seconds = Int(moment.timeIntervalSince(now).rounded(.up))
    if seconds <= 0 { return Phrase("now") }
    return seconds < 120 ? Phrase("in \(seconds)s") : Phrase("in \(seconds / 60)m")
}

/// "14:02" on the user's wall.
func clockTime(_ moment: Date, utcOffset: Int) -> String {
    let secondsOfDay = (Int(moment.timeIntervalSince1970.rounded(.down)) + utcOffset) % 86_400
    let minutes = (secondsOfDay + 86_400) % 86_400 / 60
    return "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
}
