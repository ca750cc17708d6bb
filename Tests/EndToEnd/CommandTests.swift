import Testing

/// What is asked for after ":", and the keys that do the same.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct CommandTests {
    private static let pages: [(key: String, command: String, titles: [String])] = [
        ("6", "ev", ["LAST", "SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]),
        ("2", "po", ["NAME", "READY", "STATUS", "RESTARTS", "AGE"]),
        ("3", "deploy", ["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"]),
        ("4", "svc", ["NAME", "TYPE", "CLUSTER-IP", "PORT(S)", "AGE"]),
        ("5", "ing", ["NAME", "CLASS", "HOSTS", "PORTS", "AGE"]),
        ("1", "apps", ["APP", "READY", "STATUS", "RESTARTS", "AGE"]),
    ]

    @Test("every page opens by its key and by its command, and has kubectl's titles")
    func pages() async throws {
        let tmux = try await Tmux.demo(columns: 160)
        for page in Self.pages {
            try await tmux.keys(page.key)
            try await tmux.waitFor("\(page.titles) by \(page.key)") { $0.row(page.titles) != nil }
        }
        for page in Self.pages {
            try await tmux.command(page.command)
            try await tmux.waitFor("\(page.titles) by :\(page.command)") { $0.row(page.titles) != nil }
        }
    }

    @Test("another namespace, all of them, and back")
    func namespaces() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.command("ns kube-system")
        try await tmux.waitFor("kube-system") { $0.row("›", "kube-system") != nil && $0.contains("coredns") }
        #expect(try await !tmux.screen().contains("overseerr"))
        try await tmux.command("ns all")
        try await tmux.waitFor("all namespaces") { screen in
            screen.row("NAMESPACE", "APP") != nil && screen.row("kube-system", "coredns", "1/1", "Running") != nil
                && screen.row("kubeseed", "bazarr", "1/1") != nil
        }
        try await tmux.keys("0")
        try await tmux.waitFor("kube-system again") { $0.row("›", "kube-system") != nil && !$0.contains("bazarr") }
        try await tmux.keys("0")
        try await tmux.waitFor("all again") { $0.row("kubeseed", "bazarr") != nil }
        try await tmux.command("ns kubeseed")
        try await tmux.waitFor("7 broken")
        try await tmux.command("ns nowhere")
        try await tmux.waitFor("namespace \"nowhere\" does not exist")
    }

    @Test("an unknown context is refused in kubectl's words, and the screen goes on")
    func unknownContext() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.command("ctx nowhere")
        let screen = try await tmux.waitFor("context \"nowhere\" does not exist")
        #expect(screen.contains("still at k3s-seedbox"))
        #expect(screen.contains("7 broken"))
        try await tmux.select("radarr")
        try await tmux.command("ctx k3s-seedbox")
        try await tmux.waitFor("connected to k3s-seedbox")
        try await tmux.waitFor("7 broken")
    }

    @Test("Tab completes a command, and Up brings an earlier one")
    func completion() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.type(":th")
        try await tmux.keys("Tab")
        try await tmux.waitFor("the whole word") { $0.lines.contains { $0.hasPrefix(": theme") } }
        try await tmux.type(" or")
        try await tmux.keys("Tab", "Enter")
        try await tmux.waitFor("no prompt") { !$0.contains(": theme") }
        try await tmux.type(":ns kube-sy")
        try await tmux.keys("Tab")
        try await tmux.keys("Enter")
        try await tmux.waitFor("kube-system") { $0.row("›", "kube-system") != nil }
        try await tmux.keys(":", "Up")
        try await tmux.waitFor(": ns kube-system")
        try await tmux.keys("Up")
        try await tmux.waitFor(": theme orchard")
        try await tmux.keys("Down", "Down")
        try await tmux.waitFor("what was typed: nothing") { !$0.contains(": ns") && !$0.contains(": theme") }
        try await tmux.keys("Escape")
    }

    @Test(
        "what is no command is answered with the nearest one",
        arguments: [
            ("podz", "did you mean pods?"), ("sort statsu", "did you mean STATUS?"),
            ("theme lihgt", "did you mean light?"), ("frobnicate", "unknown: frobnicate"), ("ns", "ns needs a name"),
            ("ns Not_A_Name", "no name of a namespace"),
        ])
    func unknown(command: String, answer: String) async throws {
        let tmux = try await Tmux.demo()
        try await tmux.command(command)
        try await tmux.waitFor(answer)
    }

    @Test("each theme has its own colors, and moves nothing")
    func themes() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.keys("4")
        let text = try await tmux.waitFor("the services") { $0.row("NAME", "TYPE", "CLUSTER-IP") != nil }
        var looks = [try await tmux.styledScreen()]
        for theme in ["light", "contrast", "mono", "orchard"] {
            try await tmux.command("theme \(theme)")
            try await waitUntil("the theme \(theme)") {
                let styled = try await tmux.styledScreen()
                let isNew = !looks.contains(styled) && !styled.contains("complete")
                if isNew { looks.append(styled) }
                return isNew
            }
            #expect(try await tmux.screen().row("4", "Services") == text.row("4", "Services"))
            #expect(looks.last?.hasColors == (theme != "mono"))
        }
        try await tmux.command("theme default")
        try await waitUntil("the usual theme") { try await tmux.styledScreen().lines.last == looks.first?.lines.last }
    }

    @Test("a theme that there is not is refused before the screen opens")
    func unknownTheme() async throws {
        let run = try await Binary.run("--demo", "--theme", "nonsense", environment: ["PATH": "/usr/bin:/bin"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        let names = "default, light, contrast, mono, orchard"
        #expect(run.errors == "kstop: --theme: there is no theme \"nonsense\"; known names: \(names)\n")
    }

    @Test("the language changes at once, and back")
    func language() async throws {
        let tmux = try await Tmux.demo(columns: 150)
        try await tmux.command("lang fr")
        let french = try await tmux.waitFor("French") { $0.contains("7 en panne") && $0.contains("? aide") }
        #expect(french.row("1", "Applis", "21", "2", "Pods", "21", "3", "Déploiements") != nil)
        #expect(french.row("r", "redémarrer", "l", "journal", "t", "jeton") != nil)
        // The words of kubectl stay.
        #expect(french.row("overseerr", "0/1", "CrashLoopBackOff") != nil)
        try await tmux.command("lang en")
        try await tmux.waitFor("7 broken")
    }
}
