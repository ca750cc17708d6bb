/// Which kubectl there is, and which Kubernetes it talks to; nil for what it does not tell.
package struct KubectlVersions: Equatable, Sendable {
    package var client: String?
    package var server: String?

    package init(client: String? = nil, server: String? = nil) {
        self.client = client
        self.server = server
    }

    /// By how many minor versions kubectl is newer than the API server; nil if that is not known. Kubernetes supports 1
    /// either way (its version skew policy).
    package var skew: Int? {
        guard let client = Self.minor(of: client), let server = Self.minor(of: server) else { return nil }
        return client - server
    }

    /// 32 of "v1.32.1+k3s1"; nil of what is not version 1.
    private static func minor(of version: String?) -> Int? {
        let parts = version?.split(separator: ".") ?? []
        guard parts.count >= 2, parts[0] == "v1" else { return nil }
        return Int(parts[1].prefix(while: \.isNumber))
    }
}

extension KubectlProxy {
    /// Asks kubectl, which tells its own version also where there is no API server.
    package func versions() async -> KubectlVersions {
        let arguments = options.arguments(["version", "-o", "json"])
        let result = try? await ChildProcess.output(of: arguments, environment: environment, timeout: 30)
        return result.map { KubectlVersions(json: $0.output) } ?? KubectlVersions()
    }
}

extension KubectlVersions {
    /// The version of kubectl alone, which it tells without a cluster.
    /// - Throws: `unreachable`, `timedOut` if it does not run.
    package static func client(
        _ options: KubectlOptions, environment: [String: String]
    ) async throws(APIError) -> String? {
        let arguments = options.command + ["version", "--client", "-o", "json"]
        let result = try await ChildProcess.output(of: arguments, environment: environment, timeout: 30)
        guard result.exitCode == 0 else { throw .unreachable(result.failure(of: options.name(of: "version"))) }
        return KubectlVersions(json: result.output).client
    }

    private struct Answer: Decodable { var clientVersion: Version?, serverVersion: Version? }
    private struct Version: Decodable { var gitVersion: String? }

    /// What `kubectl version -o json` prints.
    package init(json: [UInt8]) {
        let answer = try? JSON.decoder().decode(Answer.self, from: json)
        self.init(client: answer?.clientVersion?.gitVersion, server: answer?.serverVersion?.gitVersion)
    }
}
