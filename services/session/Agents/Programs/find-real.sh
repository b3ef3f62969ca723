# The program of this name that comes after this one in the PATH: with the programs of two Athenes there, neither finds the other for ever.
# Nothing is started for it.
name=${0##*/}
found=
first=
past=
rest=$PATH:
while [ -n "$rest" ] && [ -z "$found" ]; do
    directory=${rest%%:*}
    rest=${rest#*:}
    candidate=${directory:-.}/$name
    if ! [ -f "$candidate" ] || ! [ -x "$candidate" ]; then continue; fi
    if [ "$candidate" -ef "$0" ]; then
        past=1
    elif [ -n "$past" ]; then
        found=$candidate
    else
        first=${first:-$candidate}
    fi
done
real=${found:-$first}
if [ -z "$real" ]; then
    printf '%s: not found\n' "$name" >&2
    exit 127
fi
