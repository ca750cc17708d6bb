/// A language that kstop speaks; the raw value is its ISO 639-1 code.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case french = "fr"

    /// As POSIX finds the language of messages: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty.
    package init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale.flatMap(Language.init(locale:)) ?? .english
    }

    /// The language of a locale such as "fr_CA.UTF-8"; nil for one that kstop does not speak.
    package init?(locale: String) {
        let code = locale.prefix { $0.isLetter }.lowercased()
        self.init(rawValue: code)
    }

    /// What the language calls itself.
    package var name: String {
        switch self {
        case .english: "English"
        case .french: "français"
        }
    }

    /// Whether so many of something are named in the singular.
    func isSingular(_ count: Int) -> Bool {
        switch self {
        case .english: count == 1
        case .french: (-1...1).contains(count)
        }
    }

    /// What stands for an English text, whose arguments are written "{1}", "{2}" …; nil: the text itself.
    func translation(of key: String) -> String? {
        switch self {
        case .english: nil
        case .french: frenchTable[key]
        }
    }
}
