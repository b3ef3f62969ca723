#!/bin/sh
# athene-hook SOURCE EVENT BYTES [TEXT]: leaves a fact about the session it runs in (TEXT, or standard input, at most BYTES of it) where the
# session service finds it, also one that is started later. It needs no network and no token. It says nothing and never fails: an agent must
# not notice it.
exec 2>/dev/null
spool=@SPOOL@
case ${ATHENE_SESSION_ID:-} in '' | *[!A-Za-z0-9_-]*) exit 0 ;; esac
[ $# -ge 3 ] && directory=$spool/$ATHENE_SESSION_ID && [ -d "$directory" ] && [ ! -L "$directory" ] || exit 0

umask 077
draft=$(mktemp "$directory/.XXXXXXXXXXXX") || exit 0
{
    printf '%s %s\n' "$1" "$2"
    if [ $# -gt 3 ]; then printf '%s' "$4" | head -c "$3"; else head -c "$3"; fi
} >"$draft" && mv "$draft" "$directory/fact${draft##*/}" || rm -f "$draft"
# Whoever writes more than is kept must not meet a closed pipe.
[ $# -gt 3 ] || cat >/dev/null
exit 0
