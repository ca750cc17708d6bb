package import FoundationEssentials
package import Words

/// How long a certificate is good.
package struct CertificateStanding: Equatable, Sendable {
    /// From worst to best.
    package enum State: String, Comparable, Sendable {
        case expired, notReady, expiring, valid

        package static func < (one: State, other: State) -> Bool { one.rank < other.rank }

        private var rank: Int {
            switch self {
            case .expired: 0
            case .notReady: 1
            case .expiring: 2
            case .valid: 3
            }
        }
    }

    package var state: State
    /// To the expiry, rounded; negative after it, nil if it is not known.
    package var days: Int?

    package init(state: State, days: Int?) {
        self.state = state
        self.days = days
    }

    /// "62d"; with an exclamation mark, which says so without color, for one that will not do for long.
    package var text: Phrase {
        switch state {
        case .valid: days.map { Phrase("\($0)d") } ?? Phrase("valid")
        case .expiring: days.map { Phrase("\($0)d!") } ?? Phrase("soon!")
        case .notReady: Phrase("wait!")
        case .expired: Phrase("expired")
        }
    }
}

/// Seconds before its expiry from which on a certificate should have been renewed: cert-manager does it a month before.
private let renewalTime = 14.0 * 86_400

extension Certificate {
    package func standing(at now: Date) -> CertificateStanding {
        let left = notAfter.map { $0.timeIntervalSince(now) }
        let days = left.map { Int(($0 / 86_400).rounded()) }
        let state: CertificateStanding.State =
            switch left {
            case let left? where left <= 0: .expired
            case _ where !conditions.isTrue("Ready"): .notReady
            case let left? where left <= renewalTime: .expiring
            default: .valid
            }
        return CertificateStanding(state: state, days: days)
    }

    /// "valid 62 days, letsencrypt-prod".
    /// - Parameter answers: what is known of its issuer and of what is under way.
    package func text(at now: Date, _ answers: [Inquiry: Answer]) -> Phrase {
        let state = standing(at: now).state
        let from = Phrase(verbatim: issuer.isEmpty ? "" : ", \(issuer)")
        guard let notAfter else {
            return state == .notReady ? explained(notReady(at: now), answers) : Phrase("valid") + from
        }
        let time = days(notAfter.timeIntervalSince(now).magnitude)
        return switch state {
        case .expired: isReady ? Phrase("expired \(time) ago") : explained(Phrase("expired \(time) ago"), answers)
        case .notReady: explained(notReady(at: now), answers)
        case .expiring: Phrase("expires in \(time)") + from
        case .valid: Phrase("valid \(time)") + from
        }
    }

    private var isReady: Bool { conditions.isTrue("Ready") }

    private func notReady(at now: Date) -> Phrase {
        guard let since = notReadySince else { return Phrase("not ready") }
        return Phrase("not ready for \(humanDuration(now.timeIntervalSince(since)))")
    }

    /// With what cert-manager says about it, and what that usually means.
    private func explained(_ problem: Phrase, _ answers: [Inquiry: Answer]) -> Phrase {
        if let trouble = trouble(answers) {
            let who = trouble.who == .nothing ? problem : Phrase("\(problem): \(trouble.who)")
            let why = who.because(trouble.words)
            return trouble.meaning.map { Phrase("\(why) (\($0))") } ?? why
        }
        // Why the last attempt failed, which "Ready" does not tell.
        if let attempt = conditions.first(type: "Issuing"), attempt.status == "False", !attempt.message.isEmpty {
            return problem.because(attempt.message)
        }
        guard let condition = conditions.first(type: "Ready") else {
            return Phrase("\(problem): it has not been issued yet")
        }
        return problem.because(condition.message)
    }
}

/// "5 days", "1 day", "7h".
private func days(_ seconds: Double) -> Phrase {
    guard seconds >= 86_400 else { return Phrase(verbatim: humanDuration(seconds)) }
    let days = Int((seconds / 86_400).rounded())
    return Phrase(count: days, one: "\(days) day", other: "\(days) days")
}

extension Application {
    /// That of the certificate which is worst off; nil without one.
    package func certificateStanding(at now: Date) -> CertificateStanding? {
        certificates.map { $0.standing(at: now) }.min { one, other in
            (one.state, one.days ?? .max) < (other.state, other.days ?? .max)
        }
    }
}
