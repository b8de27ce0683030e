using System.Runtime.InteropServices;

namespace Transparency.Ingest.Recognition.Networks;

/// <summary>Unmanaged floats on a 64-byte boundary, zero at first, freed with the network that owns them.</summary>
internal sealed unsafe class FloatBuffer : IDisposable
{
    /// <summary>Floats after the end that may be read, and mean nothing.</summary>
    public const int Slack = 64;

    public FloatBuffer(long length)
    {
        Length = length;
        Start = (float*)NativeMemory.AlignedAlloc((nuint)((length + Slack) * sizeof(float)), 64);
        NativeMemory.Clear(Start, (nuint)((length + Slack) * sizeof(float)));
    }

    ~FloatBuffer() => Free();

    public float* Start { get; private set; }

    public long Length { get; }

    public Span<float> Span => new(Start, checked((int)Length));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Start);
        Start = null;
    }
}
