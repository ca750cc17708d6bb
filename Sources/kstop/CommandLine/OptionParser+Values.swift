import ClusterModel
import Words

/// What stands after an option, and what it means.
extension OptionParser {
    func flag(_ name: String, _ attached: String?) throws(UsageError) -> Bool {
        guard attached == nil else { throw UsageError(text: Phrase("option '\(name)' takes no value")) }
        return true
    }

    mutating func value(of name: String, _ attached: String?) throws(UsageError) -> String {
        guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
            throw UsageError(text: Phrase("option '\(name)' needs a value"))
        }
        return value
    }

    mutating func seconds(_ name: String, _ attached: String?) throws(UsageError) -> Double {
        let word = try value(of: name, attached)
        let digits = word.hasSuffix("s") ? String(word.dropLast()) : word
        guard let seconds = Double(digits), seconds > 0, seconds < 86_400 else {
            throw UsageError(text: Phrase("'\(word)' is no number of seconds for \(name)"))
        }
        return seconds
    }

    /// As `kubectl create token` takes it, and with its limits.
    mutating func tokenDuration(_ name: String, _ attached: String?) throws(UsageError) -> Int {
        let word = try value(of: name, attached)
        // For kubectl a plain number is none.
        guard let seconds = durationInSeconds(word), Double(word) == nil, seconds == seconds.rounded() else {
            throw UsageError(text: Phrase("'\(word)' is no duration for \(name), such as 10m or 1h30m"))
        }
        guard seconds >= 600, seconds <= Double(UInt32.max) else {
            throw UsageError(text: Phrase("a token is valid for 10m or longer, not for '\(word)'"))
        }
        return Int(seconds)
    }

    func color(_ word: String) throws(UsageError) -> ColorChoice {
        guard let choice = ColorChoice(rawValue: word) else {
            throw UsageError(text: Phrase("--color is auto, always or never, not '\(word)'"))
        }
        return choice
    }

    func language(_ word: String) throws(UsageError) -> Language {
        guard let language = Language(rawValue: word) else {
            throw UsageError(text: Phrase("--lang is en or fr, not '\(word)'"))
        }
        return language
    }

    func outputFormat(_ word: String) throws(UsageError) -> OutputFormat {
        guard let format = OutputFormat(rawValue: word), format != .table else {
            throw UsageError(text: Phrase("--output is wide, json or name, not '\(word)'"))
        }
        return format
    }

    func labelSelector(_ text: String) throws(UsageError) -> LabelSelector {
        do throws(SelectorError) {
            return try LabelSelector(parsing: text)
        } catch {
            throw UsageError(text: error.text)
        }
    }

    func tokenRequest(_ word: String) throws(UsageError) -> TokenRequest {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw UsageError(text: Phrase("--token-account is NAMESPACE/NAME, not '\(word)'"))
        }
        return TokenRequest(
            namespace: try namespaceName(parts[0]),
            account: try dnsLabel(parts[1], or: Phrase("'\(parts[1])' is no name of a service account")))
    }

    func namespaceName(_ word: String) throws(UsageError) -> String {
        try dnsLabel(word, or: Phrase("'\(word)' is no name of a namespace"))
    }

    private func dnsLabel(_ word: String, or problem: Phrase) throws(UsageError) -> String {
        guard isKubernetesName(word) else { throw UsageError(text: problem) }
        return word
    }
}

/// The seconds of a duration as Go writes them ("1h30m", "1.5m", "300ms"), or of a plain number; nil for what is none,
/// or is longer than a hundred years.
func durationInSeconds(_ word: String) -> Double? {
    let units: [Substring: Double] = ["h": 3600, "m": 60, "s": 1, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9]
    var rest = word[...]
    var seconds = 0.0
    repeat {
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        rest = rest.dropFirst(digits.count)
        let unit = rest.prefix { !$0.isNumber && $0 != "." }
        rest = rest.dropFirst(unit.count)
        let isPlainNumber = unit.isEmpty && digits.count == word.count
        guard let number = Double(digits), let factor = isPlainNumber ? 1 : units[unit] else { return nil }
        seconds += number * factor
    } while !rest.isEmpty
    return seconds <= 100 * 365 * 86_400 ? seconds : nil
}
