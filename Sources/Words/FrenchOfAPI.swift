/// Why the API does not answer as asked, and what is wrong with what it sends.
let frenchOfAPI = """
    {1}; kstop needs interactiveMode: IfAvailable instead of Always in the kubeconfig
    {1} ; il faut à kstop interactiveMode: IfAvailable au lieu de Always dans le kubeconfig

    {1}; the login plugin asks on the terminal: log in with kubectl first
    {1} ; le module de connexion interroge sur le terminal : connectez-vous d'abord avec kubectl

    no kubeconfig found (looked at {1}); kstop doctor says what to do
    pas de kubeconfig (cherché : {1}) ; kstop doctor dit quoi faire

    {1}: no current context; --context names one
    {1} : pas de contexte courant ; --context en désigne un

    unexpected answer: {1}
    réponse inattendue : {1}

    no answer within {1}
    pas de réponse en {1}

    {1} {2}: {3}
    {1} {2} : {3}

    list of {1}: {2}
    liste des {1} : {2}

    watch of {1}: {2}
    surveillance des {1} : {2}

    a body without a head
    un corps sans en-tête

    an answer without end
    une réponse sans fin

    not HTTP
    pas du HTTP

    a header line without a name
    une ligne d'en-tête sans nom

    a header without end
    un en-tête sans fin

    a chunk longer than it says
    un fragment plus long qu'annoncé

    a chunk without a size
    un fragment sans taille

    transfer encoding {1}
    codage de transfert {1}

    content length {1}
    longueur de contenu {1}

    a watch line without end
    une ligne de surveillance sans fin

    not readable
    illisible

    not JSON
    pas du JSON

    {1} is missing
    {1} manque

    {1} is null
    {1} est null

    {1} is not {2}
    {1} n'est pas {2}

    {1} is not valid
    {1} n'est pas valide

    the object
    l'objet

    text
    un texte

    a number
    un nombre

    true or false
    true ou false

    a list
    une liste

    an object
    un objet

    invalid name "{1}"
    nom invalide : « {1} »

    a name with a NUL in it
    un nom qui contient un caractère NUL

    a token that is none
    un jeton qui n’en est pas un

    the connection was closed
    la connexion a été fermée

    cancelled
    annulé

    cannot run {1}: {2}
    impossible de lancer {1} : {2}

    cannot make a pipe: {1}
    impossible de créer un tube : {1}

    cannot make a socket: {1}
    impossible de créer une socket : {1}

    cannot make a directory in /tmp: {1}
    impossible de créer un répertoire dans /tmp : {1}

    cannot open {1}: {2}
    impossible d'ouvrir {1} : {2}

    {1} is not a socket of this user
    {1} n'est pas une socket de cet utilisateur

    the socket's path is too long: {1}
    le chemin de la socket est trop long : {1}

    cannot connect to kubectl proxy: {1}
    impossible de se connecter à kubectl proxy : {1}

    cannot send to kubectl proxy: {1}
    impossible d'écrire à kubectl proxy : {1}

    cannot read from kubectl proxy: {1}
    impossible de lire kubectl proxy : {1}

    kubectl proxy cannot reach the API server
    kubectl proxy n'atteint pas le serveur d'API

    kubectl proxy does not serve yet
    kubectl proxy ne répond pas encore

    kubectl proxy has been stopped
    kubectl proxy a été arrêté

    {1} exited with status {2} and said nothing
    {1} s'est terminé avec le code {2}, sans rien dire

    {1} was killed (signal {2})
    {1} a été tué (signal {2})

    {1} was killed (signal 9), as happens when memory runs out
    {1} a été tué (signal 9), comme il arrive quand la mémoire manque

    cannot start threads: {1}; raise the limit on processes (ulimit -u, TasksMax or pids.max)
    impossible de créer des threads : {1} ; relevez la limite de processus (ulimit -u, TasksMax ou pids.max)

    k3s keeps it for root: run kstop as root, or copy the file and set KUBECONFIG to the copy
    k3s le réserve à root : lancez kstop en root, ou copiez le fichier et indiquez la copie dans KUBECONFIG
    """
