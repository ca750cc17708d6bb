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
    local options=() index word
    for ((index = 1; index < current_index; index++)); do
        word=${words[index]}
        case $word in
            --demo | -A | --all-namespaces) options+=("$word") ;;
            --namespace=* | --context=* | --cluster=* | --user=* | --as=* | --kubeconfig=* | --kubectl=* | --config=*)
                options+=("$word")
                ;;
            -n | --namespace | --context | --cluster | --user | --as | --kubeconfig | --kubectl | --config)
                ((index + 1 < current_index)) || continue
                options+=("$word" "${words[++index]}")
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

# Offers those of the words `$1` that begin as `$2` does. Names are not kstop's own: nothing in them is expanded. bash
# puts what is offered in place of what follows the last sign that ends a word for it, and of an "@" itself.
_kstop_words() {
    local word before IFS=$' \t\n'
    before=${2%"${2##*["$COMP_WORDBREAKS"]}"}
    before=${before%@}
    COMPREPLY=()
    while read -r word; do
        [[ $word != "$2"* ]] || COMPREPLY+=("$(printf %q "${word#"$before"}")")
    done < <(tr -s ' ' '\n' <<< "$1")
}

_kstop_options="--namespace --all-namespaces --demo --readonly --token-account --duration --refresh --request-timeout
    --color --no-color --theme --ascii --no-unicode --lang --mouse --no-mouse --config --help --version --once --output
    --check --no-headers --selector --yes --wait --timeout --follow --previous --container --tail --since --timestamps
    --kubeconfig --context --cluster --user --as --kubectl"

_kstop() {
    local words current_index
    _kstop_read_words
    local current=${words[current_index]} option=${words[current_index - 1]}
    if [[ $current == --*=* ]]; then option=${current%%=*} current=${current#*=}; fi
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
            if [[ " ${words[*]} " =~ " "(--once|-o|--output)[\ =] ]]; then
                _kstop_words "$(_kstop_names applications)" "$current"
            else
                _kstop_words "restart stop start logs url token report doctor config list" "$current"
            fi
            ;;
    esac
}

complete -F _kstop kstop
