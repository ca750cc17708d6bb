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
           kstop restart|stop|start APP... [--yes] [--wait] [options]
           kstop logs APP [-f] [options]
           kstop url APP | token | report | doctor [options]
           kstop config [--check] | list applications|namespaces|contexts [options]

    Options:
      -n, --namespace NAME      the namespace; else the kubeconfig context's, else kubeseed if it exists
      -A, --all-namespaces      all of them
          --demo                a made-up seedbox, without a cluster
          --tour                with --demo: kstop shows by itself, in a minute, what it is for
          --readonly            without the keys that change the cluster or give out a token
          --token-account NAMESPACE/NAME
                                whose token 't' copies (kubernetes-dashboard/admin-user)
          --duration TIME       how long a token is valid: 10m or longer (1h)
      -r, --refresh SECONDS     how often to list what may not be watched (5)
          --request-timeout SECONDS
                                seconds of silence before a request fails (10)
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
                                  wide  the table and HEALTH, AUTH, CERT, POD and IMAGE (the main ones)
                                  json  one object, described by share/kstop/snapshot-v1.schema.json
                                  name  deployment.apps/NAME, a line for each workload of the applications
          --check               exit 3 when an application of the snapshot is broken or degraded
          --no-headers          nothing but the rows of the table
      -l, --selector SELECTOR   only applications with a deployment or pod whose labels match, as in kubectl:
                                k=v, k!=v, 'k in (a,b)', 'k notin (a,b)', k, '!k', joined by commas
          APP...                only these applications

    Commands for scripts:
      restart|stop|start APP... do it, and tell as kubectl does; start brings as many pods as stop has taken
      -y, --yes               without a question, which a script cannot answer
          --wait              follow it to its end as kubectl rollout status, a stop to the end of its last pod;
                              exit 1 with the reason if it fails
          --timeout DURATION  how long to wait (90s, 10m, 1h30m); else as long as it takes
      logs APP                the log of its newest pod, as kubectl logs prints it
      -f, --follow            go on until it ends
      -p, --previous          of the run before the present one
      -c, --container NAME    only this one, of whichever pod has it
          --tail N  --since DURATION  --timestamps
      url APP                 its URLs, a line each
      token                   a token for the web dashboard, without a line break
      report                  what those who are asked for help need; names of hosts, addresses and secrets are masked
      doctor                  whether kubectl, cluster, rights, terminal and configuration are well, and what to do
      config                  the configuration, and where each value comes from; --check: only what is wrong with it
      list applications|namespaces|contexts
                              their names, a line each

    Options for kubectl, which it gets as they are:
          --kubeconfig FILE  --context NAME  --cluster NAME  --user NAME  --as NAME
          --kubectl FILE        which kubectl; else KSTOP_KUBECTL, kubectl in PATH, k3s kubectl

    Exit status: 0 all well, 1 the cluster did not answer, a command failed or the output could not be written,
                 2 wrong usage or configuration, 3 unhealthy (--check)
    """
