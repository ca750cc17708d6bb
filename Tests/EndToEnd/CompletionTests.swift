import Foundation
import Testing

/// The completions, with the Tab key in the real shells; a shell that is not installed is left out.
@Suite(.timeLimit(.minutes(3)))
struct CompletionTests {
    enum Shell: String, CaseIterable {
        case bash, zsh, fish

        /// Starts it with nothing but kstop's completions.
        var command: String {
            let folder = Binary.sourceRoot + "/completions"
            return switch self {
            case .bash: "exec bash --norc --noprofile"
            case .zsh: "exec zsh -f"
            case .fish: "exec fish --no-config --init-command 'source \(folder)/kstop.fish'"
            }
        }

        /// Typed before anything else; ends with a prompt that can be waited for.
        var preparation: String {
            let folder = Binary.sourceRoot + "/completions"
            return switch self {
            case .bash: "source \(folder)/kstop.bash; PS1='ready> '"
            case .zsh: "fpath=(\(folder) $fpath); autoload -Uz compinit; compinit -u -D; PS1='ready> '"
            case .fish: "function fish_prompt; echo -n 'ready> '; end; set fish_autosuggestion_enabled 0"
            }
        }

        var isInstalled: Bool {
            ["/bin", "/usr/bin", "/usr/local/bin"].contains {
                FileManager.default.isExecutableFile(atPath: "\($0)/\(rawValue)")
            }
        }
    }

    private static let shells = Shell.allCases.filter { shell in
        if !shell.isInstalled { print("\(shell.rawValue) is not installed: its completions are not tested") }
        return shell.isInstalled
    }

    @Test("Tab completes options, commands, names of the cluster and what an option can be", arguments: shells)
    func tab(shell: Shell) async throws {
        try await Self.complete(Self.examples, in: shell)
    }

    @Test("Tab completes contexts with signs at which bash ends words", arguments: shells)
    func signs(shell: Shell) async throws {
        try await Self.complete(Self.contexts, in: shell)
    }

    @Test("Tab completes contexts with blanks and quotes in their names, whole", arguments: shells)
    func blanks(shell: Shell) async throws {
        try await Self.complete(Self.contextsWithBlanks, in: shell)
    }

    private static func complete(_ examples: [(String, String)], in shell: Shell) async throws {
        let bin = try TemporaryFolder()
        defer { withExtendedLifetime(bin) {} }
        try FileManager.default.createSymbolicLink(atPath: bin.path + "/kstop", withDestinationPath: Binary.path)
        // Written by the terminal's shell: what this process writes may still be open in a child of another test, and
        // then cannot be run.
        let kubectl = bin.path + "/kubectl"
        let contexts =
            #"#!/bin/sh\necho arn:aws:eks:eu-west-3:1:cluster/seedbox\necho kubernetes-admin@home\n"#
            + #"echo "my  own@home"\necho "an other:\\$HOME"\necho " led by one"\n"#
        let tmux = try await Tmux(
            """
            printf '\(contexts)' > \(kubectl); chmod +x \(kubectl)
            export PATH=\(bin.path):$PATH KSTOP_KUBECTL=\(kubectl)
            \(shell.command)
            """, columns: 160)
        // What is typed before a shell reads is shown, but may be lost.
        try await tmux.waitFor("a prompt") { $0.contains(/[$%#>]/) }
        try await tmux.type(shell.preparation + "\n")
        try await tmux.waitFor("its prompt") { $0.row("ready>") != nil }
        for (typed, completed) in examples {
            try await tmux.type(typed)
            try await tmux.keys("Tab")
            try await tmux.waitFor("\(typed) completed") { $0.contains("ready> \(completed)") }
            try await tmux.keys("C-u", "C-l")
            try await tmux.waitFor("an empty line") { !$0.contains("kstop") }
        }
    }

    private static let examples = [
        ("kstop --reado", "kstop --readonly"), ("kstop doc", "kstop doctor"),
        ("kstop --theme orc", "kstop --theme orchard"),
        ("kstop --demo restart over", "kstop --demo restart overseerr"),
        ("kstop --demo -n kube-s", "kstop --demo -n kube-system"),
        ("kstop --demo --context k3", "kstop --demo --context k3s-seedbox"),
        ("kstop --demo --once flare", "kstop --demo --once flaresolverr"),
        ("kstop --demo list app", "kstop --demo list applications"),
    ]

    private static let contextsWithBlanks = [
        ("kstop --context my", #"kstop --context my\ \ own@home"#),
        (#"kstop --context my\ \ own@h"#, #"kstop --context my\ \ own@home"#),
        ("kstop --context 'my  ow", "kstop --context 'my  own@home'"),
        (#"kstop --context an\ other"#, #"kstop --context an\ other:\$HOME"#),
        (#"kstop --context \ led"#, #"kstop --context \ led\ by\ one"#),
        (#"kstop --context my\ \ own@home doc"#, #"kstop --context my\ \ own@home doctor"#),
    ]

    private static let contexts = [
        ("kstop --context arn", "kstop --context arn:aws:eks:eu-west-3:1:cluster/seedbox"),
        ("kstop --context arn:aws:", "kstop --context arn:aws:eks:eu-west-3:1:cluster/seedbox"),
        ("kstop --context=arn:aws:eks:eu", "kstop --context=arn:aws:eks:eu-west-3:1:cluster/seedbox"),
        ("kstop --context kubernetes-admin@h", "kstop --context kubernetes-admin@home"),
        ("kstop --context a:b:c@d doc", "kstop --context a:b:c@d doctor"),
    ]
}
