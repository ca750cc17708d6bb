#!/bin/sh
# Installs kstop from the archive that this script is in, or removes it again.
#   ./install.sh                      into /usr/local, as root; PREFIX=$HOME/.local ./install.sh into one's home
#   ./install.sh uninstall            what it has installed there, and nothing else
# DESTDIR is put before PREFIX, as packagers need it.
set -eu
# It may have been called by a symbolic link. CDPATH has no say about a path from the root.
here=$(dirname "$(readlink -f "$0")")
prefix=${DESTDIR:-}${PREFIX:-/usr/local}
files=$(cd "$here/files" && find . -type f | sort)

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
        for file in $files; do
            mode=644
            [ "$file" != ./bin/kstop ] || mode=755
            put "$here/files/$file" "$prefix/$file" "$mode"
        done
        echo "installed $prefix/bin/kstop"
        ;;
    uninstall)
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
