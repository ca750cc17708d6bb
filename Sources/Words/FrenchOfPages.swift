/// What the pages and dialogs say.
let frenchOfPages = """
    back
    retour

    keep
    garder

    clear
    effacer

    run
    exécuter

    complete
    compléter

    now
    maintenant

    in {1}s
    dans {1}s

    in {1}m
    dans {1}m

    why
    pourquoi

    last
    dernier

    do
    à faire

    says
    dit

    use
    charge

    all namespaces
    tous les namespaces

    up
    en ligne

    connecting
    connexion

    live
    en direct

    polling
    par relevés

    stale {1}
    périmé {1}

    retry {1}
    nouvel essai {1}

    Selection
    Sélection

    Pages
    Pages

    View
    Affichage

    Order
    Ordre

    Movement
    Déplacement

    kstop itself
    kstop

    logs
    journal

    wrap
    coupure

    time
    heure

    … {1} older lines dropped
    … {1} lignes plus anciennes oubliées

    on
    oui

    off
    non

    {1} new line
    {1} nouvelle ligne

    {1} new lines
    {1} nouvelles lignes

    paused
    en pause

    , {1}, End follows
    , {1}, Fin pour suivre

    opening
    ouverture

    following
    suivi

    ended, waiting for the next start
    terminé, attend le prochain démarrage

    nothing logged yet
    rien dans le journal pour l'instant

    the container has ended and logged nothing
    le conteneur s'est terminé sans rien écrire

    {1} more line
    encore {1} ligne

    {1} more lines
    encore {1} lignes

    {1} is gone
    {1} n'existe plus

    {1} needs a name behind it
    {1} attend un nom

    {1} is no name of a namespace
    {1} n'est pas un nom de namespace

    unknown: {1}; did you mean {2}?
    inconnu : {1} ; vouliez-vous dire {2} ?

    connecting to {1} …
    connexion à {1} …

    no more than {1} bytes
    {1} octets au plus

    {1} match
    {1} résultat

    {1} matches
    {1} résultats

    Cancel
    Annuler

    Restart
    Redémarrer

    Restart {1}?
    Redémarrer {1} ?

    Restart {1} workloads?
    Redémarrer {1} charges de travail ?

    in {1}
    dans {1}

    It is paused: kubectl rollout resume must come first.
    Il est en pause : d'abord kubectl rollout resume.

    It is stopped (0 replicas): nothing will start.
    Il est arrêté (0 réplica) : rien ne démarrera.

    The image is pulled again: this also updates it.
    L'image est téléchargée à nouveau : c'est aussi une mise à jour.

    The old pod ends before the new one starts.
    L'ancien pod se termine avant que le nouveau ne démarre.

    Its pods are replaced one after the other: each ends before its successor starts.
    Ses pods sont remplacés l'un après l'autre : chacun se termine avant que son successeur ne démarre.

    Its pods stay as they are until somebody deletes them (OnDelete).
    Ses pods restent tels quels jusqu'à ce que quelqu'un les supprime (OnDelete).

    Only its pods from number {1} on are replaced (partition).
    Seuls ses pods à partir du numéro {1} sont remplacés (partition).

    No node is meant for it: nothing will start.
    Aucun nœud n'est prévu pour lui : rien ne démarrera.

    For some seconds two pods share {1}.
    Pendant quelques secondes, deux pods partagent {1}.

    For some seconds two pods share {1} and {2} more.
    Pendant quelques secondes, deux pods partagent {1} et {2} autres.

    The new pod starts before the old one ends.
    Le nouveau pod démarre avant que l'ancien ne se termine.

    {1} has nothing to restart
    {1} n'a rien à redémarrer

    nothing done: {1} is gone or was replaced
    rien de fait : {1} a disparu ou a été remplacé

    restarting {1} …
    redémarrage de {1} …

    and {1} more
    et {1} de plus

    {1} more
    encore {1}

    not a regular expression
    pas une expression régulière

    not a label selector
    pas un sélecteur de labels

    Apps
    Applis

    Pods
    Pods

    Deployments
    Déploiements

    Services
    Services

    Ingresses
    Ingress

    Events
    Événements

    Trying again {1}; Ctrl-R tries now.
    Nouvel essai {1} ; Ctrl-R : tout de suite.

    loading {1} …
    chargement : {1} …

    nothing matches {1}
    rien ne correspond à {1}

    all is well: nothing but healthy rows
    tout va bien : que des lignes saines

    Close
    Fermer

    Creating a dashboard token …
    Création d'un jeton pour le dashboard …

    The token could not be copied
    Le jeton n'a pas pu être copié

    Dashboard token copied
    Jeton du dashboard copié

    No dashboard token
    Pas de jeton pour le dashboard

    account
    compte

    This terminal has no clipboard to send it to; it was thrown away.
    Ce terminal n'a pas de presse-papiers ; le jeton a été jeté.

    In tmux's buffer and sent on to your terminal's clipboard.
    Dans le tampon de tmux, et envoyé au presse-papiers du terminal.

    Sent to your terminal's clipboard.
    Envoyé au presse-papiers du terminal.

    until {1}
    jusqu'à {1}

    {1} left
    encore {1}

    this terminal has no clipboard for the token
    ce terminal n'a pas de presse-papiers pour le jeton

    dashboard token copied
    jeton du dashboard copié

    no metrics yet: asked for
    pas encore de métriques : demandées

    no pod with metrics
    aucun pod avec des métriques

    still at {1}: {2}: {3}
    toujours sur {1} : {2} : {3}

    mouse on
    souris active

    mouse off: the terminal selects text
    souris inactive : le terminal sélectionne le texte

    connecting anew …
    nouvelle connexion …

    connected to {1}
    connecté à {1}

    {1} has no pod
    {1} n'a pas de pod

    terminal too small: kstop needs {1}
    terminal trop petit : il faut {1}

    {1} marked
    {1} marquées

    {1} clears it
    {1} pour effacer

    {1} object could not be read:
    {1} objet illisible :

    {1} objects could not be read:
    {1} objets illisibles :
    """
