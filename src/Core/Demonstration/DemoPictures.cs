using Transparency.Core.Detections;

namespace Transparency.Core.Demonstration;

/// <summary>A vehicle of the demonstration that is to be drawn as a camera would have photographed it.</summary>
public sealed record DemonstrationVehicle(string Plate, string State, VehicleColour Colour, DateTimeOffset CapturedAt);

/// <summary>
/// The few stored detections that have a photograph: those that raised an alert, and some of each day, which officers then look for.
/// Without something that draws, none has one.
/// </summary>
internal sealed class DemoPictures
{
    // Drawing takes far longer than anything else here.
    private const int OneIn = 900;

    private readonly Dictionary<long, byte[]> _jpegs = [];

    public DemoPictures(DemoHistory history, Func<DemonstrationVehicle, byte[]>? draw)
    {
        Chosen = history.Stored.Where((passing, i) => passing.IsHit || i % OneIn == 0).ToList();
        foreach (var passing in draw is null ? [] : Chosen)
        {
            var vehicle = passing.Vehicle;
            _jpegs[passing.Id.Value] = draw!(new DemonstrationVehicle(vehicle.Plate, vehicle.State, vehicle.Colour, passing.Id.CapturedAt));
        }
    }

    /// <summary>By number, and so by time; the same whether or not they are drawn.</summary>
    public IReadOnlyList<DemoPassing> Chosen { get; }

    public int Count => _jpegs.Count;

    public bool Has(long detection) => _jpegs.ContainsKey(detection);

    /// <summary>Size in bytes; 0 = no photograph.</summary>
    public int Size(long detection) => _jpegs.TryGetValue(detection, out var jpeg) ? jpeg.Length : 0;

    /// <summary>Encrypts and writes them under their days' keys.</summary>
    public Task SaveAsync(PhotographStore photographs, DateTimeOffset now, CancellationToken cancellation) =>
        photographs.SaveAsync(_jpegs.Select(pair => (new DetectionId(pair.Key), pair.Value)).ToList(), now, cancellation);
}
