#!/bin/sh
# gh as it is; what `gh pr create` answers on standard output is shown to Athene too.
@FIND_REAL@
command=
event=pr-created
skip=
for word; do
    if [ -n "$skip" ]; then
        skip=
        continue
    fi
    case $word in
        -R | --repo | --hostname) skip=1 ;;
        -d | --draft | --draft=true) event=draft-pr-created ;;
        -*) ;;
        *)
            case $command in
                '') command=$word ;;
                pr) command="pr $word" ;;
            esac
            ;;
    esac
done

# On a terminal gh talks with a person, which it would not do into a pipe.
case $command in
    'pr create' | 'pr new') [ -t 1 ] && exec "$real" "$@" ;;
    *) exec "$real" "$@" ;;
esac

answer=$(mktemp "${TMPDIR:-/tmp}/athene-gh.XXXXXXXXXX" 2>/dev/null) || exec "$real" "$@"
exec 4>&1
code=$({ { "$real" "$@" 3>&- 4>&-; echo $? >&3; } | tee "$answer" >&4 3>&-; } 3>&1)
exec 4>&-
[ "$code" != 0 ] || @HOOK@ gh "$event" 16384 <"$answer" >/dev/null 2>&1
rm -f "$answer"
exit "${code:-1}"
