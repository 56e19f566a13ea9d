using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>The published vectors: FIPS 180-4's examples, and RFC 4231 for the signature.</summary>
[TestClass]
public class Sha256Tests
{
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _result = new byte[Sha256.HashLength];

    [TestMethod]
    [DataRow("", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [DataRow("abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [DataRow("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248D6A61D20638B8E5C026930C3E6039A33CE45964FF2167F6ECEDD419DB06C1")]
    [DataRow("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "CF5B16A778AF8380036CE59E7B0492370B249B11E8F07A51AFAC45037AFEE9D1")]
    public void Hashes_the_examples_of_the_standard(string text, string expected)
    {
        byte[] bytes = HttpBytes.Of(text);
        for (int twice = 0; twice < 2; twice++)
        {
            _hash.Restart();
            _hash.Push(bytes, 0, bytes.Length);
            _hash.Finish(_result);
            Assert.AreEqual(expected, Compact(_result));
        }
    }

    [TestMethod]
    public void Signs_the_examples_of_RFC_4231()
    {
        Expect(Filled(20, 0x0B), "Hi There",
            "B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7");
        Expect(HttpBytes.Of("Jefe"), "what do ya want for nothing?",
            "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843");
        Expect(Filled(20, 0xAA), HttpBytes.Text(Filled(50, 0xDD), 0, 50),
            "773EA91E36800E46854DB8EBD09181A72959098B3EF8C122D9635514CED565FE");
    }

    private static void Expect(byte[] key, string text, string expected)
    {
        HttpSigner signer = new HttpSigner(key);
        byte[] bytes = HttpBytes.Of(text);
        signer.Sign(bytes, 0, bytes.Length);
        Assert.AreEqual(expected, Compact(signer.Signature));
    }

    private static byte[] Filled(int length, int value)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)value;
        }
        return bytes;
    }

    private static string Compact(byte[] bytes)
    {
        string text = "";
        foreach (byte value in bytes)
        {
            text += value.ToString("X2");
        }
        return text;
    }
}
