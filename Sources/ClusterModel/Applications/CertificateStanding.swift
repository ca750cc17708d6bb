package import FoundationEssentials

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
    package var text: String {
        let days = days.map { "\($0)d" }
        return switch state {
        case .valid: days ?? "valid"
        case .expiring: "\(days ?? "soon")!"
        case .notReady: "wait!"
        case .expired: "expired"
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
    func text(at now: Date) -> String {
        let standing = standing(at: now)
        let from = issuer.isEmpty ? "" : ", \(issuer)"
        guard let notAfter else {
            return standing.state == .notReady ? "not ready\(explanation)" : "valid\(from)"
        }
        let time = days(notAfter.timeIntervalSince(now).magnitude)
        return switch standing.state {
        case .expired: "expired \(time) ago\(isReady ? "" : explanation)"
        case .notReady: "not ready\(explanation)"
        case .expiring: "expires in \(time)\(from)"
        case .valid: "valid \(time)\(from)"
        }
    }

    private var isReady: Bool { conditions.isTrue("Ready") }

    private var explanation: String {
        let message = conditions.first(type: "Ready")?.message ?? "it has not been issued yet"
        return message.isEmpty ? "" : ": \(message)"
    }
}

/// "5 days", "1 day", "7h".
private func days(_ seconds: Double) -> String {
    guard seconds >= 86_400 else { return humanDuration(seconds) }
    let days = Int((seconds / 86_400).rounded())
    return days == 1 ? "1 day" : "\(days) days"
}

extension Application {
    /// That of the certificate which is worst off; nil without one.
    package func certificateStanding(at now: Date) -> CertificateStanding? {
        certificates.map { $0.standing(at: now) }.min { one, other in
            (one.state, one.days ?? .max) < (other.state, other.days ?? .max)
        }
    }
}
