/// What is said of a configuration file.
let frenchOfConfiguration = """
    {1}: a directory, not a file
    {1} : c'est un répertoire, pas un fichier

    {1}: a device, not a file
    {1} : c'est un périphérique, pas un fichier

    {1}: a pipe, not a file
    {1} : c'est un tube, pas un fichier

    the end of the file
    la fin du fichier

    expected {1}, not {2}
    {1} attendu ici, pas {2}

    too many brackets in each other
    trop de crochets imbriqués

    ',' or '}'
    ',' ou '}'

    ',' or ']'
    ',' ou ']'

    a name or '}'
    un nom ou '}'

    this comment has no end
    ce commentaire n'est pas fermé

    a value or a comment
    une valeur ou un commentaire

    this text has no closing quote
    il manque le guillemet fermant de ce texte

    this is no escape of JSON5
    JSON5 ne connaît pas cet échappement

    a value
    une valeur

    '{1}' is no value; a text stands in quotes
    '{1}' n'est pas une valeur ; un texte s'écrit entre guillemets

    a configuration
    une configuration

    there is no property "{1}"
    il n'y a pas de propriété « {1} »

    NAMESPACE/NAME of a service account
    NAMESPACE/NOM d'un service account

    the name of a namespace, or "*" for all
    le nom d'un namespace, ou "*" pour tous

    the name of a theme
    le nom d'un thème

    there is no role "{1}"
    il n'y a pas de rôle « {1} »

    a color: red, bright-red and the like, default, 0 to 255 or #rrggbb
    une couleur : red, bright-red et autres, default, 0 à 255 ou #rrvvbb

    an object in braces
    un objet entre accolades

    "{1}" is already in line {2}
    « {1} » est déjà à la ligne {2}

    there is no theme "{1}"
    il n'y a pas de thème « {1} »

    ; did you mean "{1}"?
     ; vouliez-vous dire « {1} » ?

    ; known names: {1}
     ; noms connus : {1}

    a number of seconds, from 0.5 to less than 86400
    un nombre de secondes, de 0.5 à moins de 86400

    {1} must be {2}, not {3}
    {1} doit être {2}, pas {3}

    there is no action "{1}"
    il n'y a pas d'action « {1} »

    the name of a key, or a list of such names
    le nom d'une touche, ou une liste de tels noms

    there is no key "{1}"; a key is a character, or one like {2}
    il n'y a pas de touche « {1} » ; une touche est un caractère, ou une de ces touches : {2}

    {1} always quits and can do nothing else
    {1} quitte toujours et ne peut rien faire d'autre

    {1} is also the key of {2}
    {1} est aussi la touche de {2}
    """
