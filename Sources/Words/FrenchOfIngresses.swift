/// What is said of what an ingress hangs on.
let frenchOfIngresses = """
    no secret
    secret absent

    auth down
    accès en panne

    no https
    pas de https

    Traefik uses https for port {1} of service {2}, which serves plain http
    Traefik utilise https pour le port {1} du service {2}, qui répond en http

    no container declares port {1}, only {2}: if nothing listens there, Traefik answers 502
    aucun conteneur ne déclare le port {1}, seulement {2} : si rien n'y écoute, Traefik répond 502

    {1}: no external address yet
    {1} : pas encore d'adresse externe

    the running Traefik ignores it and drops the route
    le Traefik en service l'ignore et abandonne la route

    no class
    classe absente

    no certificate
    sans certificat

    {1}: create it in traefik.io/v1alpha1 with the same spec
    {1} : créez-le dans traefik.io/v1alpha1 avec la même spec

    middleware {1} exists only as traefik.containo.us, which Traefik {2} does not read
    le middleware {1} n'existe qu'en traefik.containo.us, que Traefik {2} ne lit pas

    middleware {1} exists only as traefik.io, which Traefik {2} does not read
    le middleware {1} n'existe qu'en traefik.io, que Traefik {2} ne lit pas

    middleware {1} uses secret {2}, which does not exist
    le middleware {1} utilise le secret {2}, qui n'existe pas

    middleware {1} forwards authentication to {2}, but {3}
    le middleware {1} délègue l'authentification à {2}, mais {3}

    service {1} does not exist
    le service {1} n'existe pas

    service {1} has no port {2}
    le service {1} n'a pas de port {2}

    service {1} has no ready endpoints
    le service {1} n'a aucun endpoint prêt

    secret {1} does not exist
    le secret {1} n'existe pas

    browsers reject {1} unless Traefik's default certificate was replaced: {2}
    les navigateurs rejettent {1}, sauf si le certificat par défaut de Traefik a été remplacé : {2}

    Traefik's default certificate: {1}
    certificat par défaut de Traefik : {1}

    certificate {1} is {2}
    le certificat {1} est {2}

    not ready for {1}
    pas prêt depuis {1}

    {1} ({2})
    {1} ({2})

    ingress class {1} does not exist: no controller serves it
    la classe d'ingress {1} n'existe pas : aucun contrôleur ne la sert

    {1} does not exist
    {1} n'existe pas

    {1} is not ready
    {1} n'est pas prêt

    the cluster cannot reach the issuer's server
    le cluster ne joint pas le serveur de l'émetteur

    {1} has no DNS record
    {1} n'a pas d'enregistrement DNS

    usually port 80 of {1} is closed, or its DNS record points elsewhere
    en général, le port 80 de {1} est fermé, ou son enregistrement DNS pointe ailleurs

    usually the DNS record of {1} points elsewhere, or the solver pod is not running
    en général, l'enregistrement DNS de {1} pointe ailleurs, ou le pod du solveur ne tourne pas

    the issuer's rate limit is reached; cert-manager retries later
    la limite de l'émetteur est atteinte ; cert-manager réessaiera plus tard

    the issuer refuses to issue for {1}
    l'émetteur refuse d'émettre pour {1}
    """
