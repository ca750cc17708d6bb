import Glibc

/// Which kubectl, and what to tell it about the cluster; kstop reads no kubeconfig of its own.
package struct KubectlOptions: Equatable, Sendable {
    /// The program and what stands before its options: ["kubectl"] or ["k3s", "kubectl"].
    package var command: [String]
    package var kubeconfig: String?
    package var context: String?
    package var cluster: String?
    package var user: String?
    /// `--as`.
    package var impersonatedUser: String?

    package init(command: [String]) {
        self.command = command
    }

    /// For the user: "k3s kubectl proxy".
    func name(of subcommand: String) -> String { (command + [subcommand]).joined(separator: " ") }

    /// Where kubectl looks for kubeconfigs: the option's file, else those of KUBECONFIG, else ~/.kube/config, which k3s' own
    /// kubectl does only for want of k3s' kubeconfig.
    func kubeconfigPaths(_ environment: [String: String]) -> [String] {
        if let kubeconfig { return [kubeconfig] }
        let named = environment["KUBECONFIG", default: ""].split(separator: ":").map(String.init)
        if !named.isEmpty { return named }
        let isK3s = command.count > 1 && command.last == "kubectl"
        return (isK3s ? ["/etc/rancher/k3s/k3s.yaml"] : []) + [environment["HOME", default: ""] + "/.kube/config"]
    }

    /// A whole command line. Values are joined to their options, so that none can pass for an option itself.
    package func arguments(_ subcommand: [String]) -> [String] {
        let options: [(name: String, value: String?)] = [
            ("kubeconfig", kubeconfig), ("context", context), ("cluster", cluster), ("user", user),
            ("as", impersonatedUser),
        ]
        return command + options.compactMap { option in option.value.map { "--\(option.name)=\($0)" } } + subcommand
    }
}

/// The kubectl of this machine.
package enum Kubectl {
    /// The command for `KubectlOptions`: `explicit` (`--kubectl`), `KSTOP_KUBECTL`, kubectl or k3s in PATH; else nil.
    package static func find(explicit: String?, environment: [String: String]) -> [String]? {
        if let chosen = explicit ?? environment["KSTOP_KUBECTL"], !chosen.isEmpty {
            let isK3s = chosen == "k3s" || chosen.hasSuffix("/k3s")
            return isK3s ? [chosen, "kubectl"] : [chosen]
        }
        if isInPath("kubectl", environment) { return ["kubectl"] }
        return isInPath("k3s", environment) ? ["k3s", "kubectl"] : nil
    }

    private static func isInPath(_ program: String, _ environment: [String: String]) -> Bool {
        let directories = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return directories.split(separator: ":").contains { directory in
            let path = "\(directory)/\(program)"
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
        }
    }
}
