/// Why a pod, a workload or a job is in trouble.
let frenchOfCauses = """
    image {1} of container {2} cannot be pulled
    l'image {1} du conteneur {2} ne peut pas être téléchargée

    container {1} cannot be started
    le conteneur {1} ne peut pas démarrer

    pod {1} cannot be prepared
    le pod {1} ne peut pas être préparé

    pod {1} cannot be scheduled
    le pod {1} ne trouve pas de nœud

    container {1} runs but is not ready
    le conteneur {1} tourne mais n'est pas prêt

    pod {1} has been {2} for more than {3}, and nothing says why
    le pod {1} est {2} depuis plus de {3}, et rien ne dit pourquoi

    pod {1} has been running for more than {2} and is not ready
    le pod {1} tourne depuis plus de {2} et n'est pas prêt

    init container {1} has been running for {2}
    le conteneur d'initialisation {1} tourne depuis {2}

    pod {1} is not ready
    le pod {1} n'est pas prêt

    node {1} is not ready
    le nœud {1} n'est pas prêt

    node {1} does not report any more
    le nœud {1} ne donne plus de nouvelles

    node {1} has not reported for {2}
    le nœud {1} ne donne plus de nouvelles depuis {2}

    pod {1} should have ended {2} ago and is still there
    le pod {1} devrait être terminé depuis {2} et il est toujours là

    pod {1} should have ended {2} ago; finalizer {3} holds it
    le pod {1} devrait être terminé depuis {2} ; le finalizer {3} le retient

    pod {1} has failed
    le pod {1} a échoué

    {1} (restarted once)
    {1} (redémarré une fois)

    {1} (restarted {2} times)
    {1} (redémarré {2} fois)

    container {1} is killed for want of memory on the node
    le conteneur {1} est tué faute de mémoire sur le nœud

    image {1} of volume {2} cannot be pulled
    l'image {1} du volume {2} ne peut pas être téléchargée

    container {1} is killed at the memory limit of its pod, {2}
    le conteneur {1} est tué à la limite de mémoire de son pod, {2}

    container {1} is ended by {2}
    le conteneur {1} est terminé par {2}

    {1}: the kubelet restarts it, and a {2} probe is configured
    {1} : le kubelet le redémarre, et une sonde {2} est configurée

    container {1} is killed because its postStart hook failed
    le conteneur {1} est tué parce que son hook postStart a échoué

    container {1} is killed at its memory limit of {2}
    le conteneur {1} est tué à sa limite de mémoire de {2}

    container {1} is killed again and again, {2} probe failed
    le conteneur {1} est tué sans cesse, sa sonde {2} échoue

    container {1} is killed because its {2} probe failed
    le conteneur {1} est tué parce que sa sonde {2} a échoué

    container {1} exits with code {2} after it starts
    le conteneur {1} se termine avec le code {2} après son démarrage

    container {1} exits with code {2} right after it starts
    le conteneur {1} se termine avec le code {2} juste après son démarrage

    container {1} exits with code {2} after running for {3}
    le conteneur {1} se termine avec le code {2} après avoir tourné {3}

    {1} (the command cannot be executed)
    {1} (la commande n'est pas exécutable)

    {1} (the command was not found)
    {1} (commande introuvable)

    {1} cannot make pods: {2}
    {1} ne peut pas créer de pods : {2}

    {1} is scaled to 0
    {1} est réduit à 0

    no node is meant for {1}
    aucun nœud n'est prévu pour {1}

    job {1} has failed: {2}
    le job {1} a échoué : {2}
    """
