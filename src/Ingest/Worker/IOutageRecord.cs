namespace Transparency.Ingest.Worker;

/// <summary>Where outages are recorded: in the database, or in a car's spool.</summary>
public interface IOutageRecord
{
    void Open(int camera, DateTimeOffset at, string reason);

    void Close(int camera, DateTimeOffset at);
}
