/// What `kubectl describe` says of a probe, by `DescribeProbe` in kubectl's describe.go.
extension Probe {
    /// "http-get http://:7878/ping delay=30s timeout=1s period=10s #success=1 #failure=3".
    package var text: String {
        let numbers = "delay=\(delay)s timeout=\(timeout)s period=\(period)s #success=\(successes) #failure=\(failures)"
        return "\(action.text) \(numbers)"
    }
}

extension ProbeAction {
    fileprivate var text: String {
        switch self {
        case .run(let command): "exec [\(command.joined(separator: " "))]"
        case .httpGet(let scheme, let host, let port, let path):
            "http-get \(url(scheme: scheme.lowercased(), host: joined(host, port), path: path))"
        case .connect(let host, let port): "tcp-socket \(host):\(port.text)"
        case .grpc(let port, let service): "grpc <pod>:\(port) \(service)"
        case .unknown: "unknown"
        }
    }
}

/// As Go's `net.JoinHostPort`.
private func joined(_ host: String, _ port: PortReference) -> String {
    host.contains(":") ? "[\(host)]:\(port.text)" : "\(host):\(port.text)"
}

/// As Go's `url.URL` writes itself: an absolute path, in which "?" is one more character to escape.
private func url(scheme: String, host: String, path: String) -> String {
    let isRelative = !path.isEmpty && !path.hasPrefix("/")
    return (scheme.isEmpty ? "" : "\(scheme):") + "//\(host)\(isRelative ? "/" : "")\(escaped(path))"
}

private func escaped(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    var escaped = ""
    for byte in path.utf8 {
        let scalar = Unicode.Scalar(byte)
        if scalar.isASCII, scalar.properties.isAlphabetic || "0123456789-_.~$&+,/:;=@".unicodeScalars.contains(scalar) {
            escaped.unicodeScalars.append(scalar)
        } else {
            escaped += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
        }
    }
    return escaped
}
