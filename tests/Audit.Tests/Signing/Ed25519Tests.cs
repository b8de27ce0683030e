using System.Text.Json;
using Transparency.Audit.Signing;

namespace Transparency.Audit.Tests.Signing;

public sealed class Ed25519Tests
{
    [Fact]
    public void The_installed_library_reproduces_the_standards_vector() => Ed25519PrivateKey.SelfCheck();

    [Fact]
    public void A_signature_verifies_with_its_key_and_message_only()
    {
        using var key = new Ed25519PrivateKey(Golden.LogSeed);
        using var publicKey = new Ed25519PublicKey(key.PublicKey.Span);
        using var other = new Ed25519PrivateKey(Golden.WitnessSeed);
        using var otherPublic = new Ed25519PublicKey(other.PublicKey.Span);
        byte[] message = [1, 2, 3];
        var signature = key.Sign(message);
        Assert.True(publicKey.Verify(message, signature));
        Assert.False(otherPublic.Verify(message, signature));
        Assert.False(publicKey.Verify([1, 2, 4], signature));
        Assert.False(publicKey.Verify(message, signature.AsSpan(0, 63)));
        for (var i = 0; i < signature.Length; i++)
        {
            signature[i] ^= 1;
            Assert.False(publicKey.Verify(message, signature));
            signature[i] ^= 1;
        }
    }

    [Fact]
    public void Keys_of_another_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Ed25519PrivateKey(new byte[31]));
        Assert.Throws<ArgumentException>(() => new Ed25519PublicKey(new byte[33]));
    }

    [Fact]
    public void Wycheproofs_signatures_are_judged_as_it_says()
    {
        var text = Golden.ThirdParty("wycheproof-ed25519_test.json");
        Assert.SkipWhen(text is null, "The third-party vectors are not beside this checkout.");
        using var document = JsonDocument.Parse(text!);
        var judged = 0;
        foreach (var group in document.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            using var key = new Ed25519PublicKey(Hex(group.GetProperty("publicKey"), "pk"));
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                var expected = test.GetProperty("result").GetString() == "valid";
                Assert.True(expected == key.Verify(Hex(test, "msg"), Hex(test, "sig")), $"Test {test.GetProperty("tcId")}");
                judged++;
            }
        }
        Assert.True(judged > 100);
    }

    private static byte[] Hex(JsonElement element, string name) => Convert.FromHexString(element.GetProperty(name).GetString()!);
}
