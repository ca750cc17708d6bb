import Glibc
package import Words

/// A port of a pod or a service that is to be reached from this machine.
package struct PortForward: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case pod(String)
        case service(String)

        package var name: String {
            switch self {
            case .pod(let name), .service(let name): name
            }
        }

        /// As kubectl takes it.
        package var argument: String {
            switch self {
            case .pod(let name): "pod/\(name)"
            case .service(let name): "service/\(name)"
            }
        }
    }

    package var target: Target
    package var namespace: String
    /// The pod's or the service's.
    package var port: Int

    package init(_ target: Target, namespace: String, port: Int) {
        self.target = target
        self.namespace = namespace
        self.port = port
    }

    /// The same port here if an ordinary user may have it and nobody has it; else one that kubectl chooses. Nobody but
    /// this machine can reach it.
    func arguments(isFree: (Int) -> Bool) -> [String] {
        let local = port >= 1024 && isFree(port) ? String(port) : ""
        return [
            "port-forward", "--namespace=\(namespace)", "--address=127.0.0.1", target.argument, "\(local):\(port)",
        ]
    }
}

package enum PortForwardChange: Equatable, Sendable {
    /// Connections to this port of 127.0.0.1 are passed on.
    case listening(port: Int)
    /// Why it is over, in kubectl's words.
    case ended(Phrase)
}

/// What `kubectl port-forward` says.
struct PortForwardOutput {
    private var lines = LineSplitter(longest: 4096)
    private var complaints = KubectlLines()
    /// Whether no connection will get through any more. Until 1.22, kubectl goes on without a pod at the other end.
    private(set) var isDead = false

    /// The ports that have been opened, as it says with these bytes.
    mutating func take(_ bytes: [UInt8]) -> [PortForwardChange] {
        lines.append(bytes)
        var changes: [PortForwardChange] = []
        while let line = lines.next() {
            let text = String(decoding: line.bytes, as: UTF8.self)
            if let port = Self.port(in: text) {
                changes.append(.listening(port: port))
            } else if !text.hasPrefix("Handling connection for ") {
                complaints.take(text)
                isDead = isDead || Self.isEnd(text)
            }
        }
        return changes
    }

    /// - Parameter command: its name for the user.
    mutating func end(of command: String, exitCode: Int32) -> PortForwardChange {
        if let rest = lines.rest() { complaints.take(String(decoding: rest.bytes, as: UTF8.self)) }
        return .ended(KubectlWords.failure(of: command, saying: complaints.text, exitCode: exitCode))
    }

    private static func isEnd(_ line: String) -> Bool {
        ["lost connection to pod", "an error occurred forwarding"].contains { line.contains($0) }
    }

    /// Of "Forwarding from 127.0.0.1:8989 -> 8989".
    private static func port(in line: String) -> Int? {
        let beginning = "Forwarding from 127.0.0.1:"
        return line.hasPrefix(beginning) ? Int(line.dropFirst(beginning.count).prefix(while: \.isNumber)) : nil
    }
}

extension KubectlProxy {
    /// Forwards a port until kubectl ends or the task is cancelled.
    func run(_ forward: PortForward, _ post: (PortForwardChange) -> Void) async {
        do throws(APIError) {
            let (process, output) = try await startForwarding(forward)
            await withTaskCancellationHandler {
                async let end = process.end()
                var said = PortForwardOutput()
                reading: while true {
                    switch output.read() {
                    case .bytes(let bytes):
                        said.take(bytes).forEach(post)
                        if said.isDead { process.terminate() }
                    case .nothingYet where !Task.isCancelled: try? await output.wait(for: .reading, timeout: nil)
                    case .nothingYet, .end, .failed: break reading
                    }
                }
                post(said.end(of: options.name(of: "port-forward"), exitCode: await end))
            } onCancel: {
                process.terminate()
            }
        } catch {
            post(.ended(error.text))
        }
    }

    private func startForwarding(_ forward: PortForward) async throws(APIError) -> (ChildProcess, Descriptor) {
        let pipe = try Pipe()
        let process = try await ChildProcess.start(
            options.arguments(forward.arguments(isFree: isFree)), environment: environment, output: pipe.writing,
            error: pipe.writing)
        return (process, pipe.reading)
    }
}

/// Whether a program of this user could listen on a port of 127.0.0.1 now.
private func isFree(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // As Go's listener does it: what is left of closed connections does not keep a port.
    var isOn: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}
