namespace Athene.Sidecar.Resources;

/// <summary>Calls of one kind, to one name, and how persistent they are. An empty <paramref name="Scopes"/> means those of every app.</summary>
internal sealed record PolicyTarget(PolicyTargetKind Kind, string Name, CallPolicy Policy, IReadOnlyList<string> Scopes)
{
    public bool IsFor(PolicyTargetKind kind, string name, string appId) => Kind == kind && Name == name && (Scopes.Count == 0 || Scopes.Contains(appId));
}
