#!/usr/bin/env bash
# A scripted stand-in for an AI agent: reads its issue, edits a file, commits, reports, and waits for the next word.
set -eu

issue=$(echo issues/"$ATHENE_ISSUE_ID"-*.md)
title=$(sed -n 's/^# //p' "$issue" | head -n 1)
file=$(sed -n 's/^File: //p' "$issue")
text=$(sed -n 's/^Text: //p' "$issue")

athene report started
echo "Issue $ATHENE_ISSUE_ID: $title"
sleep 1
echo "Writing $file"
mkdir -p "$(dirname "$file")"
echo "$text" >"$file"
athene report working --note "wrote $file"
sleep 1
git add "$file"
git commit --quiet --message "$title (#$ATHENE_ISSUE_ID)"
echo "Committed $(git rev-parse --short HEAD)"
athene report completed --note "$title"
echo "Done. Say something."
while read -r line; do echo "You said: $line"; done
