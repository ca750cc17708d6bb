/// Descriptions, YAML and events on the whole screen, and what is copied and saved.
let frenchOfPager = """
    describe, as kubectl does
    décrire, comme kubectl

    describe
    décrire

    YAML
    YAML

    events about it
    ses événements

    events
    événements

    look for a text
    chercher un texte

    find
    chercher

    next match
    occurrence suivante

    next
    suivante

    previous match
    occurrence précédente

    read again
    relire

    managedFields in YAML
    managedFields dans le YAML

    copy the whole text
    copier tout le texte

    copy
    copier

    save to a file
    enregistrer dans un fichier

    save
    enregistrer

    to the left
    vers la gauche

    to the right
    vers la droite

    saved: {1}
    enregistré : {1}

    not saved: {1}
    pas enregistré : {1}

    {1} line
    {1} ligne

    {1} lines
    {1} lignes

    there is nothing of it to ask kubectl about
    il n'y a rien à demander à kubectl

    {1} has {2} workloads; this is {3}
    {1} a {2} workloads ; voici {3}

    nothing to look for yet
    rien à chercher pour l'instant

    search goes on at the beginning
    la recherche reprend au début

    search goes on at the end
    la recherche reprend à la fin

    not found: {1}
    introuvable : {1}

    no match
    aucune occurrence

    {1} of {2}
    {1} sur {2}

    cut: too long
    coupé : trop long

    reading
    lecture

    gone
    disparu

    not read
    pas lu

    an empty text
    un texte vide

    no events
    aucun événement

    copy name, URL, pod, image or row
    copier nom, URL, pod, image ou ligne

    copy the URL, open it if possible
    copier l'URL, l'ouvrir si possible

    Copy
    Copier

    name
    nom

    URL
    URL

    pod
    pod

    image
    image

    whole row
    ligne entière

    {1} has no URL
    {1} n'a pas d'URL

    no kubectl to ask
    pas de kubectl à interroger
    """
