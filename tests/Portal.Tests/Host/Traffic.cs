using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Detections;

namespace Transparency.Portal.Tests.Host;

/// <summary>Vehicles that passed the sample city's cameras within the last day, delivered as the worker delivers them.</summary>
internal static class Traffic
{
    private static readonly (string Plate, int Camera, double HoursAgo, double Confidence, string State)[] Passed =
    [
        (SampleCity.Plate, 1, 1.5, 0.982, "CA"),
        (SampleCity.Plate, 2, 3.1, 0.941, "CA"),
        (SampleCity.Plate, 1, 20.2, 0.873, "CA"),
        ("7QZX428", 2, 2.6, 0.962, "CA"),
        ("8BLM030", 1, 0.6, 0.991, "CA"),
        ("AXR9917", 2, 6.3, 0.912, "NV"),
    ];

    public static async Task PassAsync(IServiceProvider services, TestClock clock)
    {
        var photograph = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Host", "vehicle.jpg"));
        var batch = Passed.Select((car, i) => new NewDetection
        {
            Id = DetectionId.Create(clock.Now.AddHours(-car.HoursAgo), node: 1, sequence: i),
            Plate = car.Plate,
            Camera = car.Camera,
            Confidence = car.Confidence,
            State = car.State,
            Colour = VehicleColour.Silver,
            Candidates = [new(car.Plate, 84), new(car.Plate.Replace('8', 'B'), 9), new(car.Plate.Replace('1', 'I'), 7)],
            Photograph = i == 3 ? null : photograph,
        }).ToList();
        var outcome = await services.GetRequiredService<DeliverDetections>().RunAsync(batch);
        Assert.Equal(batch.Count, outcome.Stored);
    }
}
