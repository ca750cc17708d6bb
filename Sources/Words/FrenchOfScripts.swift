/// What the commands for scripts say.
let frenchOfScripts = """
    {1} goes with: {2}
    {1} va avec : {2}

    --timeout needs --wait
    --timeout demande --wait

    unexpected argument '{1}' after kstop {2}
    argument inattendu « {1} » après kstop {2}

    kstop {1} needs the name of an application
    kstop {1} demande le nom d'une application

    '{1}' is no number of lines for {2}
    « {1} » n'est pas un nombre de lignes pour {2}

    '{1}' is no duration for {2}, such as 90s, 10m or 1h30m
    « {1} » n'est pas une durée pour {2}, comme 90s, 10m ou 1h30m

    {1} does not go with kstop {2}
    {1} ne va pas avec kstop {2}

    {1} would change the cluster, which is to be read only
    {1} modifierait le cluster, qui doit rester en lecture seule

    kstop token would give out a token that can change the cluster, which is to be read only
    kstop token donnerait un jeton qui permet de modifier le cluster, qui doit rester en lecture seule

    cannot write to standard output: {1}
    impossible d'écrire sur la sortie standard : {1}

    there is no terminal to ask on: {1} needs --yes
    pas de terminal où poser la question : {1} demande --yes

    application {1} has no URL
    l'application {1} n'a pas d'URL

    application {1} is gone
    l'application {1} n'existe plus

    application {1} is in several namespaces ({2}): choose one with --namespace
    l'application {1} est dans plusieurs namespaces ({2}) : choisissez-en un avec --namespace

    application {1} has no pod: {2}
    l'application {1} n'a pas de pod : {2}

    application {1} has no container {2}, but {3}
    l'application {1} n'a pas de conteneur {2}, mais {3}

    {1} is stopped already
    {1} est déjà arrêtée

    {1} is started already
    {1} est déjà démarrée

    nothing done
    rien n'a été fait

    timed out waiting for {1}
    délai dépassé en attendant {1}
    """
