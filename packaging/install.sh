#!/bin/sh
# Installs kstop from the archive that this script is in, or removes it again.
#   ./install.sh                      into /usr/local, as root; PREFIX=$HOME/.local ./install.sh into one's home
#   ./install.sh uninstall            what it has installed there, and nothing else; also without the archive
# DESTDIR is put before PREFIX, as packagers need it.
set -eu
# It may have been called by a symbolic link. CDPATH has no say about a path from the root.
here=$(dirname "$(readlink -f "$0")")
prefix=${DESTDIR:-}${PREFIX:-/usr/local}
# What has been installed, a path a line, for the day on which the archive is gone.
list=./share/kstop/installed

# Whatever happens, the file is the old one or the new one, and a kstop that is running keeps its own.
new=
trap '[ -z "$new" ] || rm -f "$new"' EXIT
trap 'exit 1' HUP INT TERM
put() {
    new=$2.new.$$
    install -D -m "$3" "$1" "$new"
    mv -f "$new" "$2"
    new=
}

case ${1:-install} in
    install)
        files=$(cd "$here/files" && find . -type f | sort)
        for file in $files; do
            mode=644
            [ "$file" != ./bin/kstop ] || mode=755
            put "$here/files/$file" "$prefix/$file" "$mode"
        done
        install -d "$(dirname "$prefix/$list")"
        new=$prefix/$list.new.$$
        printf '%s\n' "$files" "$list" > "$new"
        chmod 644 "$new"
        mv -f "$new" "$prefix/$list"
        new=
        echo "installed $prefix/bin/kstop"
        case :$PATH: in
            *:"${PREFIX:-/usr/local}"/bin:*) ;;
            *) echo "${PREFIX:-/usr/local}/bin is not in PATH: call $prefix/bin/kstop, or put it there" ;;
        esac
        ;;
    uninstall)
        # Whatever the list says, nothing outside of the prefix. What was installed without one, the archive tells.
        if [ -e "$prefix/$list" ]; then
            files=$(grep '^\./' "$prefix/$list" | grep -v '/\.\./')
        elif [ -d "$here/files" ]; then
            files=$(cd "$here/files" && find . -type f)
        else
            echo "there is no kstop in $prefix that install.sh has installed" >&2
            exit 1
        fi
        for file in $files; do
            rm -f "$prefix/$file"
            # A folder that is empty now is not needed any more; PREFIX itself stays.
            folder=$(dirname "$file")
            while [ "$folder" != . ] && rmdir "$prefix/$folder" 2> /dev/null; do folder=$(dirname "$folder"); done
        done
        echo "removed $prefix/bin/kstop"
        ;;
    *)
        echo "usage: [PREFIX=/usr/local] ./install.sh [uninstall]" >&2
        exit 2
        ;;
esac
