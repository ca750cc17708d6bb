/// What is said of what an ingress hangs on.
let frenchOfIngresses = """
    no secret
    secret absent

    auth down
    accès en panne

    no https
    pas de https

    Traefik speaks https to port {1} of service {2}, which speaks plain http
    Traefik parle https au port {1} du service {2}, qui parle http en clair

    {1}: nobody has given it an address
    {1} : personne ne lui a donné d'adresse

    this Traefik does not read it, and drops the route
    ce Traefik ne le lit pas, et abandonne la route

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

    middleware {1} takes its passwords from secret {2}, which does not exist
    le middleware {1} prend ses mots de passe dans le secret {2}, qui n'existe pas

    middleware {1} asks {2} who may pass, but {3}
    le middleware {1} demande à {2} qui peut entrer, mais {3}

    service {1} does not exist
    le service {1} n'existe pas

    service {1} has no port {2}
    le service {1} n'a pas de port {2}

    service {1} has no ready endpoints
    le service {1} n'a aucun endpoint prêt

    secret {1} does not exist
    le secret {1} n'existe pas

    browsers refuse {1}, unless Traefik's default certificate was replaced: {2}
    les navigateurs refusent {1}, sauf si le certificat par défaut de Traefik a été remplacé : {2}

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

    the cluster does not reach the issuer's server
    le cluster ne joint pas le serveur de l'émetteur

    the DNS does not know {1}
    le DNS ne connaît pas {1}

    usually port 80 of {1} is closed, or its name leads elsewhere
    en général, le port 80 de {1} est fermé, ou son nom mène ailleurs

    usually {1} leads elsewhere, or the solver's pod does not run
    en général, {1} mène ailleurs, ou le pod du solveur ne tourne pas

    the issuer wants to be left alone for a while
    l'émetteur veut être laissé tranquille un moment

    the issuer makes no certificate for {1}
    l'émetteur ne fait pas de certificat pour {1}
    """
