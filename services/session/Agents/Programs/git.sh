#!/bin/sh
# git as it is; when a branch was checked out, Athene is told to look which.
@FIND_REAL@
command=
skip=
for word; do
    if [ -n "$skip" ]; then
        skip=
        continue
    fi
    case $word in
        -C | -c | --git-dir | --work-tree | --namespace | --config-env | --super-prefix | --attr-source) skip=1 ;;
        -*) ;;
        *)
            command=$word
            break
            ;;
    esac
done

case $command in
    checkout | switch) ;;
    branch) case " $* " in *' -m '* | *' -M '* | *' --move '*) ;; *) exec "$real" "$@" ;; esac ;;
    *) exec "$real" "$@" ;;
esac

"$real" "$@"
code=$?
[ "$code" -ne 0 ] || @HOOK@ git head-moved 1 '' </dev/null >/dev/null 2>&1
exit "$code"
