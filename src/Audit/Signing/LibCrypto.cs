using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Transparency.Audit.Signing;

/// <summary>
/// The few functions of OpenSSL 3's libcrypto that Ed25519 needs. .NET on Linux already loads this library for its own
/// cryptography; Windows and macOS need OpenSSL 3 installed.
/// </summary>
internal static partial class LibCrypto
{
    internal const int Ed25519 = 1087; // NID_ED25519
    private const string Library = "transparency-libcrypto"; // a logical name, mapped by Resolve

    // One resolver per assembly: setting it twice throws, so it is set here and nowhere else.
    static LibCrypto() => NativeLibrary.SetDllImportResolver(typeof(LibCrypto).Assembly, Resolve);

    internal static CryptographicException Failure(string function)
    {
        var code = GetError();
        ClearErrors();
        return new CryptographicException($"OpenSSL {function} failed (error 0x{code:x}).");
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Library)
        {
            return 0;
        }
        foreach (var candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, assembly, search, out var handle))
            {
                return handle;
            }
        }
        throw new DllNotFoundException("The log's signatures need OpenSSL 3 (libcrypto). Looked for: " + string.Join(", ", Candidates()));
    }

    private static string[] Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            return [RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "libcrypto-3-arm64.dll" : "libcrypto-3-x64.dll"];
        }
        // Only full, versioned names on macOS: it ends a process that loads the unversioned libcrypto.
        return OperatingSystem.IsMacOS()
            ? ["/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib", "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib"]
            : ["libcrypto.so.3"];
    }

    /// <summary>An EVP_PKEY.</summary>
    internal sealed class Key() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            FreeKey(handle);
            return true;
        }
    }

    /// <summary>An EVP_MD_CTX; one per operation, so that keys may be used by several threads.</summary>
    internal sealed class Context() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            FreeContext(handle);
            return true;
        }
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    internal static partial Key NewPrivateKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    internal static partial Key NewPublicKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    internal static partial int GetPublicKey(Key key, Span<byte> publicKey, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    internal static partial Context NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSignInit")]
    internal static partial int SignInit(Context context, nint keyContext, nint digest, nint engine, Key key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSign")]
    internal static partial int Sign(Context context, Span<byte> signature, ref nuint signatureLength, ReadOnlySpan<byte> message, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    internal static partial int VerifyInit(Context context, nint keyContext, nint digest, nint engine, Key key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    internal static partial int Verify(
        Context context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint length);

    [LibraryImport(Library, EntryPoint = "ERR_get_error")]
    private static partial nuint GetError();

    [LibraryImport(Library, EntryPoint = "ERR_clear_error")]
    internal static partial void ClearErrors();
}
