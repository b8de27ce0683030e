using Transparency.Ingest.Commands;

return await CommandLine.RunAsync(args);

/// <summary>Not visible outside: two programs meet in some tests.</summary>
internal sealed partial class Program;
