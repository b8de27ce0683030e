using System.Data.Common;
using Dapper;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>How a witness answered last: a row of <c>log_witnesses</c>.</summary>
public sealed record WitnessRow
{
    /// <summary>The name of its key.</summary>
    public required string Witness { get; init; }

    /// <summary>The newest head of ours it has signed; 0 before the first.</summary>
    public required long KnownSize { get; init; }

    /// <summary>One of <see cref="WitnessState"/>.</summary>
    public required string State { get; init; }

    /// <summary>In words, for the public page.</summary>
    public required string Detail { get; init; }

    public required long AskedMs { get; init; }

    /// <summary>When it signed last; null before the first time.</summary>
    public required long? SignedMs { get; init; }
}

/// <summary>What a witness's last answer came to.</summary>
public static class WitnessState
{
    public const string Signed = "signed";

    /// <summary>No answer, or one that asks to come back later.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>It does not know the log or its key, or did not understand.</summary>
    public const string Refused = "refused";

    /// <summary>It has signed something that this log does not continue: one of the two is wrong, and people must look.</summary>
    public const string Alarm = "alarm";
}

/// <summary>The witnesses' signatures and answers.</summary>
public static class WitnessStore
{
    private const string Columns =
        "witness as Witness, known_size as KnownSize, state as State, detail as Detail, asked_ms as AskedMs, signed_ms as SignedMs";

    public static async Task<IReadOnlyList<WitnessRow>> AllAsync(DbConnection connection) =>
        (await connection.QueryAsync<WitnessRow>($"select {Columns} from log_witnesses order by witness")).AsList();

    /// <summary>Signature lines under the checkpoint of a size, oldest witness name first.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(DbConnection connection, long size) =>
        (await connection.QueryAsync<string>("select line from log_cosignatures where size = @size order by witness", new { size })).AsList();

    /// <summary>Names of the keys that signed the checkpoint of a size.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(DbConnection connection, long size) =>
        (await connection.QueryAsync<string>("select witness from log_cosignatures where size = @size order by witness", new { size })).AsList();

    public static async Task RecordAsync(WriteScope write, WitnessRow row)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.Connection.ExecuteAsync("delete from log_witnesses where witness = @Witness", row, write.Transaction);
        await write.Connection.ExecuteAsync(
            """
            insert into log_witnesses (witness, known_size, state, detail, asked_ms, signed_ms)
            values (@Witness, @KnownSize, @State, @Detail, @AskedMs, @SignedMs)
            """,
            row,
            write.Transaction);
    }

    /// <summary>Keeps a verified cosignature; a newer one of the same witness for the same size takes its place.</summary>
    public static async Task SignedAsync(WriteScope write, long size, string witness, string line, long atMs)
    {
        ArgumentNullException.ThrowIfNull(write);
        var row = new { size, witness, line, atMs };
        await write.Connection.ExecuteAsync("delete from log_cosignatures where size = @size and witness = @witness", row, write.Transaction);
        await write.Connection.ExecuteAsync(
            "insert into log_cosignatures (size, witness, line, at_ms) values (@size, @witness, @line, @atMs)", row, write.Transaction);
    }
}
