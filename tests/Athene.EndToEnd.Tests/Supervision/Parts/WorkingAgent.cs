using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Supervision.Parts;

/// <summary>
/// An agent that does its task, pushes, and then does what it is told of its pull request: one commit for each message, pushed. It notes every line
/// that is typed to it.
/// </summary>
internal static class WorkingAgent
{
    public const string Name = "worker";

    /// <summary>Who its commits are of.</summary>
    public const string Author = "Agent";

    /// <summary>What its commits are called, by what they answer.</summary>
    public const string Task = "Do the task";
    public const string Mended = "Mend the check";
    public const string Reviewed = "Do as the review says";

    private const string Begin = $$"""
        file="work-$ATHENE_SESSION_ID.txt"
        act() { git -c user.name={{Author}} -c user.email=agent@example.org "$@"; }
        work() { echo "$1" >>"$file"; act add "$file"; act commit --quiet --message "$1"; act push --quiet origin HEAD; }
        rebase() { act fetch --quiet origin; act rebase --quiet -X theirs origin/main; act push --quiet --force origin HEAD; }
        echo "$ATHENE_SESSION_ID" >>"$NOTES/started"
        printf %s "$1" >"$NOTES/prompt-$ATHENE_SESSION_ID"
        work "{{Task}}"
        echo "ready"
        """;

    // Messages are recognised by how they end: then all of them has been read.
    private const string Listen = $$"""
        while IFS= read -r line; do
          printf '%s\n' "$line" >>"$NOTES/typed-$ATHENE_SESSION_ID"
          case "$line" in
            "Fix the cause"*) work "{{Mended}}";;
            "The quoted texts are"*) work "{{Reviewed}}";;
            *"conflicts with its base branch"*) rebase;;
          esac
        done
        """;

    public static void WriteTo(AgentScripts scripts) => scripts.Write(Name, $"{Begin}\n{Listen}");
}
