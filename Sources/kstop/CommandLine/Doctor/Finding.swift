import Words

/// One thing that `kstop doctor` has looked at.
struct Finding: Equatable, Sendable {
    enum Standing: Sendable {
        case well
        /// kstop works, but for what the finding says.
        case limited
        /// kstop does not work.
        case failing
    }

    var standing: Standing
    var text: Phrase
    /// What to do about it; nil where there is nothing to do.
    var advice: Phrase?

    static func well(_ text: Phrase) -> Finding { Finding(standing: .well, text: text) }

    static func limited(_ text: Phrase, _ advice: Phrase? = nil) -> Finding {
        Finding(standing: .limited, text: text, advice: advice)
    }

    static func failing(_ text: Phrase, _ advice: Phrase? = nil) -> Finding {
        Finding(standing: .failing, text: text, advice: advice)
    }
}

/// What belongs together of what has been looked at.
struct Examination: Equatable, Sendable {
    var title: Phrase
    var findings: [Finding]
}

/// The examinations as lines: a mark and a sentence for each finding, and below it what to do.
/// - Parameter isASCII: marks that every terminal has.
func lines(of examinations: [Examination], isASCII: Bool, in language: Language) -> [String] {
    examinations.flatMap { examination in
        [examination.title.text(in: language)]
            + examination.findings.flatMap { finding in
                let indent = isASCII ? "     " : "    "
                // kubectl's own words may be on several lines.
                let text = continued(finding.text.text(in: language), indent)
                let advice = finding.advice.map { [indent + (isASCII ? "> " : "→ ") + $0.text(in: language)] }
                return ["  \(mark(finding.standing, isASCII)) \(text[0])"] + text.dropFirst() + (advice ?? [])
            }
    }
}

private func mark(_ standing: Finding.Standing, _ isASCII: Bool) -> String {
    switch standing {
    case .well: isASCII ? "ok" : "✓"
    case .limited: isASCII ? "--" : "–"
    case .failing: isASCII ? "!!" : "✗"
    }
}

/// The lines of a text, all but the first indented; there is at least one.
private func continued(_ text: String, _ indent: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline)
    return [String(lines.first ?? "")] + lines.dropFirst().map { indent + $0 }
}
