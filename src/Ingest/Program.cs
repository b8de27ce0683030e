using Transparency.Ingest.Commands;

return await CommandLine.RunAsync(args);
