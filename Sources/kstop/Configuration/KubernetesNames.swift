import ClusterModel

/// Kubernetes' own rule for names (RFC 1123), so that a name can never become an option or another path.
func isKubernetesName(_ word: String) -> Bool {
    let isPlain = word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
    guard isPlain, let first = word.first, let last = word.last, word.utf8.count <= 253 else { return false }
    return ![first, last].contains("-") && ![first, last].contains(".") && !word.contains("..")
}

extension TokenRequest {
    /// The service account that is written NAMESPACE/NAME; nil for anything else.
    init?(account text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy(isKubernetesName) else { return nil }
        self.init(namespace: parts[0], account: parts[1])
    }
}
