using Dapper;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests;

/// <summary>The rows <see cref="TestCity"/> starts with.</summary>
internal static class TestCityRows
{
    private static readonly long Spring = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static async Task AddAsync(WriteScope scope)
    {
        await scope.Connection.ExecuteAsync(
            """
            insert into agencies (id, name, kind, state, ori, created_ms) values ('marisol-bay-pd', 'Marisol Bay Police Department', 'local', 'CA', null, 0);
            insert into approvals (id, kind, title, meeting_day, agenda_item, vote, resolution, link, created_ms)
            values ('resolution-1', 'program', 'Programme', '2026-01-13', '9.2', '5-0', 'Resolution 2026-04', '', 0);
            insert into areas (id, name, ordinal, outline) values ('harbor', 'Harbor', 1, ''), ('old-town', 'Old Town', 2, '');
            insert into users (id, user_name, normalized_name, display_name, agency_id, unit, roles, password_hash, security_stamp,
                               access_failed_count, created_ms)
            values (@OfficerId, 'ralvarez', 'RALVAREZ', @OfficerName, 'marisol-bay-pd', 'Patrol', 'officer', '', '', 0, 0);
            insert into trainings (id, user_id, certificate, completed_day, expires_day)
            values ('training-1', @OfficerId, 'ALPR basics', '2026-02-01', '2027-01-31');
            """,
            new { MarisolBay.OfficerId, MarisolBay.OfficerName },
            scope.Transaction);
        await AddCameraAsync(scope, TestCity.HarborCamera, "Pier Street", TestCity.Harbor, CameraStatus.Live, TestCity.Decision);
        await AddCameraAsync(scope, TestCity.SecondHarborCamera, "Ferry Landing", TestCity.Harbor, CameraStatus.Live, TestCity.Decision);
        await AddCameraAsync(scope, TestCity.OldTownCamera, "Mill Square", TestCity.OldTown, CameraStatus.Live, TestCity.Decision);
        await AddCameraAsync(scope, TestCity.PlannedCamera, "Bell Lane", TestCity.OldTown, CameraStatus.Planned, TestCity.Decision);
        await AddCameraAsync(scope, TestCity.UnapprovedCamera, "Orchard Way", TestCity.OldTown, CameraStatus.Live, null);
    }

    private static Task AddCameraAsync(WriteScope scope, int number, string name, string area, string status, string? approval) =>
        CameraStore.InsertAsync(scope, new Camera
        {
            Number = number,
            Name = name,
            AreaId = area,
            Kind = CameraKind.Vendor,
            Facing = "north",
            Feed = "",
            Status = status,
            ApprovalId = approval,
            CreatedMs = Spring,
            LiveMs = status == CameraStatus.Live ? Spring : null,
        });
}
