using System.Runtime.CompilerServices;
using Athene.Dapr.Conformance.Targets;

namespace Athene.Dapr.Conformance;

/// <summary>A <see cref="ConformanceFactAttribute"/> with several sets of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute([CallerMemberName] string testCase = "") => Skip = KnownDifferences.Of(testCase);
}
