using System.Globalization;
using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Cameras;
using Transparency.Core.Policies;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Cameras;

/// <summary>Cameras as tables, at the precision the policy sets.</summary>
internal sealed class CameraTables(IStringLocalizer text, CameraContent content)
{
    /// <summary>By area, or one row for the whole city where the policy publishes the number only.</summary>
    public PublicTable Counts() => PublicTable.Of(
        content.Precision == CameraPrecision.CountOnly ? text["Cameras"] : text["Cameras by area"],
        content.Precision == CameraPrecision.CountOnly ? [(content.City.Name, content.Cameras.ToList(), content.Uptime)] : Areas(),
        [
            new("area", text["Area"], "A part of the city.", row => Cell.Text(row.Name)),
            Status("live", text["Switched on"], "Cameras that may read now.", CameraStatus.Live),
            Status("paused", text["Paused"], "Cameras switched off for a time.", CameraStatus.Paused),
            Status("planned", text["Planned"], "Cameras that are not switched on yet.", CameraStatus.Planned),
            Status("removed", text["Removed"], "Cameras that were taken away.", CameraStatus.Removed),
            new("uptime_percent", text["Working, 30 days"], "Share of the time switched on in which the camera could be read.", row => Percent(row.Uptime), isNumber: true),
            new("outages", text["Outages"], "Times in these 30 days that a camera could not be read.", row => Cell.Count(row.Uptime.Outages), isNumber: true),
        ]);

    /// <summary>Single cameras; only for a policy that publishes exact places.</summary>
    public PublicTable Places() => PublicTable.Of(
        text["Every camera"],
        content.Areas.SelectMany(area => area.Cameras.Select(camera => (area.Area, Camera: camera))),
        [
            new("camera", text["Camera"], "Its name.", row => Cell.Text(row.Camera.Name)),
            new("area", text["Area"], "Where it stands.", row => Cell.Text(row.Area.Name)),
            new("facing", text["Facing"], "Which way it looks.", row => Cell.Text(row.Camera.Facing)),
            new("status", text["Status"], "planned, live, paused or removed.", row => Cell.Code(text[Words(row.Camera.Status)], row.Camera.Status)),
            new("live_from", text["Switched on"], "First day.", row => Day(row.Camera.LiveMs)),
            new("removed_on", text["Removed"], "Last day.", row => Day(row.Camera.RemovedMs)),
        ]);

    public PublicTable Decisions() => PublicTable.Of(
        text["Decisions about cameras"],
        content.Decisions,
        [
            new("decision", text["Decision"], "What was decided.", row => Cell.Text(row.Decision.Title, $"/decisions#{row.Decision.Id}")),
            new("meeting", text["Council meeting"], "Day of the meeting.", row => City.TryDay(row.Decision.MeetingDay, out var day) ? Cell.Day(day) : Cell.None),
            new("vote", text["Vote"], "For and against.", row => Cell.Text(row.Decision.Vote) with { IsShort = true }),
            new("cameras", text["Cameras covered"], "Cameras not removed that name this decision.", row => Cell.Count(row.Cameras), isNumber: true),
        ]);

    private static string Words(string status) => status switch
    {
        CameraStatus.Planned => "Planned",
        CameraStatus.Live => "Switched on",
        CameraStatus.Paused => "Paused",
        _ => "Removed",
    };

    private IEnumerable<(string Name, List<Camera> Cameras, CameraUptime Uptime)> Areas() =>
        content.Areas.Select(area => (area.Area.Name, area.Cameras.ToList(), area.Uptime));

    private static PublicColumn<(string Name, List<Camera> Cameras, CameraUptime Uptime)> Status(
        string name, string heading, string description, string status) =>
        new(name, heading, description, row => Cell.Count(row.Cameras.Count(c => c.Status == status)), isNumber: true);

    private Cell Day(long? ms) => ms is { } at ? Cell.Day(content.City.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(at))) : Cell.None;

    private static Cell Percent(CameraUptime uptime) => uptime.Percent is { } percent
        ? new(
            string.Create(CultureInfo.InvariantCulture, $"{percent:0.0} %"),
            percent.ToString("0.0", CultureInfo.InvariantCulture),
            Math.Round(percent, 1))
        : Cell.None;
}
