/// What `--help` prints in French: the same options in the same order.
let frenchUsage = """
    kstop montre quelles applications d'une seedbox kubeseed fonctionnent, à quelle URL et, sinon, pourquoi.

    Usage : kstop [options]
            kstop --once [--check] [options] [APP...]
            kstop -o wide|json|name [--check] [options] [APP...]
            kstop restart|stop|start APP... [--yes] [--wait] [options]
            kstop logs APP [-f] [options]
            kstop url APP | token | report | doctor [options]
            kstop config [--check] | list applications|namespaces|contexts [options]

    Options :
      -n, --namespace NOM       le namespace ; sinon celui du contexte du kubeconfig, sinon kubeseed s'il existe
      -A, --all-namespaces      tous les namespaces
          --demo                une seedbox imaginaire, sans cluster
          --tour                avec --demo : kstop montre de lui-même, en une minute, à quoi il sert
          --readonly            sans les touches qui modifient le cluster ou donnent un jeton
          --token-account NAMESPACE/NOM
                                dont « t » copie le jeton (kubernetes-dashboard/admin-user)
          --duration DURÉE      durée de validité d'un jeton : 10m ou plus (1h)
      -r, --refresh SECONDES    à quel rythme lister ce qui ne peut pas être surveillé (5)
          --request-timeout SECONDES
                                silence au-delà duquel une requête échoue (10)
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
                                  wide  le tableau et HEALTH, AUTH, CERT, POD et IMAGE (les principaux)
                                  json  un objet, décrit par share/kstop/snapshot-v1.schema.json
                                  name  deployment.apps/NOM, une ligne par charge de travail des applications
          --check               quitte avec 3 si une application de l'instantané est en panne ou dégradée
          --no-headers          rien que les lignes du tableau
      -l, --selector SÉLECTEUR  seulement les applications dont un déploiement ou un pod a ces labels, comme kubectl :
                                k=v, k!=v, 'k in (a,b)', 'k notin (a,b)', k, '!k', séparés par des virgules
          APP...                seulement ces applications

    Commandes pour les scripts :
      restart|stop|start APP... le fait et le dit comme kubectl ; start rend autant de pods que stop en a retiré
      -y, --yes               sans question, à laquelle un script ne peut pas répondre
          --wait              suivre jusqu'au bout comme kubectl rollout status, ou jusqu'à la fin du dernier pod ;
                              en cas d'échec, 1 et la raison
          --timeout DURÉE     combien de temps attendre (90s, 10m, 1h30m) ; sinon le temps qu'il faut
      logs APP                le journal de son pod le plus récent, comme kubectl logs l'affiche
      -f, --follow            continuer jusqu'à sa fin
      -p, --previous          celui de l'exécution précédente
      -c, --container NOM     seulement celui-ci, du pod qui l'a
          --tail N  --since DURÉE  --timestamps
      url APP                 ses URL, une par ligne
      token                   un jeton pour le tableau de bord web, sans fin de ligne
      report                  ce qu'il faut à qui doit vous aider ; hôtes, adresses et secrets y sont masqués
      doctor                  si kubectl, cluster, droits, terminal et configuration vont bien, et que faire sinon
      config                  la configuration, et d'où vient chaque valeur ; --check : seulement ses erreurs
      list applications|namespaces|contexts
                              leurs noms, un par ligne

    Options pour kubectl, transmises telles quelles :
          --kubeconfig FICHIER  --context NOM  --cluster NOM  --user NOM  --as NOM
          --kubectl FICHIER     quel kubectl ; sinon KSTOP_KUBECTL, kubectl dans PATH, k3s kubectl

    Code de sortie : 0 tout va bien, 1 le cluster n'a pas répondu, une commande a échoué ou la sortie n'a pas pu
                     être écrite, 2 mauvais usage ou configuration, 3 panne (--check)
    """
