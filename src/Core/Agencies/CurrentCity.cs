namespace Transparency.Core.Agencies;

/// <summary>The city, kept from the first time it was found: its row is written once, at set-up, and never changed.</summary>
public sealed class CurrentCity(CityStore store)
{
    private volatile City? _city;

    /// <summary>Null while the city has not been set up.</summary>
    public async Task<City?> FindAsync(CancellationToken cancellation = default) =>
        _city ??= await store.FindAsync(cancellation);

    /// <summary>For composing objects that hold the city. Waits for the database the first time.</summary>
    /// <exception cref="InvalidOperationException">The city has not been set up.</exception>
    public City Get() => _city ??= store.ReadAsync().GetAwaiter().GetResult();
}
