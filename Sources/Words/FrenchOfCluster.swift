/// What is said of the cluster's objects, applications and chains.
let frenchOfCluster = """
    loading
    chargement

    unknown
    inconnu

    external
    externe

    policy
    politique réseau

    certificate
    certificat

    expired
    expiré

    stopped
    arrêté

    partly stopped
    arrêté en partie

    no node
    aucun nœud

    no pods
    aucun pod

    rolling {1} of {2}
    déploie {1} sur {2}

    no progress
    n'avance plus

    restarting
    redémarre

    no middleware
    middleware absent

    no such port
    port absent

    no such service
    service absent

    no endpoints
    aucun endpoint

    no backend
    aucun backend

    healthy
    sain

    progressing
    en cours

    degraded
    dégradé

    broken
    en panne

    completed
    terminé

    none
    sans

    other
    autre

    deployment {1}
    le déploiement {1}

    stateful set {1}
    le stateful set {1}

    daemon set {1}
    le daemon set {1}

    replica set {1}
    le replica set {1}

    job {1}
    le job {1}

    its endpoints have no port named {1}
    ses endpoints n'ont pas de port nommé {1}

    its endpoints have no port without a name, only {1}
    ses endpoints n'ont pas de port sans nom, seulement {1}

    all of them are ending
    tous se terminent

    only asks for a certificate
    ne demande qu'un certificat

    entry point {1} is not one that Traefik has by itself (web, websecure)
    le point d'entrée {1} n'est pas de ceux que Traefik a de lui-même (web, websecure)

    a DNS name: Traefik answers 404 unless allowExternalNameServices is set
    un nom DNS : Traefik répond 404 sans allowExternalNameServices

    Traefik itself gets a certificate for {1}
    Traefik obtient lui-même un certificat pour {1}

    browsers refuse it, unless it was replaced
    les navigateurs le refusent, sauf s'il a été remplacé

    asks for the password in plain http, before it redirects to https
    demande le mot de passe en http, avant de rediriger vers https

    cron job, {1}
    cron job, {1}

    scheduled
    planifié

    deployment {1} is scaled; its rollout is paused
    le déploiement {1} est à l'échelle ; son rollout est en pause

    {1}: {2}
    {1} : {2}

    it does not say why
    il ne dit pas pourquoi

    ingress {1} leads nowhere: {2}
    l'ingress {1} ne mène nulle part : {2}

    service {1} leads nowhere: {2}
    le service {1} ne mène nulle part : {2}

    it has neither paths nor a default backend
    il n'a ni chemins ni backend par défaut

    there is no service {1}; {2} exists
    il n'y a pas de service {1} ; {2} existe

    there is no service {1}
    il n'y a pas de service {1}

    service {1} has no port {2}; it has none
    le service {1} n'a pas de port {2} ; il n'en a aucun

    service {1} has no port {2}; it has {3}
    le service {1} n'a pas de port {2} ; il a {3}

    it names no port of service {1}; it has none
    il ne nomme aucun port du service {1}, qui n'en a pas

    it names no port of service {1}; it has {2}
    il ne nomme aucun port du service {1}, qui a {2}

    no container has a port named {1}
    aucun conteneur n'a de port nommé {1}

    none of its endpoints is ready
    aucun de ses endpoints n'est prêt

    it has no selector, and nobody wrote endpoints for it
    il n'a pas de sélecteur, et personne n'a écrit d'endpoints pour lui

    no pod has {1}
    aucun pod n'a {1}

    no pod has {1}; {2} exists
    aucun pod n'a {1} ; {2} existe

    no pod has all of {1}
    aucun pod n'a tous les labels {1}

    {1} has no pods yet
    {1} n'a pas encore de pods

    no pods yet
    pas encore de pods

    no such pod
    pod inexistant

    middleware {1} does not exist
    le middleware {1} n'existe pas

    no public host
    pas d'hôte public

    anyone on the internet reaches this application
    n'importe qui sur internet atteint cette application

    default backend
    backend par défaut

    default class
    classe par défaut

    the same host and path as {1}
    même hôte et même chemin que {1}

    {1} of {2} ready
    prêts : {1} sur {2}

    {1}  by selector
    {1}  par sélecteur

    {1} not ready: {2}
    {1} pas prêt : {2}

    {1} not ready
    {1} pas prêt

    {1} + {2} more...
    {1} + {2} de plus...

    {1} (external)
    {1} (externe)

    a DNS name (external)
    un nom DNS (externe)

    {1}  node port {2}
    {1}  port de nœud {2}

    keeps the ingress controller away from {1} port {2}
    empêche le contrôleur d'ingress d'atteindre {1}, port {2}

    keeps the ingress controller away from {1}
    empêche le contrôleur d'ingress d'atteindre {1}

    running
    tourne

    running, not ready
    tourne, pas prêt

    waiting
    en attente

    not started
    pas démarré

    {1}, exit code {2}
    {1}, code de sortie {2}

    {1}, last exit code {2}
    {1}, dernier code de sortie {2}

    every host
    tous les hôtes

    default certificate
    certificat par défaut

    covers {1}
    couvre {1}

    does not cover {1}: {2}
    ne couvre pas {1} : {2}

    no TLS: {1}
    pas de TLS : {1}

    plain http
    http en clair

    plain http, or https with Traefik's default certificate
    http en clair, ou https avec le certificat par défaut de Traefik

    is for {1}, not for {2}
    est pour {1}, pas pour {2}

    certificate {1} is kept in {2} instead
    le certificat {1} est gardé dans {2}

    cert-manager has no certificate for it
    cert-manager n'a pas de certificat pour lui

    certificate {1} {2}
    le certificat {1} est {2}

    certificate {1} {2}: browsers refuse {3}
    le certificat {1} est {2} : les navigateurs refusent {3}

    {1}d
    {1}j

    {1}d!
    {1}j!

    valid
    valide

    soon!
    bientôt!

    wait!
    attente!

    not ready
    pas prêt

    {1}: it has not been issued yet
    {1} : il n'a pas encore été émis

    expired {1} ago
    expiré depuis {1}

    expires in {1}
    expire dans {1}

    valid {1}
    valide encore {1}

    {1} day
    {1} jour

    {1} days
    {1} jours

    unknown: {1} are still being read
    inconnu : lecture en cours des {1}

    unknown: {1}
    inconnu : {1}

    the API server has no {1}
    le serveur d'API n'a pas de {1}

    (without a name)
    (sans nom)

    the dashboard is not installed: no namespace {1}
    le tableau de bord n'est pas installé : pas de namespace {1}

    service account {1} is missing in namespace {2}
    le compte de service {1} manque dans le namespace {2}
    """
