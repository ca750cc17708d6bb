# Completion of kstop's options, commands and names for fish.
#
# Names come from `kstop list`, which asks the cluster that the words typed so far mean.

# The names of one of: applications, namespaces, contexts.
function __kstop_names
    set -l words (commandline -opc)
    set -l options
    set -l valued -n --namespace --context --cluster --user --as --kubeconfig --kubectl --config
    for index in (seq 2 (count $words))
        set -l word $words[$index]
        if contains -- $word --demo -A --all-namespaces
            set -a options $word
        else if contains -- $word $valued; and test $index -lt (count $words)
            set -a options $word $words[(math $index + 1)]
        else if string match -q -- '*=*' $word; and contains -- (string split -m 1 = -- $word)[1] $valued
            set -a options $word
        end
    end
    command $words[1] $options --request-timeout 3 list $argv[1] 2>/dev/null </dev/null
end

# Whether one of the words is a command (of these, if any are given).
function __kstop_command
    set -l commands $argv
    set -q commands[1]; or set commands restart stop start logs url token report doctor config list
    for word in (commandline -opc)[2..-1]
        contains -- $word $commands; and return 0
    end
    return 1
end

function __kstop_snapshot
    __fish_contains_opt -s o once output
end

complete -c kstop -f
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a restart -d 'restart applications'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a stop -d 'scale applications to 0'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a start -d 'start what was stopped'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a logs -d 'print a log'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a url -d 'print URLs'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a token -d 'print a token'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a report -d 'print a report for those who help'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a doctor -d 'check what kstop depends on'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a config -d 'print the configuration'
complete -c kstop -n 'not __kstop_command; and not __kstop_snapshot' -a list -d 'print names'
complete -c kstop -n '__kstop_command restart stop start logs url; or __kstop_snapshot' -a '(__kstop_names applications)'
complete -c kstop -n '__kstop_command list' -a 'applications namespaces contexts'

complete -c kstop -s n -l namespace -x -a '(__kstop_names namespaces)' -d 'the namespace'
complete -c kstop -s A -l all-namespaces -d 'all namespaces'
complete -c kstop -l demo -d 'a made-up seedbox'
complete -c kstop -l tour -d 'with --demo, what kstop is for'
complete -c kstop -l readonly -d 'without what changes the cluster'
complete -c kstop -l token-account -x -d 'whose token is copied'
complete -c kstop -l duration -x -d 'how long a token is valid'
complete -c kstop -s r -l refresh -x -d 'how often to list what may not be watched'
complete -c kstop -l request-timeout -x -d 'how long a request may take'
complete -c kstop -l color -x -a 'auto always never' -d 'whether to use colors'
complete -c kstop -l no-color -d 'no colors'
complete -c kstop -l theme -x -a 'default light contrast mono orchard' -d 'the colors of the screen'
complete -c kstop -l ascii -d 'no characters beyond ASCII'
complete -c kstop -l no-unicode -d 'no characters beyond ASCII'
complete -c kstop -l lang -x -a 'en fr' -d 'the language'
complete -c kstop -l mouse -d "the mouse is kstop's"
complete -c kstop -l no-mouse -d 'the mouse selects text'
complete -c kstop -l config -r -F -d 'the configuration'
complete -c kstop -s h -l help -d 'a summary'
complete -c kstop -s V -l version -d 'the version'
complete -c kstop -l once -d 'print one plain snapshot'
complete -c kstop -s o -l output -x -a 'wide json name' -d 'print a snapshot'
complete -c kstop -l check -d 'exit 3 when something is broken'
complete -c kstop -l no-headers -d 'nothing but the rows'
complete -c kstop -s l -l selector -x -d 'only what has these labels'
complete -c kstop -s y -l yes -d 'without a question'
complete -c kstop -l wait -d 'follow it to its end'
complete -c kstop -l timeout -x -d 'how long to wait'
complete -c kstop -s f -l follow -d 'go on until the log ends'
complete -c kstop -s p -l previous -d 'of the run before'
complete -c kstop -s c -l container -x -d 'only this container'
complete -c kstop -l tail -x -d 'so many of the last lines'
complete -c kstop -l since -x -d 'no older lines'
complete -c kstop -l timestamps -d 'with times'
complete -c kstop -l kubeconfig -r -F -d 'for kubectl'
complete -c kstop -l context -x -a '(__kstop_names contexts)' -d 'for kubectl'
complete -c kstop -l cluster -x -d 'for kubectl'
complete -c kstop -l user -x -d 'for kubectl'
complete -c kstop -l as -x -d 'for kubectl'
complete -c kstop -l kubectl -r -F -d 'which kubectl'
