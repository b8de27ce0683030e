using System.Runtime.Intrinsics;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>Which kernel multiplies. All give the same result within rounding.</summary>
internal enum SimdWidth
{
    /// <summary>Runs everywhere: NEON, SSE, or plain code.</summary>
    Vector128 = 4,

    /// <summary>AVX2 with FMA.</summary>
    Vector256 = 8,

    /// <summary>AVX-512.</summary>
    Vector512 = 16,
}

internal static class SimdWidths
{
    public static SimdWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? SimdWidth.Vector512 : Vector256.IsHardwareAccelerated ? SimdWidth.Vector256 : SimdWidth.Vector128;
}
