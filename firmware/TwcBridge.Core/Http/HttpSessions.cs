using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// The sessions of the page. Nothing is kept for each: the cookie itself says until when it is
/// good, and is signed.
/// <code>
///   twcbridge=0009f3c1-6fd1...      end in seconds since start, 8 digits; signature, 32 digits
/// </code>
/// They end with the box's next start, for then the key is another.
/// </summary>
public sealed class HttpSessions
{
    public const int LifeSeconds = 7 * 24 * 60 * 60;

    internal const int ValueLength = EndDigits + 1 + SignatureDigits;

    private const string CookieName = "twcbridge=";
    private const int EndDigits = 8;
    private const int SignatureDigits = 32;
    private const int MsPerSecond = 1000;

    private readonly HttpSigner _signer;
    private readonly ByteWriter _value = new ByteWriter(ValueLength);

    /// <param name="key">By chance, at each start another; kept and changed.</param>
    public HttpSessions(byte[] key)
    {
        _signer = new HttpSigner(key);
    }

    /// <summary>Writes the value of a Set-Cookie header that begins a session.</summary>
    public void WriteCookie(ByteWriter output, long nowMs)
    {
        Compose((int)(nowMs / MsPerSecond) + LifeSeconds);
        output.Ascii(CookieName);
        output.Bytes(_value.Buffer, 0, _value.Length);
        WriteAttributes(output, LifeSeconds);
    }

    /// <summary>Writes the value of a Set-Cookie header that makes a browser forget.</summary>
    public static void WriteNoCookie(ByteWriter output)
    {
        output.Ascii(CookieName);
        WriteAttributes(output, 0);
    }

    /// <summary>Ends all sessions, whoever has them.</summary>
    public void EndAll()
    {
        _signer.ChangeKey();
        _value.Clear();
    }

    /// <summary>Whether the Cookie header holds a session that is good.</summary>
    public bool IsGood(HttpRequest request, long nowMs)
    {
        int at = ValueAt(request);
        int end = request.EndOf(HttpField.Cookie);
        if (at < 0 || end - at < ValueLength
            || !HttpAscii.TryHex(request.Bytes, at, EndDigits, out int endSeconds)
            || nowMs / MsPerSecond >= endSeconds)
        {
            return false;
        }
        // The page comes back with the same one every second; a signature takes milliseconds.
        if (HttpAscii.AreSame(request.Bytes, at, ValueLength, _value.Buffer, _value.Length))
        {
            return true;
        }
        Compose(endSeconds);
        bool isGood = HttpAscii.AreSame(
            request.Bytes, at, ValueLength, _value.Buffer, _value.Length);
        if (!isGood)
        {
            _value.Clear();     // What was just signed is nobody's cookie.
        }
        return isGood;
    }

    // Behind its name, which stands first or behind "; ".
    private static int ValueAt(HttpRequest request)
    {
        byte[] bytes = request.Bytes;
        int end = request.EndOf(HttpField.Cookie);
        int start = request.OffsetOf(HttpField.Cookie);
        while (start >= 0 && start < end)
        {
            if (Ascii.StartsWith(bytes, start, end - start, CookieName))
            {
                return start + CookieName.Length;
            }
            start = HttpAscii.IndexOf(bytes, ';', start, end) + 1;
            start += start < end && bytes[start] == ' ' ? 1 : 0;
        }
        return -1;
    }

    private void Compose(int endSeconds)
    {
        _value.Clear();
        _value.Hex(endSeconds, EndDigits);
        _signer.Sign(_value.Buffer, 0, EndDigits);
        _value.Byte('-');
        _value.Hex(_signer.Signature, 0, SignatureDigits / 2);
    }

    // Kept from scripts and from other sites' requests. Not "Secure": there is no TLS here.
    private static void WriteAttributes(ByteWriter output, int lifeSeconds)
    {
        output.Ascii("; Path=/; Max-Age=");
        output.Number(lifeSeconds);
        output.Ascii("; HttpOnly; SameSite=Strict");
    }
}
