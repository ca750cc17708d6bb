/// What `kstop doctor`, `kstop config` and `kstop list` say.
let frenchOfDoctor = """
    kstop list needs one of: {1}
    kstop list demande l'un de : {1}

    {1}: no mistakes
    {1} : pas d'erreur

    no configuration file: all is as usual
    pas de fichier de configuration : tout est comme d'habitude

    that of the kubeconfig's context, else kubeseed
    celui du contexte du kubeconfig, sinon kubeseed

    default
    par défaut

    Configuration
    Configuration

    Cluster
    Cluster

    Rights
    Droits

    Terminal
    Terminal

    kubectl {1} is {2} minor versions older than Kubernetes {3}; 1 is supported
    kubectl {1} a {2} versions mineures de retard sur Kubernetes {3} ; 1 est prise en charge

    kubectl {1} is {2} minor versions newer than Kubernetes {3}; 1 is supported
    kubectl {1} a {2} versions mineures d'avance sur Kubernetes {3} ; 1 est prise en charge

    describe, edit, shells and forwards may fail; k3s has a kubectl that fits: --kubectl k3s
    describe, edit, shells et redirections peuvent échouer ; k3s a un kubectl qui convient : --kubectl k3s

    context {1}, namespace {2}
    contexte {1}, namespace {2}

    server {1}
    serveur {1}

    server {1}, path prefix {2}
    serveur {1}, préfixe de chemin {2}

    no server in the kubeconfig: kubectl uses its default
    pas de serveur dans le kubeconfig : kubectl utilise celui par défaut

    install kubectl or k3s; or is it a mistake in --kubectl or KSTOP_KUBECTL?
    installez kubectl ou k3s ; ou est-ce une erreur dans --kubectl ou KSTOP_KUBECTL ?

    kubectl must know the cluster; on a kubeseed box: export KUBECONFIG=~/seedbox/k3s/k3s.yaml
    kubectl doit connaître le cluster ; sur une machine kubeseed : export KUBECONFIG=~/seedbox/k3s/k3s.yaml

    is the cluster running? on a kubeseed box: systemctl status k3s
    le cluster fonctionne-t-il ? sur une machine kubeseed : systemctl status k3s

    the API server answers
    le serveur d'API répond

    1 node
    1 nœud

    {1} nodes
    {1} nœuds

    node {1} is {2}
    le nœud {1} est {2}

    no pods are started there; on a kubeseed box: systemctl status k3s
    aucun pod n'y est démarré ; sur une machine kubeseed : systemctl status k3s

    without nodes the first line lacks their state and load
    sans les nœuds, leur état et leur charge manquent à la première ligne

    k3s brings a metrics server, unless it was disabled; without, there is no CPU and MEM
    k3s apporte un serveur de métriques, sauf s'il a été désactivé ; sans lui, ni CPU ni MEM

    the metrics server answers
    le serveur de métriques répond

    no cert-manager: how long certificates are good is not known
    pas de cert-manager : la durée de validité des certificats n'est pas connue

    no Traefik middlewares: who is let in is not known
    pas de middlewares Traefik : qui peut entrer n'est pas connu

    the API server cannot tell all rights: more may be allowed
    le serveur d'API ne peut pas dire tous les droits : d'autres peuvent être accordés

    the API server does not tell what is allowed: {1}
    le serveur d'API ne dit pas ce qui est permis : {1}

    may read {1} in namespace {2}
    lecture permise de {1} dans le namespace {2}

    may not list and watch {1} in namespace {2}
    lecture et surveillance interdites de {1} dans le namespace {2}

    the ClusterRole "view" allows it: ask for it in namespace {1}
    le ClusterRole « view » le permet : demandez-le dans le namespace {1}

    the ClusterRole "edit" allows it in namespace {1}; --readonly does without
    le ClusterRole « edit » le permet dans le namespace {1} ; --readonly s'en passe

    {1}: {2} {3}
    {1} : {2} {3}

    {1}: {2} {3} ({4}/{5})
    {1} : {2} {3} ({4}/{5})

    ask for it in namespace {1}, or name another account with --token-account
    demandez-le dans le namespace {1}, ou nommez un autre compte avec --token-account

    read logs
    lire les journaux

    restart, stop, start, edit
    redémarrer, arrêter, démarrer, modifier

    delete a pod
    supprimer un pod

    open a shell
    ouvrir un shell

    forward a port
    rediriger un port

    make a token for the web dashboard
    créer un jeton pour le tableau de bord web

    set TERM as your terminal wants it, such as xterm-256color; Debian's ncurses-term knows more
    donnez à TERM le nom de votre terminal, comme xterm-256color ; ncurses-term de Debian en connaît d'autres

    standard input and output are no terminal: only --once and commands work here
    l'entrée et la sortie standard ne sont pas un terminal : seuls --once et les commandes fonctionnent ici

    TERM={1} is not in terminfo here: using {2}
    TERM={1} n'est pas dans terminfo ici : {2} le remplace

    TERM={1} is not known: the screen is printed as lines
    TERM={1} n'est pas connu : l'écran est affiché ligne par ligne

    TERM={1} cannot place its cursor: the screen is printed as lines
    TERM={1} ne peut pas placer son curseur : l'écran est affiché ligne par ligne

    no colors: NO_COLOR is set
    pas de couleurs : NO_COLOR est défini

    --color always has them
    --color always les rétablit

    in ~/.tmux.conf: set -s default-terminal tmux-256color
    dans ~/.tmux.conf : set -s default-terminal tmux-256color

    no colors
    pas de couleurs

    {1} colors
    {1} couleurs

    the locale is written in UTF-8
    la locale est en UTF-8

    the locale is not written in UTF-8: there are no characters beyond ASCII
    la locale n'est pas en UTF-8 : aucun caractère hors ASCII

    export LC_ALL=C.UTF-8
    export LC_ALL=C.UTF-8

    nothing can be copied from this terminal
    rien ne peut être copié depuis ce terminal

    the key T shows a token, u the dashboard's URL
    la touche T montre un jeton, u l'URL du tableau de bord

    copies by OSC 52 through GNU screen
    copie par OSC 52 à travers GNU screen

    copies by OSC 52
    copie par OSC 52

    ; terminals do not say whether they take it
     ; les terminaux ne disent pas s'ils l'acceptent

    tmux does not answer: what is copied may get lost
    tmux ne répond pas : ce qui est copié peut se perdre

    tmux {1} copies to the terminal's clipboard
    tmux {1} copie dans le presse-papiers du terminal

    tmux {1} takes the terminal for one without a clipboard: copies stay in tmux
    tmux {1} croit le terminal sans presse-papiers : les copies restent dans tmux

    if it has one, in ~/.tmux.conf: set -as terminal-features ',*:clipboard'
    s'il en a un, dans ~/.tmux.conf : set -as terminal-features ',*:clipboard'
    """
