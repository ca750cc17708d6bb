/// Which Traefik it is, as far as its minor version is known.
package struct TraefikVersion: Equatable, Sendable, CustomStringConvertible {
    package var major: Int
    package var minor: Int?

    package init(_ major: Int, _ minor: Int? = nil) { (self.major, self.minor) = (major, minor) }

    package var description: String { minor.map { "\(major).\($0)" } ?? "\(major)" }

    /// Whether it reads middlewares of `traefik.containo.us`; version 1 reads none at all.
    var readsOlderGroup: Bool { major == 2 }

    /// Whether it reads those of `traefik.io`, which came with 2.10; nil if it cannot be told.
    var readsNewerGroup: Bool? { major == 2 ? minor.map { $0 >= 10 } : major > 2 }
}

extension TraefikVersion {
    /// By the tag of the image, as in "rancher/mirrored-library-traefik:3.5.1"; else by the labels that Helm charts set.
    /// Nil for a pod that is not Traefik's, or does not tell.
    init?(_ pod: Pod) {
        let images = pod.spec.containers.map { Self.nameAndTag(of: $0.image) }.filter { $0.name.hasSuffix("traefik") }
        guard !images.isEmpty else { return nil }
        let versions = images.map { String($0.tag) } + [pod.metadata.labels["app.kubernetes.io/version"] ?? ""]
        if let version = versions.lazy.compactMap(Self.init(text:)).first {
            self = version
        } else {
            // Traefik 3 came with version 28 of its chart, Traefik 2 with version 10.
            let chart = pod.metadata.labels["helm.sh/chart"].flatMap {
                $0.hasPrefix("traefik-") ? $0.dropFirst(8) : nil
            }
            guard let chart, let major = Int(chart.prefix { $0.isNumber }), major >= 10 else { return nil }
            self.init(major >= 28 ? 3 : 2)
        }
    }

    /// "v3.5.1", "3.5", "v2".
    init?(text: String) {
        let numbers = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
        guard let major = numbers.first.flatMap({ Int($0.prefix { $0.isNumber }) }), (1...99).contains(major) else {
            return nil
        }
        self.init(major, numbers.dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) })
    }

    /// "mirrored-library-traefik" and "3.5.1"; an empty tag where there is none.
    private static func nameAndTag(of image: String) -> (name: Substring, tag: Substring) {
        halves(of: image.prefix { $0 != "@" }.split(separator: "/").last ?? "", at: ":")
    }
}
