/// What is said of what kstop does to the cluster, and of the programs that it starts.
let frenchOfActions = """
    stop or start
    arrêter ou démarrer

    stop/start
    arrêt/marche

    shell in the container
    shell dans le conteneur

    shell
    shell

    forward a port to 127.0.0.1
    rediriger un port vers 127.0.0.1

    forward
    rediriger

    forwarded ports
    ports redirigés

    forwards
    redirections

    edit the object
    éditer l'objet

    edit
    éditer

    delete the pod
    supprimer le pod

    delete pod
    supprimer

    show a dashboard token
    montrer un jeton du dashboard

    copy the dashboard's URL
    copier l'URL du dashboard

    Stop {1}?
    Arrêter {1} ?

    Stop {1} workloads?
    Arrêter {1} charges de travail ?

    Start {1}?
    Démarrer {1} ?

    Start {1} workloads?
    Démarrer {1} charges de travail ?

    Delete pod {1}?
    Supprimer le pod {1} ?

    Delete {1} pods?
    Supprimer {1} pods ?

    Show a dashboard token?
    Montrer un jeton du dashboard ?

    Stop
    Arrêter

    Remove
    Retirer

    ended
    terminé

    Start
    Démarrer

    Delete
    Supprimer

    Show
    Montrer

    Whoever sees it may do all that this account may do, until it expires.
    Qui le voit peut tout ce que peut ce compte, jusqu'à son expiration.

    Its pod ends.
    Son pod se termine.

    Its {1} pods end.
    Ses {1} pods se terminent.

    It stays stopped, also over a reboot, until it is started again.
    L'arrêt dure, même après un redémarrage de la machine, jusqu'au prochain démarrage.

    One pod starts.
    Un pod démarre.

    {1} pod starts, as before the stop.
    {1} pod démarre, comme avant l'arrêt.

    {1} pods start, as before the stop.
    {1} pods démarrent, comme avant l'arrêt.

    {1} has nothing to stop or start
    {1} n'a rien à arrêter ni à démarrer

    stopping {1} …
    arrêt de {1} …

    starting {1} …
    démarrage de {1} …

    {1} has been replaced
    {1} a été remplacé

    {1} stops: {2} pod still ends
    {1} s'arrête : {2} pod se termine encore

    {1} stops: {2} pods still end
    {1} s'arrête : {2} pods se terminent encore

    {1} has stopped
    {1} est arrêté

    {1} has started: {2} of {3} ready
    {1} a démarré : {2} sur {3} prêts

    Nothing makes another one in its place: it is gone for good.
    Rien n'en recrée un à sa place : il disparaît pour de bon.

    Its job makes another one unless it is done.
    Son job en recrée un, sauf s'il est terminé.

    {1} {2} makes another one in its place.
    {1} {2} en recrée un à sa place.

    deleting {1} …
    suppression de {1} …

    pod {1}
    le pod {1}

    pod {1} ends
    le pod {1} se termine

    {1} has no sh: {2} would bring one
    {1} n'a pas de sh : {2} en apporterait un

    no sh: {1}
    pas de sh : {1}

    {1} has no sh: kubectl debug would bring one
    {1} n'a pas de sh : kubectl debug en apporterait un

    logging in to {1} …
    connexion à {1} …

    {1}, container {2}: exit comes back to kstop
    {1}, conteneur {2} : exit ramène à kstop

    Shell in which container?
    Un shell dans quel conteneur ?

    the pod
    le pod

    {1} cannot be edited
    {1} ne peut pas être édité

    the demo has no kubectl that could run
    la démo n'a pas de kubectl à lancer

    No port is forwarded
    Aucun port redirigé

    Forwarded ports
    Ports redirigés

    starting …
    démarrage …

    {1} has no TCP port to forward
    {1} n'a pas de port TCP à rediriger

    Forward which port?
    Rediriger quel port ?

    forwarding {1} …
    redirection de {1} …

    {1} is no longer forwarded: {2}
    {1} n'est plus redirigé : {2}

    {1} is no longer forwarded
    {1} n'est plus redirigé

    {1} port forwarded
    {1} port redirigé

    {1} ports forwarded
    {1} ports redirigés

    Dashboard token
    Jeton du dashboard

    The terminal is too small to show it: enlarge it.
    Le terminal est trop petit pour le montrer : agrandissez-le.

    looking for the dashboard's ingress …
    recherche de l'ingress du dashboard …

    dashboard
    dashboard

    no ingress in namespace {1} shows it
    aucun ingress du namespace {1} ne le montre

    copied: {1}
    copié : {1}

    copied, to tmux's buffer too: {1}
    copié, aussi dans le tampon de tmux : {1}

    not to be copied here: this terminal has no clipboard
    copie impossible : ce terminal n'a pas de presse-papiers

    '{1}' is no duration for {2}, such as 10m or 1h30m
    « {1} » n'est pas une durée pour {2}, comme 10m ou 1h30m

    a token is valid for 10m or longer, not for '{1}'
    un jeton est valable 10m ou plus, pas « {1} »
    """
