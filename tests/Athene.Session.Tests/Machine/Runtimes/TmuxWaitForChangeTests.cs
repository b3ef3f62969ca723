namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class TmuxWaitForChangeTests() : WaitForChangeContract(settings => new TmuxHome(settings));
