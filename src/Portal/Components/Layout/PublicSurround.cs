using Transparency.Reports.Seal;

namespace Transparency.Portal.Components.Layout;

/// <summary>What stands around every public page.</summary>
public sealed record PublicSurround
{
    /// <summary>"Marisol Bay, California".</summary>
    public required string City { get; init; }

    /// <summary>True shows the demonstration banner on every page.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>The newest signed head of the log; null before the first.</summary>
    public required LogHead? Head { get; init; }
}

/// <summary>Reads the surround for the request being answered. The host says where from.</summary>
public sealed class PublicSurroundReader(Func<CancellationToken, Task<PublicSurround>> read)
{
    public Task<PublicSurround> ReadAsync(CancellationToken cancel) => read(cancel);
}
