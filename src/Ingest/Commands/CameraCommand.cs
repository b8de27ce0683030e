using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;

namespace Transparency.Ingest.Commands;

internal static class CameraCommand
{
    public const string Help = """
        usage: transparency camera list
               transparency camera on NUMBER --reason TEXT
               transparency camera off NUMBER --reason TEXT [--for-good]
               transparency camera key NUMBER --reason TEXT [--revoke]

        Lists the cameras with what their worker last said, or switches one on or off. A camera can only be switched on while a
        council decision covers it; each attempt is written to the log. "key" gives a camera that reads for itself a new key, shown
        once, and takes the old one away.

          --reason TEXT   why; kept with the log entry
          --for-good      the camera is taken down and cannot be switched on again
          --revoke        only take the key away
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        await using var services = CommandServices.Build();
        return options.TakeWord("list, on, off or key") switch
        {
            "list" => await ListAsync(services, options, cancellation),
            "on" => await SwitchAsync(services, options, isOn: true, cancellation),
            "off" => await SwitchAsync(services, options, isOn: false, cancellation),
            "key" => await IssueKeyAsync(services, options, cancellation),
            var word => throw new UsageException($"Not understood: {word}"),
        };
    }

    private static async Task<int> ListAsync(ServiceProvider services, Options options, CancellationToken cancellation)
    {
        options.End();
        var store = services.GetRequiredService<CameraStore>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = services.GetRequiredService<CurrentCity>().Get().DayOf(now);
        var facts = (await store.FactsAsync(now, cancellation)).ToDictionary(fact => fact.Number);
        var reports = (await services.GetRequiredService<CameraReportStore>().ListAsync(cancellation))
            .ToDictionary(report => report.Camera);
        foreach (var camera in await store.ListAsync(cancellation))
        {
            var says = camera.Status != CameraStatus.Live ? ""
                : CameraGate.Refusal(facts[camera.Number], today)?.Explanation
                ?? (reports.TryGetValue(camera.Number, out var report) ? $"{report.State} {report.Message}" : "");
            Console.WriteLine($"{camera.Number,5}  {camera.Status,-8} {camera.Kind,-12} {camera.Name,-36} {says}".TrimEnd());
        }

        return 0;
    }

    private static async Task<int> IssueKeyAsync(ServiceProvider services, Options options, CancellationToken cancellation)
    {
        var (number, reason) = TakeNumberAndReason(options);
        options.End();
        var issue = await services.GetRequiredService<IssueCameraKey>().RunAsync(
            services.AtTheConsole(reason), number, options.Has("revoke"), cancellation);
        if (issue.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"Camera {number} has no new key. {refusal.Explanation}");
            return 1;
        }

        Console.WriteLine(issue.Key is null
            ? $"Camera {number} has no key any more. Log entry {issue.Receipt!.EntryId}."
            : $"The key of camera {number}, shown only now: {issue.Key}\nLog entry {issue.Receipt!.EntryId}.");
        return 0;
    }

    private static (int Number, string Reason) TakeNumberAndReason(Options options)
    {
        var number = options.TakeWordNumber("The camera's number", 1, int.MaxValue);
        var reason = options.Take("reason") ?? "";
        UsageException.ThrowIf(string.IsNullOrWhiteSpace(reason), "--reason is missing.");
        return (number, reason);
    }

    private static async Task<int> SwitchAsync(ServiceProvider services, Options options, bool isOn, CancellationToken cancellation)
    {
        var (number, reason) = TakeNumberAndReason(options);
        options.End();
        var context = services.AtTheConsole(reason);
        var outcome = isOn
            ? await services.GetRequiredService<SwitchCameraOn>().RunAsync(context, number, cancellation)
            : await services.GetRequiredService<SwitchCameraOff>().RunAsync(context, number, options.Has("for-good"), cancellation);
        if (outcome.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"Camera {number} stays as it is. {refusal.Explanation}");
            return 1;
        }

        Console.WriteLine($"Camera {number} is switched {(isOn ? "on" : "off")}. Log entry {outcome.Receipt!.EntryId}.");
        return 0;
    }
}
