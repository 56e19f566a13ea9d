namespace TwcBridge.Http;

/// <summary>HMAC-SHA256 (RFC 2104) with a key of this start, for what a browser keeps for us and
/// must not make itself.</summary>
public sealed class HttpSigner
{
    private const int InnerPad = 0x36;
    private const int OuterPad = 0x5C;

    /// <summary>The last signature.</summary>
    public readonly byte[] Signature = new byte[Sha256.HashLength];

    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _key;

    /// <param name="key">At most 64 bytes; kept and changed.</param>
    public HttpSigner(byte[] key)
    {
        _key = key;
    }

    /// <summary>Signs bytes offset..offset+length-1.</summary>
    public void Sign(byte[] text, int offset, int length)
    {
        PushKey(InnerPad);
        _hash.Push(text, offset, length);
        _hash.Finish(Signature);
        PushKey(OuterPad);
        _hash.Push(Signature, 0, Signature.Length);
        _hash.Finish(Signature);
    }

    /// <summary>From now on nothing that was signed before is good any more.</summary>
    public void ChangeKey()
    {
        Sign(_key, 0, _key.Length);
        int length = _key.Length < Signature.Length ? _key.Length : Signature.Length;
        System.Array.Copy(Signature, 0, _key, 0, length);
    }

    private void PushKey(int pad)
    {
        _hash.Restart();
        for (int i = 0; i < Sha256.BlockLength; i++)
        {
            _hash.Push(i < _key.Length ? _key[i] ^ pad : pad);
        }
    }
}
