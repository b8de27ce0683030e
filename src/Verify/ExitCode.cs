namespace Transparency.Verify;

/// <summary>What the command's exit status means; scripts may rely on it.</summary>
public static class ExitCode
{
    public const int EverythingHolds = 0;
    public const int SomethingDoesNotFit = 1;
    public const int Usage = 2;

    /// <summary>The log could not be read, or the state not be kept: nothing is said about the log.</summary>
    public const int CouldNotRead = 3;
}
