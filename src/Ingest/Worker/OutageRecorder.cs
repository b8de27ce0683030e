using System.Threading.Channels;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Worker;

/// <summary>Writes outages into the database in the order they happened; while it cannot be reached they wait in memory.</summary>
public sealed class OutageRecorder(SqlDatabase database, TimeProvider time) : IOutageRecord
{
    private readonly Channel<Func<WriteScope, Task>> _events = Channel.CreateUnbounded<Func<WriteScope, Task>>();

    public void Open(int camera, DateTimeOffset at, string reason) =>
        _events.Writer.TryWrite(scope => CameraOutageStore.OpenAsync(
            scope,
            new CameraOutage { Id = Guid.CreateVersion7(at).ToString(), Camera = camera, FromMs = at.ToUnixTimeMilliseconds(), Reason = reason }));

    public void Close(int camera, DateTimeOffset at) => _events.Writer.TryWrite(scope => CameraOutageStore.CloseAsync(scope, camera, at));

    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var write in _events.Reader.ReadAllAsync(cancellation))
        {
            for (var failures = 1; !await TryAsync(write, cancellation); failures++)
            {
                await Task.Delay(Backoff.Database.After(failures), time, cancellation);
            }
        }
    }

    private async Task<bool> TryAsync(Func<WriteScope, Task> write, CancellationToken cancellation)
    {
        try
        {
            await database.WriteAsync(write, cancellation);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
