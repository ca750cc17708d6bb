import CSystem
import FakeAPIServer
import FoundationEssentials
import Glibc
import Testing
import Words

@testable import ClusterModel

/// Names from the command line and from the cluster are names, and never an option, a path or a part of a request.
struct HostileNameTests {
    static let names = [
        "-x", "--all", "--kubeconfig=x", "a b", "a\nb", "a\tb", "a;reboot", "$(reboot)", "`reboot`", "a'b",
        "a\"b",
        "a?dryRun=All", "a#b", "a&b", "*", "~root", "a\\b", "é", "\u{1B}[2J", "\u{202E}x", "a\rHost: x\r\n\r\n",
    ]
    static let paths = ["", ".", "..", "../x", "a/b", "a/../../x", "%2e%2e", "a%2Fb", "%", "/", "//x"]

    @Test("each segment of a request's path is escaped", arguments: names)
    func escaped(_ name: String) throws {
        let request = HTTPRequest(path: try APIPath("v1", "namespaces", name, "pods", name).with("continue", name))
        let text = String(decoding: request.bytes(below: ""), as: UTF8.self)
        let line = try #require(text.split(separator: "\r\n").first)
        let parts = line.split(separator: " ")
        #expect(parts.count == 3 && parts.last == "HTTP/1.1")
        #expect(parts[1].split(separator: "?")[0].split(separator: "/").count == 6)
        #expect(parts[1].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
        #expect(parts[1].count { $0 == "?" } == 1 && !parts[1].contains("&"))
    }

    @Test("a name that Kubernetes allows nowhere in a path is not asked for", arguments: paths)
    func invalidNames(_ name: String) {
        #expect(throws: APIError.notAsked(Phrase("invalid name \"\(name)\""))) {
            try APIPath("v1", "namespaces", name, "pods")
        }
    }

    @Test("values that are handed to kubectl are joined to their options", arguments: names + paths)
    func joined(_ name: String) {
        var options = KubectlOptions(command: ["kubectl"])
        (options.kubeconfig, options.context, options.cluster) = (name, name, name)
        (options.user, options.impersonatedUser) = (name, name)
        let arguments = options.arguments(["proxy"])
        #expect(
            arguments == [
                "kubectl", "--kubeconfig=\(name)", "--context=\(name)", "--cluster=\(name)", "--user=\(name)",
                "--as=\(name)", "proxy",
            ])
        let forward = PortForward(.pod(name), namespace: name, port: 80)
        #expect(
            forward.arguments { _ in true } == [
                "port-forward", "--namespace=\(name)", "--address=127.0.0.1", "pod/\(name)", ":80",
            ])
        for kind in ResourceKind.allCases {
            let address = ObjectAddress(kind, ObjectName(namespace: name, name: name))
            #expect(address.kubectlName.hasPrefix(kind.plural) && address.kubectlName.hasSuffix("/\(name)"))
        }
    }

    @Test("a child gets its arguments one by one, without a shell", arguments: names)
    func oneByOne(_ name: String) async throws {
        let output = try await ChildProcess.output(
            of: ["printf", "%s", name], environment: ["PATH": "/usr/bin:/bin"], timeout: 30)
        #expect(output.output == Array(name.utf8))
    }

    @Test("an argument with a NUL, which would end there, is refused")
    func nul() async {
        await #expect(throws: APIError.notAsked(Phrase("a name with a NUL in it"))) {
            try await ChildProcess.output(of: ["printf", "pods/a\0b"], environment: [:], timeout: 30)
        }
    }

    @Test("a UID is a text of the request, whatever is in it", arguments: names)
    func identifiers(_ name: String) async throws {
        let server = FakeServer([.json("{}")])
        let pod = ObjectReference(kind: "Pod", name: "a", namespace: "b", uid: UID(name + "\",\"x\":\"\\"))
        try await server.client.delete(pod)
        let request = try #require(server.requests.first)
        let body = try #require(request.split(separator: "\r\n\r\n", maxSplits: 1).last)
        let sent = try OrderedJSON(Array(body.utf8))
        #expect(sent["preconditions"]?["uid"]?.text?.utf8.elementsEqual(pod.uid.utf8) == true)
        #expect(sent["x"] == nil && sent["preconditions"]?["x"] == nil)
    }
}

/// Who else is on this machine.
struct OtherUsersTests {
    @Test("the socket's directory is the user's alone, and its name cannot be foreseen")
    func directory() throws {
        let parent = try temporaryFolder(0o700)
        defer { rmdir(parent) }
        let directories = try (0..<20).map { _ in try SocketDirectory(environment: ["XDG_RUNTIME_DIR": parent]) }
        #expect(Set(directories.map { String($0.path.suffix(6)) }).count == 20)
        for directory in directories {
            let status = try #require(entry(directory.path))
            #expect(directory.path.hasPrefix("\(parent)/kstop.") && status.st_mode & 0o7777 == 0o700)
            #expect(status.st_uid == geteuid())
            directory.remove()
        }
    }

    @Test(
        "a folder in which others could put another one in its place is not used",
        arguments: [0o777, 0o770, 0o722] as [mode_t])
    func unsafeParent(mode: mode_t) throws {
        let parent = try temporaryFolder(mode)
        defer { rmdir(parent) }
        let directory = try SocketDirectory(environment: ["XDG_RUNTIME_DIR": parent])
        defer { directory.remove() }
        #expect(!directory.path.hasPrefix(parent))
    }

    @Test("a sticky folder of root's is used, as /tmp is")
    func stickyParent() throws {
        let parent = try temporaryFolder(0o1777)
        defer { rmdir(parent) }
        let directory = try SocketDirectory(environment: ["TMPDIR": parent])
        defer { directory.remove() }
        #expect(directory.path.hasPrefix(parent))
    }

    @Test("a socket to which others may write is not used")
    func openSocket() throws {
        let parent = try temporaryFolder(0o700)
        defer { rmdir(parent) }
        let directory = try SocketDirectory(environment: ["XDG_RUNTIME_DIR": parent])
        let server = FakeServer([])
        #expect(link(server.path, directory.socket) == 0)
        chmod(directory.socket, 0o777)
        #expect(throws: APIError.self) { try directory.takeSocket() }
        #expect(access(directory.path, F_OK) != 0)
    }

    @Test("once a token has been asked for, no core dump is written")
    func coreDumps() async throws {
        let answer = #"{"status":{"token":"a.b-c_d","expirationTimestamp":"2026-11-23T08:12:01Z"}}"#
        _ = try await ask(answer)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        #expect(limit.rlim_cur == 0)
        #expect(cs_core_dumps_are_forbidden() == 1)
    }

    @Test(
        "what is no token is not taken for one: it might be obeyed where it is written",
        arguments: ["", "a b", #"a\u001b]0;x\u0007"#, #"a\nb"#, "é", "a;b", "a\u{202E}"])
    func noToken(_ token: String) async {
        let answer = #"{"status":{"token":"\#(token)","expirationTimestamp":"2026-11-23T08:12:01Z"}}"#
        await #expect(throws: APIError.malformed(Phrase("a token that is none"))) { try await ask(answer) }
    }

    private func ask(_ answer: String) async throws -> Token {
        let server = FakeServer([.json(answer)])
        let request = TokenRequest(namespace: "a", account: "b")
        return try await ServiceAccountToken(request: request, client: server.client).ask()
    }

    private func temporaryFolder(_ mode: mode_t) throws -> String {
        var template = Array("/tmp/kstop-test.XXXXXX".utf8CString)
        let path = try #require(mkdtemp(&template).map { String(cString: $0) })
        chmod(path, mode)
        return path
    }

    private func entry(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }
}
