import Glibc

/// What secrets and addresses look like; the first group of each is what is masked.
enum Patterns {
    typealias Pattern = Regex<(Substring, Substring)>

    /// Made for each use: a `Regex` may not be shared by threads.
    static var secrets: [Pattern] {
        [
            // https://user:password@host
            /:\/\/([^\s\/@]+)@/,
            // user:password@host, but no image:tag@sha256:…
            /(?:^|[\s"'=(,])([\w.%+-]+:[^\s:@\/"']+)@(?!sha\d)/,
            // Of a webhook or a tracker's address: https://host/bot1234:key/send
            /\/bot(\d+:[\w-]+)/,
            /\/([0-9A-Fa-f]{16,})(?![\w.-])/,
            /(?:authorization|cookie)["']?\s*[=:]\s*["']?((?:(?:bearer|basic|digest)\s+)?[^\s"',;]+)/.ignoresCase(),
            /\bbearer\s+([^\s"',;]+)/.ignoresCase(),
            /(?:passw(?:or)?d|passphrase|pwd|secret|token)["']?\s*[=:]\s*["']?([^\s"'&,;)}\]]+)/.ignoresCase(),
            /(?:(?:api|access|private|pass|auth|rss)[-_]?key|torrent[-_]?pass|credentials?|signature)["']?\s*[=:]\s*["']?([^\s"'&,;)}\]]+)/
                .ignoresCase(),
            // DB_PASSWORD hunter2, but not "DB_PASSWORD is not set".
            #/
            \b[A-Z0-9]+_+(?:[A-Z0-9]+_+)*(?:PASSWORD|PASSWD|PASS|SECRET|TOKEN|KEY)\s+
            (?!(?:in|is|isn't|not|must|was|were|has|from|and|or|for|to|of|on|as|cannot|should|when|variable)\b)
            ["']?([^\s"'&,;)}\]]+)
            /#,
            // mysql -phunter2, but no option of more than one letter.
            #/
            (?:^|\s)-p
            (?!(?:ort|od|ath|refix|rint|rofile|roxy|lugin|eer|id|arallel|ublic|riv|rotocol|ull|ush)[\w-]*)
            ([^\s=]+)
            /#,
            // A JSON Web Token, whole or cut off.
            /(?:^|[^\w-])(eyJ[\w-]{6,}(?:\.[\w-]*)*)/,
        ]
    }

    /// Runs of letters and digits as random secrets have them.
    static var word: Pattern { /(?:^|[^\w+\/=.-])([A-Za-z0-9_+\/=~-]{20,})/ }

    /// The same within the path of an address.
    static var segment: Pattern { /\/([A-Za-z0-9_-]{16,})(?![A-Za-z0-9_.-])/ }

    /// Of a network card: six pairs of hexadecimal digits.
    static var card: Pattern {
        /(?:^|[^\w:-])([0-9A-Fa-f]{2}(?:(?::[0-9A-Fa-f]{2}){5}|(?:-[0-9A-Fa-f]{2}){5}))(?![\w:-])/
    }

    /// Whose home a directory is.
    static var home: Pattern { /\/(?:home|Users)\/([^\s\/:"',;)]+)/ }

    static var mail: Pattern { /([\w.%+-]+@[\w-]+(?:\.[\w-]+)*)/ }

    static var hostOfURL: Pattern { /[A-Za-z][A-Za-z0-9+.-]*:\/\/([^\s\/:?#"'\[\]@,;)]+)/ }

    /// More than an address may match, and less.
    static var version6: Pattern {
        /(?:^|[^\w:])((?:[0-9A-Fa-f]{0,4}:){2,}[0-9A-Fa-f:.]*(?:%[\w.-]+)?)(?![\p{L}\p{N}])/
    }

    static var version4: Pattern { /(?:^|[^0-9.])(\d{1,3}(?:(?:\.\d{1,3}){3}|(?:-\d{1,3}){3}))(?![0-9]|\.[0-9])/ }

    static var domain: Pattern {
        #/
        (?:^|[^\p{L}\p{N}_-])
        ((?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?\.)+(?:xn--[A-Za-z0-9-]+|\p{L}{2,}))
        (?![\p{L}\p{N}_])
        /#
    }
}

/// Of an IPv6 address, perhaps with the zone that it is in; nil for anything else.
func addressBytes(_ text: Substring) -> [UInt8]? {
    var address = in6_addr()
    guard inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &address) == 1 else { return nil }
    return withUnsafeBytes(of: &address) { Array($0) }
}

/// Whether a word has both letters and digits without a break, as nothing has that is meant to be read.
func looksRandom(_ word: Substring) -> Bool {
    word.split { !$0.isLetter && !$0.isNumber }.contains { part in
        part.count >= 16 && part.contains(where: \.isLetter) && part.contains(where: \.isNumber)
    }
}

/// A host and the domains that it lies in, but for those of the first level.
func domains(of host: String) -> [String] {
    let labels = host.split(separator: ".").filter { $0 != "*" }
    guard labels.count > 1 else { return [] }
    return (0...(labels.count - 2)).map { labels[$0...].joined(separator: ".") }
}

/// Names that are in everybody's cluster: API groups, the cluster's own DNS, registries, issuers, Go's errors.
func isPublic(_ host: String) -> Bool {
    publicNames.contains(host) || publicDomains.contains { host == $0 || host.hasSuffix(".\($0)") }
}

private let publicDomains: Set = [
    "k8s.io", "kubernetes.io", "cert-manager.io", "traefik.io", "traefik.containo.us", "cluster.local",
    "letsencrypt.org",
]

private let publicNames: Set = [
    "docker.io", "index.docker.io", "registry-1.docker.io", "auth.docker.io", "ghcr.io", "lscr.io", "quay.io", "gcr.io",
    "mcr.microsoft.com", "public.ecr.aws", "deployment.apps", "statefulset.apps", "daemonset.apps", "replicaset.apps",
    "deployments.apps", "statefulsets.apps", "daemonsets.apps", "replicasets.apps", "jobs.batch", "cronjobs.batch",
    "containerd.io", "client.timeout",
]

/// Whether a name ends as files do and hosts do not.
func isFile(_ name: String) -> Bool {
    let ending = name.split(separator: ".").last ?? ""
    return ["yaml", "yml", "json", "conf", "cfg", "ini", "txt", "log", "xml", "toml", "sqlite", "sock", "crt"]
        .contains(String(ending))
}
