namespace Transparency.Ingest.Recognition.Reading;

/// <summary>What the reader tells apart: digits and letters but O, which is written 0 until <see cref="Spelling"/> decides.</summary>
internal static class Symbols
{
    public const string All = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";

    /// <summary>The class that means "no character here".</summary>
    public static int Blank => All.Length;

    public static int Count => All.Length + 1;
}
