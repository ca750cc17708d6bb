/// What `--help` prints in French: the same options in the same order.
let frenchUsage = """
    kstop montre quelles applications d'une seedbox kubeseed fonctionnent, à quelle URL et, sinon, pourquoi.

    Usage : kstop [options]
            kstop --once [--check] [options] [APP...]
            kstop -o wide|json|name [--check] [options] [APP...]

    Options :
      -n, --namespace NOM       le namespace ; sinon celui du contexte du kubeconfig, sinon kubeseed s'il existe
      -A, --all-namespaces      tous les namespaces
          --demo                une seedbox imaginaire, sans cluster
          --readonly            sans les touches qui modifient le cluster
          --token-account NAMESPACE/NOM
                                dont « t » copie le jeton (kubernetes-dashboard/admin-user)
      -r, --refresh SECONDES    à quel rythme lister ce qui ne peut pas être surveillé (5)
          --request-timeout SECONDES
                                combien de temps une requête peut durer (10)
          --color QUAND         auto, always ou never ; NO_COLOR est respecté
          --no-color            comme --color never
          --theme NOM           les couleurs de l'écran
          --ascii, --no-unicode aucun caractère hors ASCII
          --lang en|fr          la langue ; sinon celle de LC_ALL, LC_MESSAGES ou LANG
          --mouse, --no-mouse   si la souris est à kstop ou sélectionne du texte (par défaut)
          --config FICHIER      la configuration ; sinon KSTOP_CONFIG, ~/.config/kstop/config.json5
      -h, --help                ce texte
      -V, --version             la version

    Options pour les scripts :
          --once                affiche un seul instantané, en texte brut, et quitte
      -o, --output FORMAT       de même, sous la forme
                                  wide  le tableau et HEALTH, AUTH, CERT, POD (le plus récent), IMAGE (la principale)
                                  json  un objet, décrit par share/kstop/snapshot-v1.schema.json
                                  name  deployment.apps/NOM, une ligne par charge de travail des applications
          --check               quitte avec 3 si une application de l'instantané est en panne ou dégradée
          --no-headers          rien que les lignes du tableau
      -l, --selector SÉLECTEUR  seulement les applications dont un déploiement ou un pod a ces labels, comme kubectl :
                                k=v, k!=v, 'k in (a,b)', 'k notin (a,b)', k, '!k', séparés par des virgules
          APP...                seulement ces applications

    Options pour kubectl, transmises telles quelles :
          --kubeconfig FICHIER  --context NOM  --cluster NOM  --user NOM  --as NOM
          --kubectl FICHIER     quel kubectl ; sinon KSTOP_KUBECTL, kubectl dans PATH, k3s kubectl

    Code de sortie : 0 tout va bien, 1 le cluster n'a pas répondu, 2 mauvais usage ou configuration, 3 panne (--check)
    """
