#!/bin/bash
# Gets the newest kubectl that Debian has (sid's, unpacked, not installed), for tests where versions differ: the cluster's
# own is 1.20. Without it those tests know one kubectl only, and say so.
set -euo pipefail
C=${KSTOP_CLUSTER:-${XDG_CACHE_HOME:-$HOME/.cache}/kstop-cluster}
[ -x "$C/new/kubectl" ] && { echo "already there: $C/new/kubectl"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$C/new" "$work"/{lists/partial,cache/archives/partial}
MIRROR=$(awk '/^URIs:/{print $2; exit}' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
MIRROR=${MIRROR:-$(awk '$1=="deb" && $2!~/^\[/ && $2!~/security/{print $2; exit}' /etc/apt/sources.list)}
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $MIRROR sid main" > "$work/sources.list"
APT="apt-get -q -oDir::Etc::SourceList=$work/sources.list -oDir::Etc::SourceParts=/dev/null -oDir::State::Lists=$work/lists -oDir::Cache=$work/cache -oDir::State::status=/dev/null -oAPT::Sandbox::User=root"
cd "$work"
{ $APT update && $APT download kubectl; } > log 2>&1 || { tail -3 log >&2; exit 1; }
dpkg -x kubectl_*.deb unpacked
mv unpacked/usr/bin/kubectl "$C/new/kubectl"
echo "unpacked: $("$C/new/kubectl" version --client 2> /dev/null | head -n 1)"
