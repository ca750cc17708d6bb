import Expectations
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct KubectlTests {
    @Test("a hostile value cannot become an option")
    func options() {
        var options = KubectlOptions(command: ["k3s", "kubectl"])
        options.kubeconfig = "--server=evil"
        options.context = "a b"
        options.cluster = ""
        options.user = "-v9"
        options.impersonatedUser = "bob"
        #expect(
            options.arguments(["get", "pods"]) == [
                "k3s", "kubectl", "--kubeconfig=--server=evil", "--context=a b", "--cluster=", "--user=-v9",
                "--as=bob", "get", "pods",
            ])
    }

    @Test("what is chosen comes before what is found")
    func find() {
        let chosen = ["KSTOP_KUBECTL": "/opt/kubectl", "PATH": "/nowhere"]
        #expect(Kubectl.find(explicit: "mine", environment: chosen) == ["mine"])
        #expect(Kubectl.find(explicit: nil, environment: chosen) == ["/opt/kubectl"])
        #expect(Kubectl.find(explicit: "/usr/bin/k3s", environment: [:]) == ["/usr/bin/k3s", "kubectl"])
        #expect(Kubectl.find(explicit: nil, environment: ["PATH": "/nowhere"]) == nil)
    }

    @Test(
        "kubectl's words",
        arguments: [
            (
                "W1123 19:01:33.732049   31529 loader.go:223] Config not found: /x\nerror: stat /x: no such file or directory\n",
                "stat /x: no such file or directory"
            ),
            ("W1123 19:01:33.732049   31529 loader.go:223] Config not found: /x\n", "Config not found: /x"),
            ("Error: unknown flag: --x\n", "unknown flag: --x"), ("\n", ""), ("a\nb\n\nc\nd", "b\nc\nd"),
        ])
    func failures(_ output: String, _ words: String) {
        #expect(KubectlWords.failure(output) == words)
    }

    private static let endings: [(output: String, words: String)] = [
        (
            "fatal error: failed to reserve page summary memory\n\ngoroutine 1 [running]:\nmain()\n\tmain.go:1\n",
            "fatal error: failed to reserve page summary memory"
        ),
        (
            "runtime: failed to create new OS thread (have 2 already; errno=11)\n"
                + "runtime: may need to increase max user processes (ulimit -u)\nfatal error: newosproc\n"
                + String(repeating: "goroutine 7 [select]:\n", count: 99),
            "runtime: failed to create new OS thread (have 2 already; errno=11)\n"
                + "runtime: may need to increase max user processes (ulimit -u)\nfatal error: newosproc"
        ),
    ]

    @Test("of Go's words about its own end, those that say why", arguments: endings)
    func crashes(_ output: String, _ words: String) {
        #expect(KubectlWords.failure(output) == words)
        var lines = KubectlLines()
        output.split(separator: "\n").forEach { lines.take(String($0)) }
        #expect(KubectlWords.failure(lines.text) == words)
    }

    private static let silences: [(output: String, status: Int32, words: Phrase)] = [
        ("error: some words\n", 1, Phrase(verbatim: "some words")),
        ("", 1, Phrase("\("kubectl") exited with status \(1) and said nothing")),
        ("", 0, Phrase("\("kubectl") exited with status \(0) and said nothing")),
        ("", 134, Phrase("\("kubectl") was killed (signal \(6))")),
        ("runtime/cgo: no thread\nSIGABRT", 134, Phrase(verbatim: "kubectl: runtime/cgo: no thread")),
        (
            "2026/11/23 19:07:15 EOF", 137,
            Phrase("\("kubectl") was killed (signal 9), as happens when memory runs out")
        ),
    ]

    @Test(
        "a kubectl that says nothing is told by how it ended, and one that was killed, whatever it had said",
        arguments: silences)
    func ends(_ output: String, _ exitCode: Int32, _ sentence: Phrase) {
        #expect(KubectlWords.failure(of: "kubectl", saying: output, exitCode: exitCode) == sentence)
    }

    @Test(
        "a kubectl without a word about the context, or about the contexts, is told by how it ended", arguments: [1, 9])
    func silent(_ number: Int) async {
        let options = fake(number == 9 ? "kill -9 $$" : "exit 1")
        let name = options.name(of: "config")
        let words =
            number == 9
            ? Phrase("\(name) was killed (signal 9), as happens when memory runs out")
            : Phrase("\(name) exited with status \(1) and said nothing")
        await #expect(throws: APIError.unreachable(words)) { try await ContextInfo.current(options, environment: [:]) }
        await #expect(throws: APIError.unreachable(words)) { try await ContextInfo.all(options, environment: [:]) }
        let version = words.english.replacing(" config ", with: " version ")
        let error = await thrown(APIError.self) {
            try await KubectlVersions.client(options, environment: [:])
        }
        #expect(error?.text.english == version)
    }

    private static let problems: [(line: String, words: String)] = [
        (
            "E1123 19:07:15.968908    9030 proxy_server.go:144] Error while proxying request:"
                + " dial tcp 127.0.0.1:6999: connect: connection refused",
            "The connection to the server 127.0.0.1:6999 was refused"
                + " - did you specify the right host or port?"
        ),
        (
            "2026/11/23 19:07:15 http: proxy error: dial tcp: lookup nowhere: no such host",
            "Unable to connect to the server: dial tcp: lookup nowhere: no such host"
        ),
        ("EOF\r\n", "Unable to connect to the server: EOF"),
        ("", "Unable to connect to the server: "),
    ]

    @Test("why the proxy cannot reach the server, as kubectl get would say it", arguments: problems)
    func connectionProblems(_ line: String, _ words: String) {
        #expect(KubectlWords.connectionProblem(line) == words)
    }

    @Test(
        "what a login plugin says is told, and that it wants the terminal",
        arguments: [
            (
                "exec plugin cannot support interactive mode: standard input is not a terminal", ["x"],
                "; kstop needs interactiveMode: IfAvailable instead of Always in the kubeconfig"
            ),
            (
                "exec: executable p failed with exit code 3", ["Go to x", "p: cannot create /dev/tty: No such device"],
                " (p: cannot create /dev/tty: No such device);"
                    + " the login plugin asks on the terminal: log in with kubectl first"
            ),
            (
                "exec: executable p failed with exit code 1",
                ["token expired", "E1130 01:56:02.625038   14084 proxy_server.go:147] Error while proxying"],
                " (token expired)"
            ),
        ])
    func loginTrouble(_ trouble: String, _ complaints: [String], _ more: String) {
        let words = "Unable to connect to the server: getting credentials: " + trouble
        #expect(KubectlWords.withLoginHint(words, complaints).english == words + more)
        #expect(APIError.unreachable(Phrase(verbatim: words)).isOfLogin)
        let other = "Unable to connect to the server: EOF"
        #expect(KubectlWords.withLoginHint(other, complaints).english == other)
    }

    @Test("whether kubectl has another program say who the user is")
    func loginPlugin() async throws {
        for (user, expected) in [
            (#"{"exec":{"command":"p","args":null,"interactiveMode":"IfAvailable"}}"#, true),
            (#"{"exec":{"command":"p","interactiveMode":"Always"}}"#, false), (#"{"exec":{"command":"p"}}"#, true),
            (#"{"auth-provider":{"name":"oidc"}}"#, true), (#"{"token":"REDACTED"}"#, false), ("{}", false),
        ] {
            let other = #"{"name":"v","user":{"exec":{"command":"p"}}}"#
            let contexts = #"[{"name":"c","context":{"user":"u"}}]"#
            let users = #"[\#(other),{"name":"u","user":\#(user)}]"#
            let json = #"{"users":\#(users),"contexts":\#(contexts),"current-context":"c"}"#
            let info = try await ContextInfo.current(fake("echo '\(json)'"), environment: [:])
            #expect(info.hasLoginPlugin == expected)
        }
    }

    @Test("k3s' own kubeconfig is explained to who may not read it")
    func hint() {
        let words = #"error loading config file "/etc/rancher/k3s/k3s.yaml": open …: permission denied"#
        #expect(KubectlWords.withHint(words).english.hasPrefix(words + "\nk3s keeps it for root"))
        #expect(KubectlWords.withHint("permission denied").english == "permission denied")
    }

    private static let config =
        #"{"contexts":[{"name":"home","context":{"cluster":"box","user":"me","namespace":"seedbox"}},"#
        + #"{"name":"work","context":{"cluster":"gate"}}],"#
        + #""clusters":[{"name":"box","cluster":{"server":"https://box:6443"}},"#
        + #"{"name":"gate","cluster":{"server":"https://gate/k8s/c-1"}}],"current-context":"home"}"#

    @Test(
        "the context's names, namespace and server, also where options name another context or cluster",
        arguments: [
            (nil, nil, ContextInfo("home", "box", "seedbox", "https://box:6443")),
            (nil, "gate", ContextInfo("home", "gate", "seedbox", "https://gate/k8s/c-1")),
            ("work", nil, ContextInfo("work", "gate", nil, "https://gate/k8s/c-1")),
            ("work", "box", ContextInfo("work", "box", nil, "https://box:6443")),
        ])
    func context(_ context: String?, _ cluster: String?, _ expected: ContextInfo) async throws {
        var options = fake("echo '\(Self.config)'")
        (options.context, options.cluster) = (context, cluster)
        #expect(try await ContextInfo.current(options, environment: [:]) == expected)
    }

    @Test("kubectl is asked for all clusters if --cluster names one, which may be another than the context's")
    func otherCluster() async throws {
        // What --minify leaves.
        let script = #"case "$*" in *minify*) echo '{}';; *) echo '\#(Self.config)';; esac"#
        var options = KubectlOptions(command: ["/bin/sh", "-c", script, "kubectl"])
        options.cluster = "gate"
        let info = try await ContextInfo.current(options, environment: [:])
        #expect(info.server.prefix == "/k8s/c-1")
        options.cluster = "nowhere"
        await #expect(throws: APIError.unreachable(Phrase(verbatim: "cluster \"nowhere\" does not exist"))) {
            try await ContextInfo.current(options, environment: [:])
        }
    }

    @Test("inside a pod the server is the environment's")
    func inCluster() async throws {
        let script = "echo 'error: current-context must exist in order to minify' >&2; exit 1"
        let environment = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "6443"]
        let info = try await ContextInfo.current(fake(script), environment: environment)
        #expect(info.cluster == "in-cluster" && info.server == ServerURL("https://[fd00::1]:6443"))
    }

    @Test("the names of all contexts, as kubectl lists them")
    func contexts() async throws {
        let expected = "config get-contexts -o name"
        let script = #"[ "$*" = "\#(expected)" ] && printf 'a b\nk3s\n'"#
        let options = KubectlOptions(command: ["/bin/sh", "-c", script, "kubectl"])
        #expect(try await ContextInfo.all(options, environment: [:]) == ["a b", "k3s"])
        #expect(try await ContextInfo.all(fake("true"), environment: [:]) == [])
        await #expect(throws: APIError.unreachable(Phrase(verbatim: "some words"))) {
            try await ContextInfo.all(fake("echo 'error: some words' >&2; exit 1"), environment: [:])
        }
    }

    @Test(
        "kubectl's refusal in its own words",
        arguments: [
            ("echo 'error: some words' >&2; exit 1", "some words"),
            ("echo 'error: cannot locate context zzz' >&2; exit 1", "context \"zzz\" does not exist"),
            (
                "echo 'error: current-context must exist in order to minify' >&2; exit 1",
                "context \"zzz\" does not exist"
            ),
        ])
    func refused(_ script: String, _ words: String) async {
        var options = fake(script)
        options.context = "zzz"
        await #expect(throws: APIError.unreachable(Phrase(verbatim: words))) {
            try await ContextInfo.current(options, environment: [:])
        }
    }

    @Test("a kubeconfig that is missing is named, though kubectl blames the context")
    func missingFile() async {
        var options = fake("echo 'error: current-context must exist in order to minify' >&2; exit 1")
        options.kubeconfig = "/nonexistent/kubeconfig"
        let words = "stat /nonexistent/kubeconfig: no such file or directory"
        await #expect(throws: APIError.unreachable(Phrase(verbatim: words))) {
            try await ContextInfo.current(options, environment: [:])
        }
    }

    @Test("that there is no kubeconfig is said with where it was looked for")
    func noKubeconfig() async {
        let script = "echo 'error: current-context must exist in order to minify' >&2; exit 1"
        var k3s = fake(script)
        k3s.command.append("kubectl")
        for (options, environment, places) in [
            (fake(script), ["HOME": "/none"], "/none/.kube/config"),
            (fake(script), ["HOME": "/none", "KUBECONFIG": "/none/a:/none/b"], "/none/a, /none/b"),
            (k3s, ["HOME": "/none"], "/etc/rancher/k3s/k3s.yaml, /none/.kube/config"),
        ] {
            let words = Phrase("no kubeconfig found (looked at \(places)); kstop doctor says what to do")
            await #expect(throws: APIError.unreachable(words)) {
                try await ContextInfo.current(options, environment: environment)
            }
        }
    }

    @Test("that a kubeconfig has no current context is said with its path")
    func noCurrentContext() async {
        let options = fake("echo 'error: current-context must exist in order to minify' >&2; exit 1")
        // Any file that is there.
        let kubeconfig = #filePath
        let words = Phrase("\(kubeconfig): no current context; --context names one")
        await #expect(throws: APIError.unreachable(words)) {
            try await ContextInfo.current(options, environment: ["KUBECONFIG": "/none:" + kubeconfig])
        }
    }

    @Test("a kubectl that cannot be run is an error at once")
    func missingProgram() async {
        let words = Phrase("cannot run \("/nonexistent/kubectl"): \("no such file or directory")")
        await #expect(throws: APIError.unreachable(words)) {
            try await ContextInfo.current(KubectlOptions(command: ["/nonexistent/kubectl"]), environment: [:])
        }
    }

    private func fake(_ script: String) -> KubectlOptions {
        KubectlOptions(command: ["/bin/sh", "-c", script])
    }
}

extension ContextInfo {
    fileprivate init(_ context: String, _ cluster: String, _ namespace: String?, _ server: String) {
        self.init(context: context, cluster: cluster, namespace: namespace, server: ServerURL(server))
    }
}
