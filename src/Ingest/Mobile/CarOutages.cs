using System.Globalization;
using Transparency.Ingest.Delivery;
using Transparency.Ingest.Worker;

namespace Transparency.Ingest.Mobile;

/// <summary>
/// Outages of a car's reader go into its spool once they are over. The time in which the car was switched off is one, so that its
/// coverage is counted as a fixed camera's is.
/// </summary>
public sealed class CarOutages(Spool spool, string folder, TimeProvider time) : IOutageRecord
{
    private const string SwitchedOff = "The car's reader was switched off.";

    private readonly string _alive = Path.Combine(folder, "alive");
    private (DateTimeOffset At, string Reason)? _open;

    /// <summary>Begins where the last sign of life ended.</summary>
    public void Begin()
    {
        if (File.Exists(_alive) && DateTimeOffset.TryParse(File.ReadAllText(_alive), CultureInfo.InvariantCulture, out var last))
        {
            _open = (last, SwitchedOff);
        }
    }

    /// <summary>Says that the reader is on; called every few seconds.</summary>
    public void SignOfLife() => File.WriteAllText(_alive, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));

    public void Open(int camera, DateTimeOffset at, string reason) => _open ??= (at, reason);

    public void Close(int camera, DateTimeOffset at)
    {
        if (_open is { } open)
        {
            _open = null;
            _ = spool.AppendAsync(_ => new SpooledOutage(open.At, at > open.At ? at : open.At, open.Reason).Write());
        }
    }
}
