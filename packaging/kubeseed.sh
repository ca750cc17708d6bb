# shellcheck shell=sh
# kstop beside kubeseed's own functions, for bash and zsh. To be read by kubeseed's profile.sh or by ~/.bashrc:
#   . /usr/share/kstop/kubeseed.sh      (/usr/local/share/kstop/kubeseed.sh from the archive)
# Nothing in it asks the cluster before it is used.

alias kst=kstop

# As kubeseed's ks_restart_deployment, but followed to its end: ks_restart sonarr
ks_restart() { kstop restart "$@" --yes --wait; }

# As kubeseed's ks_generate_dashboard_token: prints a token for the web dashboard.
ks_token() { kstop token "$@" && echo; }

# What is not well, a sentence each; one line if all is. For the end of ~/.profile, or a script in /etc/update-motd.d.
ks_motd() {
    ks_snapshot=$(kstop --once --request-timeout 3 "$@" 2>&1) || {
        printf '%s\n' "$ks_snapshot" | tail -n 1
        return 0
    }
    # The sentences follow the table after an empty line.
    ks_sentences=$(printf '%s\n' "$ks_snapshot" | sed '1,/^$/d')
    if [ -n "$ks_sentences" ]; then
        printf '%s\n' "$ks_sentences"
    else
        echo "kstop: all is well (applications: $(printf '%s\n' "$ks_snapshot" | sed 1d | grep -c .))"
    fi
    unset ks_snapshot ks_sentences
}
