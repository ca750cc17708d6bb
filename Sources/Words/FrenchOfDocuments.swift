/// What is said on the pages that open full screen.
let frenchOfDocuments = """
    {1} ready
    {1} prêts

    age {1}
    âge {1}

    {1} restart
    {1} redémarrage

    {1} restarts
    {1} redémarrages

    last {1} ago
    le dernier il y a {1}

    {1} ago
    il y a {1}

    for {1}
    depuis {1}

    Chain
    Chaîne

    Chains
    Chaînes

    Other chains
    Autres chaînes

    Usage
    Consommation

    Stateful sets
    StatefulSets

    Daemon sets
    DaemonSets

    Replica sets
    ReplicaSets

    Cron jobs
    CronJobs

    Jobs
    Jobs

    main
    principal

    helper
    auxiliaire

    Pod
    Pod

    Application
    Application

    it is being deleted
    en cours de suppression

    Container {1}
    Conteneur {1}

    Sidecar {1}
    Sidecar {1}

    Init container {1}
    Conteneur d’initialisation {1}

    Ephemeral container {1}
    Conteneur éphémère {1}

    signal {1}
    signal {1}

    exit code {1}
    code de sortie {1}

    read-only
    lecture seule

    Event
    Événement

    Conditions
    Conditions

    Deployment
    Déploiement

    {1} wanted, {2} updated, {3} ready, {4} available
    {1} voulus, {2} à jour, {3} prêts, {4} disponibles

    Image of {1}
    Image de {1}

    Service
    Service

    Ports
    Ports

    Endpoints
    Endpoints

    ending
    en fin de vie

    ready
    prêt

    Ingress
    Ingress

    Rules
    Règles

    by the field {1}
    par le champ {1}

    by the annotation {1}
    par l’annotation {1}

    Annotations
    Annotations

    Who is let in
    Qui peut entrer

    everyone who can reach this address
    quiconque atteint cette adresse

    who knows a name and its password
    qui connaît un nom et son mot de passe

    who has signed in with an account that is allowed
    qui s’est connecté avec un compte autorisé

    those whom its middlewares let pass
    ceux que ses middlewares laissent passer

    does not exist: the controller drops the route
    n’existe pas : le contrôleur ignore la route

    not to be read from here
    illisible d’ici

    asks for a name and a password
    demande un nom et un mot de passe

    asks another service whether a visitor has signed in
    demande à un autre service si le visiteur est connecté

    lets only some addresses in
    ne laisse entrer que certaines adresses

    limits how many requests pass
    limite le nombre de requêtes

    sends plain http on to https
    renvoie http vers https

    changes headers
    modifie les en-têtes

    passes {1}
    passe par {1}

    TLS
    TLS

    Certificates
    Certificats

    valid {1}d
    valable {1} j

    expires in {1}d
    expire dans {1} j

    expired {1}d ago
    expiré depuis {1} j

    all pods
    tous les pods

    selects
    sélectionne

    lets in
    laisse entrer

    Network policies
    NetworkPolicies

    everyone: it is about what pods may reach
    tout le monde : elle porte sur ce que les pods peuvent atteindre

    nobody
    personne

    everyone
    tout le monde

    {1} to port {2}
    {1} vers le port {2}

    a range of addresses
    une plage d’adresses

    pods with {1}
    les pods avec {1}

    {1} of all namespaces
    {1} de tous les namespaces

    {1} of namespaces with {2}
    {1} des namespaces avec {2}
    """
