/// The address of an API server, as the kubeconfig has it; empty where it has none and kubectl knows better.
package struct ServerURL: Equatable, Sendable {
    /// "https://10.0.0.1:6443": without user name and password.
    package let origin: String
    /// "/k8s/clusters/c-1": what stands before the path of every request; empty for most servers.
    ///
    /// Gateways such as Rancher's and kcp's serve many clusters, each below a path of its own. kubectl proxy drops it.
    package let prefix: String

    package init(_ text: String) {
        let scheme = text[..<(text.firstRange(of: "://")?.upperBound ?? text.startIndex)]
        let rest = text.dropFirst(scheme.count).prefix { !"?#".contains($0) }
        let authority = rest.prefix { $0 != "/" }
        origin = String(scheme + (authority.split(separator: "@").last ?? ""))
        // kubectl allows a path only where there is a scheme.
        prefix = scheme.isEmpty ? "" : Self.normalized(rest.dropFirst(authority.count))
    }

    /// As kubectl's path.Join makes it, and fit for the first line of a request.
    private static func normalized(_ path: Substring) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        return segments.map { "/" + escaped($0) }.joined()
    }

    /// What is escaped already stays as it is.
    private static func escaped(_ segment: Substring) -> String {
        segment.utf8.map { byte in
            let isVisible = byte > 0x20 && byte < 0x7F
            return isVisible ? String(Unicode.Scalar(byte)) : APIPath.escape(byte)
        }.joined()
    }
}
