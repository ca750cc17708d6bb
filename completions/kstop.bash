# Completion of kstop's options, commands and names for bash.
#
# Names come from `kstop list`, which asks the cluster that the words typed so far mean.

# The names of one of: applications, namespaces, contexts.
_kstop_names() {
    local options=() index word
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
            --demo | -A | --all-namespaces) options+=("$word") ;;
            -n | --namespace | --context | --cluster | --user | --as | --kubeconfig | --kubectl | --config)
                # bash takes "--context=NAME" for three words.
                [[ ${COMP_WORDS[index + 1]} != "=" ]] || ((index++))
                ((index + 1 < COMP_CWORD)) || continue
                options+=("$word" "${COMP_WORDS[++index]}")
                ;;
        esac
    done
    "${COMP_WORDS[0]}" "${options[@]}" --request-timeout 3 list "$1" 2> /dev/null < /dev/null
}

# The first word that is a command; nothing for none.
_kstop_command() {
    local index
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
            restart | stop | start | logs | url | token | report | doctor | config | list)
                echo "${COMP_WORDS[index]}"
                return
                ;;
        esac
    done
}

# Offers those of the words `$1` that begin as `$2` does. Names are not kstop's own: nothing in them is expanded.
_kstop_words() {
    local word IFS=$' \t\n'
    COMPREPLY=()
    while read -r word; do
        [[ $word != "$2"* ]] || COMPREPLY+=("$(printf %q "$word")")
    done < <(tr -s ' ' '\n' <<< "$1")
}

_kstop_options="--namespace --all-namespaces --demo --readonly --token-account --duration --refresh --request-timeout
    --color --no-color --theme --ascii --no-unicode --lang --mouse --no-mouse --config --help --version --once --output
    --check --no-headers --selector --yes --wait --timeout --follow --previous --container --tail --since --timestamps
    --kubeconfig --context --cluster --user --as --kubectl"

_kstop() {
    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    if [[ $current == "=" ]]; then current=""; elif [[ $option == "=" ]]; then option=${COMP_WORDS[COMP_CWORD - 2]}; fi
    COMPREPLY=()
    case $option in
        -n | --namespace) _kstop_words "$(_kstop_names namespaces)" "$current" && return ;;
        --context) _kstop_words "$(_kstop_names contexts)" "$current" && return ;;
        --color) _kstop_words "auto always never" "$current" && return ;;
        --theme) _kstop_words "default light contrast mono orchard" "$current" && return ;;
        --lang) _kstop_words "en fr" "$current" && return ;;
        -o | --output) _kstop_words "wide json name" "$current" && return ;;
        --config | --kubeconfig | --kubectl) mapfile -t COMPREPLY < <(compgen -f -- "$current") && return ;;
        --token-account | --duration | -r | --refresh | --request-timeout | -l | --selector | --timeout | -c | \
            --container | --tail | --since | --cluster | --user | --as) return ;;
    esac
    if [[ $current == -* ]]; then
        _kstop_words "$_kstop_options" "$current"
        return
    fi
    case $(_kstop_command) in
        restart | stop | start | logs | url) _kstop_words "$(_kstop_names applications)" "$current" ;;
        list) _kstop_words "applications namespaces contexts" "$current" ;;
        token | report | doctor | config) ;;
        *)
            if [[ " ${COMP_WORDS[*]} " =~ " "(--once|-o|--output)[\ =] ]]; then
                _kstop_words "$(_kstop_names applications)" "$current"
            else
                _kstop_words "restart stop start logs url token report doctor config list" "$current"
            fi
            ;;
    esac
}

complete -F _kstop kstop
