namespace Audit.Data.Database;

/// <summary>A database cannot be used as it is; the message tells its users why and what to do, in Dutch.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);
