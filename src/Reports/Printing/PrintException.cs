namespace Transparency.Reports.Printing;

/// <summary>A document could not be printed: a program is missing, failed or took too long. The message says which and what to do.</summary>
public sealed class PrintException(string message, Exception? inner = null) : Exception(message, inner);
