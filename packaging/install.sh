#!/bin/sh
# Installs kstop from the archive that this script is in, or removes it again.
#   ./install.sh                      into /usr/local, as root; PREFIX=$HOME/.local ./install.sh into one's home
#   ./install.sh uninstall            what it has installed there, and nothing else
# DESTDIR is put before PREFIX, as packagers need it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${DESTDIR:-}${PREFIX:-/usr/local}
files=$(cd "$here/files" && find . -type f | sort)

case ${1:-install} in
    install)
        for file in $files; do
            mode=644
            [ "$file" != ./bin/kstop ] || mode=755
            install -D -m "$mode" "$here/files/$file" "$prefix/$file"
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
