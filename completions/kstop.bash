# Completion of kstop's options, commands and names for bash.
#
# Names come from `kstop list`, which asks the cluster that the words typed so far mean.

# What was typed, as `words`, of which number `current_index` is being completed. bash itself also ends words at the
# signs in COMP_WORDBREAKS, such as those in arn:aws:eks:…, admin@home and --context=….
_kstop_read_words() {
    local rest=${COMP_LINE:-${COMP_WORDS[*]}} index piece space
    words=()
    for index in "${!COMP_WORDS[@]}"; do
        piece=${COMP_WORDS[index]}
        space=${rest%%[![:space:]]*}
        rest=${rest#"$space"}
        if [[ -z $space && index -gt 0 ]]; then words[-1]+=$piece; else words+=("$piece"); fi
        rest=${rest#"$piece"}
        ((index != COMP_CWORD)) || current_index=$((${#words[@]} - 1))
    done
}

# The names of one of: applications, namespaces, contexts.
_kstop_names() {
    local options=() index word typed before quote
    for ((index = 1; index < current_index; index++)); do
        word=${words[index]}
        case $word in
            --demo | -A | --all-namespaces) options+=("$word") ;;
            --namespace=* | --context=* | --cluster=* | --user=* | --as=* | --kubeconfig=* | --kubectl=* | --config=*)
                _kstop_unquote "$word"
                options+=("$typed")
                ;;
            -n | --namespace | --context | --cluster | --user | --as | --kubeconfig | --kubectl | --config)
                ((index + 1 < current_index)) || continue
                _kstop_unquote "${words[++index]}"
                options+=("$word" "$typed")
                ;;
        esac
    done
    "${words[0]}" "${options[@]}" --request-timeout 3 list "$1" 2> /dev/null < /dev/null
}

# The first word that is a command; nothing for none.
_kstop_command() {
    local index
    for ((index = 1; index < current_index; index++)); do
        case ${words[index]} in
            restart | stop | start | logs | url | token | report | doctor | config | list)
                echo "${words[index]}"
                return
                ;;
        esac
    done
}

# Takes the quotes off the word `$1`, in which nothing is expanded. Sets `typed`, the part of it `before` what bash would
# replace, and the `quote` that is still open. bash replaces what follows the last sign that ends a word for it, and an "@"
# itself.
_kstop_unquote() {
    local rest=$1 sign
    typed='' before='' quote=''
    while [[ -n $rest ]]; do
        sign=${rest:0:1} rest=${rest:1}
        case $quote$sign in
            \\) typed+=${rest:0:1} rest=${rest:1} ;;
            \"\\)
                [[ $rest == [\"\$\`\\]* ]] || typed+=$sign
                typed+=${rest:0:1} rest=${rest:1}
                ;;
            \' | \") quote=$sign before=$typed ;;
            \'\' | \"\") quote='' ;;
            *)
                typed+=$sign
                [[ -n $quote || $COMP_WORDBREAKS != *"$sign"* ]] || before=${typed%@}
                ;;
        esac
    done
}

# Offers those of the words after `$1` that begin as that does. Names are not kstop's own: nothing in them is expanded.
_kstop_offer() {
    local typed before quote word sign
    _kstop_unquote "$1"
    COMPREPLY=()
    for word in "${@:2}"; do
        [[ $word == "$typed"* ]] || continue
        word=${word#"$before"}
        case $quote in
            \') word=${word//\'/\'\\\'\'} ;;
            \") for sign in \\ \" \$ \`; do word=${word//"$sign"/"\\$sign"}; done ;;
            *) word=$(printf %q "$word") ;;
        esac
        COMPREPLY+=("$word")
    done
}

# The same of the names of `$2`, one a line.
_kstop_offer_names() {
    local names
    mapfile -t names < <(_kstop_names "$2")
    _kstop_offer "$1" "${names[@]}"
}

_kstop_options=(--namespace --all-namespaces --demo --tour --readonly --token-account --duration --refresh
    --request-timeout --color --no-color --theme --ascii --no-unicode --lang --mouse --no-mouse --config --help --version --once
    --output --check --no-headers --selector --yes --wait --timeout --follow --previous --container --tail --since --timestamps
    --kubeconfig --context --cluster --user --as --kubectl)

_kstop() {
    local words current_index
    _kstop_read_words
    local current=${words[current_index]} option=${words[current_index - 1]}
    if [[ $current == --*=* ]]; then option=${current%%=*} current=${current#*=}; fi
    COMPREPLY=()
    case $option in
        -n | --namespace) _kstop_offer_names "$current" namespaces; return ;;
        --context) _kstop_offer_names "$current" contexts; return ;;
        --color) _kstop_offer "$current" auto always never; return ;;
        --theme) _kstop_offer "$current" default light contrast mono orchard; return ;;
        --lang) _kstop_offer "$current" en fr; return ;;
        -o | --output) _kstop_offer "$current" wide json name; return ;;
        --config | --kubeconfig | --kubectl) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
        --token-account | --duration | -r | --refresh | --request-timeout | -l | --selector | --timeout | -c | \
            --container | --tail | --since | --cluster | --user | --as) return ;;
    esac
    if [[ $current == -* ]]; then
        _kstop_offer "$current" "${_kstop_options[@]}"
        return
    fi
    case $(_kstop_command) in
        restart | stop | start | logs | url) _kstop_offer_names "$current" applications ;;
        list) _kstop_offer "$current" applications namespaces contexts ;;
        token | report | doctor | config) ;;
        *)
            if [[ " ${words[*]} " =~ " "(--once|-o|--output)[\ =] ]]; then
                _kstop_offer_names "$current" applications
            else
                _kstop_offer "$current" restart stop start logs url token report doctor config list
            fi
            ;;
    esac
}

complete -F _kstop kstop
