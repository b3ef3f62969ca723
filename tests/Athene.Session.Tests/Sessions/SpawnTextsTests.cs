using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.Sessions;

namespace Athene.Session.Tests.Sessions;

public sealed class SpawnTextsTests
{
    private static readonly string Long = new('x', SpawnTexts.Longest + 1);

    public static TheoryData<SpawnRequest> Refused =>
    [
        new SpawnRequest(Issue: Long), new SpawnRequest(Model: Long), new SpawnRequest(Subagent: Long), new SpawnRequest(Agent: Long),
        new SpawnRequest(Issue: "7\nrm -rf"), new SpawnRequest(Model: "a\u001b[2J"), new SpawnRequest(Subagent: "a\tb"),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Require_longTextOrControlCharacter_isRefused(SpawnRequest request)
    {
        var refusal = Should.Throw<AtheneException>(() => SpawnTexts.Require(request));

        (refusal.Type, refusal.Problem.Status).ShouldBe((ErrorTypes.RequestInvalid, 400));
    }

    [Fact]
    public void Require_oneLineOfTheLongestLengthAndAPromptOfMany_passes() =>
        Should.NotThrow(() => SpawnTexts.Require(new SpawnRequest(Long[1..], "first\nsecond", "codex", Model: "größte", Subagent: "review")));
}
