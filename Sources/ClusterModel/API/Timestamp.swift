package import FoundationEssentials

/// Times as Kubernetes writes them: RFC 3339, with or without a fraction, in any offset.
enum Timestamp {
    /// Nil for what is not a time of the years 1 to 9999; a leap second counts as the second after it.
    static func date(_ text: String) -> Date? {
        seconds(text).map { Date(timeIntervalSince1970: Double($0) + $1) }
    }

    /// Since 1970; nil for what is not a time, or one that is centuries away.
    static func nanoseconds(_ text: String) -> Int? {
        guard let (seconds, fraction) = seconds(text), abs(seconds) < 9_000_000_000 else { return nil }
        return seconds * 1_000_000_000 + Int((fraction * 1e9).rounded())
    }

    /// The same time with an offset of zero, its fraction as it is, and in nanoseconds since 1970. The kubelet stamps lines
    /// of a log in its machine's zone.
    static func inUTC(_ text: String) -> (String, Int)? {
        guard let moment = nanoseconds(text) else { return nil }
        guard text.utf8.last != UInt8(ascii: "Z"), let (seconds, _) = seconds(text) else { return (text, moment) }
        let fraction = text.dropFirst(19).prefix { $0 == "." || $0.isNumber }
        let whole = self.text(Date(timeIntervalSince1970: Double(seconds)), offset: 0)
        return ("\(whole.dropLast())\(fraction)Z", moment)
    }

    /// Whole seconds since 1970, and the part of a second after them.
    private static func seconds(_ text: String) -> (Int, Double)? {
        var digits = Digits(text)
        guard let year = digits.number(4), year > 0, digits.skip("-"),
            let month = digits.number(2), (1...12).contains(month), digits.skip("-"),
            let day = digits.number(2), (1...length(ofMonth: month, year: year)).contains(day),
            digits.skip("T") || digits.skip("t") || digits.skip(" "),
            let hour = digits.number(2), hour < 24, digits.skip(":"),
            let minute = digits.number(2), minute < 60, digits.skip(":"),
            let second = digits.number(2), second <= 60,
            let fraction = digits.fraction(), let offset = digits.offset(), digits.isAtEnd
        else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        let seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset
        return (seconds, fraction)
    }

    /// As Go's `time.RFC3339` does it: whole seconds, "Z" for an offset of zero. `offset`: seconds east of UTC.
    static func text(_ date: Date, offset: Int) -> String {
        let local = Int(date.timeIntervalSince1970.rounded(.down)) + offset
        let day = Int((Double(local) / 86400).rounded(.down))
        let (year, month, dayOfMonth) = civil(daysSince1970: day)
        let second = local - day * 86400
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
        let time = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        let minutes = abs(offset) / 60
        let zone = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
        return "\(date)T\(time)\(offset == 0 ? "Z" : zone)"
    }

    /// "20261123-140000", for names of files.
    static func fileName(_ date: Date, offset: Int) -> String {
        let text = self.text(date, offset: offset)
        return text.prefix(10).filter { $0 != "-" } + "-" + text.dropFirst(11).prefix(8).filter { $0 != ":" }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Howard Hinnant's algorithm: years begin in March, so that the leap day is the last of its year.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
    }

    private static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let days = daysSince1970 + 719468
        let era = days / 146097
        let dayOfEra = days - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

/// What is left to read of a time.
private struct Digits {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { place == bytes.count }

    private var next: UInt8? { isAtEnd ? nil : bytes[place] }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    mutating func digit() -> Int? {
        guard let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        place += 1
        return Int(byte - UInt8(ascii: "0"))
    }

    mutating func number(_ count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// Zero where there is none; nil for a point without digits.
    mutating func fraction() -> Double? {
        guard skip(".") else { return 0 }
        guard var fraction = digit().map({ Double($0) / 10 }) else { return nil }
        var unit = 0.01
        while let digit = digit() {
            fraction += Double(digit) * unit
            unit /= 10
        }
        return fraction
    }

    /// Seconds east of UTC.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let isWest = next == UInt8(ascii: "-")
        guard skip("+") || skip("-"), let hours = number(2), hours < 24, skip(":"),
            let minutes = number(2), minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}

/// "2026-11-23T14:00:00+01:00"; `utcOffset`: seconds east of UTC.
package func rfc3339(_ moment: Date, utcOffset: Int) -> String { Timestamp.text(moment, offset: utcOffset) }

/// "20261123-140000", for names of files; `utcOffset`: seconds east of UTC.
package func fileStamp(_ moment: Date, utcOffset: Int) -> String { Timestamp.fileName(moment, offset: utcOffset) }
