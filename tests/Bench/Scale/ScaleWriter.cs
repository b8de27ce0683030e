using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Transparency.Core.Detections;

namespace Transparency.Bench.Scale;

/// <summary>
/// Inserts planned reads with prepared statements, through SQLite's own functions: a hundred million rows are bound one by one. Plates get
/// their numbers here, in the order they are first seen.
/// </summary>
internal sealed class ScaleWriter : IDisposable
{
    private static readonly byte[] Candidates = Encoding.UTF8.GetBytes("7ABC123:71 7A8C123:12");
    private static readonly Dictionary<string, byte[]> States = [];

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _plate;
    private readonly sqlite3_stmt _detection;
    private readonly Dictionary<ulong, int> _misread = [];
    private readonly Dictionary<string, int> _plates = [];

    // The plate of a vehicle read rightly is looked up by number, without writing it out.
    private readonly int[] _right;

    public ScaleWriter(SqliteConnection connection, int vehicles)
    {
        _connection = connection;
        _right = new int[vehicles];
        _plate = Prepare("insert into plates (plate_id, text, skeleton) values (?, ?, ?)");
        _detection = Prepare(
            """
            insert into detections (id, plate_id, camera, colour, confidence, state, direction, photo_bytes, candidates, vehicle_id)
            values (?, ?, ?, ?, ?, ?, ?, 12000, ?, ?)
            """);
        foreach (var vehicle in Fleet.Descriptions)
        {
            connection.Execute("insert into vehicles (make, model, type) values (@Make, @Model, @Type)", vehicle);
        }
    }

    public void Begin() => _connection.Execute("begin immediate");

    public void Commit() => _connection.Execute("commit");

    public void Write(PlannedRead read)
    {
        raw.sqlite3_bind_int64(_detection, 1, read.Id);
        raw.sqlite3_bind_int(_detection, 2, read.Variant == 0 ? RightPlate(read.Vehicle) : MisreadPlate(read));
        raw.sqlite3_bind_int(_detection, 3, read.Camera);
        raw.sqlite3_bind_int(_detection, 4, (int)Fleet.Colour(read.Vehicle));
        raw.sqlite3_bind_int(_detection, 5, read.Confidence);
        if (read.Confidence < 600)
        {
            raw.sqlite3_bind_null(_detection, 6);
        }
        else
        {
            raw.sqlite3_bind_text(_detection, 6, State(Fleet.State(read.Vehicle)));
        }

        raw.sqlite3_bind_int(_detection, 7, read.Direction);
        raw.sqlite3_bind_text(_detection, 8, read.Confidence < 900 ? Candidates : []);
        raw.sqlite3_bind_int(_detection, 9, read.Camera % 4 == 0 ? 1 + Fleet.Description(read.Vehicle) : 0);
        Step(_detection);
    }

    public void Dispose()
    {
        _plate.Dispose();
        _detection.Dispose();
    }

    private static byte[] State(string state)
    {
        if (!States.TryGetValue(state, out var bytes))
        {
            States[state] = bytes = Encoding.UTF8.GetBytes(state);
        }

        return bytes;
    }

    private int RightPlate(int vehicle)
    {
        if (_right[vehicle] == 0)
        {
            _right[vehicle] = Number(Fleet.Plate(vehicle));
        }

        return _right[vehicle];
    }

    private int MisreadPlate(PlannedRead read)
    {
        if (!_misread.TryGetValue(read.Variant, out var number))
        {
            _misread[read.Variant] = number = Number(read.Plate);
        }

        return number;
    }

    private int Number(string plate)
    {
        if (!_plates.TryGetValue(plate, out var number))
        {
            _plates[plate] = number = _plates.Count + 1;
            raw.sqlite3_bind_int(_plate, 1, number);
            raw.sqlite3_bind_text(_plate, 2, plate);
            raw.sqlite3_bind_text(_plate, 3, PlateText.SkeletonOf(plate));
            Step(_plate);
        }

        return number;
    }

    private static void Step(sqlite3_stmt statement)
    {
        if (raw.sqlite3_step(statement) != raw.SQLITE_DONE || raw.sqlite3_reset(statement) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException("A generated row could not be inserted.");
        }
    }

    private sqlite3_stmt Prepare(string sql) => raw.sqlite3_prepare_v2(_connection.Handle, sql, out var statement) == raw.SQLITE_OK
        ? statement
        : throw new InvalidOperationException("The statement could not be prepared.");
}
