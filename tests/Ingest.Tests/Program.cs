using Transparency.Ingest.Tests.Delivery;

// Tests that kill a process run this program again as their victim.
return args is [SpoolVictim.Command, var folder, var first]
    ? await SpoolVictim.RunAsync(folder, int.Parse(first, System.Globalization.CultureInfo.InvariantCulture))
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
