import Words

/// What `--help` prints.
func usageText(in language: Language) -> String {
    switch language {
    case .english: englishUsage
    case .french: frenchUsage
    }
}

private let englishUsage = """
    kstop shows which applications of a kubeseed seedbox are up, at which URL and, when one is not, why.

    Usage: kstop [options]
           kstop --once [--check] [options] [APP...]
           kstop -o wide|json|name [--check] [options] [APP...]

    Options:
      -n, --namespace NAME      the namespace; else the kubeconfig context's, else kubeseed if it exists
      -A, --all-namespaces      all of them
          --demo                a made-up seedbox, without a cluster
          --readonly            without the keys that change the cluster
          --token-account NAMESPACE/NAME
                                whose token 't' copies (kubernetes-dashboard/admin-user)
      -r, --refresh SECONDS     how often to list what may not be watched (5)
          --request-timeout SECONDS
                                how long a request may take (10)
          --color WHEN          auto, always or never; NO_COLOR is honored
          --no-color            the same as --color never
          --theme NAME          the colors of the screen
          --ascii, --no-unicode no characters beyond ASCII
          --lang en|fr          the language; else that of LC_ALL, LC_MESSAGES or LANG
          --mouse, --no-mouse   whether the mouse is kstop's or selects text (the latter)
          --config FILE         the configuration; else KSTOP_CONFIG, ~/.config/kstop/config.json5
      -h, --help                this text
      -V, --version             the version

    Options for scripts:
          --once                print one plain snapshot and exit
      -o, --output FORMAT       the same, as
                                  wide  the table and HEALTH, AUTH, CERT, POD (the newest), IMAGE (the main one)
                                  json  one object, described by share/kstop/snapshot-v1.schema.json
                                  name  deployment.apps/NAME, a line for each workload of the applications
          --check               exit 3 when an application of the snapshot is broken or degraded
          --no-headers          nothing but the rows of the table
      -l, --selector SELECTOR   only applications with a deployment or pod whose labels match, as in kubectl:
                                k=v, k!=v, 'k in (a,b)', 'k notin (a,b)', k, '!k', joined by commas
          APP...                only these applications

    Options for kubectl, which it gets as they are:
          --kubeconfig FILE  --context NAME  --cluster NAME  --user NAME  --as NAME
          --kubectl FILE        which kubectl; else KSTOP_KUBECTL, kubectl in PATH, k3s kubectl

    Exit status: 0 all well, 1 the cluster did not answer, 2 wrong usage or configuration, 3 unhealthy (--check)
    """
