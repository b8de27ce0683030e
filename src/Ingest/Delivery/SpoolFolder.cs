using Transparency.Core.Database;

namespace Transparency.Ingest.Delivery;

/// <summary>Where the spool is: in the data folder.</summary>
public static class SpoolFolder
{
    public static string Of(DatabaseSettings settings) => Path.Combine(settings.DataFolder, "spool");
}
