using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Detections;

/// <summary>
/// The key that encrypts a day's photographs: its wrapped form is a row of <c>photo_keys</c>, the other half of what opens it a share
/// in the <see cref="KeyVault"/>. Never cached, so that a destroyed key is gone in every process at once.
/// </summary>
public sealed class DayKeyStore(SqlDatabase database, KeyVault vault)
{
    /// <summary>The day's key; made when there is none.</summary>
    /// <exception cref="InvalidDataException">The row is there, but its share or the master key is lost or another one.</exception>
    internal async Task<byte[]> OpenOrCreateAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellation)
    {
        await using (var connection = await database.OpenAsync(cancellation))
        {
            if (await WrappedAsync(connection, null, day) is { } wrapped)
            {
                return Unwrap(day, wrapped) ?? throw new InvalidDataException(
                    $"The photograph key of {City.Text(day)} cannot be opened: the master key or the day's share is missing.");
            }
        }

        try
        {
            return await database.WriteAsync(scope => CreateAsync(scope, day, now), cancellation);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            return await OpenOrCreateAsync(day, now, cancellation);
        }
    }

    /// <summary>The day's key, or null when its row or its share is gone.</summary>
    internal async Task<byte[]?> FindAsync(DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await WrappedAsync(connection, null, day) is { } wrapped ? Unwrap(day, wrapped) : null;
    }

    /// <summary>The days up to and including <paramref name="last"/> that still have a row or a share.</summary>
    internal async Task<IReadOnlyList<DateOnly>> DaysUntilAsync(DateOnly last, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<string>("select day from photo_keys where day <= @Last", new { Last = City.Text(last) });
        return rows.Union(vault.DaysWithShare())
            .Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Where(day => day <= last)
            .Order()
            .ToList();
    }

    internal static Task DeleteRowAsync(WriteScope scope, DateOnly day) => scope.Connection.ExecuteAsync(
        "delete from photo_keys where day = @Day", new { Day = City.Text(day) }, scope.Transaction);

    private static Task<byte[]?> WrappedAsync(DbConnection connection, DbTransaction? transaction, DateOnly day) =>
        connection.QuerySingleOrDefaultAsync<byte[]?>(
            "select wrapped from photo_keys where day = @Day", new { Day = City.Text(day) }, transaction);

    private byte[]? Unwrap(DateOnly day, byte[] wrapped) =>
        vault.Share(day) is { } share ? PhotographCipher.Unwrap(vault.Master(), share, day, wrapped) : null;

    private async Task<byte[]> CreateAsync(WriteScope scope, DateOnly day, DateTimeOffset now)
    {
        if (await WrappedAsync(scope.Connection, scope.Transaction, day) is { } wrapped)
        {
            return Unwrap(day, wrapped)!;
        }

        var key = RandomNumberGenerator.GetBytes(KeyVault.KeyBytes);
        await scope.Connection.ExecuteAsync(
            "insert into photo_keys (day, wrapped, created_ms) values (@Day, @Wrapped, @CreatedMs)",
            new
            {
                Day = City.Text(day),
                Wrapped = PhotographCipher.Wrap(vault.Master(), vault.ShareOrNew(day), day, key),
                CreatedMs = now.ToUnixTimeMilliseconds(),
            },
            scope.Transaction);
        return key;
    }
}
