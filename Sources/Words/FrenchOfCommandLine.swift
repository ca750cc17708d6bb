/// What the command line says.
let frenchOfCommandLine = """
    unknown option '{1}'
    option inconnue : « {1} »

    option '{1}' takes no value
    l'option « {1} » ne prend pas de valeur

    option '{1}' needs a value
    l'option « {1} » demande une valeur

    {1} needs --once or --output
    {1} demande --once ou --output

    unexpected argument '{1}': names of applications need --once or --output
    argument inattendu « {1} » : les noms d'applications demandent --once ou --output

    give names of applications ('{1}') or --selector, not both
    donnez des noms d'applications (« {1} ») ou --selector, pas les deux

    /proc is not mounted, and kstop requires it
    /proc n'est pas monté, et kstop en a besoin

    '{1}' is no number of seconds for {2}
    « {1} » n'est pas un nombre de secondes pour {2}

    --color is auto, always or never, not '{1}'
    --color vaut auto, always ou never, pas « {1} »

    --lang is en or fr, not '{1}'
    --lang vaut en ou fr, pas « {1} »

    --output is wide, json or name, not '{1}'
    --output vaut wide, json ou name, pas « {1} »

    --token-account is NAMESPACE/NAME, not '{1}'
    --token-account s'écrit NAMESPACE/NOM, pas « {1} »

    '{1}' is no name of a namespace
    « {1} » n'est pas un nom de namespace

    '{1}' is no name of a service account
    « {1} » n'est pas un nom de compte de service

    '{1}' is no label selector: {2}
    « {1} » n'est pas un sélecteur de labels : {2}

    after '{1}' comes =, !=, in, notin or a comma, not '{2}'
    après « {1} » vient =, !=, in, notin ou une virgule, pas « {2} »

    a label's key is missing before '{1}'
    il manque la clé d'un label avant « {1} »

    a label's key is missing at the end
    il manque la clé d'un label à la fin

    '{1}' is no key of a label
    « {1} » n'est pas une clé de label

    '{1}' is no value of a label
    « {1} » n'est pas une valeur de label

    there is nothing in ()
    il n'y a rien dans ()

    '{1}' is missing at the end
    il manque « {1} » à la fin

    '{1}' is missing before '{2}'
    il manque « {1} » avant « {2} »

    Try 'kstop --help'
    Essayez « kstop --help »

    not a terminal; use --once
    pas un terminal ; utilisez --once

    no kubectl: it is not in PATH, nor is k3s; name it with --kubectl or KSTOP_KUBECTL
    pas de kubectl : ni lui ni k3s ne sont dans PATH ; indiquez-le avec --kubectl ou KSTOP_KUBECTL

    namespace "{1}" does not exist
    le namespace « {1} » n'existe pas

    there is no application "{1}" in namespace {2}
    il n'y a pas d'application « {1} » dans le namespace {2}

    there is no application "{1}" in any namespace
    il n'y a d'application « {1} » dans aucun namespace

    application "{1}" is not among what can be read
    l'application « {1} » n'est pas dans ce qui peut être lu

    {1}; did you mean {2}?
    {1} ; vouliez-vous dire {2} ?

    {1} or {2}
    {1} ou {2}

    {1} is {2}: {3}
    {1} est {2} : {3}

    forbidden: {1}
    interdit : {1}

    {1}: cannot read {2}: {3}
    {1} : impossible de lire {2} : {3}

    --tour goes only with --demo and its screen
    --tour ne va qu'avec --demo et son écran
    """
