import FoundationEssentials

/// Puts something else in the place of what a stranger should not read: secrets, names of users, domain names, and the
/// addresses of mail, hosts and network cards. The same thing always gets the same mask.
///
/// In doubt it masks: a file that is called like a host reads worse, a host that is called like a file tells too much.
struct Masks {
    /// What is masked, by the word of the mask.
    private enum Sort: String {
        case secret, user, mail, host, ip, mac
    }

    /// Names that stay as they are: of applications, pods and their like.
    private let kept: Set<String>
    /// Hosts that the cluster itself names, and the domains that they lie in, longest first; in lower case.
    private let knownHosts: [String]
    private var masks: [String: String] = [:]
    private var counts: [Sort: Int] = [:]

    init(keeping kept: Set<String> = [], hosts: Set<String> = []) {
        let known = Set(hosts.flatMap { domains(of: $0.lowercased()) }).filter { !isPublic($0) }
        self.kept = Set(kept.filter { !known.contains($0.lowercased()) })
        knownHosts = known.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    mutating func masked(_ text: String) -> String {
        var text = maskedSecrets(text)
        text = replaced(Patterns.home, in: text) { masks, match in
            match.contains(/^user\d+$/) ? nil : masks.mask(match, .user)
        }
        text = replaced(Patterns.mail, in: text) { masks, match in
            // The user of a URL has been masked already; what follows an image may be its digest.
            match.contains(/^secret\d+@|@sha\d+$/) ? nil : masks.mask(match, .mail)
        }
        text = maskedKnownHosts(text)
        text = replaced(Patterns.hostOfURL, in: text) { masks, match in
            match.contains(/^[\d.]+$/) ? nil : masks.maskedHost(match)
        }
        text = replaced(Patterns.card, in: text) { masks, match in
            masks.mask(match.lowercased().replacing("-", with: ":"), .mac)
        }
        text = replaced(Patterns.version6, in: text) { masks, match in masks.maskedVersion6(match) }
        text = replaced(Patterns.version4, in: text) { masks, match in masks.maskedVersion4(match) }
        return replaced(Patterns.domain, in: text) { masks, match in masks.maskedHost(match) }
    }
}

extension Masks {
    private mutating func mask(_ text: some StringProtocol, _ sort: Sort) -> String {
        let key = "\(sort.rawValue) \(sort == .secret ? String(text) : text.lowercased())"
        if let mask = masks[key] { return mask }
        let number = counts[sort, default: 0] + 1
        counts[sort] = number
        // ".example" is nobody's (RFC 2606).
        let mask = sort == .host ? "host\(number).example" : "\(sort.rawValue)\(number)"
        masks[key] = mask
        return mask
    }

    /// Each match of a pattern's first group is given to `mask`; nil leaves it.
    private mutating func replaced(
        _ pattern: Regex<(Substring, Substring)>, in text: String, _ mask: (inout Masks, Substring) -> String?
    ) -> String {
        var result = ""
        var rest = text.startIndex
        for match in text.matches(of: pattern) {
            let found = match.output.1
            guard let mask = mask(&self, found) else { continue }
            result += text[rest..<found.startIndex] + mask
            rest = found.endIndex
        }
        return result + text[rest...]
    }

    private mutating func maskedSecrets(_ text: String) -> String {
        var text = text
        for pattern in Patterns.secrets {
            text = replaced(pattern, in: text) { masks, match in
                match.contains(/^secret\d+$/) ? nil : masks.mask(match, .secret)
            }
        }
        for pattern in [Patterns.word, Patterns.segment] {
            text = replaced(pattern, in: text) { masks, match in
                let isDigest = match.base[..<match.startIndex].hasSuffix("sha256:")
                return isDigest || masks.isKept(match) || !looksRandom(match) ? nil : masks.mask(match, .secret)
            }
        }
        return text
    }

    /// Wherever they stand, in whatever they are a part of, also with "-" for ".".
    private mutating func maskedKnownHosts(_ text: String) -> String {
        var text = text
        for host in knownHosts {
            for spelling in [host, host.replacing(".", with: "-")] {
                text = maskedKnownHost(host, spelling, text)
            }
        }
        return text
    }

    private mutating func maskedKnownHost(_ host: String, _ spelling: String, _ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.range(ofCaseInsensitive: spelling) {
            let end = range.upperBound
            let isPart =
                rest[..<range.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false
                || (end < rest.endIndex && (rest[end].isLetter || rest[end].isNumber))
            let isKept = isPart || self.isKept(word(around: range, in: text))
            result += rest[..<range.lowerBound] + (isKept ? String(rest[range]) : mask(host, .host))
            rest = rest[end...]
        }
        return result + rest
    }

    private func isKept(_ word: Substring) -> Bool {
        kept.contains(String(word)) || kept.contains(String(word.drop { $0 != "/" }.dropFirst()))
    }

    private mutating func maskedHost(_ host: Substring) -> String? {
        let name = host.lowercased()
        let isMask = name.contains(/^host\d+\.example$/) || name.contains(/^(ip|mail|mac|user|secret)\d+$/)
        return isMask || isKept(host) || isPublic(name) || isFile(name) ? nil : mask(name, .host)
    }

    private mutating func maskedVersion4(_ text: Substring) -> String? {
        let parts = text.split { $0 == "." || $0 == "-" }.compactMap { Int($0) }
        guard parts.count == 4, parts.allSatisfy({ $0 < 256 }) else { return nil }
        return mask(parts.map(String.init).joined(separator: "."), .ip)
    }

    /// The longest beginning that is an address.
    private mutating func maskedVersion6(_ text: Substring) -> String? {
        var address = text
        // "::" alone is nobody's address.
        while address.count > 2 {
            if let bytes = addressBytes(address) {
                return mask(bytes.map(String.init).joined(separator: ","), .ip) + text[address.endIndex...]
            }
            address = address.dropLast()
        }
        return nil
    }
}

/// The run of characters of a name that a range is a part of.
private func word(around range: Range<String.Index>, in text: String) -> Substring {
    func isOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".-_".contains(character)
    }
    let before = text[..<range.lowerBound].reversed().prefix(while: isOfName).count
    let after = text[range.upperBound...].prefix(while: isOfName).count
    return text[text.index(range.lowerBound, offsetBy: -before)..<text.index(range.upperBound, offsetBy: after)]
}

extension Substring {
    fileprivate func range(ofCaseInsensitive text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].prefix(text.count).lowercased() == text {
                return start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
