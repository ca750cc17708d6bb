import Testing

@testable import ClusterModel
@testable import kstop

struct OptionParserTests {
    @Test("values may be attached or follow")
    func values() throws {
        for arguments in [
            ["-nmedia"], ["-n", "media"], ["--namespace=media"], ["--namespace", "media"], ["-n=media"],
        ] {
            #expect(try parseOptions(arguments).namespace == "media")
        }
    }

    @Test("what is kubectl's goes to kubectl")
    func passThrough() throws {
        let options = try parseOptions([
            "--kubeconfig", "-x", "--context=a b", "--cluster", "c", "--user", "u", "--as=me",
        ])
        #expect(options.kubectl.kubeconfig == "-x")
        #expect(options.kubectl.context == "a b")
        #expect(options.kubectl.cluster == "c")
        #expect(options.kubectl.user == "u")
        #expect(options.kubectl.impersonatedUser == "me")
    }

    @Test("--once may check")
    func once() throws {
        #expect(try parseOptions(["--once"]).command == .once(OnceOptions(isCheck: false)))
        #expect(try parseOptions(["--check", "--once"]).command == .once(OnceOptions(isCheck: true)))
    }

    @Test("--help and --version win over what follows")
    func help() throws {
        #expect(try parseOptions(["--help", "--nonsense"]).command == .help)
        #expect(try parseOptions(["-V"]).command == .version)
        #expect(try parseOptions(["version"]).command == .version)
    }

    @Test("a refresh below half a second is half a second")
    func refresh() throws {
        #expect(try parseOptions(["-r", "0.1"]).refresh == 0.5)
        #expect(try parseOptions(["-r2.5"]).refresh == 2.5)
        #expect(try parseOptions(["--request-timeout=3s"]).requestTimeout == 3)
    }

    @Test("the dashboard's account can be another")
    func tokenAccount() throws {
        let request = try parseOptions(["--token-account", "headlamp/viewer"]).tokenRequest
        #expect(request == TokenRequest(namespace: "headlamp", account: "viewer"))
    }

    @Test(
        "what is not understood is said in one line",
        arguments: [
            (["--nonsense"], "unknown option '--nonsense'"), (["-x"], "unknown option '-x'"),
            (["plex"], "unexpected argument 'plex'"), (["--", "plex"], "unexpected argument 'plex'"),
            (["-n"], "option '-n' needs a value"), (["--namespace="], "option '--namespace' needs a value"),
            (["--once=yes"], "option '--once' takes no value"),
            (["--color", "blue"], "--color is auto, always or never, not 'blue'"),
            (["-r", "0"], "'0' is no number of seconds for -r"), (["-r", "-1"], "'-1' is no number of seconds for -r"),
            (["-r", "nan"], "'nan' is no number of seconds for -r"), (["--check"], "--check needs --once"),
            (["-n", "../x"], "'../x' is no name of a namespace"), (["-n", "-x"], "'-x' is no name of a namespace"),
            (["-n", "%2e"], "'%2e' is no name of a namespace"),
            (["--token-account", "x"], "--token-account is NAMESPACE/NAME, not 'x'"),
        ])
    func refused(arguments: [String], text: String) {
        #expect(throws: UsageError(text: text)) { try parseOptions(arguments) }
    }
}
