/// What the keys do, for the help page and the key bar.
let frenchOfKeys = """
    restart
    redémarrer

    copy a dashboard token
    copier un jeton du dashboard

    token
    jeton

    open on the whole screen
    ouvrir en plein écran

    open
    ouvrir

    mark, to act on several
    marquer pour agir sur plusieurs

    back: clears filter, marks and order
    retour : ôte filtre, marques, ordre

    back to the tables
    retour aux tableaux

    end, follow
    fin, suivre

    follow
    suivre

    timestamps
    horodatage

    filter (regex, !, -l label, -f fuzzy)
    filtre (regex, !, -l label, -f flou)

    filter
    filtre

    command
    commande

    this help
    cette aide

    help
    aide

    quit
    quitter

    connect anew
    se reconnecter

    mouse on or off
    souris oui ou non

    only what is not healthy
    seulement ce qui ne va pas

    all namespaces, or the one
    tous les namespaces, ou un seul

    wide columns
    colonnes larges

    next page
    page suivante

    previous page
    page précédente

    one row up
    une ligne plus haut

    one row down
    une ligne plus bas

    first row
    première ligne

    last row
    dernière ligne

    page up
    page plus haut

    page down
    page plus bas

    half a page up
    demi-page plus haut

    half a page down
    demi-page plus bas

    by name
    par nom

    by age
    par âge

    by status
    par état

    by restarts
    par redémarrages

    by CPU
    par CPU

    by memory
    par mémoire

    by the next column
    par la colonne suivante

    by the previous column
    par la colonne précédente

    the other way round
    ordre inverse

    kstop shows which applications are up, and at which URL
    kstop montre quelles applications fonctionnent, et à quelle URL

    beneath the table it says why one is not
    sous le tableau, il dit pourquoi l'une ne fonctionne pas

    shows its log
    affiche son journal

    restarts it, after a question
    la redémarre, après une question

    moves to the other button
    passe à l'autre bouton

    answers; kstop tells how the restart goes
    répond ; kstop dit où en est le redémarrage

    shows all about it, from the URL through the service to the pod
    montre tout d'elle, de l'URL au pod en passant par le service

    shows all of them again
    les montre de nouveau toutes

    shows only what is not healthy
    ne montre que ce qui ne va pas

    goes back
    revient en arrière

    closes the list
    ferme la liste

    lists all keys
    liste toutes les touches

    a tour: any key ends it
    visite : une touche y met fin

    the tour is over, and the demo is yours
    la visite est finie : la démo est à vous
    """
