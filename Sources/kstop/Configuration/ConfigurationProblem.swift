import Words

/// Something wrong in the configuration file.
struct ConfigurationProblem: Error, Equatable, Sendable {
    var position: TextPosition
    var text: Phrase
}

/// Why a configuration file cannot be used.
struct ConfigurationError: Error, Equatable, Sendable {
    /// In the order of the text; never empty.
    var problems: [ConfigurationProblem]
}

extension ConfigurationError {
    /// As compilers tell it, one a problem, so that editors can jump there: `FILE:LINE:COLUMN: text`.
    func lines(file: String, in language: Language) -> [String] {
        problems.map { problem in
            "\(file):\(problem.position.line):\(problem.position.column): \(problem.text.text(in: language))"
        }
    }
}
