import FakeAPIServer
import Foundation
import Synchronization

/// A cluster in the test process, and a kubectl that leads to it. A class since it is one.
final class FakeCluster: Sendable {
    /// How kubectl comes to know who the user is.
    enum Login: String {
        case none
        /// A plugin asks for a password on the terminal.
        case password
        /// A plugin says where to go with a code, and waits.
        case code
    }

    let folder: TemporaryFolder
    private let server: FakeServer
    private let login: Login

    /// - Parameter pods: what a list of pods has.
    /// - Parameter watch: what a watch of a kind, named as in its path, brings.
    init(
        pods: [String] = (0..<40).map { pod($0, version: 1) },
        watch: @escaping @Sendable (_ kind: String) -> FakeServer.Answer = { _ in .openStream([]) },
        login: Login = .none
    ) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        self.login = login
        // It goes with the folder, even if a kstop that is about to end is still being answered.
        server = FakeServer(
            at: folder.path + "/server",
            answering: { line in
                let isIn = login == .none || FileManager.default.fileExists(atPath: folder.path + "/token")
                return isIn ? Self.answer(to: line, pods, watch) : Self.noCredentials
            })
        try folder.write(Self.kubectl, to: "kubectl")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/kubectl")
        try folder.write("#!/bin/sh\n\"$FOLDER/kubectl\" \"$@\"\nexit $?\n", to: "wrapper")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: wrapper)
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
    }

    /// Where kstop may have temporary files.
    private var temporary: String { folder.path + "/temporary" }

    /// A kubectl that is a script, and stays while the one that it starts runs.
    var wrapper: String { folder.path + "/wrapper" }

    var environment: [String: String] {
        [
            "KSTOP_KUBECTL": folder.path + "/kubectl", "SERVER": server.path, "FOLDER": folder.path,
            "TMPDIR": temporary, "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
            "TERM": "xterm-256color", "LOGIN": login.rawValue, "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// What kstop has left behind: temporary files.
    var leftovers: [String] { (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? [] }

    /// Of all that have been started, oldest first.
    var proxies: [Int32] { folder.text("proxies").split(separator: "\n").compactMap { Int32($0) } }

    var sentBytes: Int { server.sentBytes }

    private static let kubectl = """
        #!/bin/sh
        case "$*" in
        *"config view"*)
            user='{}'
            [ "$LOGIN" = none ] || user='{"exec":{"command":"plugin"}}'
            echo '{"contexts":[{"name":"fake","context":{"cluster":"c","user":"u"}}],"current-context":"fake",'
            echo '"users":[{"name":"u","user":'"$user"'}]}' ;;
        *can-i*)
            printf 'Password: ' > /dev/tty
            stty -echo < /dev/tty
            read -r password < /dev/tty
            stty echo < /dev/tty
            echo "$password" > "$FOLDER/token" ;;
        *proxy*)
            if [ "$LOGIN" = password ] && ! [ -e "$FOLDER/token" ]; then
                read -r password < /dev/tty || echo "plugin: no /dev/tty" >&2
                echo "E1130 01:56:02.6   1 x.go:1] Error while proxying request: \(trouble)" >&2
            elif [ "$LOGIN" = code ]; then
                echo "Go to https://example.com/device and enter ABCD-1234" >&2
                mkfifo "$FOLDER/gate"
                read -r code < "$FOLDER/gate"
                echo "$code" > "$FOLDER/token"
            fi
            for option; do
                case $option in --unix-socket=*) ln "$SERVER" "${option#*=}" ;; esac
            done
            echo $$ >> "$FOLDER/proxies"
            echo "Starting to serve on it"
            exec sleep 100000 ;;
        esac
        """

    private static let trouble = "getting credentials: exec: executable plugin failed with exit code 3"

    private static let noCredentials = FakeServer.Answer.raw(
        "HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/plain\r\nContent-Length: \(trouble.utf8.count)\r\n\r\n"
            + trouble)

    private static func answer(
        to line: String, _ pods: [String], _ watch: (String) -> FakeServer.Answer
    ) -> FakeServer.Answer {
        let path = line.dropFirst("GET ".count).prefix { $0 != "?" }
        let kind = String(path.split(separator: "/").last ?? "")
        if path == "/apis" { return .json(groups) }
        if kind == "kubeseed" { return .json(#"{"metadata":{"name":"kubeseed"}}"#) }
        if path.contains("metrics") { return .status(404, "NotFound") }
        if line.contains("watch=true") { return watch(kind) }
        let items = kind == "pods" ? pods.joined(separator: ",") : ""
        return .json(#"{"metadata":{"resourceVersion":"1"},"items":[\#(items)]}"#)
    }

    private static let groups: String = {
        let served = ["apps/v1", "batch/v1", "networking.k8s.io/v1", "discovery.k8s.io/v1"]
        return #"{"groups":[{"versions":["# + served.map { #"{"groupVersion":"\#($0)"}"# }.joined(separator: ",")
            + "]}]}"
    }()

    /// 2026-01-01T00:00:00Z.
    static let newYear = Date(timeIntervalSince1970: 1_767_225_600)

    /// A running pod whose restarts are its version.
    static func pod(_ number: Int, version: Int, created: Date = newYear) -> String {
        """
        {"metadata":{"name":"pod-\(number)","namespace":"kubeseed","uid":"\(number)","resourceVersion":"\(version)",\
        "creationTimestamp":"\(created.formatted(.iso8601))","labels":{"app":"pod-\(number)"}},\
        "spec":{"containers":[{"name":"main","image":"image:\(version)"}]},\
        "status":{"phase":"Running","containerStatuses":[{"name":"main","ready":true,"restartCount":\(version),\
        "state":{"running":{}}}]}}
        """
    }
}
