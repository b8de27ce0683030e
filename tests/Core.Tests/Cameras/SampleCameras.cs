using System.Text.Json;
using Dapper;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Tests.Cameras;

/// <summary>Cameras in an area of their own, with or without the council decision and the policy they need.</summary>
internal static class SampleCameras
{
    public static async Task InsertAsync(WriteScope scope, int number, bool approved, string status = CameraStatus.Live)
    {
        var approval = approved ? $"approval-{number}" : null;
        if (approved)
        {
            await scope.Connection.ExecuteAsync(
                """
                insert into approvals (id, kind, title, meeting_day, agenda_item, vote, resolution, link, created_ms)
                values (@approval, 'camera', 'Camera on Pier Street', '2026-03-03', '9.2', '5-0', 'Resolution 2026-17', '', 0)
                """,
                new { approval },
                scope.Transaction);
        }

        await scope.Connection.ExecuteAsync(
            """
            insert into policies (version, title, adopted_day, effective_ms, approval_id, words, terms, created_ms)
            select 1, 'Policy', '2026-01-13', 1768300000000, 'approval', @Words, @Terms, 0
            where not exists (select 1 from policies)
            """,
            new
            {
                Words = JsonSerializer.Serialize(PolicyPresetWords.For("Marisol Bay Police Department", PolicyPresets.California), PolicyStore.Json),
                Terms = JsonSerializer.Serialize(PolicyPresets.California, PolicyStore.Json),
            },
            scope.Transaction);
        await scope.Connection.ExecuteAsync(
            "insert into areas (id, name, ordinal, outline) values (@Id, 'Harbor', 1, '')",
            new { Id = $"area-{number}" },
            scope.Transaction);
        await CameraStore.InsertAsync(
            scope,
            new Camera
            {
                Number = number,
                Name = $"Pier Street {number}",
                AreaId = $"area-{number}",
                Kind = CameraKind.Fixed,
                Facing = "north",
                Feed = "rtsp://viewer:secret@192.0.2.7/stream",
                Status = status,
                ApprovalId = approval,
                CreatedMs = 0,
                LiveMs = status == CameraStatus.Live ? 0 : null,
            });
    }
}
