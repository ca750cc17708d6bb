/// What stands on the page of a log, and what its keys do.
let frenchOfLogs = """
    , End follows
    , Fin pour suivre

    … {1} later lines left out
    … {1} lignes suivantes omises

    last {1}
    {1} dernières

    from the beginning
    depuis le début

    all containers
    tous les conteneurs

    previous
    précédent

    all read
    lu en entier

    {1} pod
    {1} pod

    {1} pods
    {1} pods

    … {1} byte more
    … {1} octet de plus

    … {1} bytes more
    … {1} octets de plus

    mark {1}
    repère {1}

    {1} replaces {2}
    {1} remplace {2}

    {1} joins
    {1} arrive

    {1} line came too fast and is left out
    {1} ligne arrivée trop vite est omise

    {1} lines came too fast and are left out
    {1} lignes arrivées trop vite sont omises

    some lines may be missing here
    il manque peut-être des lignes ici

    no line passes the filter
    aucune ligne ne passe le filtre

    looking …
    recherche …

    {1} of {2} lines
    {1} lignes sur {2}

    {1} belongs to no application
    {1} n'appartient à aucune application

    {1} has one container only
    {1} n'a qu'un seul conteneur

    nothing to save
    rien à enregistrer

    a whole number from {1} to {2}
    un nombre entier de {1} à {2}

    logs of the whole application
    journaux de toute l'application

    logs of the previous container
    journal du conteneur précédent

    search
    chercher

    filter (regex, ! inverse, = as it is)
    filtre (regex, ! inverse, = tel quel)

    raw lines
    lignes brutes

    readable JSON
    JSON lisible

    JSON
    JSON

    next line that is found
    ligne trouvée suivante

    previous line that is found
    ligne trouvée précédente

    more lines around filtered ones
    plus de lignes autour du filtre

    fewer lines around filtered ones
    moins de lignes autour du filtre

    mark this moment
    marquer ce moment

    mark
    repère

    copy what is seen
    copier ce qu'on voit

    next container
    conteneur suivant

    all containers of the pod
    tous les conteneurs du pod

    all pods of the application
    tous les pods de l'application

    previous container
    conteneur précédent

    the last lines
    les dernières lignes

    the first lines
    les premières lignes

    the last {1}
    depuis {1}

    Lines
    Lignes

    What is read
    Ce qui est lu
    """
