using System.Runtime.CompilerServices;
using Athene.Dapr.Conformance.Targets;

namespace Athene.Dapr.Conformance;

/// <summary>A case of the suite; skipped, with the reason, where <see cref="KnownDifferences"/> names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute([CallerMemberName] string testCase = "") => Skip = KnownDifferences.Of(testCase);
}
