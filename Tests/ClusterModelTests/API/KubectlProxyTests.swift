import CSystem
import Expectations
import FakeAPIServer
import FoundationEssentials
import Glibc
import Synchronization
import Testing
import Words

@testable import ClusterModel

/// With a shell script for kubectl, which gives a fake server's socket another name.
struct KubectlProxyTests {
    /// Each child's server has what the file names; without one, no path.
    private static let context = """
        case "$*" in *"config view"*)
            path=$(cat "$DIRECTORY.path" 2>/dev/null)
            echo '{"contexts":[{"name":"a","context":{"cluster":"b"}}],"current-context":"a",'
            echo '"clusters":[{"name":"b","cluster":{"server":"https://h'"$path"'"}}]}'
            exit;;
        esac

        """

    private static let serve = """
        for option; do case $option in --unix-socket=*) ln "$SERVER" "${option#*=}";; esac; done
        echo $$ >>"$DIRECTORY.log"; echo "Starting to serve on it"; exec sleep 1000
        """

    @Test("requests go through a socket that has no name any more")
    func serves() async throws {
        let server = FakeServer([.json("{}"), .json("{}")])
        let place = try Place()
        let proxy = proxy(Self.serve, place, server)
        let api = ClusterAPI.live(proxy, refresh: 5, requestTimeout: 10)
        #expect(try await api.namespaceExists("a"))
        #expect(place.contents.isEmpty)
        #expect(try await api.namespaceExists("b"))
        #expect(place.processes.count == 1)
        proxy.stop()
        proxy.stop()
        await #expect(throws: APIError.unreachable(Phrase("kubectl proxy has been stopped"))) {
            try await proxy.start()
        }
    }

    @Test("every request goes below the path of the child's own server, also that of the child after it")
    func prefix() async throws {
        let server = FakeServer(answering: { _ in .json("{}") })
        let place = try Place()
        try place.write("/k8s/clusters/c-1/")
        let proxy = proxy(Self.serve, place, server)
        let api = ClusterAPI.live(proxy, refresh: 5, requestTimeout: 10)
        async let first = api.namespaceExists("a")
        async let second = api.namespaceExists("a")
        #expect(try await [first, second] == [true, true])
        try place.write("/other")
        #expect(try await api.namespaceExists("b"))
        proxy.renew()
        #expect(try await api.namespaceExists("c"))
        let path = "/api/v1/namespaces"
        #expect(
            server.requestLines == [
                "GET /k8s/clusters/c-1\(path)/a", "GET /k8s/clusters/c-1\(path)/a", "GET /k8s/clusters/c-1\(path)/b",
                "GET /other\(path)/c",
            ])
        proxy.stop()
    }

    @Test("nothing is asked of a child whose server is not known")
    func unknownServer() async throws {
        let server = FakeServer(answering: { _ in .json("{}") })
        let place = try Place()
        let options = KubectlOptions(command: [
            "/bin/sh", "-c", #"case "$*" in *"config view"*) echo 'error: oh' >&2; exit 1;; esac;"# + Self.serve,
            "kubectl",
        ])
        let proxy = proxy(options, place, server)
        await #expect(throws: APIError.unreachable(Phrase(verbatim: "oh"))) { try await proxy.connection() }
        let child = try #require(place.processes.first.flatMap { Int32($0) })
        await waitUntil { kill(child, 0) != 0 }
        #expect(server.requests.isEmpty && place.contents.isEmpty)
    }

    @Test(
        "a child that ends without a word is told by how it ended",
        arguments: [
            ("exit 3", "exited with status 3 and said nothing"),
            ("kill -9 $$", "was killed (signal 9), as happens when memory runs out"),
            // It goes on, but nobody will hear of it.
            ("exec >&- 2>&-; while :; do sleep 1000; done", "was killed (signal 15)"),
        ])
    func silentEnd(_ script: String, _ words: String) async throws {
        let place = try Place()
        let proxy = proxy(script, place)
        let error = await thrown(APIError.self) { try await proxy.start() }
        #expect(error?.text.english.hasSuffix("kubectl proxy \(words)") == true, "\(String(describing: error))")
    }

    @Test("what a child has started ends with it")
    func group() async throws {
        let result = try await ChildProcess.output(
            of: ["/bin/sh", "-c", "sleep 1000 >/dev/null 2>&1 & echo $!"], environment: ["PATH": "/usr/bin:/bin"],
            timeout: 60)
        let text = String(decoding: result.output, as: UTF8.self)
        let grandchild = try #require(Int32(text.dropLast()))
        await waitUntil { !isRunning(grandchild) }
    }

    @Test("many who ask at the same time start one child")
    func startsOnce() async throws {
        let server = FakeServer([])
        let place = try Place()
        let proxy = proxy(Self.serve, place, server)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try? await proxy.start() } }
        }
        #expect(place.processes.count == 1)
        proxy.stop()
    }

    @Test("another child is started when it is asked for, and the one before ends, even if it was stopped")
    func renews() async throws {
        let server = FakeServer([])
        let place = try Place()
        let proxy = proxy(Self.serve, place, server)
        try await proxy.start()
        let first = try #require(place.processes.first.flatMap { Int32($0) })
        kill(first, SIGSTOP)
        proxy.renew()
        try await proxy.start()
        #expect(place.processes.count == 2)
        await waitUntil { kill(first, 0) != 0 }
        proxy.stop()
    }

    @Test("who connects when too many do waits until the others have been accepted")
    func crowd() async throws {
        let server = FakeServer(backlog: 1, answering: { _ in .json("{}") })
        let client = server.client
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 { group.addTask { try await client.hasNamespace("a") } }
            for try await exists in group { #expect(exists) }
        }
    }

    @Test("a child through which nothing has come for 20 s is replaced, then less often, up to once a minute")
    func silence() {
        var silence = Silence()
        let start = ContinuousClock.now
        func isTooLong(_ asked: Int, _ now: Int, since child: Int = 0) -> Bool {
            silence.isTooLong(
                askedAt: start + .seconds(asked), of: start + .seconds(child), now: start + .seconds(now))
        }
        #expect([isTooLong(5, 15), isTooLong(16, 24), isTooLong(17, 26)] == [false, false, true])
        // What was asked of the one before.
        #expect(!isTooLong(20, 90, since: 26))
        #expect([isTooLong(30, 65, since: 26), isTooLong(31, 67, since: 26)] == [false, true])
        #expect([isTooLong(72, 130, since: 71), isTooLong(73, 132, since: 71)] == [false, true])
        silence = Silence()
        #expect(isTooLong(200, 221))
    }

    @Test("a child that cannot start says why in kubectl's words, leaves nothing, and is not tried again at once")
    func refuses() async throws {
        let place = try Place()
        let proxy = proxy("echo x >>$DIRECTORY.log; echo 'error: context \"zzz\" does not exist' >&2; exit 1", place)
        let words = Phrase(verbatim: "context \"zzz\" does not exist")
        for _ in 0..<3 {
            await #expect(throws: APIError.unreachable(words)) { try await proxy.start() }
        }
        #expect(place.contents.isEmpty && place.processes.count == 1)
    }

    @Test(
        "told to end while kubectl starts, it ends what there is of it, and leaves nothing",
        arguments: ["", #"for option; do case $option in --unix-socket=*) ln "$SERVER" "${option#*=}";; esac; done;"#])
    func stoppedWhileStarting(_ beforeTheGate: String) async throws {
        let server = FakeServer([])
        let place = try Place()
        // It comes as far as the gate, which never opens.
        let script = "\(beforeTheGate) mkfifo $DIRECTORY.gate; echo $$ >>$DIRECTORY.log; read gate <$DIRECTORY.gate"
        let proxy = proxy(script, place, server)
        async let hasStarted = (try? await proxy.start()) != nil
        await waitUntil { !place.processes.isEmpty }
        let child = try #require(place.processes.first.flatMap { Int32($0) })
        proxy.stop()
        #expect(await !hasStarted)
        await waitUntil { kill(child, 0) != 0 }
        #expect(place.contents.isEmpty && place.processes.count == 1)
    }

    @Test("told to end before kubectl has been started, it starts none")
    func stoppedBeforeStarting() async throws {
        let place = try Place()
        let proxy = proxy(Self.serve, place)
        let stopping = KubectlProxy(proxy.options, environment: proxy.environment, backoff: Backoff()) {
            (proxy) throws(APIError) in
            proxy.stop()
            return try SocketDirectory(environment: proxy.environment)
        }
        await #expect(throws: APIError.unreachable(Phrase("kubectl proxy has been stopped"))) {
            try await stopping.start()
        }
        #expect(place.contents.isEmpty && place.processes.isEmpty)
    }

    @Test("a child that says it serves but does not is an error")
    func noSocket() async throws {
        let place = try Place()
        let proxy = proxy("echo 'Starting to serve on nothing'; exec sleep 1000", place)
        let error = await thrown(APIError.self) { try await proxy.start() }
        #expect(error?.text.english.hasSuffix("no such file or directory") == true && place.contents.isEmpty)
        proxy.stop()
    }

    @Test("an unusable runtime directory is passed over")
    func runtimeDirectory() throws {
        let place = try Place()
        let directory = try SocketDirectory(environment: ["XDG_RUNTIME_DIR": "/nonexistent", "TMPDIR": place.path])
        #expect(directory.path.hasPrefix(place.path + "/kstop."))
        var status = stat()
        #expect(stat(directory.path, &status) == 0 && status.st_mode & 0o777 == 0o700)
        directory.remove()
        directory.remove()
        #expect(place.contents.isEmpty)
    }

    @Test(
        "a program that cannot be executed is reported as such",
        arguments: [("/etc/passwd", EACCES), ("no-such-1", ENOENT)])
    func spawnErrors(_ program: String, _ number: Int32) {
        var arguments = [strdup(program), nil]
        #expect(cs_spawn_tied(&arguments, nil, -1, -1, -1) == -number)
        free(arguments[0])
    }

    @Test("what a login plugin says is heard as it comes, also before kubectl serves")
    func words() async throws {
        let server = FakeServer([])
        let place = try Place()
        let login = "echo 'E1130 01:56:02.6   1 x.go:1] kubectl itself' >&2; echo 'Go to x, enter ABCD' >&2;"
        let proxy = proxy("\(login) mkfifo $DIRECTORY.gate; read gate <$DIRECTORY.gate; \(Self.serve)", place, server)
        let heard = Mutex<[[String]]>([])
        proxy.listen { words in heard.withLock { $0.append(words) } }
        let started = Task { try await proxy.start() }
        await waitUntil { !heard.withLock(\.isEmpty) }
        #expect(heard.withLock(\.last) == ["Go to x, enter ABCD"])
        // Who asks later hears of it, too.
        let later = Mutex<[String]>([])
        proxy.listen { words in later.withLock { $0 = words } }
        #expect(later.withLock(\.self) == ["Go to x, enter ABCD"])
        try "go\n".write(toFile: place.path + ".gate", atomically: false, encoding: .utf8)
        _ = try await started.value
        proxy.stop()
    }

    @Test("a child has its own session and group, no signals blocked or ignored, and no descriptors of ours")
    func cleanChild() async throws {
        let script = """
            grep -E 'Sig(Blk|Ign)' /proc/self/status; ls /proc/self/fd
            cut -d' ' -f5-7 /proc/$$/stat; echo $$ $$ 0
            """
        let result = try await ChildProcess.output(
            of: ["/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"], timeout: 60)
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
        // The C library keeps signals 32 and 33 to itself.
        let masks = lines.prefix(2).map { line in
            Int(line.split(separator: "\t")[1], radix: 16).map { $0 & 0x7fff_ffff }
        }
        #expect(masks == [0, 0])
        // Descriptor 3 is the directory that ls reads.
        #expect(lines[2..<6] == ["0", "1", "2", "3"])
        #expect(lines.count == 8 && lines[6] == lines[7])
    }

    @Test("a child does not end with the thread that asked for it")
    func outlivesThread() throws {
        var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        #expect(cs_pipe(&input) == 0 && cs_pipe(&output) == 0)
        var ends = input + output
        var thread = pthread_t()
        var result: UnsafeMutableRawPointer?
        pthread_create(&thread, nil, spawnCat, &ends)
        pthread_join(thread, &result)
        var byte: UInt8 = 42
        #expect(write(ends[1], &byte, 1) == 1)
        byte = 0
        #expect(read(ends[2], &byte, 1) == 1 && byte == 42)
        ends.forEach { close($0) }
        let child = pid_t(Int(bitPattern: result))
        cs_forget_group(child)
        waitpid(child, nil, 0)
    }

    @Test("exit codes and signals of a child")
    func exitCodes() async throws {
        for (script, code) in [("exit 3", Int32(3)), ("kill -9 $$", 137)] {
            let result = try await ChildProcess.output(of: ["sh", "-c", script], environment: [:], timeout: 60)
            #expect(result.exitCode == code)
        }
    }

    private func proxy(_ script: String, _ place: Place, _ server: FakeServer? = nil) -> KubectlProxy {
        proxy(KubectlOptions(command: ["/bin/sh", "-c", Self.context + script, "kubectl"]), place, server)
    }

    private func proxy(_ options: KubectlOptions, _ place: Place, _ server: FakeServer? = nil) -> KubectlProxy {
        let environment = [
            "TMPDIR": place.path, "DIRECTORY": place.path, "SERVER": server?.path ?? "", "PATH": "/usr/bin:/bin",
        ]
        // So long that no test comes to its end.
        return KubectlProxy(options, environment: environment, backoff: Backoff(shortest: 3600, longest: 3600))
    }
}

/// Whether a process that need not be a child is there, and not only waits to be reaped.
private func isRunning(_ id: Int32) -> Bool {
    (try? String(contentsOfFile: "/proc/\(id)/cmdline", encoding: .utf8).isEmpty) == false
}

/// Starts cat between the pipes whose ends are given, and returns its pid.
private func spawnCat(_ pipes: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let ends = pipes?.assumingMemoryBound(to: Int32.self) else { return nil }
    var arguments = [strdup("cat"), nil]
    defer { free(arguments[0]) }
    return UnsafeMutableRawPointer(bitPattern: Int(cs_spawn_tied(&arguments, nil, ends[0], ends[3], -1)))
}

/// A directory of a test's own.
private final class Place: Sendable {
    let path: String

    init() throws {
        path = "/tmp/kstop-test.\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        try? FileManager.default.removeItem(atPath: path + ".log")
        try? FileManager.default.removeItem(atPath: path + ".gate")
        try? FileManager.default.removeItem(atPath: path + ".path")
    }

    /// The path of the server of children to come.
    func write(_ serverPath: String) throws {
        try serverPath.write(toFile: path + ".path", atomically: true, encoding: .utf8)
    }

    var contents: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? ["unreadable"] }

    /// One line for each child that has been started.
    var processes: [Substring] {
        ((try? String(contentsOfFile: path + ".log", encoding: .utf8)) ?? "").split(separator: "\n")
    }
}
