/// How the kubelet finds out whether a container lives, or is ready, or has started.
package struct Probe: Equatable, Sendable {
    package var action = ProbeAction.unknown
    /// Seconds.
    package var delay = 0
    /// Seconds.
    package var timeout = 1
    /// Seconds.
    package var period = 10
    package var successes = 1
    package var failures = 3
}

/// What a probe does.
package enum ProbeAction: Equatable, Sendable {
    /// A command in the container.
    case run([String])
    case httpGet(scheme: String, host: String, port: PortReference, path: String)
    case connect(host: String, port: PortReference)
    case grpc(port: Int, service: String)
    case unknown
}

extension Probe: Decodable {
    private enum CodingKeys: CodingKey {
        case exec, httpGet, tcpSocket, grpc
        case initialDelaySeconds, timeoutSeconds, periodSeconds, successThreshold, failureThreshold
    }
    private struct Command: Decodable { var command: [String]? }
    private struct Request: Decodable { var scheme: String?, host: String?, port: PortReference, path: String? }
    private struct Connection: Decodable { var host: String?, port: PortReference }
    private struct Call: Decodable { var port: Int, service: String? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        delay = try fields.value(.initialDelaySeconds, or: 0)
        timeout = try fields.value(.timeoutSeconds, or: 0)
        period = try fields.value(.periodSeconds, or: 0)
        successes = try fields.value(.successThreshold, or: 0)
        failures = try fields.value(.failureThreshold, or: 0)
        if let exec = try fields.decodeIfPresent(Command.self, forKey: .exec) {
            action = .run(exec.command ?? [])
        } else if let get = try fields.decodeIfPresent(Request.self, forKey: .httpGet) {
            action = .httpGet(scheme: get.scheme ?? "", host: get.host ?? "", port: get.port, path: get.path ?? "")
        } else if let socket = try fields.decodeIfPresent(Connection.self, forKey: .tcpSocket) {
            action = .connect(host: socket.host ?? "", port: socket.port)
        } else if let call = try fields.decodeIfPresent(Call.self, forKey: .grpc) {
            action = .grpc(port: call.port, service: call.service ?? "")
        }
    }
}
