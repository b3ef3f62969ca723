namespace Athene.Session.Tests.Machine.Runtimes;

public sealed class ProcessWaitForChangeTests() : WaitForChangeContract(settings => new ProcessHome(settings));
