namespace Athene.Processes.Exceptions;

/// <summary>Base of the errors of running a program.</summary>
public abstract class CliWrapException(string message, Exception? innerException = null) : Exception(message, innerException);
