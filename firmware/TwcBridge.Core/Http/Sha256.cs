namespace TwcBridge.Http;

/// <summary>SHA-256 (FIPS 180-4), byte by byte, in fixed memory. The core library has no hash, and
/// what has one on the device allocates at each use.</summary>
public sealed class Sha256
{
    public const int HashLength = 32;

    internal const int BlockLength = 64;

    private const int WordCount = 16;
    private const int LengthPlace = BlockLength - 8;

    private static readonly uint[] Start =
    {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C,
        0x1F83D9AB, 0x5BE0CD19,
    };

    private static readonly uint[] Rounds =
    {
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1,
        0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3,
        0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786,
        0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147,
        0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13,
        0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B,
        0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A,
        0x5B9CCA4F, 0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208,
        0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    };

    private readonly uint[] _state = new uint[8];
    private readonly uint[] _work = new uint[8];
    private readonly uint[] _words = new uint[WordCount];
    private int _length;

    public Sha256()
    {
        Restart();
    }

    public void Restart()
    {
        System.Array.Copy(Start, 0, _state, 0, Start.Length);
        _length = 0;
    }

    public void Push(byte[] source, int offset, int length)
    {
        for (int i = offset; i < offset + length; i++)
        {
            Push(source[i]);
        }
    }

    public void Push(int value)
    {
        int word = (_length >> 2) & (WordCount - 1);
        _words[word] = (_words[word] << 8) | (byte)value;
        _length++;
        if ((_length & (BlockLength - 1)) == 0)
        {
            Compress();
        }
    }

    /// <summary>Writes the hash to the first <see cref="HashLength"/> bytes.</summary>
    public void Finish(byte[] into)
    {
        int bits = _length << 3;
        Push(0x80);
        while ((_length & (BlockLength - 1)) != LengthPlace)
        {
            Push(0);
        }
        for (int shift = 56; shift >= 0; shift -= 8)
        {
            Push(shift >= 32 ? 0 : bits >> shift);
        }
        for (int i = 0; i < HashLength; i++)
        {
            into[i] = (byte)(_state[i >> 2] >> (24 - ((i & 3) << 3)));
        }
    }

    private void Compress()
    {
        System.Array.Copy(_state, 0, _work, 0, _state.Length);
        for (int round = 0; round < Rounds.Length; round++)
        {
            Mix(Rounds[round] + NextWord(round));
        }
        for (int i = 0; i < _state.Length; i++)
        {
            _state[i] += _work[i];
        }
    }

    // Only the last 16 words of the schedule are ever needed.
    private uint NextWord(int round)
    {
        uint[] words = _words;
        int at = round & (WordCount - 1);
        if (round >= WordCount)
        {
            uint near = words[(round + 1) & (WordCount - 1)];
            uint far = words[(round + 14) & (WordCount - 1)];
            words[at] += (Turn(near, 7) ^ Turn(near, 18) ^ (near >> 3))
                + words[(round + 9) & (WordCount - 1)]
                + (Turn(far, 17) ^ Turn(far, 19) ^ (far >> 10));
        }
        return words[at];
    }

    // The eight letters a..h of the standard are 0..7 here.
    private void Mix(uint added)
    {
        uint[] work = _work;
        uint e = work[4];
        uint a = work[0];
        uint first = work[7] + (Turn(e, 6) ^ Turn(e, 11) ^ Turn(e, 25))
            + ((e & work[5]) ^ (~e & work[6])) + added;
        uint second = (Turn(a, 2) ^ Turn(a, 13) ^ Turn(a, 22))
            + ((a & work[1]) ^ (a & work[2]) ^ (work[1] & work[2]));
        for (int i = work.Length - 1; i > 0; i--)
        {
            work[i] = work[i - 1];
        }
        work[4] += first;
        work[0] = first + second;
    }

    private static uint Turn(uint value, int bits)
    {
        return (value >> bits) | (value << (32 - bits));
    }
}
