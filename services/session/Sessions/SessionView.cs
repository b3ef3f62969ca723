using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Shows a record as the document that others see; the status is derived here and stored nowhere.</summary>
public static class SessionView
{
    public static SessionDocument Of(SessionRecord record) => new()
    {
        Id = record.Id,
        ProjectId = record.ProjectId,
        Kind = record.Kind,
        Status = StatusDerivation.Of(record.Lifecycle),
        Activity = record.Activity,
        ActivityEvidence = record.ActivityEvidence,
        NativeSessionId = record.NativeSessionId,
        AgentInfo = record.AgentInfo,
        Paused = record.Lifecycle.IsTerminal ? null : record.Paused,
        ResumedAt = record.ResumedAt,
        TaskAcceptedAt = record.TaskAcceptedAt,
        Agent = record.Agent,
        Branch = record.Branch,
        Issue = record.Issue,
        Title = record.DisplayNameUserSet ? record.DisplayName : record.IssueTitle ?? record.DisplayName,
        DisplayName = record.DisplayName,
        DisplayNameUserSet = record.DisplayNameUserSet,
        Machine = record.Machine,
        WorkspacePath = record.WorkspacePath,
        Runtime = record.Runtime,
        Prs = record.Prs,
        PrAutoDetect = record.PrAutoDetect,
        Lifecycle = record.Lifecycle,
        CreatedAt = record.CreatedAt,
        LastActivityAt = record.LastActivityAt,
        RestoredAt = record.RestoredAt,
        RestoreFallbackReason = record.RestoreFallbackReason,
        RescueRef = record.RescueRef,
    };
}
